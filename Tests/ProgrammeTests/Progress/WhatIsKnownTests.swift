import CivilTime
import Testing

@testable import Programme

/// A scheme of four colours and one of three, in words of our own.
enum Schemes {
    static let four = RatingScheme(
        name: "BRAG", use: nil,
        ratings: [
            Rating(colour: .red, label: "Red", definition: "Late, no difference yet", letter: nil),
            Rating(colour: .amber, label: "Amber", definition: "Going to time", letter: nil),
            Rating(colour: .green, label: "Green", definition: "Done, first signs of impact", letter: nil),
            Rating(colour: .blue, label: "Blue", definition: "Lasting, impact goes on", letter: nil),
        ], columns: [])
    static let quarters = RatingScheme(
        name: "RAG", use: nil,
        ratings: [
            Rating(colour: .green, label: "Green", definition: "Finished", letter: "G"),
            Rating(colour: .amber, label: "Amber", definition: "Moving", letter: "A"),
            Rating(colour: .red, label: "Red", definition: "Hardly begun", letter: "R"),
            Rating(colour: .grey, label: "Grey", definition: "Taken up elsewhere", letter: ""),
        ], columns: ["2024-03", "2024-06", "2024-09"])
}

/// Something known of an objective on 20 September 2024, for each test to change.
private func known(
    _ rating: Rating.Colour?, _ scheme: RatingScheme = Schemes.four, last: String = "2024-08",
    evidence: [EvidenceItem] = [item(.impact)], steps: [WhatIsKnown.Step] = [], due: String? = nil
) -> WhatIsKnown {
    WhatIsKnown(
        scheme: scheme, begun: month("2024-01"), months: MonthlyReport.all([report(rating, last)]),
        steps: steps, evidence: evidence, dues: due.map { [day($0)] } ?? [], today: day("2024-09-20"))
}

private func report(_ rating: Rating.Colour?, _ of: String, _ group: String = "One") -> ProgressReport {
    ProgressReport(
        entry: "e-\(of)-\(group)", commit: 1, day: day("2024-08-30"), month: month(of), rating: rating,
        narrative: "n", impact: "", group: group)
}

private func item(_ kind: EvidenceKind, _ of: String = "2024-08") -> EvidenceItem {
    EvidenceItem(
        entry: "e", commit: 1, day: day("2024-08-30"), month: month(of), title: "t", shows: "s", kind: kind,
        source: .link(address: "https://example.org"), addedBy: "a")
}

private func step(
    _ first: String, now: String? = nil, met: String? = nil, dropped: Bool = false
) -> WhatIsKnown.Step {
    let moves = now.map {
        [MilestoneMove(day: day("2024-02-01"), to: month($0), why: "w", source: .forecast(entry: "f"))]
    }
    let milestone = MilestoneStanding(
        code: code("m1"), text: "t", first: month(first), moves: moves ?? [], met: met.map { day($0) },
        isOfPlan: true, isDropped: dropped)
    return .init(milestone: milestone, due: month(first).last)
}

@Suite struct `What is known beside a rating` {
    private func expect(
        _ known: WhatIsKnown, _ severity: Finding.Severity?, _ words: String...,
        place: SourceLocation = #_sourceLocation
    ) {
        let findings = known.findings
        #expect(findings.map(\.words) == words, sourceLocation: place)
        #expect(findings.first?.severity == severity, sourceLocation: place)
    }

    @Test(arguments: Rating.Colour.allCases.filter { $0 != .grey })
    func `nothing speaks against a rating that evidence bears out`(rating: Rating.Colour) {
        expect(known(rating), nil)
    }

    @Test func `green without evidence is contradicted in the plan's own words`() {
        expect(
            known(.green, evidence: []), .contradiction,
            "Rated green, “Done, first signs of impact”: no evidence at all is attached.")
        expect(
            known(.green, evidence: [item(.output), item(.process), item(.voice)]), .contradiction,
            "Rated green, “Done, first signs of impact”: no evidence of impact is attached.")
        expect(
            known(.blue, evidence: []), .contradiction,
            "Rated blue, “Lasting, impact goes on”: no evidence at all is attached.")
    }

    @Test func `evidence of impact grows old: worth a note beside green, a warning beside blue`() {
        let old = [item(.impact, "2024-02"), item(.impact, "2023-11")]
        let words = "The latest evidence of impact is of February 2024, 7 months ago."
        expect(known(.green, evidence: old), .note, words)
        expect(known(.blue, evidence: old), .warning, words)
        expect(known(.blue, evidence: [item(.impact, "2024-03")]), nil)
    }

