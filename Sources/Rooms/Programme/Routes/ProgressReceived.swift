import CivilTime
import Ledger

/// The ratings of a plan that a board has received last, for lists that anybody may read.
struct ReceivedRatings: Sendable {
    private var colours: [String: Rating.Colour] = [:]

    /// None.
    init() {}

    /// Reads them; what was reported after the board's meeting is left out.
    init(of plan: String, _ snapshot: Snapshot) throws {
        let gate = try MonthGate.load(plan, snapshot.reader)
        guard gate.publicThrough != nil else { return }
        let ids = try snapshot.reader.all(
            "SELECT DISTINCT subject_id FROM programme_report WHERE plan_id = \(plan) ORDER BY subject_id"
        ) { $0.text(0) }
        for id in ids {
            guard let progress = try snapshot.state(of: Progress.self, id)?.state,
                let last = progress.received(gate).months.last, let colour = last.current.rating
            else { continue }
            colours[Self.key(progress.part, progress.code)] = colour
        }
    }

    /// Whether there is any.
    var isEmpty: Bool { colours.isEmpty }

    /// The rating of a part; nil where no board has received one.
    subscript(part: String, code: Code) -> Rating.Colour? { colours[Self.key(part, code)] }

    private static func key(_ part: String, _ code: Code) -> String { "\(part) \(code.text)" }
}
