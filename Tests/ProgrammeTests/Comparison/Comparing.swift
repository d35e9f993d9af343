import CivilTime
import Testing

@testable import Ledger
@testable import Programme

/// Comparisons of a recorded plan, as tests ask for them.
struct Compared: Sendable {
    var history: PlanHistory

    init(_ lab: Lab, _ plan: String = "HOLLIN-2024") async throws {
        let code = code(plan)
        history = try await lab.ledger.read { try PlanHistory.load(code, $0) }
    }

    /// Compares two ends: numbers of issues, or days.
    func compare(
        _ from: String, _ to: String, approved: [ApprovedChange] = [], today: Day = Lab.today
    ) throws -> Comparison {
        let choice = ComparisonChoice(
            from: try #require(ComparisonPoint(from)), to: try #require(ComparisonPoint(to)))
        let sides = try choice.sides(of: history, today: today)
        return Comparison(from: sides.from, to: sides.to, history: history, approved: approved)
    }

    func refusal(_ from: String, _ to: String, today: Day = Lab.today) -> ComparisonRefusal? {
        do {
            _ = try compare(from, to, today: today)
            return nil
        } catch {
            return error as? ComparisonRefusal
        }
    }
}

extension [ComparedPromise] {
    /// Each with its move in words.
    var moves: [String] { map { "\($0.name.words): \($0.move.words)" } }
    var names: [String] { map(\.name.words) }
}

/// The same numbers in every run: SplitMix64.
struct SteadyRandom: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
