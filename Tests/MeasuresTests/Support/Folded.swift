import CivilTime
import Testing

@testable import Ledger
@testable import Measures

/// An indicator folded from entries without a ledger, so that a test may look at thousands.
struct Folded {
    private var folding = Folding<Indicator>(id: "i")
    private var count = 0

    var indicator: Indicator { folding.state }

    init(_ unit: IndicatorUnit = .percent, _ better: Direction = .higher) {
        add(
            IndicatorDefined(
                definition: .init(
                    code: code("K301"), words: "Plans in time", unit: unit, better: better, group: "Plans")),
            as: "defined", on: day("2020-01-01"))
    }

    /// Adds an entry under an id of the test's choice.
    mutating func add<P: Payload>(_ payload: P, as id: String, on day: Day, reason: String? = nil) {
        count += 1
        do {
            try folding.add([
                StoredEntry(
                    sequence: count, id: id, commit: count,
                    subject: SubjectID(kind: Indicator.kind, id: "i"), version: count, kind: P.kind,
                    kindVersion: P.version,
                    payload: Stored.text(Envelope(day: day, reason: reason, data: payload)), salt: nil,
                    digest: "", hash: "")
            ])
        } catch {
            Issue.record(error)
        }
    }

    mutating func recommend(
        _ level: Level, as id: String, on iso: String = "2024-01-02", for cohort: String? = nil
    ) {
        let by = Recommender(group: "Plans group", account: "lead")
        switch level {
        case .baseline(let held):
            add(Recommended(statement: held, cohort: cohort, by: by, reasoning: "Why"), as: id, on: day(iso))
        case .target(let held):
            add(Recommended(statement: held, cohort: cohort, by: by, reasoning: "Why"), as: id, on: day(iso))
        case .trajectory(let held):
            add(Recommended(statement: held, cohort: cohort, by: by, reasoning: "Why"), as: id, on: day(iso))
        }
    }

    mutating func approve(_ recommendation: String, as id: String, on iso: String) {
        add(LevelApproved(recommendation: recommendation, board: "Board"), as: id, on: day(iso))
    }

    mutating func sendBack(_ recommendation: String, as id: String, on iso: String) {
        add(
            LevelSentBack(recommendation: recommendation, board: "Board", words: "Higher"), as: id,
            on: day(iso))
    }

    mutating func withdraw(_ recommendation: String, as id: String, on iso: String) {
        add(LevelWithdrawn(recommendation: recommendation), as: id, on: day(iso), reason: "Mistaken")
    }

    /// The entry whose recommendation is in force of a kind on a day.
    func inForce(_ kind: Level.Kind = .target, for cohort: String? = nil, on iso: String) -> String? {
        indicator.inForce(kind, for: cohort, on: day(iso))?.recommendation.entry
    }
}

/// Random numbers that a test can repeat.
struct Seeded: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
