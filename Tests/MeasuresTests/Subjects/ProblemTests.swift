import CivilTime
import Ledger
import Testing

@testable import Measures

@Suite struct `What cannot be true together` {
    private func texts(_ folded: Folded) -> [String] { folded.indicator.problems.map(\.text) }

    @Test(arguments: [
        (Direction.higher, 40, 30, true), (.higher, 40, 40, false), (.higher, 40, 60, false),
        (.lower, 40, 60, true), (.lower, 40, 30, false), (.neither, 40, 30, false),
    ])
    func `a target on the wrong side of its baseline`(
        better: Direction, start: Int, goal: Int, isWrong: Bool
    ) {
        var folded = Folded(.percent, better)
        folded.recommend(baseline(start), as: "b")
        folded.approve("b", as: "b!", on: "2024-02-01")
        folded.recommend(target(goal, better == .lower ? .atMost : .atLeast), as: "t")
        #expect(
            texts(folded)
                == (isWrong
                    ? ["The target lies on the wrong side of its baseline: \(better.words)."] : []))
    }

    @Test func `a cohort's target is held against the cohort's baseline, else that of all`() {
        var folded = Folded()
        folded.recommend(baseline(40), as: "b")
        folded.approve("b", as: "b!", on: "2024-02-01")
        folded.recommend(target(30), as: "t", for: "North")
        #expect(texts(folded).count == 1)
        folded.recommend(baseline(20), as: "n", for: "North")
        folded.approve("n", as: "n!", on: "2024-02-02")
        #expect(texts(folded) == [])
    }

    @Test func `a ceiling where higher is better`() {
        var folded = Folded()
        folded.recommend(target(60, .atMost), as: "t")
        #expect(texts(folded) == ["The target says “at most”, although higher is better."])
    }

    @Test(arguments: [
        ([("2025-01", 50), ("2026-03", 60)], false), ([("2025-01", 50), ("2026-03", 70)], true),
        ([("2025-01", 50), ("2026-04", 60)], true),
    ])
    func `a trajectory that ends elsewhere than its target`(steps: [(String, Int)], isWrong: Bool) {
        var folded = Folded()
        folded.recommend(target(60, by: "2026-03"), as: "t")
        folded.approve("t", as: "t!", on: "2024-02-01")
        folded.recommend(trajectory(steps), as: "w")
        #expect(texts(folded) == (isWrong ? ["The trajectory ends elsewhere than its target."] : []))
    }

    @Test func `a trajectory out of order is shown by month and named`() {
        var folded = Folded()
        folded.recommend(trajectory([("2025-06", 60), ("2025-01", 50)]), as: "w")
        #expect(
            texts(folded) == [
                "The steps of the trajectory are not in the order of their months; they are shown by month."
            ])
        #expect(folded.indicator.recommendations.first?.level.by == month("2025-06"))
    }

    @Test func `an approval of what was withdrawn`() {
        var folded = Folded()
        folded.recommend(target(60), as: "t")
        folded.withdraw("t", as: "t-", on: "2024-02-01")
        folded.approve("t", as: "t!", on: "2024-02-02")
        #expect(
            texts(folded) == ["A board approved this after it had been withdrawn; it is not in force."])
        #expect(folded.inForce(on: "2024-03-01") == nil)
    }

    @Test func `two approvals of one thing, of which the first counts`() {
        var folded = Folded()
        folded.recommend(target(60), as: "t")
        folded.approve("t", as: "2", on: "2024-03-01")
        folded.approve("t", as: "1", on: "2024-02-01")
        #expect(texts(folded) == ["This was approved twice; it holds since the first time."])
        #expect(folded.indicator.inForce(.target, for: nil, on: day("2024-04-01"))?.approval.entry == "1")
    }

    @Test func `a thing sent back after it was approved`() {
        var folded = Folded()
        folded.recommend(target(60), as: "t")
        folded.approve("t", as: "1", on: "2024-02-01")
        folded.sendBack("t", as: "2", on: "2024-03-01")
        #expect(
            texts(folded) == [
                "A board sent this back after it had been approved; it is no longer in force."
            ])
        #expect(folded.inForce(on: "2024-02-29") == "t")
        #expect(folded.inForce(on: "2024-03-01") == nil)
    }

    @Test func `a decision before the recommendation, or on none`() {
        var folded = Folded()
        folded.recommend(target(60), as: "t", on: "2024-02-01")
        folded.approve("t", as: "1", on: "2024-01-15")
        folded.approve("nowhere", as: "2", on: "2024-01-16")
        folded.withdraw("nowhere", as: "3", on: "2024-01-17")
        #expect(
            texts(folded) == [
                "A board decided on this before it was recommended.",
                "A board decided on a recommendation that is not here or was taken back as a mistake.",
                "A withdrawal names a recommendation that is not here.",
            ])
    }

    @Test func `a month that had passed when the target was recommended`() {
        var folded = Folded()
        folded.recommend(target(60, by: "2023-12"), as: "t", on: "2024-01-01")
        #expect(
            texts(folded) == [
                "It was to be reached by December 2023, which had passed when it was recommended."
            ])
    }

    @Test func `a value outside its unit`() {
        var folded = Folded()
        folded.recommend(target(120), as: "t")
        #expect(
            texts(folded) == [
                "A value is outside the range of its unit: A percentage lies between 0 and 100."
            ])
    }

    @Test func `what was superseded or sent back is no longer a problem`() {
        var folded = Folded()
        folded.recommend(target(60, .atMost), as: "a")
        folded.recommend(target(70), as: "b")
        folded.sendBack("a", as: "a-", on: "2024-02-01")
        folded.approve("b", as: "b!", on: "2024-02-02")
        #expect(texts(folded) == [])
    }
}
