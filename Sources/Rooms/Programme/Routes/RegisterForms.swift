import CivilTime
import Markup
import Pages

/// The forms of things in a register.
struct RegisterForms: Sendable {
    typealias ItemForm = RegisterForm<RegisterItem>

    let around: RegisterSurroundings
    let today: Day

    // MARK: What all ask

    private static let dates: [(name: String, label: String, hint: String)] = [
        ("began", "Work on it began", "Also the day of an event."),
        ("due", "To be agreed or published by", ""),
        ("published", "Published", ""),
        ("ends", "Last day that it holds", ""),
        ("review", "To be looked at again on", ""),
    ]

    private func date(_ name: String) -> DateQuestion {
        let words = Self.dates.first { $0.name == name }
        let latest: DateLimit? = name == "published" ? .today(today) : nil
        let question = DateQuestion(name, words?.label ?? name, latest: latest)
        return words?.hint.isEmpty == false
            ? question.hint(words?.hint ?? "").optional() : question.optional()
    }

    private func parts(_ kind: RegisterKind) -> [ItemForm.Part] {
        let shared: [any Question] = [
            RegisterAsk.title, RegisterAsk.owner, RegisterAsk.plan(around), RegisterAsk.objectives,
        ]
        let dates = Self.dates.map { date($0.name) as any Question }
        let own = kind.questions.map(\.question)
        return shared.map { .question($0) } + [.words("<h2>Days</h2>")] + dates.map { .question($0) }
            + (own.isEmpty ? [] : [.words("<h2>What it holds</h2>")]) + own.map { .question($0) }
    }

    private func details(_ kind: RegisterKind, _ reading: inout Reading) -> RegisterDetails? {
        let title = reading.ask(RegisterAsk.title)
        let owner = reading.ask(RegisterAsk.owner)
        let serving = RegisterAsk.serving(around, &reading)
        var days: [String: Day] = [:]
        for (name, _, _) in Self.dates { days[name] = reading.ask(date(name)) }
        var answers: [String: String] = [:]
        for question in kind.questions { answers[question.id] = question.read(&reading) }
        if let from = days["began"], let to = days["ends"], to < from {
            let refusal = RegisterRefusal.endBeforeBeginning(from: from, to: to)
            reading.refuse(refusal.forPerson.withoutStop, at: date("ends"))
        }
        guard reading.isFine, let title, let owner else { return nil }
        return RegisterDetails(
            title: title, owner: owner, serving: serving, began: days["began"], due: days["due"],
            published: days["published"], ends: days["ends"], review: days["review"], answers: answers)
    }

    /// A form for a new thing.
    func new(_ kind: RegisterKind) -> ItemForm {
        var first = Typed()
        if let plan = around.plans.first { RegisterAsk.plan(around).fill(&first, with: plan.code) }
        return ItemForm(
            title: "Add \(kind.one)", button: "Add \(kind.one)", parts: parts(kind), first: first
        ) { reading in
            guard let details = details(kind, &reading) else { return nil }
            let recording = RecordRegisterItem(kind, details)
            return RegisterGiven { try recording.decide(&$0) }
        }
    }

    /// A form on a thing; nil where its kind has no such form.
    func form(_ name: RegisterItemForm, _ item: RegisterItem, _ preset: Typed) -> ItemForm? {
        guard let kind = item.register else { return nil }
        switch name {
        case .details: return change(item, kind)
        case .version: return version(item)
        case .coproduction: return coproduction(item)
        case .action: return kind.hasActions ? action(item) : nil
        case .actionState: return item.actions.isEmpty ? nil : actionState(item, preset)
        case .status: return status(item)
        case .publicity: return publicity(item)
        }
    }

    private func given(_ change: RecordOnRegisterItem.Change, _ item: RegisterItem) -> RegisterGiven {
        let recording = RecordOnRegisterItem(change, on: item.id)
        return RegisterGiven { try recording.decide(&$0) }
    }

    // MARK: Details

