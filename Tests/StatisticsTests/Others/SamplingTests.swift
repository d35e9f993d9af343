import Statistics
import Testing

@Suite struct `A stratified sample` {
    private func items(_ whole: [String: Int]) -> [StratifiedSample.Item] {
        whole.flatMap { name, count in
            (0..<count).map { StratifiedSample.Item(id: "\(name) \($0)", stratum: name) }
        }
    }

    @Test func `is the one that anybody draws from the same seed, whatever the order`() throws {
        for vector in try StatisticsVectors.read().samples {
            var (random, shuffle) = (SplitMix64(seed: vector.seed), SplitMix64(seed: 99))
            let sample = try StratifiedSample(
                of: items(vector.whole).shuffled(using: &shuffle),
                .proportional(total: vector.total, atLeast: vector.least), using: &random)
            #expect(
                Dictionary(uniqueKeysWithValues: sample.strata.map { ($0.name, $0.drawn) }) == vector.drawn)
        }
    }

    @Test func `has what was asked of each part, none twice, and a weight`() throws {
        var random = SplitMix64(seed: 1)
        let whole = ["a": 40, "b": 3, "c": 10]
        let equal = try StratifiedSample(of: items(whole), .equal(5), using: &random)
        #expect(equal.strata.map(\.drawn.count) == [5, 3, 5] && equal.strata.map(\.weight) == [8, 1, 2])
        let fixed = try StratifiedSample(of: items(whole), .fixed(["a": 40, "c": 1]), using: &random)
        #expect(fixed.strata.map(\.drawn.count) == [40, 0, 1] && fixed.strata[1].weight == nil)
        #expect(Set(fixed.strata[0].drawn).count == 40)
    }

    @Test func `draws each item about as often as the others`() throws {
        var random = SplitMix64(seed: 5)
        var counts: [String: Int] = [:]
        for _ in 0..<4_000 {
            let sample = try StratifiedSample(of: items(["a": 7]), .equal(3), using: &random)
            for id in sample.strata[0].drawn { counts[id, default: 0] += 1 }
        }
        // 4,000 × 3/7 is 1,714, with a standard deviation of 31.
        #expect(counts.count == 7 && counts.values.allSatisfy { 1_560...1_870 ~= $0 })
    }

    @Test func `is refused where it cannot be`() {
        func problem(
            _ items: [StratifiedSample.Item], _ allocation: StratifiedSample.Allocation
        ) -> StatisticsProblem? {
            var random = SplitMix64(seed: 1)
            do {
                _ = try StratifiedSample(of: items, allocation, using: &random)
                return nil
            } catch {
                return error
            }
        }
        let whole = items(["a": 4, "b": 2])
        #expect(problem([], .equal(1)) == .noValues)
        #expect(problem(items(["a": 2]) + items(["a": 1]), .equal(1)) == .repeatedItem("a 0"))
        #expect(problem(whole, .fixed(["d": 1])) == .unknownStratum("d"))
        #expect(problem(whole, .fixed(["a": 5])) == .tooFewItems(stratum: "a", wanted: 5, found: 4))
        let cannot: [StratifiedSample.Allocation] = [
            .equal(-1), .fixed(["a": -1]), .proportional(total: 7, atLeast: 0),
            .proportional(total: -1, atLeast: 0), .proportional(total: 1, atLeast: 1),
            .proportional(total: 3, atLeast: -1),
        ]
        for allocation in cannot { #expect(problem(whole, allocation) != nil, "\(allocation)") }
        #expect(problem(whole, .proportional(total: 6, atLeast: 0)) == nil)
    }

    @Test func `comes from the published generator`() {
        // The first numbers of SplitMix64 from the seed 1234567.
        var random = SplitMix64(seed: 1_234_567)
        let known: [UInt64] = [
            6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        ]
        #expect(known.allSatisfy { random.next() == $0 })
        #expect(UniformDraw.below(0, using: &random) == 0 && UniformDraw.below(-3, using: &random) == 0)
        let most = (0..<64).map { _ in UniformDraw.below(Int.max, using: &random) }
        #expect(most.allSatisfy { 0..<Int.max ~= $0 } && Set(most).count == 64)
    }
}
