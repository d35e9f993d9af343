import CivilTime
import Testing

@testable import Ledger
@testable import Programme

/// What arrives of the written statement of action of 2018.
@Suite struct `The statement of 2018 arrives whole` {
    @Test func `five areas of weakness, twenty-three required outcomes and seventy-four actions arrive`()
        async throws
    {
        guard let real = try await RealPlan.statement() else { return }
        let record = try await real.record
        #expect(record.header.priorities.count == 5)
        #expect(record.header.priorities.flatMap(\.responses).count == 23)
        #expect(record.actions.count == 74)
        #expect(record.objectives.isEmpty)
        #expect(record.areas.isEmpty)
        let stated = real.tree["outcomes"].items
        #expect(record.header.priorities.map(\.text) == stated.map { $0["area_of_weakness"].string })
        #expect(record.header.priorities.map(\.outcomes) == stated.map { $0["outcomes_sought"].strings })
        let responses = record.header.priorities.flatMap(\.responses).map { response -> [String?] in
            [response.code.text, response.title]
        }
        let required = stated.flatMap { $0["required_outcomes"].items }.map { outcome -> [String?] in
            [outcome["id"].string, outcome["text"].string]
        }
        #expect(responses == required)
    }

    @Test func `what is stored is what was read`() async throws {
        guard let real = try await RealPlan.statement() else { return }
        let record = try await real.record
        #expect(record.header == real.plan.header)
        #expect(record.actions == real.plan.actions)
        #expect(record.bodies == real.plan.bodies)
        #expect(record.targets == real.plan.targets)
    }

    @Test(arguments: [(Rating.Colour?.some(.green), 9), (.amber, 35), (.red, 26), (nil, 4), (.grey, 0)])
    func `so many actions are rated so`(colour: Rating.Colour?, count: Int) async throws {
        guard let real = try await RealPlan.statement() else { return }
        let record = try await real.record
        #expect(record.actions.count { $0.rating?.colour == colour } == count)
        #expect(record.actions.compactMap(\.rating).allSatisfy { $0.month == month("2018-03") })
    }

    @Test func `the scheme knows grey, which no letter stands for`() async throws {
        guard let real = try await RealPlan.statement() else { return }
        let scheme = try await real.record.header.scheme
        #expect(scheme.ratings.map(\.colour) == [.green, .amber, .red, .grey])
        #expect(scheme.rating(.grey)?.letter?.isEmpty == true)
        #expect(scheme.rating(.grey)?.definition == "being addressed via wider/alternative systems")
        #expect(scheme.columns == ["2018-03", "2018-06", "2018-09", "2018-12", "2019-03"])
    }

