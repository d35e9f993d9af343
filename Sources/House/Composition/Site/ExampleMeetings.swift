import Access
import CivilTime
import Ledger
import Meetings
import People

/// The improvement board of the example area and the meetings it held, recorded day by day.
struct ExampleMeetings {
    let ledger: Ledger
    let author: Author

    /// The days on which something is recorded, in order.
    static let days = [july, july + 3, september]

    private static let july = day(2024, 7, 23)
    private static let september = day(2024, 9, 17)
    private static let plan = "VOA-2023"
    private static let body = "SIB"

    private static let opening = MeetingHistory.Opening(
        "SEND Improvement Board", kind: "board",
        purpose: "Watches over the improvement plan for the partnership and says in public what moved.",
        plan: plan, body: body,
        members: [
            .init("Independent chair", "independent", person: "Moira Tansley", mayBeNamed: true),
            .init("Director of children's services", "council"),
            .init("Cabinet member for children and families", "council"),
            .init("Chief nurse of the integrated care board", "icb"),
            .init("Chief operating officer of the community trust", "healthProvider"),
            .init("Representative of the parent carer forum", "parentCarerForum"),
            .init("Second representative of the parent carer forum", "parentCarerForum"),
            .init("Representative of the SEND youth forum", "youngPeople"),
            .init("Head teacher of a special school", "school"),
            .init("Principal of a college", "college"),
        ],
        terms:
            "The board sees that the plan is carried out and helps children.\n\nIt receives a report each month, "
            + "asks for evidence, and decides what has to change. Its minutes are public once agreed.",
        everyWeeks: 4, atLeast: 7, oneOfEach: ["council", "icb", "parentCarerForum"])

    private func commit(
        _ name: String, _ decide: @escaping @Sendable (inout Deciding) throws -> String
    ) async throws -> String {
        try await ledger.commit(
            Command(id: "example meetings \(name)", fields: "", author: author, decide: decide)
        ).value
    }

    /// Opens the board and plans its first two meetings.
    func open() async throws {
        let opening = Self.opening
        let forum = try await commit("board") { try opening.decide(&$0) }
        _ = try await commit("members") { try opening.join(forum, &$0) }
        _ = try await commit("terms") { try opening.agree(forum, &$0) }
        for day in [Self.july, Self.september, Self.september + 28] {
            _ = try await commit("plan \(day.iso)") {
                try MeetingHistory.plan(forum, on: day, at: 600, place: "Shire Hall, Ardenbury", &$0)
            }
        }
    }

    /// Records what a day brought.
    func record(_ day: Day) async throws {
        let (forum, meetings) = try await ledger.read { snapshot in
            let forum = try Meetings.forum(representing: Self.body, of: Self.plan, snapshot.reader)?.id ?? ""
            return (forum, try Meetings.meetings(of: forum, onOrAfter: Self.july, snapshot.reader))
        }
        guard meetings.count > 1 else { throw ExampleError.badData }
        if day == Self.july { try await july(meetings[0].id) }
        if day == Self.july + 3 { try await post(forum, meetings[0].id) }
        if day == Self.september { try await september(meetings[1].id, after: meetings[0].id) }
    }

    private func july(_ meeting: String) async throws {
        let sitting = MeetingHistory.Sitting(
            meeting, away: [2, 9],
            agenda: ["Report of the month", "Waiting times", "Dates moved in the plan"],
            decisions: ["Two dates of the plan are moved, with the reasons published."],
            challenges: [
                (
                    "Parent carer forum",
                    "Families still hear nothing between panel and draft. Who tells them?",
                    "From September each family's named worker calls within a week of the panel."
                )
            ],
            actions: [
                (
                    "Publish who a family's named worker is, team by team", "Head of SEND",
                    Self.day(2024, 8, 30)
                ),
                (
                    "Show waiting times by district in the monthly report", "Chief nurse",
                    Self.day(2024, 9, 30)
                ),
            ])
        _ = try await commit("july register") { try sitting.register(&$0) }
        _ = try await commit("july record") { try sitting.record(&$0) }
        _ = try await commit("july minutes") {
            try MeetingHistory.minutes(
                meeting,
                "The board heard the report for June and moved two dates of the plan.\n\nThe parent carer forum asked "
                    + "who tells families what happens between panel and draft. From September the named worker calls "
                    + "within a week.", &$0)
        }
    }

    private func post(_ forum: String, _ meeting: String) async throws {
        let post = try await commit("post") {
            try MeetingHistory.draft(
                "What the board heard in July",
                "Families told us that the weeks between panel and draft are the loneliest. We agreed that from "
                    + "September your named worker calls you within a week of the panel.\n\nWe also moved two dates of "
                    + "the plan. The reasons stand beside them.",
                signed: "Moira Tansley, independent chair", for: forum, about: meeting, &$0)
        }
        _ = try await commit("publish") { try MeetingHistory.publish(post, &$0) }
    }

    private func september(_ meeting: String, after july: String) async throws {
        let sitting = MeetingHistory.Sitting(
            meeting, away: [3, 5, 6, 8], agenda: ["Report of the month", "Waiting times"],
            decisions: ["The report for August is accepted; waiting times come back in October."],
            challenges: [],
            actions: [("Bring a recovery plan for speech therapy", "Chief nurse", Self.day(2024, 10, 11))])
        _ = try await commit("september register") { try sitting.register(&$0) }
        _ = try await commit("september record") { try sitting.record(&$0) }
        _ = try await commit("july agreed") { try MeetingHistory.agree(july, at: meeting, &$0) }
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
        Day(year: year, month: month, day: day) ?? .latest
    }
}
