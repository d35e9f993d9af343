import CivilTime
import Ledger
import Programme

/// What stands beside the plan of the example area: strategies, recommendations, reviews, reports, evidence.
struct ExampleRegisters {
    let ledger: Ledger
    let author: Author
    private static let plan = "VOA-2023"

    /// Records all of it.
    func record() async throws {
        try await strategies()
        try await plans()
        try await learning()
        try await running()
        try await recommendations()
        try await reviews()
        try await reporting()
        try await sharing()
    }

    @discardableResult
    private func commit(
        _ name: String, _ decide: @escaping @Sendable (inout Deciding) throws -> String
    ) async throws -> String {
        try await ledger.commit(
            Command(id: "example register \(name)", fields: "", author: author, decide: decide)
        ).value
    }

    private func day(_ iso: String) throws -> Day {
        guard let day = Day(iso: iso) else { throw ExampleError.badData }
        return day
    }

    private func serving(_ objectives: String...) -> Serving {
        Serving(plan: Code(Self.plan), objectives: objectives.compactMap { Code($0) })
    }

    private func item(
        _ kind: String, _ details: RegisterDetails, _ changes: RecordOnRegisterItem.Change...
    ) async throws {
        guard let kind = RegisterKind(pathText: kind) else { throw ExampleError.badData }
        let id = try await commit("item \(details.title)") {
            try RecordRegisterItem(kind, details).decide(&$0)
        }
        for (index, change) in changes.enumerated() {
            try await commit("\(details.title) \(index)") {
                try RecordOnRegisterItem(change, on: id).decide(&$0)
            }
        }
    }

    private func version(
        _ number: String, _ iso: String, _ changed: String
    ) throws -> RecordOnRegisterItem.Change {
        guard let number = VersionNumber(number) else { throw ExampleError.badData }
        let paper = GivenPaper(link: "https://example.org/papers/\(number.text)")
        return .version(number, try day(iso), paper, changed: changed, isPublic: true)
    }

    // MARK: Registers

    private func strategies() async throws {
        try await item(
            "strategy",
            RegisterDetails(
                title: "SEND and inclusion strategy", owner: "Director of Education",
                serving: serving("PAP5B:1", "PAP1:5"), began: try day("2024-01-15"),
                due: try day("2024-09-13"), review: try day("2025-06-30"),
                answers: [
                    "priorities":
                        "Help early and close to home\nPlans that are right the first time\nA good start to adult life",
                    "views": "Families asked for one place to turn to; it is the first priority now.",
                    "board": "Improvement Board",
                ]),
            try version("0.9", "2024-05-20", "First draft, put to families."),
            .coproduction(
                try day("2024-03-06"),
                [Participants(.parents, 31), Participants(.youngPeople, 12), Participants(.schools, 18)],
                said: "Say when we will hear from you, and keep to it.",
                changed: "The strategy promises an answer within five working days."),
            .coproduction(
                try day("2024-06-11"), [Participants(.youngPeople, 4), Participants(.health, 9)],
                said: "Do not plan our lives without us.",
                changed: "Young people chair the part on adult life."),
            .status(.inProgress, try day("2024-01-15"), words: "Begun after the first board."),
            .publicity(true))
    }

    private func plans() async throws {
        try await item(
            "places",
            RegisterDetails(
                title: "Sufficiency strategy for specialist places", owner: "Head of Place Planning",
                serving: serving("PAP5B:2", "PAP4D:2"), published: try day("2024-04-30"),
                ends: try day("2027-08-31"), review: try day("2024-07-01"),
                answers: [
                    "gap": "Places for autism in secondary schools are short by about one class a year.",
                    "planned": "Two resourced provisions from September 2025.",
                ]), try version("1.0", "2024-04-30", "As agreed by Cabinet."),
            .action(
                "Sign the agreement for the first provision", owner: "Head of Place Planning",
                due: try day("2024-07-31")),
            .status(.published, try day("2024-04-30"), words: "Agreed by Cabinet."), .publicity(true))
        try await item(
            "agency-plan",
            RegisterDetails(
                title: "Health’s improvement plan", owner: "Designated Clinical Officer",
                serving: serving("PAP3A:2"),
                answers: [
                    "agency": "Arden and Wold Integrated Care Board", "audit": "Benchmark of January 2024",
                ]),
            .action("Give advice within six weeks", owner: "Head of Therapies", due: try day("2024-12-31")))
    }

