import CivilTime
import Ledger

/// Somebody asked for another date.
struct ChangeAsked: Payload {
    static let kind = "change-request.asked"
    /// The subject id of the plan.
    var plan: String
    var what: PromiseName.Kind
    var code: Code
    var milestone: Code?
    /// The months promised when it was asked; none where there were none.
    var from: [Month]
    var to: Month
    var reason: String
    /// What the change means for families.
    var effect: String
    /// The account that asks.
    var account: String?
    /// The group on whose behalf.
    var group: String
}

/// What was sent back was asked again, perhaps for another date.
struct ChangeAskedAgain: Payload {
    static let kind = "change-request.asked-again"
    var to: Month
    var reason: String
    var effect: String
    var account: String?
}

/// A board or group decided; the effective day is that of the decision.
struct ChangeDecided: Payload {
    static let kind = "change-request.decided"
    /// The entry that asked.
    var asking: String
    var decision: ChangeDecision
    /// The id and the name of the board or group, as the plan had them.
    var body: Code
    var bodyName: String
    var words: String
    /// The account that recorded it.
    var account: String?
}

/// Who asked wants it no more.
struct ChangeTakenBack: Payload {
    static let kind = "change-request.taken-back"
    var why: String
    var account: String?
}

/// What a board or group can decide on a request.
enum ChangeDecision: String, Sendable, Codable, CaseIterable {
    case approved, refused
    case sentBack = "sent-back"

    /// The decision in words.
    var words: String {
        switch self {
        case .approved: "Approved"
        case .refused: "Refused"
        case .sentBack: "Sent back"
        }
    }
}

/// A request to change the date of an objective, a milestone or an action, with what was decided on it.
struct ChangeRequest: Subject {
    /// How a request stands.
    enum Status: String, Sendable, CaseIterable {
        case waiting, approved, refused
        case sentBack = "sent-back"
        case takenBack = "taken-back"

        /// The status in words.
        var words: String {
            switch self {
            case .waiting: "Waiting for a decision"
            case .approved: "Approved"
            case .refused: "Refused"
            case .sentBack: "Sent back"
            case .takenBack: "Taken back"
            }
        }
    }

    /// One time it was asked.
    struct Asking: Sendable, Hashable {
        let entry: String
        let sequence: Int
        let day: Day
        let to: Month
        let reason: String
        let effect: String
        let account: String?
    }

    static let kind = "change-request"
    static let entryKinds: [EntryKind<ChangeRequest>] = [
        EntryKind(ChangeAsked.self) { request, asked in
            let data = asked.data
            request.openings += 1
            request.plan = data.plan
            request.name = PromiseName(kind: data.what, code: data.code, milestone: data.milestone)
            request.from = data.from
            request.group = data.group
            request.ask(
                .init(
                    entry: asked.id, sequence: asked.sequence, day: asked.day, to: data.to,
                    reason: data.reason, effect: data.effect, account: data.account))
        },
        EntryKind(ChangeAskedAgain.self) { request, again in
            let data = again.data
            request.ask(
                .init(
                    entry: again.id, sequence: again.sequence, day: again.day, to: data.to,
                    reason: data.reason, effect: data.effect, account: data.account))
        },
        EntryKind(ChangeDecided.self) { request, decided in request.decisions.append(decided) },
        EntryKind(ChangeTakenBack.self) { request, back in request.endings.append(back) },
    ]
    static let tables = [ChangeRequestTables.change]
    static let derivation = 1

    let id: String
    /// The subject id of the plan; empty before any entry.
    private(set) var plan = ""
    /// What is dated; nil before any entry.
    private(set) var name: PromiseName?
    /// The months promised when it was first asked.
    private(set) var from: [Month] = []
    /// The group on whose behalf it was asked.
    private(set) var group = ""
    /// Every time it was asked, in the order of asking.
    private(set) var askings: [Asking] = []
    /// Every decision, in the order of the days decided.
    private(set) var decisions: [Recorded<ChangeDecided>] = []
    /// Where it was taken back.
    private(set) var endings: [Recorded<ChangeTakenBack>] = []
    private var openings = 0
    private var noted: [Problem] = []

    init(id: String) { self.id = id }

    mutating func note(_ problem: Problem) { noted.append(problem) }

    /// Requests of one day come by kind of entry, not in their own order.
    private mutating func ask(_ asking: Asking) {
        askings.append(asking)
        askings.sort { ($0.day, $0.sequence) < ($1.day, $1.sequence) }
    }

    /// What is asked for now.
    var current: Asking? { askings.last }
    /// What was decided on what is asked for now; nil while nothing was.
    var decision: Recorded<ChangeDecided>? { decisions.last { $0.data.asking == current?.entry } }

    /// How it stands.
    var status: Status {
        if let decision {
            switch decision.data.decision {
            case .approved: return .approved
            case .refused: return .refused
            case .sentBack: return endings.isEmpty ? .sentBack : .takenBack
            }
        }
        return endings.isEmpty ? .waiting : .takenBack
    }

    /// Everybody who asked.
    var askers: Set<String> { Set(askings.compactMap(\.account)) }

    /// The change that was approved.
    var approved: ApprovedChange? {
        guard status == .approved, let name, let current, let decision else { return nil }
        return ApprovedChange(
            request: id, name: name, month: current.to, day: decision.day, reason: current.reason,
            body: decision.data.bodyName)
    }

    /// What cannot be true together.
    var problems: [Problem] {
        var problems = noted
        if openings > 1 {
            problems.append(Problem("The request was begun twice; the later is used.", entries: []))
        }
        for (asking, same) in Dictionary(grouping: decisions, by: \.data.asking).sorted(by: {
            $0.key < $1.key
        }) {
            if same.count > 1 {
                problems.append(
                    Problem("It was decided twice; the later decision is used.", entries: same.map(\.id)))
            }
            if !askings.contains(where: { $0.entry == asking }) {
                problems.append(
                    Problem("A decision names a request that is not here.", entries: same.map(\.id)))
            }
        }
        return problems
    }
}

extension ChangeRequest {
    /// One row.
    func rows(_ reference: inout ReferenceReader) -> [Row] {
        guard let name, let current, let first = askings.first else { return [] }
        return [
            Row(
                ChangeRequestTables.change,
                [plan, name.key, name.code.text, status.rawValue, current.to.iso, first.day, decision?.day])
        ]
    }

    /// The request as a standing until it was decided or taken back, and the decision as an event.
    func facts(_ reference: inout ReferenceReader) -> [Fact] {
        guard let first = askings.first else { return [] }
        let references = ["plan": plan]
        let isOpen = status == .waiting || status == .sentBack
        let end = isOpen ? nil : decision?.day ?? endings.last?.day
        return [
            Fact(
                standing: "programme.change-request", key: "request", from: first.day,
                to: end.map { max($0, first.day) }, references: references)
        ]
            + decisions.map {
                Fact(
                    event: "programme.change-\($0.data.decision.rawValue)", key: $0.id, on: $0.day,
                    references: references)
            }
    }
}

/// The rows of requests to change dates.
enum ChangeRequestTables {
    static let change = Table(
        "programme_change",
        [
            .text("plan_id"), .text("promise"), .text("code"), .text("status"), .text("to_month"),
            .integer("asked_day"), .optionalInteger("decided_day"),
        ], indexes: [["plan_id", "status"]])
}
