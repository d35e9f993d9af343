import Access
import Administration
import Children
import Documents
import Ledger
import Markup
import Measures
import Meetings
import Operations
import Pages
import Programme

extension Site {
    /// What the routes of the site are made of.
    struct Parts {
        let ledger: Ledger
        let operations: Operations
        let signIn: SignIn
        let own: OwnCredentials
        let area: String
        let isDemonstration: Bool
        let url: String?
    }

    static func routes(_ parts: Parts) -> RouteTable {
        let documents = Documents(parts.operations)
        let programme = Programme(
            parts.ledger, documents: documents, targets: TargetPorts.approved(parts.ledger))
        var table = RouteTable()
        SitePages.register(in: &table)
        HomePage(programme: programme).register(in: &table)
        programme.register(in: &table)
        Meetings(parts.ledger, documents).register(in: &table)
        Measures(parts.ledger, printed: TargetPorts.printed(parts.ledger)).register(in: &table)
        let ledger = parts.ledger
        var demonstration: (@Sendable () async throws -> [SignInPages.DemonstrationAccount])?
        if parts.isDemonstration { demonstration = { try await ExampleArea.accounts(ledger) } }
        SignInPages(
            parts.signIn, parts.own, parts.operations, area: parts.area,
            demonstration: demonstration, square: SquareCode.html
        ).register(in: &table)
        AccountPages(
            Accounts(parts.ledger), parts.own, parts.operations, startFor: Navigation.start
        ).register(in: &table)
        Children(parts.ledger, pace: emergencyPace(parts.operations.attempts)).register(in: &table)
        Administration(
            parts.ledger, parts.operations, parts.own, options: AreaOption.administered, url: parts.url
        ).register(in: &table)
        return table
    }
}

extension Site {
    private static func emergencyPace(_ attempts: Attempts) -> EmergencyPace {
        EmergencyPace(
            begin: { try await attempts.minutesToWait([.emergency($0)]) },
            foundOwn: { try await attempts.takeBack(.emergency($0)) },
            opened: { try await attempts.succeeded([.emergency($0)]) })
    }
}

/// Where the header leads, and where each role's work starts.
enum Navigation {
    static let signIn = NavigationItem(section: "sign-in", title: "Sign in", link: SignInPages.signIn())

    /// The parts of the site that are somebody's.
    static func items(for visitor: Visitor) -> [NavigationItem] {
        Children.navigation(for: visitor) + Programme.navigation(for: visitor)
            + Meetings.navigation(for: visitor)
            + [Measures.navigation]
            + Administration.navigation(for: visitor)
    }

    /// The page that somebody's work starts at; nil where no page of theirs stands yet.
    static func start(_ roles: Set<Role>) -> Link? {
        Children.start(roles) ?? Administration.start(roles)
            ?? Programme.start(roles) ?? Meetings.start(roles)
            ?? (roles.contains(.analyst) ? Measures.navigation.link : nil)
    }

    /// The roles of today in words.
    static func words(_ holder: AccountHolder) -> String {
        var seen: Set<Role> = []
        return holder.grants.map(\.role).filter { seen.insert($0).inserted }.map(\.words)
            .joined(separator: ", ")
    }

    /// What somebody of a role comes for, in a demonstration.
    static func comesFor(_ role: Role) -> String {
        switch role {
        case .parent: "sees where their child's record stands and who has looked"
        case .youngPerson: "sees their own record"
        case .senco, .settingLeader: "sees their school's pupils"
        case .officer: "looks after the children of a team"
        case .sendManager: "sees the whole area, merges doubles"
        case .dsco, .dco: "sees the children of the area, for social care or health"
        case .safeguardingLead: "closes records, marks accesses"
        case .dataProtectionOfficer: "sees who read what, and why"
        case .administrator: "opens accounts, gives roles, keeps organisations"
        case .programmeTeam: "keeps the improvement plan and what is reported on it"
        case .groupLead: "reports on the objectives of a group each month"
        case .boardMember, .scrutiny: "sees what was reported, and what the records say beside it"
        case .analyst: "keeps the register of indicators"
        default: "sees what the role allows"
        }
    }
}
