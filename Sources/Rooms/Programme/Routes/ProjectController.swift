import Access
import CivilTime
import Ledger
import Markup
import Pages

/// Projects: proposed, agreed, begun, reported on each month, closed.
struct ProjectController: Sendable {
    let ledger: Ledger

    func register(in table: inout RouteTable) {
        table.add(ProjectRoutes.all) { _, request in
            let visitor = request.visitor
            let view = try await ledger.read { snapshot in
                ProjectsView(
                    projects: try ProjectRow.all(snapshot.reader), themes: try ThemeRow.all(snapshot.reader),
                    plans: try snapshot.reader.all(
                        "SELECT code, title FROM programme_plan ORDER BY published DESC, code"
                    ) { (Code(stored: $0.text(0)), $0.text(1)) }, today: request.context.today,
                    visitor: visitor)
            }
            return .page(view.page(), request.context)
        }
        table.add(ProjectRoutes.month) { month, request in
            let today = request.context.today
            guard month.month <= today.calendarMonth else { throw PageError.notFound }
            let view = try await ledger.read {
                try ThemeReportView.load(month.month, today: today, $0)
            }
            return .page(view.page(), request.context)
        }
        table.add(ProjectRoutes.one) { id, request in try await one(id, request) }
        table.add(ProjectRoutes.initiation) { id, request in try await initiation(id, request) }
        registerForms(in: &table)
    }

    private func registerForms(in table: inout RouteTable) {
        table.add(ProjectRoutes.proposing) { _, request in
            proposal(try await questions(request)).show(request)
        }
        table.add(ProjectRoutes.propose) { _, request in try await propose(request) }
        table.add(ProjectRoutes.writing) { id, request in
            let (found, questions) = (try await found(id), try await questions(request))
            return writing(found, questions).show(request, first: questions.typed(found.document))
        }
        table.add(ProjectRoutes.write) { id, request in try await write(id, request) }
        table.add(ProjectRoutes.highlighting) { id, request in
            let found = try await found(id)
            var typed = Typed()
            Self.month.fill(&typed, with: request.context.today.calendarMonth)
            return highlighting(found).show(request, first: typed)
        }
        table.add(ProjectRoutes.highlight) { id, request in try await highlight(id, request) }
        table.add(ProjectRoutes.agreeing) { id, request in agreeing(try await found(id)).show(request) }
        table.add(ProjectRoutes.agree) { id, request in try await agree(id, request) }
        let steps = ProjectSteps(ledger: ledger)
        table.add(ProjectRoutes.stepping) { arguments, request in
            try steps.form(arguments.1, try await found(arguments.0)).show(request)
        }
        table.add(ProjectRoutes.step) { arguments, request in
            try await steps.take(arguments.1, try await found(arguments.0), request)
        }
    }

    // MARK: What a page is about

    /// A project with the version that a form shows.
    struct Found: Sendable {
        let project: Project
        let version: Int
        let document: ProjectDocument
        var id: String { project.id }
        var crumb: [Crumb] {
            [Crumb("Projects", ProjectRoutes.all()), Crumb(document.title, ProjectRoutes.one(id))]
        }
    }

    private func found(_ id: String) async throws -> Found {
        let found = try await ledger.read { try $0.state(of: Project.self, id) }
        guard let found, let document = found.state.document else { throw PageError.notFound }
        return Found(project: found.state, version: found.version, document: document)
    }

    static func editor(_ request: Request) -> ProjectEditor {
        ProjectEditor(
            isTeam: request.visitor.roles.contains(.programmeTeam), account: request.visitor.account)
    }

    private func questions(_ request: Request) async throws -> ProjectQuestions {
        let today = request.context.today
        return try await ledger.read { try ProjectQuestions.load($0, today: today) }
    }

    private func names(_ document: ProjectDocument) async throws -> ProjectNames {
        try await ledger.read { snapshot in
            ProjectNames(
                theme: try document.theme.flatMap {
                    try snapshot.state(of: Theme.self, $0)?.state.current?.title
                },
                lead: try document.lead.flatMap { try AccountName.of($0, snapshot.reader) })
        }
    }

    private func one(_ id: String, _ request: Request) async throws -> Reply {
        let found = try await found(id)
        let view = ProjectView(
            project: found.project, document: found.document, names: try await names(found.document),
            visitor: request.visitor, today: request.context.today)
        return .page(view.page(), request.context)
    }

