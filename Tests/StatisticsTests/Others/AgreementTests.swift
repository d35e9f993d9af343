import Statistics
import Testing

@Suite struct `Cohen's kappa` {
    @Test func `and its error are those of the library, with every kind of weight`() throws {
        for vector in try StatisticsVectors.read().kappa {
            let weights = try #require(Kappa.Weights(rawValue: vector.weights))
            let ours = try Kappa(table: vector.table, weights: weights)
            #expect(isClose(try #require(ours.value), vector.kappa, within: 1e-12), "\(vector)")
            #expect((try #require(ours.standardError) - vector.standardError).magnitude < 1e-7, "\(vector)")
        }
    }

    @Test func `is that of the textbook`() throws {
        let ours = try Kappa(table: [[20, 5], [10, 15]])
        #expect(isClose(try #require(ours.value), 0.4) && isClose(ours.observed, 0.7))
        #expect(isClose(ours.expected, 0.5) && ours.count == 50)
    }

    @Test func `has an interval that stays within what kappa can be`() throws {
        let ours = try Kappa(table: [[10, 1], [0, 10]])
        let (lower, value) = (try #require(ours.lower), try #require(ours.value))
        #expect(lower < value && ours.upper == 1)
    }

    @Test func `does not exist where chance alone gives agreement`() throws {
        for table in [[[7]], [[7, 0], [0, 0]]] {
            let ours = try Kappa(table: table)
            #expect(ours.value == nil && ours.standardError == nil && ours.observed == 1)
        }
    }

    @Test func `is made of ratings by their categories`() throws {
        let table = try Kappa.table(
            ["good", "poor", "good"], ["good", "good", "fair"], categories: ["poor", "fair", "good"])
        #expect(table == [[0, 0, 1], [0, 0, 0], [0, 1, 1]])
        #expect(throws: StatisticsProblem.lengthsDiffer(1, 2)) {
            try Kappa.table([1], [1, 2], categories: [1, 2])
        }
        #expect(throws: StatisticsProblem.unknownCategory(place: 1)) {
            try Kappa.table([1, 3], [1, 2], categories: [1, 2])
        }
        #expect(throws: StatisticsProblem.repeatedCategory(place: 1)) {
            try Kappa.table([1], [1], categories: [1, 1])
        }
    }

    @Test func `is refused of a table that is none`() {
        #expect(throws: StatisticsProblem.notSquare) { try Kappa(table: []) }
        #expect(throws: StatisticsProblem.notSquare) { try Kappa(table: [[1, 2], [3]]) }
        #expect(throws: StatisticsProblem.negativeCount(row: 1, column: 0)) {
            try Kappa(table: [[1, 2], [-3, 1]])
        }
        #expect(throws: StatisticsProblem.noValues) { try Kappa(table: [[0, 0], [0, 0]]) }
    }

    @Test func `of huge counts does not overflow`() throws {
        let most = Int.max
        let ours = try Kappa(table: [[most, 0], [0, most]])
        #expect(ours.value == 1 && ours.count == Int.max)
    }
}

@Suite struct `Krippendorff's alpha` {
    /// The example of "Computing Krippendorff's alpha-reliability": four observers, twelve units.
    private static let example: [[Double?]] = [
        [1, 1, nil, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4], [4, 4, 4, 4],
        [1, 1, 2, 1], [2, 2, 2, 2], [nil, 5, 5, 5], [nil, nil, 1, 1], [nil, 3, nil, nil],
    ]

    @Test func `is that of the library on every scale`() throws {
        for vector in try StatisticsVectors.read().alpha {
            let scale = try #require(KrippendorffAlpha.Scale(rawValue: vector.scale))
            let ours = try KrippendorffAlpha(ratings: vector.units, scale: scale)
            #expect(isClose(try #require(ours.value), vector.alpha, within: 1e-12), "\(vector.scale)")
        }
    }

