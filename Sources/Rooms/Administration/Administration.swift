public import Access
public import Ledger
public import Markup
public import Operations
public import Pages

/// The administration room: accounts, organisations, settings; reads, restrictions and emergencies.
public struct Administration: Sendable {
    let ledger: Ledger
    let operations: Operations
    let own: OwnCredentials
    let options: [Option]
    let url: String?

    /// A choice of the area that rows and facts rest on.
    public struct Option: Sendable {
        let key: String
        let title: String
        let choices: [(value: String, words: String)]

        /// Names a setting, its title and what it may be, each with words.
        public init(key: String, title: String, choices: [(value: String, words: String)]) {
            self.key = key
            self.title = title
            self.choices = choices
        }
    }

    /// Makes the room.
    ///
    /// - Parameters:
    ///   - options: the area's choices, as rooms declare them.
    ///   - url: the address under which people reach the site, for links given to them.
    public init(
        _ ledger: Ledger, _ operations: Operations, _ own: OwnCredentials, options: [Option], url: String?
    ) {
        self.ledger = ledger
        self.operations = operations
        self.own = own
        self.options = options
        self.url = url
    }

    /// Registers the room's routes.
    public func register(in table: inout RouteTable) {
        AccountsController(ledger: ledger, operations: operations, own: own, url: url).register(in: &table)
        OrganisationsController(ledger: ledger).register(in: &table)
        OrganisationFileController(ledger: ledger, files: operations.files).register(in: &table)
        SettingsController(ledger: ledger, options: options).register(in: &table)
        ReadsController(ledger: ledger).register(in: &table)
        RestrictionsController(ledger: ledger).register(in: &table)
    }

    /// The page that the work of these roles starts at, where it is in this room.
    public static func start(_ roles: Set<Role>) -> Link? {
        if roles.contains(.administrator) { return AdminRoutes.accounts() }
        if roles.contains(.dataProtectionOfficer) { return AdminRoutes.reads() }
        return nil
    }

    /// The parts of the header that are for somebody with these permissions.
    public static func navigation(for visitor: Visitor) -> [NavigationItem] {
        let items: [(Action, NavigationItem)] = [
            (
                .manageAccounts,
                NavigationItem(section: "accounts", title: "Accounts", link: AdminRoutes.accounts())
            ),
            (
                .manageOrganisations,
                NavigationItem(
                    section: "organisations", title: "Organisations", link: AdminRoutes.organisations())
            ),
            (
                .manageReference,
                NavigationItem(section: "settings", title: "Settings", link: AdminRoutes.settings())
            ),
            (.seeReads, NavigationItem(section: "reads", title: "Who read what", link: AdminRoutes.reads())),
            (
                .restrictRecords,
                NavigationItem(
                    section: "restrictions", title: "Restrictions", link: AdminRoutes.restrictions())
            ),
        ]
        return items.filter { decide(visitor, $0.0).isAllowed }.map(\.1)
    }
}
