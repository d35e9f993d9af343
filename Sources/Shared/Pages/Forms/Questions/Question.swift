public import Markup

/// A question of a form: what it asks, how it reads what was typed, and how it shows it again.
///
/// Each is one input of the GOV.UK Design System. What it shows is what was typed, not what was read.
public protocol Question: Sendable {
    /// What an answer is.
    associatedtype Answer: Sendable
    /// Its name and its words.
    var asked: Asked { get set }
    /// The names under which its controls are sent; one, its own, unless it has several.
    var fieldNames: [String] { get }
    /// The ids of its controls; the error summary leads to the first that is wrong.
    var controls: [String] { get }
    /// Whether what is typed must never be shown again or kept as a draft.
    var isSecret: Bool { get }
    /// Whether it takes a file, so that the form is sent in parts.
    var takesFile: Bool { get }
    /// What is said where it has to be answered and is not.
    var emptyText: String { get }
    /// Reads what was typed.
    func read(_ typed: Typed) -> Entered<Answer>
    /// Shows it with what was typed and, where there is one, its problem.
    func html(_ typed: Typed, _ problem: FormProblem?) -> HTML
    /// Puts an answer that is known already where it would have been typed.
    func fill(_ typed: inout Typed, with answer: Answer)
}

extension Question {
    /// Its own name.
    public var fieldNames: [String] { [asked.name] }
    /// One control of its own name.
    public var controls: [String] { [asked.name] }
    /// No.
    public var isSecret: Bool { false }
    /// No.
    public var takesFile: Bool { false }
    /// “Enter” and what is asked for.
    public var emptyText: String { asked.emptyText ?? "Enter \(asked.noun)" }

    /// A line under the label that helps to answer.
    public func hint(_ text: String) -> Self { changed { $0.hint = text } }

    /// An answer is not needed; the label says so.
    public func optional() -> Self { changed { $0.isOptional = true } }

    /// What is asked for, as it stands in the middle of “Enter …”: “the child's date of birth”.
    public func noun(_ text: String) -> Self { changed { $0.noun = text } }

    /// What is said where there is no answer, instead of “Enter …” or “Choose …”.
    public func whenEmpty(_ text: String) -> Self { changed { $0.emptyText = text } }

    /// The label is the heading of a page that asks nothing else.
    public func asHeading() -> Self { changed { $0.isHeading = true } }

    /// A problem of it, at all its controls.
    func problem(_ text: String) -> FormProblem { FormProblem(text, at: asked.name, controls: controls) }

    private func changed(_ change: (inout Asked) -> Void) -> Self {
        var question = self
        change(&question.asked)
        return question
    }
}

/// The name and the words of a question.
public struct Asked: Sendable {
    /// The name of its control: lower-case letters, digits and hyphens, unlike every other on the page.
    public let name: String
    /// What stands above the control.
    public var label: String
    /// A line under the label that helps to answer.
    public var hint: String?
    /// What is asked for, in the middle of a sentence.
    public var noun: String
    /// What is said where there is no answer, instead of the usual.
    public var emptyText: String?
    /// Whether it need not be answered.
    public var isOptional = false
    /// Whether the label is the page's heading.
    public var isHeading = false

    /// Names a question; its noun is the label until another is given.
    public init(_ name: String, _ label: String) {
        let isPlain = name.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
        }
        precondition(
            isPlain && !name.isEmpty, "a question's name is made of lower-case letters, digits, hyphens")
        self.name = name
        self.label = label
        noun = Self.noun(from: label)
    }

    /// The noun at the beginning of a sentence.
    var subject: String { noun.prefix(1).uppercased() + noun.dropFirst() }

    private static func noun(from label: String) -> String {
        if label.hasSuffix("?") { return "an answer to “\(label)”" }
        // An abbreviation keeps its capitals: “NHS number”, “UPN”.
        let isWord = label.hasPrefix("A ") || label.dropFirst().first?.isLowercase == true
        return isWord ? label.prefix(1).lowercased() + label.dropFirst() : label
    }
}

/// What a question read.
public enum Entered<Answer: Sendable>: Sendable {
    /// Nothing was typed or chosen.
    case nothing
    /// An answer.
    case answer(Answer)
    /// Something that cannot be taken.
    case wrong(FormProblem)
}

/// What is wrong with an answer, and where.
public struct FormProblem: Sendable, Hashable {
    /// What is wrong and how to put it right, without a full stop at its end.
    public let text: String
    /// The name of the question; nil where it is about the whole form.
    public let question: String?
    /// The ids of the controls that are wrong.
    public let controls: [String]

    /// A problem of the whole form.
    public init(_ text: String) { self.init(text, at: nil, controls: []) }

    init(_ text: String, at question: String?, controls: [String]) {
        self.text = text
        self.question = question
        self.controls = controls
    }
}
