import CivilTime
import Markup
import Pages

/// The questions of a report on an objective or action.
struct ProgressForm: Sendable {
    let record: ProgressRecord
    let rights: ReportingRights
    let today: Day

    /// What the answers say.
    struct Answers {
        let month: Month
        let rating: Rating.Colour?
        let narrative: String
        let impact: String
        let group: String
        let milestones: [ReportProgress.MilestoneChange]
    }

    private static let unrated = "none"

    /// All months, closed ones too, so that whoever comes late is told why rather than asked to choose.
    var month: SelectQuestion<String> {
        let open = Set(record.openMonths(on: today))
        return SelectQuestion(
            "for", "Month",
            record.months(on: today).reversed().map {
                Choice($0.iso, open.contains($0) ? $0.written : "\($0.written) (closed)")
            })
    }

    var rating: RadiosQuestion<String> {
        RadiosQuestion(
            "rating", "Rating",
            record.header.scheme.ratings.map {
                Choice($0.colour.rawValue, $0.label, hint: $0.definition)
            } + [Choice(Self.unrated, "No rating this month")], dividesLast: true)
    }

    static let narrative = LongTextQuestion("narrative", "What was done, and what comes next", most: 4_000)
    static let impact = LongTextQuestion("impact", "What has changed for families", most: 4_000, rows: 4)
        .hint("What they would notice, not what was set up. Leave it empty where nothing has yet.").optional()

    /// For which group; nil where there is only one to choose from.
    var group: RadiosQuestion<String>? {
        let groups = rights.groups(of: record.part).reduce(into: [String]()) {
            if !$0.contains($1) { $0.append($1) }
        }
        guard groups.count > 1 else { return nil }
        return RadiosQuestion(
            "group", "Group that reports",
            groups.enumerated().map { index, name in Choice(name, key: "\(index + 1)", name) })
    }

    private var onlyGroup: String { rights.groups(of: record.part).first ?? "Programme team" }

    static let newStep = TextQuestion("new-step", "A further milestone of the group’s own", most: 300)
        .optional()
    static let newStepMonth = MonthQuestion("new-step-month", "Month by which it is to be met").optional()

    /// The questions on one milestone that is not met.
    struct Step: Sendable {
        enum What: String, Sendable { case same, met, moved }

        let milestone: MilestoneStanding
        let what: RadiosQuestion<What>
        let met: DateQuestion
        let to: MonthQuestion
        let why: TextQuestion

        init(_ milestone: MilestoneStanding, _ name: String, _ today: Day) {
            self.milestone = milestone
            let code = milestone.code.text
            what = RadiosQuestion(
                name, "Milestone \(code): \(milestone.text)",
                [
                    Choice(What.same, "Still expected by \(milestone.now.written)"), Choice(What.met, "Met"),
                    Choice(What.moved, "Expected in another month"),
                ]
            ).noun("what became of milestone \(code)")
            met = DateQuestion("\(name)--met", "Day on which \(code) was met", latest: .today(today))
                .hint("Only where it was met.").optional()
            to = MonthQuestion("\(name)--to", "Month by which \(code) is now expected")
                .hint("Only where it moved.").optional()
            why = TextQuestion("\(name)--why", "Why \(code) moved", most: 300)
                .hint("Only where it moved. It stays beside the first promise.").optional()
        }
    }

    /// The milestones that can still be met or moved; each with names made of its id, which has no two hyphens
    /// together, so that no name of one is a name of another.
    var steps: [Step] {
        var seen: Set<String> = []
        return record.steps.map(\.milestone).filter { $0.met == nil && !$0.isDropped }.map { milestone in
            var name = "step-" + Code(slugOf: milestone.code.text).text
            while !seen.insert(name).inserted { name += "-x" }
            return Step(milestone, name, today)
        }
    }

    // MARK: Reading

    /// What a form shows before anybody typed: the month that is due, milestones as they stand.
    func first(_ asked: String?) -> Typed {
        var typed = Typed()
        let due = asked.flatMap { Month(iso: $0) } ?? record.monthDue(on: today)
        if let month = due ?? record.openMonths(on: today).last { typed.set(month: month) }
        for step in steps { step.what.fill(&typed, with: .same) }
        return typed
    }

    func read(_ reading: inout Reading) -> Answers? {
        let month = reading.ask(month).flatMap { Month(iso: $0) }
        let group = group.map { reading.ask($0) } ?? onlyGroup
        let rating = reading.ask(rating)
        let narrative = reading.ask(Self.narrative)
        let impact = reading.ask(Self.impact) ?? ""
        var changes: [ReportProgress.MilestoneChange] = []
        for step in steps { changes += read(step, &reading) }
        changes += readNewStep(&reading)
        guard reading.isFine, let month, let group, let rating, let narrative else { return nil }
        return Answers(
            month: month, rating: Rating.Colour(rawValue: rating), narrative: narrative, impact: impact,
            group: group, milestones: changes)
    }

    private func read(_ step: Step, _ reading: inout Reading) -> [ReportProgress.MilestoneChange] {
        let code = step.milestone.code
        let what = reading.ask(step.what)
        let met = reading.ask(step.met)
        let to = reading.ask(step.to)
        let why = reading.ask(step.why)
        switch what {
        case .met:
            guard let met else {
                reading.refuse("Enter the day on which \(code.text) was met", at: step.met)
                return []
            }
            return [.met(code, on: met)]
        case .moved:
            if to == nil {
                reading.refuse("Enter the month by which \(code.text) is now expected", at: step.to)
            }
            if why == nil { reading.refuse("Say why \(code.text) moved", at: step.why) }
            if let to, to < today.calendarMonth {
                let refusal = ProgressRefusal.movedIntoThePast(to, code: code)
                reading.refuse(refusal.forPerson.withoutStop, at: step.to)
            }
            guard let to, let why else { return [] }
            return [.forecast(code, to: to, why: why)]
        case .same, nil:
            // What is typed beside an unchanged choice would be lost without a word.
            if met != nil || to != nil || why != nil {
                reading.refuse("Choose whether \(code.text) was met or moved", at: step.what)
            }
            return []
        }
    }

    private func readNewStep(_ reading: inout Reading) -> [ReportProgress.MilestoneChange] {
        let text = reading.ask(Self.newStep)
        let month = reading.ask(Self.newStepMonth)
        switch (text, month) {
        case (nil, nil): return []
        case (let text?, let month?):
            let code = freeCode
            if month < today.calendarMonth {
                let refusal = ProgressRefusal.movedIntoThePast(month, code: code)
                reading.refuse(refusal.forPerson.withoutStop, at: Self.newStepMonth)
            }
            return [.added(code, text: text, first: month)]
        case (nil, _):
            reading.refuse("Say what the further milestone is, or leave its month empty", at: Self.newStep)
        case (_, nil):
            reading.refuse("Enter the month by which it is to be met", at: Self.newStepMonth)
        }
        return []
    }

    /// “g1”, “g2”: the first that no milestone has.
    private var freeCode: Code {
        let taken = Set(record.steps.map(\.milestone.code))
        for number in 1...(taken.count + 1) {
            if let code = Code("g\(number)"), !taken.contains(code) { return code }
        }
        return Code(slugOf: "g")
    }
}

extension Typed {
    fileprivate mutating func set(month: Month) { set("for", month.iso) }
}