    private func learning() async throws {
        try await item(
            "lesson",
            RegisterDetails(
                title: "A named worker from the first call", owner: "SEND manager",
                serving: serving("PAP2B:1"),
                answers: [
                    "area": "Hollin Dale", "practice": "Each family has one person from the first call on.",
                    "used": "In the pilot in the north of the area.",
                ]))
        try await item(
            "conversation",
            RegisterDetails(
                title: "SEND conversation at Coldbrook", owner: "Parent Carer Forum",
                began: try day("2024-06-27"),
                answers: [
                    "place": "Coldbrook library", "themes": "Waits for an assessment\nTransport",
                    "responses": "Waits are published each month from July.",
                ]),
            .coproduction(
                try day("2024-06-27"), [Participants(.parents, 46)], said: "Tell us the truth about waits.",
                changed: "The monthly table of waits."), .status(.ended, try day("2024-06-27"), words: ""),
            .publicity(true))
    }

    private func running() async throws {
        try await item(
            "leader",
            RegisterDetails(
                title: "Director of Education", owner: "Vale of Arden Council",
                answers: [
                    "body": "Improvement Board", "remit": "Answers for SEND in the council.",
                    "contact": "education@example.org",
                ]), .publicity(true))
        try await item(
            "funding",
            RegisterDetails(
                title: "Seed money for co-production", owner: "Head of Finance", serving: serving("PAP1:2"),
                ends: try day("2025-03-31"),
                answers: ["amount": "40000", "joint": "joint", "purpose": "Paying families for their time."]))
        try await item(
            "alignment",
            RegisterDetails(
                title: "Right support, in time", owner: "Programme director", serving: serving("PAP4B:1"),
                answers: [
                    "programme": "Transformation programme", "chairs": "A head teacher and the forum’s chair",
                ]),
            .status(.inProgress, try day("2024-02-01"), words: ""))
    }

    // MARK: Scrutiny, reviews, reports, evidence

    private func recommendations() async throws {
        let report = CommitteeReport(
            title: "SEND after the inspection: report of the working group", day: try day("2024-03-19"))
        let made: [(String, RecommendationAnswer?)] = [
            (
                "Set out who leads on SEND, so that families know whom to ask.",
                RecommendationAnswer(
                    response: "The directory of leaders is public and is checked each quarter.",
                    acceptance: .accepted, owner: "Programme director", serving: serving("PAP5A:1"))
            ),
            (
                "Bring together all money that is spent on SEND in one account.",
                RecommendationAnswer(
                    response: "Each agency must answer for its own money; one map of all of it will be kept.",
                    acceptance: .partly, owner: "Head of Finance")
            ), ("Report each quarter on waits for therapies.", nil),
        ]
        for (index, (words, answer)) in made.enumerated() {
            let text = RecommendationText(
                committee: "Children’s Scrutiny", report: report, number: index + 1, text: words)
            let id = try await commit("recommendation \(index)") {
                try RecordRecommendation(text, answer: answer, isPublished: true).decide(&$0)
            }
            guard index == 0 else { continue }
            let followUp = RecordOnRecommendation.Change.followUp(
                .inProgress, try day("2024-06-18"), words: "Nine of eleven posts are in the directory.")
            try await commit("follow-up") { try RecordOnRecommendation(followUp, on: id).decide(&$0) }
        }
    }

