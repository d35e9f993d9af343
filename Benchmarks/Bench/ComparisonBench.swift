import CivilTime
import Composition
import Foundation
import Ledger
import Programme

/// Comparisons a second of two issues of a plan of 34 objectives, read from the ledger and written as a file, against
/// reading and parsing the stored payloads of the same parts.
enum ComparisonBench {
    private static let count = 200

    static func run() async throws {
        let folder = try Bench.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appendingPathComponent("comparison.sqlite").path
        let ledger = try await Site.openLedger(path, durable: false)
        try await ReferenceData.install(in: ledger)
        let programme = Programme(ledger)
        let plan = try ExampleArea.plan()
        let author = Author(account: nil, role: nil, channel: .program)
        for (name, issue) in [("first", plan), ("second", moved(plan))] {
            _ = try await programme.record(issue, fingerprint: name, by: author)
        }
        var lines = 0
        let ours = try await Bench.rate(count) {
            for _ in 0..<count {
                let file = try await programme.comparison(of: plan.header.code, from: 1, to: 2)
                lines = file.split(separator: UInt8(ascii: "\n")).count - 1
            }
        }
        let parts = plan.objectives.reduce(0) { $0 + 1 + $1.milestones.count } + plan.actions.count
        guard lines == parts else { throw Differs(ours: lines, expected: parts) }
        let peer = try await Bench.rate(count) {
            try await Payloads.parse(
                count, path, of: ["plan", "objective", "action", "area", "body", "target"])
        }
        Bench.report(
            "comparison of two issues, \(plan.objectives.count) objectives", ours,
            "reading and parsing the same payloads", peer, unit: "a second")
        try ledger.close()
    }

    private struct Differs: Error {
        let ours: Int
        let expected: Int
    }

    /// The plan as published again with every third date two months later.
    private static func moved(_ plan: PublishedPlan) -> PublishedPlan {
        var plan = plan
        plan.header.published = plan.header.published + 90
        for index in plan.objectives.indices where index.isMultiple(of: 3) {
            plan.objectives[index].due.months = plan.objectives[index].due.months.map { $0 + 2 }
            plan.objectives[index].due.text = nil
        }
        return plan
    }
}
