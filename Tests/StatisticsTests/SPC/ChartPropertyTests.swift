import CivilTime
import Statistics
import Testing

@Suite struct `Charts of random series` {
    private func values(_ random: inout SplitMix64) -> [Int] {
        let count = Int.random(in: 1...50, using: &random)
        let shape = Int.random(in: 0..<4, using: &random)
        var level = 50
        return (0..<count).map { place in
            level += shape == 1 ? Int.random(in: -3...3, using: &random) : 0
            let step = shape == 2 && place > count / 2 ? 12 : shape == 3 ? place : 0
            let noise = Int.random(in: shape == 1 ? 0...0 : -6...6, using: &random)
            return level + step + noise + (Int.random(in: 0..<40, using: &random) == 0 ? 40 : 0)
        }
    }

    private func signs(_ chart: XmRChart, _ path: KeyPath<ChartPoint, Direction?>) -> [Int] {
        chart.points.map { point in point[keyPath: path].map { $0 == .up ? 1 : -1 } ?? 0 }
    }

    @Test(arguments: [UInt64(1), 2, 3, 4])
    func `agree with a second implementation in whole numbers`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<1_000 {
            let plain = PlainChart(
                values: values(&random), screens: Bool.random(using: &random),
                inclusive: Bool.random(using: &random))
            let ours = try chart(plain.values.map(Double.init)) {
                $0.screensMovingRanges = plain.screens
                $0.twoOfThree = plain.inclusive ? .inclusive : .strict
            }
            let paths = [\ChartPoint.side, \.run, \.trend, \.outside, \.near, \.twoOfThree]
            let found = paths.map { signs(ours, $0) }
            var wanted = [plain.sides, plain.runs, plain.trends, plain.outside, plain.near, plain.twoOfThree]
            if plain.values.count == 1 { for place in 3...5 { wanted[place] = [0] } }
            #expect(found == wanted, "\(plain)")
        }
    }

    @Test(arguments: [UInt64(5), 6])
    func `are mirrored by turning the values over, and improvement by turning the direction`(
        seed: UInt64
    ) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<300 {
            let values = values(&random).map(Double.init)
            let (up, down) = (try chart(values), try chart(values.map { -$0 }) { $0.improvement = .decrease })
            #expect(up.points.map(\.kind) == down.points.map(\.kind))
            #expect(signs(up, \.side) == signs(down, \.side).map { -$0 })
            #expect(up.points.map(\.rules) == down.points.map(\.rules))
        }
    }

    @Test(arguments: [UInt64(7), 8])
    func `do not depend on the order in which values are handed in`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<200 {
            let ordered = series(values(&random).map(Double.init))
            let mixed = ordered.shuffled(using: &random)
            let (first, second) = (try XmRChart(ordered), try XmRChart(mixed))
            #expect(first.points == second.points && first.sections == second.sections)
            #expect(second.notes.contains(.sorted) == (mixed != ordered))
        }
    }

    @Test(arguments: [UInt64(9), 10])
    func `have in each section what the section would have alone, and in ghosts nothing`(seed: UInt64) throws
    {
        var random = SplitMix64(seed: seed)
        for _ in 0..<200 {
            let all = values(&random).map(Double.init)
            let cut = Int.random(in: 0..<all.count, using: &random)
            let ghosts = Set((0..<all.count).filter { _ in Int.random(in: 0..<8, using: &random) == 0 })
            guard ghosts.count < all.count else { continue }
            let observations = series(all, ghosts: ghosts)
            let settings = ChartSettings(rebases: [Rebase(day: observations[cut].day)])
            let whole = try XmRChart(observations, settings: settings)
            for part in [observations[..<cut], observations[cut...]] {
                let counted = part.filter { !$0.isGhost }
                guard !counted.isEmpty else { continue }
                let alone = try XmRChart(counted)
                let days = Set(counted.map(\.day))
                let within = whole.points.filter { days.contains($0.observation.day) }
                #expect(within.map(\.rules) == alone.points.map(\.rules))
                #expect(within.map(\.kind) == alone.points.map(\.kind))
            }
            #expect(
                whole.points.filter(\.observation.isGhost).allSatisfy { $0.kind == .ghost && $0.side == nil })
        }
    }
}
