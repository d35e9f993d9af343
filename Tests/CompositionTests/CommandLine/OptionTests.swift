import Foundation
import Ledger
import Operations
import Pages
import Testing

@testable import Composition

@Suite(.few, .timeLimit(.minutes(5))) struct `The area's choices` {
    private struct Choice: Decodable {
        struct Setting: Decodable { let from: String }
        let key: String
        let settings: [Setting]
    }

    private static func set(
        _ value: String, from: String, at path: String, in folder: TemporaryFolder
    ) async throws -> Finished {
        try await Program.run(
            [
                "option", "set", "programme.due-month", value, "--from", from, "--by",
                Databases.administrator,
                "--database", path,
            ], in: folder)
    }

    private static let key = AreaKey()

    private static func dates(_ path: String) async throws -> String {
        let ledger = try await Site.openLedger(path, durable: false)
        let site = try await Site(ledger, area: nil, key: key)
        let page = await site.routes.answer(
            .init(segments: ["plans", "VOA-2023", "dates"], context: site.context()))
        try ledger.close()
        return String(decoding: page.reply.body, as: UTF8.self)
    }

    @Test func `move what is due to the last working day, from a day on`() async throws {
        let folder = try TemporaryFolder()
        let path = try await Databases.demonstration(in: folder)
        let before = try await Self.dates(path)
        for day in ["31 March 2024", "30 June 2024", "30 November 2024"] { #expect(before.contains(day)) }

        let first = try await Self.set("last-working-day", from: "2024-06-01", at: path, in: folder)
        #expect(first.code == 0, "\(first)")
        #expect(
            first.output.wholeMatch(
                of: /programme\.due-month is last-working-day from 2024-06-01, in force since commit \d+\n/)
                != nil)
        let from = try await Self.dates(path)
        #expect(from.contains("31 March 2024"), "before the first day it holds")
        for (gone, come) in [("30 June 2024", "28 June 2024"), ("30 November 2024", "29 November 2024")] {
            #expect(!from.contains(gone), "a Sunday or Saturday")
            #expect(from.contains(come))
        }

        let earlier = try await Self.set("last-working-day", from: "2024-01-01", at: path, in: folder)
        #expect(earlier.code == 0, "\(earlier)")
        let all = try await Self.dates(path)
        #expect(!all.contains("31 March 2024"))
        #expect(all.contains("28 March 2024"), "Easter Sunday, and Good Friday before it")

        let again = try await Self.set("last-working-day", from: "2024-01-01", at: path, in: folder)
        #expect(again.code == 0)
        #expect(again.output == "nothing new\n")

        let list = try await Program.run(["option", "list", "--database", path], in: folder)
        #expect(list.code == 0)
        #expect(list.errors.isEmpty)
        #expect(
            list.output == """
                programme.due-month: last-day from 1970-01-01
                programme.due-month: last-working-day from 2024-01-01
                programme.due-month: last-working-day from 2024-06-01

                """)

        let listed = try await Program.run(["option", "list", "--json", "--database", path], in: folder)
        let choices = try JSONDecoder().decode([Choice].self, from: Data(listed.output.utf8))
        #expect(choices.map(\.key) == ["programme.due-month"])
        #expect(choices.first?.settings.map(\.from) == ["1970-01-01", "2024-01-01", "2024-06-01"])

        for day in ["2024-01-01", "2024-06-01"] {
            #expect(try await Self.set("last-day", from: day, at: path, in: folder).code == 0)
        }
        let after = try await Self.dates(path)
        for day in ["31 March 2024", "30 June 2024", "30 November 2024"] { #expect(after.contains(day)) }
        let check = try await Program.run(["rebuild", "--check", "--database", path], in: folder)
        #expect(check.code == 0, "\(check)")
    }

    private static let refused: [([String], Int32, String)] = [
        (
            ["programme.due-month", "first-day"], 2,
            "“first-day” cannot be chosen for programme.due-month: last-day"
        ),
        (
            ["programme.due-week", "last-day"], 2,
            "There is no choice “programme.due-week”. Choices: programme.due"
        ),
        (["programme.due-month", "last-day", "--from", "2024-06-31"], 2, "“2024-06-31” is not a day"),
        (["programme.due-month", "last-day", "--by", "nobody"], 2, "“nobody” is not a mail address."),
        (["programme.due-month", "last-day", "--by", "nobody@example.org"], 1, "There is no account"),
        (["programme.due-month", "last-day", "--by", Databases.programme], 1, "(manage-reference)"),
    ]

    @Test(arguments: refused)
    func `are refused where they cannot be`(arguments: [String], code: Int32, words: String) async throws {
        let folder = try TemporaryFolder()
        let path = try await Databases.demonstration(in: folder)
        let before = try await Databases.root(of: path)
        var all = ["option", "set", "--database", path] + arguments
        if !arguments.contains("--from") { all += ["--from", "2024-06-01"] }
        if !arguments.contains("--by") { all += ["--by", Databases.administrator] }
        let run = try await Program.run(all, in: folder)
        #expect(run.code == code, "\(run)")
        #expect(run.output.isEmpty)
        #expect(run.errors.contains(words), "\(run)")
        #expect(try await Databases.root(of: path) == before)
    }
}