    @Test func `each action is the file's`() async throws {
        guard let real = try await RealPlan.statement() else { return }
        for (action, stated) in zip(try await real.record.actions, real.tree["actions"].items) {
            #expect(action.code.text == stated["id"].string)
            #expect(action.priority.text == stated["outcome"].string)
            #expect(action.response.text == stated["required_outcome_id"].string)
            #expect(action.text == stated["action"].string)
            #expect(action.parts == stated["sub_actions"].strings)
            #expect(action.timescale == stated["timescale"].string)
            #expect(action.owners == stated["owners"].strings)
            #expect(action.accountable == stated["accountable"].strings)
            #expect(action.measures.map(\.text) == stated["measures_of_success"].strings)
            #expect(action.measures.map(\.indicators) == stated["measure_refs"].items.map(\.strings))
            #expect(action.isUncertain == (stated["uncertain"] == .flag(true)))
            let whys = stated["uncertain_fields"].keys.compactMap {
                stated["uncertain_fields"][$0]["why"].string
            }
            #expect(
                Set(action.remarks.map(\.text)) == Set(whys + [stated["note"].string].compactMap(\.self)))
        }
    }

    @Test func `the trajectory begins at thirty-five per cent and climbs to a hundred by its months`()
        async throws
    {
        guard let real = try await RealPlan.statement() else { return }
        let target = try #require(try await real.record.targets.first { $0.code.text == "timeliness" })
        let start = try #require(target.figures.first)
        #expect(start.kind == .baseline)
        #expect(start.value == 35)
        #expect(start.when == "At inspection")
        let steps = target.figures.dropFirst()
        #expect(steps.allSatisfy { $0.kind == .target && $0.unit == .percent })
        #expect(steps.map(\.value) == [50, 60, 70, 80, 90, 100])
        #expect(
            steps.map(\.month?.iso) == ["2018-06", "2018-09", "2018-12", "2019-03", "2019-06", "2019-09"])
        #expect(target.indicators == ["K301"])
        #expect(target.cohort == "new plans started in March")
    }

    @Test func `the target for exclusions arrives with its four figures`() async throws {
        guard let real = try await RealPlan.statement() else { return }
        let target = try #require(try await real.record.targets.first { $0.code.text == "exclusions" })
        #expect(target.figures.map(\.value) == [2905, 1569, 30, 871])
        #expect(target.figures.map(\.unit) == [.days, .days, .percent, .days])
        #expect(target.figures.map(\.kind) == [.baseline, .baseline, .target, .target])
        #expect(target.figures.map(\.when) == ["2016-17", "2016-17", "by December 2018", "2017-18"])
        #expect(target.figures[2].month == month("2018-12"))
        #expect(target.indicators == ["K717", "K718", "K719", "K721"])
    }

    @Test func `the five other targets arrive with their figures and the actions they stand with`()
        async throws
    {
        guard let real = try await RealPlan.statement() else { return }
        let targets = try await real.record.targets.dropFirst(2)
        let stated = real.tree["other_targets"].items
        #expect(targets.count == 5)
        for (target, stated) in zip(targets, stated) {
            let values = stated["values"].items
            #expect(target.title == stated["measure"].string)
            #expect(target.indicators == [stated["measure_ref"].string])
            #expect(target.actions.map(\.text) == stated["actions"].strings)
            let numbers = values.map { $0["percent"].integer ?? $0["count"].integer }
            #expect(target.figures.map(\.value) == numbers)
            #expect(target.figures.map(\.month?.iso) == values.map { $0["by"].string })
            #expect(target.figures.map(\.comparison) == values.map { $0["comparison"].string })
            let areTargets = values.map { $0["kind"].string == "target" }
            #expect(target.figures.map { $0.kind == .target } == areTargets)
        }
    }

    @Test func `the fourteen groups of annex B arrive with their thirty-three measures`() async throws {
        guard let real = try await RealPlan.statement() else { return }
        let framework = try await real.record.header.framework
        let stated = real.tree[path: "annex_b.groups"].items
        #expect(framework.count == 14)
        #expect(framework.flatMap(\.measures).count == 33)
        #expect(framework.map(\.name) == stated.map { $0["group"].string })
        let measures = framework.flatMap(\.measures).map { [$0.text] + $0.indicators }
        let printed = stated.flatMap { $0["measures"].items }.map { measure -> [String] in
            [measure["text"].string ?? ""] + measure["measure_refs"].strings
        }
        #expect(measures == printed)
    }

    @Test func `who reports to whom and who else holds to account arrive by name`() async throws {
        guard let real = try await RealPlan.statement() else { return }
        let bodies = try await real.record.bodies
        var lines: [[String?]] = []
        for body in bodies {
            lines += body.reportsTo.map { line -> [String?] in
                [body.name, bodies.first { $0.code == line.to }?.name, line.note]
            }
        }
        let stated = real.tree[path: "statement.governance.reporting_lines"].items.map { line -> [String?] in
            ["from", "to", "note"].map { line[$0].string }
        }
        #expect(lines == stated)
        let also = real.tree[path: "statement.governance.also_held_to_account_by"].strings
        #expect(Set(bodies.map(\.name)).isSuperset(of: also))
        #expect(bodies.count == 7)
    }
}
