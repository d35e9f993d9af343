import Access
import CivilTime
import Foundation
import Ledger
import Markup
import Pages
import People
import Synchronization
import Testing

@testable import Children

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

/// A folder of its own that goes when nobody needs it.
final class TemporaryFile: Sendable {
    private let folder: URL
    var path: String { folder.appendingPathComponent("ledger.sqlite").path }

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("children-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }
}

/// The room's routes over a ledger in a file of its own, at a moment that the test sets.
struct Lab: Sendable {
    static let today = day("2024-06-30")

    let file: TemporaryFile
    let ledger: Ledger
    let table: RouteTable
    let pace = TestPace()
    private let clock: SetMoment

    init() async throws {
        file = try TemporaryFile()
        let clock = SetMoment(Self.today)
        self.clock = clock
        var options = Ledger.Options(path: file.path)
        options.durable = false
        ledger = try await Ledger.open(
            options, Registry(PeopleSubjects.all + AccessSubjects.all + [TestWork.self]),
            clock: Clock { clock.now })
        var table = RouteTable()
        Children(ledger, pace: pace.pace).register(in: &table)
        self.table = table
    }

    func comes(_ day: Day) { clock.set(day) }
    func pass(hours: Int64) { clock.pass(hours * 3_600_000_000) }
    var today: Day { ledger.today }

    // MARK: Recording

    /// Commits what `decide` records and gives what it returns.
    @discardableResult
    func commit<Value: Codable & Sendable>(
        _ decide: @escaping @Sendable (inout Deciding) throws -> Value
    ) async throws -> Value {
        let author = Author(account: "nobody", role: "officer", channel: .command)
        return try await ledger.commit(
            Command(id: UUID().uuidString, fields: "", author: author, decide: decide)
        ).value
    }

    func child(
        _ forenames: String = "Ada", _ surname: String = "Byron", born: String? = "2014-05-10",
        _ identifiers: [Identification] = []
    ) async throws -> String {
        let name = sure(ChildName(forenames, surname))
        let edit = RecordChild(name, birthDate: born.map { day($0) }, identifiers: identifiers)
        return try await commit { try edit.decide(&$0) }
    }

    func person(_ name: String) async throws -> String {
        let edit = RecordPerson(sure(PersonName(name)))
        return try await commit { try edit.decide(&$0) }
    }

    func organisation(_ kind: OrganisationKind, _ name: String) async throws -> String {
        let edit = RecordOrganisation(kind, sure(ShortText(name)))
        return try await commit { try edit.decide(&$0) }
    }

    @discardableResult
    func record(
        _ detail: ChildDetail, of child: String, from: String = "2020-01-01", to: String? = nil
    ) async throws -> String {
        let edit = RecordOnChild(detail, of: child, from: day(from), to: to.map { day($0) })
        return try await commit { try edit.decide(&$0) }
    }

    @discardableResult
    func change(_ change: RestrictionChange) async throws -> String {
        try await commit { try change.decide(&$0, reason: "a test") }
    }

    /// Opens an account with a role and gives its holder as they stand today.
    func account(
        _ name: String, _ role: Role, at organisation: String? = nil, person: String? = nil,
        to: String? = nil
    ) async throws -> Visitor {
        let address = name.lowercased().filter { $0 != " " } + "@example.org"
        let giving = Accounts.Giving(
            role, at: organisation, from: day("2020-01-01"), to: to.map { day($0) })
        let author = Author(account: "admin", role: "administrator", channel: .command)
        let id = try await Accounts(ledger).open(
            sure(PersonName(name)), sure(MailAddress(address)), roles: [giving], person: person, by: author
        ).id
        let account = try await Accounts(ledger).account(id)
        return .account(sure(account).holder(on: today))
    }

    func state(_ id: String) async throws -> Child {
        try await #require(ledger.read { try $0.state(of: Child.self, id)?.state })
    }

    func version(_ id: String) async throws -> String {
        let version = try await ledger.read { try $0.state(of: Child.self, id)?.version }
        return "\(sure(version))"
    }

