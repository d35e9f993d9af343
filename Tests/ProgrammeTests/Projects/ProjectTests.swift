import Access
import CivilTime
import Testing

@testable import Ledger
@testable import Programme

/// A document in which everything is said.
func projectDocument(
    _ title: String = "Answer parents", lead: String? = nil, theme: String? = nil
) -> ProjectDocument {
    ProjectDocument(
        kind: .project, title: title, theme: theme, programme: "National value programme",
        purpose: "To answer.",
        inScope: "Letters", outOfScope: "Telephones", benefits: "Parents know.", signs: "They say so.",
        objectives: [ServedObjective(plan: code("HOLLIN-2024"), objective: code("P1A:1"))],
        owner: "Head of SEND", sponsor: "Director", lead: lead, team: ["Officer", "Analyst"],
        milestones: [
            ProjectMilestone(code: code("m1"), text: "First draft", month: month("2024-10")),
            ProjectMilestone(code: code("m2"), text: "Agreed", month: month("2024-12")),
        ], dependencies: "Staff", budget: "None new")
}

@Suite struct `A project` {
    private func proposed(
        _ office: Office, _ document: ProjectDocument = projectDocument(), by visitor: Visitor? = nil
    ) async throws -> String {
        let visitor = visitor ?? office.team
        let edit = ProposeProject(document: document, editor: Self.editor(visitor))
        return try await office.commit(by: visitor) { try edit.decide(&$0) }
    }

    private static func editor(_ visitor: Visitor) -> ProjectEditor {
        ProjectEditor(isTeam: visitor.roles.contains(.programmeTeam), account: visitor.account)
    }

    private func record(
        _ change: RecordOnProject.Change, on id: String, _ office: Office, by visitor: Visitor? = nil
    ) async throws -> ProjectRefusal? {
        let visitor = visitor ?? office.team
        let edit = RecordOnProject(project: id, change: change, editor: Self.editor(visitor))
        return try await office.refusal(ProjectRefusal.self, by: visitor) { try edit.decide(&$0) }
    }

    private func state(_ office: Office, _ id: String) async throws -> Project {
        try await #require(office.lab.ledger.read { try $0.state(of: Project.self, id)?.state })
    }

    @Test func `is proposed, agreed, live and closed in turn`() async throws {
        let office = try await Office()
        let id = try await proposed(office)
        #expect(try await state(office, id).status == .proposed)
        #expect(try await record(.agreed(body: "Board", on: Lab.today, words: ""), on: id, office) == nil)
        #expect(try await state(office, id).status == .agreed)
        #expect(try await record(.started(on: Lab.today), on: id, office) == nil)
        #expect(try await state(office, id).status == .live)
        #expect(try await record(.closed(on: Lab.today, how: "Done."), on: id, office) == nil)
        let closed = try await state(office, id)
        #expect(closed.status == .closed && closed.problems.isEmpty)
        #expect(try await record(.started(on: Lab.today), on: id, office) == .closed)
    }

    @Test func `begun before anybody agreed is taken, and says so`() async throws {
        let office = try await Office()
        let id = try await proposed(office)
        #expect(try await record(.started(on: Lab.today), on: id, office) == nil)
        let live = try await state(office, id)
        #expect(live.status == .live)
        #expect(live.problems.map(\.text) == ["Work began before anybody is recorded as having agreed."])
    }

