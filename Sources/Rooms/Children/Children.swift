public import Access
public import Ledger
public import Markup
public import Pages

/// The room of children's records: found, read, recorded and put right by staff; read by families.
public struct Children: Sendable {
    let ledger: Ledger
    let pace: EmergencyPace

    /// Makes the room; `pace` slows those who look for records in an emergency and find none.
    public init(_ ledger: Ledger, pace: EmergencyPace) {
        self.ledger = ledger
        self.pace = pace
    }

    /// Registers the room's routes.
    public func register(in table: inout RouteTable) {
        ListController(ledger: ledger).register(in: &table)
        NewChildController(ledger: ledger).register(in: &table)
        RecordController(ledger: ledger).register(in: &table)
        ReadersController(ledger: ledger).register(in: &table)
        HistoryController(ledger: ledger).register(in: &table)
        EditController(ledger: ledger).register(in: &table)
        EntryController(ledger: ledger).register(in: &table)
        AdultController(ledger: ledger).register(in: &table)
        DoublesController(ledger: ledger).register(in: &table)
        MarksController(ledger: ledger).register(in: &table)
        EmergencyController(ledger: ledger, pace: pace).register(in: &table)
    }

    /// The page that the work of these roles starts at, where it is in this room.
    public static func start(_ roles: Set<Role>) -> Link? {
        if roles.contains(where: { $0.isFamily && Action.viewChild.reaches[$0] != nil }) {
            return ChildRoutes.mine()
        }
        return roles.contains { Action.viewChild.reaches[$0] != nil } ? ChildRoutes.list() : nil
    }

    /// The parts of the header that are for somebody with these permissions.
    public static func navigation(for visitor: Visitor) -> [NavigationItem] {
        var items: [NavigationItem] = []
        if let family = visitor.inFamilyRoles {
            let title = family.roles == [.youngPerson] ? "My record" : "My child"
            items.append(NavigationItem(section: "my-child", title: title, link: ChildRoutes.mine()))
        }
        if visitor.worksWithChildren {
            items.append(NavigationItem(section: "children", title: "Children", link: ChildRoutes.list()))
        }
        return items
    }
}

/// How fast one account may look for records in an emergency, so that nobody tries names until one is found.
public struct EmergencyPace: Sendable {
    /// Counts a look-up of an account before it is made; where it has to wait instead, how many minutes.
    public var begin: @Sendable (_ account: String) async throws -> Int?
    /// Takes back a look-up that found what its account may see anyway.
    public var foundOwn: @Sendable (_ account: String) async throws -> Void
    /// Takes back all of an account's after it has opened a record, which somebody reviews.
    public var opened: @Sendable (_ account: String) async throws -> Void

    /// States what keeps count.
    public init(
        begin: @escaping @Sendable (_ account: String) async throws -> Int?,
        foundOwn: @escaping @Sendable (_ account: String) async throws -> Void,
        opened: @escaping @Sendable (_ account: String) async throws -> Void
    ) {
        self.begin = begin
        self.foundOwn = foundOwn
        self.opened = opened
    }
}
