public import Access
public import Markup

/// A value that stands in a path: parsed strictly, printed the same.
public protocol PathValue: Sendable {
    /// Reads a decoded path segment; nil where it is not such a value.
    init?(pathText: String)
    /// The text of the segment, before encoding.
    var pathText: String { get }
}

extension Int: PathValue {
    /// Reads a whole number without sign or leading zeros.
    public init?(pathText: String) {
        guard let number = Int(pathText), number >= 0, String(number) == pathText else { return nil }
        self = number
    }
    /// The digits.
    public var pathText: String { String(self) }
}

/// The method of a route; HEAD is answered where GET is.
public enum Method: String, Sendable {
    case get = "GET"
    case post = "POST"
}

/// A part of a route's path.
public enum PathPart: Sendable, Hashable, ExpressibleByStringLiteral {
    /// The segment itself.
    case literal(String)
    /// A value, by its name in logs and lists of routes.
    case value(String)

    /// A literal segment.
    public init(stringLiteral value: String) { self = .literal(value) }
}

/// One page or action of the site: what registers it also prints every address of it.
///
/// There is no route without an ``Access/Action``.
public struct Route<Arguments: Sendable>: Sendable {
    /// The method it answers.
    public let method: Method
    /// What one must be allowed to do.
    public let action: Action
    /// The parts of its path.
    public let parts: [PathPart]
    /// The most bytes of each file that comes with its form; nil where it takes none.
    public private(set) var fileBytes: Int?
    let parse: @Sendable ([String]) -> Arguments?
    private let values: @Sendable (Arguments) -> [String]

    private init(
        _ method: Method, _ action: Action, _ parts: [PathPart], _ valueCount: Int,
        parse: @escaping @Sendable ([String]) -> Arguments?,
        values: @escaping @Sendable (Arguments) -> [String]
    ) {
        self.method = method
        self.action = action
        self.parts = parts
        self.parse = parse
        self.values = values
        let count = parts.count { if case .value = $0 { true } else { false } }
        precondition(count == valueCount, "a route's values and its path differ")
    }

    /// The same route, whose form may bring files of up to so many bytes each.
    public func taking(fileBytes: Int) -> Route {
        precondition(method == .post, "only a form that is sent brings files")
        var route = self
        route.fileBytes = fileBytes
        return route
    }

    /// The address with these values.
    public func callAsFunction(
        _ arguments: Arguments, query: [(name: String, value: String)] = [], fragment: String? = nil
    ) -> Link {
        var values = values(arguments)[...]
        let segments = parts.map { part in
            switch part {
            case .literal(let text): text
            case .value: values.popFirst() ?? ""
            }
        }
        return Link(path: segments, query: query, fragment: fragment)
    }

    /// The path with its values' names, as logs show it: never what a person asked for.
    public var pattern: String {
        "/"
            + parts.map { part in
                switch part {
                case .literal(let text): text
                case .value(let name): "{\(name)}"
                }
            }.joined(separator: "/")
    }
}

extension Route where Arguments == Void {
    /// A route without values.
    public init(_ parts: PathPart..., method: Method = .get, action: Action) {
        self.init(method, action, parts, 0, parse: { $0.isEmpty ? () : nil }, values: { [] })
    }

    /// The address.
    public func callAsFunction(query: [(name: String, value: String)] = [], fragment: String? = nil) -> Link {
        self((), query: query, fragment: fragment)
    }
}

extension Route where Arguments: PathValue {
    /// A route with one value.
    public init(_ parts: PathPart..., method: Method = .get, action: Action) {
        self.init(
            method, action, parts, 1, parse: { $0.count == 1 ? Arguments(pathText: $0[0]) : nil },
            values: { [$0.pathText] })
    }
}

extension Route {
    /// A route with two values.
    public init<First: PathValue, Second: PathValue>(
        _ parts: PathPart..., method: Method = .get, action: Action
    ) where Arguments == (First, Second) {
        self.init(
            method, action, parts, 2,
            parse: { texts in
                guard texts.count == 2, let first = First(pathText: texts[0]),
                    let second = Second(pathText: texts[1])
                else { return nil }
                return (first, second)
            }, values: { [$0.0.pathText, $0.1.pathText] })
    }
}