    private func change(_ item: RegisterItem, _ kind: RegisterKind) -> ItemForm {
        var first = Typed()
        if let held = item.details {
            RegisterAsk.title.fill(&first, with: held.title)
            RegisterAsk.owner.fill(&first, with: held.owner)
            RegisterAsk.fill(&first, with: held.serving, around)
            for (name, day) in [
                ("began", held.began), ("due", held.due), ("published", held.published),
                ("ends", held.ends), ("review", held.review),
            ] {
                if let day { date(name).fill(&first, with: day) }
            }
            for question in kind.questions {
                if let answer = held.answers[question.id] { first.set(question.field, answer) }
            }
        }
        return ItemForm(
            title: "Change \(item.details?.title ?? kind.one)", kinds: [RegisterStated.kind],
            aspects: Self.aspects(kind), parts: parts(kind), first: first
        ) { reading in
            details(kind, &reading).map { given(.details($0), item) }
        }
    }

    private static func aspects(_ kind: RegisterKind) -> [RegisterAspect<RegisterItem>] {
        let shared: [RegisterAspect<RegisterItem>] = [
            .init("Title", field: "title") { $0.details?.title },
            .init("Who answers for it", field: "owner") { $0.details?.owner },
            .init("Objectives", field: "objectives") { item in
                item.details.map { $0.serving.objectives.map(\.text).joined(separator: ", ") }
            },
            .init("Due", { $0.details?.due?.short }, typed: RegisterAsk.typedDay("due")),
            .init("Last day", { $0.details?.ends?.short }, typed: RegisterAsk.typedDay("ends")),
            .init("Looked at again", { $0.details?.review?.short }, typed: RegisterAsk.typedDay("review")),
        ]
        return shared
            + kind.questions.map { question in
                RegisterAspect(question.label, field: question.field) { item in
                    item.details?.answers[question.id].map(question.words)
                }
            }
    }

    // MARK: Versions, co-production, actions

    private func version(_ item: RegisterItem) -> ItemForm {
        let day = RegisterAsk.day("Day of this version", today)
        let changed = RegisterAsk.text("changed", "What changed since the version before").optional()
        let isPublic = YesNoQuestion(
            "public", "May everybody read this version?", yes: "Yes", no: "No, it is a draft or internal")
        return ItemForm(
            title: "Record a version of \(item.details?.title ?? "it")", button: "Record version",
            kinds: [RegisterVersioned.kind],
            aspects: [
                .init("Last version", field: "number") { item in
                    item.versions.last.map { "\($0.number.text), \($0.day.short)" }
                }
            ],
            parts: ([RegisterAsk.number, day, RegisterAsk.file, RegisterAsk.link, changed, isPublic]
                as [any Question]).map { .question($0) }
        ) { reading in
            let number = reading.ask(RegisterAsk.number)
            let on = reading.ask(day)
            let paper = RegisterAsk.paper(&reading)
            let words = reading.ask(changed) ?? ""
            let open = reading.ask(isPublic)
            guard let number, let on, let open else { return nil }
            var given = given(.version(number, on, paper, changed: words, isPublic: open), item)
            given.upload = paper.upload
            return given
        }
    }

    private func coproduction(_ item: RegisterItem) -> ItemForm {
        let day = RegisterAsk.day("Day", today)
        let groups = CoproductionGroup.allCases.map {
            WholeNumberQuestion($0.rawValue, $0.words, in: 0...10_000, unit: "people").optional()
        }
        let said = RegisterAsk.text("said", "What they said").hint("In general words; nobody is named.")
        let changed = RegisterAsk.text("changed", "What changed because of it")
            .hint("Say so where nothing has changed yet.")
        let intro: HTML = "<h2>Who took part</h2><p>Count people; never name them.</p>"
        return ItemForm(
            title: "Record how \(item.details?.title ?? "it") was shaped together",
            button: "Record co-production",
            kinds: [RegisterCoproduced.kind],
            aspects: [
                .init("Times recorded", { "\($0.coproductions.count)" }, typed: { _ in nil }),
                .init("What was said last", field: "said") { $0.coproductions.last?.said },
            ],
            parts: [.question(day), .words(intro)] + groups.map { .question($0) }
                + [.question(said), .question(changed)]
        ) { reading in
            let on = reading.ask(day)
            var who: [Participants] = []
            for (group, question) in zip(CoproductionGroup.allCases, groups) {
                if let number = reading.ask(question), number > 0 { who.append(Participants(group, number)) }
            }
            if let first = groups.first, who.isEmpty {
                reading.refuse(RegisterRefusal.nobody.forPerson.withoutStop, at: first)
            }
            let (words, effect) = (reading.ask(said), reading.ask(changed))
            guard let on, let words, let effect else { return nil }
            return given(.coproduction(on, who, said: words, changed: effect), item)
        }
    }

