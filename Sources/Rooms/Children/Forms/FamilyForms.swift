import CivilTime
import Pages
import People

/// The questions about an adult around a child, who may not be recorded yet.
struct AdultQuestions: Sendable {
    static let other = "somebody-else"
    /// Which of the recorded people with the same name it is, or that it is none of them.
    static let sameField = "same-person"
    static let nobody = "none-of-them"

    let child: String
    let adult: RadiosQuestion<String>
    let name = Ask.personName("name", "Full name").hint("Where you chose somebody else.").optional()
    let kind = SelectQuestion(
        "kind", "What they are to the child", RelationshipKind.allCases.map { Choice($0, $0.name) })
    let responsibility = SelectQuestion(
        "responsibility", "Parental responsibility",
        ResponsibilitySource.allCases.map { Choice($0, $0.name.capitalizedFirst) }
    ).hint("How it is known. Leave it empty where it is not known that they have it.").optional()
    let responsibleFrom = DateQuestion("responsible-from", "Parental responsibility since")
        .hint("Leave it empty where it is since the same day.").optional()
    let lives = YesNoQuestion("lives-with", "Does the child live with them?")

    init(_ setting: FormSetting) {
        child = setting.child.id
        adult = RadiosQuestion(
            "adult", "Who it is", setting.adultChoices + [Choice(Self.other, "Somebody else")],
            dividesLast: !setting.adults.isEmpty)
    }

    var all: [any Question] {
        [adult, name, kind, Ask.from, Ask.to, responsibility, responsibleFrom, lives]
    }

    func read(_ reading: inout Reading) -> [Change] {
        let (chosen, name, kind) = (reading.ask(adult), reading.ask(name), reading.ask(kind))
        let (from, to) = (reading.ask(Ask.from), reading.ask(Ask.to))
        let (source, since) = (reading.ask(responsibility), reading.ask(responsibleFrom))
        let isHome = reading.ask(lives)
        if chosen == Self.other, name == nil, reading.isFine {
            reading.refuse("Enter their full name", at: self.name)
        }
        if source == nil, since != nil, reading.isFine {
            reading.refuse("Choose how parental responsibility is known", at: responsibility)
        }
        guard reading.isFine, let chosen, let kind, let from, let isHome else { return [] }
        var who = RecordAdultOfChild.Adult.recorded(chosen)
        if chosen == Self.other {
            guard let name else { return [] }
            who = .new(name)
            if let same = reading.typed[Self.sameField], same != Self.nobody, !same.isEmpty {
                who = .recorded(same)
            }
        }
        return [
            .adult(
                RecordAdultOfChild(
                    who, kind, of: child, from: from, to: to,
                    responsibility: source.map { .init($0, from: since ?? from) }, isHome: isHome))
        ]
    }
}

extension TopicForm {
    static func relationship(_ setting: FormSetting) -> TopicForm {
        let questions = AdultQuestions(setting)
        return TopicForm(
            questions: questions.all, read: { questions.read(&$0) }, fill: { _, _ in })
    }

    /// A relationship alone, to correct what is recorded.
    static func relationshipAlone(_ setting: FormSetting) -> TopicForm {
        let who = Ask.adult("adult", "Who it is", setting)
        let kind = AdultQuestions(setting).kind
        return TopicForm(
            questions: [who, kind, Ask.from, Ask.to],
            read: { reading in
                let (who, kind) = (reading.ask(who), reading.ask(kind))
                let (from, to) = (reading.ask(Ask.from), reading.ask(Ask.to))
                guard reading.isFine, let who, let kind, let from else { return [] }
                return [.state(.relationship(Relationship(person: who, kind)), from: from, to: to)]
            },
            fill: { typed, statement in
                guard case .relationship(let held) = statement.detail else { return }
                who.fill(&typed, with: held.person)
                kind.fill(&typed, with: held.kind)
                typed.fill(days: statement)
            })
    }

    static func responsibility(_ setting: FormSetting) -> TopicForm {
        let who = Ask.adult("adult", "Who has it", setting)
        let source = SelectQuestion(
            "source", "How it is known",
            ResponsibilitySource.allCases.map { Choice($0, $0.name.capitalizedFirst) })
        return TopicForm(
            questions: [who, source, Ask.from, Ask.to],
            read: { reading in
                let (who, source) = (reading.ask(who), reading.ask(source))
                let (from, to) = (reading.ask(Ask.from), reading.ask(Ask.to))
                guard reading.isFine, let who, let source, let from else { return [] }
                let right = ParentalResponsibility(person: who, source)
                return [.state(.responsibility(right), from: from, to: to)]
            },
            fill: { typed, statement in
                guard case .responsibility(let held) = statement.detail else { return }
                who.fill(&typed, with: held.person)
                source.fill(&typed, with: held.source)
                typed.fill(days: statement)
            })
    }

    static func home(_ setting: FormSetting) -> TopicForm {
        let alone = "alone"
        let who = SelectQuestion(
            "adult", "Who the child lives with",
            setting.adultChoices + [Choice(alone, "Nobody of the family")])
        return TopicForm(
            questions: [who, Ask.from, Ask.to],
            read: { reading in
                let who = reading.ask(who)
                let (from, to) = (reading.ask(Ask.from), reading.ask(Ask.to))
                guard reading.isFine, let who, let from else { return [] }
                return [.state(.home(Home(with: who == alone ? nil : who)), from: from, to: to)]
            },
            fill: { typed, statement in
                guard case .home(let held) = statement.detail else { return }
                who.fill(&typed, with: held.person ?? alone)
                typed.fill(days: statement)
            })
    }
}
