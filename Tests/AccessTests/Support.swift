import CivilTime
import Foundation
import Ledger
import People
import Synchronization
import Testing

@testable import Access

/// A day that a test knows to exist.
func day(_ iso: String, _ place: SourceLocation = #_sourceLocation) -> Day {
    guard let day = Day(iso: iso) else {
        Issue.record("\(iso) is not a day", sourceLocation: place)
        return .earliest
    }
    return day
}

/// A name that a test knows to be one.
func name(_ text: String, _ place: SourceLocation = #_sourceLocation) throws -> PersonName {
    try #require(PersonName(text), sourceLocation: place)
}

/// An address that a test knows to be one.
func address(_ text: String, _ place: SourceLocation = #_sourceLocation) throws -> MailAddress {
    try #require(MailAddress(text), sourceLocation: place)
}

/// Roles to give from today, in the order of their names.
func giving(_ roles: Set<Role>) -> [Accounts.Giving] {
    roles.sorted { $0.rawValue < $1.rawValue }.map { Accounts.Giving($0) }
}

/// A folder of its own that goes when nobody needs it.
final class TemporaryFile: Sendable {
    private let folder: URL
    var path: String { folder.appendingPathComponent("ledger.sqlite").path }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("access-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }
}

/// The accounts of a ledger in a file of its own, on a day that the test sets.
struct Office: Sendable {
    static let opening = day("2024-06-30")

    let file: TemporaryFile
    let ledger: Ledger
    let accounts: Accounts
    private let clock: SetDay

    init(file: TemporaryFile? = nil) async throws {
        self.file = try file ?? TemporaryFile()
        let clock = SetDay(Self.opening)
        self.clock = clock
        var options = Ledger.Options(path: self.file.path)
        options.durable = false
        ledger = try await Ledger.open(
            options, Registry(AccessSubjects.all + PeopleSubjects.all), clock: Clock { clock.noon })
        accounts = Accounts(ledger)
    }

    func comes(_ day: Day) { clock.set(day) }

    /// Opens the first account and gives its id.
    func openFirst(_ roles: Set<Role> = [.administrator]) async throws -> String {
        try await accounts.open(name("Ada First"), address("ada@example.org"), roles: giving(roles), by: nil)
            .id
    }

    /// Gives an account a role, as an administrator would.
    func grant(_ role: Role, to account: String, from: Day, to end: Day? = nil) async throws {
        let command = Command(
            id: UUID().uuidString, fields: "",
            author: Author(account: "ada", role: "administrator", channel: .command)
        ) { deciding -> Bool in
            try deciding.record(
                RoleGranted(role: role, from: from, to: end), on: Account.self, account, day: deciding.today)
            return true
        }
        _ = try await ledger.commit(command)
    }

    func account(_ id: String) async throws -> Account {
        try await #require(ledger.read { try $0.state(of: Account.self, id)?.state })
    }

    func chronicle(_ id: String) async throws -> [Chronicle] {
        try await ledger.read { try $0.chronicle(of: SubjectID(kind: Account.kind, id: id)) }
    }

    /// The addresses in the list of accounts.
    func addresses() async throws -> [String] {
        try await ledger.read { snapshot in
            try snapshot.reader.all("SELECT address FROM access_account ORDER BY address") { $0.text(0) }
        }
    }

    /// The roles in the list of roles, with their days.
    func roleRows(_ id: String) async throws -> [String] {
        try await ledger.read { snapshot in
            try snapshot.reader.all(
                "SELECT role, from_day, to_day FROM access_role WHERE subject_id = \(id) ORDER BY from_day, role"
            ) { "\($0.text(0)) \($0.integer(1)) \($0.integerOrNil(2) ?? -1)" }
        }
    }
}

private final class SetDay: Sendable {
    private let today: Mutex<Day>
    init(_ today: Day) { self.today = Mutex(today) }
    func set(_ day: Day) { today.withLock { $0 = day } }
    var noon: Int64 { (Int64(today.withLock { $0.number }) * 86_400 + 43_200) * 1_000_000 }
}
