public import Markup

/// One of several answers, all of them shown.
public struct RadiosQuestion<Value: Sendable & Equatable>: Question {
    /// Its name and its words.
    public var asked: Asked
    /// The answers.
    public let choices: [Choice<Value>]
    private let isInline: Bool
    private let dividesLast: Bool

    /// Asks to choose one answer; none is chosen beforehand.
    ///
    /// - Parameters:
    ///   - isInline: whether the answers stand beside one another: two short ones at most.
    ///   - dividesLast: whether “or” stands before the last, which is unlike the others: “I do not know”.
    public init(
        _ name: String, _ label: String, _ choices: [Choice<Value>], isInline: Bool = false,
        dividesLast: Bool = false
    ) {
        ChoiceList.check(choices, of: name)
        asked = Asked(name, label)
        self.choices = choices
        self.isInline = isInline
        self.dividesLast = dividesLast
    }

    /// “Choose” and what is asked for.
    public var emptyText: String { asked.emptyText ?? "Choose \(asked.noun)" }

    /// The value of the chosen answer; wrong where it was not offered.
    public func read(_ typed: Typed) -> Entered<Value> { OneChoice.read(self, choices, typed) }

    /// A legend over the answers.
    public func html(_ typed: Typed, _ problem: FormProblem?) -> HTML {
        let items = ChoiceList.html(
            .radio, asked.name, choices, chosen: Set(typed.values(asked.name).prefix(1)),
            dividing: dividesLast)
        return Control.fieldset(
            asked, problem,
            isInline
                ? "<div class=\"choices choices-inline\">\n\(items)</div>"
                : "<div class=\"choices\">\n\(items)</div>")
    }

    /// Chooses an answer; none where it is not offered.
    public func fill(_ typed: inout Typed, with answer: Value) {
        OneChoice.fill(&typed, asked.name, choices, answer)
    }
}

/// One of many answers, in a list that opens.
public struct SelectQuestion<Value: Sendable & Equatable>: Question {
    /// Its name and its words.
    public var asked: Asked
    /// The answers.
    public let choices: [Choice<Value>]
    private let none: String

    /// Asks to choose one answer of a long list; radios are easier where there is room for them.
    ///
    /// - Parameter none: what the list begins with and no answer means: “Any school” in a filter.
    public init(_ name: String, _ label: String, _ choices: [Choice<Value>], none: String = "Choose…") {
        ChoiceList.check(choices, of: name)
        asked = Asked(name, label)
        self.choices = choices
        self.none = none
    }

    /// “Choose” and what is asked for.
    public var emptyText: String { asked.emptyText ?? "Choose \(asked.noun)" }

    /// The value of the chosen answer; wrong where it was not offered.
    public func read(_ typed: Typed) -> Entered<Value> { OneChoice.read(self, choices, typed) }

    /// The label over a list that begins with no answer.
    public func html(_ typed: Typed, _ problem: FormProblem?) -> HTML {
        let chosen = typed[asked.name]
        let options = choices.map { choice -> HTML in
            """
            <option value="\(choice.key)"\(attribute: "selected", if: choice.key == chosen)>\(choice.label)</option>

            """
        }
        return Control.field(
            asked, problem,
            """
            <select id="\(asked.name)" name="\(asked.name)"\
            \("aria-describedby", is: Control.describedBy(asked, problem))\
            \("aria-invalid", is: Control.invalid(asked.name, problem))>
            <option value="">\(none)</option>
            \(options)</select>
            """)
    }

    /// Chooses an answer; none where it is not offered.
    public func fill(_ typed: inout Typed, with answer: Value) {
        OneChoice.fill(&typed, asked.name, choices, answer)
    }
}

/// Yes or no.
public struct YesNoQuestion: Question {
    private var radios: RadiosQuestion<Bool>

    /// Asks for yes or no; neither is chosen beforehand.
    public init(_ name: String, _ label: String, yes: String = "Yes", no: String = "No") {
        radios = RadiosQuestion(
            name, label, [Choice(true, key: "yes", yes), Choice(false, key: "no", no)],
            isInline: yes == "Yes" && no == "No")
    }

    /// Its name and its words.
    public var asked: Asked {
        get { radios.asked }
        set { radios.asked = newValue }
    }

    /// “Choose” and the two answers.
    public var emptyText: String {
        asked.emptyText ?? "Choose yes or no: \(asked.label)"
    }

    /// Whether it was yes.
    public func read(_ typed: Typed) -> Entered<Bool> { OneChoice.read(self, radios.choices, typed) }

    /// A legend over the two answers.
    public func html(_ typed: Typed, _ problem: FormProblem?) -> HTML { radios.html(typed, problem) }

    /// Chooses yes or no.
    public func fill(_ typed: inout Typed, with answer: Bool) { radios.fill(&typed, with: answer) }
}

/// Reading one choice.
private enum OneChoice {
    static func read<Value>(_ question: some Question, _ choices: [Choice<Value>], _ typed: Typed) -> Entered<
        Value
    > {
        guard let key = typed[question.asked.name], !key.isEmpty else { return .nothing }
        guard let choice = choices.first(where: { $0.key == key }) else {
            return .wrong(question.problem(question.emptyText))
        }
        return .answer(choice.value)
    }

    static func fill<Value>(_ typed: inout Typed, _ name: String, _ choices: [Choice<Value>], _ answer: Value)
    {
        typed.set(name, choices.filter { $0.value == answer }.prefix(1).map(\.key))
    }
}
