import CivilTime
import Markup
import Pages

/// The forms of recommendations.
struct RecommendationForms: Sendable {
    typealias ItemForm = RegisterForm<Recommendation>

    let around: RegisterSurroundings
    let today: Day

    private static let committee = RegisterAsk.line("committee", "Committee that recommends")
    private static let report = RegisterAsk.line("report", "Report in which it stands")
    private static let number = WholeNumberQuestion("number", "Number in the report", in: 1...999)
    private static let paragraph = WholeNumberQuestion("paragraph", "Paragraph", in: 1...9_999).optional()
    private static let text = RegisterAsk.text("text", "What is recommended, in its own words")
    private static let response = RegisterAsk.text("response", "Answer")
    private static let acceptance = RadiosQuestion(
        "acceptance", "Is it accepted?",
        Acceptance.allCases.map { Choice(Optional($0), key: $0.rawValue, $0.words) }
            + [Choice(nil, key: "not-stated", "The answer does not say so")], dividesLast: true)
    private static let owner = RegisterAsk.line("owner", "Who answers for it").hint(
        "A post or an organisation."
    ).optional()
    private static let isPublished = YesNoQuestion("public", "Is the report published?")
        .hint(
            "Recommendations of a published report, their answers and what becomes of them are public here.")

    private var reportDay: DateQuestion {
        DateQuestion("day", "Day of the report", latest: .today(today))
    }

    func new() -> ItemForm {
        let questions: [any Question] = [
            Self.committee, Self.report, reportDay, Self.number, Self.paragraph, Self.text,
            Self.isPublished,
        ]
        return ItemForm(
            title: "Add a recommendation", button: "Add recommendation",
            parts: questions.map { .question($0) }
        ) { reading in
            let (committee, report) = (reading.ask(Self.committee), reading.ask(Self.report))
            let (day, number) = (reading.ask(reportDay), reading.ask(Self.number))
            let (paragraph, words) = (reading.ask(Self.paragraph), reading.ask(Self.text))
            let isPublished = reading.ask(Self.isPublished)
            guard let committee, let report, let day, let number, let words, let isPublished else {
                return nil
            }
            let text = RecommendationText(
                committee: committee, report: CommitteeReport(title: report, day: day), number: number,
                paragraph: paragraph, text: words)
            let recording = RecordRecommendation(text, answer: nil, isPublished: isPublished)
            return RegisterGiven { try recording.decide(&$0) }
        }
    }

    func form(_ name: RecommendationForm, _ held: Recommendation, _ text: RecommendationText) -> ItemForm {
        switch name {
        case .answer: answer(held, text)
        case .followUp: followUp(held, text)
        case .publicity: publicity(held)
        }
    }

    private func given(_ change: RecordOnRecommendation.Change, _ held: Recommendation) -> RegisterGiven {
        let recording = RecordOnRecommendation(change, on: held.id)
        return RegisterGiven { try recording.decide(&$0) }
    }

    private func day(_ label: String, _ text: RecommendationText) -> DateQuestion {
        DateQuestion(
            "day", label, earliest: .named(text.report.day, "the day of the report"), latest: .today(today))
    }

    private func answer(_ held: Recommendation, _ text: RecommendationText) -> ItemForm {
        let day = day("Day of the answer", text)
        var first = Typed()
        if let answer = held.answer {
            Self.response.fill(&first, with: answer.response)
            Self.acceptance.fill(&first, with: answer.acceptance)
            if let owner = answer.owner { Self.owner.fill(&first, with: owner) }
            RegisterAsk.fill(&first, with: answer.serving, around)
        }
        let questions: [any Question] = [
            Self.response, Self.acceptance, Self.owner, RegisterAsk.plan(around), RegisterAsk.objectives, day,
        ]
        return ItemForm(
            title: "Answer recommendation \(text.number)", button: "Record answer",
            kinds: [RecommendationAnswered.kind],
            aspects: [
                .init("Answer", field: "response") { $0.answer?.response },
                .init(
                    "Is it accepted?", { $0.answer?.acceptance?.words },
                    typed: { $0["acceptance"].flatMap(Acceptance.init(rawValue:))?.words }),
                .init("Who answers for it", field: "owner") { $0.answer?.owner },
                .init("Objectives", field: "objectives") { held in
                    held.answer.map { $0.serving.objectives.map(\.text).joined(separator: ", ") }
                },
            ], parts: [.words(Self.quote(text))] + questions.map { .question($0) }, first: first
        ) { reading in
            let (response, acceptance) = (reading.ask(Self.response), reading.ask(Self.acceptance))
            let owner = reading.ask(Self.owner)
            let serving = RegisterAsk.serving(around, &reading)
            let on = reading.ask(day)
            guard let response, let acceptance, let on else { return nil }
            let answer = RecommendationAnswer(
                response: response, acceptance: acceptance, owner: owner, serving: serving)
            return given(.answer(answer, on), held)
        }
    }

    private func followUp(_ held: Recommendation, _ text: RecommendationText) -> ItemForm {
        let day = day("Day on which it stood so", text)
        let state = RadiosQuestion(
            "state", "Where it stands", FollowUpState.allCases.map { Choice($0, $0.words) })
        let words = RegisterAsk.text("words", "What has been done, and how it is known")
        return ItemForm(
            title: "Follow up recommendation \(text.number)", button: "Record follow-up",
            kinds: [RecommendationFollowedUp.kind],
            aspects: [
                .init(
                    "Where it stands", { $0.state.words },
                    typed: { $0["state"].flatMap(FollowUpState.init(rawValue:))?.words }),
                .init("In words", field: "words") { $0.followUps.last?.words },
            ],
            parts: [.words(Self.quote(text)), .question(state), .question(day), .question(words)]
        ) { reading in
            let (now, on, said) = (reading.ask(state), reading.ask(day), reading.ask(words))
            guard let now, let on, let said else { return nil }
            return given(.followUp(now, on, words: said), held)
        }
    }

    private func publicity(_ held: Recommendation) -> ItemForm {
        ItemForm(
            title: "Is the report of recommendation \(held.text?.number ?? 0) published?",
            kinds: [RecommendationOpened.kind],
            aspects: [
                .init(
                    "Is the report published?", { $0.isPublished ? "Yes" : "No" }, typed: { $0["public"] })
            ], parts: [.question(Self.isPublished)]
        ) { reading in
            reading.ask(Self.isPublished).map { given(.publicity($0), held) }
        }
    }

    private static func quote(_ text: RecommendationText) -> HTML {
        Kit.inset("<p><strong>\(text.committee)</strong></p>\(RegisterWords.paragraphs(text.text))")
    }
}
