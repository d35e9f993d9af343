import Statistics
import Testing

@Suite struct `Medians and percentiles` {
    @Test func `are those of the library, by both definitions`() throws {
        for vector in try StatisticsVectors.read().quantiles {
            let linear = try Quantiles.percentile(vector.percent, of: vector.values)
            let nearest = try Quantiles.percentile(
                vector.percent, of: vector.values, definition: .nearestRank)
            #expect(isClose(linear, vector.linear), "\(vector)")
            #expect(nearest == vector.nearestRank, "\(vector)")
        }
    }

    @Test func `of two values lie between them, and do not overflow`() throws {
        #expect(try Quantiles.median([1, 2]) == 1.5)
        #expect(try Quantiles.median([-1.5e308, 1.5e308]) == 0)
        #expect(try Quantiles.median([7]) == 7)
    }

    @Test func `are refused of nothing, of what is no number and beyond 0 to 100`() {
        #expect(throws: StatisticsProblem.noValues) { try Quantiles.median([]) }
        #expect(throws: StatisticsProblem.notANumber(place: 1)) { try Quantiles.median([1, .nan]) }
        #expect(throws: StatisticsProblem.notANumber(place: 0)) { try Quantiles.median([.infinity]) }
        for percent in [-1, 100.1, .nan] {
            #expect(throws: StatisticsProblem.self) { try Quantiles.percentile(percent, of: [1]) }
        }
    }

    @Test func `never fall as the percentage rises`() throws {
        var random = SplitMix64(seed: 4)
        for _ in 0..<50 {
            let values = (0..<Int.random(in: 1...30, using: &random)).map { _ in
                Double.random(in: 0...9, using: &random)
            }
            for definition in Quantiles.Definition.allCases {
                let all = try (0...100).map {
                    try Quantiles.percentile(Double($0), of: values, definition: definition)
                }
                #expect(all == all.sorted() && all.first == values.min() && all.last == values.max())
            }
        }
    }
}

@Suite struct `Wilson's interval` {
    @Test func `is that of the library`() throws {
        for vector in try StatisticsVectors.read().wilson {
            let ours = try WilsonInterval(
                successes: vector.successes, trials: vector.trials, level: vector.level)
            #expect((ours.lower - vector.lower).magnitude < 1e-13, "\(vector)")
            #expect((ours.upper - vector.upper).magnitude < 1e-13, "\(vector)")
        }
    }

    @Test func `is that of the textbook`() throws {
        // R. G. Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3.
        let cases = [
            (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718),
        ]
        for (successes, trials, lower, upper) in cases {
            let ours = try WilsonInterval(successes: successes, trials: trials)
            #expect((ours.lower - lower).magnitude < 5.1e-5 && (ours.upper - upper).magnitude < 5.1e-5)
        }
    }

    @Test func `ends exactly at 0 and 1`() throws {
        for trials in 1...300 {
            #expect(try WilsonInterval(successes: 0, trials: trials).lower == 0)
            #expect(try WilsonInterval(successes: trials, trials: trials).upper == 1)
        }
    }

    @Test func `is refused without trials and for counts that cannot be`() {
        #expect(throws: StatisticsProblem.noValues) { try WilsonInterval(successes: 0, trials: 0) }
        for (successes, trials) in [(-1, 5), (6, 5), (0, -1)] {
            #expect(throws: StatisticsProblem.self) {
                try WilsonInterval(successes: successes, trials: trials)
            }
        }
        for level in [0, 1, -0.5, 1.5, .nan] {
            #expect(throws: StatisticsProblem.self) {
                try WilsonInterval(successes: 1, trials: 2, level: level)
            }
        }
    }
}