    private func initiation(_ id: String, _ request: Request) async throws -> Reply {
        let found = try await found(id)
        let versions = found.project.versions
        let number = request.queryValue("version").map { Int(pathText: $0) ?? 0 } ?? versions.count
        guard (1...versions.count).contains(number) else { throw PageError.notFound }
        let document = versions[number - 1].document
        let view = InitiationView(
            project: found.project, number: number, document: document, names: try await names(document))
        return .page(view.page(found.crumb), request.context)
    }

    // MARK: The document

    private func proposal(_ questions: ProjectQuestions) -> ProgrammeForm<Project> {
        ProgrammeForm(
            ledger: ledger, action: .runProjects, title: "Propose a project",
            thread: [Crumb("Projects", ProjectRoutes.all())], section: ProjectRoutes.section,
            link: ProjectRoutes.propose(), back: ProjectRoutes.all(), button: "Propose project",
            questions: questions.all)
    }

    private func propose(_ request: Request) async throws -> Reply {
        let questions = try await questions(request)
        let editor = Self.editor(request)
        return try await proposal(questions).take(request) { reading in
            guard let document = questions.read(&reading, after: []) else { return nil }
            let edit = ProposeProject(document: document, editor: editor)
            return { try edit.decide(&$0) }
        } done: {
            ProjectRoutes.one($0)
        }
    }

    private static let aspects = [
        FormAspect<Project>("Title", field: "title") { $0.document?.title },
        FormAspect<Project>("Purpose", field: "purpose") { $0.document?.purpose },
        FormAspect<Project>("In scope", field: "in-scope") { $0.document?.inScope },
        FormAspect<Project>("Benefits", field: "benefits") { $0.document?.benefits },
        FormAspect<Project>("Owner", field: "owner") { $0.document?.owner },
        FormAspect<Project>("Milestones", field: "milestones") { project in
            project.document.map { ProjectLines.text($0.milestones) }
        },
    ]

    private func writing(_ found: Found, _ questions: ProjectQuestions) -> ProgrammeForm<Project> {
        ProgrammeForm(
            ledger: ledger, action: .runProjects, title: "Write the document anew", thread: found.crumb,
            section: ProjectRoutes.section, link: ProjectRoutes.write(found.id),
            back: ProjectRoutes.one(found.id), button: "Save new version",
            lead: """
                <p>This becomes version \(found.project.versions.count + 1). Earlier versions stay as they are; the
                board has to agree to the new one.</p>
                """, subject: (found.id, found.version), kinds: [ProjectStated.kind],
            aspects: Self.aspects, questions: questions.all)
    }

    private func write(_ id: String, _ request: Request) async throws -> Reply {
        let (found, questions) = (try await found(id), try await questions(request))
        let editor = Self.editor(request)
        return try await writing(found, questions).take(request) { reading in
            let earlier = found.project.versions.reversed().flatMap(\.document.milestones)
            var seen: Set<Code> = []
            let known = earlier.filter { seen.insert($0.code).inserted }
            guard let document = questions.read(&reading, after: known) else { return nil }
            let edit = RecordOnProject(project: id, change: .document(document), editor: editor)
            return { try edit.decide(&$0) }
        } done: {
            ProjectRoutes.one($0)
        }
    }

    // MARK: Agreement and highlights

    private static let body = TextQuestion("body", "Board or group that agreed", most: 200)
    private static let day = DateQuestion("day", "Day of the agreement")
    private static let words = LongTextQuestion("words", "What was said", most: 2_000, rows: 3).optional()

    private func agreeing(_ found: Found) -> ProgrammeForm<Project> {
        ProgrammeForm(
            ledger: ledger, action: .agreeProjects, title: "Record that \(found.document.title) was agreed",
            thread: found.crumb, section: ProjectRoutes.section, link: ProjectRoutes.agree(found.id),
            back: ProjectRoutes.one(found.id), button: "Record agreement",
            lead: """
                <p>What is agreed is version \(found.project.versions.count) of the initiation document.</p>
                """, subject: (found.id, found.version), kinds: [ProjectStated.kind, ProjectAgreed.kind],
            aspects: Self.aspects, questions: [Self.body, Self.day, Self.words])
    }

    private func agree(_ id: String, _ request: Request) async throws -> Reply {
        let found = try await found(id)
        let editor = Self.editor(request)
        return try await agreeing(found).take(request) { reading in
            let body = reading.ask(Self.body)
            let day = reading.ask(Self.day)
            let words = reading.ask(Self.words) ?? ""
            guard reading.isFine, let body, let day else { return nil }
            let edit = RecordOnProject(
                project: id, change: .agreed(body: body, on: day, words: words), editor: editor)
            return { try edit.decide(&$0) }
        } done: {
            ProjectRoutes.one($0)
        }
    }

