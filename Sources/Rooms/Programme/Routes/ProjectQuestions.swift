import Access
import CivilTime
import Ledger
import Pages

/// The questions of a project's initiation document.
struct ProjectQuestions: Sendable {
    let themes: SelectQuestion<String>
    let objectives: CheckboxesQuestion<String>
    let leads: SelectQuestion<String>

    static let kind = RadiosQuestion(
        "kind", "What it is", ProjectDocument.Kind.allCases.map { Choice($0, $0.words) }, isInline: true)
    static let title = TextQuestion("title", "Title", most: 200)
    static let programme = TextQuestion("programme", "Larger programme it is part of", most: 200)
        .hint("Such as a national programme or an education commission.").optional()
    static let purpose = LongTextQuestion("purpose", "Purpose: what it is to change", most: 4_000, rows: 4)
    static let inScope = LongTextQuestion("in-scope", "In scope", most: 4_000, rows: 4)
    static let outOfScope = LongTextQuestion("out-of-scope", "Out of scope", most: 4_000, rows: 3).optional()
    static let benefits = LongTextQuestion(
        "benefits", "Benefits for children and families", most: 4_000, rows: 4)
    static let signs = LongTextQuestion("signs", "How it will be known that they came", most: 4_000, rows: 3)
    static let owner = TextQuestion("owner", "Owner, by post", most: 200)
    static let sponsor = TextQuestion("sponsor", "Sponsor, by post", most: 200)
    static let team = LongTextQuestion("team", "Team, by post", most: 2_000, rows: 4)
        .hint("One post on each line.").optional()
    static let milestones = LongTextQuestion("milestones", "Milestones", most: 4_000, rows: 6)
        .hint("One on each line, the month first: “June 2024: First draft agreed”.").optional()
    static let dependencies = LongTextQuestion("dependencies", "What it depends on", most: 2_000, rows: 3)
        .optional()
    static let budget = LongTextQuestion("budget", "Budget", most: 2_000, rows: 2).optional()

    /// The questions with the themes, objectives and accounts that there are now.
    static func load(_ snapshot: Snapshot, today: Day) throws -> ProjectQuestions {
        let themes = try snapshot.reader.all(
            "SELECT subject_id, title FROM programme_theme WHERE is_closed = 0 ORDER BY title, subject_id"
        ) { Choice($0.text(0), $0.text(1)) }
        let objectives = try snapshot.reader.all(
            """
            SELECT plan.code, objective.code, objective.text FROM programme_objective AS objective
            JOIN programme_plan AS plan ON plan.subject_id = objective.plan_id
            ORDER BY plan.published DESC, plan.code, objective.position, objective.code
            """
        ) { fields in
            let served = ServedObjective(
                plan: Code(stored: fields.text(0)), objective: Code(stored: fields.text(1)))
            let text = fields.text(2)
            return Choice(
                served.key, "\(served.objective.text): \(text.count > 90 ? "\(text.prefix(90))…" : text)")
        }
        let accounts = try AccountName.holding(.groupLead, or: .programmeTeam, today, snapshot.reader)
        return ProjectQuestions(
            themes: SelectQuestion("theme", "Theme", themes, none: "No theme").optional(),
            objectives: CheckboxesQuestion(
                "objectives", "Objectives it serves", objectives, none: "It serves none of them"),
            leads: SelectQuestion(
                "lead", "Who reports on it each month", accounts.map { Choice($0.id, $0.name) },
                none: "The programme team"
            ).optional())
    }

    var all: [any Question] {
        let first: [any Question] = [Self.kind, Self.title, themes, Self.programme, Self.purpose]
        let scope: [any Question] = [Self.inScope, Self.outOfScope, Self.benefits, Self.signs, objectives]
        let people: [any Question] = [Self.owner, Self.sponsor, leads, Self.team]
        let last: [any Question] = [Self.milestones, Self.dependencies, Self.budget]
        return first + scope + people + last
    }

    /// The document as typed; what is wrong with it is noted.
    ///
    /// - Parameter earlier: the milestones of the version before, which keep their ids.
    func read(_ reading: inout Reading, after earlier: [ProjectMilestone]) -> ProjectDocument? {
        let kind = reading.ask(Self.kind)
        let title = reading.ask(Self.title)
        let theme = reading.ask(themes)
        let programme = reading.ask(Self.programme)
        let purpose = reading.ask(Self.purpose)
        let scope = (reading.ask(Self.inScope), reading.ask(Self.outOfScope))
        let benefits = (reading.ask(Self.benefits), reading.ask(Self.signs))
        let served = reading.ask(objectives)
        let posts = (reading.ask(Self.owner), reading.ask(Self.sponsor))
        let lead = reading.ask(leads)
        let team = reading.ask(Self.team)
        let milestones = Self.milestones(&reading, after: earlier)
        let rest = (reading.ask(Self.dependencies), reading.ask(Self.budget))
        guard reading.isFine, let kind, let title, let purpose, let inScope = scope.0, let gains = benefits.0,
            let signs = benefits.1, let served, let owner = posts.0, let sponsor = posts.1
        else { return nil }
        return ProjectDocument(
            kind: kind, title: title, theme: theme, programme: programme ?? "", purpose: purpose,
            inScope: inScope, outOfScope: scope.1 ?? "", benefits: gains, signs: signs,
            objectives: served.compactMap(ServedObjective.init(key:)), owner: owner, sponsor: sponsor,
            lead: lead, team: ProjectLines.list(team ?? ""), milestones: milestones,
            dependencies: rest.0 ?? "", budget: rest.1 ?? "")
    }

    private static func milestones(
        _ reading: inout Reading, after earlier: [ProjectMilestone]
    ) -> [ProjectMilestone] {
        guard let text = reading.ask(milestones) else { return [] }
        do throws(ProjectLines.NotAStep) {
            return ProjectMilestone.coded(try ProjectLines.steps(text), after: earlier)
        } catch {
            reading.refuse(
                "Line \(error.line) of the milestones (“\(error.text.prefix(60))”) must begin with a month and say "
                    + "what is reached, like “June 2024: First draft agreed”", at: milestones)
            return []
        }
    }

    /// What stands in the form for a document.
    func typed(_ document: ProjectDocument) -> Typed {
        var typed = Typed()
        Self.kind.fill(&typed, with: document.kind)
        Self.title.fill(&typed, with: document.title)
        if let theme = document.theme { themes.fill(&typed, with: theme) }
        Self.programme.fill(&typed, with: document.programme)
        Self.purpose.fill(&typed, with: document.purpose)
        Self.inScope.fill(&typed, with: document.inScope)
        Self.outOfScope.fill(&typed, with: document.outOfScope)
        Self.benefits.fill(&typed, with: document.benefits)
        Self.signs.fill(&typed, with: document.signs)
        objectives.fill(&typed, with: document.objectives.map(\.key))
        Self.owner.fill(&typed, with: document.owner)
        Self.sponsor.fill(&typed, with: document.sponsor)
        if let lead = document.lead { leads.fill(&typed, with: lead) }
        Self.team.fill(&typed, with: document.team.joined(separator: "\n"))
        Self.milestones.fill(&typed, with: ProjectLines.text(document.milestones))
        Self.dependencies.fill(&typed, with: document.dependencies)
        Self.budget.fill(&typed, with: document.budget)
        return typed
    }
}