    @Test(arguments: [
        (KrippendorffAlpha.Scale.nominal, 0.743), (.ordinal, 0.815), (.interval, 0.849), (.ratio, 0.797),
    ])
    func `is that of the textbook`(scale: KrippendorffAlpha.Scale, value: Double) throws {
        let ours = try KrippendorffAlpha(ratings: Self.example, scale: scale)
        #expect((try #require(ours.value) - value).magnitude < 0.0006)
        #expect(ours.units == 11 && ours.ratings == 40)
    }

    @Test func `does not exist where all ratings are equal, and is 1 where all agree`() throws {
        #expect(try KrippendorffAlpha(ratings: [[1, 1], [1, 1]], scale: .nominal).value == nil)
        #expect(try KrippendorffAlpha(ratings: [[1, 1], [2, 2]], scale: .ordinal).value == 1)
    }

    @Test func `is refused where nothing can be compared or a rating is no number`() {
        for ratings in [[], [[]], [[1, nil], [nil, 2]]] as [[[Double?]]] {
            #expect(throws: StatisticsProblem.nothingToCompare) {
                try KrippendorffAlpha(ratings: ratings, scale: .nominal)
            }
        }
        #expect(throws: StatisticsProblem.notANumber(place: 1)) {
            try KrippendorffAlpha(ratings: [[1, 1], [1, .nan]], scale: .interval)
        }
        #expect(throws: StatisticsProblem.outOfRange(name: "rating", range: "0 or more")) {
            try KrippendorffAlpha(ratings: [[1, -1]], scale: .ratio)
        }
        let many = (0..<2_001).map { [Double?(Double($0)), Double($0)] }
        #expect(throws: StatisticsProblem.self) { try KrippendorffAlpha(ratings: many, scale: .interval) }
    }

    @Test func `has an interval that a seed gives again`() throws {
        func interval(_ seed: UInt64) throws -> KrippendorffAlpha.Interval {
            var random = SplitMix64(seed: seed)
            return try KrippendorffAlpha.interval(ratings: Self.example, scale: .ordinal, using: &random)
        }
        let (first, again, other) = (try interval(1), try interval(1), try interval(2))
        #expect(first == again && first != other)
        #expect(first.lower < 0.815 && 0.815 < first.upper && first.upper <= 1 && first.resamples == 1_000)
    }

    @Test func `has an interval that holds the alpha of the whole about as often as it says`() throws {
        var random = SplitMix64(seed: 9)
        // Two raters; the second copies the first in seven of ten units and else rates anew, so alpha is 0.7.
        var held = 0
        for _ in 0..<60 {
            let ratings: [[Double?]] = (0..<60).map { _ in
                let first = Double(Int.random(in: 0..<3, using: &random))
                let copies = Int.random(in: 0..<10, using: &random) < 7
                return [first, copies ? first : Double(Int.random(in: 0..<3, using: &random))]
            }
            let interval = try KrippendorffAlpha.interval(
                ratings: ratings, scale: .nominal, resamples: 100, using: &random)
            if interval.lower <= 0.7, 0.7 <= interval.upper { held += 1 }
        }
        #expect(50...60 ~= held, "\(held) of 60")
    }

    @Test func `counts resamples that give no alpha`() throws {
        var random = SplitMix64(seed: 1)
        let interval = try KrippendorffAlpha.interval(
            ratings: [[1, 1], [2, 2]], scale: .nominal, resamples: 400, using: &random)
        #expect(140...260 ~= interval.undefined && interval.lower == 1)
        #expect(throws: StatisticsProblem.noValues) {
            try KrippendorffAlpha.interval(ratings: [[1, 1]], scale: .nominal, using: &random)
        }
        for count in [0, 99, 100_001] {
            #expect(throws: StatisticsProblem.self) {
                try KrippendorffAlpha.interval(
                    ratings: [[1, 1], [2, 2]], scale: .nominal, resamples: count, using: &random)
            }
        }
    }
}
