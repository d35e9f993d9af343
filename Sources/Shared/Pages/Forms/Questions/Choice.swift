import Markup

/// One of the answers that a question offers.
public struct Choice<Value: Sendable & Equatable>: Sendable {
    /// What it means.
    public let value: Value
    /// What is sent for it; unlike every other of its question, not empty.
    public let key: String
    /// What is shown.
    public let label: String
    /// A line that helps to decide.
    public let hint: String?

    /// Offers an answer.
    public init(_ value: Value, key: String, _ label: String, hint: String? = nil) {
        self.value = value
        self.key = key
        self.label = label
        self.hint = hint
    }
}

extension Choice where Value: RawRepresentable, Value.RawValue == String {
    /// Offers a case of an enumeration; its raw value is sent.
    public init(_ value: Value, _ label: String, hint: String? = nil) {
        self.init(value, key: value.rawValue, label, hint: hint)
    }
}

extension Choice where Value == String {
    /// Offers a text that is sent as it is.
    public init(_ value: String, _ label: String, hint: String? = nil) {
        self.init(value, key: value, label, hint: hint)
    }
}

/// Reads and draws lists of choices.
enum ChoiceList {
    /// The kind of button before each choice.
    enum Kind: String { case radio, checkbox }

    /// The id of a choice's button; the first has the question's own name, so that the summary leads there.
    static func id(_ name: String, _ index: Int) -> String { index == 0 ? name : "\(name)-\(index + 1)" }

    /// Sees that each choice has a key of its own.
    static func check<Value>(_ choices: [Choice<Value>], of name: String) {
        let keys = Set(choices.map(\.key))
        precondition(
            keys.count == choices.count && !keys.contains(""),
            "two choices of \(name) have the same key, or none")
    }

    static func html<Value>(
        _ kind: Kind, _ name: String, _ choices: [Choice<Value>], chosen: Set<String>,
        dividing last: Bool = false
    ) -> [HTML] {
        choices.enumerated().map { index, choice in
            let id = id(name, index)
            let divider: HTML = last && index == choices.count - 1 ? "<p class=\"divider\">or</p>\n" : ""
            let hint: HTML? = choice.hint.map { "\n<p class=\"hint\" id=\"\(id)-item-hint\">\($0)</p>" }
            return """
                \(divider)<div class="choice"><input type="\(kind.rawValue)" id="\(id)" name="\(name)" \
                value="\(choice.key)"\(attribute: "checked", if: chosen.contains(choice.key))\
                \("aria-describedby", is: choice.hint.map { _ in "\(id)-item-hint" })>\
                <label for="\(id)">\(choice.label)</label>\(hint)</div>

                """
        }
    }
}