    @Test func `written anew has to be agreed anew, and keeps its versions and milestones`() async throws {
        let office = try await Office()
        let id = try await proposed(office)
        _ = try await record(.agreed(body: "Board", on: Lab.today, words: ""), on: id, office)
        #expect(try await state(office, id).isAgreedAsWritten)
        #expect(
            try await record(.agreed(body: "Board", on: Lab.today, words: ""), on: id, office)
                == .alreadyAgreed)
        var document = projectDocument()
        document.milestones[1].month = month("2025-02")
        #expect(try await record(.document(document), on: id, office) == nil)
        let anew = try await state(office, id)
        #expect(anew.versions.count == 2 && !anew.isAgreedAsWritten)
        #expect(anew.milestones.map(\.slipMonths) == [0, 2])
        #expect(anew.milestones[1].first == month("2024-12"))
    }

    @Test func `shows when a milestone was first given, is expected and was met`() async throws {
        let office = try await Office()
        let id = try await proposed(office)
        #expect(
            try await record(
                .milestoneExpected(code("m1"), in: month("2024-11"), why: "Ill."), on: id, office) == nil)
        #expect(
            try await record(
                .milestoneExpected(code("m1"), in: month("2024-11"), why: "Ill."), on: id, office)
                == .sameMonth(month("2024-11")))
        #expect(try await record(.milestoneMet(code("m1"), on: day("2024-09-19")), on: id, office) == nil)
        let standing = try await state(office, id).milestones[0]
        #expect(
            standing.first == month("2024-10") && standing.now == month("2024-11") && standing.slipMonths == 1
        )
        #expect(standing.met == day("2024-09-19") && standing.whys == ["Ill."])
        #expect(try await record(.milestoneMet(code("m1"), on: Lab.today), on: id, office) == .alreadyMet)
    }

    @Test func `refuses what cannot be`() async throws {
        let office = try await Office()
        let id = try await proposed(office)
        let refusals: [(RecordOnProject.Change, ProjectRefusal)] = [
            (.milestoneMet(code("m9"), on: Lab.today), .unknownMilestone),
            (.milestoneMet(code("m1"), on: day("2024-09-21")), .notYet(day("2024-09-21"))),
            (
                .milestoneExpected(code("m1"), in: month("2024-08"), why: "x"),
                .inThePast(month("2024-08"), today: Lab.today)
            ),
            (.started(on: day("2024-09-21")), .notYet(day("2024-09-21"))),
            (
                .agreed(body: "Board", on: day("2024-09-19"), words: ""),
                .agreedBeforeWritten(day("2024-09-19"), written: Lab.today)
            ),
            (.highlight(Self.highlight("2024-10")), .monthToCome(month("2024-10"))),
            (.document(projectDocument(theme: "none")), .unknownTheme),
        ]
        for (change, refusal) in refusals {
            #expect(try await record(change, on: id, office) == refusal)
            #expect(!refusal.forPerson.isEmpty && refusal.forOperator.hasPrefix("project: "))
        }
        #expect(try await record(.started(on: Lab.today), on: "none", office) == .unknownProject)
    }

    private static func highlight(_ iso: String, _ rating: Rating.Colour = .green) -> ProjectHighlight {
        ProjectHighlight(
            month: month(iso), rating: rating, done: "Wrote.", next: "Send.", risks: "", decisions: "",
            account: nil)
    }

    @Test func `is reported on each month; of two reports for one the later stands and the earlier is kept`()
        async throws
    {
        let office = try await Office()
        let id = try await proposed(office)
        for (iso, rating) in [("2024-08", Rating.Colour.green), ("2024-09", .amber), ("2024-08", .red)] {
            #expect(try await record(.highlight(Self.highlight(iso, rating)), on: id, office) == nil)
        }
        let project = try await state(office, id)
        #expect(project.highlights.count == 3)
        #expect(project.byMonth.map(\.data.highlight.month.iso) == ["2024-09", "2024-08"])
        #expect(project.byMonth.map(\.data.highlight.rating) == [.amber, .red])
    }

    @Test func `is its lead's: another lead may not report, and nobody agrees to their own`() async throws {
        let office = try await Office()
        let id = try await proposed(office, projectDocument(lead: office.otherLead.account), by: office.lead)
        #expect(try await state(office, id).document?.lead == office.lead.account)
        #expect(
            try await record(.highlight(Self.highlight("2024-09")), on: id, office, by: office.lead) == nil)
        #expect(
            try await record(.highlight(Self.highlight("2024-09")), on: id, office, by: office.otherLead)
                == .notLead)
        // A lead does not hand the project to somebody else by writing the document anew.
        #expect(
            try await record(
                .document(projectDocument(lead: office.otherLead.account)), on: id, office, by: office.lead)
                == nil)
        #expect(try await state(office, id).document?.lead == office.lead.account)
        let own = try await proposed(office, projectDocument("Other", lead: office.team.account))
        #expect(
            try await record(.agreed(body: "Board", on: Lab.today, words: ""), on: own, office) == .ownProject
        )
        #expect(
            try await record(
                .agreed(body: "Board", on: Lab.today, words: ""), on: own, office, by: office.board) == nil)
    }

    @Test func `stands under a theme that has not ended`() async throws {
        let office = try await Office()
        let account = office.team.account
        let theme = RecordTheme(
            theme: nil, title: "Early help", purpose: "", coChairs: ["Director", "Chair of the forum"],
            account: account)
        let id = try await office.commit(by: office.team) { try theme.decide(&$0) }
        _ = try await proposed(office, projectDocument(theme: id))
        let ending = CloseTheme(theme: id, why: "Done.", account: account)
        try await office.commit(by: office.team) { try ending.decide(&$0) }
        let late = ProposeProject(
            document: projectDocument("Late", theme: id), editor: Self.editor(office.team))
        #expect(
            try await office.refusal(ProjectRefusal.self, by: office.team) { try late.decide(&$0) }
                == .unknownTheme)
        #expect(
            try await office.refusal(ProjectRefusal.self, by: office.team) { try ending.decide(&$0) }
                == .unknownTheme)
        #expect(try await office.lab.facts("programme.theme")["theme"] == ["2024-09-20", "2024-09-20"])
    }
}