    /// The ids of all children in the list.
    func children() async throws -> [String] {
        try await ledger.read { try $0.reader.all("SELECT subject_id FROM people_child") { $0.text(0) } }
    }

    // MARK: Asking

    func get(
        _ path: String, _ query: [(name: String, value: String)] = [], by visitor: Visitor,
        _ place: SourceLocation = #_sourceLocation
    ) async throws -> Seen {
        try await ask("GET", path, query, Typed(), visitor, place)
    }

    /// Sends a form with a command id of its own, unless one is given.
    func post(
        _ path: String, _ fields: [String: String], by visitor: Visitor, command: String? = nil,
        _ place: SourceLocation = #_sourceLocation
    ) async throws -> Seen {
        var typed = Typed(fields.sorted { $0.key < $1.key }.map { Typed.Field($0.key, $0.value) })
        typed.set(Form.commandField, command ?? Identifiers.live.next())
        return try await ask("POST", path, [], typed, visitor, place)
    }

    private func ask(
        _ method: String, _ path: String, _ query: [(name: String, value: String)], _ form: Typed,
        _ visitor: Visitor, _ place: SourceLocation
    ) async throws -> Seen {
        let head = try await ledger.followHead()
        let context = PageContext(
            area: "Vale of Arden", banner: nil, today: today, head: head, navigation: [], formToken: "token")
        var request = Request(
            method: method, segments: path.split(separator: "/").map { String($0) }, query: query,
            visitor: visitor, context: context)
        request.form = form
        request.now = clock.now
        let answer = await table.answer(request)
        try await keepRead(answer, visitor, head, place)
        return Seen(answer)
    }

    /// Writes down what is shown, as the responder does; what does not say whom it shows is a fault.
    private func keepRead(
        _ answer: RouteTable.Answer, _ visitor: Visitor, _ head: Head, _ place: SourceLocation
    ) async throws {
        guard answer.isAboutChildren, [200, 422].contains(answer.reply.status) else { return }
        guard let shown = answer.reply.shown, let account = visitor.account else {
            Issue.record("\(answer.route) shows children without saying which", sourceLocation: place)
            return
        }
        _ = try await ledger.reads.record(
            Reads.Read(
                account: account, role: shown.role?.rawValue, basis: shown.basis.rawValue,
                route: answer.route, commit: head.commit,
                children: shown.opened.map { Reads.Shown(child: $0, opened: true) }
                    + shown.listed.map { Reads.Shown(child: $0, opened: false) }))
    }
}

/// An answer as a test looks at it.
struct Seen: Sendable {
    let status: Int
    let text: String
    let location: String?
    let shown: ShownChildren?
    let trouble: String?

    init(_ answer: RouteTable.Answer) {
        status = answer.reply.status
        text = String(decoding: answer.reply.body, as: UTF8.self)
        location = answer.reply.headers.first { $0.name == "Location" }?.value
        shown = answer.reply.shown
        trouble = answer.trouble
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

    /// All hidden fields but token and command.
    var hiddenFields: [String: String] {
        var fields: [String: String] = [:]
        for match in text.matches(of: /<input type="hidden" name="([^"]+)" value="([^"]*)">/) {
            fields[String(match.output.1)] = String(match.output.2).replacingOccurrences(
                of: "&#39;", with: "'")
        }
        fields["token"] = nil
        fields["command"] = nil
        return fields
    }
}

private final class SetMoment: Sendable {
    private let moment: Mutex<Int64>
    init(_ today: Day) { moment = Mutex(Self.noon(today)) }
    func set(_ day: Day) { moment.withLock { $0 = Self.noon(day) } }
    func pass(_ microseconds: Int64) { moment.withLock { $0 += microseconds } }
    var now: Int64 { moment.withLock { $0 } }
    private static func noon(_ day: Day) -> Int64 { (Int64(day.number) * 86_400 + 43_200) * 1_000_000 }
}