    @Test func `amber without evidence is noted, red is not`() {
        expect(known(.amber, evidence: []), .note, "Rated amber: no evidence is attached.")
        expect(known(.red, evidence: []), nil)
        expect(known(nil, evidence: []), nil)
    }

    @Test func `a scheme that says nothing of impact asks only for some evidence of being done`() {
        let seen = known(.green, Schemes.quarters, last: "2024-06", evidence: [item(.process)])
        expect(
            seen, .warning, "Nothing reported for March 2024.")
        var none = seen
        none.evidence = []
        #expect(
            none.findings.first?.words == "Rated green, “Finished”: no evidence at all is attached.")
        var grey = known(.grey, Schemes.quarters, last: "2024-06", evidence: [])
        grey.months = MonthlyReport.all([report(.grey, "2024-03"), report(.grey, "2024-06")])
        expect(grey, nil)
    }

    @Test func `an overdue milestone stands beside the rating, with its days`() {
        let overdue = step("2024-08")
        expect(
            known(.green, steps: [overdue]), .contradiction,
            "Rated green; milestone m1 is 20 days overdue.")
        expect(
            known(.red, steps: [overdue]), .warning, "Rated red; milestone m1 is 20 days overdue.")
        expect(
            known(nil, steps: [overdue]), .warning, "Not rated; milestone m1 is 20 days overdue.")
        expect(known(.amber, steps: [step("2024-08", met: "2024-08-31")]), nil)
        expect(
            known(.amber, steps: [step("2024-08", met: "2024-09-01")]), .note,
            "Milestone m1 was met 1 day late.")
        expect(known(.green, steps: [step("2024-08", dropped: true)]), nil)
    }

    @Test func `putting a milestone off does not end its lateness`() {
        expect(
            known(.amber, steps: [step("2024-08", now: "2025-01")]), .contradiction,
            "Rated amber; milestone m1 is 20 days overdue and now expected 5 months later than first promised."
        )
        expect(
            known(.amber, steps: [step("2024-12", now: "2025-01")]), .warning,
            "Rated amber; milestone m1 is now expected 1 month later than first promised.")
        expect(
            known(.red, steps: [step("2024-12", now: "2025-01")]), .note,
            "Rated red; milestone m1 is now expected 1 month later than first promised.")
        expect(known(.amber, steps: [step("2024-12", now: "2024-11")]), nil)
    }

    @Test func `what is called done while a milestone is ahead is asked about`() {
        expect(
            known(.green, steps: [step("2024-12")]), .warning,
            "Rated green; milestone m1 is not recorded as met.")
    }

    @Test func `a due day that passed contradicts a rating of going to plan`() {
        expect(
            known(.amber, due: "2024-09-08"), .contradiction,
            "The due date passed 12 days ago. Rated amber.")
        expect(known(.red, due: "2024-09-19"), .warning, "The due date passed 1 day ago. Rated red.")
        expect(known(nil, due: "2024-09-19"), .warning, "The due date passed 1 day ago. Not rated.")
        expect(known(.amber, due: "2024-09-20"), nil)
        expect(known(.green, due: "2024-01-31"), nil)
    }

    @Test func `two whole months without a word are said, the present month is not over`() {
        expect(known(.red, last: "2024-05"), .warning, "Nothing reported since May 2024.")
        expect(known(.red, last: "2024-06"), .warning, "Nothing reported since June 2024.")
        expect(known(.red, last: "2024-07"), nil)
        var never = known(.red)
        never.months = []
        expect(never, .warning, "Nothing has been reported since the plan began.")
        never.begun = month("2024-07")
        expect(never, nil)
    }

    @Test func `groups that differ on a month are both named`() {
        var seen = known(.green)
        seen.months = MonthlyReport.all([
            report(.red, "2024-08", "Two"), report(.amber, "2024-08", "Two"),
            report(.green, "2024-08", "One"),
        ])
        expect(seen, .warning, "Groups differ on August 2024: Two: amber; One: green.")
        #expect(seen.months[0].earlier.count == 2)
    }

    @Test func `what indicators say is passed on`() {
        var seen = known(.green)
        seen.indicators = ["K301 fell in August 2024", "K302 is not measured"]
        expect(seen, .note, "Indicators: K301 fell in August 2024; K302 is not measured")
    }

    @Test func `the gravest comes first`() {
        var seen = known(.green, last: "2024-05", evidence: [], steps: [step("2024-12"), step("2024-08")])
        seen.indicators = ["K301 fell"]
        #expect(
            seen.findings.map(\.severity) == [.contradiction, .contradiction, .warning, .warning, .note])
    }
}

