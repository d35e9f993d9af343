import CivilTime
import Composition
import Foundation
import Ledger
import Programme

/// Assurance reports a second for a plan of 34 objectives that were reported on over 24 months, each assembled from its
/// entries and written as a page, against reading and parsing the stored payloads of the same parts.
enum ReportBench {
    private static let count = 50
    private static let months = 24

    static func run() async throws {
        let folder = try Bench.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("report.sqlite").path
        let ledger = try await Site.openLedger(path, durable: false)
        try await ReferenceData.install(in: ledger)
        let programme = Programme(ledger)
        let plan = try ExampleArea.plan()
        let author = Author(account: "bench", role: "programmeTeam", channel: .program)
        _ = try await programme.record(plan, fingerprint: "plan", by: author)
        let last = plan.header.published.calendarMonth + (months - 1)
        try await report(plan, until: last, programme, author)
        var length = 0
        let ours = try await Bench.rate(count) {
            for _ in 0..<count {
                length = try await programme.assuranceReport(of: plan.header.code, for: last).count
            }
        }
        guard length > plan.objectives.count * 100 else { throw TooShort(length: length) }
        let peer = try await Bench.rate(count) {
            try await Payloads.parse(count, path, of: ["plan", "objective", "progress"])
        }
        Bench.report(
            "assurance report of \(plan.objectives.count) objectives over \(months) months", ours,
            "reading and parsing the same payloads", peer, unit: "a second")
        try ledger.close()
    }

    private struct TooShort: Error { let length: Int }

    private static func report(
        _ plan: PublishedPlan, until last: Month, _ programme: Programme, _ author: Author
    ) async throws {
        for back in (0..<months).reversed() {
            for (number, objective) in plan.objectives.enumerated() {
                let rating: Rating.Colour = (number + back).isMultiple(of: 3) ? .red : .amber
                try await programme.report(
                    on: objective.code, in: plan.header.code, for: last - back, rating,
                    "Month \(back) before the last: the work goes on, and three services have joined.",
                    group: "Programme team", by: author)
            }
        }
    }
}
