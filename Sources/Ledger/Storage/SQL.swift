public import CivilTime

/// A value bound to a statement or read from a row.
public enum SQLValue: Sendable, Hashable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)

    /// Whether two values are the same in storage; texts are compared by their bytes, as the engines do.
    public static func == (left: SQLValue, right: SQLValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.integer(let left), .integer(let right)): left == right
        case (.real(let left), .real(let right)): left == right
        case (.text(let left), .text(let right)): left.utf8.elementsEqual(right.utf8)
        default: false
        }
    }

    /// Whether it is text with a NUL character, which not every engine can hold.
    var hasNUL: Bool {
        if case .text(let text) = self { text.utf8.contains(0) } else { false }
    }
}

/// A type that can be bound to a statement.
public protocol SQLConvertible {
    /// The value as the engines hold it: days and booleans as integers, ids and JSON as text.
    var sqlValue: SQLValue { get }
}

extension SQLValue: SQLConvertible {
    /// The value itself.
    public var sqlValue: SQLValue { self }
}
extension Int: SQLConvertible {
    /// A 64-bit integer.
    public var sqlValue: SQLValue { .integer(Int64(self)) }
}
extension Int64: SQLConvertible {
    /// A 64-bit integer.
    public var sqlValue: SQLValue { .integer(self) }
}
extension Bool: SQLConvertible {
    /// 1 or 0.
    public var sqlValue: SQLValue { .integer(self ? 1 : 0) }
}
extension Double: SQLConvertible {
    /// A 64-bit real; NULL where it is not a number, because not every engine can hold that.
    public var sqlValue: SQLValue { isNaN ? .null : .real(self) }
}
extension String: SQLConvertible {
    /// Text.
    public var sqlValue: SQLValue { .text(self) }
}
extension Day: SQLConvertible {
    /// Days since 1970-01-01.
    public var sqlValue: SQLValue { .integer(Int64(number)) }
}
extension Optional: SQLConvertible where Wrapped: SQLConvertible {
    /// NULL where there is nothing.
    public var sqlValue: SQLValue { self?.sqlValue ?? .null }
}

/// A statement whose text is known when the program is built and whose values are bound, never pasted.
public struct SQL: Sendable, Hashable, ExpressibleByStringInterpolation {
    /// The text, with `?` where a value is bound.
    public private(set) var text: String
    /// The bound values, in order.
    public private(set) var arguments: [SQLValue]

    /// Makes a statement without values.
    public init(stringLiteral value: StaticString) {
        text = value.description
        arguments = []
    }

    /// Makes a statement with bound values.
    public init(stringInterpolation: StringInterpolation) {
        text = stringInterpolation.text
        arguments = stringInterpolation.arguments
    }

    /// Makes a statement from names the program itself declares (tables and columns).
    init(declared text: String, _ arguments: [SQLValue] = []) {
        self.text = text
        self.arguments = arguments
    }

    /// Collects text and bound values of one ``SQL`` literal.
    public struct StringInterpolation: StringInterpolationProtocol {
        var text = ""
        var arguments: [SQLValue] = []

        /// Reserves room for the text and its values.
        public init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount)
            arguments.reserveCapacity(interpolationCount)
        }

        /// Appends the literal's own text.
        public mutating func appendLiteral(_ literal: StaticString) { text += literal.description }

        /// Binds a value.
        public mutating func appendInterpolation(_ value: some SQLConvertible) {
            text += "?"
            arguments.append(value.sqlValue)
        }

        /// Binds a value that may be missing.
        public mutating func appendInterpolation<Value: SQLConvertible>(_ value: Value?) {
            text += "?"
            arguments.append(value.sqlValue)
        }

        /// Writes `(?, ?, …)` and binds each value; `(NULL)` where there are none.
        ///
        /// For `IN` only: nothing is in `(NULL)`, but nothing is `NOT IN` it either.
        public mutating func appendInterpolation(list values: [some SQLConvertible]) {
            text += values.isEmpty ? "(NULL)" : "(" + values.map { _ in "?" }.joined(separator: ", ") + ")"
            arguments += values.map(\.sqlValue)
        }

        /// Puts one statement's text and values inside another.
        public mutating func appendInterpolation(_ part: SQL) {
            text += part.text
            arguments += part.arguments
        }
    }
}
