public import CivilTime
public import Ledger

/// A committee recommended something.
struct RecommendationMade: Payload {
    static let kind = "recommendation.made"
    var recommendation: RecommendationText
}

/// It was answered.
struct RecommendationAnswered: Payload {
    static let kind = "recommendation.answered"
    var answer: RecommendationAnswer
}

/// What has become of it since.
struct RecommendationFollowedUp: Payload {
    static let kind = "recommendation.followed-up"
    var state: FollowUpState
    var words: String
}

/// The papers in which it stands are published, or are not.
struct RecommendationOpened: Payload {
    static let kind = "recommendation.published"
    var isPublished: Bool
}

/// A recommendation of a scrutiny committee, with its answer and what became of it.
public struct Recommendation: Subject {
    /// What was recorded of it since it was made.
    public struct FollowUp: Sendable {
        /// The entry that records it.
        public let entry: String
        /// The day.
        public let day: Day
        /// Where it stood.
        public let state: FollowUpState
        /// In words.
        public let words: String
    }

    /// The subject kind.
    public static let kind = "recommendation"
    /// Made, answered, followed up; and whether its papers are published.
    public static let entryKinds: [EntryKind<Recommendation>] = [
        EntryKind(RecommendationMade.self) { recommendation, made in
            recommendation.made = (made.id, made.data.recommendation)
        },
        EntryKind(RecommendationAnswered.self) { recommendation, answered in
            recommendation.answers.append((answered.id, answered.day, answered.data.answer))
        },
        EntryKind(RecommendationFollowedUp.self) { recommendation, followed in
            recommendation.followUps.append(
                FollowUp(
                    entry: followed.id, day: followed.day, state: followed.data.state,
                    words: followed.data.words))
        },
        EntryKind(RecommendationOpened.self) { recommendation, opened in
            recommendation.isPublished = opened.data.isPublished
        },
    ]
    /// The list of recommendations, and what serves an objective.
    public static let tables = [RegisterTables.recommendation, RegisterTables.served]
    /// See ``Ledger/Subject/derivation``.
    public static let derivation = 1

    /// The subject id.
    public let id: String
    /// What is recommended, with the entry that says so; nil before it was made.
    public private(set) var made: (entry: String, text: RecommendationText)?
    /// What was answered, the first first.
    public private(set) var answers: [(entry: String, day: Day, answer: RecommendationAnswer)] = []
    /// What has become of it, the first first.
    public private(set) var followUps: [FollowUp] = []
    /// Whether its papers are published, so that everybody may read them here.
    public private(set) var isPublished = false
    private var noted: [Problem] = []

    /// A recommendation before any entry.
    public init(id: String) { self.id = id }

    /// Takes note of a problem.
    public mutating func note(_ problem: Problem) { noted.append(problem) }

    /// What is recommended.
    public var text: RecommendationText? { made?.text }
    /// The last answer.
    public var answer: RecommendationAnswer? { answers.last?.answer }
    /// Where it stands: as last followed up; not accepted where the answer says so.
    public var state: FollowUpState {
        followUps.last?.state ?? (answer?.acceptance == .declined ? .declined : .open)
    }
    /// The day since which nothing more is recorded.
    public var lastDay: Day? {
        [text?.report.day, answers.last?.day, followUps.last?.day].compactMap { $0 }.max()
    }

    /// What cannot be true together.
    public var problems: [Problem] {
        var problems = noted
        guard let made else { return problems }
        let early = followUps.filter { $0.day < made.text.report.day }.map(\.entry)
        if !early.isEmpty {
            problems.append(
                Problem("It was followed up before the report in which it stands.", entries: early))
        }
        if answer?.acceptance == .declined, let last = followUps.last, last.state != .declined {
            problems.append(
                Problem(
                    "The answer is that it is not accepted, but it is followed up as \(last.state.words.lowercased()).",
                    entries: [last.entry]))
        }
        return problems
    }
}

extension Recommendation {
    /// One row, and one of each objective that carries it out.
    public func rows(_ reference: inout ReferenceReader) -> [Row] {
        guard let text else { return [] }
        let serving = answer?.serving ?? Serving()
        let row = Row(
            RegisterTables.recommendation,
            [
                text.committee, text.report.title, text.report.day, text.number, text.text,
                answer?.acceptance?.rawValue, answer?.owner, state.rawValue, lastDay ?? text.report.day,
                answer != nil, !followUps.isEmpty, isPublished, serving.plan?.text, serving.text,
            ])
        return [row]
            + RegisterTables.served(
                serving, title: "Recommendation \(text.number) of \(text.committee)", isPublic: isPublished)
    }

    /// The recommendation as a standing from its report until it is done or declined; follow-ups as events.
    public func facts(_ reference: inout ReferenceReader) -> [Fact] {
        guard let text else { return [] }
        let references = ["committee": text.committee]
        let closed = state.isOpen ? nil : lastDay
        return [
            Fact(
                standing: "programme.recommendation", key: "recommendation", from: text.report.day,
                to: closed, references: references)
        ]
            + followUps.map {
                Fact(
                    event: "programme.recommendation-follow-up", key: $0.entry, on: $0.day,
                    references: references.merging(["state": $0.state.rawValue]) { $1 })
            }
    }
}
