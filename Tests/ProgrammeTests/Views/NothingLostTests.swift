import Foundation
import Testing

@testable import Pages
@testable import Programme

/// That what stands in a plan's file can be read on its pages.
@Suite struct `Nothing of a plan is lost` {
    @Test(arguments: Plans.allCases) func `no page of the plan is missing and no link is dead`(plan: Plans)
        async throws
    {
        guard let real = try await plan.loaded() else { return }
        #expect(real.crawl.dead == [])
        let failed = real.crawl.pages.values.filter { $0.status != 200 }.map(\.address)
        #expect(failed == [])
        #expect(real.crawl.pages.count > 60)
    }

    @Test(arguments: Plans.allCases) func `every word of the file stands on a page`(plan: Plans) async throws
    {
        guard let real = try await plan.loaded() else { return }
        let pages = Haystack(real.crawl.pages.values.filter(\.isPage).map(\.text))
        let leaves = Leaf.texts(real.tree)
        let lost = leaves.filter { !pages.holds($0.value.string ?? "") }
        #expect(lost.map(\.description) == [])
        #expect(leaves.count > 400)
    }

    @Test(arguments: Plans.allCases) func `every id, date and word of the form stands in plan json`(
        plan: Plans
    ) async throws {
        guard let real = try await plan.loaded() else { return }
        let download = try Tree(real.page("/downloads/plan.json").html)
        let values = Set(download.leaves.compactMap(\.value.string))
        let lost = Leaf.tokens(real.tree).filter { leaf in
            // “ongoing” stands there as a flag, and a label's letter with the rating it belongs to.
            leaf.value != .text("ongoing") && !values.contains(leaf.value.string ?? "")
        }
        #expect(lost.map(\.description) == [])
        let ongoing = Leaf.tokens(real.tree).filter { $0.value == .text("ongoing") }
        let flags = download["objectives"].items.filter { $0[path: "due.isOngoing"] == .flag(true) }
        #expect(flags.count == ongoing.count)
    }

    @Test(arguments: Plans.allCases) func `every word of the file stands in plan json too`(plan: Plans)
        async throws
    {
        guard let real = try await plan.loaded() else { return }
        let download = try Tree(real.page("/downloads/plan.json").html)
        let values = Haystack(download.leaves.compactMap(\.value.string).map(folded))
        let lost = Leaf.texts(real.tree).filter { !values.holds($0.value.string ?? "") }
        #expect(lost.map(\.description) == [])
    }

    @Test(arguments: Plans.allCases) func `every gap and doubt stands on the page of what is uncertain`(
        plan: Plans
    ) async throws {
        guard let real = try await plan.loaded() else { return }
        let page = Haystack([try real.page("/uncertain").text])
        let remarks = Remarked.all(real.tree)
        let lost = remarks.filter { !page.holds($0.leaf.value.string ?? "") }
        #expect(lost.map(\.leaf.description) == [])
        #expect(remarks.count > 20)
    }

    @Test(arguments: Plans.allCases) func `every gap and doubt stands on the page of what it is about`(
        plan: Plans
    ) async throws {
        guard let real = try await plan.loaded() else { return }
        let placed = Remarked.all(real.tree).filter { $0.page != nil }
        let lost = try placed.filter { remark in
            let page = try real.page(remark.page ?? "")
            return !Haystack([page.text]).holds(remark.leaf.value.string ?? "")
        }
        #expect(lost.map(\.leaf.description) == [])
        #expect(placed.count > 15)
    }

    @Test(arguments: Plans.allCases) func `the plan's page counts the doubts that the other page lists`(
        plan: Plans
    ) async throws {
        guard let real = try await plan.loaded() else { return }
        let listed = try real.page("/uncertain").tables["What is uncertain or missing"]?.rows.count ?? 0
        #expect(try real.page("").figures["remarks on what is uncertain"] == "\(listed)")
        #expect(listed > 0)
    }

    @Test(arguments: Plans.allCases) func `no cell, value or list item of any page is blank`(plan: Plans)
        async throws
    {
        guard let real = try await plan.loaded() else { return }
        for page in real.crawl.pages.values where page.isPage {
            for table in page.tables.values where table.caption != "Objectives by area for improvement" {
                let blank = table.rows.filter { $0.contains("") }
                #expect(blank == [], "\(page.address), \(table.caption)")
            }
            #expect(page.summary.filter(\.value.isEmpty) == [:], "\(page.address)")
            #expect(!page.main.contains("<li></li>"), "\(page.address)")
            #expect(!page.main.contains("<p class=\"lead\"></p>"), "\(page.address)")
        }
    }
}

/// The two published plans that lie beside the repository.
enum Plans: CaseIterable, Sendable {
    case of2023
    case of2018

    func loaded(_ test: String = #function) async throws -> RealPlan? {
        switch self {
        case .of2023: try await RealPlan.actionPlan(test)
        case .of2018: try await RealPlan.statement(test)
        }
    }
}

/// A gap or doubt in a file, and the page of the thing it is about, where that is not the plan itself.
struct Remarked: Sendable {
    let leaf: Leaf
    let page: String?

    private static let keys = [
        "note", "notes", "why", "confidence_note", "alias_note", "published_note", "reporting_note",
        "task_and_finish_note", "transcription_notes", "uncertain_why",
    ]

    static func all(_ tree: Tree) -> [Remarked] {
        tree.leaves.compactMap { steps, value in
            let keys = steps.compactMap { if case .key(let key) = $0 { key } else { nil } }
            guard let last = keys.last, self.keys.contains(last), value.string?.isEmpty == false else {
                return nil
            }
            return Remarked(
                leaf: Leaf(path: Tree.path(steps), value: value), page: page(keys, steps, tree))
        }
    }

    private static func page(_ keys: [String], _ steps: [Tree.Step], _ tree: Tree) -> String? {
        func id(_ depth: Int) -> String {
            tree[path: Tree.path(Array(steps.prefix(depth)))]["id"].string ?? "none"
        }
        return switch keys[0] {
        case "actions": "/actions/\(id(2))"
        case "areas_for_improvement": "/areas/\(id(2))"
        case "annex_b", "exclusion_figures": "/targets"
        case "governance" where keys[1] == "bodies": "/groups/\(id(3))"
        case "governance", "statement": "/governance"
        case "priority_areas": "/objectives/\(id(6))"
        default: nil
        }
    }
}
