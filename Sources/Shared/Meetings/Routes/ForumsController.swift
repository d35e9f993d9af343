import Access
import CivilTime
import Ledger
import Markup
import Pages
import People

/// Forums: the list, one of them, and what it is and by which terms it works.
struct ForumsController: Sendable {
    let desk: Desk

    func register(in table: inout RouteTable) {
        table.add(MeetingsRoutes.meetings) { _, request in try await list(request) }
        table.add(MeetingsRoutes.challenges) { _, request in try await challenges(request) }
        table.add(MeetingsRoutes.reports) { _, request in try await reports(request) }
        table.add(MeetingsRoutes.forum) { id, request in try await forum(id, request) }
        desk.add(MeetingsRoutes.newForum, MeetingsRoutes.openForum, to: &table) { _, _ in opening() }
        desk.add(MeetingsRoutes.describing, MeetingsRoutes.describe, to: &table) { id, _ in
            try await describing(id)
        }
        desk.add(MeetingsRoutes.terms, MeetingsRoutes.agreeTerms, to: &table) { id, request in
            try await terms(id, request.context.today)
        }
        desk.add(MeetingsRoutes.ending, MeetingsRoutes.end, to: &table) { id, _ in try await ending(id) }
    }

    private func list(_ request: Request) async throws -> Reply {
        let today = request.context.today
        let model = try await desk.ledger.read { try ForumListModel(today, $0.reader) }
        return .page(ForumListView.page(model, Sight(request.visitor), today: today), request.context)
    }

    private func challenges(_ request: Request) async throws -> Reply {
        let (rows, names) = try await desk.ledger.read { snapshot in
            (try ChallengeRow.all(snapshot.reader), try ForumRow.names(snapshot.reader))
        }
        return .page(
            LogViews.challenges(rows, names: names, Sight(request.visitor)), request.context)
    }

    private func reports(_ request: Request) async throws -> Reply {
        let today = request.context.today
        let (rows, names) = try await desk.ledger.read { snapshot in
            (try ReportRow.all(snapshot.reader), try ForumRow.names(snapshot.reader))
        }
        return .page(LogViews.reports(rows, names: names, today: today), request.context)
    }

    private func forum(_ id: String, _ request: Request) async throws -> Reply {
        let today = request.context.today
        let model = try await desk.ledger.read { try ForumModel(id, today, $0) }
        return .page(ForumView(model: model, sight: Sight(request.visitor)).page(), request.context)
    }

    // MARK: What it is

    private static let name = Ask.line("name", "Name")
    private static let kind = RadiosQuestion(
        "kind", "What it is", ForumKind.allCases.map { Choice($0, $0.words) })
    private static let purpose = LongTextQuestion(
        "purpose", "What it is for", most: 2_000, rows: 4
    ).hint("In plain words; families read this where the forum is public.")
    private static let isPublic = YesNoQuestion(
        "public", "May the public see it?",
        yes: "Yes: its purpose, terms, members by post, meetings and agreed minutes", no: "No")
    private static let began = Ask.day("began", "Day it began").hint("Leave it empty where unknown.")
        .optional()
    private static let planCode = Ask.line("plan", "Published plan that names it")
        .hint("The plan's id in its address, where a published plan has this body.").optional()
    private static let bodyCode = Ask.line("body", "Its id in that plan").optional()

    private static func ask(_ form: inout Form) {
        form.ask(name, kind, purpose, isPublic, began, planCode, bodyCode)
    }

    private static func read(_ reading: inout Reading) -> ForumDescribed? {
        let name = reading.ask(name)
        let kind = reading.ask(kind)
        let purpose = reading.ask(purpose)
        let isPublic = reading.ask(isPublic)
        let began = reading.ask(began)
        let plan = reading.ask(planCode)
        let body = reading.ask(bodyCode)
        if plan != nil, body == nil {
            reading.refuse("Enter the body's id in the plan, or leave the plan empty", at: bodyCode)
        }
        if plan == nil, body != nil { reading.refuse("Enter the plan's id", at: planCode) }
        guard let name, let kind, let purpose, let isPublic else { return nil }
        let represents = plan.flatMap { plan in body.map { PlanBody(plan: plan.text, body: $0.text) } }
        return ForumDescribed(
            name: name, kind: kind, purpose: purpose, isPublic: isPublic, began: began,
            represents: represents)
    }

    private func opening() -> Sheet {
        Sheet(
            title: "Add a board, group or forum", thread: [ForumListView.crumb],
            to: MeetingsRoutes.openForum(), back: MeetingsRoutes.meetings(), button: "Add",
            ask: { Self.ask(&$0) },
            read: { reading, _ in
                Sheet.deciding(Self.read(&reading)) { described, deciding in
                    try DescribeForum(forum: nil, described: described).decide(&deciding)
                }
            }, next: { MeetingsRoutes.forum($0) })
    }

