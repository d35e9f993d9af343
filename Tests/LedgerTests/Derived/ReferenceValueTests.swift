import CivilTime
import Testing

@testable import Ledger

@Suite struct `A reference value` {
    private let start = day("2024-01-01")

    private func random(_ random: inout Seeded) -> ReferenceValue? {
        switch random.below(5) {
        case 0: return nil
        case 1, 2:
            return .days(
                (0..<random.below(6)).map { _ in start + random.below(25) }, complete: Span(on: start))
        default:
            return .setting(
                (0..<random.below(5)).map { _ in
                    .init(from: start + random.below(25), value: "v\(random.below(3))")
                })
        }
    }

    @Test(arguments: [UInt64(1), 2, 3])
    func `changed: each day on which it reads differently is among the changes`(_ seed: UInt64) {
        var source = Seeded(seed)
        for _ in 0..<300 {
            let (old, new) = (random(&source), random(&source))
            let (one, other) = (
                Reference(old.map { ["k": $0] } ?? [:]), Reference(new.map { ["k": $0] } ?? [:])
            )
            let changes = one.changes(to: other)
            var (before, after) = (ReferenceReader(one), ReferenceReader(other))
            for offset in -3..<30 {
                let day = start + offset
                let differs =
                    before.contains(day, in: "k") != after.contains(day, in: "k")
                    || before.setting("k", on: day) != after.setting("k", on: day)
                let named = changes.contains { $0.from <= day && day <= $0.to }
                #expect(
                    !differs || named, "seed \(seed): \(String(describing: old)) \(String(describing: new))")
            }
            #expect(one.changes(to: one).isEmpty)
        }
    }

    @Test func `is remembered by the days it was read on, joined`() {
        var reader = ReferenceReader(Reference())
        for offset in [4, 0, 1, 2, 6, 5, 1] { _ = reader.contains(start + offset, in: "b") }
        _ = reader.setting("a", on: start)
        #expect(
            reader.uses == [
                ReferenceUse(key: "a", from: start, to: start),
                ReferenceUse(key: "b", from: start, to: start + 2),
                ReferenceUse(key: "b", from: start + 4, to: start + 6),
            ])
    }

    @Test func `changes on the days that a new setting covers, and no others`() {
        let north = ReferenceValue.Setting(from: start, value: "North")
        let old = Reference(["k": .setting([north])])
        let new = Reference(["k": .setting([north, .init(from: start + 10, value: "South")])])
        let changes = old.changes(to: new)
        #expect(changes.count == 1)
        #expect(changes.first?.from == start + 10)
        #expect(changes.first?.to == .latest)
    }
}
