import CivilTime
import Statistics
import Testing

@Suite struct `A chart` {
    @Test func `of the worked example has its figures, labels and icons`() throws {
        let chart = try chart(worked) { $0.target = 65 }
        let limits = try #require(chart.sections.first?.limits)
        #expect(isClose(try #require(chart.sections[0].mean), 53.5556, within: 1e-6))
        #expect(isClose(limits.upper, 62.0050, within: 1e-6) && isClose(limits.lower, 45.1061, within: 1e-6))
        #expect(isClose(limits.nearUpper, 59.1885, within: 1e-6))
        #expect(isClose(limits.nearLower, 47.9226, within: 1e-6))
        let labels = chart.points.map(chart.label)
        #expect(labels[..<10].allSatisfy { $0 == "7 Points Below CL" })
        #expect(labels[10] == "Common Cause" && labels[17] == "Above UCL")
        #expect(labels[11..<17].allSatisfy { $0 == "7 Point Trend (Increasing)" })
        #expect(chart.points[17].rules == [.outside, .trend])
        #expect(chart.variation == .improvementHigh && chart.assurance == .fail)
    }

    @Test func `with a fixed baseline tests later points against it`() throws {
        let chart = try chart(worked) {
            $0.fixAfter = 12
            $0.target = 65
        }
        #expect(chart.sections[0].mean == 50.25 && chart.sections[0].baseline == 12)
        #expect(isClose(try #require(chart.sections[0].limits?.upper), 58.7136, within: 1e-6))
        #expect(chart.label(of: chart.points[15]) == "Above UCL")
        #expect(chart.label(of: chart.points[0]) == "Common Cause")
    }

    @Test func `keeps a reason for a new section, and says where there is none`() throws {
        let days = series(worked).map(\.day)
        let chart = try chart(worked) {
            $0.rebases = [
                Rebase(day: days[6], reason: "a second panel"), Rebase(day: days[12]),
                Rebase(day: days[1] + 1),
                Rebase(day: days[1] + 1),
            ]
        }
        #expect(chart.sections.map(\.reason) == [nil, "a second panel", nil])
        #expect(chart.sections.map(\.start) == [days[0], days[6], days[12]])
        #expect(chart.notes.contains(.noReason(days[12])) && !chart.notes.contains(.noReason(days[6])))
        #expect(chart.notes.count { $0 == .noPointToRebase(days[1] + 1) } == 1)
    }

    @Test func `holds its target in steps and judges by the last one stated`() throws {
        var observations = series(worked)
        observations[0].target = 40
        observations[9].target = 65
        let chart = try XmRChart(observations, settings: ChartSettings(target: 10))
        #expect(chart.points.map(\.target) == Array(repeating: 40, count: 9) + Array(repeating: 65, count: 9))
        #expect(chart.target == 65 && chart.assurance == .fail)
        observations[0].target = nil
        #expect(try XmRChart(observations, settings: ChartSettings(target: 10)).points[0].target == 10)
    }

    @Test func `of fewer than 13 points has no icons unless asked, and trial limits`() throws {
        let few = try chart(Array(worked.prefix(12))) { $0.target = 65 }
        #expect(few.variation == nil && few.assurance == nil && few.sections[0].isTrial)
        #expect(few.notes.contains(.fewPoints(section: 1, count: 12)))
        let asked = try chart(Array(worked.prefix(12))) {
            $0.target = 65
            $0.showsIconsEarly = true
        }
        #expect(asked.variation == .commonCause && asked.assurance == .fail)
        let one = try chart([5]) {
            $0.target = 65
            $0.showsIconsEarly = true
        }
        #expect(one.variation == nil && one.assurance == nil && one.sections[0].limits == nil)
        #expect(one.sections[0].mean == 5)
    }

    @Test(arguments: [0.1, 0.3, 99.9, 1e-300, 1e100, -7.7])
    func `of equal values has nothing unusual, whatever the value`(value: Double) throws {
        let chart = try chart(Array(repeating: value, count: 23)) { $0.target = value }
        #expect(chart.sections[0].mean == value && chart.sections[0].limits?.upper == value)
        #expect(chart.points.allSatisfy { $0.kind == .commonCause })
        #expect(chart.assurance == .pass && chart.notes == [.constant(section: 1)])
    }

    @Test func `of one jump and nothing else says that its limits are unreliable`() throws {
        let chart = try chart(Array(repeating: 5, count: 20) + [9])
        #expect(chart.sections[0].isUnreliable && chart.sections[0].screenedOut == 1)
        #expect(chart.points.allSatisfy { $0.outside != nil })
        #expect(chart.notes.contains(.noOrdinaryVariation(section: 1)))
    }

