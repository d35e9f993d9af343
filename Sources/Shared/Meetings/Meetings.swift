public import Access
public import CivilTime
public import Documents
public import Ledger
public import Markup
public import Pages
import People

/// Meetings of boards, groups, panels and forums: who meets, what was decided, what is to be done.
public struct Meetings: Sendable {
    let ledger: Ledger
    let papers: any Papers

    /// The subject kinds of the module.
    public static let subjects: [any Subject.Type] = [
        Forum.self, Meeting.self, MeetingAction.self, ChairPost.self,
    ]

    /// Makes the module over a ledger and the files of a deployment.
    public init(_ ledger: Ledger, _ documents: Documents) {
        self.init(ledger, papers: documents)
    }

    init(_ ledger: Ledger, papers: any Papers) {
        self.ledger = ledger
        self.papers = papers
    }

    /// Registers the module's routes.
    public func register(in table: inout RouteTable) {
        let desk = Desk(ledger: ledger, papers: papers)
        PublicController(ledger: ledger, papers: papers).register(in: &table)
        ForumsController(desk: desk).register(in: &table)
        SeatsController(desk: desk).register(in: &table)
        MeetingController(desk: desk).register(in: &table)
        AgendaController(desk: desk).register(in: &table)
        PapersController(desk: desk).register(in: &table)
        SittingController(desk: desk).register(in: &table)
        MinutesController(desk: desk).register(in: &table)
        ActionsController(desk: desk).register(in: &table)
        PostsController(desk: desk).register(in: &table)
    }

    /// The part of the header that is for somebody: the meetings for who may see them, for everybody else what
    /// is public.
    public static func navigation(for visitor: Visitor) -> [NavigationItem] {
        let sees = decide(visitor, .seeMeetings).isAllowed
        return [
            NavigationItem(
                section: MeetingsRoutes.section, title: sees ? "Meetings" : "Boards and groups",
                link: sees ? MeetingsRoutes.meetings() : PublicRoutes.forums())
        ]
    }

    /// The page that the work of these roles starts at, where it is in this module.
    public static func start(_ roles: Set<Role>) -> Link? {
        Action.seeMeetings.reaches.keys.contains { roles.contains($0) } ? MeetingsRoutes.meetings() : nil
    }

    /// The meetings of a forum on or after a day that are not cancelled, the first first.
    public static func meetings(
        of forum: String, onOrAfter day: Day, _ reader: Reader
    ) throws -> [MeetingSummary] {
        try MeetingRow.all(of: forum, reader).reversed().filter { $0.day >= day && $0.stage != .cancelled }
            .map { MeetingSummary(id: $0.id, forum: forum, day: $0.day, isHeld: $0.stage == .held) }
    }

    /// The forum that represents a body of a published plan, by the ids that the plan gives; of several the one
    /// that goes on longest, nil where there is none.
    public static func forum(
        representing body: String, of plan: String, _ reader: Reader
    ) throws -> ForumSummary? {
        try reader.first(
            """
            SELECT subject_id, name, ended_day FROM meetings_forum WHERE plan = \(plan) AND body = \(body)
            ORDER BY ended_day DESC NULLS FIRST, subject_id
            """
        ) { ForumSummary(id: $0.text(0), name: $0.text(1), ended: $0.day(2)) }
    }

    /// The challenges of all forums that have no outcome yet, the latest first.
    public static func openChallenges(_ reader: Reader) throws -> [ChallengeSummary] {
        try ChallengeRow.all(reader).filter { $0.outcome == nil }.map {
            ChallengeSummary(text: $0.text, by: $0.by, day: $0.day)
        }
    }

    /// The challenges of all forums that had no outcome yet as it was known at a commit, the latest first: what a
    /// report that a board received said of them, whatever became of them since.
    public static func openChallenges(
        _ snapshot: Snapshot, asKnownAt commit: Int
    ) throws -> [ChallengeSummary] {
        try snapshot.ids(of: Meeting.self, recordedUpTo: commit).flatMap { id -> [ChallengeSummary] in
            guard let meeting = try snapshot.state(of: Meeting.self, id, asKnownAt: commit)?.state,
                let day = meeting.day
            else { return [] }
            return meeting.challenges.filter { $0.settled == nil }.map {
                ChallengeSummary(text: $0.data.text, by: $0.data.by.text, day: day)
            }
        }.sorted { ($1.day, $0.text) < ($0.day, $1.text) }
    }

    /// The page of a meeting for who may see meetings.
    public static func page(of meeting: String) -> Link { MeetingsRoutes.meeting(meeting) }
}

/// A meeting as other modules see it.
public struct MeetingSummary: Sendable, Hashable {
    /// The meeting's id.
    public let id: String
    /// The forum's id.
    public let forum: String
    /// The day it was held, or is planned for.
    public let day: Day
    /// Whether it was held.
    public let isHeld: Bool
}

/// A challenge without an outcome as other modules see it.
public struct ChallengeSummary: Sendable, Hashable {
    /// What was asked or doubted.
    public let text: String
    /// Who asked, as the meeting recorded it.
    public let by: String
    /// The day of the meeting.
    public let day: Day
}

/// A forum as other modules see it.
public struct ForumSummary: Sendable, Hashable {
    /// The forum's id.
    public let id: String
    /// Its name.
    public let name: String
    /// Its last day; nil while it goes on.
    public let ended: Day?
}

/// Where papers are kept and given back.
protocol Papers: Sendable {
    /// The same command, after which the file of a form is part of the record.
    func filing<Value>(_ upload: Upload?, _ command: Command<Value>) -> Command<Value>
    /// A version of a document as a file to be saved.
    func reply(_ version: Document.Version) async throws -> Reply
}

extension Documents: Papers {}
