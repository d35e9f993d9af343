import Access
import CivilTime
import Ledger
import Pages
import People
package import Programme

/// The invented area that a demonstration shows.
package enum ExampleArea {
    static let name = "Vale of Arden"

    static func banner(_ today: Day) -> String {
        "Example area: every child, school and council here is invented. Shown as on \(today.short)."
    }

    /// The day that a demonstration shows as today unless told otherwise.
    static let today = Day(year: 2024, month: 9, day: 20) ?? Day(number: 0)

    /// Fills an empty database: first accounts, the plan, the plan published again with moved dates,
    /// and what its board met about.
    static func fill(_ path: String, today: Day, report: @Sendable (String) -> Void) async throws {
        let plan = try Self.plan()
        let revised = Self.revised(plan)
        let start = plan.header.published - 14
        guard today >= revised.header.published else { throw ExampleError.tooEarly(revised.header.published) }
        let ledger = try await Site.openLedger(path, today: start, durable: false)
        try await ledger.markAsDemonstration(today: today)
        try await ReferenceData.install(in: ledger)
        report("Opening accounts …")
        let accounts = Accounts(ledger)
        let author = try await openAccounts(accounts)
        report("Recording families and staff …")
        guard let address = MailAddress("administrator@example.org") else { throw ExampleError.badData }
        try await ExamplePeople(
            ledger: ledger, day: start, accounts: accounts,
            administrator: accounts.author(address, for: .manageAccounts)
        ).record()
        try await ExampleMeetings(ledger: ledger, author: author).open()
        try ledger.close()
        for plan in [plan, revised] {
            report("Publishing “\(plan.header.title)”, version \(plan.header.printedVersion ?? "–") …")
            let ledger = try await Site.openLedger(path, today: plan.header.published, durable: false)
            let version = plan.header.printedVersion ?? ""
            _ = try await Programme(ledger).record(plan, fingerprint: "example \(version)", by: author)
            try await ledger.settle()
            try ledger.close()
        }
        report("Recording indicators and their targets …")
        try await recordIndicators(path, today: revised.header.published, by: author)
        report("Reporting on objectives, holding meetings …")
        try await recordSummer(path, on: plan.header.code.text, until: today, by: author)
        report("Filling the registers …")
        try await record(on: today, path) {
            try await ExampleRegisters(ledger: $0, author: author).record()
        }
    }

    /// Records on a day, as if it were today.
    private static func record(
        on day: Day, _ path: String, _ work: (Ledger) async throws -> Void
    ) async throws {
        let ledger = try await Site.openLedger(path, today: day, durable: false)
        try await work(ledger)
        try await ledger.settle()
        try ledger.close()
    }

    private static func recordIndicators(_ path: String, today: Day, by team: Author) async throws {
        guard let address = MailAddress("administrator@example.org") else { throw ExampleError.badData }
        try await record(on: today, path) { ledger in
            let accounts = Accounts(ledger)
            try await ExampleIndicators(
                ledger: ledger, accounts: accounts,
                administrator: accounts.author(address, for: .manageAccounts), team: team
            ).record()
        }
    }

    /// What groups reported and boards decided in the summer, each step recorded on its day.
    private static func recordSummer(
        _ path: String, on plan: String, until today: Day, by team: Author
    ) async throws {
        let steps = ProgressExample.Step.allCases.map { (day: $0.day, step: Optional($0)) }
        let meetings = ExampleMeetings.days.map { (day: $0, step: ProgressExample.Step?.none) }
        for (day, step) in (steps + meetings).sorted(by: { $0.day < $1.day }) where day <= today {
            try await record(on: day, path) { ledger in
                guard let step else {
                    return try await ExampleMeetings(ledger: ledger, author: team).record(day)
                }
                let accounts = Accounts(ledger)
                let people = ProgressExample.People(
                    team: team, lead: try await lead("families", accounts),
                    otherLead: try await lead("leading", accounts))
                try await ProgressExample(ledger, plan: plan, people).record(step)
            }
        }
    }

    private static func lead(_ name: String, _ accounts: Accounts) async throws -> Author {
        guard let address = MailAddress("\(name)@example.org"),
            let account = try await accounts.account(at: address)
        else { throw ExampleError.badData }
        return Author(account: account.id, role: Role.groupLead.rawValue, channel: .command)
    }

    /// The plan as it was first published.
    package static func plan() throws -> PublishedPlan {
        try PlanFile.read(PackageResources.vale_of_arden_plan_json)
    }

    /// Whom the demonstration lets sign in with one click, in the order of roles.
    static func accounts(_ ledger: Ledger) async throws -> [SignInPages.DemonstrationAccount] {
        let today = ledger.today
        let found = try await ledger.read { snapshot in
            try snapshot.reader.all("SELECT subject_id FROM access_account ORDER BY name, subject_id") {
                $0.text(0)
            }.compactMap { try snapshot.state(of: Account.self, $0)?.state }
        }
        let order = Dictionary(
            Role.allCases.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        return found.compactMap { account -> (Int, SignInPages.DemonstrationAccount)? in
            guard let role = account.holder(on: today).grants.first?.role, let name = account.name else {
                return nil
            }
            let words = SignInPages.DemonstrationAccount(
                id: account.id, name: name.text, role: role.words.capitalizedFirst,
                comesFor: Navigation.comesFor(role))
            return (order[role] ?? 0, words)
        }.sorted { $0.0 < $1.0 }.map(\.1)
    }

    private static func openAccounts(_ accounts: Accounts) async throws -> Author {
        guard let administrator = MailAddress("administrator@example.org"),
            let team = MailAddress("programme@example.org"),
            let name = PersonName("Rowan Underhill"), let other = PersonName("Asha Merriden")
        else { throw ExampleError.badData }
        _ = try await accounts.open(name, administrator, roles: [.init(.administrator)], by: nil)
        let author = try await accounts.author(administrator, for: .manageAccounts)
        _ = try await accounts.open(other, team, roles: [.init(.programmeTeam)], by: author)
        let others: [(name: String, address: String, role: Role)] = [
            ("Hazel Ormerod", "families", .groupLead), ("Conrad Ives", "leading", .groupLead),
            ("Winifred Astley", "board", .boardMember), ("Jory Kestle", "scrutiny", .scrutiny),
        ]
        for (name, address, role) in others {
            guard let name = PersonName(name), let address = MailAddress("\(address)@example.org") else {
                throw ExampleError.badData
            }
            _ = try await accounts.open(name, address, roles: [.init(role)], by: author)
        }
        return try await accounts.author(team, for: .importPlan)
    }

    /// The plan as it was published again in July 2024, with two dates moved.
    private static func revised(_ plan: PublishedPlan) -> PublishedPlan {
        var plan = plan
        plan.header.printedVersion = "1.1"
        plan.header.published = Day(year: 2024, month: 7, day: 19) ?? plan.header.published
        let moves = ["PAP2B:2": Month(year: 2025, month: 3), "PAP3A:2": Month(year: 2025, month: 1)]
        for index in plan.objectives.indices {
            guard let month = moves[plan.objectives[index].code.text] ?? nil else { continue }
            if let first = plan.objectives[index].due.months.first {
                plan.objectives[index].text = plan.objectives[index].text.replacing(
                    first.written, with: month.written)
            }
            plan.objectives[index].due.months = [month]
            plan.objectives[index].due.text = month.written
            plan.objectives[index].due.monthsStated = nil
            plan.objectives[index].remarks.append(
                Remark(about: "date", text: "Moved by the board on 16 July 2024.", isDoubt: false))
        }
        return plan
    }
}

/// Why the example area could not be made.
enum ExampleError: Explained, Equatable {
    case exists(String)
    case tooEarly(Day)
    case badData

    var forPerson: String {
        switch self {
        case .exists(let path):
            "There is already something at \(path). Choose another path, or remove it first."
        case .tooEarly(let first): "The example begins later: choose a day from \(first.short)."
        case .badData: "The example area's own data is damaged; this is a fault of the program."
        }
    }

    var forOperator: String { forPerson }
}