    private static let month = MonthQuestion("month", "Month reported on")
    private static let rating = RadiosQuestion(
        "rating", "Rating",
        ProjectHighlight.ratings.map { Choice($0.colour, $0.word, hint: PlanWords.capitalised($0.meaning)) })
    private static let done = LongTextQuestion("done", "Done this month", most: 4_000, rows: 4)
    private static let next = LongTextQuestion("next", "Next month", most: 4_000, rows: 4)
    private static let risks = LongTextQuestion(
        "risks", "Risks and what is done about them", most: 4_000, rows: 3
    )
    .optional()
    private static let decisions = LongTextQuestion(
        "decisions", "Decisions needed from the board", most: 2_000, rows: 2
    ).optional()

    private func highlighting(_ found: Found) -> ProgrammeForm<Project> {
        ProgrammeForm(
            ledger: ledger, action: .runProjects, title: "Highlight report: \(found.document.title)",
            thread: found.crumb, section: ProjectRoutes.section, link: ProjectRoutes.highlight(found.id),
            back: ProjectRoutes.one(found.id), button: "Save report",
            subject: (found.id, found.version), kinds: [ProjectHighlighted.kind, ProjectClosed.kind],
            aspects: [
                FormAspect("Done this month", field: "done") { $0.highlights.last?.data.highlight.done },
                FormAspect("Next month", field: "next") { $0.highlights.last?.data.highlight.next },
                FormAspect("Risks", field: "risks") { $0.highlights.last?.data.highlight.risks },
                FormAspect("Decisions", field: "decisions") { $0.highlights.last?.data.highlight.decisions },
            ],
            questions: [Self.month, Self.rating, Self.done, Self.next, Self.risks, Self.decisions])
    }

    private func highlight(_ id: String, _ request: Request) async throws -> Reply {
        let found = try await found(id)
        let editor = Self.editor(request)
        return try await highlighting(found).take(request) { reading in
            let month = reading.ask(Self.month)
            let rating = reading.ask(Self.rating)
            let done = reading.ask(Self.done)
            let next = reading.ask(Self.next)
            let risks = reading.ask(Self.risks) ?? ""
            let decisions = reading.ask(Self.decisions) ?? ""
            guard reading.isFine, let month, let rating, let done, let next else { return nil }
            let highlight = ProjectHighlight(
                month: month, rating: rating, done: done, next: next, risks: risks, decisions: decisions,
                account: editor.account)
            let edit = RecordOnProject(project: id, change: .highlight(highlight), editor: editor)
            return { try edit.decide(&$0) }
        } done: {
            ProjectRoutes.one($0)
        }
    }
}

/// What a document names by an id, in words.
struct ProjectNames: Sendable {
    let theme: String?
    let lead: String?
}

/// A project as the list shows it.
struct ProjectRow: Sendable {
    let id: String
    let title: String
    let kind: ProjectDocument.Kind
    let theme: String?
    let owner: String
    let status: Project.Status
    let month: Month?
    let rating: Rating.Colour?

    /// All projects by title.
    static func all(_ reader: Reader) throws -> [ProjectRow] {
        try reader.all(
            """
            SELECT subject_id, title, kind, theme, owner, status, last_month, last_rating FROM programme_project
            ORDER BY title, subject_id
            """
        ) { fields in
            ProjectRow(
                id: fields.text(0), title: fields.text(1),
                kind: ProjectDocument.Kind(rawValue: fields.text(2)) ?? .project, theme: fields.textOrNil(3),
                owner: fields.text(4), status: Project.Status(rawValue: fields.text(5)) ?? .proposed,
                month: fields.textOrNil(6).flatMap { Month(iso: $0) },
                rating: fields.textOrNil(7).flatMap(Rating.Colour.init))
        }
    }
}

/// A theme as the list shows it.
struct ThemeRow: Sendable {
    let id: String
    let title: String
    let coChairs: String
    let isClosed: Bool

    /// All themes by title.
    static func all(_ reader: Reader) throws -> [ThemeRow] {
        try reader.all(
            "SELECT subject_id, title, co_chairs, is_closed FROM programme_theme ORDER BY title, subject_id"
        ) {
            ThemeRow(id: $0.text(0), title: $0.text(1), coChairs: $0.text(2), isClosed: $0.flag(3))
        }
    }
}
