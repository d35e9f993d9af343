public import Markup

/// Any number of several answers.
public struct CheckboxesQuestion<Value: Sendable & Equatable>: Question {
    /// Its name and its words.
    public var asked: Asked
    /// The answers.
    public let choices: [Choice<Value>]
    private let none: String?

    /// Asks to choose all answers that fit.
    ///
    /// - Parameter none: the label of a last box which says that no answer fits, so that this can be told
    ///   from no answer at all; nil for no such box.
    public init(_ name: String, _ label: String, _ choices: [Choice<Value>], none: String? = nil) {
        ChoiceList.check(choices, of: name)
        precondition(!choices.contains { $0.key == Self.noneKey }, "a choice of \(name) has the key of none")
        asked = Asked(name, label)
        self.choices = choices
        self.none = none
    }

    private static var noneKey: String { "none-of-these" }

    /// “Choose” and what is asked for.
    public var emptyText: String { asked.emptyText ?? "Choose \(asked.noun)" }

    /// The values of the chosen answers in the order in which they are offered; an empty list only where the
    /// box for none is chosen. Wrong where one was not offered, or none is chosen beside others.
    public func read(_ typed: Typed) -> Entered<[Value]> {
        let keys = Set(typed.values(asked.name).filter { !$0.isEmpty })
        guard !keys.isEmpty else { return .nothing }
        let chosen = choices.filter { keys.contains($0.key) }
        let takesNone = none != nil && keys.contains(Self.noneKey)
        guard chosen.count + (takesNone ? 1 : 0) == keys.count else { return .wrong(problem(emptyText)) }
        if takesNone, !chosen.isEmpty, let none {
            return .wrong(problem("Choose answers or “\(none)”, not both"))
        }
        return .answer(chosen.map(\.value))
    }

    /// A legend over the boxes.
    public func html(_ typed: Typed, _ problem: FormProblem?) -> HTML {
        let offered = choices.map { Choice($0.key, $0.label, hint: $0.hint) }
        let last = none.map { [Choice(Self.noneKey, $0)] } ?? []
        let items = ChoiceList.html(
            .checkbox, asked.name, offered + last, chosen: Set(typed.values(asked.name)),
            dividing: none != nil)
        let help = asked.hint == nil ? "Choose all that apply." : nil
        return Control.fieldset(asked, problem, hint: help, "<div class=\"choices\">\n\(items)</div>")
    }

    /// Chooses answers, or the box for none.
    public func fill(_ typed: inout Typed, with answer: [Value]) {
        let keys = choices.filter { answer.contains($0.value) }.map(\.key)
        typed.set(asked.name, answer.isEmpty && none != nil ? [Self.noneKey] : keys)
    }
}

/// One box that has to be ticked before going on.
public struct ConfirmQuestion: Question {
    /// Its name and its words; the label stands beside the box.
    public var asked: Asked

    /// Asks to confirm what the label says.
    public init(_ name: String, _ label: String) { asked = Asked(name, label) }

    /// That it has to be ticked.
    public var emptyText: String { asked.emptyText ?? "Tick the box to confirm: \(asked.label)" }

    /// True where the box is ticked, otherwise nothing.
    public func read(_ typed: Typed) -> Entered<Bool> {
        typed[asked.name] == "yes" ? .answer(true) : .nothing
    }

    /// One box with its label beside it.
    public func html(_ typed: Typed, _ problem: FormProblem?) -> HTML {
        Control.alone(
            asked, problem,
            """
            <input type="checkbox" id="\(asked.name)" name="\(asked.name)" value="yes"\
            \(attribute: "checked", if: typed[asked.name] == "yes")\
            \("aria-describedby", is: Control.describedBy(asked, problem))\
            \("aria-invalid", is: Control.invalid(asked.name, problem))>
            """)
    }

    /// Ticks the box, or not.
    public func fill(_ typed: inout Typed, with answer: Bool) {
        typed.set(asked.name, answer ? ["yes"] : [])
    }
}
