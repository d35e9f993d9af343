import CivilTime
import Foundation
import Ledger
import Synchronization
import Testing

@testable import People

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

/// A line of text that a test knows to be one.
func text(_ text: String) -> ShortText { sure(ShortText(text)) }

/// A child's name that a test knows to be one.
func called(_ forenames: String, _ surname: String = "", knownAs: String = "") -> ChildName {
    sure(ChildName(forenames, surname, knownAs: knownAs))
}

/// A folder of its own that goes when nobody needs it.
final class TemporaryFile: Sendable {
    private let folder: URL
    var path: String { folder.appendingPathComponent("ledger.sqlite").path }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("people-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }
}

/// A ledger of people in a file of its own, on a day that the test sets.
struct Lab: Sendable {
    static let today = day("2024-06-30")

    let file: TemporaryFile
    let ledger: Ledger
    private let clock: SetDay

    init() async throws {
        file = try TemporaryFile()
        let clock = SetDay(Self.today)
        self.clock = clock
        var options = Ledger.Options(path: file.path)
        options.durable = false
        ledger = try await Ledger.open(
            options, Registry(PeopleSubjects.all + [Casebook.self]), clock: Clock { clock.noon })
    }

    func comes(_ day: Day) { clock.set(day) }

    /// Commits what `decide` records and gives what it returns.
    @discardableResult
    func commit<Value: Codable & Sendable>(
        _ decide: @escaping @Sendable (inout Deciding) throws -> Value
    ) async throws -> Value {
        let author = Author(account: "anna", role: "officer", channel: .web)
        return try await ledger.commit(
            Command(id: UUID().uuidString, fields: "", author: author, decide: decide)
        ).value
    }

    /// Opens a child's record.
    func child(
        _ name: ChildName = called("Ada", "Byron"), born: String? = "2014-05-10",
        _ identifiers: [Identification] = []
    ) async throws -> String {
        let edit = RecordChild(name, birthDate: born.map { day($0) }, identifiers: identifiers)
        return try await commit { try edit.decide(&$0) }
    }

    /// Opens a person's record.
    func person(_ name: String = "Grace Hopper", _ details: [PersonDetail] = []) async throws -> String {
        let edit = RecordPerson(sure(PersonName(name)), details)
        return try await commit { try edit.decide(&$0) }
    }

    /// Opens an organisation's record.
    func organisation(
        _ kind: OrganisationKind = .school, _ name: String = "Hollin School", codes: [OrganisationCode] = [],
        opened: String? = nil, partOf: String? = nil
    ) async throws -> String {
        let edit = RecordOrganisation(
            kind, text(name), codes: codes, opened: opened.map { day($0) }, partOf: partOf)
        return try await commit { try edit.decide(&$0) }
    }

    /// Records something of a child and gives the entry's id.
    @discardableResult
    func record(
        _ detail: ChildDetail, of child: String, from: String, to: String? = nil,
        correcting: Correction? = nil
    ) async throws -> String {
        let edit = RecordOnChild(detail, of: child, from: day(from), to: to.map { day($0) })
        return try await commit { try edit.decide(&$0, correcting: correcting) }
    }

    /// Ends something of a child.
    @discardableResult
    func end(_ entry: String, of child: String, to: String) async throws -> String {
        let edit = EndOnChild(entry, of: child, to: day(to))
        return try await commit { try edit.decide(&$0) }
    }

    func withdraw<S: Subject>(_ entry: String, of type: S.Type, _ id: String) async throws {
        let edit = Withdraw(entry, of: type, id, because: text("not so"))
        try await commit { try edit.decide(&$0) }
    }

    func childState(_ id: String) async throws -> Child {
        try await #require(ledger.read { try $0.state(of: Child.self, id)?.state })
    }

    func personState(_ id: String) async throws -> Person {
        try await #require(ledger.read { try $0.state(of: Person.self, id)?.state })
    }

    func organisationState(_ id: String) async throws -> Organisation {
        try await #require(ledger.read { try $0.state(of: Organisation.self, id)?.state })
    }

    /// Rows of a query, values joined by a bar; days as dates, NULL as "-".
    func rows(_ sql: SQL, columns: Int, days: Set<Int> = []) async throws -> [String] {
        try await ledger.read { snapshot in
            try snapshot.reader.all(sql) { fields in
                (0..<columns).map { column in
                    switch fields.value(column) {
                    case .null: "-"
                    case .integer(let number):
                        days.contains(column) ? Day(number: Int(number)).iso : "\(number)"
                    case .real(let number): "\(number)"
                    case .text(let text): text
                    }
                }.joined(separator: "|")
            }
        }
    }

    /// The involvements with a child: kind, holder, first and last day.
    func involved(_ child: String) async throws -> [String] {
        try await ledger.read { snapshot in
            try Involvement.with(child: child, snapshot.reader).map {
                "\($0.kind.rawValue) \($0.holder) \($0.from.iso) \($0.to?.iso ?? "-")"
            }
        }
    }

    /// The believed facts of a subject: kind, days and references.
    func facts(_ kind: String, _ id: String) async throws -> [String] {
        try await rows(
            """
            SELECT kind, from_day, to_day, refs FROM fact
            WHERE subject_kind = \(kind) AND subject_id = \(id) AND believed_to IS NULL
            ORDER BY kind, from_day, key
            """, columns: 4, days: [1, 2])
    }

    /// Looks whether everything derived is what a rebuild would make.
    func expectSound(_ place: SourceLocation = #_sourceLocation) async throws {
        let report = try await ledger.checkRebuild()
        #expect(report.difference == nil, sourceLocation: place)
    }
}

private final class SetDay: Sendable {
    private let today: Mutex<Day>
    init(_ today: Day) { self.today = Mutex(today) }
    func set(_ day: Day) { today.withLock { $0 = day } }
    var noon: Int64 { (Int64(today.withLock { $0.number }) * 86_400 + 43_200) * 1_000_000 }
}

/// The same numbers in every run: SplitMix64.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
