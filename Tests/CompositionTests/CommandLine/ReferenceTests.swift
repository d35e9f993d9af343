import ArgumentParser
import Foundation
import Testing

@testable import Composition

@Suite(.few) struct `The command's reference` {
    private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../../docs/cli.md").standardizedFileURL

    private static func sections(_ command: any ParsableCommand.Type, _ names: [String]) -> [String] {
        let names = names + [command.configuration.commandName ?? ""]
        let help = Goldenthread.helpMessage(for: command, columns: 100)
        let section = "## \(names.joined(separator: " "))\n\n```text\n\(help)\n```\n"
        return [section] + command.configuration.subcommands.flatMap { sections($0, names) }
    }

    @Test func `says what the parser says`() throws {
        let all = Self.sections(Goldenthread.self, [])
        #expect(all.count == 26, "the command, its eleven commands and their fourteen")
        let text =
            """
            # The command goldenthread

            Made from the command's own help by `GOLDEN=write make test-swift`; a test
            fails where the two differ.


            """ + all.joined(separator: "\n")
        if ProcessInfo.processInfo.environment["GOLDEN"] == "write" {
            try text.write(to: Self.file, atomically: true, encoding: .utf8)
        }
        let held = try String(contentsOf: Self.file, encoding: .utf8)
        #expect(held == text, "docs/cli.md is out of date: run the tests once with GOLDEN=write")
    }

    @Test func `explains every option and argument`() {
        for section in Self.sections(Goldenthread.self, []) {
            let lines = section.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            for (line, next) in zip(lines, lines.dropFirst())
            where line.hasPrefix("  -") || line.hasPrefix("  <") {
                let isExplained =
                    line.dropFirst(2).contains("   ") || line.contains(/> [A-Z]/)
                    || next.hasPrefix("       ")
                #expect(isExplained, "\(line)")
            }
        }
    }
}
