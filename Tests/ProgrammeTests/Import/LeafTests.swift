import Foundation
import Testing

@testable import Programme

/// Which small plan a test changes.
enum SmallPlans: CaseIterable, Sendable {
    case actionPlan
    case statement

    var tree: Tree {
        get throws {
            switch self {
            case .actionPlan: try SmallActionPlan.tree.get()
            case .statement: try SmallStatement.tree.get()
            }
        }
    }
}

/// That every value of a plan's file is looked at.
@Suite struct `Every value of a plan is checked` {
    /// A value of each type.
    static let others: [Tree] = [
        .flag(true), .number(7.5), .text("zzz"), .list([.number(1)]), .object(["zzz": .number(1)]),
    ]

    @Test(arguments: SmallPlans.allCases, others)
    func `a value of another type is named with its path`(plan: SmallPlans, other: Tree) throws {
        let tree = try plan.tree
        var checked = 0
        for (steps, value) in tree.leaves where kind(value) != kind(other) {
            let path = Tree.path(steps)
            // A list of months may stand where one month does, and is then read as such.
            let found = places(tree.setting(steps[...], other))
            #expect(found.contains { $0.hasPrefix(path) }, "\(path) as \(other.text): \(found)")
            checked += 1
        }
        #expect(checked > (other == .text("zzz") ? 4 : 20))
    }

    @Test(arguments: SmallPlans.allCases)
    func `null is as good as nothing, and nothing is named where something is required`(
        plan: SmallPlans
    ) throws {
        let tree = try plan.tree
        var optional: Set<String> = []
        for (steps, _) in tree.leaves {
            guard case .key(let key)? = steps.last else { continue }
            let path = Tree.path(steps)
            let without = problems(tree.setting(steps[...], nil))
            let asNull = problems(tree.setting(steps[...], .null))
            #expect(without == asNull, "\(path)")
            if without.isEmpty { optional.insert(key) } else { expectUsable(without) }
        }
        let expected: Set<String> =
            switch plan {
            case .actionPlan:
                [
                    "cross_check", "note", "version", "published_text", "published_note", "letter", "use",
                    "target_rule", "priority_areas", "responses", "areas_for_improvement", "objectives",
                    "alias_note", "role", "name", "post", "members_source", "area_for_improvement", "what",
                    "task_and_finish_note", "reporting_note", "source", "looks_like_lead", "due_text",
                    "due_text_source", "months_stated", "confidence", "confidence_note",
                ]
            case .statement:
                [
                    "source", "inspection", "core_vision", "letter", "what", "note", "board_review",
                    "uncertain", "measure_ref", "cohort", "at_inspection_text",
                    "date_text", "date", "baseline_year", "reduction_by", "reduction_by_text",
                    "days_recovered_year", "longer_target", "year", "by", "kind", "comparison",
                    "uncertain_why",
                ]
            }
        #expect(optional == expected)
    }

    @Test(arguments: SmallPlans.allCases)
    func `an empty text is taken only where a plan may leave it out`(plan: SmallPlans) throws {
        let tree = try plan.tree
        for (steps, value) in tree.leaves where value.string?.isEmpty == false {
            let path = Tree.path(steps)
            let missing = problems(tree.setting(steps[...], nil))
            for blank in ["", " \n"] {
                let found = problems(tree.setting(steps[...], .text(blank)))
                let mayBeEmpty = ["timescale", "rag", "rag_letter"].contains { path.hasSuffix($0) }
                let isLetter = path.hasSuffix(".letter")
                if case .key? = steps.last, missing.isEmpty || mayBeEmpty || isLetter { continue }
                #expect(found.contains { $0.place.hasPrefix(path) }, "\(path): \(found)")
            }
        }
    }

    @Test(arguments: SmallPlans.allCases, ["\u{0}", "a\u{1B}[31m", "\u{7F}", "x\u{8}y"])
    func `a control character anywhere is refused`(plan: SmallPlans, text: String) throws {
        let tree = try plan.tree
        for (steps, value) in tree.leaves where value.string != nil {
            let path = Tree.path(steps)
            let found = problems(tree.setting(steps[...], .text(text)))
            #expect(found.contains { $0.place == path }, "\(path): \(found)")
        }
    }

    @Test(arguments: SmallPlans.allCases) func `a text beyond twenty thousand bytes is refused`(
        plan: SmallPlans
    ) throws {
        let tree = try plan.tree
        let path = plan == .actionPlan ? "sources.note" : "statement.core_vision"
        let longest = String(repeating: "é", count: 10_000)
        #expect(problems(tree.setting(path, .text(longest))) == [])
        let found = problems(tree.setting(path, .text(longest + "e")))
        expectUsable(found)
        #expect(found == [FileProblem(path, "expected at most 20,000 bytes of text, found 20001")])
    }

    @Test(arguments: SmallPlans.allCases) func `a key that is not known is named, at every depth`(
        plan: SmallPlans
    ) throws {
        let tree = try plan.tree
        let objects = Set(
            tree.leaves.flatMap { steps, _ in
                steps.indices.compactMap { index -> [Tree.Step]? in
                    if case .key = steps[index] { Array(steps[..<index]) } else { nil }
                }
            })
        for object in objects {
            let steps = object + [.key("zzz")]
            for value in [Tree.text("something"), .null] {
                let found = problems(tree.setting(steps[...], value))
                #expect(found.contains { $0.place == Tree.path(steps) }, "\(Tree.path(steps)): \(found)")
            }
        }
        #expect(objects.count > 20)
    }

    @Test(arguments: SmallPlans.allCases) func `a list or object of another type is named with its path`(
        plan: SmallPlans
    ) throws {
        let tree = try plan.tree
        let holders = Set(tree.leaves.flatMap { steps, _ in (1..<steps.count).map { Array(steps[..<$0]) } })
        for steps in holders {
            let path = Tree.path(steps)
            for other in [Tree.text("zzz"), .number(1), .flag(false)] {
                let found = places(tree.setting(steps[...], other))
                #expect(found.contains { $0.hasPrefix(path) }, "\(path) as \(other.text): \(found)")
            }
        }
        #expect(holders.count > 30)
    }

    private func kind(_ value: Tree) -> Int {
        switch value {
        case .null: 0
        case .flag: 1
        case .number: 2
        case .text: 3
        case .list: 4
        case .object: 5
        }
    }
}
