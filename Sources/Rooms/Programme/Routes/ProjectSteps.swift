import Access
import CivilTime
import Ledger
import Markup
import Pages

/// The short forms of a project: that work began, what became of a milestone, that it ended.
struct ProjectSteps: Sendable {
    let ledger: Ledger

    private static let started = DateQuestion("day", "Day on which work began")
    private static let ended = DateQuestion("day", "Day on which it ended")
    private static let how = LongTextQuestion(
        "how", "How it ended, and what came of it", most: 4_000, rows: 4)
    private static let outcome = RadiosQuestion(
        "outcome", "What is to be recorded",
        [Choice("met", "It was met"), Choice("expected", "It is expected in another month")])
    private static let met = DateQuestion("day", "Day on which it was met")
        .hint("Where it was met.").optional()
    private static let expected = MonthQuestion("to", "Month in which it is expected")
        .hint("Where it is expected in another month.").optional()
    private static let why = LongTextQuestion("why", "Why its date moved", most: 1_000, rows: 2).optional()

    private static func milestone(_ found: ProjectController.Found) -> SelectQuestion<String> {
        SelectQuestion(
            "milestone", "Milestone",
            found.project.milestones.filter { $0.met == nil }.map {
                Choice($0.milestone.code.text, "\($0.now.written): \($0.milestone.text)")
            })
    }

    /// The form of a step.
    ///
    /// - Throws: ``PageError/notFound`` where no milestone is left to be met.
    func form(_ step: ProjectStep, _ found: ProjectController.Found) throws -> ProgrammeForm<Project> {
        let title = found.document.title
        switch step {
        case .start:
            return form(step, found, "Record that work on \(title) began", "Record start", [Self.started])
        case .milestone:
            let milestone = Self.milestone(found)
            guard !milestone.choices.isEmpty else { throw PageError.notFound }
            return form(
                step, found, "Report on a milestone of \(title)", "Save milestone",
                [milestone, Self.outcome, Self.met, Self.expected, Self.why])
        case .closing:
            return form(step, found, "Close \(title)", "Close project", [Self.ended, Self.how])
        }
    }

    private func form(
        _ step: ProjectStep, _ found: ProjectController.Found, _ title: String, _ button: String,
        _ questions: [any Question]
    ) -> ProgrammeForm<Project> {
        ProgrammeForm(
            ledger: ledger, action: .runProjects, title: title, thread: found.crumb,
            section: ProjectRoutes.section, link: ProjectRoutes.step((found.id, step)),
            back: ProjectRoutes.one(found.id), button: button, subject: (found.id, found.version),
            kinds: [
                ProjectStarted.kind, ProjectMilestoneExpected.kind, ProjectMilestoneMet.kind,
                ProjectClosed.kind,
            ], aspects: [FormAspect("Status", field: "none") { $0.status.words }], questions: questions)
    }

    /// Records what was sent.
    func take(
        _ step: ProjectStep, _ found: ProjectController.Found, _ request: Request
    ) async throws -> Reply {
        let editor = ProjectController.editor(request)
        return try await form(step, found).take(request) { reading in
            guard let change = Self.read(step, found, &reading), reading.isFine else { return nil }
            let edit = RecordOnProject(project: found.id, change: change, editor: editor)
            return { try edit.decide(&$0) }
        } done: {
            ProjectRoutes.one($0)
        }
    }

    private static func read(
        _ step: ProjectStep, _ found: ProjectController.Found, _ reading: inout Reading
    ) -> RecordOnProject.Change? {
        switch step {
        case .start: return reading.ask(started).map { .started(on: $0) }
        case .closing:
            let (day, how) = (reading.ask(ended), reading.ask(Self.how))
            guard let day, let how else { return nil }
            return .closed(on: day, how: how)
        case .milestone:
            let code = reading.ask(milestone(found)).flatMap { Code($0) }
            let outcome = reading.ask(Self.outcome)
            let (day, to, why) = (reading.ask(met), reading.ask(expected), reading.ask(Self.why))
            if outcome == "met", day == nil { reading.refuse("Enter the day on which it was met", at: met) }
            if outcome == "expected" {
                if to == nil { reading.refuse("Enter the month in which it is expected", at: expected) }
                if why == nil { reading.refuse("Say why its date moved", at: Self.why) }
            }
            guard let code else { return nil }
            if outcome == "met" { return day.map { .milestoneMet(code, on: $0) } }
            guard let to, let why else { return nil }
            return .milestoneExpected(code, in: to, why: why)
        }
    }
}

/// Themes of the programme: recorded, changed, ended.
struct ThemeController: Sendable {
    let ledger: Ledger

