import CivilTime
import Foundation
import Testing

@testable import Composition

@Suite(.few, .timeLimit(.minutes(5))) struct `Opening accounts` {
    private struct Opened: Decodable {
        var account: String
        var firstOfDatabase: Bool
    }

    private static func add(
        _ arguments: [String], name: String = "Rowan Underhill", address: String = "a@example.org",
        in folder: TemporaryFolder
    ) async throws -> Finished {
        try await Program.run(
            ["user", "add", "--name", name, "--address", address, "--database", "area.sqlite"] + arguments,
            in: folder)
    }

    @Test func `needs nobody's authority for the first, and somebody's for the next`() async throws {
        let folder = try TemporaryFolder()
        let first = try await Self.add(["--role", "administrator", "--json"], in: folder)
        #expect(first.code == 0, "\(first)")
        #expect(first.errors.isEmpty)
        let opened = try JSONDecoder().decode(Opened.self, from: Data(first.output.utf8))
        #expect(opened.firstOfDatabase)
        #expect(opened.account.wholeMatch(of: /[0-9a-z]{26}/) != nil)
        let root = try await Databases.root(of: folder.path("area.sqlite"))

        let second = try await Self.add(["--role", "officer"], address: "b@example.org", in: folder)
        #expect(second.code == 1, "\(second)")
        #expect(second.output.isEmpty)
        #expect(second.errors.contains("say by which of them, with --by ADDRESS"))
        #expect(try await Databases.root(of: folder.path("area.sqlite")) == root)

        let allowed = try await Self.add(
            ["--role", "officer", "--role", "programmeTeam", "--by", "a@example.org"],
            address: "b@example.org",
            in: folder)
        #expect(allowed.code == 0, "\(allowed)")
        #expect(
            allowed.output.wholeMatch(
                of: /account [0-9a-z]{26} opened\nhttp:\/\/127.0.0.1:8080\/links\/[0-9a-z]{52}\n/) != nil)

        let taken = try await Self.add(
            ["--by", "a@example.org"], name: "Somebody Else", address: "b@example.org", in: folder)
        #expect(taken.code == 1, "\(taken)")
        #expect(taken.errors.contains("There is already an account with this address."))

        let officer = try await Self.add(["--by", "b@example.org"], address: "c@example.org", in: folder)
        #expect(officer.code == 1, "\(officer)")
        #expect(officer.errors.contains("This account has no role that allows it (manage-accounts)."))

        let nobody = try await Self.add(["--by", "z@example.org"], address: "c@example.org", in: folder)
        #expect(nobody.code == 1, "\(nobody)")
        #expect(nobody.errors.contains("There is no account with this address."))
    }

    @Test func `says in words that the first is the first`() async throws {
        let run = try await Self.add(["--role", "administrator"], in: TemporaryFolder())
        #expect(run.code == 0, "\(run)")
        #expect(
            run.output.wholeMatch(
                of:
                    /account [0-9a-z]{26} opened, the first of this database, by nobody's authority\nhttp:\/\/127.0.0.1:8080\/links\/[0-9a-z]{52}\n/
            ) != nil
        )
    }

    private static let wrong: [([String], String, String, String)] = [
        (
            ["--role", "king"], "Rowan", "a@example.org",
            "There is no role “king”. Roles: parent, youngPerson,"
        ),
        (
            ["--role", "administrator", "--role", "Officer"], "Rowan", "a@example.org",
            "There is no role “Officer”."
        ),
        ([], "", "a@example.org", "A name of 1 to 200 characters is needed."),
        ([], String(repeating: "a", count: 201), "a@example.org", "A name of 1 to 200 characters is needed."),
        ([], "Rowan", "a@", "“a@” is not a mail address."), ([], "Rowan", "", "“” is not a mail address."),
        ([], "Rowan", "a example.org", "is not a mail address."),
        (["--by", "me"], "Rowan", "a@example.org", "“me” is not a mail address."),
    ]

    @Test(arguments: wrong)
    func `with what cannot be is wrong usage and makes no database`(
        arguments: [String], name: String, address: String, words: String
    ) async throws {
        let folder = try TemporaryFolder()
        let run = try await Self.add(arguments, name: name, address: address, in: folder)
        #expect(run.code == 2, "\(run)")
        #expect(run.output.isEmpty)
        #expect(run.errors.contains(words), "\(run)")
        #expect(!folder.holds("area.sqlite"))
    }

    @Test func `in a demonstration happens on its day`() async throws {
        let folder = try TemporaryFolder()
        let path = try await Databases.demonstration(in: folder)
        let run = try await Program.run(
            [
                "user", "add", "--name", "Idris Quell", "--address", "idris@example.org", "--role", "officer",
                "--by",
                Databases.administrator, "--database", path,
            ], in: folder)
        #expect(run.code == 0, "\(run)")
        let day = try Databases.number(
            at: path, "SELECT recorded_at / 86400000000 FROM commit_record ORDER BY number DESC")
        #expect(day == ExampleArea.today.number)
    }
}
