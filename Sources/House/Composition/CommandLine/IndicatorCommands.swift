import Access
import ArgumentParser
import CivilTime
import Ledger
import Measures

struct IndicatorsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "indicators", abstract: "Keep the register of indicators and their targets.",
        subcommands: [
            IndicatorsListCommand.self, IndicatorsCoverageCommand.self, IndicatorsInstallCommand.self,
            IndicatorsTakeCommand.self,
        ])
}

extension DatabaseOptions {
    fileprivate func summaries() async throws -> [IndicatorSummary] {
        let ledger = try await existingLedger()
        let summaries = try await Measures(ledger, printed: .none).summaries()
        try ledger.close()
        return summaries
    }
}

struct IndicatorsListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the register: unit, direction, baselines and targets in force.")

    @OptionGroup var options: DatabaseOptions

    @Flag(name: .long, help: "Print the result as JSON.")
    var json = false

    func run() async throws {
        let summaries = try await options.summaries()
        if json { return try Terminal.json(summaries) }
        guard !summaries.isEmpty else {
            return try Terminal.result("The register is empty: put the list in with indicators install.")
        }
        for summary in summaries { try Terminal.result(Self.line(summary)) }
    }

    private static func line(_ summary: IndicatorSummary) -> String {
        var parts = ["\(summary.id) \(summary.words) (\(summary.unit.words), \(summary.better.words))"]
        if let retired = summary.retired { parts.append("not used since \(retired.iso)") }
        parts += summary.baselines.map { "baseline \($0)" } + summary.targets.map { "target \($0)" }
        if summary.waiting > 0 { parts.append("\(summary.waiting) waiting for the board") }
        return parts.joined(separator: "; ")
    }
}

struct IndicatorsCoverageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: "Say of every indicator of the program's list what is stated of it or what it waits for.",
        discussion: """
            An indicator is stated once a target of it is in force. Of each other the line says what is missing first: \
            the indicator itself in the register, a baseline, a decision of the board, a target.
            """)

    @OptionGroup var options: DatabaseOptions

    @Flag(name: .long, help: "Print the result as JSON.")
    var json = false

    private struct Line: Encodable {
        var id: String
        var state: String
        var what: String
    }

    func run() async throws {
        let held = Dictionary(
            try await options.summaries().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let listed = try IndicatorList.definitions().map(\.code.text)
        let lines = Set(listed).union(held.keys).sorted().map { Self.line($0, held[$0]) }
        if json { return try Terminal.json(lines) }
        for line in lines { try Terminal.result("\(line.id) \(line.state): \(line.what)") }
        let stated = lines.count { $0.state == "stated" }
        try Terminal.result("\(lines.count) indicators: \(stated) stated, \(lines.count - stated) waiting")
    }

    private static func line(_ id: String, _ summary: IndicatorSummary?) -> Line {
        guard let summary else { return Line(id: id, state: "waits", what: "not in the register") }
        if let retired = summary.retired {
            return Line(id: id, state: "waits", what: "not used since \(retired.iso)")
        }
        if !summary.targets.isEmpty {
            return Line(id: id, state: "stated", what: summary.targets.joined(separator: "; "))
        }
        if summary.waiting > 0 {
            return Line(id: id, state: "waits", what: "for a decision of the board")
        }
        return Line(
            id: id, state: "waits",
            what: summary.baselines.isEmpty ? "for a baseline and a target" : "for a target")
    }
}

struct IndicatorsInstallCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "install", abstract: "Put the program's list of indicators in the register.",
        discussion: "What is in the register already stays as it is, also what was worded anew or retired.")

    @OptionGroup var options: DatabaseOptions

    @Option(name: .long, help: "The address of the account that puts them in.")
    var by: String

    @Flag(name: .long, help: "Print the result as JSON.")
    var json = false

    func validate() throws { _ = try Address.parse(by) }

    func run() async throws {
        let ledger = try await options.writableLedger(mayBegin: false)
        let author = try await Accounts(ledger).author(Address.parse(by), for: .keepIndicators)
        let installed = try await Measures(ledger, printed: .none)
            .install(IndicatorList.definitions(), by: author)
        try ledger.close()
        if json { return try Terminal.json(installed) }
        try Terminal.result("\(installed.added) indicators put in, \(installed.present) there already")
    }
}

struct IndicatorsTakeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "take-targets", abstract: "Take the baselines and targets that a plan prints.",
        discussion: """
            What a plan prints for the first time is in force from its publication. What a later issue prints \
            differently is recommended to the board. What is not certain stays as it is printed, and the result says why.
            """)

    @Argument(help: "The plan's id, such as VOA-2023.")
    var plan: String

    @OptionGroup var options: DatabaseOptions

    @Option(name: .long, help: "The address of the account that takes them.")
    var by: String

    @Flag(name: .long, help: "Print the result as JSON.")
    var json = false

    func validate() throws { _ = try Address.parse(by) }

    func run() async throws {
        let ledger = try await options.writableLedger(mayBegin: false)
        let author = try await Accounts(ledger).author(Address.parse(by), for: .takeTargets)
        let taken = try await Measures(ledger, printed: TargetPorts.printed(ledger))
            .takeTargets(of: plan, by: author)
        try ledger.close()
        if json { return try Terminal.json(taken) }
        for line in taken.lines {
            let cohort = line.cohort.map { " (\($0))" } ?? ""
            try Terminal.result(
                "\(line.indicator) \(line.kind.rawValue) \(line.value)\(cohort): \(Self.words(line.fate))")
        }
        for left in taken.left { try Terminal.result("\(left.title): not taken. \(left.why)") }
        if !taken.isNew { try Terminal.result("nothing new") }
    }

    private static func words(_ fate: TakenTargets.Line.Fate) -> String {
        switch fate {
        case .approved: "in force from the plan's publication"
        case .recommended: "recommended to the board"
        case .held: "taken before"
        }
    }
}
