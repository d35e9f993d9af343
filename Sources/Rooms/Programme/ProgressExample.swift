package import CivilTime
package import Ledger

/// What the groups of the invented area reported in the summer of 2024, for a demonstration.
///
/// It is recorded step by step on the days on which it happened, so that there is a history to look at.
package struct ProgressExample: Sendable {
    /// Who records it.
    package struct People: Sendable {
        let team: Author
        let lead: Author
        let otherLead: Author

        /// Names the programme team, the lead of “Working with Families” and that of “Leading Together”.
        package init(team: Author, lead: Author, otherLead: Author) {
            self.team = team
            self.lead = lead
            self.otherLead = otherLead
        }
    }

    /// One day's work.
    package enum Step: CaseIterable, Sendable {
        case leads, july, received, projects, august, decision

        /// The day on which it is recorded.
        package var day: Day {
            switch self {
            case .leads: Self.day(7, 22)
            case .july: Self.day(8, 8)
            case .received: Self.day(8, 21)
            case .projects: Self.day(8, 27)
            case .august: Self.day(9, 10)
            case .decision: Self.day(9, 17)
            }
        }

        private static func day(_ month: Int, _ day: Int) -> Day {
            Day(year: 2024, month: month, day: day) ?? .earliest
        }
    }

    let ledger: Ledger
    let people: People
    let plan: String

    /// Prepares it over a ledger that holds the example's plan.
    package init(_ ledger: Ledger, plan code: String, _ people: People) async throws {
        self.ledger = ledger
        self.people = people
        plan =
            try await ledger.read { snapshot in
                try snapshot.reader.first("SELECT subject_id FROM programme_plan WHERE code = \(code)") {
                    $0.text(0)
                }
            } ?? ""
    }

    /// Records one step.
    package func record(_ step: Step) async throws {
        switch step {
        case .leads:
            try await name(people.lead, "TF-WT")
            try await name(people.otherLead, "TF-LP")
        case .july: try await july()
        case .received: try await received()
        case .projects: try await projects()
        case .august: try await august()
        case .decision: try await decision()
        }
    }

    func commit(
        _ author: Author, _ name: String, _ decide: @escaping @Sendable (inout Deciding) throws -> Void
    ) async throws {
        _ = try await ledger.commit(
            Command(id: "example progress \(name)", fields: "", author: author) { deciding -> Bool in
                try decide(&deciding)
                return true
            })
    }

    private func part(_ code: String) async throws -> String {
        let plan = plan
        return try await ledger.read { snapshot in
            try snapshot.reader.first(
                """
                SELECT subject_id FROM programme_part WHERE plan_id = \(plan)
                AND part = \(ObjectiveStatement.part) AND code = \(code)
                """
            ) { $0.text(0) }
        } ?? ""
    }

    private func name(_ author: Author, _ body: String) async throws {
        guard let code = Code(body), let account = author.account else { return }
        let naming = NameLead(account: account, plan: plan, body: code, from: Step.leads.day)
        try await commit(people.team, "lead \(body)") { _ = try naming.decide(&$0) }
    }

    private struct Said {
        let month: Int
        let code: String
        let rating: Rating.Colour
        let narrative: String
        var impact = ""
        var milestones: [ReportProgress.MilestoneChange] = []
    }

    private func report(_ said: Said, by author: Author, for group: String) async throws {
        guard let month = Month(year: 2024, month: said.month), let account = author.account else { return }
        let reporting = ReportProgress(
            part: try await part(said.code), month: month, rating: said.rating, narrative: said.narrative,
            impact: said.impact, group: group, milestones: said.milestones,
            reporter: .lead(account: account))
        try await commit(author, "report \(said.code) \(said.month)") { try reporting.decide(&$0) }
    }

    private func evidence(
        _ code: String, _ month: Int, _ title: String, _ shows: String, _ kind: EvidenceKind,
        by author: Author
    ) async throws {
        guard let month = Month(year: 2024, month: month), let account = author.account else { return }
        let adding = AddEvidence(
            part: try await part(code), month: month, title: title, shows: shows, kind: kind,
            account: account, reporter: .lead(account: account))
        let address = "https://vale-of-arden.example.org/evidence/\(Code(slugOf: title).text)"
        try await commit(author, "evidence \(title)") {
            try adding.decide(.link(address: address), &$0)
        }
    }

    private func met(_ code: String, _ month: Int, _ day: Int) -> ReportProgress.MilestoneChange {
        .met(Code(stored: code), on: Day(year: 2024, month: month, day: day) ?? .earliest)
    }

    // MARK: The steps

    private func july() async throws {
        let families = "Working with Families"
        try await report(
            Said(
                month: 7, code: "PAP1:1", rating: .green,
                narrative: """
                    Every service now asks families the same five questions, in person, by telephone or online.
                    Two schools that began late have caught up.
                    """,
                impact: "More families than last year say that they were asked before a decision was made.",
                milestones: [met("m1", 1, 26), met("m2", 3, 22), met("m3", 5, 17)]),
            by: people.lead, for: families)
        try await evidence(
            "PAP1:1", 7, "Survey of families in summer 2024",
            "Of 214 families, 131 say they were asked before a decision; a year ago it was 88 of 197.",
            .impact, by: people.lead)
        try await report(
            Said(
                month: 7, code: "PAP1:4", rating: .amber,
                narrative: "The questions are agreed. The first round waits: the forum had no chair.",
                milestones: [
                    met("m1", 3, 8),
                    .forecast(
                        Code(stored: "m2"), to: Month(year: 2024, month: 10) ?? Step.july.day.calendarMonth,
                        why: "The forum had no chair until June"),
                ]), by: people.lead, for: families)
        try await report(
            Said(
                month: 7, code: "PAP4A:1", rating: .green,
                narrative:
                    "The local offer lists every service with a telephone number that somebody answers.",
                milestones: [met("m1", 2, 9), met("m2", 4, 30)]),
            by: people.otherLead, for: "Leading Together")
        try await risk()
    }

    private func risk() async throws {
        guard let score = RiskScore(likelihood: 4, impact: 4), let code = Code("PAP4B:1") else { return }
        let raising = RaiseRisk(
            plan: plan, objectives: [code],
            title: "The joint budget is not agreed before the new financial year", isIssue: false,
            view: RiskAssessment(
                score: score, mitigation: "The directors of finance meet each fortnight until it is.",
                owner: "Director of Commissioning",
                review: Day(year: 2024, month: 9, day: 13) ?? Step.july.day))
        try await commit(people.otherLead, "risk") { _ = try raising.decide(&$0) }
    }

    private func received() async throws {
        guard let month = Month(year: 2024, month: 7) else { return }
        for (evidence, part) in try await waiting() {
            guard let account = people.otherLead.account else { return }
            let clearing = ClearEvidence(part: part, evidence: evidence, account: account)
            try await commit(people.otherLead, "clear \(evidence)") { try clearing.decide(&$0) }
        }
        let steps: [(name: String, change: ChangeMonth.Change)] = [
            ("close", .close),
            ("receive", .receive(board: "SEND Improvement Board", meeting: nil, on: Step.received.day)),
        ]
        for (name, change) in steps {
            let changing = ChangeMonth(plan: plan, month: month, change: change)
            try await commit(people.team, "\(name) July") { try changing.decide(&$0) }
        }
    }

    private func waiting() async throws -> [(evidence: String, part: String)] {
        let plan = plan
        return try await ledger.read { snapshot in
            try snapshot.reader.all(
                """
                SELECT row_key, subject_id FROM programme_evidence WHERE plan_id = \(plan) AND is_cleared = 0
                ORDER BY added_day, row_key
                """
            ) { ($0.text(0), $0.text(1)) }
        }
    }

    private func august() async throws {
        try await report(
            Said(
                month: 8, code: "PAP1:1", rating: .green,
                narrative: "August was quiet. The questions go out again in the first week of term."),
            by: people.lead, for: "Working with Families")
        try await evidence(
            "PAP2A:1", 8, "Strategy for how services talk to each other",
            "The strategy as the partnership agreed it.", .output, by: people.lead)
    }
}
