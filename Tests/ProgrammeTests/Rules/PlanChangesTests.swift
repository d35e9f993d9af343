import CivilTime
import Testing

@testable import Ledger
@testable import Programme

/// The words in which two issues of a plan are compared.
@Suite struct `What changed between two issues` {
    static let objective = "priority_areas[0].responses[0].objectives[0]"

    /// The changes between the small plan and the same changed.
    private func changes(
        _ plan: SmallPlans = .actionPlan, _ change: (Tree) -> Tree
    ) async throws -> [String] {
        let lab = try await Lab()
        try await lab.record(plan.tree)
        let outcome = try await lab.record(change(plan.tree))
        let before = try await lab.recordOf(outcome.value.code, issue: 1)
        let after = try await lab.recordOf(outcome.value.code)
        return PlanChanges.between(before, after).map { change in
            let words = "\(change.part) \(change.code.text) \(change.kind.rawValue)"
            return change.details.isEmpty ? words : words + ": " + change.details.joined(separator: "; ")
        }
    }

    @Test(arguments: [
        (Tree.text("2024-06"), "due March 2024, now June 2024 (91 days later)"),
        (.text("2024-02"), "due March 2024, now February 2024 (31 days earlier)"),
        (.text("ongoing"), "due March 2024, now ongoing"),
        (
            .list([.text("2024-03"), .text("2024-05")]),
            "due March 2024, now March 2024 and May 2024 (61 days later)"
        ),
        (.list([.text("2024-02"), .text("2024-03")]), "due March 2024, now February 2024 and March 2024"),
    ])
    func `a date that moved is said with both dates`(due: Tree, words: String) async throws {
        let found = try await changes {
            $0.setting("\(Self.objective).due", due).setting("\(Self.objective).milestones", nil)
        }
        #expect(found == ["objective P1A:1 changed: \(words); milestones changed"])
    }

    @Test(arguments: [
        ("\(objective).text", Tree.text("Other words."), "objective P1A:1 changed: words changed"),
        ("\(objective).groups", .list([.text("On Time")]), "objective P1A:1 changed: lead groups changed"),
        ("\(objective).impacts", .list([]), "objective P1A:1 changed: expected impact changed"),
        (
            "\(objective).measure_refs[1]", .list([.text("K103")]),
            "objective P1A:1 changed: measures changed"
        ),
        (
            "\(objective).milestones[0].text", .text("A map of services."),
            "objective P1A:1 changed: milestones changed"
        ),
        ("\(objective).notes", .list([]), "objective P1A:1 changed: other details"),
        ("\(objective).due_text", .text("soon"), "objective P1A:1 changed: other details"),
        ("areas_for_improvement[0].text", .text("Judge."), "area AfI1 changed: words changed"),
        ("areas_for_improvement[0].group", .text("On Time"), "area AfI1 changed: lead group changed"),
        (
            "areas_for_improvement[0].objectives", .list([.text("P1A:1")]),
            "area AfI1 changed: objectives changed"
        ),
        ("governance.bodies[0].role", .text("Leads"), "body BOARD changed: role changed"),
        ("governance.bodies[0].members", .list([]), "body BOARD changed: members changed"),
        ("governance.bodies[0].leads", .list([]), "body BOARD changed: leads changed"),
        (
            "governance.reporting_lines[1].to", .text("TF-HEAR"),
            "body TF-TIME changed: reporting lines changed"
        ),
    ])
    func `what changed in a plan is named`(path: String, value: Tree, words: String) async throws {
        #expect(try await changes { $0.setting(path, value) } == [words])
    }

    @Test(arguments: [
        (
            "actions[0].timescale", Tree.text("Monthly"),
            "action A1.1 changed: timescale “Quarterly”, now “Monthly”"
        ),
        ("actions[0].action", .text("Tell the board"), "action A1.1 changed: words changed"),
        ("actions[0].owners", .list([.text("Chair")]), "action A1.1 changed: owners changed"),
        (
            "actions[0].accountable", .list([]), "action A1.1 changed: accountable leader changed"
        ),
        (
            "actions[0].measure_refs[0][0]", .text("K813"),
            "action A1.1 changed: measures of success changed"
        ),
        ("actions[1].sub_actions", .list([]), "action A2.1 changed: other details"),
        (
            "timeliness_trajectory.targets[0].target_percent", .number(55),
            "target timeliness changed: figures changed"
        ),
    ])
    func `what changed in a statement is named`(path: String, value: Tree, words: String) async throws {
        #expect(try await changes(.statement) { $0.setting(path, value) } == [words])
    }

    @Test func `a rating that changed is named`() async throws {
        let found = try await changes(.statement) {
            $0.setting("actions[1].rag", .text("Green")).setting("actions[1].rag_letter", .text("G"))
        }
        #expect(found == ["action A2.1 changed: rating changed"])
    }

    @Test func `what was added and dropped is named, and what only moved up is not`() async throws {
        let dropped = try await changes {
            $0.setting("priority_areas[0].responses[0].objectives[1]", nil).setting("plan.counts", nil)
        }
        #expect(dropped == ["objective P1A:2 dropped"])
        let new: Tree = .object([
            "id": .text("P1A:0"), "text": .text("First of all, ask."), "due": .text("2024-02"),
            "groups": .list([.text("On Time")]), "measures": .list([]),
        ])
        let added = try await changes { tree in
            tree.changing("priority_areas[0].responses[0].objectives") { .list([new] + $0.items) }
                .setting("plan.counts", nil)
        }
        #expect(added == ["objective P1A:0 added"])
    }

    @Test func `two issues that say the same have no changes`() async throws {
        #expect(try await changes { $0.setting("plan.version", .text("1.1")) } == [])
    }
}
