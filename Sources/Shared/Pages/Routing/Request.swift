public import Access
public import CivilTime
public import Ledger

/// What somebody asks for, decoded and within limits.
public struct Request: Sendable {
    /// The method as sent, in capitals.
    public let method: String
    /// The path's segments, percent-decoded, none of them empty, `.` or `..`.
    public let segments: [String]
    /// The query's names and values, decoded, in order.
    public let query: [(name: String, value: String)]
    /// The entity tag the asker has already.
    public let knownTag: String?
    /// Who asks.
    public let visitor: Visitor
    /// What pages show of the site and the moment.
    public let context: PageContext

    /// Makes a request.
    public init(
        method: String = "GET", segments: [String], query: [(name: String, value: String)] = [],
        knownTag: String? = nil, visitor: Visitor = .nobody, context: PageContext
    ) {
        self.method = method
        self.segments = segments
        self.query = query
        self.knownTag = knownTag
        self.visitor = visitor
        self.context = context
    }

    /// The first value of a name in the query.
    public func queryValue(_ name: String) -> String? { query.first { $0.name == name }?.value }
}

/// What every page shows beside its own content.
public struct PageContext: Sendable {
    /// The area's name, such as “Vale of Arden”.
    public var area: String
    /// A line under the header, for a demonstration.
    public var banner: String?
    /// Today in London, or the simulated day of a demonstration.
    public var today: Day
    /// The ledger's head: as of when what is shown is known.
    public var head: Head
    /// The parts of the site that the header leads to.
    public var navigation: [NavigationItem]

    /// Makes a context.
    public init(area: String, banner: String?, today: Day, head: Head, navigation: [NavigationItem]) {
        self.area = area
        self.banner = banner
        self.today = today
        self.head = head
        self.navigation = navigation
    }
}
