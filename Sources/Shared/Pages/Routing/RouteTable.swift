public import Access
import Ledger

/// All routes of the site; finds who answers a request and turns errors into pages.
public struct RouteTable: Sendable {
    struct Registered: Sendable {
        let method: Method
        let action: Action
        let parts: [PathPart]
        let pattern: String
        let fileBytes: Int?
        let answer: @Sendable ([String], Request) async throws -> Reply

        /// The values in the path where it fits.
        func values(_ segments: [String]) -> [String]? {
            guard segments.count == parts.count else { return nil }
            var values: [String] = []
            for (part, segment) in zip(parts, segments) {
                switch part {
                case .literal(let text): if text != segment { return nil }
                case .value: values.append(segment)
                }
            }
            return values
        }
    }

    /// An answer with what logs say about it: the route, never the path.
    public struct Answer: Sendable {
        /// The answer.
        public let reply: Reply
        /// The pattern of the route, or what was wrong with the request.
        public let route: String
        /// Whether the route's action is public.
        public let isPublic: Bool
        /// What the operator should know.
        public let trouble: String?
        /// Whether whoever asks has to sign in first.
        public var needsSignIn = false
        /// Whether it is about children's records.
        public var isAboutChildren = false
    }

    private var byFirst: [String: [Registered]] = [:]

    /// Makes an empty table.
    public init() {}

    /// Registers a route with what answers it.
    public mutating func add<Arguments>(
        _ route: Route<Arguments>, _ answer: @escaping @Sendable (Arguments, Request) async throws -> Reply
    ) {
        let registered = Registered(
            method: route.method, action: route.action, parts: route.parts, pattern: route.pattern,
            fileBytes: route.fileBytes
        ) { values, request in
            guard let arguments = route.parse(values) else { throw PageError.notFound }
            return try await answer(arguments, request)
        }
        byFirst[Self.first(route.parts), default: []].append(registered)
    }

    /// Whether a page stands at a path for somebody: where one may be led after signing in.
    public func hasPage(_ segments: [String]) -> Bool { has(.get, segments) }

    /// Whether a form can be sent to a path by anybody at all.
    public func takesForm(_ segments: [String]) -> Bool { has(.post, segments) }

    /// Whether a form can be sent to a path without an account.
    public func takesFormOfAnybody(_ segments: [String]) -> Bool {
        fitting(.post, segments).contains { $0.action.isPublic }
    }

    /// The most bytes of a file that comes with a form sent to a path; nil where none may come.
    public func fileBytes(_ segments: [String]) -> Int? {
        fitting(.post, segments).compactMap(\.fileBytes).max()
    }

    /// Whether somebody may send a form to a path at all.
    public func admits(_ visitor: Visitor, form segments: [String]) -> Bool {
        fitting(.post, segments).contains { decide(visitor, $0.action).isAllowed }
    }

    private func has(_ method: Method, _ segments: [String]) -> Bool { !fitting(method, segments).isEmpty }

    private func fitting(_ method: Method, _ segments: [String]) -> [Registered] {
        Set(["", segments.first ?? ""]).flatMap { byFirst[$0] ?? [] }.filter {
            $0.method == method && $0.values(segments) != nil
        }
    }

    /// Every route's method, pattern and action, for lists and tests.
    public var listing: [(method: String, pattern: String, action: Action)] {
        byFirst.values.flatMap { $0 }.map { ($0.method.rawValue, $0.pattern, $0.action) }
            .sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    }

    /// Answers a request; never throws.
    public func answer(_ request: Request) async -> Answer {
        let candidates = Set(["", request.segments.first ?? ""]).sorted(by: >).flatMap { byFirst[$0] ?? [] }
        let fitting = candidates.compactMap { route in route.values(request.segments).map { (route, $0) } }
        guard let pattern = fitting.first?.0.pattern else {
            return Self.fault(.notFound, "no route", request)
        }
        // What must not be seen is answered as if it did not exist, with every method.
        let allowed = fitting.filter { route, _ in
            if case .allowed = decide(request.visitor, route.action) { true } else { false }
        }
        guard !allowed.isEmpty else {
            var answer = Self.fault(.notFound, pattern, request)
            answer.needsSignIn = request.visitor == .nobody
            return answer
        }
        let method = request.method == "HEAD" ? "GET" : request.method
        guard let (route, values) = allowed.first(where: { $0.0.method.rawValue == method }) else {
            return Self.wrongMethod(Set(allowed.map { $0.0.method }), request)
        }
        do {
            var reply = try await route.answer(values, request)
            if !route.action.isPublic { reply.keeping = .never }
            return Answer(
                reply: reply, route: route.pattern, isPublic: route.action.isPublic, trouble: nil,
                isAboutChildren: route.action.part != nil)
        } catch {
            return Self.failure(error, route.pattern, request)
        }
    }

    private static func first(_ parts: [PathPart]) -> String {
        guard case .literal(let text)? = parts.first else { return "" }
        return text
    }

    private static func fault(_ fault: Fault, _ route: String, _ request: Request) -> Answer {
        Answer(reply: fault.reply(request.context), route: route, isPublic: false, trouble: nil)
    }

    private static func wrongMethod(_ methods: Set<Method>, _ request: Request) -> Answer {
        var reply = Fault.wrongMethod.reply(request.context)
        let allowed = methods.flatMap { $0 == .get ? ["GET", "HEAD"] : [$0.rawValue] }
        reply.headers.append(("Allow", allowed.sorted().joined(separator: ", ")))
        return Answer(reply: reply, route: "wrong method", isPublic: false, trouble: nil)
    }

    private static func failure(_ error: any Error, _ route: String, _ request: Request) -> Answer {
        if case PageError.notFound = error { return fault(.notFound, route, request) }
        if error is NotThere { return fault(.notFound, route, request) }
        let explained = error as? any Explained
        let trouble = explained?.forOperator ?? "\(type(of: error))"
        if let explained, error is any Refusal || (error as? LedgerError)?.isRefusal ?? false {
            let reply = RefusalPage.reply(explained.forPerson, request.context)
            return Answer(reply: reply, route: route, isPublic: false, trouble: nil)
        }
        let fault: Fault = error is LedgerError ? .unavailable : .broken
        return Answer(
            reply: fault.reply(request.context), route: route, isPublic: false, trouble: trouble)
    }
}
