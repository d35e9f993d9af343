import Foundation
import Testing

@testable import Composition

@Suite(.few, .timeLimit(.minutes(5))) struct `Making a demonstration` {
    @Test func `fills a new database that verifies and agrees with its entries`() async throws {
        let folder = try TemporaryFolder()
        let run = try await Program.run(["demo", "--database", "new/demo.sqlite"], in: folder)
        #expect(run.code == 0, "\(run)")
        #expect(run.output == "new/demo.sqlite: Vale of Arden, shown as on 20 September 2024\n")
        #expect(run.errors.isEmpty, "progress is for terminals")
        for check in [["verify"], ["rebuild", "--check"]] {
            let checked = try await Program.run(check + ["--database", "new/demo.sqlite"], in: folder)
            #expect(checked.code == 0, "\(checked)")
        }
    }

    @Test func `may show another day`() async throws {
        let folder = try TemporaryFolder()
        let run = try await Program.run(
            ["demo", "--database", "d.sqlite", "--today", "2024-07-19"], in: folder)
        #expect(run.code == 0, "\(run)")
        #expect(run.output == "d.sqlite: Vale of Arden, shown as on 19 July 2024\n")
        let early = try await Program.run(
            ["demo", "--database", "e.sqlite", "--today", "2024-07-18"], in: folder)
        #expect(early.code == 1, "\(early)")
        #expect(early.errors.contains("The example begins later: choose a day from 19 July 2024."))
        #expect(!folder.holds("e.sqlite"))
    }

    @Test(arguments: ["file", "folder", "database"])
    func `leaves alone what is there already`(kind: String) async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("there")
        switch kind {
        case "file": try folder.write("there", Array("mine".utf8))
        case "folder":
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        default:
            let database = try await Databases.ordinary(in: folder)
            try FileManager.default.moveItem(atPath: database, toPath: path)
        }
        let before = FileManager.default.contents(atPath: path)
        let run = try await Program.run(["demo", "--database", "there"], in: folder)
        #expect(run.code == 1, "\(run)")
        #expect(run.output.isEmpty)
        #expect(
            run.errors == "There is already something at there. Choose another path, or remove it first.\n")
        #expect(FileManager.default.contents(atPath: path) == before)
    }
}
