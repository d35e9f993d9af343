import Foundation
import Testing

@testable import Programme

/// One change to a plan's file and the problem it makes.
struct Fault: Sendable, CustomTestStringConvertible {
    let name: String
    let change: @Sendable (Tree) -> Tree
    let place: String
    let text: String
    var testDescription: String { name }

    init(
        _ name: String, at place: String, _ text: String, _ change: @escaping @Sendable (Tree) -> Tree
    ) {
        self.name = name
        self.place = place
        self.text = text
        self.change = change
    }

    /// Another value at a path, which is also the problem's place.
    static func set(_ path: String, _ value: Tree?, _ text: String) -> Fault {
        Fault("\(path) is \(value?.text ?? "missing")", at: path, text) { $0.setting(path, value) }
    }
}

/// Files whose form is right and whose content cannot be.
@Suite struct `A plan that contradicts itself is refused` {
    static let objective = "priority_areas[0].responses[0].objectives[0]"
    static let body = "governance.bodies[1]"

    static let actionPlanFaults: [Fault] = [
        .set("plan.status_scheme.ratings[0].id", .text("purple"), "“purple” is not a rating that is known"),
        .set("plan.status_scheme.ratings[1].id", .text("red"), "stands here twice"),
        .set("plan.published", .text("2023-02-30"), "expected a day such as 2023-12-15, found “2023-02-30”"),
        .set("plan.published", .text("15.12.2023"), "expected a day"),
        .set("plan.published", .null, "expected the day of publication, found nothing"),
        .set("\(objective).due", .text("2024-13"), "expected a month"),
        .set("\(objective).due", .text("April 2024"), "expected a month"),
        .set("\(objective).due", .list([]), "found an empty list"),
        .set("\(objective).due", .null, "found nothing"),
        .set("\(objective).due", .list([.text("2024-03"), .text("2024-03")]), "a month stands here twice"),
        .set("\(objective).milestones[0].due", .text("2024-00"), "expected a month"),
        .set("\(objective).milestones[0].due", .null, "expected a month such as 2024-04, found nothing"),
        .set("\(objective).milestones[0].due", nil, "expected a month such as 2024-04, found nothing"),
        .set("\(objective).measure_refs", .list([.list([])]), "expected 2 lists, one for each of measures"),
        .set("\(objective).measure_refs[0][1]", .text("301"), "expected the id of an indicator such as K301"),
        .set("\(objective).id", .text("P1A 1"), "expected an id of at most 40 letters"),
        .set("\(objective).id", .text(".."), "expected an id"),
        .set("\(objective).months_stated", .number(2.5), "expected a whole number"),
        .set("areas_for_improvement[0].objectives[1]", .text("P1B 1"), "expected an id of at most 40"),
        .set("plan.counts.objectives", .number(6), "the file says 6, but holds 5"),
        .set("plan.counts.responses", .number(0), "the file says 0, but holds 3"),
        .set("plan.counts.priority_areas", .number(1), "the file says 1, but holds 2"),
        .set("plan.counts.areas_for_improvement", .number(3), "the file says 3, but holds 2"),
        .set("governance.reporting_lines[0].from", .text("TF-NONE"), "there is no body called “TF-NONE”"),
        .set("governance.reporting_lines[1].to", .text("PDG"), "there is no body called “PDG”"),
        Fault("a group nobody knows", at: "objective P1A:1", "there is no group called “Nobody”") {
            $0.setting("\(objective).groups[0]", .text("Nobody"))
        },
        Fault("an area led by nobody known", at: "area AfI2", "there is no group called “Nobody”") {
            $0.setting("areas_for_improvement[1].group", .text("Nobody"))
        },
        Fault("an objective that is not there", at: "area AfI1", "there is no objective “P9:9”") {
            $0.setting("areas_for_improvement[0].objectives[0]", .text("P9:9"))
        },
        Fault("a body's area that is not there", at: "body TF-HEAR", "no area for improvement “AfI9”") {
            $0.setting("\(body).area_for_improvement", .text("AfI9"))
        },
        Fault("two priorities with one id", at: "priorities", "the id “P1” stands 2 times") {
            $0.setting("priority_areas[1].id", .text("P1"))
        },
        Fault("two responses with one id", at: "responses", "the id “P1A” stands 2 times") {
            $0.setting("priority_areas[1].responses[0].id", .text("P1A"))
        },
        Fault("two objectives with one id", at: "objectives", "the id “P1A:2” stands 2 times") {
            $0.setting("\(objective).id", .text("P1A:2"))
        },
        Fault("two areas with one id", at: "areas for improvement", "the id “AfI1” stands 2 times") {
            $0.setting("areas_for_improvement[1].id", .text("AfI1"))
        },
        Fault("two bodies with one id", at: "bodies", "the id “TF-TIME” stands 2 times") {
            $0.setting("\(body).id", .text("TF-TIME"))
        },
        Fault("two milestones with one id", at: "objective P1A:1, milestones", "“m1” stands 2 times") {
            $0.setting("\(objective).milestones[1].id", .text("m1"))
        },
        Fault("an objective twice in an area", at: "area AfI1, objectives", "“P1A:1” stands 2 times") {
            $0.appending("areas_for_improvement[0].objectives", .text("P1A:1"))
        },
        Fault(
            "a milestone after its objective", at: "objective P1A:1, milestone m2",
            "due 2024-04, after the objective itself (2024-03)"
        ) { $0.setting("\(objective).milestones[1].due", .text("2024-04")) },
    ]