    private func reviews() async throws {
        let notice = ReviewDetails(
            kind: .notice, title: "Improvement notice", body: "The department",
            scope: "All priorities of the plan",
            asked: "A plan, an independent chair and a report each quarter.",
            serving: serving())
        let held = RecordOnExternalReview.Change.held(try day("2023-12-04"), words: "")
        let found = RecordOnExternalReview.Change.found(
            try day("2023-12-04"), strengths: "",
            findings: "Assessments are late, and families are not heard.")
        try await review(notice, held, found, .publicity(true))
        let second = ReviewDetails(
            kind: .stocktake, title: "Second stocktake", body: "The department",
            planned: try day("2024-06-12"),
            scope: "Timeliness and advice from health", asked: "What was done since March, with evidence.",
            serving: serving("PAP3A:2"), next: try day("2024-10-16"))
        let visit = RecordOnExternalReview.Change.held(
            try day("2024-06-12"), words: "The board, two head teachers and the forum were spoken with.")
        let outcome = RecordOnExternalReview.Change.found(
            try day("2024-06-28"), strengths: "Families are part of every group.",
            findings: "Advice from therapies still comes late.")
        let action = RecordOnExternalReview.Change.action(
            "Agree when advice counts as late, and report it each month",
            owner: "Designated Clinical Officer",
            due: try day("2024-09-06"), serving("PAP3A:2"))
        try await review(second, visit, outcome, action, .publicity(true))
        let monitoring = ReviewDetails(
            kind: .monitoring, title: "Monitoring visit", body: "The inspectorates",
            planned: try day("2025-04-01"), isDayKnown: false, scope: "The priorities of the plan")
        try await review(monitoring)
    }

    private func review(_ details: ReviewDetails, _ changes: RecordOnExternalReview.Change...) async throws {
        let id = try await commit("review \(details.title)") { try RecordExternalReview(details).decide(&$0) }
        for (index, change) in changes.enumerated() {
            try await commit("review \(details.title) \(index)") {
                try RecordOnExternalReview(change, on: id).decide(&$0)
            }
        }
    }

    private func reporting() async throws {
        let details = ReportingDetails(
            committee: "Children’s Scrutiny", reporter: "Programme director",
            what: "Progress of the plan, with what is late and why", frequency: .quarterly, serving: serving()
        )
        let first = try day("2024-06-14")
        let id = try await commit("duty") { try RecordReportingDuty(details, firstDue: first).decide(&$0) }
        let due = try await ledger.read {
            try $0.state(of: ReportingDuty.self, id)?.state.reports.first?.entry
        }
        guard let due else { throw ExampleError.badData }
        let paper = GivenPaper(link: "https://example.org/papers/scrutiny")
        let sent = RecordOnReportingDuty.Change.sent(
            due, try day("2024-06-17"), title: "Progress of the plan, spring", paper,
            next: try day("2024-09-13"))
        let outcome = RecordOnReportingDuty.Change.outcome(
            due, try day("2024-06-25"), words: "Members asked why advice is late.",
            escalated: "To the chief executives’ meeting in July.", minutes: nil)
        for (name, change) in [("sent", sent), ("outcome", outcome)] {
            try await commit("report \(name)") { try RecordOnReportingDuty(change, on: id).decide(&$0) }
        }
        let board = ReportingDetails(
            committee: "Health and Wellbeing Board", reporter: "Designated Clinical Officer",
            what: "Health’s part in the plan", frequency: .halfYearly)
        let next = try day("2024-11-07")
        try await commit("board") { try RecordReportingDuty(board, firstDue: next).decide(&$0) }
    }

    private func sharing() async throws {
        let details = SharingDetails(
            title: "Evidence for the third stocktake", recipient: "The department",
            arrangement: "Improvement notice of 4 December 2023",
            about: "That advice comes in time more often.",
            serving: serving("PAP3A:2"))
        let id = try await commit("set") { try RecordSharingSet(details).decide(&$0) }
        let paper = GivenPaper(link: "https://example.org/papers/advice")
        try await commit("set paper") {
            try RecordOnSharingSet(
                .add("Advice in time, by month", shows: "The share of advice in time, by agency", paper),
                on: id
            ).decide(&$0)
        }
    }
}
