import Foundation
import Testing

@testable import Ledger
@testable import Programme

/// That docs/plan-format.md tells the truth.
@Suite struct `The page on the format of plans` {
    private static let page = Result {
        String(decoding: try Repository.bytes("docs/plan-format.md"), as: UTF8.self)
    }

    private static func examples() throws -> [String] { try between(page.get(), "```json\n", "```") }

    @Test func `each minimal example is taken and recorded, and its pages have no dead link`() async throws {
        let examples = try Self.examples()
        #expect(examples.count == 2)
        let lab = try await Lab(today: day("2025-03-01"))
        for example in examples { #expect(try await lab.record(example).value.issue == 1) }
        let crawl = await Crawl(from: ["/plans"], in: lab)
        #expect(crawl.dead == [])
        #expect(crawl.pages.values.filter { $0.status != 200 }.map(\.address) == [])
        #expect(crawl.pages.count > 30)
    }

    @Test func `nothing can be left out of an example`() throws {
        for example in try Self.examples() {
            let tree = try Tree(example)
            let paths = Set(tree.leaves.flatMap { steps, _ in (1...steps.count).map { Array(steps[..<$0]) } })
                .union(tree.keys.map { [.key($0)] })
            for steps in paths {
                guard case .key? = steps.last else { continue }
                #expect(!problems(tree.setting(steps[...], nil)).isEmpty, "\(Tree.path(steps))")
            }
            #expect(paths.count > 30)
        }
    }

    @Test(arguments: SmallPlans.allCases) func `every key of the form stands on the page`(plan: SmallPlans)
        throws
    {
        let page = try Self.page.get()
        let parts = page.components(separatedBy: "\n## ")
        let part = try #require(
            parts.first { $0.hasPrefix(plan == .actionPlan ? "A priority" : "A written") })
        var keys: Set<String> = []
        for (steps, _) in try plan.tree.leaves {
            for (index, step) in steps.enumerated() {
                if case .key(let key) = step, index == 0 || steps[index - 1] != .key("focus_detail") {
                    keys.insert(key)
                }
            }
        }
        let missing = keys.filter { !part.contains("`\($0)`") && !part.contains(".\($0)`") }
        #expect(missing.sorted() == [])
        #expect(keys.count > 40)
    }
}