@Suite struct `Lists typed a line each` {
    @Test(arguments: [
        ("June 2024: First draft", "2024-06", "First draft"),
        ("2024-06 First draft", "2024-06", "First draft"),
        ("Sept 2024 – Agreed by all", "2024-09", "Agreed by all"),
        ("2024-06: It is: done", "2024-06", "It is: done"),
    ])
    func `hold dated steps`(line: String, iso: String, text: String) throws {
        let steps = try ProjectLines.steps(line)
        #expect(steps.map(\.month) == [month(iso)] && steps.map(\.text) == [text])
    }

    @Test(arguments: ["First draft", "June 2024", "2024-13 x", "June: x", "2024-06:"])
    func `name the line that is no step`(line: String) {
        #expect(throws: ProjectLines.NotAStep(line: 2, text: line)) {
            try ProjectLines.steps("June 2024: One\n\n\(line)")
        }
    }

    @Test func `are read again as they are written`() throws {
        let milestones = projectDocument().milestones
        let steps = try ProjectLines.steps(ProjectLines.text(milestones))
        #expect(ProjectMilestone.coded(steps, after: milestones) == milestones)
    }

    @Test func `give a new step a new id, never one that another had`() {
        let earlier = projectDocument().milestones
        let coded = ProjectMilestone.coded(
            [(month("2025-01"), "Agreed"), (month("2025-02"), "Told"), (month("2025-03"), "Told")],
            after: earlier)
        #expect(coded.map(\.code.text) == ["m2", "m3", "m4"])
    }
}

/// What is stored for ever of each kind of entry, and the same made by today's program.
private struct StoredPayload: Sendable, CustomTestStringConvertible {
    let kind: String
    let text: String
    let made: @Sendable () throws -> String
    let read: @Sendable (String) throws -> Void
    var testDescription: String { kind }

    init<S: Subject, P: Payload>(_ type: S.Type, _ payload: P, _ data: String) {
        kind = P.kind
        text = "{\"data\":\(data),\"day\":\"2024-01-02\"}"
        made = { try Stored.text(Envelope(day: day("2024-01-02"), data: payload)) }
        read = { text in
            var folding = Folding<S>(id: "x")
            try folding.add([
                StoredEntry(
                    sequence: 1, id: "e1", commit: 1, subject: SubjectID(kind: S.kind, id: "x"), version: 1,
                    kind: P.kind, kindVersion: P.version, payload: text, salt: nil, digest: "", hash: "")
            ])
        }
    }
}

