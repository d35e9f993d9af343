import CivilTime
import Pages
import People

/// The questions about a judgement of capacity.
private struct CapacityQuestions: Sendable {
    static let youngPerson = "young-person"
    let whose: SelectQuestion<String>
    let decisions = CheckboxesQuestion(
        "decisions", "Which decisions",
        DecisionKind.allCases.map { Choice($0, $0.name.capitalizedFirst) })
    let lacking = RadiosQuestion(
        "lacking", "What was found",
        [
            Choice(true, key: "yes", "They cannot make these decisions"),
            Choice(false, key: "no", "They can make these decisions"),
        ])
    let judgedBy = Ask.text("judged-by", "Who judged")
    let representative: SelectQuestion<String>
    let authority = RadiosQuestion(
        "authority", "On what authority",
        CapacityJudgement.Authority.allCases.map { Choice($0, $0.name.capitalizedFirst) }
    ).optional()
    let since: DateQuestion

    init(_ setting: FormSetting) {
        whose = SelectQuestion(
            "whose", "Whose capacity was judged",
            [Choice(Self.youngPerson, "The young person's")] + setting.adultChoices)
        representative = Ask.adult("representative", "Who acts instead", setting).optional()
        since = DateQuestion("from", "Day of the judgement", latest: .today(setting.today))
    }

    var all: [any Question] {
        [whose, decisions, lacking, judgedBy, representative, authority, since, Ask.to]
    }

    func read(_ reading: inout Reading) -> [Change] {
        let (whose, decisions) = (reading.ask(whose), reading.ask(decisions))
        let (lacking, judgedBy) = (reading.ask(lacking), reading.ask(judgedBy))
        let (instead, power) = (reading.ask(representative), reading.ask(authority))
        let (from, to) = (reading.ask(since), reading.ask(Ask.to))
        if instead != nil, power == nil, reading.isFine {
            reading.refuse("Choose on what authority they act", at: authority)
        }
        if instead == nil, power != nil, reading.isFine {
            reading.refuse("Choose who acts instead, or no authority", at: representative)
        }
        guard reading.isFine, let whose, let decisions, let lacking, let judgedBy, let from else { return [] }
        var acting: CapacityJudgement.Representative?
        if let instead, let power { acting = CapacityJudgement.Representative(instead, power) }
        let judgement = CapacityJudgement(
            of: whose == Self.youngPerson ? .child : .parent(whose), for: Set(decisions),
            isLacking: lacking, by: judgedBy, representative: acting)
        return [.state(.capacity(judgement), from: from, to: to)]
    }

    func fill(_ typed: inout Typed, _ statement: Statement) {
        guard case .capacity(let held) = statement.detail else { return }
        switch held.whose {
        case .child: whose.fill(&typed, with: Self.youngPerson)
        case .parent(let person): whose.fill(&typed, with: person)
        }
        decisions.fill(&typed, with: held.decisions)
        lacking.fill(&typed, with: held.isLacking)
        judgedBy.fill(&typed, with: held.judgedBy)
        if let held = held.representative {
            representative.fill(&typed, with: held.person)
            authority.fill(&typed, with: held.authority)
        }
        typed.fill(days: statement)
    }
}

extension TopicForm {
    static func capacity(_ setting: FormSetting) -> TopicForm {
        let questions = CapacityQuestions(setting)
        return TopicForm(
            questions: questions.all, read: { questions.read(&$0) }, fill: { questions.fill(&$0, $1) })
    }

    static func sharing(_ setting: FormSetting) -> TopicForm {
        let who = Ask.adult("adult", "Which adult", setting)
        let agreed = RadiosQuestion(
            "agreed", "What the young person wants",
            [
                Choice(true, key: "yes", "This adult may see the record and take part"),
                Choice(false, key: "no", "This adult may not"),
            ])
        let since = Ask.since(setting.today)
        return TopicForm(
            questions: [who, agreed, since],
            read: { reading in
                let (who, agreed) = (reading.ask(who), reading.ask(agreed))
                guard let from = reading.ask(since), let who, let agreed else { return [] }
                return [.state(.sharing(Sharing(with: who, isAgreed: agreed)), from: from, to: nil)]
            },
            fill: { typed, statement in
                guard case .sharing(let held) = statement.detail else { return }
                who.fill(&typed, with: held.person)
                agreed.fill(&typed, with: held.isAgreed)
                since.fill(&typed, with: statement.from)
            })
    }
}
