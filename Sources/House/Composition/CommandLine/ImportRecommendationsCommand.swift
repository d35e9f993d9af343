import Access
import ArgumentParser
import Ledger
import Programme

struct ImportRecommendationsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recommendations", abstract: "Record a published report of scrutiny recommendations.",
        discussion: """
            The file is JSON as docs/recommendations-format.md describes. The same file again adds nothing; what it \
            states differently is corrected. A file with anything wrong is refused whole, with every problem named.
            """)

    @Argument(help: "The file, or - for standard input.")
    var file: String

    @OptionGroup var options: DatabaseOptions

    @Option(name: .long, help: "The address of the account that records it.")
    var by: String

    @Flag(name: .long, help: "Print the result as JSON.")
    var json = false

    @Option(name: .long, help: "A simulated day; only on a demonstration database.")
    var today: String?

    func validate() throws {
        _ = try Address.parse(by)
        _ = try today.map(SimulatedDay.parse)
    }

    func run() async throws {
        let bytes = try InputFile.read(file, limit: PlanFile.limit)
        let published = try RecommendationFile.read(bytes)
        let ledger = try await options.writableLedger(today: today, mayBegin: false)
        let author = try await Accounts(ledger).author(Address.parse(by), for: .answerRecommendations)
        let outcome = try await Programme(ledger).record(
            published, fingerprint: String(decoding: bytes, as: UTF8.self), by: author)
        try ledger.close()
        if json { return try Terminal.json(outcome.value) }
        let result = outcome.value
        let isNew = result.added + result.changed > 0
        try Terminal.result(
            isNew
                ? "Recommendations: \(result.recommendations) (\(result.added) added, \(result.changed) corrected)."
                : "Recommendations: \(result.recommendations), all recorded already.")
    }
}