    func register(in table: inout RouteTable) {
        table.add(ProjectRoutes.newTheme) { _, request in form(nil).show(request) }
        table.add(ProjectRoutes.addTheme) { _, request in try await take(nil, request) }
        table.add(ProjectRoutes.theme) { id, request in
            let found = try await found(id)
            var typed = Typed()
            if let current = found.theme.current {
                Self.title.fill(&typed, with: current.title)
                Self.purpose.fill(&typed, with: current.purpose)
                Self.coChairs.fill(&typed, with: current.coChairs.joined(separator: "\n"))
            }
            return form(found).show(request, first: typed)
        }
        table.add(ProjectRoutes.changeTheme) { id, request in try await take(found(id), request) }
        table.add(ProjectRoutes.endingTheme) { id, request in ending(try await found(id)).show(request) }
        table.add(ProjectRoutes.endTheme) { id, request in try await end(found(id), request) }
    }

    private struct Found: Sendable {
        let theme: Theme
        let version: Int
    }

    private func found(_ id: String) async throws -> Found {
        let found = try await ledger.read { try $0.state(of: Theme.self, id) }
        guard let found, found.state.current != nil, !found.state.isClosed else { throw PageError.notFound }
        return Found(theme: found.state, version: found.version)
    }

    private static let title = TextQuestion("title", "Name of the theme", most: 120)
    private static let purpose = LongTextQuestion("purpose", "What it is for", most: 2_000, rows: 3)
        .optional()
    private static let coChairs = LongTextQuestion(
        "co-chairs", "Who chairs it together, by post", most: 1_000, rows: 3
    )
    .hint("One post on each line.")
    private static let why = LongTextQuestion("why", "Why it ends", most: 1_000, rows: 3)
    private static let kinds: Set<String> = [ThemeStated.kind, ThemeClosed.kind]

    private func form(_ found: Found?) -> ProgrammeForm<Theme> {
        ProgrammeForm(
            ledger: ledger, action: .manageThemes,
            title: found?.theme.current.map { "Theme: \($0.title)" } ?? "Add a theme",
            thread: [Crumb("Projects", ProjectRoutes.all())], section: ProjectRoutes.section,
            link: found.map { ProjectRoutes.changeTheme($0.theme.id) } ?? ProjectRoutes.addTheme(),
            back: ProjectRoutes.all(), button: "Save theme",
            lead: found.map { found -> HTML in
                "<p><a href=\"\(ProjectRoutes.endingTheme(found.theme.id))\">End this theme</a></p>"
            } ?? "", subject: found.map { (id: $0.theme.id, version: $0.version) }, kinds: Self.kinds,
            aspects: [
                FormAspect("Name", field: "title") { $0.current?.title },
                FormAspect("What it is for", field: "purpose") { $0.current?.purpose },
                FormAspect("Co-chairs", field: "co-chairs") { $0.current?.coChairs.joined(separator: "; ") },
            ], questions: [Self.title, Self.purpose, Self.coChairs])
    }

    private func take(_ found: Found?, _ request: Request) async throws -> Reply {
        let account = request.visitor.account
        return try await form(found).take(request) { reading in
            let title = reading.ask(Self.title)
            let purpose = reading.ask(Self.purpose) ?? ""
            let coChairs = reading.ask(Self.coChairs)
            guard reading.isFine, let title, let coChairs else { return nil }
            let edit = RecordTheme(
                theme: found?.theme.id, title: title, purpose: purpose, coChairs: ProjectLines.list(coChairs),
                account: account)
            return { try edit.decide(&$0) }
        } done: { _ in
            ProjectRoutes.all()
        }
    }

    private func ending(_ found: Found) -> ProgrammeForm<Theme> {
        ProgrammeForm(
            ledger: ledger, action: .manageThemes, title: "End the theme \(found.theme.current?.title ?? "")",
            thread: [Crumb("Projects", ProjectRoutes.all())], section: ProjectRoutes.section,
            link: ProjectRoutes.endTheme(found.theme.id), back: ProjectRoutes.theme(found.theme.id),
            button: "End theme",
            lead: "<p>Its projects stay as they are, and show that the theme has ended.</p>",
            subject: (found.theme.id, found.version), kinds: Self.kinds, questions: [Self.why])
    }

    private func end(_ found: Found, _ request: Request) async throws -> Reply {
        let account = request.visitor.account
        return try await ending(found).take(request) { reading in
            guard let why = reading.ask(Self.why) else { return nil }
            let edit = CloseTheme(theme: found.theme.id, why: why, account: account)
            return { try edit.decide(&$0) }
        } done: { _ in
            ProjectRoutes.all()
        }
    }
}
