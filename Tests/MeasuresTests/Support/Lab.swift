import Access
import CivilTime
import Foundation
import Ledger
import Markup
import Pages
import People
import Synchronization
import Testing

@testable import Measures

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

/// An indicator's id that a test knows to be one.
func code(_ text: String, _ place: SourceLocation = #_sourceLocation) -> IndicatorCode {
    guard let code = IndicatorCode(text) else {
        Issue.record("\(text) is not an id", sourceLocation: place)
        return IndicatorCode(stored: text)
    }
    return code
}

/// A figure that a test knows to be one.
func figure(_ text: String, _ place: SourceLocation = #_sourceLocation) -> Figure {
    guard let figure = Figure(text) else {
        Issue.record("\(text) is not a figure", sourceLocation: place)
        return Figure(0)
    }
    return figure
}

func target(_ value: Int, _ comparison: Bound = .atLeast, by: String? = "2026-03") -> Level {
    .target(Target(value: Figure(value), comparison: comparison, by: by.map { month($0) }))
}

func baseline(_ value: Int, on iso: String = "2024-03-31") -> Level {
    .baseline(
        Baseline(value: Figure(value), first: day(iso), last: day(iso), when: nil, source: "Casework"))
}

func trajectory(_ steps: [(String, Int)], _ comparison: Bound = .atLeast) -> Level {
    .trajectory(Trajectory(steps.map { .init(month($0.0), Figure($0.1)) }, comparison))
}

/// A folder of its own that goes when nobody needs it.
final class TemporaryFile: Sendable {
    private let folder: URL
    var path: String { folder.appendingPathComponent("ledger.sqlite").path }

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("measures-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }
}

/// The plans that a test publishes.
final class Plans: Sendable {
    private let plans = Mutex<[PrintedPlan]>([])

    func publish(_ plan: PrintedPlan) {
        plans.withLock { plans in plans = plans.filter { $0.code != plan.code } + [plan] }
    }

    var port: PrintedTargets {
        PrintedTargets(
            plans: { [self] in plans.withLock { $0.map { .init(code: $0.code, title: $0.title) } } },
            printed: { [self] code in plans.withLock { $0.first { $0.code == code } } })
    }
}

/// The room's routes over a ledger in a file of its own, with somebody of each role that works on indicators.
struct Lab: Sendable {
    static let today = day("2024-09-20")

    let file: TemporaryFile
    let ledger: Ledger
    let measures: Measures
    let table: RouteTable
    let plans: Plans
    let lead: Visitor
    let analyst: Visitor
    let member: Visitor
    let team: Visitor

    /// A lab with a few indicators of the list in its register.
    init(installing codes: Set<String> = ["K301", "K317", "K401", "K518", "K106", "K717"]) async throws {
        file = try TemporaryFile()
        var options = Ledger.Options(path: file.path)
        options.durable = false
        let noon = (Int64(Self.today.number) * 86_400 + 43_200) * 1_000_000
        ledger = try await Ledger.open(
            options, Registry(AccessSubjects.all + PeopleSubjects.all + Measures.subjects),
            clock: Clock { noon })
        plans = Plans()
        measures = Measures(ledger, printed: plans.port)
        var table = RouteTable()
        measures.register(in: &table)
        self.table = table
        lead = try await Self.account("Lena Lead", .groupLead, ledger)
        analyst = try await Self.account("Ana Lyst", .analyst, ledger)
        member = try await Self.account("Mo Member", .boardMember, ledger)
        team = try await Self.account("Tess Team", .programmeTeam, ledger)
        let list = try IndicatorList.definitions().filter { codes.contains($0.code.text) }
        try await measures.install(list, by: Self.author)
    }

    static let author = Author(account: "nobody", role: "programmeTeam", channel: .command)

