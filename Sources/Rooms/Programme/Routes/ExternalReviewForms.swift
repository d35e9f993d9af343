import CivilTime
import Markup
import Pages

/// The forms of reviews from outside.
struct ExternalReviewForms: Sendable {
    typealias ItemForm = RegisterForm<ExternalReview>

    let around: RegisterSurroundings
    let today: Day

    // MARK: What is known of it

    private static let kind = RadiosQuestion(
        "kind", "What it is", ReviewKind.allCases.map { Choice($0, $0.words) })
    private static let body = RegisterAsk.line("body", "Who reviews")
    private static let planned = DateQuestion("planned", "Planned for")
        .hint("Where only the month is known, give any day in it and say so below.").optional()
    private static let isDayKnown = YesNoQuestion("day-known", "Is the day known?", no: "Only the month")
    private static let scope = RegisterAsk.text("scope", "What it looks at").optional()
    private static let asked = RegisterAsk.text("asked", "What the partnership is asked for").optional()
    private static let next = DateQuestion("next", "The next of its kind is expected on").optional()

    private var parts: [ItemForm.Part] {
        let questions: [any Question] = [
            Self.kind, RegisterAsk.title, Self.body, Self.planned, Self.isDayKnown.optional(), Self.scope,
            Self.asked, RegisterAsk.plan(around), RegisterAsk.objectives, Self.next,
        ]
        return questions.map { .question($0) }
    }

    private func details(_ reading: inout Reading) -> ReviewDetails? {
        let (kind, title) = (reading.ask(Self.kind), reading.ask(RegisterAsk.title))
        let (body, planned) = (reading.ask(Self.body), reading.ask(Self.planned))
        let isDayKnown = reading.ask(Self.isDayKnown.optional())
        let (scope, asked) = (reading.ask(Self.scope), reading.ask(Self.asked))
        let serving = RegisterAsk.serving(around, &reading)
        let next = reading.ask(Self.next)
        guard reading.isFine, let kind, let title, let body else { return nil }
        return ReviewDetails(
            kind: kind, title: title, body: body, planned: planned, isDayKnown: isDayKnown ?? true,
            scope: scope ?? "", asked: asked ?? "", serving: serving, next: next)
    }

    func new() -> ItemForm {
        ItemForm(title: "Add a review", button: "Add review", parts: parts) { reading in
            guard let details = details(&reading) else { return nil }
            let recording = RecordExternalReview(details)
            return RegisterGiven { try recording.decide(&$0) }
        }
    }

    func form(_ name: ExternalReviewForm, _ review: ExternalReview, _ preset: Typed) -> ItemForm? {
        switch name {
        case .details: change(review)
        case .held: held(review)
        case .findings: findings(review)
        case .paper: paper(review)
        case .action: action(review)
        case .actionState: review.actions.isEmpty ? nil : actionState(review, preset)
        case .publicity: publicity(review)
        }
    }

    private func given(_ change: RecordOnExternalReview.Change, _ review: ExternalReview) -> RegisterGiven {
        let recording = RecordOnExternalReview(change, on: review.id)
        return RegisterGiven { try recording.decide(&$0) }
    }

    private func change(_ review: ExternalReview) -> ItemForm {
        var first = Typed()
        if let held = review.details {
            Self.kind.fill(&first, with: held.kind)
            RegisterAsk.title.fill(&first, with: held.title)
            Self.body.fill(&first, with: held.body)
            if let day = held.planned {
                Self.planned.fill(&first, with: day)
                Self.isDayKnown.fill(&first, with: held.isDayKnown)
            }
            Self.scope.fill(&first, with: held.scope)
            Self.asked.fill(&first, with: held.asked)
            RegisterAsk.fill(&first, with: held.serving, around)
            if let day = held.next { Self.next.fill(&first, with: day) }
        }
        return ItemForm(
            title: "Change \(review.details?.title ?? "the review")", kinds: [ReviewStated.kind],
            aspects: [
                .init("Title", field: "title") { $0.details?.title },
                .init("Who reviews", field: "body") { $0.details?.body },
                .init(
                    "Planned for", { $0.details?.plannedWords }, typed: RegisterAsk.typedDay("planned")),
                .init("What it looks at", field: "scope") { $0.details?.scope },
                .init("What is asked for", field: "asked") { $0.details?.asked },
                .init(
                    "The next is expected", { $0.details?.next?.short }, typed: RegisterAsk.typedDay("next")),
            ], parts: parts, first: first
        ) { reading in
            details(&reading).map { given(.details($0), review) }
        }
    }

    // MARK: What happened

