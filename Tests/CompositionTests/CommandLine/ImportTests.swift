import Foundation
import Ledger
import Programme
import Testing

@testable import Composition

@Suite(.few, .timeLimit(.minutes(5))) struct `Importing a plan` {
    private static func run(
        _ bytes: [UInt8], into path: String, _ arguments: [String] = ["--json"], in folder: TemporaryFolder
    ) async throws -> Finished {
        try await Program.run(
            ["import", "plan", "-", "--database", path, "--by", Databases.programme] + arguments, in: folder,
            input: bytes)
    }

    private static func result(_ run: Finished) throws -> ImportResult {
        #expect(run.code == 0, "\(run)")
        #expect(run.errors.isEmpty, "\(run)")
        return try JSONDecoder().decode(ImportResult.self, from: Data(run.output.utf8))
    }

    @Test func `records it once, changes as a new issue, and an older text as another`() async throws {
        let folder = try TemporaryFolder()
        let path = try await Databases.ordinary(in: folder)
        let empty = try await Databases.root(of: path)

        let first = try Self.result(try await Self.run(PlanFiles.whole, into: path, in: folder))
        #expect(first.issue == 1)
        #expect(first.code == "VOA-2023")
        #expect(first.added == first.parts)
        #expect(first.parts > 40)
        let root = try await Databases.root(of: path)
        #expect(root.sequence > empty.sequence)

        let same = try Self.result(try await Self.run(PlanFiles.whole, into: path, in: folder))
        #expect(same.issue == 1)
        #expect(!same.isNew)
        #expect(try await Databases.root(of: path) == root)

        let spaced = PlanFiles.whole + [0x0A, 0x20]
        #expect(try !Self.result(try await Self.run(spaced, into: path, in: folder)).isNew)
        #expect(try await Databases.root(of: path) == root, "only the file's spaces are other")

        let changed = PlanFiles.with([("\"due\": \"2024-04\"", "\"due\": \"2024-05\"")])
        let second = try Self.result(try await Self.run(changed, into: path, in: folder))
        #expect(second.issue == 2)
        #expect((second.added, second.changed, second.dropped) == (0, 1, 0))

        let third = try Self.result(try await Self.run(PlanFiles.whole, into: path, in: folder))
        #expect(third.issue == 3, "going back is a change like any other")
        #expect((third.added, third.changed, third.dropped) == (0, 1, 0))
    }

    @Test func `says in words what it did`() async throws {
        let folder = try TemporaryFolder()
        let path = try await Databases.ordinary(in: folder)
        let file = try folder.write("plan.json", PlanFiles.whole)
        let arguments = ["import", "plan", file, "--database", path, "--by", Databases.programme]
        let first = try await Program.run(arguments, in: folder)
        #expect(first.code == 0, "\(first)")
        #expect(first.errors.isEmpty)
        #expect(
            first.output.wholeMatch(
                of: /VOA-2023: recorded as issue 1 with (\d+) parts \(\1 added, 0 changed, 0 dropped\)\.\n/)
                != nil)
        let again = try await Program.run(arguments, in: folder)
        #expect(again.code == 0)
        #expect(again.output == "VOA-2023: nothing new; issue 1 says the same already.\n")
    }

    @Test func `refuses one that is older than what is held`() async throws {
        let folder = try TemporaryFolder()
        let path = try await Databases.demonstration(in: folder)
        let before = try await Databases.root(of: path)
        let run = try await Self.run(PlanFiles.whole, into: path, [], in: folder)
        #expect(run.code == 1, "\(run)")
        #expect(
            run.errors.contains(
                "published on 15 December 2023, before the version already held (19 July 2024)"))
        #expect(try await Databases.root(of: path) == before)
    }

    @Test func `takes a simulated day on a demonstration`() async throws {
        let folder = try TemporaryFolder()
        let path = try await Databases.demonstration(in: folder)
        let later = PlanFiles.with([("2023-12-15", "2024-10-01")])
        let early = try await Self.run(later, into: path, ["--today", "2024-09-30"], in: folder)
        #expect(early.code == 1, "\(early)")
        #expect(early.errors.contains("1 October 2024 has not come yet (today is 30 September 2024)"))
        let result = try Self.result(
            try await Self.run(later, into: path, ["--today", "2024-10-01", "--json"], in: folder))
        #expect(result.issue == 3)
    }
}
