public import CivilTime

/// A step that must be taken early enough for a later duty to be kept.
public struct AheadRule: Sendable, Hashable {
    /// Its id.
    public let id: String
    /// The step in plain words.
    public let title: String
    /// The matters it arises in.
    public let matters: [MatterKind]
    /// The duties whose day it is counted back from, and how far.
    public let from: [(rule: String, back: [Count])]
    /// What shows that it has been taken.
    public let done: Pattern

    /// Whether both have the same id.
    public static func == (left: AheadRule, right: AheadRule) -> Bool { left.id == right.id }

    /// Hashes the id.
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// The latest safe day of a coming step.
public struct AheadStep: Sendable, Hashable {
    /// The step's id.
    public let id: String
    /// The step in plain words.
    public let title: String
    /// The latest day on which it is still safe.
    public let day: Day
    /// The rule whose day it guards.
    public let rule: String
    /// The day of that rule.
    public let due: Day
    /// How many days are left; negative when it is too late.
    public let daysLeft: Int
    /// How it was counted back.
    public let working: String
}

/// Looking ahead from the duties that are open.
struct Ahead {
    private(set) var steps: [AheadStep] = []

    init(duties: [Duty], kind: MatterKind, history: History, clock: Clock, today: Day) {
        let counting = Counting(settings: clock.settings, calendars: clock.calendars)
        for rule in AheadRule.all
        where rule.matters.contains(kind) && !history.steps.contains(where: { rule.done.matches($0) }) {
            var best: AheadStep?
            for (id, back) in rule.from {
                guard let duty = duties.first(where: { $0.rule.id == id && $0.isOpen }), let due = duty.due
                else { continue }
                let day = back.reduce(due) { counting.day($1, from: $0) ?? $0 }
                if let found = best, found.day <= day { continue }
                let words = back.map { "less \($0.distance)" }.joined(separator: ", ")
                best = AheadStep(
                    id: rule.id, title: rule.title, day: day, rule: id, due: due, daysLeft: day - today,
                    working: "\(duty.rule.title): \(due.written), \(words): \(day.written).")
            }
            if let best { steps.append(best) }
        }
        steps.sort { ($0.day, $0.id) < ($1.day, $1.id) }
    }
}

extension Count {
    /// A negative count without its sign, in words.
    var distance: String {
        switch self {
        case .days(let days): "\(abs(days)) days"
        case .weeks(let weeks): "\(abs(weeks)) weeks"
        case .workingDays(let days, _): "\(abs(days)) working days"
        default: inWords
        }
    }
}

extension AheadRule {
    private static let comments = Count.days(-15)
    private static let advice = Count.weeks(-6)
    private static let finals = ["A8", "A10.plan", "S3", "O4", "O5.plan", "U1.plan", "U2.plan"]
    private static let assessed = ["A8", "A10.plan", "S3", "O4", "U1.plan"]
    private static let transfers = ["P1", "P2", "P3"]

    /// The steps, as data. The distances are the limits of the reference: six weeks for advice, 15 days for
    /// comments and for consultations, two weeks' notice of a meeting, four weeks to decide after it, eight
    /// weeks from notice to plan.
    public static let all: [AheadRule] = [
        AheadRule(
            id: "ask for advice", title: "Ask for all advice", matters: [.request, .plan, .order, .appeal],
            from: assessed.map { ($0, [comments, advice]) }
                + ["A4", "A10.refusal", "O3", "U1.refusal"].map { ($0, [advice]) }, done: [.adviceAsked]),
        AheadRule(
            id: "send the draft", title: "Serve the draft so that all 15 days remain",
            matters: [.request, .plan, .order, .appeal], from: finals.map { ($0, [comments]) },
            done: [.draftSent]),
        AheadRule(
            id: "consult settings", title: "Consult settings so that they have 15 days",
            matters: [.request, .plan, .order, .appeal, .transfer],
            from: (finals + transfers).map { ($0, [comments]) }, done: [.settingConsulted]),
        AheadRule(
            id: "start the review", title: "Start the review", matters: [.review, .plan],
            from: [("R1", [.weeks(-8)])], done: [.meetingPlanned, .meetingHeld]),
        AheadRule(
            id: "invite", title: "Send invitations and advice for the meeting", matters: [.review],
            from: [("R1", [.weeks(-4), .weeks(-2)])], done: [.invitationsSent, .meetingHeld]),
        AheadRule(
            id: "hold the meeting", title: "Hold the review meeting", matters: [.review, .plan, .transfer],
            from: [("R1", [.weeks(-4)])] + transfers.map { ($0, [.weeks(-8), .weeks(-4)]) },
            done: [.meetingHeld]),
        AheadRule(
            id: "send the amendments", title: "Send the proposed amendments so that all 15 days remain",
            matters: [.review, .transfer],
            from: [("R10", [comments]), ("R8", [.days(0)])] + transfers.map { ($0, [.weeks(-8)]) },
            done: [.amendmentNoticeSent]),
        AheadRule(
            id: "give notice of mediation", title: "Tell everyone the date and place of the mediation",
            matters: [.mediation],
            from: ["D4", "D5"].map { ($0, [.workingDays(-5, .englandAndWales)]) },
            done: [.partiesToldOfDate, .shortNoticeAgreed]),
    ]
}
