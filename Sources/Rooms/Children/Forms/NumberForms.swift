import CivilTime
import Pages
import People

/// Reads the numbers by which others know a child.
enum Numbers {
    static let nhs = question("nhs", "NHS number") { (text) throws(IdentifierProblem) -> NHSNumber in
        try NHSNumber(reading: text)
    }
    static let upn = question("upn", "UPN") { (text) throws(IdentifierProblem) -> UPN in
        try UPN(reading: text)
    }
    static let uln = question("uln", "ULN") { (text) throws(IdentifierProblem) -> ULN in
        try ULN(reading: text)
    }

    static func question<Number: CheckedIdentifier>(
        _ name: String, _ label: String,
        _ read: @escaping @Sendable (String) throws(IdentifierProblem) -> Number
    ) -> ConvertedQuestion<TextQuestion, Number> {
        TextQuestion(name, label, most: 40, width: .twenty, isCode: true).converted(
            { (text: String) throws(Unfit) -> Number in
                do throws(IdentifierProblem) { return try read(text) } catch {
                    throw Unfit(error.forPerson.withoutStop)
                }
            }, back: \.text)
    }

    /// A number of a kind; throws what is wrong with it.
    static func read(
        _ kind: Identification.Kind, _ text: String, _ source: ShortText?
    ) throws(IdentifierProblem) -> Identification? {
        switch kind {
        case .nhs: Identification(try NHSNumber(reading: text), source: source)
        case .upn: Identification(try UPN(reading: text), source: source)
        case .formerUPN: Identification(try UPN(reading: text), isFormer: true, source: source)
        case .uln: Identification(try ULN(reading: text), source: source)
        case .other:
            if let number = ShortText(text), let source {
                Identification(other: number, source: source)
            } else {
                nil
            }
        }
    }
}

extension TopicForm {
    static func identifier(_ setting: FormSetting) -> TopicForm {
        let kind = RadiosQuestion(
            "kind", "Which number", Identification.Kind.allCases.map { Choice($0, $0.name.capitalizedFirst) })
        let number = TextQuestion("number", "Number", most: 60, width: .twenty, isCode: true)
        let source = Ask.text("source", "Who or what it was taken from").optional()
        let since = Ask.since(setting.today)
        return TopicForm(
            questions: [kind, number, source, since],
            read: { reading in
                let (chosen, text) = (reading.ask(kind), reading.ask(number))
                let (from, day) = (reading.ask(source), reading.ask(since))
                guard let chosen, let text, let day else { return [] }
                do throws(IdentifierProblem) {
                    if let read = try Numbers.read(chosen, text, from) {
                        return [.state(.identifier(read), from: day, to: nil)]
                    }
                    reading.refuse("Enter whose reference it is", at: source)
                } catch {
                    reading.refuse(error.forPerson.withoutStop, at: number)
                }
                return []
            },
            fill: { typed, statement in
                guard case .identifier(let held) = statement.detail else { return }
                kind.fill(&typed, with: held.kind)
                number.fill(&typed, with: held.value)
                if let held = held.source { source.fill(&typed, with: held) }
                since.fill(&typed, with: statement.from)
            })
    }
}
