import CivilTime

/// Finds what a plan's parts say about each other that cannot be: ids that stand twice, references to nothing.
struct PlanChecks {
    let plan: PublishedPlan
    let problems: ProblemList

    func run() {
        unique("priorities", plan.header.priorities.map(\.code))
        unique("responses", plan.header.priorities.flatMap(\.responses).map(\.code))
        unique("objectives", plan.objectives.map(\.code))
        unique("actions", plan.actions.map(\.code))
        unique("areas for improvement", plan.areas.map(\.code))
        unique("bodies", plan.bodies.map(\.code))
        unique("targets", plan.targets.map(\.code))
        for objective in plan.objectives { check(objective) }
        for area in plan.areas { check(area) }
        for body in plan.bodies { check(body) }
        for target in plan.targets {
            for action in target.actions where !plan.actions.contains(where: { $0.code == action }) {
                problems.add("target “\(target.title)”", "there is no action “\(action.text)” in this file")
            }
        }
    }

    private func unique(_ what: String, _ codes: [Code]) {
        for (code, group) in Dictionary(grouping: codes, by: \.self).sorted(by: { $0.key.text < $1.key.text })
        where group.count > 1 {
            problems.add(what, "the id “\(code.text)” stands \(group.count) times; each may stand once")
        }
    }

    private func check(_ objective: ObjectiveStatement) {
        let place = "objective \(objective.code.text)"
        for group in objective.groups { checkGroup(group, place) }
        unique("\(place), milestones", objective.milestones.map(\.code))
        guard let last = objective.due.months.last else { return }
        for step in objective.milestones where step.due > last {
            problems.add(
                "\(place), milestone \(step.code.text)",
                "due \(step.due.iso), after the objective itself (\(last.iso))")
        }
    }

    private func check(_ area: AreaStatement) {
        let place = "area \(area.code.text)"
        checkGroup(area.group, place)
        unique("\(place), objectives", area.objectives)
        for code in area.objectives where !plan.objectives.contains(where: { $0.code == code }) {
            problems.add(place, "there is no objective “\(code.text)” in this file")
        }
    }

    private func check(_ body: BodyStatement) {
        guard let area = body.area, !plan.areas.contains(where: { $0.code == area }) else { return }
        problems.add("body \(body.code.text)", "there is no area for improvement “\(area.text)” in this file")
    }

    private func checkGroup(_ name: String, _ place: String) {
        if !plan.bodies.contains(where: { $0.isCalled(name) }) {
            problems.add(place, "there is no group called “\(name)” in this file")
        }
    }
}