    private func describing(_ id: String) async throws -> Sheet {
        let found = try await desk.ledger.read { try $0.forum(id) }
        var first = Typed()
        if let held = found.state.description {
            Self.name.fill(&first, with: held.name)
            Self.kind.fill(&first, with: held.kind)
            Self.purpose.fill(&first, with: held.purpose)
            Self.isPublic.fill(&first, with: held.isPublic)
            if let began = held.began { Self.began.fill(&first, with: began) }
            first.set("plan", held.represents?.plan ?? "")
            first.set("body", held.represents?.body ?? "")
        }
        let about = Sheet.About(
            subject: SubjectID(kind: Forum.kind, id: id), version: found.version,
            kinds: [ForumDescribed.kind],
            words: { snapshot, commit in
                let held = try snapshot.known(Forum.self, id, at: commit)?.description
                return [
                    ("Name", held?.name.text), ("What it is for", held?.purpose),
                    ("Public", held.map { $0.isPublic ? "Yes" : "No" }),
                ]
            }, typed: { [$0["name"], $0["purpose"], $0["public"]?.capitalizedFirst] })
        return Sheet(
            title: "Change what \(found.state.name) is", thread: ForumView.thread(found.state),
            to: MeetingsRoutes.describe(id), back: MeetingsRoutes.forum(id), first: first, about: about,
            ask: { Self.ask(&$0) },
            read: { reading, _ in
                Sheet.deciding(Self.read(&reading)) { described, deciding in
                    try DescribeForum(forum: id, described: described).decide(&deciding)
                }
            }, next: { MeetingsRoutes.forum($0) })
    }

    // MARK: Terms and end

    private static let from = Ask.day("from", "Day from which they hold")
    private static let text = LongTextQuestion("terms", "Terms of reference", most: 10_000, rows: 10)
        .hint("Remit, who decides what, how it works.")
    private static let weeks = WholeNumberQuestion(
        "weeks", "How often it meets: every so many weeks", in: 1...52, unit: "weeks"
    ).optional()
    private static let atLeast = WholeNumberQuestion(
        "at-least", "Quorum: the fewest members", in: 1...100, unit: "members")
    private static let each = CheckboxesQuestion(
        "one-of-each", "Quorum: one member at least of each of these",
        Constituency.allCases.map { Choice($0, $0.words) }, none: "Of none in particular")
    private static let deputies = YesNoQuestion("deputies", "Do deputies count towards the quorum?")

    private func terms(_ id: String, _ today: Day) async throws -> Sheet {
        let found = try await desk.ledger.read { try $0.forum(id) }
        var first = Typed()
        if let held = found.state.terms(on: today)?.data {
            Self.text.fill(&first, with: held.text)
            if let weeks = held.everyWeeks { Self.weeks.fill(&first, with: weeks) }
            Self.atLeast.fill(&first, with: held.quorum.atLeast)
            Self.each.fill(&first, with: held.quorum.oneOfEach)
            Self.deputies.fill(&first, with: held.quorum.countsDeputies)
        }
        let about = Sheet.About(
            subject: SubjectID(kind: Forum.kind, id: id), version: found.version, kinds: [TermsAgreed.kind],
            words: { snapshot, commit in
                let held = try snapshot.known(Forum.self, id, at: commit)?.terms.last?.data
                return [("Quorum", held?.quorum.words), ("From", held?.from.short), ("Terms", held?.text)]
            }, typed: { [$0["at-least"], nil, $0["terms"]] })
        return Sheet(
            title: "Record terms of reference", thread: ForumView.thread(found.state),
            to: MeetingsRoutes.agreeTerms(id), back: MeetingsRoutes.forum(id),
            lead: "<p>Earlier terms stay on record. A meeting is judged by those in force on its day.</p>",
            first: first, about: about,
            ask: { $0.ask(Self.from, Self.text, Self.weeks, Self.atLeast, Self.each, Self.deputies) },
            read: { reading, _ in
                Sheet.deciding(Self.readTerms(&reading)) { terms, deciding in
                    try ChangeForum(forum: id, change: .terms(terms)).decide(&deciding)
                }
            }, next: { MeetingsRoutes.forum($0) })
    }

    private static func readTerms(_ reading: inout Reading) -> TermsAgreed? {
        let from = reading.ask(from)
        let text = reading.ask(text)
        let weeks = reading.ask(weeks)
        let atLeast = reading.ask(atLeast)
        let each = reading.ask(each)
        let deputies = reading.ask(deputies)
        guard let from, let text, let atLeast, let each, let deputies else { return nil }
        return TermsAgreed(
            from: from, text: text, everyWeeks: weeks,
            quorum: Quorum(atLeast: atLeast, oneOfEach: each, countsDeputies: deputies))
    }

    private static let lastDay = Ask.day("to", "Last day")

    private func ending(_ id: String) async throws -> Sheet {
        let (found, forums) = try await desk.ledger.read { snapshot in
            (try snapshot.forum(id), try ForumRow.all(snapshot.reader).filter { $0.id != id })
        }
        let successor = Ask.forum("successor", "What takes over", forums).optional()
        let about = Sheet.About(
            subject: SubjectID(kind: Forum.kind, id: id), version: found.version, kinds: [ForumEnded.kind],
            words: { snapshot, commit in
                [("Last day", try snapshot.known(Forum.self, id, at: commit)?.ended?.short)]
            })
        return Sheet(
            title: "Record that \(found.state.name) ends", thread: ForumView.thread(found.state),
            to: MeetingsRoutes.end(id), back: MeetingsRoutes.forum(id),
            lead: "<p>Its meetings and what they decided stay on record. Open actions stay open.</p>",
            about: about, ask: { $0.ask(Self.lastDay, successor) },
            read: { reading, _ in
                let to = reading.ask(Self.lastDay)
                let successor = reading.ask(successor)
                return Sheet.deciding(to) { to, deciding in
                    try ChangeForum(
                        forum: id, change: .end(ForumEnded(to: to, successor: successor))
                    ).decide(&deciding)
                }
            }, next: { MeetingsRoutes.forum($0) })
    }
}

extension Snapshot {
    /// A state as known at a commit, or now where that is nil.
    func known<S: Subject>(_ type: S.Type, _ id: String, at commit: Int?) throws -> S? {
        if let commit { return try state(of: type, id, asKnownAt: commit)?.state }
        return try state(of: type, id)?.state
    }
}
