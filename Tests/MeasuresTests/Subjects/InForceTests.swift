import CivilTime
import Ledger
import Testing

@testable import Measures

@Suite struct `What is in force` {
    @Test func `is nothing until a board approves`() {
        var folded = Folded()
        folded.recommend(target(60), as: "a")
        #expect(folded.inForce(on: "2024-12-31") == nil)
        #expect(folded.indicator.waiting(on: day("2024-12-31")).map(\.entry) == ["a"])
        folded.approve("a", as: "a!", on: "2024-02-01")
        #expect(folded.inForce(on: "2024-01-31") == nil)
        #expect(folded.inForce(on: "2024-02-01") == "a")
        #expect(folded.indicator.waiting(on: day("2024-12-31")).isEmpty)
    }

    @Test func `is the newer approved, and the older before that`() {
        var folded = Folded()
        folded.recommend(target(60), as: "a")
        folded.recommend(target(80), as: "b", on: "2024-05-01")
        folded.approve("b", as: "b!", on: "2024-06-01")
        folded.approve("a", as: "a!", on: "2024-02-01")
        #expect(folded.inForce(on: "2024-05-31") == "a")
        #expect(folded.inForce(on: "2024-06-01") == "b")
        #expect(folded.indicator.spans.map(\.from) == [day("2024-02-01"), day("2024-06-01")])
        #expect(folded.indicator.spans.map(\.to) == [day("2024-05-31"), nil])
    }

    @Test func `ends with its withdrawal, after which the one before stands again`() {
        var folded = Folded()
        folded.recommend(target(60), as: "a")
        folded.recommend(target(80), as: "b", on: "2024-03-01")
        folded.approve("a", as: "a!", on: "2024-02-01")
        folded.approve("b", as: "b!", on: "2024-04-01")
        folded.withdraw("b", as: "b-", on: "2024-05-01")
        #expect(folded.inForce(on: "2024-04-30") == "b")
        #expect(folded.inForce(on: "2024-05-01") == "a")
    }

    @Test func `is kept apart for each cohort and each kind`() {
        var folded = Folded()
        folded.recommend(target(60), as: "all")
        folded.recommend(target(90), as: "north", for: "North")
        folded.recommend(baseline(40), as: "start")
        for (index, entry) in ["all", "north", "start"].enumerated() {
            folded.approve(entry, as: "\(entry)!", on: "2024-02-0\(index + 1)")
        }
        #expect(folded.inForce(on: "2024-03-01") == "all")
        #expect(folded.inForce(for: "North", on: "2024-03-01") == "north")
        #expect(folded.inForce(.baseline, on: "2024-03-01") == "start")
        #expect(folded.indicator.cohorts == [nil, "North"])
        #expect(
            folded.indicator.inForce(on: day("2024-03-01")).map(\.recommendation.entry)
                == ["start", "all", "north"])
    }

    @Test func `does not change when something is sent back and approved later`() {
        var folded = Folded()
        folded.recommend(target(60), as: "a")
        folded.sendBack("a", as: "a-", on: "2024-02-01")
        guard
            case .sentBack(let back) = folded.indicator.standing(
                of: folded.indicator.recommendations[0], on: day("2024-02-15"))
        else {
            Issue.record("not sent back")
            return
        }
        #expect(back.words == "Higher")
        folded.approve("a", as: "a!", on: "2024-03-01")
        #expect(folded.inForce(on: "2024-03-01") == "a")
        #expect(folded.indicator.problems.isEmpty)
    }
}

/// Histories of one indicator as no board would make them, each entry on a day of its own, from a seed.
private struct RandomHistory {
    private enum Step {
        case recommend(Level, String, String?)
        case approve(String, String)
        case sendBack(String, String)
        case withdraw(String, String)
    }

    private var steps: [(step: Step, day: Day)] = []
    private var random: Seeded
    let cohorts: [String?] = [nil, "North"]

    init(seed: UInt64) {
        random = Seeded(state: seed)
        var days = Array(0..<400)
        days.shuffle(using: &random)
        let count = Int.random(in: 1...6, using: &random)
        for index in 0..<count {
            let value = Int.random(in: 0...100, using: &random)
            let level: Level =
                switch Int.random(in: 0..<3, using: &random) {
                case 0: baseline(value)
                case 1: trajectory([("2025-01", value / 2), ("2025-06", value)])
                default: target(value)
                }
            let cohort = cohorts.randomElement(using: &random) ?? nil
            steps.append((.recommend(level, "r\(index)", cohort), day("2024-01-01") + days.removeLast()))
        }
        for index in 0..<Int.random(in: 0...12, using: &random) {
            // Also of what is nowhere.
            let about = "r\(Int.random(in: 0...count, using: &random))"
            let step: Step =
                switch Int.random(in: 0..<5, using: &random) {
                case 0: .sendBack(about, "d\(index)")
                case 1: .withdraw(about, "d\(index)")
                default: .approve(about, "d\(index)")
                }
            steps.append((step, day("2024-01-01") + days.removeLast()))
        }
    }

    /// The days on which anything can change, and those before.
    var days: [Day] { steps.flatMap { [$0.day - 1, $0.day] } }

    mutating func shuffled() -> Indicator {
        steps.shuffle(using: &random)
        var folded = Folded()
        for (step, day) in steps {
            switch step {
            case .recommend(let level, let id, let cohort):
                folded.recommend(level, as: id, on: day.iso, for: cohort)
            case .approve(let about, let id): folded.approve(about, as: id, on: day.iso)
            case .sendBack(let about, let id): folded.sendBack(about, as: id, on: day.iso)
            case .withdraw(let about, let id): folded.withdraw(about, as: id, on: day.iso)
            }
        }
        return folded.indicator
    }
}

@Suite struct `The order in which things are recorded` {
    @Test(arguments: 0..<150 as Range<UInt64>)
    func `never decides what is in force on a day, where each happened on a day of its own`(seed: UInt64) {
        var history = RandomHistory(seed: seed)
        let (one, other) = (history.shuffled(), history.shuffled())
        for on in history.days {
            let first = one.inForce(on: on).map { [$0.recommendation.entry, $0.approval.entry] }
            let second = other.inForce(on: on).map { [$0.recommendation.entry, $0.approval.entry] }
            #expect(first == second, "on \(on.iso)")
        }
        #expect(Set(one.problems.map(\.text)) == Set(other.problems.map(\.text)))
        let spans = [one, other].map { indicator in
            Set(indicator.spans.map { "\($0.recommendation.entry) \($0.from.iso) \($0.to?.iso ?? "")" })
        }
        #expect(spans[0] == spans[1])
    }

    @Test(arguments: 0..<100 as Range<UInt64>)
    func `leaves one level at most of a kind and cohort in force`(seed: UInt64) {
        var history = RandomHistory(seed: seed)
        let indicator = history.shuffled()
        for on in history.days {
            let inForce = indicator.inForce(on: on).map(\.recommendation)
            #expect(Set(inForce.map { "\($0.level.kind) \($0.cohort ?? "")" }).count == inForce.count)
        }
    }
}
