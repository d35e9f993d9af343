import Access
import Ledger
import Pages

extension Action {
    /// Proposing projects and reporting on them; who is not of the programme team only on those they lead.
    static let runProjects = Action("run-projects", for: [.programmeTeam, .groupLead])
    /// Recording that a board or group agreed to a project.
    static let agreeProjects = Action("agree-projects", for: [.programmeTeam, .boardMember])
    /// Keeping the themes of the programme.
    static let manageThemes = Action("manage-themes", for: [.programmeTeam])
}

/// A step in the life of a project that has a form of its own.
enum ProjectStep: String, PathValue, CaseIterable {
    case start, milestone, closing

    init?(pathText: String) { self.init(rawValue: pathText) }
    var pathText: String { rawValue }
}

/// The addresses of projects and themes.
enum ProjectRoutes {
    static let section = "projects"

    static let all = Route<Void>("projects", action: .seeProgramme)
    static let month = Route<MonthText>("projects", "months", .value("month"), action: .seeProgramme)
    static let proposing = Route<Void>("projects", "new", action: .runProjects)
    static let propose = Route<Void>("projects", "new", method: .post, action: .runProjects)
    static let one = Route<String>("projects", "of", .value("project"), action: .seeProgramme)
    /// The query names a version by its number (`version`); without it the last is shown.
    static let initiation = Route<String>(
        "projects", "of", .value("project"), "initiation", action: .seeProgramme)
    static let writing = Route<String>("projects", "of", .value("project"), "document", action: .runProjects)
    static let write = Route<String>(
        "projects", "of", .value("project"), "document", method: .post, action: .runProjects)
    static let agreeing = Route<String>(
        "projects", "of", .value("project"), "agreement", action: .agreeProjects)
    static let agree = Route<String>(
        "projects", "of", .value("project"), "agreement", method: .post, action: .agreeProjects)
    static let highlighting = Route<String>(
        "projects", "of", .value("project"), "highlight", action: .runProjects)
    static let highlight = Route<String>(
        "projects", "of", .value("project"), "highlight", method: .post, action: .runProjects)
    static let stepping = Route<(String, ProjectStep)>(
        "projects", "of", .value("project"), "steps", .value("step"), action: .runProjects)
    static let step = Route<(String, ProjectStep)>(
        "projects", "of", .value("project"), "steps", .value("step"), method: .post, action: .runProjects)

    static let newTheme = Route<Void>("projects", "themes", "new", action: .manageThemes)
    static let addTheme = Route<Void>("projects", "themes", "new", method: .post, action: .manageThemes)
    static let theme = Route<String>("projects", "themes", "of", .value("theme"), action: .manageThemes)
    static let changeTheme = Route<String>(
        "projects", "themes", "of", .value("theme"), method: .post, action: .manageThemes)
    static let endingTheme = Route<String>(
        "projects", "themes", "of", .value("theme"), "closing", action: .manageThemes)
    static let endTheme = Route<String>(
        "projects", "themes", "of", .value("theme"), "closing", method: .post, action: .manageThemes)
}

extension Programme {
    /// Two issues of a plan compared, as a file of comma-separated values.
    ///
    /// - Throws: `PageError.notFound` where there is no such plan; a refusal where the two cannot be compared.
    package func comparison(of plan: Code, from: Int, to: Int) async throws -> [UInt8] {
        let due = DueDays(try await ledger.referenceInForce())
        let today = ledger.today
        return try await ledger.read { snapshot in
            let history = try PlanHistory.load(plan, snapshot).withReports(snapshot, everything: false)
            let choice = ComparisonChoice(from: .issue(from), to: .issue(to))
            let sides = try choice.sides(of: history, today: today)
            let comparison = Comparison(
                from: sides.from, to: sides.to, history: history, due: due,
                approved: try ApprovedChange.all(of: history.plan.id, snapshot))
            return ComparisonExport.csv(comparison).bytes
        }
    }
}