    private static func account(_ name: String, _ role: Role, _ ledger: Ledger) async throws -> Visitor {
        let address = name.lowercased().filter { $0 != " " } + "@example.org"
        let person = try #require(PersonName(name))
        let mail = try #require(MailAddress(address))
        let id = try await Accounts(ledger).open(
            person, mail, roles: [.init(role, from: day("2020-01-01"))], by: author
        ).id
        let account = try await #require(Accounts(ledger).account(id))
        return .account(account.holder(on: today))
    }

    // MARK: Recording

    @discardableResult
    func commit<Value: Codable & Sendable>(
        _ decide: @escaping @Sendable (inout Deciding) throws -> Value
    ) async throws -> Value {
        try await ledger.commit(
            Command(id: UUID().uuidString, fields: "", author: Self.author, decide: decide)
        ).value
    }

    @discardableResult
    func recommend(
        _ level: Level, of indicator: String = "K301", for cohort: String? = nil,
        by account: String? = "lead",
        on iso: String = "2024-09-02"
    ) async throws -> String {
        let recommending = RecommendLevel(
            level, of: code(indicator), for: cohort, by: Recommender(group: "Plans group", account: account),
            reasoning: "Because", on: day(iso))
        return try await commit { try recommending.decide(&$0) }
    }

    @discardableResult
    func approve(
        _ entry: String, of indicator: String = "K301", by account: String? = "member",
        on iso: String = "2024-09-10"
    ) async throws -> String {
        let decision = DecideOnLevel(
            .approved, on: entry, of: code(indicator), board: "Improvement Board", account: account,
            day: day(iso))
        return try await commit { try decision.decide(&$0) }
    }

    func state(_ indicator: String = "K301") async throws -> Indicator {
        try await Found.indicator(code(indicator), ledger).state
    }

    func version(_ indicator: String = "K301") async throws -> String {
        "\(try await Found.indicator(code(indicator), ledger).version)"
    }

    // MARK: Asking

    func get(_ path: String, _ query: [(name: String, value: String)] = [], by visitor: Visitor = .nobody)
        async throws -> Seen
    {
        try await ask("GET", path, query, Typed(), visitor)
    }

    /// Sends a form with a command id of its own, unless one is given, as shown now unless said otherwise.
    func post(
        _ path: String, _ fields: [String: String], by visitor: Visitor, command: String? = nil
    ) async throws -> Seen {
        var typed = Typed(fields.sorted { $0.key < $1.key }.map { Typed.Field($0.key, $0.value) })
        typed.set(Form.commandField, command ?? Identifiers.live.next())
        return try await ask("POST", path, [], typed, visitor)
    }

    private func ask(
        _ method: String, _ path: String, _ query: [(name: String, value: String)], _ form: Typed,
        _ visitor: Visitor
    ) async throws -> Seen {
        let head = try await ledger.followHead()
        let context = PageContext(
            area: "Hollin Dale", banner: nil, today: Self.today, head: head,
            navigation: [Measures.navigation], formToken: "token")
        var request = Request(
            method: method, segments: path.split(separator: "/").map { String($0) }, query: query,
            visitor: visitor, context: context)
        request.form = form
        return Seen(await table.answer(request))
    }
}

/// An answer as a test looks at it.
struct Seen: Sendable {
    let status: Int
    let text: String
    let location: String?
    let keeping: Reply.Keeping

    init(_ answer: RouteTable.Answer) {
        status = answer.reply.status
        text = String(decoding: answer.reply.body, as: UTF8.self)
        location = answer.reply.headers.first { $0.name == "Location" }?.value
        keeping = answer.reply.keeping
    }

    func has(_ words: String) -> Bool { text.contains(words) }

    /// The value of a hidden field.
    func hidden(_ name: String) -> String? {
        let start = "name=\"\(name)\" value=\""
        guard let range = text.firstRange(of: start) else { return nil }
        return String(text[range.upperBound...].prefix { $0 != "\"" })
    }

    /// What the error summary says.
    var problems: [String] {
        text.matches(of: /<li><a href="#[^"]*">([^<]*)<\/a><\/li>|<li>([^<]*)<\/li>/).map {
            String($0.output.1 ?? $0.output.2 ?? "")
        }
    }
}
