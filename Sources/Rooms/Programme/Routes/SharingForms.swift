import CivilTime
import Markup
import Pages

/// The forms of sets of evidence.
struct SharingForms: Sendable {
    typealias ItemForm = RegisterForm<SharingSet>

    let around: RegisterSurroundings
    let today: Day
    /// The account of who fills them in.
    let account: String

    private static let recipient = RegisterAsk.line("recipient", "Who receives it")
    private static let arrangement = RegisterAsk.line("arrangement", "Arrangement under which it is shared")
        .hint("Such as the improvement notice, or an agreement and its date.")
    private static let about = RegisterAsk.text("about", "What it is to show").optional()

    private var parts: [ItemForm.Part] {
        let questions: [any Question] = [
            RegisterAsk.title, Self.recipient, Self.arrangement, Self.about, RegisterAsk.plan(around),
            RegisterAsk.objectives,
        ]
        return questions.map { .question($0) }
    }

    private func details(_ reading: inout Reading) -> SharingDetails? {
        let (title, recipient) = (reading.ask(RegisterAsk.title), reading.ask(Self.recipient))
        let (arrangement, about) = (reading.ask(Self.arrangement), reading.ask(Self.about))
        let serving = RegisterAsk.serving(around, &reading)
        guard reading.isFine, let title, let recipient, let arrangement else { return nil }
        return SharingDetails(
            title: title, recipient: recipient, arrangement: arrangement, about: about ?? "", serving: serving
        )
    }

    func new() -> ItemForm {
        ItemForm(title: "Begin a set of evidence", button: "Begin set", parts: parts) { reading in
            guard let details = details(&reading) else { return nil }
            let recording = RecordSharingSet(details)
            return RegisterGiven { try recording.decide(&$0) }
        }
    }

    func form(_ name: SharingForm, _ set: SharingSet, _ preset: Typed) -> ItemForm? {
        switch name {
        case .details: change(set)
        case .add: add(set)
        case .remove: set.papers.isEmpty ? nil : remove(set, preset)
        case .checklist: checklist(set)
        case .shared: shared(set)
        }
    }

    private func given(_ change: RecordOnSharingSet.Change, _ set: SharingSet) -> RegisterGiven {
        let recording = RecordOnSharingSet(change, on: set.id)
        return RegisterGiven { try recording.decide(&$0) }
    }

    private func change(_ set: SharingSet) -> ItemForm {
        var first = Typed()
        if let held = set.details {
            RegisterAsk.title.fill(&first, with: held.title)
            Self.recipient.fill(&first, with: held.recipient)
            Self.arrangement.fill(&first, with: held.arrangement)
            Self.about.fill(&first, with: held.about)
            RegisterAsk.fill(&first, with: held.serving, around)
        }
        return ItemForm(
            title: "Change \(set.details?.title ?? "the set")", kinds: [SharingStated.kind],
            aspects: [
                .init("Title", field: "title") { $0.details?.title },
                .init("Who receives it", field: "recipient") { $0.details?.recipient },
                .init("Arrangement", field: "arrangement") { $0.details?.arrangement },
            ], parts: parts, first: first
        ) { reading in
            details(&reading).map { given(.details($0), set) }
        }
    }

    /// Every form on the papers depends on all of them, because what was made sure of is about the whole.
    private static let contents: Set<String> = [
        SharingAdded.kind, SharingRemoved.kind, SharingChecked.kind, SharingDone.kind,
    ]
    private static let aspects: [RegisterAspect<SharingSet>] = [
        .init(
            "Papers in it",
            { set in
                set.papers.isEmpty ? "None" : set.papers.map(\.title).joined(separator: "; ")
            }, typed: { $0["title"] }),
        .init(
            "Made sure of", { "\($0.checks.count) of \(SharingCheck.allCases.count)" },
            typed: { $0.values("checks").isEmpty ? nil : "\($0.values("checks").count) ticked" }),
        .init("Shared", { $0.shared?.short }, typed: RegisterAsk.typedDay("day")),
    ]

    private func add(_ set: SharingSet) -> ItemForm {
        let shows = RegisterAsk.text("shows", "What it shows").optional()
        let questions: [any Question] = [RegisterAsk.title, shows, RegisterAsk.file, RegisterAsk.link]
        let again: HTML =
            set.checks.isEmpty
            ? "" : "<p>After a paper is put in, the checklist has to be gone through again.</p>"
        return ItemForm(
            title: "Put a paper into \(set.details?.title ?? "the set")", button: "Put in",
            kinds: Self.contents, aspects: Self.aspects,
            parts: [.words(again)] + questions.map { .question($0) }
        ) { reading in
            let (title, words) = (reading.ask(RegisterAsk.title), reading.ask(shows) ?? "")
            let paper = RegisterAsk.paper(&reading)
            guard let title else { return nil }
            var given = given(.add(title, shows: words, paper), set)
            given.upload = paper.upload
            return given
        }
    }

    private func remove(_ set: SharingSet, _ preset: Typed) -> ItemForm {
        let which = SelectQuestion("paper", "Which paper", set.papers.map { Choice($0.entry, $0.title) })
        let why = RegisterAsk.text("why", "Why")
        return ItemForm(
            title: "Take a paper out", button: "Take out", kinds: Self.contents, aspects: Self.aspects,
            parts: [.question(which), .question(why)], first: preset
        ) { reading in
            let (paper, words) = (reading.ask(which), reading.ask(why))
            guard let paper, let words else { return nil }
            return given(.remove(paper, why: words), set)
        }
    }

    private func checklist(_ set: SharingSet) -> ItemForm {
        let checks = CheckboxesQuestion(
            "checks", "What you have made sure of", SharingCheck.allCases.map { Choice($0, $0.words) }
        ).whenEmpty(RegisterRefusal.nothingChecked.forPerson.withoutStop)
        var first = Typed()
        checks.fill(&first, with: SharingCheck.allCases.filter(set.checks.contains))
        return ItemForm(
            title: "Checklist of \(set.details?.title ?? "the set")", button: "Save checklist",
            kinds: Self.contents, aspects: Self.aspects, parts: [.question(checks)], first: first
        ) { reading in
            let account = account
            return reading.ask(checks).map { given(.checked($0, by: account), set) }
        }
    }

    private func shared(_ set: SharingSet) -> ItemForm {
        let day = RegisterAsk.day("Shared on", today)
        let by = RegisterAsk.line("by", "Who shared it").hint("A post.")
        let how = RegisterAsk.line("how", "How it was sent")
        let missing = SharingCheck.allCases.filter { !set.checks.contains($0) }
        let warning: HTML =
            missing.isEmpty
            ? ""
            : """
            \(Kit.warning("Not everything on the checklist was made sure of."))\
            \(Kit.bullets(missing.map(\.words)))<p>If it was shared nevertheless, record it: the page will say so.</p>
            """
        return ItemForm(
            title: "Record that \(set.details?.title ?? "it") was shared", button: "Record sharing",
            kinds: Self.contents, aspects: Self.aspects,
            parts: [.words(warning), .question(day), .question(by), .question(how)]
        ) { reading in
            let (on, who, way) = (reading.ask(day), reading.ask(by), reading.ask(how))
            guard let on, let who, let way else { return nil }
            return given(.shared(on, by: who, account: account, how: way), set)
        }
    }
}
