import Statistics
import Testing

@Suite struct `Waits that are still open` {
    @Test func `give the curve, limits and median of the library`() throws {
        for vector in try StatisticsVectors.read().survival {
            let waits = zip(vector.times, vector.ended).map { Wait(time: $0, exit: $1 == 1 ? "seen" : nil) }
            let curve = try SurvivalCurve(waits, level: vector.level)
            #expect(curve.steps.map(\.time) == vector.lines.map(\.time))
            for (step, line) in zip(curve.steps, vector.lines) {
                #expect((step.waiting - line.share).magnitude < 1e-12)
                guard let limits = line.limits else { continue }
                #expect((try #require(step.lower) - limits[0]).magnitude < 1e-9, "\(line.time)")
                #expect((try #require(step.upper) - limits[1]).magnitude < 1e-9, "\(line.time)")
            }
            #expect(curve.median == vector.median)
        }
    }

    @Test func `give the textbook's curve`() throws {
        // Freireich's remission times, as in Kalbfleisch and Prentice and in Cox and Oakes: weeks, 21 patients.
        let ended: [Double] = [6, 6, 6, 7, 10, 13, 16, 22, 23]
        let open: [Double] = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
        let curve = try SurvivalCurve(
            ended.map { Wait(time: $0, exit: "relapse") } + open.map { Wait(time: $0, exit: nil) })
        let known = [
            (6.0, 0.857, 0.0764), (7, 0.807, 0.0869), (10, 0.753, 0.0963), (13, 0.690, 0.1068),
            (16, 0.627, 0.1141), (22, 0.538, 0.1282), (23, 0.448, 0.1346),
        ]
        for (time, share, error) in known {
            let step = try #require(curve.steps.first { $0.time == time })
            #expect((step.waiting - share).magnitude < 0.0006)
            #expect((try #require(step.standardError) - error).magnitude < 0.0001)
        }
        #expect(curve.median == 23 && curve.steps[0].atRisk == 21 && curve.steps[0].censored == 1)
        #expect(curve.medianLimits.lower == 13 && curve.medianLimits.upper == nil)
    }

    @Test func `are known no further than the last of them`() throws {
        let waits = [Wait(time: 3, exit: "seen"), Wait(time: 5, exit: nil)]
        let curve = try SurvivalCurve(waits)
        #expect(curve.waiting(after: 2) == 1 && curve.waiting(after: 3) == 0.5)
        #expect(curve.waiting(after: 5) == 0.5 && curve.waiting(after: 5.1) == nil)
        #expect(try SurvivalCurve([Wait(time: 3, exit: "seen")]).waiting(after: 9) == 0)
        #expect(try SurvivalCurve([Wait(time: 3, exit: nil)]).median == nil)
    }

    @Test func `say nothing of how long the median may be where only the end of all bounds it`() throws {
        let curve = try SurvivalCurve([1.0, 2, 3].map { Wait(time: $0, exit: "seen") })
        #expect(curve.median == 2)
        #expect(curve.medianLimits.lower == 1 && curve.medianLimits.upper == nil)
    }

    @Test func `leave out ways of ending that are not counted`() throws {
        let waits = [
            Wait(time: 1, exit: "seen"), Wait(time: 2, exit: "moved"), Wait(time: 3, exit: "seen"),
        ]
        let curve = try SurvivalCurve(waits, counting: ["seen"])
        #expect(curve.steps.map(\.ended) == [1, 0, 1] && curve.steps.map(\.censored) == [0, 1, 0])
        #expect(curve.steps.map(\.waiting)[1] == 2.0 / 3 && curve.steps[2].waiting == 0)
        #expect(curve.steps[2].lower == nil && curve.steps[2].standardError == nil)
    }

    @Test func `are refused where there are none or a time cannot be`() {
        #expect(throws: StatisticsProblem.noValues) { try SurvivalCurve([]) }
        #expect(throws: StatisticsProblem.noValues) { try CompetingExits([]) }
        for time in [-1, Double.nan, .infinity] {
            #expect(throws: StatisticsProblem.self) { try SurvivalCurve([Wait(time: time, exit: nil)]) }
        }
        #expect(throws: StatisticsProblem.self) { try SurvivalCurve([Wait(time: 1, exit: nil)], level: 1) }
    }
}

@Suite struct `Ways out that compete` {
    @Test func `have the shares and errors of the library`() throws {
        var errors = 0
        for vector in try StatisticsVectors.read().incidence {
            let waits = zip(vector.times, vector.kinds).map { Wait(time: $0, exit: $1 == 0 ? nil : "\($1)") }
            let ours = try CompetingExits(waits)
            #expect(ours.exits == vector.curves.keys.sorted())
            for (exit, lines) in vector.curves {
                let steps = try #require(ours.steps[exit])
                #expect(steps.map(\.time) == lines.map { $0[0] ?? -1 })
                for (step, line) in zip(steps, lines) {
                    #expect((step.share - (line[1] ?? -1)).magnitude < 1e-12)
                    guard let error = line[2] else { continue }
                    errors += 1
                    #expect((step.standardError - error).magnitude < 1e-9, "\(exit) at \(step.time)")
                }
            }
        }
        #expect(errors > 100)
    }

    @Test func `add up to 1 with those still waiting, and stay within their limits`() throws {
        var random = SplitMix64(seed: 6)
        for _ in 0..<100 {
            let waits = (0..<Int.random(in: 1...60, using: &random)).map { _ in
                Wait(
                    time: Double(Int.random(in: 0...20, using: &random)),
                    exit: [nil, "plan", "moved", "ceased"].randomElement(using: &random) ?? nil)
            }
            let (curve, exits) = (try SurvivalCurve(waits), try CompetingExits(waits))
            for step in curve.steps {
                let shares = exits.exits.reduce(0) { $0 + exits.share($1, by: step.time) }
                #expect((shares + step.waiting - 1).magnitude < 1e-12)
            }
            for step in exits.steps.values.joined() {
                #expect(step.lower <= step.share && step.share <= step.upper)
                #expect(step.lower >= 0 && step.upper <= 1)
            }
        }
    }

    @Test func `are one with the curve where there is but one way out`() throws {
        let waits = [1.0, 2, 2, 3, 5, 8].map { Wait(time: $0, exit: $0 == 5 ? nil : "seen") }
        let (curve, exits) = (try SurvivalCurve(waits), try CompetingExits(waits))
        for step in try #require(exits.steps["seen"]) {
            let same = try #require(curve.steps.first { $0.time == step.time })
            #expect((step.share - (1 - same.waiting)).magnitude < 1e-12)
            if let error = same.standardError { #expect((step.standardError - error).magnitude < 1e-12) }
        }
        #expect(exits.share("seen", by: 0.5) == 0 && exits.share("none", by: 9) == 0)
    }
}