private let stored: [StoredPayload] = [
    StoredPayload(
        ChangeRequest.self,
        ChangeAsked(
            plan: "p", what: .milestone, code: code("A"), milestone: code("m1"), from: [month("2024-03")],
            to: month("2024-06"), reason: "R", effect: "E", account: "a", group: "G"),
        #"{"account":"a","code":"A","effect":"E","from":["2024-03"],"group":"G","milestone":"m1","plan":"p","reason":"R","to":"2024-06","what":"milestone"}"#
    ),
    StoredPayload(
        ChangeRequest.self, ChangeAskedAgain(to: month("2024-06"), reason: "R", effect: "E", account: "a"),
        #"{"account":"a","effect":"E","reason":"R","to":"2024-06"}"#),
    StoredPayload(
        ChangeRequest.self,
        ChangeDecided(
            asking: "e", decision: .sentBack, body: code("B"), bodyName: "Board", words: "W", account: "a"),
        #"{"account":"a","asking":"e","body":"B","bodyName":"Board","decision":"sent-back","words":"W"}"#),
    StoredPayload(
        ChangeRequest.self, ChangeTakenBack(why: "W", account: "a"), #"{"account":"a","why":"W"}"#),
    StoredPayload(
        Project.self, ProjectStated(document: projectDocument("T", lead: "l", theme: "t"), account: "a"),
        #"{"account":"a","document":{"benefits":"Parents know.","budget":"None new","dependencies":"Staff","inScope":"Letters","kind":"project","lead":"l","milestones":[{"code":"m1","month":"2024-10","text":"First draft"},{"code":"m2","month":"2024-12","text":"Agreed"}],"objectives":[{"objective":"P1A:1","plan":"HOLLIN-2024"}],"outOfScope":"Telephones","owner":"Head of SEND","programme":"National value programme","purpose":"To answer.","signs":"They say so.","sponsor":"Director","team":["Officer","Analyst"],"theme":"t","title":"T"}}"#
    ),
    StoredPayload(
        Project.self, ProjectAgreed(version: "e", body: "Board", words: "W", account: "a"),
        #"{"account":"a","body":"Board","version":"e","words":"W"}"#),
    StoredPayload(Project.self, ProjectStarted(account: "a"), #"{"account":"a"}"#),
    StoredPayload(
        Project.self,
        ProjectMilestoneExpected(milestone: code("m1"), to: month("2024-06"), why: "W", account: "a"),
        #"{"account":"a","milestone":"m1","to":"2024-06","why":"W"}"#),
    StoredPayload(
        Project.self, ProjectMilestoneMet(milestone: code("m1"), account: "a"),
        #"{"account":"a","milestone":"m1"}"#),
    StoredPayload(
        Project.self,
        ProjectHighlighted(
            highlight: ProjectHighlight(
                month: month("2024-06"), rating: .amber, done: "D", next: "N", risks: "R", decisions: "S",
                account: "a")),
        #"{"highlight":{"account":"a","decisions":"S","done":"D","month":"2024-06","next":"N","rating":"amber","risks":"R"}}"#
    ),
    StoredPayload(Project.self, ProjectClosed(how: "H", account: "a"), #"{"account":"a","how":"H"}"#),
    StoredPayload(
        Theme.self, ThemeStated(title: "T", purpose: "P", coChairs: ["A", "B"], account: "a"),
        #"{"account":"a","coChairs":["A","B"],"purpose":"P","title":"T"}"#),
    StoredPayload(Theme.self, ThemeClosed(why: "W", account: "a"), #"{"account":"a","why":"W"}"#),
]

@Suite struct `Stored entries of requests, projects and themes` {
    @Test(arguments: stored)
    fileprivate func `are written and read as they always were`(example: StoredPayload) throws {
        #expect(try example.made() == example.text)
        try example.read(example.text)
    }

    @Test func `have an example of every kind there is`() {
        let declared =
            ChangeRequest.entryKinds.map(\.name) + Project.entryKinds.map(\.name)
            + Theme.entryKinds.map(\.name)
        #expect(declared.sorted() == stored.map(\.kind).sorted())
    }
}
