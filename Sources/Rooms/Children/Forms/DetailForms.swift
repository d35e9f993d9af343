import CivilTime
import Pages
import People

/// The questions for what is asked in every return: sex, ethnicity, language.
enum DetailQuestions {
    static let sex = RadiosQuestion("sex", "Sex", Sex.allCases.map { Choice($0, $0.name) })
    static let ethnicity = SelectQuestion(
        "ethnicity", "Ethnicity",
        Ethnicity.main.compactMap { main in
            Ethnicity(main.code).map { Choice($0, key: main.code, main.name) }
        })
    static let language = Ask.text("language", "Language")
    static let interpreter = YesNoQuestion("interpreter", "Is an interpreter needed?")
}

extension TopicForm {
    /// Sex, ethnicity and language on one page; what is left empty stays as it is.
    static func details(_ setting: FormSetting) -> TopicForm {
        let sex = DetailQuestions.sex.optional()
        let ethnicity = DetailQuestions.ethnicity.optional()
        let language = DetailQuestions.language.optional()
        let interpreter = DetailQuestions.interpreter.optional()
        let since = Ask.since(setting.today)
        return TopicForm(
            questions: [sex, ethnicity, language, interpreter, since],
            read: { reading in
                let (sex, ethnicity) = (reading.ask(sex), reading.ask(ethnicity))
                let (spoken, needed) = (reading.ask(language), reading.ask(interpreter))
                let from = reading.ask(since)
                if needed != nil, spoken == nil, reading.isFine {
                    reading.refuse("Enter the language that the interpreter is needed for", at: language)
                }
                let use = spoken.map { LanguageUse($0, needsInterpreter: needed ?? false) }
                let details = [
                    sex.map(ChildDetail.sex), ethnicity.map(ChildDetail.ethnicity),
                    use.map(ChildDetail.language),
                ].compactMap { $0 }
                if details.isEmpty, reading.isFine { reading.refuse("Enter what you want to record") }
                guard reading.isFine, let from else { return [] }
                return details.map { .state($0, from: from, to: nil) }
            }, fill: { _, _ in })
    }

    static func sex(_ setting: FormSetting) -> TopicForm {
        one(
            DetailQuestions.sex, setting, make: ChildDetail.sex,
            take: { if case .sex(let sex) = $0 { sex } else { nil } })
    }

    static func ethnicity(_ setting: FormSetting) -> TopicForm {
        one(
            DetailQuestions.ethnicity, setting, make: ChildDetail.ethnicity,
            take: { if case .ethnicity(let ethnicity) = $0 { ethnicity } else { nil } })
    }

    static func language(_ setting: FormSetting) -> TopicForm {
        let since = Ask.since(setting.today)
        let (language, interpreter) = (DetailQuestions.language, DetailQuestions.interpreter)
        return TopicForm(
            questions: [language, interpreter, since, Ask.to],
            read: { reading in
                let (spoken, needed) = (reading.ask(language), reading.ask(interpreter))
                let (from, to) = (reading.ask(since), reading.ask(Ask.to))
                guard reading.isFine, let spoken, let needed, let from else { return [] }
                let use = LanguageUse(spoken, needsInterpreter: needed)
                return [.state(.language(use), from: from, to: to)]
            },
            fill: { typed, statement in
                guard case .language(let use) = statement.detail else { return }
                language.fill(&typed, with: use.language)
                interpreter.fill(&typed, with: use.needsInterpreter)
                typed.fill(days: statement)
            })
    }

    /// A topic of one question and the day since when.
    private static func one<Q: Question>(
        _ question: Q, _ setting: FormSetting, make: @escaping @Sendable (Q.Answer) -> ChildDetail,
        take: @escaping @Sendable (ChildDetail) -> Q.Answer?
    ) -> TopicForm {
        let since = Ask.since(setting.today)
        return TopicForm(
            questions: [question, since],
            read: { reading in
                let answer = reading.ask(question)
                guard let from = reading.ask(since), let answer else { return [] }
                return [.state(make(answer), from: from, to: nil)]
            },
            fill: { typed, statement in
                guard let held = take(statement.detail) else { return }
                question.fill(&typed, with: held)
                since.fill(&typed, with: statement.from)
            })
    }
}
