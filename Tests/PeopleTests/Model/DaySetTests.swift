import CivilTime
import Testing

@testable import People

@Suite struct `Days as a set` {
    /// Up to four spans within sixty days, some open, and the days they hold.
    private static func made(_ random: inout Seeded) -> [Span] {
        (0..<Int.random(in: 0...4, using: &random)).map { _ in
            let from = day("2024-01-01") + Int.random(in: 0...50, using: &random)
            let isOpen = Int.random(in: 0..<6, using: &random) == 0
            return Span(from: from, to: isOpen ? nil : from + Int.random(in: 0...12, using: &random))
                ?? Span(on: from)
        }
    }

    private static let all = day("2023-12-30")...day("2024-03-31")

    private static func held(_ spans: [Span]) -> Set<Day> {
        Set(all.filter { day in spans.contains { $0.contains(day) } })
    }

    @Test(arguments: [UInt64(1), 2, 3])
    func `joins, cuts and takes away as sets of days do`(seed: UInt64) {
        var random = Seeded(state: seed)
        for _ in 0..<100 {
            let (first, second) = (Self.made(&random), Self.made(&random))
            let (one, other) = (DaySet(first), DaySet(second))
            let (days, others) = (Self.held(first), Self.held(second))
            #expect(Self.held(one.spans) == days)
            #expect(Self.held(one.union(other).spans) == days.union(others))
            #expect(Self.held(one.intersection(other).spans) == days.intersection(others))
            #expect(Self.held(one.subtracting(other).spans) == days.subtracting(others))
            for result in [one, one.union(other), one.intersection(other), one.subtracting(other)] {
                let apart = zip(result.spans, result.spans.dropFirst()).allSatisfy { before, after in
                    before.to.map { $0 + 1 < after.from } ?? false
                }
                #expect(apart)
            }
        }
    }

    @Test func `of successive statements each lasts until the next`() {
        func dated(_ entry: String, _ from: String, _ to: String? = nil) -> Dated<Int> {
            Dated(entry: entry, 0, from: day(from), to: to.map { day($0) })
        }
        let list = [
            dated("b", "2024-02-01"), dated("a", "2024-01-01"), dated("c", "2024-02-01"),
            dated("d", "2024-03-01", "2024-03-05"),
        ]
        #expect(
            list.successive() == [
                dated("a", "2024-01-01", "2024-01-31"), dated("c", "2024-02-01", "2024-02-29"),
                dated("d", "2024-03-01", "2024-03-05"),
            ])
        #expect([dated("a", "2024-01-01", "2023-01-01")][0].holds(on: day("2024-01-01")) == false)
    }
}