    private func action(_ item: RegisterItem) -> ItemForm {
        let text = RegisterAsk.text("text", "What is to be done")
        let due = RegisterAsk.due()
        return ItemForm(
            title: "Add an action to \(item.details?.title ?? "it")", button: "Add action",
            kinds: [RegisterActionAgreed.kind],
            aspects: [.init("Last action", field: "text") { $0.actions.last?.text }],
            parts: [.question(text), .question(RegisterAsk.owner), .question(due)]
        ) { reading in
            let (words, owner, day) = (reading.ask(text), reading.ask(RegisterAsk.owner), reading.ask(due))
            guard let words, let owner else { return nil }
            return given(.action(words, owner: owner, due: day), item)
        }
    }

    private func actionState(_ item: RegisterItem, _ preset: Typed) -> ItemForm {
        let which = RegisterAsk.actions(item.actions)
        let day = RegisterAsk.day("Day on which it stood so", today)
        let words = RegisterAsk.text("words", "In words").optional()
        return ItemForm(
            title: "Record how an action goes", kinds: [RegisterActionReported.kind],
            aspects: [
                .init("What was recorded last", field: "words") { item in
                    item.actions.flatMap(\.reports).max { $0.day < $1.day }.map {
                        "\($0.state.words), \($0.day.short). \($0.words)"
                    }
                }
            ],
            parts: ([which, RegisterAsk.actionState, day, words] as [any Question]).map { .question($0) },
            first: preset
        ) { reading in
            let (action, state) = (reading.ask(which), reading.ask(RegisterAsk.actionState))
            let (on, said) = (reading.ask(day), reading.ask(words) ?? "")
            guard let action, let state, let on else { return nil }
            return given(.actionState(action, state, on, words: said), item)
        }
    }

    // MARK: Status

    private func status(_ item: RegisterItem) -> ItemForm {
        let status = RadiosQuestion("status", "Status", RegisterStatus.allCases.map { Choice($0, $0.words) })
        let day = RegisterAsk.day("Since which day", today)
        let words = RegisterAsk.text("words", "Who agreed it, and what is to be known").optional()
        return ItemForm(
            title: "Record the status of \(item.details?.title ?? "it")", kinds: [RegisterStatusReached.kind],
            aspects: [
                .init(
                    "Status", { $0.status.words },
                    typed: { typed in
                        typed["status"].flatMap(RegisterStatus.init(rawValue:))?.words
                    })
            ],
            parts: ([status, day, words] as [any Question]).map { .question($0) }
        ) { reading in
            let (reached, on, said) = (reading.ask(status), reading.ask(day), reading.ask(words) ?? "")
            guard let reached, let on else { return nil }
            return given(.status(reached, on, words: said), item)
        }
    }

    private func publicity(_ item: RegisterItem) -> ItemForm {
        let lead: HTML = """
            <p>Its public page shows its title, who answers for it, its days, what it holds, the versions marked as \
            public, co-production and actions. It never shows what a question marks as internal.</p>
            """
        return ItemForm(
            title: "Who may read \(item.details?.title ?? "it")", kinds: [RegisterOpened.kind],
            aspects: [
                .init("May everybody read it?", { $0.isOpened ? "Yes" : "No" }, typed: { $0["public"] })
            ], parts: [.words(lead), .question(RegisterAsk.isPublic)]
        ) { reading in
            reading.ask(RegisterAsk.isPublic).map { given(.publicity($0), item) }
        }
    }
}
