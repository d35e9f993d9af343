import Foundation
import Statute
import Testing

/// `docs/clock.md` names everything that a file and a report can hold, and its tables are the data, row by row.
struct DocumentTests {
    private static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private let text = file("docs/clock.md")

    private static func file(_ path: String) -> String {
        (try? String(contentsOf: root.appending(path: path), encoding: .utf8)) ?? ""
    }

    /// The rows of a table that names things in its first column, below a heading and up to the next.
    private func rows(under heading: String) throws -> [String] {
        let start = try #require(text.range(of: "\n\(heading)\n")).upperBound
        return text[start...].components(separatedBy: "\n").prefix { !$0.hasPrefix("#") }
            .filter { $0.hasPrefix("| `") }
    }

    @Test func `its rules are those of the law, word for word and in order`() throws {
        let rows = try rows(under: "## Rules")
        let expected = Law.england.rules.map { rule in
            [
                "`\(rule.id)`", rule.title, rule.owedBy.name, rule.owedTo.name, rule.limit.inWords,
                rule.force.rawValue, rule.mark.rawValue, rule.exceptions.joined(separator: " "),
                rule.citation,
            ]
        }.map { "| \($0.joined(separator: " | ")) |" }
        for (row, wanted) in zip(rows, expected) { #expect(row == wanted) }
        #expect(rows.count == expected.count)
    }

    @Test func `its exceptions are those of the law, word for word and in order`() throws {
        let expected = Law.england.exemptions.map {
            "| `\($0.id)` | \($0.title) | \($0.mark.rawValue) | \($0.citation) |"
        }
        #expect(try rows(under: "### Exceptions") == expected)
    }

    @Test func `its events are those of the program, in the words of the source`() throws {
        let said = Self.comments(in: "EventKind.swift", of: "EventKind")
        #expect(said.count == EventKind.allCases.count)
        #expect(try rows(under: "## Events") == row(EventKind.names, said))
    }

    @Test func `its matters, choices and parties are those of the program, in the words of the source`()
        throws
    {
        #expect(
            try rows(under: "## Matters")
                == row(MatterKind.names, Self.comments(in: "Words.swift", of: "MatterKind")))
        #expect(
            try rows(under: "## Choices") == row(Choice.names, Self.comments(in: "Words.swift", of: "Choice"))
        )
        #expect(
            try rows(under: "## Parties") == row(Party.names, Self.comments(in: "Words.swift", of: "Party")))
    }

    private func row(_ names: [String], _ comments: [String]) -> [String] {
        zip(names, comments).map { "| `\($0)` | \($1) |" }
    }

    /// What the source says of each case of an enumeration, in order.
    private static func comments(in name: String, of type: String) -> [String] {
        let source = file("Sources/Pure/Statute/Model/\(name)").components(separatedBy: "\n")
        var (said, comment, isInside): ([String], [String], Bool) = ([], [], false)
        for line in source.map({ $0.trimmingCharacters(in: .whitespaces) }) {
            if line.hasPrefix("public enum") { isInside = line.contains(" \(type):") }
            if line.hasPrefix("///") {
                comment.append(String(line.dropFirst(4)))
            } else {
                if isInside, line.hasPrefix("case ") {
                    for _ in line.split(separator: ",") { said.append(comment.joined(separator: " ")) }
                }
                comment = []
            }
        }
        return said
    }

    @Test func `it names every status and every step ahead`() {
        for status in Status.names { #expect(text.contains("`\(status)`"), "\(status)") }
        for step in AheadRule.all { #expect(text.contains("`\(step.id)`"), "\(step.id)") }
    }

    @Test func `every problem it names stands in a vector`() throws {
        let start = try #require(text.range(of: "**Problems.**")).upperBound
        let paragraph = text[start...].prefix { $0 != "." }
        let names = Set(paragraph.matches(of: /`([^`]+)`/).map { String($0.1).replacing("\n", with: " ") })
        var found: Set<String> = []
        for vector in Vector.all { found.formUnion(try vector.expectation()["problems"] as? [String] ?? []) }
        #expect(names.count > 20)
        #expect(names == found)
    }

    @Test(arguments: [
        "countReceiptDay", "fixedDayInTime", "tribunalRules", "dueSoonDays", "holders", "attendsSetting",
        "namesSetting", "settingHoldsReview", "detained", "holidays", "terms", "corrects", "withdraws",
        "exception", "withheld", "ownDays",
    ])
    func `it names every field`(field: String) { #expect(text.contains("`\(field)`")) }
}
