import CivilTime
import Pages

/// The questions by which a baseline, a target or a trajectory of an indicator is stated.
struct LevelQuestions: Sendable {
    let unit: IndicatorUnit
    let today: Day

    static let group = TextQuestion("group", "Group that recommends it", most: 200)
        .noun("the group that recommends it")
    static let cohort = TextQuestion("cohort", "For whom", most: 200)
        .hint("Leave it empty where it holds for all whom the indicator counts.").optional()
    static let reasoning = LongTextQuestion("reasoning", "Why", most: 2_000, rows: 4)
        .hint("Everybody can read this once the board has approved it.")
        .whenEmpty("Say why the group recommends it")
    static let first = DateQuestion("first", "First day that it is of")
        .noun("the first day that it is of")
    static let last = DateQuestion("last", "Last day that it is of").noun("the last day").hint(
        "Leave it empty for a single day."
    )
    .optional()
    static let source = TextQuestion("source", "Where the value comes from", most: 200)
    static let comparison = RadiosQuestion(
        "comparison", "What counts as reached",
        [Choice(Bound.atLeast, "At least the value"), Choice(Bound.atMost, "At most the value")]
    ).whenEmpty("Choose whether the value is a floor or a ceiling")
    static let by = MonthQuestion("by", "By the end of which month").noun("the month")

    /// The day the group recommended it.
    var day: DateQuestion {
        DateQuestion("day", "Day it was recommended", latest: .today(today)).noun(
            "the day it was recommended")
    }

    /// The value in the indicator's unit.
    var value: ConvertedQuestion<TextQuestion, Figure> {
        let unit = unit
        let label = unit == .achieved ? "Value: 1 for yes, 0 for no" : "Value (\(unit.words))"
        return TextQuestion("value", label, most: 20, width: .ten, isCode: true).noun("the value")
            .converted(
                { (text) throws(Unfit) in
                    guard let figure = Figure(text) else {
                        throw Unfit("The value must be a number with no more than 3 decimals, such as 53.7")
                    }
                    if let why = unit.problem(with: figure) { throw Unfit(why) }
                    return figure
                }, back: \.text)
    }

    /// The steps of a trajectory, one a line.
    var steps: ConvertedQuestion<LongTextQuestion, [Trajectory.Step]> {
        let unit = unit
        return LongTextQuestion("steps", "Steps", most: 2_000, rows: 8)
            .hint("One on each line, the earliest first: the month and the value, such as June 2025 60.")
            .whenEmpty("Enter the steps, one on each line")
            .converted(
                { (text) throws(Unfit) in try Self.steps(in: text, unit) },
                back: { steps in
                    steps.map { "\($0.month.written) \($0.value.text)" }.joined(separator: "\n")
                })
    }

    /// All that is asked for a kind, in order.
    func questions(_ kind: Level.Kind) -> [any Question] {
        let own: [any Question] =
            switch kind {
            case .baseline: [value, Self.first, Self.last, Self.source]
            case .target: [value, Self.comparison, Self.by]
            case .trajectory: [steps, Self.comparison]
            }
        return own + [Self.cohort, Self.group, day, Self.reasoning]
    }

    /// Reads what is stated; nil where something is wrong or missing.
    func level(_ kind: Level.Kind, _ reading: inout Reading) -> Level? {
        switch kind {
        case .baseline:
            let value = reading.ask(value)
            let first = reading.ask(Self.first)
            let last = reading.ask(Self.last)
            let source = reading.ask(Self.source)
            guard let value, let first, let source else { return nil }
            if let last, last < first {
                reading.refuse("The last day must be on or after the first", at: Self.last)
                return nil
            }
            return .baseline(
                Baseline(value: value, first: first, last: last ?? first, when: nil, source: source))
        case .target:
            let value = reading.ask(value)
            let comparison = reading.ask(Self.comparison)
            let by = reading.ask(Self.by)
            guard let value, let comparison, let by else { return nil }
            return .target(Target(value: value, comparison: comparison, by: by))
        case .trajectory:
            let steps = reading.ask(steps)
            let comparison = reading.ask(Self.comparison)
            guard let steps, let comparison else { return nil }
            return .trajectory(Trajectory(steps, comparison))
        }
    }

    private static func steps(
        in text: String, _ unit: IndicatorUnit
    ) throws(Unfit) -> [Trajectory.Step] {
        var steps: [Trajectory.Step] = []
        let lines = text.split(separator: "\n").filter { !$0.allSatisfy(\.isWhitespace) }
        for (index, line) in lines.enumerated() {
            let words = line.split(whereSeparator: \.isWhitespace).map { String($0) }
            guard let last = words.last, let value = Figure(last), words.count > 1,
                let month = month(words.dropLast().joined(separator: " "))
            else { throw Unfit("Line \(index + 1) must be a month and a value, such as June 2025 60") }
            if let why = unit.problem(with: value) { throw Unfit("Line \(index + 1): \(why)") }
            if let before = steps.last, month <= before.month {
                throw Unfit("Line \(index + 1) must be of a later month than the line before it")
            }
            steps.append(.init(month, value))
        }
        guard steps.count > 1 else { throw Unfit("A trajectory needs two steps or more") }
        return steps
    }

    /// A month as “June 2025”, “Jun 2025” or “2025-06”.
    private static func month(_ text: String) -> Month? {
        if let month = Month(iso: text) { return month }
        let words = text.lowercased().split(separator: " ")
        guard words.count == 2, let year = Int(words[1]), let name = words.first, name.count > 2 else {
            return nil
        }
        return (1...12).lazy.compactMap { Month(year: year, month: $0) }.first {
            $0.written.lowercased().hasPrefix(name)
        }
    }
}
