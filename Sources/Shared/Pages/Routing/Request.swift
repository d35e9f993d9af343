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
    /// What was sent with a form; after an ended session, what was kept of it.
    public var form = Typed()
    /// When what was typed was kept, where `form` is a draft; microseconds since 1970-01-01 UTC.
    public var draftKeptAt: Int64?
    /// The secret of the browser's session, where it has one; for signing in and out alone.
    public var session: String?
    /// The network address asked from.
    public var network = ""
    /// The moment of asking, in microseconds since 1970-01-01 UTC.
    public var now: Int64 = 0

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

    /// The day and the moment on which access is decided.
    public var moment: Moment { Moment(today: context.today, now: now) }

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
    /// Who is signed in.
    public var person: SignedInPerson?
    /// The token of the session that every form sends back, against forged forms.
    public var formToken: String?

    /// Makes a context.
    public init(
        area: String, banner: String?, today: Day, head: Head, navigation: [NavigationItem],
        person: SignedInPerson? = nil, formToken: String? = nil
    ) {
        self.area = area
        self.banner = banner
        self.today = today
        self.head = head
        self.navigation = navigation
        self.person = person
        self.formToken = formToken
    }
}
