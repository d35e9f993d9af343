import Access
import CivilTime
import Documents
import Foundation
import Ledger
import Markup
import Pages
import People
import Synchronization
import Testing

@testable import Meetings

/// A day that a test knows to exist.
func day(_ iso: String, _ place: SourceLocation = #_sourceLocation) -> Day {
    guard let day = Day(iso: iso) else {
        Issue.record("\(iso) is not a day", sourceLocation: place)
        return .earliest
    }
    return day
}

/// A value that a test knows to be well formed.
func sure<Value>(_ value: Value?, _ place: SourceLocation = #_sourceLocation) -> Value {
    guard let value else {
        Issue.record("not well formed", sourceLocation: place)
        return value!
    }
    return value
}

/// A short text that a test knows to be one.
func text(_ text: String, _ place: SourceLocation = #_sourceLocation) -> ShortText {
    sure(ShortText(text), place)
}

/// A folder of its own that goes when nobody needs it.
final class TemporaryFile: Sendable {
    private let folder: URL
    var path: String { folder.appendingPathComponent("ledger.sqlite").path }

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("meetings-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }
}

/// Gives back of a paper what it was recorded as.
struct RecordedPapers: Papers {
    func filing<Value>(_ upload: Upload?, _ command: Command<Value>) -> Command<Value> { command }
    func reply(_ version: Document.Version) async throws -> Reply {
        .download(version.file.filename, type: version.file.mediaType, Array(version.file.digest.utf8))
    }
}

/// The module's routes over a ledger in a file of its own, at a moment that the test sets.
struct Lab: Sendable {
    static let today = day("2024-06-30")

    let file: TemporaryFile
    let ledger: Ledger
    let table: RouteTable
    private let clock: SetMoment

    init() async throws {
        file = try TemporaryFile()
        let clock = SetMoment(Self.today)
        self.clock = clock
        var options = Ledger.Options(path: file.path)
        options.durable = false
        ledger = try await Ledger.open(
            options,
            Registry(
                PeopleSubjects.all + AccessSubjects.all + Documents.subjects + Meetings.subjects),
            clock: Clock { clock.now })
        var table = RouteTable()
        Meetings(ledger, papers: RecordedPapers()).register(in: &table)
        self.table = table
    }

    func comes(_ day: Day) { clock.set(day) }
    var today: Day { ledger.today }

    // MARK: Recording

    /// Commits what `decide` records and gives what it returns.
    @discardableResult
    func commit<Value: Codable & Sendable>(
        _ decide: @escaping @Sendable (inout Deciding) throws -> Value
    ) async throws -> Value {
        let author = Author(account: "nobody", role: "programmeTeam", channel: .command)
        return try await ledger.commit(
            Command(id: UUID().uuidString, fields: "", author: author, decide: decide)
        ).value
    }

    /// Opens an account with a role and gives its holder as they stand today.
    func account(_ name: String, _ role: Role) async throws -> Visitor {
        let address = name.lowercased().filter { $0 != " " } + "@example.org"
        let author = Author(account: "admin", role: "administrator", channel: .command)
        let id = try await Accounts(ledger).open(
            sure(PersonName(name)), sure(MailAddress(address)),
            roles: [Accounts.Giving(role, from: day("2020-01-01"))], by: author
        ).id
        return .account(sure(try await Accounts(ledger).account(id)).holder(on: today))
    }

    func meeting(_ id: String) async throws -> Meeting {
        sure(try await ledger.read { try $0.state(of: Meeting.self, id)?.state })
    }

    func forum(_ id: String) async throws -> Forum {
        sure(try await ledger.read { try $0.state(of: Forum.self, id)?.state })
    }

    /// The ids of the actions that a meeting raised, by the day they are due.
    func actions(of meeting: String) async throws -> [String] {
        try await ledger.read { try ActionRow.raised(at: meeting, $0.reader).map(\.id) }
    }

    /// The facts of a kind that are believed now: first day, last day and value.
    func facts(_ kind: String) async throws -> [String] {
        try await ledger.read { snapshot in
            try snapshot.reader.all(
                """
                SELECT key, from_day, to_day, value FROM fact WHERE kind = \(kind) AND believed_to IS NULL
                ORDER BY from_day, key, subject_id
                """
            ) { fields in
                var value = 0.0
                if case .real(let number) = fields.value(3) { value = number }
                return "\(fields.day(1)?.iso ?? "") \(fields.day(2)?.iso ?? "open") \(value)"
            }
        }
    }

    // MARK: Asking

    func get(
        _ path: String, _ query: [(name: String, value: String)] = [], by visitor: Visitor = .nobody
    ) async throws -> Seen {
        try await ask("GET", path, query, Typed(), visitor)
    }

    /// Sends a form with a command id of its own, unless one is given.
    func post(
        _ path: String, _ fields: [String: String], many: [(String, String)] = [], upload: Upload? = nil,
        by visitor: Visitor, command: String? = nil
    ) async throws -> Seen {
        var typed = Typed(fields.sorted { $0.key < $1.key }.map { Typed.Field($0.key, $0.value) })
        for (name, value) in many { typed.add(name, value) }
        typed.set(Form.commandField, command ?? Identifiers.live.next())
        if let upload { typed.set("file", upload: upload) }
        return try await ask("POST", path, [], typed, visitor)
    }

    private func ask(
        _ method: String, _ path: String, _ query: [(name: String, value: String)], _ form: Typed,
        _ visitor: Visitor
    ) async throws -> Seen {
        let head = try await ledger.followHead()
        let context = PageContext(
            area: "Vale of Arden", banner: nil, today: today, head: head, navigation: [], formToken: "token")
        var request = Request(
            method: method, segments: path.split(separator: "/").map { String($0) }, query: query,
            visitor: visitor, context: context)
        request.form = form
        request.now = clock.now
        return Seen(await table.answer(request))
    }
}

/// An answer as a test looks at it.
struct Seen: Sendable {
    let status: Int
    let text: String
    let location: String?
    let trouble: String?

    init(_ answer: RouteTable.Answer) {
        status = answer.reply.status
        text = String(decoding: answer.reply.body, as: UTF8.self)
        location = answer.reply.headers.first { $0.name == "Location" }?.value
        trouble = answer.trouble
    }

    func has(_ words: String) -> Bool { text.contains(words) }

    /// The last part of where it leads: the id of what was recorded.
    var id: String { location?.split(separator: "/").last.map(String.init) ?? "" }

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

/// A day as a form sends it.
func fields(_ name: String, _ iso: String) -> [String: String] {
    let day = day(iso)
    return [
        "\(name)-day": "\(day.dayOfMonth)", "\(name)-month": "\(day.month)", "\(name)-year": "\(day.year)",
    ]
}

extension [String: String] {
    /// Both together; the second wins.
    static func + (left: Self, right: Self) -> Self { left.merging(right) { $1 } }
}

private final class SetMoment: Sendable {
    private let moment: Mutex<Int64>
    init(_ today: Day) { moment = Mutex(Self.noon(today)) }
    func set(_ day: Day) { moment.withLock { $0 = Self.noon(day) } }
    var now: Int64 { moment.withLock { $0 } }
    private static func noon(_ day: Day) -> Int64 { (Int64(day.number) * 86_400 + 43_200) * 1_000_000 }
}
