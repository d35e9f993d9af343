public import Markup

/// A value that the page itself sends along, such as the id of what is edited.
public struct HiddenQuestion: Question {
    /// Its name; its label stands in problems only.
    public var asked: Asked

    /// Sends a value along.
    public init(_ name: String) { asked = Asked(name, "value") }

    /// None that a person could be led to.
    public var controls: [String] { [] }

    /// What the person can do about it.
    public var emptyText: String {
        asked.emptyText ?? "Part of this page was not sent. Reload the page and try again"
    }

    /// The value as it was sent; wrong where it holds what no page of ours sends.
    public func read(_ typed: Typed) -> Entered<String> {
        guard let value = typed[asked.name], !value.isEmpty else { return .nothing }
        guard value.utf8.count <= 2_000, (try? FieldText.line(value)) == value else {
            return .wrong(FormProblem(emptyText))
        }
        return .answer(value)
    }

    /// A hidden input with the value.
    public func html(_ typed: Typed, _ problem: FormProblem?) -> HTML {
        """
        <input type="hidden" name="\(asked.name)" value="\(typed[asked.name])">

        """
    }

    /// Puts the value back.
    public func fill(_ typed: inout Typed, with answer: String) { typed.set(asked.name, answer) }
}
