import CivilTime
import Ledger

/// The ratings of a plan that a board has received last, and the milestones met by then, for lists that anybody may
/// read.
struct ReceivedRatings: Sendable {
    private var colours: [String: Rating.Colour] = [:]
    private var met: Set<String> = []

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
            guard let progress = try snapshot.state(of: Progress.self, id)?.state.received(gate) else {
                continue
            }
            colours[Self.key(progress.part, progress.code)] = progress.months.last?.current.rating
            for milestone in progress.milestones where !milestone.met.isEmpty {
                if let text = milestone.statement?.text { met.insert(Self.key(text, progress.code)) }
            }
        }
    }

    /// Whether a milestone of an objective, by its words, was met as far as a board has received it.
    func isMet(_ milestone: String, of objective: Code) -> Bool {
        met.contains(Self.key(milestone, objective))
    }

    /// Whether there is any.
    var isEmpty: Bool { colours.isEmpty }

    /// The rating of a part; nil where no board has received one.
    subscript(part: String, code: Code) -> Rating.Colour? { colours[Self.key(part, code)] }

    private static func key(_ part: String, _ code: Code) -> String { "\(part) \(code.text)" }
}
