public import CivilTime
public import Ledger

/// A review is known of, or is stated otherwise now.
struct ReviewStated: Payload {
    static let kind = "review.stated"
    var details: ReviewDetails
}

/// It was held.
struct ReviewHeld: Payload {
    static let kind = "review.held"
    var words: String
}

/// Its findings came.
struct ReviewFound: Payload {
    static let kind = "review.found"
    var strengths: String
    var findings: String
}

/// A paper of it: a letter, a report, what was shown to the reviewers.
struct ReviewPaper: Payload {
    static let kind = "review.paper"
    var title: String
    var paper: PaperPlace
    /// Whether everybody may read it, where the whole is public.
    var isPublic: Bool
}

/// An action that follows from it was agreed.
struct ReviewActionAgreed: Payload {
    static let kind = "review.action"
    var text: String
    var owner: String
    var due: Day?
    var serving: Serving
}

/// How such an action goes.
struct ReviewActionReported: Payload {
    static let kind = "review.action-state"
    /// The entry that agreed the action.
    var action: String
    var state: ActionState
    var words: String
}

/// Everybody may read of it, or no longer.
struct ReviewOpened: Payload {
    static let kind = "review.public"
    var isPublic: Bool
}

/// A look from outside: a notice, a stocktake, a deep dive, a monitoring visit, an inspection.
public struct ExternalReview: Subject {
    /// What the reviewers found.
    public struct Outcome: Sendable {
        /// The entry that records it.
        public let entry: String
        /// The day it was told or published.
        public let day: Day
        /// What goes well.
        public let strengths: String
        /// What does not.
        public let findings: String
    }

    /// A paper of it.
    public struct Paper: Sendable {
        /// The entry that records it.
        public let entry: String
        /// Its day.
        public let day: Day
        /// What it is called.
        public let title: String
        /// Where it is.
        public let place: PaperPlace
        /// Whether everybody may read it, where the whole is public.
        public let isPublic: Bool
    }

    /// The subject kind.
    public static let kind = "external-review"
    /// Stated, held, found; papers; actions; and who may read of it.
    public static let entryKinds: [EntryKind<ExternalReview>] = [
        EntryKind(ReviewStated.self) { review, stated in
            review.details = stated.data.details
        },
        EntryKind(ReviewHeld.self) { review, held in
            review.days.append((held.id, held.day, held.data.words))
        },
        EntryKind(ReviewFound.self) { review, found in
            review.outcomes.append(
                Outcome(
                    entry: found.id, day: found.day, strengths: found.data.strengths,
                    findings: found.data.findings))
        },
        EntryKind(ReviewPaper.self) { review, paper in
            review.papers.append(
                Paper(
                    entry: paper.id, day: paper.day, title: paper.data.title, place: paper.data.paper,
                    isPublic: paper.data.isPublic))
        },
        EntryKind(ReviewActionAgreed.self) { review, action in
            review.actions.append(
                AgreedAction(
                    entry: action.id, day: action.day, text: action.data.text, owner: action.data.owner,
                    due: action.data.due, serving: action.data.serving))
            for early in review.early where early.data.action == action.id { review.report(early) }
        },
        EntryKind(ReviewActionReported.self) { review, report in review.report(report) },
        EntryKind(ReviewOpened.self) { review, opened in review.isOpened = opened.data.isPublic },
    ]
    /// The calendar of reviews, and what serves an objective.
    public static let tables = [RegisterTables.review, RegisterTables.served]
    /// See ``Ledger/Subject/derivation``.
    public static let derivation = 1

    /// The subject id.
    public let id: String
    /// What is known of it; nil before it was stated.
    public private(set) var details: ReviewDetails?
    /// The days on which it was held, each with what is to be known of it.
    public private(set) var days: [(entry: String, day: Day, words: String)] = []
    /// What was found, the first first.
    public private(set) var outcomes: [Outcome] = []
    /// Its papers.
    public private(set) var papers: [Paper] = []
    /// Whether it is marked as open to everybody.
    public private(set) var isOpened = false
    private(set) var actions: [AgreedAction] = []
    private var noted: [Problem] = []
    /// What was reported on actions before the day on which they were recorded as agreed.
    private var early: [Recorded<ReviewActionReported>] = []

    /// A review before any entry.
    public init(id: String) { self.id = id }

    /// Takes note of a problem.
    public mutating func note(_ problem: Problem) { noted.append(problem) }

    private mutating func report(_ report: Recorded<ReviewActionReported>) {
        let data = report.data
        if actions.report(on: data.action, report.id, report.day, data.state, data.words) {
            early.removeAll { $0.id == report.id }
        } else {
            early.append(report)
        }
    }

    /// The first day on which it was held.
    public var held: Day? { days.first?.day }

    /// What cannot be true together.
    public var problems: [Problem] {
        var problems =
            noted
            + early.map { Problem("An action is reported on that is not here.", entries: [$0.id]) }
        if let held, let found = outcomes.first, found.day < held {
            problems.append(Problem("Findings are dated before it was held.", entries: [found.entry]))
        }
        return problems
    }
}

extension ExternalReview {
    /// One row, and one of each objective that it or an action of it is about.
    public func rows(_ reference: inout ReferenceReader) -> [Row] {
        guard let details else { return [] }
        let row = Row(
            RegisterTables.review,
            [
                details.kind.rawValue, details.title, details.body, details.planned, details.isDayKnown,
                held, details.next, !outcomes.isEmpty, actions.openCount, actions.firstDue, isOpened,
                details.serving.plan?.text, details.serving.text,
            ])
        let plan = details.serving.plan
        let linked = actions.filter { $0.serving.plan == plan }.flatMap(\.serving.objectives)
        let serving = Serving(plan: plan, objectives: details.serving.objectives + linked)
        return [row] + RegisterTables.served(serving, title: details.title, isPublic: isOpened)
    }

    /// Each day it was held, and each outcome, as an event.
    public func facts(_ reference: inout ReferenceReader) -> [Fact] {
        guard let details else { return [] }
        let references = ["kind": details.kind.rawValue]
        return days.map {
            Fact(event: "programme.review-held", key: $0.entry, on: $0.day, references: references)
        }
            + outcomes.map {
                Fact(event: "programme.review-found", key: $0.entry, on: $0.day, references: references)
            }
    }
}
