import CivilTime
import Ledger

extension ProgressExample {
    /// A theme with a project that is under way, one that is proposed, and two requests to change a date.
    func projects() async throws {
        let theme = RecordTheme(
            title: "Help early, close to home",
            purpose: "A family gets help before it has to fight for it, from somebody it can reach.",
            coChairs: ["Director of children's services", "Chair of the parent carer forum"],
            account: people.team.account)
        let id = try await decided(people.team, "theme") { try theme.decide(&$0) }
        try await advice(under: id)
        try await outreach(under: id)
        try await ask(
            "PAP3B:1", until: 11,
            "The framework is agreed, but two of five services have nobody to audit with it.",
            "Families of about sixty children wait longer for a plan that was checked.", "Meeting Every Need")
        try await ask(
            "PAP4B:2", until: 12,
            "The health visitors' records cannot be read by the early years service yet.",
            "A need seen at two years is passed on by letter, as now.", "Leading Together")
    }

    /// The board agrees to the first of the two requests.
    func decision() async throws {
        let objective = "objective PAP3B:1"
        let plan = plan
        let request = try await ledger.read { snapshot in
            try snapshot.reader.first(
                "SELECT subject_id FROM programme_change WHERE plan_id = \(plan) AND promise = \(objective)"
            ) { $0.text(0) }
        }
        guard let request, let board = Code("SIB") else { return }
        let deciding = DecideOnChange(
            request: request, decision: .approved, body: board, day: Step.decision.day,
            words: "Agreed once. The board wants to see the auditors in post in October.",
            account: people.team.account)
        _ = try await decided(people.team, "decision on \(objective)") { try deciding.decide(&$0) }
    }

    private func decided(
        _ author: Author, _ name: String, _ decide: @escaping @Sendable (inout Deciding) throws -> String
    ) async throws -> String {
        try await ledger.commit(
            Command(id: "example progress \(name)", fields: "", author: author, decide: decide)
        ).value
    }

    private func ask(
        _ code: String, until month: Int, _ reason: String, _ effect: String, _ group: String
    ) async throws {
        guard let objective = Code(code), let month = Month(year: 2024, month: month) else { return }
        let asking = AskForChange(
            plan: plan, name: .objective(objective), to: month, reason: reason, effect: effect, group: group,
            account: people.lead.account)
        _ = try await decided(people.lead, "request \(code)") { try asking.decide(&$0) }
    }

    private func month(_ month: Int) -> Month {
        Month(year: 2024, month: month) ?? Step.projects.day.calendarMonth
    }

    private func advice(under theme: String) async throws {
        let document = document(
            "One telephone number for advice", theme, serves: ["PAP4A:1", "PAP2B:1"],
            purpose: "A parent who does not know whom to ask rings one number, and somebody finds out.",
            steps: [(9, "Two advisers are in post."), (11, "The number is on every letter.")])
        let editor = ProjectEditor(isTeam: true, account: people.team.account)
        let proposing = ProposeProject(document: document, editor: editor)
        let id = try await decided(people.team, "project advice") { try proposing.decide(&$0) }
        let highlight = ProjectHighlight(
            month: month(8), rating: .amber,
            done: "One of two advisers has begun. The telephone system is ordered.",
            next: "The second adviser is interviewed on 12 September.",
            risks: "If the second adviser is not found, the line closes at noon.",
            decisions: "May the line open in October with one adviser?", account: people.team.account)
        let steps: [(String, RecordOnProject.Change)] = [
            (
                "agreed",
                .agreed(body: "SEND Partnership Delivery Group", on: Step.projects.day, words: "Begin.")
            ),
            ("started", .started(on: Step.projects.day)), ("highlight", .highlight(highlight)),
        ]
        for (name, change) in steps {
            let recording = RecordOnProject(project: id, change: change, editor: editor)
            _ = try await decided(people.team, "advice \(name)") { try recording.decide(&$0) }
        }
    }

    private func outreach(under theme: String) async throws {
        let document = document(
            "Specialist teachers visit nurseries", theme, serves: ["PAP4D:1"],
            purpose: "A nursery has a specialist teacher in the room within three weeks of asking.",
            steps: [(10, "Every nursery knows how to ask."), (12, "Twenty visits are made.")])
        let proposing = ProposeProject(
            document: document, editor: ProjectEditor(isTeam: true, account: people.team.account))
        _ = try await decided(people.team, "project outreach") { try proposing.decide(&$0) }
    }

    private func document(
        _ title: String, _ theme: String, serves objectives: [String], purpose: String,
        steps: [(month: Int, text: String)]
    ) -> ProjectDocument {
        ProjectDocument(
            kind: .project, title: title, theme: theme, programme: "", purpose: purpose,
            inScope: "Children from birth to 25 who live in Vale of Arden.",
            outOfScope: "Advice on school places, which admissions give.",
            benefits: "Fewer families ask twice; fewer ask for a plan because nothing else was offered.",
            signs: "How many calls are answered the same day, and how many families ring again.",
            objectives: objectives.compactMap { code in
                Code("VOA-2023").flatMap { plan in
                    Code(code).map { ServedObjective(plan: plan, objective: $0) }
                }
            }, owner: "Head of SEND", sponsor: "Director of children's services", lead: nil,
            team: ["Local offer officer"],
            milestones: ProjectMilestone.coded(
                steps.map { (month: month($0.month), text: $0.text) }, after: []),
            dependencies: "", budget: "From the funding for early help of this year.")
    }
}