    static let statementFaults: [Fault] = [
        .set("actions[0].rag", .text("Purple"), "“Purple” is not a rating of this plan"),
        .set("actions[0].rag_letter", .text("R"), "expected “G” for Green, found “R”"),
        .set("actions[3].rag_letter", .text("A"), "a letter “A” without a rating"),
        .set("actions[0].outcome", .text("Z"), "there is no outcome “Z” in this file"),
        .set("actions[0].required_outcome_id", .text("A9"), "outcome A has no required outcome “A9”"),
        .set("actions[0].required_outcome", .text("Other"), "differs from the words of required outcome A1"),
        .set("actions[0].measure_refs[1][0]", .text("k811"), "expected the id of an indicator"),
        .set("statement.period", .text("2018 to 2019"), "expected a period that begins with a month"),
        .set("statement.progress_scheme.columns[1]", .text("June 2018"), "expected a month"),
        .set("statement.progress_scheme.rag_as_at", .text("2018-14"), "expected a month"),
        .set("statement.progress_scheme.ratings[0].id", .text("lime"), "is not a rating that is known"),
        .set("timeliness_trajectory.targets[0].date", .text("2018-6"), "expected a month"),
        .set(
            "timeliness_trajectory.targets[0].target_percent", nil, "expected a whole number, found nothing"),
        .set("timeliness_trajectory.measure_ref", .text("K1"), "expected the id of an indicator"),
        .set("exclusion_figures.days_lost", .null, "expected a whole number, found nothing"),
        .set("exclusion_figures.measure_refs[0]", .text("X717"), "expected the id of an indicator"),
        .set("other_targets[0].values[1].kind", .text("hope"), "expected “target”, found “hope”"),
        .set("other_targets[0].values[0].percent", nil, "expected either “percent” or “count”"),
        .set("other_targets[0].values[0].count", .number(3), "expected either “percent” or “count”"),
        .set("other_targets[0].actions[0]", .text("B1/1"), "expected an id of at most 40 letters"),
        Fault("ratings without their month", at: "actions[0].rag", "does not say which month") {
            $0.setting("statement.progress_scheme.rag_as_at", nil)
        },
        Fault("a target's action that is not there", at: "target “Year 6 transfers in time”", "“B9.9”") {
            $0.setting("other_targets[0].actions[0]", .text("B9.9"))
        },
        Fault("two actions with one id", at: "actions", "the id “A1.1” stands 2 times") {
            $0.setting("actions[1].id", .text("A1.1"))
        },
        Fault("two outcomes with one id", at: "priorities", "the id “A” stands 2 times") {
            $0.setting("outcomes[1].id", .text("A"))
        },
        Fault("two required outcomes with one id", at: "responses", "the id “A2” stands 2 times") {
            $0.setting("outcomes[0].required_outcomes[0].id", .text("A2"))
        },
        Fault("two targets with one name", at: "targets", "the id “staff-trained” stands 2 times") {
            $0.setting("other_targets[0].measure", .text("Staff trained"))
        },
    ]

    @Test(arguments: actionPlanFaults) func `a priority action plan is refused`(fault: Fault) throws {
        try check(fault, SmallActionPlan.tree.get())
    }

    @Test(arguments: statementFaults) func `a written statement is refused`(fault: Fault) throws {
        try check(fault, SmallStatement.tree.get())
    }

    private func check(_ fault: Fault, _ tree: Tree) throws {
        #expect(problems(tree) == [])
        let found = problems(fault.change(tree))
        expectUsable(found)
        #expect(
            found.contains { $0.place.hasSuffix(placed(fault)) && $0.text.contains(fault.text) }, "\(found)")
    }

    /// “either percent or count” is said of the percentage.
    private func placed(_ fault: Fault) -> String {
        fault.text.contains("either") ? "other_targets[0].values[0].percent" : fault.place
    }

    @Test func `everything that is wrong is said at once`() throws {
        let tree = try SmallActionPlan.tree.get()
            .setting("plan.published", .text("soon"))
            .setting("plan.colour", .text("red"))
            .setting("\(Self.objective).due", .text("2024-99"))
            .setting("\(Self.objective).groups[0]", .text("Nobody"))
            .setting("areas_for_improvement[0].text", nil)
        let found = problems(tree)
        expectUsable(found)
        #expect(
            Set(found.map(\.place)).isSuperset(of: [
                "plan.published", "plan.colour", "\(Self.objective).due", "areas_for_improvement[0].text",
            ]))
        #expect(FileRefusal(problems: found).forPerson.hasPrefix("The file was not taken: "))
    }

    @Test func `the plan of the example area is checked in the same way`() throws {
        let tree = try Tree(String(decoding: try Repository.example.get(), as: UTF8.self))
        let objective = "priority_areas[0].responses[0].objectives"
        let changes: [(Tree, String)] = [
            (
                tree.setting("plan.status_scheme.ratings[3].id", .text("violet")),
                "plan.status_scheme.ratings[3].id"
            ),
            (tree.setting("\(objective)[4].id", .text("PAP1:1")), "objectives"),
            (tree.setting("\(objective)[3].due", .text("2024-31")), "\(objective)[3].due"),
            (tree.setting("governance.bodies[5].name", .text("Someone else")), "area AfI3"),
            (tree.setting("plan.counts.objectives", .number(33)), "plan.counts.objectives"),
        ]
        #expect(problems(tree) == [])
        for (changed, place) in changes {
            let found = problems(changed)
            expectUsable(found)
            #expect(found.contains { $0.place == place }, "\(found)")
        }
    }
}
