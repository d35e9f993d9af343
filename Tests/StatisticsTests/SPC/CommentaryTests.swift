import CivilTime
import Statistics
import Testing

@Suite struct `Commentary` {
    /// Values that vary in an ordinary way about 50.
    private static let calm: [Double] = [50, 52, 49, 51, 50, 48, 51, 50, 52, 49, 50, 53, 49, 51, 50, 49]

    @Test func `says value, average, usual range, variation, assurance and what to ask`() throws {
        let chart = try chart(worked) { $0.target = 65 }
        #expect(
            chart.commentary(unit: "plans") == [
                "In June 2021, 70 plans; average 53.6; usual range 45.1 to 62.0 (since January 2020).",
                "Outside the usual range.", "If nothing changes the target of 65 will be missed.",
                "Keep going, and say when the limits would reach the target.",
            ])
    }

    @Test(arguments: [
        (worked.dropLast(), "The last 5 values each rose."), (worked.prefix(9), nil),
    ])
    func `counts only what the rule found`(values: ArraySlice<Double>, trend: String?) throws {
        let said = try chart(Array(values)).commentary()
        if let trend { #expect(!said.contains(trend), "five rises are no trend of seven values") }
        #expect(!said.contains { $0.contains("each") })
    }

    @Test func `names a trend by its values, and a run by its length`() throws {
        let rising = try chart(Self.calm + [44, 45, 46, 47, 48, 49, 50])
        #expect(rising.commentary()[1] == "The last 6 values each rose.")
        let falling = try chart(Self.calm + [56, 55, 54, 53, 52, 51, 50, 49])
        #expect(falling.commentary()[1] == "The last 7 values each fell.")
        let run = try chart(Self.calm.map { $0 - 3 } + [51, 52, 51, 52, 51, 52, 51, 51])
        #expect(run.commentary()[1] == "8 values in a row above average.")
    }

    @Test(arguments: [([54.5, 54.6, 51], false), ([51, 54.5, 54.6], true), ([54.6, 51, 54.5], true)])
    func `names two of three only where the last point is one of them`(last: [Double], isSaid: Bool) throws {
        let chart = try chart(Self.calm + last) { $0.fixAfter = 16 }
        let said = "Two of the last three close to the upper limit."
        #expect(chart.commentary().contains(said) == isSaid, "\(chart.commentary())")
    }

    @Test func `says three where all three are near`() throws {
        let chart = try chart(Self.calm + [45.1, 45.2, 45.1]) { $0.fixAfter = 16 }
        #expect(chart.commentary()[1] == "All of the last three close to the lower limit.")
    }

    @Test func `calls a common move no change, and a large one only no sign of change`() throws {
        let said = try chart(Self.calm).commentary()
        #expect(
            said[1]
                == "No sign of change: the difference from the month before (−1) is within usual variation.")
        let steps = try chart(Self.calm + [46.1, 54]) { $0.fixAfter = 16 }
        #expect(steps.last?.kind == .commonCause)
        #expect(steps.commentary()[1].hasPrefix("No sign of change"))
        let leap = try chart(Self.calm + [80, 50]) { $0.fixAfter = 16 }
        #expect(leap.commentary()[1] == "No sign of change.")
    }

    @Test func `speaks of the value before where no month is next to the last`() throws {
        var observations = series(Self.calm)
        observations[15].day = observations[15].day.adding(months: 3)
        #expect(try XmRChart(observations).commentary()[1].contains("from the value before (−1)"))
        let daily = Self.calm.enumerated().map { Observation(day: day("2024-03-01") + $0, value: $1) }
        let said = try XmRChart(daily).commentary(unit: "%")
        #expect(said[0].hasPrefix("On 16 March 2024, 49%; average 50.3;"), "\(said[0])")
        #expect(said[0].hasSuffix("(since 1 March 2024)."))
    }

    @Test func `of too few points says no more than that`() throws {
        #expect(
            try chart([5]).commentary() == [
                "In January 2020, 5; average 5.0.", "Too few points to say more.",
            ])
        let few = try chart([5, 6, 5]) { $0.target = 4 }
        #expect(!few.commentary().contains { $0.contains("target") })
    }

    @Test(arguments: [
        (
            70.0, Improvement.increase, [Double](),
            "The process must change; more effort in the same process will not do."
        ),
        (30, .increase, [], "Leave it alone."),
        (70, .increase, [30], "Explain what changed, and plan what to do."),
        (30, .decrease, [80], "Explain what changed, and plan what to do."),
        (30, .increase, [39], "Find out why it changed."),
    ])
    func `asks by the pair of icons`(
        target: Double, improvement: Improvement, more: [Double], ask: String
    ) throws {
        let chart = try chart(Self.calm + more) {
            $0.target = target
            $0.improvement = improvement
            $0.fixAfter = 16
        }
        #expect(chart.commentary().last == ask)
    }

    @Test func `asks nothing where the target lies within the limits or no direction is better`() throws {
        let within = try chart(Self.calm) { $0.target = 50 }
        #expect(within.commentary().last == "The target of 50 will sometimes be met and sometimes missed.")
        let neutral = try chart(Self.calm) {
            $0.target = 50
            $0.improvement = .neutral
        }
        #expect(neutral.commentary().count == 2)
    }

    @Test func `leaves a ghost at the end unspoken`() throws {
        var observations = series(Self.calm)
        observations[15].isGhost = true
        #expect(try XmRChart(observations).commentary()[0].hasPrefix("In March 2021, 50;"))
    }

    @Test func `a caption holds every setting`() throws {
        let chart = try chart(worked) {
            $0.improvement = .decrease
            $0.fixAfter = 12
            $0.screensMovingRanges = false
            $0.runLength = 6
            $0.trendLength = 5
            $0.twoOfThree = .inclusive
            $0.rebases = [Rebase(day: day("2020-03-01"), reason: "new panel")]
        }
        #expect(
            chart.caption
                == "XmR chart: decrease is better; run of 6; trend of 5 values; two of three near a limit, points "
                + "beyond it counted; moving ranges not screened; limits from the first 12 points; new section "
                + "from 2020-03-01 (new panel).")
    }
}
