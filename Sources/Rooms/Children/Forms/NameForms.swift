import CivilTime
import Pages
import People

/// The questions for a child's name, on every form that asks for it.
enum NameQuestions {
    static let forenames = Ask.personName("forenames", "Forenames")
        .hint("All of them; the only name where there is one alone.")
    static let surname = Ask.personName("surname", "Surname").optional()
    static let knownAs = Ask.personName("known-as", "Known as").hint("Where it is not the first forename.")
        .optional()

    static func read(_ reading: inout Reading) -> ChildName? {
        let first = reading.ask(forenames)
        let last = reading.ask(surname)
        let known = reading.ask(knownAs)
        return first.map { ChildName(forenames: $0, surname: last, knownAs: known) }
    }
}

extension TopicForm {
    static func name(_ setting: FormSetting) -> TopicForm {
        let from = DateQuestion("from", "First day of this name", latest: .today(setting.today))
        return TopicForm(
            questions: [
                NameQuestions.forenames, NameQuestions.surname, NameQuestions.knownAs, from,
            ],
            read: { reading in
                let name = NameQuestions.read(&reading)
                guard let from = reading.ask(from), let name else { return [] }
                return [.state(.name(name), from: from, to: nil)]
            },
            fill: { typed, statement in
                guard case .name(let name) = statement.detail else { return }
                NameQuestions.forenames.fill(&typed, with: name.forenames)
                if let surname = name.surname { NameQuestions.surname.fill(&typed, with: surname) }
                if let knownAs = name.knownAs { NameQuestions.knownAs.fill(&typed, with: knownAs) }
                from.fill(&typed, with: statement.from)
            })
    }

    static func birth(_ setting: FormSetting) -> TopicForm {
        let born = DateQuestion("born", "Birth date", latest: .today(setting.today))
            .hint("Leave it empty where it turns out to be unknown.").optional()
        return TopicForm(
            questions: [born],
            read: { reading in
                let day = reading.ask(born)
                return reading.isFine ? [.birth(day)] : []
            }, fill: { _, _ in })
    }

    static func death(_ setting: FormSetting) -> TopicForm {
        let died = DateQuestion("died", "Day of death", latest: .today(setting.today))
        return TopicForm(
            questions: [died],
            read: { reading in reading.ask(died).map { [.death($0)] } ?? [] }, fill: { _, _ in })
    }
}