    private func held(_ review: ExternalReview) -> ItemForm {
        let day = RegisterAsk.day("Day on which it was held, or the notice was given", today)
        let words = RegisterAsk.text("words", "Who was spoken with, and what was shown")
            .hint("Posts and groups, nobody by name.").optional()
        return ItemForm(
            title: "Record that \(review.details?.title ?? "it") was held", kinds: [ReviewHeld.kind],
            aspects: [.init("Held", { $0.days.last?.day.short }, typed: RegisterAsk.typedDay("day"))],
            parts: [.question(day), .question(words)]
        ) { reading in
            let (on, said) = (reading.ask(day), reading.ask(words) ?? "")
            return on.map { given(.held($0, words: said), review) }
        }
    }

    private func findings(_ review: ExternalReview) -> ItemForm {
        let day = RegisterAsk.day("Day on which the findings were told or published", today)
        let strengths = RegisterAsk.text("strengths", "What goes well").optional()
        let found = RegisterAsk.text("findings", "What must get better")
        return ItemForm(
            title: "Record what \(review.details?.title ?? "it") found", button: "Record findings",
            kinds: [ReviewFound.kind],
            aspects: [
                .init("What goes well", field: "strengths") { $0.outcomes.last?.strengths },
                .init("What must get better", field: "findings") { $0.outcomes.last?.findings },
            ], parts: ([day, strengths, found] as [any Question]).map { .question($0) }
        ) { reading in
            let (on, good, bad) = (reading.ask(day), reading.ask(strengths) ?? "", reading.ask(found))
            guard let on, let bad else { return nil }
            return given(.found(on, strengths: good, findings: bad), review)
        }
    }

    private func paper(_ review: ExternalReview) -> ItemForm {
        let day = RegisterAsk.day("Day of the paper", today)
        let isPublic = YesNoQuestion("public", "May everybody read this paper?")
        let questions: [any Question] = [
            RegisterAsk.title, day, RegisterAsk.file, RegisterAsk.link, isPublic,
        ]
        return ItemForm(
            title: "Add a paper of \(review.details?.title ?? "the review")", button: "Add paper",
            kinds: [ReviewPaper.kind],
            aspects: [.init("Last paper", field: "title") { $0.papers.last?.title }],
            parts: questions.map { .question($0) }
        ) { reading in
            let (title, on) = (reading.ask(RegisterAsk.title), reading.ask(day))
            let paper = RegisterAsk.paper(&reading)
            let open = reading.ask(isPublic)
            guard let title, let on, let open else { return nil }
            var given = given(.paper(title, on, paper, isPublic: open), review)
            given.upload = paper.upload
            return given
        }
    }

    private func action(_ review: ExternalReview) -> ItemForm {
        let text = RegisterAsk.text("text", "What is to be done")
        let due = RegisterAsk.due()
        let questions: [any Question] = [
            text, RegisterAsk.owner, due, RegisterAsk.plan(around), RegisterAsk.objectives,
        ]
        return ItemForm(
            title: "Add an action that follows", button: "Add action", kinds: [ReviewActionAgreed.kind],
            aspects: [.init("Last action", field: "text") { $0.actions.last?.text }],
            parts: questions.map { .question($0) }
        ) { reading in
            let (words, owner, day) = (reading.ask(text), reading.ask(RegisterAsk.owner), reading.ask(due))
            let serving = RegisterAsk.serving(around, &reading)
            guard let words, let owner else { return nil }
            return given(.action(words, owner: owner, due: day, serving), review)
        }
    }

    private func actionState(_ review: ExternalReview, _ preset: Typed) -> ItemForm {
        let which = RegisterAsk.actions(review.actions)
        let day = RegisterAsk.day("Day on which it stood so", today)
        let words = RegisterAsk.text("words", "In words").optional()
        let questions: [any Question] = [which, RegisterAsk.actionState, day, words]
        return ItemForm(
            title: "Record how an action goes", kinds: [ReviewActionReported.kind],
            aspects: [
                .init("What was recorded last", field: "words") { review in
                    review.actions.flatMap(\.reports).max { $0.day < $1.day }.map {
                        "\($0.state.words), \($0.day.short). \($0.words)"
                    }
                }
            ], parts: questions.map { .question($0) }, first: preset
        ) { reading in
            let (action, state) = (reading.ask(which), reading.ask(RegisterAsk.actionState))
            let (on, said) = (reading.ask(day), reading.ask(words) ?? "")
            guard let action, let state, let on else { return nil }
            return given(.actionState(action, state, on, words: said), review)
        }
    }

    private func publicity(_ review: ExternalReview) -> ItemForm {
        ItemForm(
            title: "Who may read of \(review.details?.title ?? "the review")", kinds: [ReviewOpened.kind],
            aspects: [
                .init("May everybody read it?", { $0.isOpened ? "Yes" : "No" }, typed: { $0["public"] })
            ],
            parts: [
                .words("<p>Its papers are public only where each is marked so as well.</p>"),
                .question(RegisterAsk.isPublic),
            ]
        ) { reading in
            reading.ask(RegisterAsk.isPublic).map { given(.publicity($0), review) }
        }
    }
}