@Suite struct `Worse evidence never makes what is said milder` {
    /// Everything that can be known, drawn at random.
    private func drawn(_ random: inout Seeded) -> WhatIsKnown {
        let scheme = random.chance(3) ? Schemes.quarters : Schemes.four
        let rating = random.chance(6) ? nil : random.pick(scheme.ratings.map(\.colour))
        var seen = known(rating, scheme, last: "2024-0\(random.below(9) + 1)", evidence: [])
        seen.evidence = (0..<random.below(4)).map { _ in drawnItem(&random) }
        seen.steps = (0..<random.below(4)).map { drawnStep("m\($0)", &random) }
        if random.chance(2) { seen.dues = [seen.today - (random.below(200) - 100)] }
        return seen
    }

    private func drawnItem(_ random: inout Seeded) -> EvidenceItem {
        item(random.pick(EvidenceKind.allCases), (month("2023-09") + random.below(13)).iso)
    }

    private func drawnStep(_ name: String, _ random: inout Seeded) -> WhatIsKnown.Step {
        let first = month("2024-03") + random.below(12)
        let moves = (0..<random.below(3)).map { _ in
            MilestoneMove(
                day: day("2024-02-01"), to: first + (random.below(12) - 4), why: "w",
                source: .forecast(entry: "f"))
        }
        let milestone = MilestoneStanding(
            code: code(name), text: "t", first: first, moves: moves,
            met: random.chance(2) ? day("2024-09-20") - random.below(250) : nil, isOfPlan: true,
            isDropped: random.chance(8))
        return .init(milestone: milestone, due: first.last)
    }

    /// The same with one thing about the evidence worse: an item fewer, weaker or older, a milestone later or unmet.
    private func worse(_ seen: WhatIsKnown, _ random: inout Seeded) -> WhatIsKnown {
        var worse = seen
        if !seen.evidence.isEmpty, seen.steps.isEmpty || random.chance(2) {
            let index = random.below(seen.evidence.count)
            let held = seen.evidence[index]
            switch random.below(3) {
            case 0: worse.evidence.remove(at: index)
            case 1:
                let kinds = EvidenceKind.allCases
                let rank = kinds.firstIndex(of: held.kind) ?? 0
                worse.evidence[index] = item(random.pick(Array(kinds[rank...])), held.month.iso)
            default:
                worse.evidence[index] = item(held.kind, (held.month - random.below(12)).iso)
            }
        } else if !seen.steps.isEmpty {
            let index = random.below(seen.steps.count)
            worse.steps[index] = worse.later(seen.steps[index], &random)
        }
        return worse
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `whatever is made worse, each finding stays at least as grave`(seed: UInt64) {
        var random = Seeded(seed)
        for _ in 0..<250 {
            let before = drawn(&random)
            var after = before
            for _ in 0...random.below(3) { after = worse(after, &random) }
            let held = before.severities
            let found = after.severities
            for (about, severity) in held {
                #expect(
                    found[about, default: 0] >= severity, "\(about) of \(before) became milder in \(after)")
            }
        }
    }

    @Test func `the test would notice: evidence taken away is heard of`() {
        var random = Seeded(1)
        var graver = 0
        for _ in 0..<500 {
            let before = drawn(&random)
            let after = worse(before, &random)
            if after.severities != before.severities { graver += 1 }
        }
        #expect(graver > 50)
    }
}

extension WhatIsKnown {
    fileprivate var severities: [Finding.About: Int] {
        Dictionary(findings.map { ($0.about, $0.severity.rawValue) }, uniquingKeysWith: max)
    }

    fileprivate func later(_ step: Step, _ random: inout Seeded) -> Step {
        let held = step.milestone
        var moves = held.moves
        var met = held.met
        if let day = met {
            met = random.chance(2) || day == today ? nil : min(today, day + random.below(60))
        } else {
            moves.append(
                MilestoneMove(
                    day: today, to: held.now + random.below(8), why: "w", source: .forecast(entry: "g")))
        }
        let milestone = MilestoneStanding(
            code: held.code, text: held.text, first: held.first, moves: moves, met: met,
            isOfPlan: held.isOfPlan, isDropped: held.isDropped)
        return Step(milestone: milestone, due: step.due)
    }
}
