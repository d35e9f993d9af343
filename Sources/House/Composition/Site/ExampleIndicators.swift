import Access
import CivilTime
import Ledger
import Measures
import People

/// The register of the example area: the program's list, with invented baselines and targets of some indicators.
struct ExampleIndicators {
    let ledger: Ledger
    let accounts: Accounts
    let administrator: Author
    let team: Author

    private static let group = "Timely Plans group"
    private static let board = "SEND Improvement Board"

    /// Puts the list in the register and records what groups recommended and the board decided.
    func record() async throws {
        try await Measures(ledger, printed: .none).install(IndicatorList.definitions(), by: team)
        let lead = try await account("Kit Fairbairn", "grouplead", .groupLead)
        let member = try await account("Odile Marchbank", "board", .boardMember)
        _ = try await account("Priya Thornbury", "analyst", .analyst)
        for line in Self.lines {
            guard let code = IndicatorCode(line.code), let day = Day(iso: line.recommended) else {
                throw ExampleError.badData
            }
            let recommending = RecommendLevel(
                line.level, of: code, by: Recommender(group: Self.group, account: lead.account),
                reasoning: line.why, on: day)
            let entry = try await commit("\(line.code) \(line.level.kind)", lead) {
                try recommending.decide(&$0)
            }
            guard let approved = line.approved else { continue }
            guard let day = Day(iso: approved) else { throw ExampleError.badData }
            let decision = DecideOnLevel(
                .approved, on: entry, of: code, board: Self.board, account: member.account, day: day)
            _ = try await commit("\(line.code) \(line.level.kind) approved", member) {
                try decision.decide(&$0)
            }
        }
    }

    private struct Line {
        let code: String
        let level: Level
        let recommended: String
        var approved: String?
        let why: String
    }

    private static func month(_ text: String) -> Month { Month(iso: text) ?? Day(number: 0).calendarMonth }

    private static func start(_ value: Int, _ source: String) -> Level {
        let july = month("2023-07")
        return .baseline(
            Baseline(value: Figure(value), first: july.first, last: july.last, when: nil, source: source))
    }

    private static let lines = [
        Line(
            code: "K301", level: start(38, "Casework system"), recommended: "2024-02-12",
            approved: "2024-03-05",
            why: "The month of the inspection, so that everybody measures from the same day."),
        Line(
            code: "K301",
            level: .target(Target(value: Figure(90), comparison: .atLeast, by: month("2025-09"))),
            recommended: "2024-02-12", approved: "2024-03-05",
            why:
                "Families told us that no wait beyond 20 weeks is acceptable; 90% is what the new team can hold."
        ),
        Line(
            code: "K301",
            level: .trajectory(
                Trajectory(
                    [("2024-06", 55), ("2024-12", 70), ("2025-05", 80), ("2025-09", 90)].map {
                        Trajectory.Step(month($0.0), Figure($0.1))
                    }, .atLeast)), recommended: "2024-02-12", approved: "2024-03-05",
            why: "Two recruitment rounds and the change of the advice pathway set the pace."),
        Line(
            code: "K518", level: start(540, "NHS trust, interim"), recommended: "2024-04-09",
            approved: "2024-05-07", why: "The first month for which every referral has a date."),
        Line(
            code: "K518",
            level: .target(Target(value: Figure(365), comparison: .atMost, by: month("2025-03"))),
            recommended: "2024-07-02",
            why: "One year is the most that the pathway redesign allows; the board decides in October."),
        Line(
            code: "K401", level: start(34, "Audit of 61 plans"), recommended: "2024-02-12",
            approved: "2024-03-05", why: "All plans audited in July 2023."),
    ]

    private func account(_ name: String, _ address: String, _ role: Role) async throws -> Author {
        guard let name = PersonName(name), let mail = MailAddress("\(address)@example.org") else {
            throw ExampleError.badData
        }
        let held = try await accounts.account(at: mail)?.id
        let id =
            if let held {
                held
            } else {
                try await accounts.open(name, mail, roles: [.init(role)], by: administrator).id
            }
        return Author(account: id, role: role.rawValue, channel: .web)
    }

    private func commit<Value: Codable & Sendable>(
        _ name: String, _ author: Author, _ decide: @escaping @Sendable (inout Deciding) throws -> Value
    ) async throws -> Value {
        try await ledger.commit(
            Command(id: "example \(name)", fields: "", author: author, decide: decide)
        ).value
    }
}
