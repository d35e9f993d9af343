import Access
import CivilTime
import Documents
import Foundation
import Meetings
import People
import Synchronization
import Testing

@testable import Ledger
@testable import Pages
@testable import Programme

/// A day that a test knows to exist.
func day(_ iso: String, _ place: SourceLocation = #_sourceLocation) -> Day {
    guard let day = Day(iso: iso) else {
        Issue.record("\(iso) is not a day", sourceLocation: place)
        return .earliest
    }
    return day
}

/// A month that a test knows to exist.
func month(_ iso: String, _ place: SourceLocation = #_sourceLocation) -> Month {
    guard let month = Month(iso: iso) else {
        Issue.record("\(iso) is not a month", sourceLocation: place)
        return Day.earliest.calendarMonth
    }
    return month
}

/// A code that a test knows to be one.
func code(_ text: String, _ place: SourceLocation = #_sourceLocation) -> Code {
    guard let code = Code(text) else {
        Issue.record("\(text) is not a code", sourceLocation: place)
        return Code(slugOf: text)
    }
    return code
}

/// A clock that a test sets.
final class SetClock: Sendable {
    private let moment: Mutex<Int64>
    init(_ today: Day) { moment = Mutex(Self.noon(today)) }

    func set(_ today: Day) { moment.withLock { $0 = Self.noon(today) } }
    var clock: Clock { Clock { [self] in moment.withLock { $0 } } }

    private static func noon(_ day: Day) -> Int64 { (Int64(day.number) * 86_400 + 43_200) * 1_000_000 }
}

/// A folder of its own that goes when nobody needs it.
final class TemporaryFile: Sendable {
    private let folder: URL
    var path: String { folder.appendingPathComponent("programme.sqlite").path }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "programme-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }
}

/// The programme over a ledger in a file of its own, with an account that may import.
struct Lab: Sendable {
    static let today = day("2024-09-20")

    let file: TemporaryFile
    let ledger: Ledger
    let programme: Programme
    let clock: SetClock
    let author: Author
    let routes: RouteTable

    init(today: Day = Lab.today) async throws {
        file = try TemporaryFile()
        clock = SetClock(today)
        var options = Ledger.Options(path: file.path)
        options.durable = false
        ledger = try await Ledger.open(
            options, Registry([Account.self] + Documents.subjects + Meetings.subjects + Programme.subjects),
            clock: clock.clock)
        programme = Programme(ledger)
        author = try await Self.openAccounts(ledger)
        var table = RouteTable()
        programme.register(in: &table)
        routes = table
    }

    private static func openAccounts(_ ledger: Ledger) async throws -> Author {
        let accounts = Accounts(ledger)
        let first = try #require(MailAddress("first@example.org"))
        let team = try #require(MailAddress("team@example.org"))
        let name = try #require(PersonName("Rowan Underhill"))
        _ = try await accounts.open(name, first, roles: [.init(.administrator)], by: nil)
        let administrator = try await accounts.author(first, for: .manageAccounts)
        _ = try await accounts.open(name, team, roles: [.init(.programmeTeam)], by: administrator)
        return try await accounts.author(team, for: .importPlan)
    }

    /// Both small plans, recorded once for every test that only looks at them.
    static func small() async throws -> Lab { try await recorded.value }

    private static let recorded = Task {
        let lab = try await Lab()
        try await lab.record(SmallActionPlan.text)
        try await lab.record(SmallStatement.text)
        return lab
    }

    /// Reads a plan's text and records it.
    @discardableResult
    func record(_ text: String, by author: Author? = nil) async throws -> Outcome<ImportResult> {
        let plan = try PlanFile.read(Array(text.utf8))
        return try await programme.record(plan, fingerprint: text, by: author ?? self.author)
    }

    @discardableResult
    func record(_ tree: Tree) async throws -> Outcome<ImportResult> { try await record(tree.text) }

    /// Asks for an address as it stands in a link.
    func answer(_ address: String, today: Day = Lab.today) async -> RouteTable.Answer {
        let path = address.split(separator: "#", omittingEmptySubsequences: false)[0]
        let parts = path.split(separator: "?", maxSplits: 1)
        let segments = (parts.first ?? "").split(separator: "/").map {
            String($0).removingPercentEncoding ?? ""
        }
        let query = parts.dropFirst().joined().split(separator: "&").map { part in
            let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
            return (name: pair[0], value: pair.count > 1 ? pair[1].removingPercentEncoding ?? "" : "")
        }
        return await routes.answer(
            Request(segments: segments, query: query, context: Self.context(today: today)))
    }

    /// Asks for a page.
    func page(_ address: String, today: Day = Lab.today) async -> Shown {
        Shown(address, await answer(address, today: today).reply)
    }

    /// Everything around a page is the same in every test, so that pages can be compared whole.
    static func context(today: Day = Lab.today) -> PageContext {
        PageContext(
            area: "Hollin Dale", banner: nil, today: today,
            head: Head(
                commit: 3, sequence: 1234, hash: "0123456789abcdef", recordedAt: 1_726_833_600_000_000),
            navigation: [Programme.navigation])
    }

    /// The plan's record as pages read it.
    func recordOf(_ plan: String, issue: Int? = nil) async throws -> PlanRecord {
        let code = code(plan)
        return try await ledger.read { try PlanRecord.load(code, issue: issue, $0) }
    }

    /// The facts of a kind that are believed now: key, first and last day.
    func facts(_ kind: String) async throws -> [String: [String]] {
        let found = try await ledger.read { snapshot in
            try snapshot.reader.all(
                """
                SELECT key, from_day, to_day FROM fact WHERE kind = \(kind) AND believed_to IS NULL
                ORDER BY key, from_day, subject_id
                """
            ) { ($0.text(0), [$0.day(1)?.iso ?? "none", $0.day(2)?.iso ?? "open"]) }
        }
        return Dictionary(found, uniquingKeysWith: +)
    }
}
