import CivilTime
import Ledger

/// A risk, or an issue that already stands, was raised.
struct RiskRaised: Payload {
    static let kind = "risk.raised"
    var plan: String
    var objectives: [Code]
    var title: String
    var isIssue: Bool
}

/// A risk was assessed.
struct RiskAssessed: Payload {
    static let kind = "risk.assessed"
    var likelihood: Int
    var impact: Int
    var mitigation: String
    var owner: String
    var review: Day
}

/// A risk no longer stands.
struct RiskClosed: Payload {
    static let kind = "risk.closed"
    var how: String
}

/// A risk stands again.
struct RiskReopened: Payload {
    static let kind = "risk.reopened"
    var why: String
}

/// A risk or an issue of a plan over time.
struct Risk: Subject {
    /// How a risk was seen on a day.
    struct Assessment: Sendable, Hashable {
        let entry: String
        let day: Day
        /// Nil where what was recorded is not 1 to 5.
        let score: RiskScore?
        let mitigation: String
        let owner: String
        let review: Day
    }

    /// That it was closed or opened again, and with which words.
    struct Step: Sendable, Hashable {
        let entry: String
        let sequence: Int
        let day: Day
        let isOpen: Bool
        let words: String
    }

    static let kind = "programme-risk"
    static let entryKinds: [EntryKind<Risk>] = [
        EntryKind(RiskRaised.self) { risk, raised in
            if risk.raised != nil {
                risk.note(Problem("A risk was raised twice; the later entry is used.", entries: [raised.id]))
            }
            risk.raised = raised.data
            risk.raisedOn = raised.day
            risk.raisedBy = raised.id
        },
        EntryKind(RiskAssessed.self) { risk, assessed in
            let data = assessed.data
            let score = RiskScore(likelihood: data.likelihood, impact: data.impact)
            if score == nil {
                risk.note(
                    Problem("Likelihood or impact of a risk is not 1 to 5.", entries: [assessed.id]))
            }
            risk.assessments.append(
                Assessment(
                    entry: assessed.id, day: assessed.day, score: score, mitigation: data.mitigation,
                    owner: data.owner, review: data.review))
        },
        EntryKind(RiskClosed.self) { risk, closed in
            risk.step(closed.id, closed.sequence, closed.day, isOpen: false, closed.data.how)
        },
        EntryKind(RiskReopened.self) { risk, reopened in
            risk.step(reopened.id, reopened.sequence, reopened.day, isOpen: true, reopened.data.why)
        },
    ]
    static let tables = [ProgressTables.risk]
    static let derivation = 1

    let id: String
    private var raised: RiskRaised?
    private var raisedBy = ""
    /// The day it was raised; the first day there is before any entry.
    private(set) var raisedOn = Day.earliest
    /// How it was seen over time, the first first.
    private(set) var assessments: [Assessment] = []
    /// Its closings and openings, in the order of their days and, on one day, of recording.
    private(set) var steps: [Step] = []
    private(set) var problems: [Problem] = []

    init(id: String) { self.id = id }

    mutating func note(_ problem: Problem) { problems.append(problem) }

    /// Closing and opening again on one day come by kind of entry, not in their own order.
    private mutating func step(
        _ entry: String, _ sequence: Int, _ day: Day, isOpen: Bool, _ words: String
    ) {
        steps.append(Step(entry: entry, sequence: sequence, day: day, isOpen: isOpen, words: words))
        steps.sort { ($0.day, $0.sequence) < ($1.day, $1.sequence) }
    }

    /// The subject id of the plan; empty before it was raised.
    var plan: String { raised?.plan ?? "" }
    /// The objectives that it bears on.
    var objectives: [Code] { raised?.objectives ?? [] }
    /// What may happen.
    var title: String { raised?.title ?? "" }
    /// Whether it has already happened.
    var isIssue: Bool { raised?.isIssue ?? false }
    /// How it is seen now; nil where nobody assessed it.
    var current: Assessment? { assessments.last }
    /// Whether it stands.
    var isOpen: Bool { raised != nil && (steps.last?.isOpen ?? true) }
    /// The day it was closed; nil while it stands.
    var closedOn: Day? { isOpen ? nil : steps.last?.day }
}

extension Risk {
    /// One row.
    func rows(_ reference: inout ReferenceReader) -> [Row] {
        guard raised != nil else { return [] }
        let score = current?.score
        return [
            Row(
                ProgressTables.risk,
                [
                    plan, title, isIssue, objectives.map(\.text).joined(separator: " "), raisedOn,
                    score?.likelihood, score?.impact, score?.product, current?.owner, current?.review,
                    isOpen, closedOn,
                ])
        ]
    }

    /// Each time that it stood.
    func facts(_ reference: inout ReferenceReader) -> [Fact] {
        guard raised != nil else { return [] }
        var standings: [(key: String, from: Day, to: Day?)] = [(raisedBy, raisedOn, nil)]
        for step in steps {
            let last = standings[standings.count - 1]
            if step.isOpen, last.to != nil {
                standings.append((step.entry, step.day, nil))
            } else if !step.isOpen, last.to == nil {
                standings[standings.count - 1].to = max(step.day, last.from)
            }
        }
        return standings.map {
            Fact(
                standing: "programme.risk-open", key: $0.key, from: $0.from, to: $0.to,
                references: ["plan": plan])
        }
    }
}