    @Test(arguments: [
        // The last value is the upper limit in decimals; in doubles the limit comes out below it.
        [0.08, 0.08, 0.07, 0.02, 0.04, 0.08, 0.06, 0.17],
        [0.06, 0.08, 0.06, 0.08, 0.06, 0.03, 0.06, 0.17],
        [0.04, 0.04, 0.01, 0.06, 0.04, 0.06, 0.04, 0.15],
    ])
    func `takes a value on a limit for inside`(values: [Double]) throws {
        for scale in [1.0, 100, 1e90, 1e-90] {
            let chart = try chart(values.map { $0 * scale })
            #expect(chart.points.last?.outside == nil && chart.points.last?.near == .up)
        }
    }

    @Test func `takes a value on the mean for on it, however it came out`() throws {
        // The mean is 0.4, and doubles of this size miss it by more than its last place.
        let chart = try chart([-1000.1, 1000.9, 0.4, -1000.1, 1000.9, 0.4])
        #expect(chart.points.map(\.side) == [.down, .up, nil, .down, .up, nil])
    }

    @Test func `gives a trend's last point its way where the next begins another with the same value`() throws
    {
        let rise = [1.0, 2, 3, 4, 5, 6, 7]
        let chart = try chart(rise + rise.reversed())
        #expect(
            chart.points.map(\.trend) == Array(repeating: .up, count: 7) + Array(repeating: .down, count: 7))
    }

    @Test func `does not clip its limits`() throws {
        let chart = try chart([99, 100, 98, 100, 97, 100, 99, 100])
        #expect(try #require(chart.sections[0].limits).upper > 100)
    }

    @Test(arguments: [Improvement.increase, .decrease, .neutral])
    func `judges a target strictly outside its limits`(improvement: Improvement) throws {
        let plain = try chart(worked)
        let limits = try #require(plain.sections[0].limits)
        let isUp = improvement == .increase
        let cases: [(Double, AssuranceIcon)] = [
            (limits.upper, .inconsistent), (limits.upper.nextUp, .inconsistent),
            (limits.upper + 1e-9, isUp ? .fail : .pass), (limits.lower, .inconsistent),
            (limits.lower.nextDown, .inconsistent), (limits.lower - 1e-9, isUp ? .pass : .fail),
        ]
        for (target, icon) in cases {
            let chart = try chart(worked) {
                $0.target = target
                $0.improvement = improvement
            }
            #expect(chart.assurance == (improvement == .neutral ? nil : icon))
        }
    }
}

@Suite struct `No chart` {
    private func problem(_ observations: [Observation], _ settings: ChartSettings = ChartSettings())
        -> ChartProblem?
    {
        do {
            _ = try XmRChart(observations, settings: settings)
            return nil
        } catch {
            return error
        }
    }

    @Test func `is made of nothing, of ghosts alone, or of a day twice`() {
        #expect(problem([]) == .noData)
        #expect(problem(series([1, 2], ghosts: [0, 1])) == .onlyGhosts)
        #expect(problem(series([1, 2]) + series([3])) == .dayTwice(day("2020-01-01")))
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity, 1e308, -1e308, 1.1e100])
    func `is made of what is no number or too large`(value: Double) {
        #expect(problem(series([1, value, 2])) == .notChartable(day("2020-02-01")))
        #expect(problem(series([1, 2]), ChartSettings(target: value)) == .targetNotChartable)
        var observations = series([1, 2])
        observations[1].target = value
        #expect(problem(observations) == .notChartable(day("2020-02-01")))
    }

    @Test func `is made with settings that cannot be`() {
        for count in [Int.min, -1, 0, 11] {
            #expect(problem(series([1]), ChartSettings(fixAfter: count)) == .baselineTooShort(count))
        }
        for length in [Int.min, 0, 4, 10, Int.max] {
            #expect(problem(series([1]), ChartSettings(runLength: length)) == .lengthOutOfRange(length))
            #expect(problem(series([1]), ChartSettings(trendLength: length)) == .lengthOutOfRange(length))
        }
        #expect(problem(series([1]), ChartSettings(fixAfter: Int.max)) == nil)
    }

    @Test func `overflows at the largest values`() throws {
        let chart = try chart((0..<30).map { $0 % 2 == 0 ? 1e100 : -1e100 })
        let limits = try #require(chart.sections[0].limits)
        #expect(limits.lower.isFinite && limits.upper.isFinite && limits.upper > 5e100)
    }
}

@Suite struct `The icons` {
    @Test func `carry letter, colour and words, so that each is told apart without colour`() {
        let meanings = VariationIcon.allCases.map(\.meaning) + AssuranceIcon.allCases.map(\.meaning)
        #expect(Set(meanings).count == 10)
        #expect(VariationIcon.improvementLow.letter == "L" && VariationIcon.concernHigh.letter == "H")
        #expect(
            VariationIcon.commonCause.letter == nil
                && AssuranceIcon.allCases.map(\.letter) == ["P", "F", "?"])
        let colours = Set(VariationIcon.allCases.map(\.colour) + AssuranceIcon.allCases.map(\.colour))
        #expect(colours == ["#a6a6a6", "#00b0f0", "#e46c0a", "#490092"])
    }
}
