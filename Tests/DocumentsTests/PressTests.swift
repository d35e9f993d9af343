import CivilTime
import Foundation
import Markup
import Testing

@testable import Documents
@testable import Ledger

private let page = PrintedPage(
    title: "Assurance report, September 2024", area: "Hollin Dale",
    day: Day(year: 2024, month: 9, day: 20) ?? .earliest,
    head: Head(commit: 3, sequence: 1_234, hash: "0123456789abcdef", recordedAt: 0),
    body: """
        <h1>Assurance report</h1>
        <p class="lead">What moved, and what did not: \("<Ärger & 'Öl'>").</p>
        <h2>Objectives</h2>
        <table><caption><span class="unseen">Objectives</span></caption>
        <thead><tr><th scope="col">Objective</th><th scope="col">Rated</th></tr></thead>
        <tbody><tr><th scope="row">P1A:1</th><td>Green</td></tr></tbody></table>
        <ul class="bullets"><li>First</li><li>Second</li></ul>
        """)

@Suite(.timeLimit(.minutes(2))) struct `A printed document` {
    /// What a tool that is not ours says of a PDF.
    private func asked(_ tool: String, _ arguments: [String], of pdf: [UInt8]) throws -> String {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).pdf")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(pdf).write(to: file)
        let (process, output) = (Process(), Pipe())
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [tool] + arguments + [file.path] + (tool == "pdftotext" ? ["-"] : [])
        process.standardOutput = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: data, as: UTF8.self)
    }

    @Test func `has its title, its language, tags and its reading order`() async throws {
        let pdf = try await Press().pdf(of: page)
        let info = try asked("pdfinfo", [], of: pdf)
        #expect(info.contains(/Title: +Assurance report, September 2024\n/))
        #expect(info.contains(/Tagged: +yes/))
        #expect(info.contains(/Author: +Hollin Dale SEND partnership/))
        #expect(String(decoding: pdf, as: Unicode.ASCII.self).contains("/Lang (en-GB)"))
        let structure = try asked("pdfinfo", ["-struct-text"], of: pdf)
        let order = [
            "H1", "\"Assurance report\"", "P (block)", "H2", "\"Objectives\"", "Table", "TH", "TD",
            "\"Green\"", "LI",
        ]
        var rest = structure[...]
        for part in order {
            let found = try #require(rest.range(of: part), "\(part) is missing, or not in its place")
            rest = rest[found.upperBound...]
        }
        let text = try asked("pdftotext", [], of: pdf)
        #expect(text.contains("<Ärger & 'Öl'>"))
        #expect(text.contains("ledger root 1234"))
        #expect(text.contains("Friday 20 September 2024"))
    }

    @Test func `is the same bytes whenever it is made`() async throws {
        let press = Press()
        async let first = press.pdf(of: page)
        async let second = press.pdf(of: page)
        #expect(try await first == second)
    }

    @Test func `fetches nothing, whatever it names`() async throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).txt")
        try Data("a secret of the machine".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let naming = PrintedPage(
            title: "Naming", area: "Hollin Dale", day: page.day, head: page.head,
            body: "<h1>Naming</h1><p>\("<img src=\"file://\(file.path)\">")</p>")
        let pdf = try await Press().pdf(of: naming)
        #expect(try !asked("pdftotext", [], of: pdf).contains("a secret of the machine"))
    }

    @Test func `is refused in words where it cannot be made`() async throws {
        let missing = Press(python: "/nowhere/python3")
        await #expect(throws: PressError.failed(status: -1)) { try await missing.pdf(of: page) }
        let other = Press(python: "/bin/false")
        await #expect(throws: PressError.failed(status: 1)) { try await other.pdf(of: page) }
        let silent = Press(python: "/bin/true")
        await #expect(throws: PressError.failed(status: 0)) { try await silent.pdf(of: page) }
        let full = Press(waitingLimit: 0)
        await #expect(throws: PressError.busy) { try await full.pdf(of: page) }
        let hasty = Press(patience: 0.05)
        await #expect(throws: PressError.tookTooLong) { try await hasty.pdf(of: page) }
        for error in [PressError.busy, .failed(status: 1), .tookTooLong] {
            #expect(error.forPerson.hasSuffix(".") && !error.forOperator.isEmpty)
        }
    }
}
