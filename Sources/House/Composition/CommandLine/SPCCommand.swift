import ArgumentParser
import CivilTime
import Foundation
import Statistics

struct SPCCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "spc", abstract: "Read a series as an XmR chart: limits, special cause, icons.",
        discussion: "docs/spc.md describes the file, every rule and every field.")

    @Argument(help: "The file with the series as CSV (date,value), or - for standard input.")
    var file: String?

    @Option(
        name: .long, help: "Which way is better: increase (the default), decrease or neutral.",
        transform: Word.parse)
    var improvement = Improvement.increase

    @Option(name: .long, parsing: .unconditional, help: "The target where the file has none.")
    var target: String?

    @Option(
        name: .long, parsing: .upToNextOption,
        help: ArgumentHelp("Days of points where new sections begin, DATE or DATE=REASON.", valueName: "date")
    )
    var rebase: [String] = []

    @Option(name: .long, help: "How many points of each section set its limits, 12 or more (default: all).")
    var fixAfter: Int?

    @Flag(name: .long, help: "Keep outlying moving ranges in the limits.")
    var noScreen = false

    @Option(
        name: .long,
        help: "Whether a point beyond the limits counts as near them: strict (no; the default) or inclusive.",
        transform: Word.parse)
    var twoOfThree = TwoOfThree.strict

    @Option(name: .customLong("run"), help: "How many points on one side make a run, 5 to 9.")
    var runLength = 7

    @Option(name: .customLong("trend"), help: "How many values rising or falling make a trend, 5 to 9.")
    var trendLength = 7

    @Flag(name: .long, help: "Give icons for fewer than 13 points too.")
    var earlyIcons = false

    @Option(name: .long, help: "The unit said in sentences, such as days or %.")
    var unit = ""

    @Flag(name: .long, help: "Print the points alone, without the summary.")
    var noSummary = false

    @Flag(name: .long, help: "Print the result as JSON.")
    var json = false

    private static let limit = 4 * 1_048_576

    func validate() throws {
        _ = try input()
        _ = try settings()
        guard !(json && noSummary) else { throw ValidationError("--no-summary is for CSV alone.") }
    }

    func run() async throws {
        let bytes = try InputFile.read(input().file, limit: Self.limit)
        guard bytes.count <= Self.limit else { throw Refused(text: "expected at most 4 MB, found more") }
        let chart: XmRChart
        do {
            chart = try SPCFile.read(bytes).chart(settings())
        } catch let refusal as SPCRefusal {
            throw Refused(text: refusal.forPerson)
        }
        try Terminal.result(
            json ? SPCReport.json(chart, unit: unit) : SPCReport.csv(chart, summary: !noSummary, unit: unit))
    }

    /// The file, and the days; where the file stands last, after the days, it was taken for one of them.
    private func input() throws -> (file: String, rebase: [String]) {
        if let file { return (file, rebase) }
        guard let last = rebase.last, Day(iso: last.prefix(10)) == nil else {
            throw ValidationError("Missing expected argument '<file>'")
        }
        return (last, rebase.dropLast())
    }

    private func settings() throws -> ChartSettings {
        var settings = ChartSettings(
            improvement: improvement, target: try number(target),
            rebases: try input().rebase.map(Self.rebase),
            fixAfter: fixAfter, screensMovingRanges: !noScreen, runLength: runLength,
            trendLength: trendLength,
            twoOfThree: twoOfThree)
        settings.showsIconsEarly = earlyIcons
        if let problem = settings.problem { throw ValidationError(problem.description) }
        return settings
    }

    private func number(_ text: String?) throws -> Double? {
        guard let text else { return nil }
        guard let value = SPCFile.number(text) else {
            throw ValidationError("“\(text)” is not a plain number, such as 12 or 45.6.")
        }
        return value
    }

    private static func rebase(_ text: String) throws -> Rebase {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let day = parts.first.flatMap({ Day(iso: $0) }) else {
            throw ValidationError("“\(text)” is not a day such as 2024-04-30, or a day, = and a reason.")
        }
        let reason = parts.count > 1 ? String(parts[1]) : ""
        return Rebase(day: day, reason: reason.isEmpty ? nil : reason)
    }
}

/// One of the words that an option knows.
private enum Word {
    static func parse<Known: RawRepresentable<String> & CaseIterable>(_ text: String) throws -> Known {
        if let known = Known(rawValue: text) { return known }
        let words = Known.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("“\(text)” is none of: \(words).")
    }
}
