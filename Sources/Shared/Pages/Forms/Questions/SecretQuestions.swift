public import Markup

/// A secret text that does not show itself where it is printed, logged or dumped.
public struct Secret: Sendable, CustomStringConvertible, CustomReflectable {
    /// The text itself.
    public let text: String

    /// Keeps a text secret.
    public init(_ text: String) { self.text = text }

    /// Never the text.
    public var description: String { "(secret)" }
    /// Nothing.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// A password; never shown again, not even to the person who typed it.
public struct PasswordQuestion: Question {
    /// Its name and its words.
    public var asked: Asked
    private let isNew: Bool
    /// The most code points that are taken, against work without end.
    public static let most = 256

    /// Asks for a password.
    ///
    /// - Parameters:
    ///   - name: begins with “password”, by which drafts know what they must leave out.
    ///   - isNew: whether it is chosen now, so that a password manager offers a new one.
    public init(_ name: String, _ label: String = "Password", isNew: Bool = false) {
        precondition(name.hasPrefix("password"), "a password's name begins with password")
        asked = Asked(name, label)
        self.isNew = isNew
    }

    /// Yes.
    public var isSecret: Bool { true }

    /// The password with its spaces, in NFC so that every keyboard gives the same; wrong where it is over
    /// 256 code points or holds what no keyboard gives.
    public func read(_ typed: Typed) -> Entered<Secret> {
        let entered = LineReading.read(typed[asked.name], most: Self.most, for: self) {
            (typed) throws(FieldText.Fault) in
            try FieldText.password(typed)
        }
        return switch entered {
        case .nothing: .nothing
        case .wrong(let problem): .wrong(problem)
        case .answer(let text): .answer(Secret(text))
        }
    }

    /// The label over an empty input.
    public func html(_ typed: Typed, _ problem: FormProblem?) -> HTML {
        LineInput(
            kind: .password, width: .twenty, autocomplete: isNew ? .newPassword : .currentPassword,
            isShownAgain: false
        ).html(asked, typed, problem)
    }

    /// Nothing: a secret is not put back.
    public func fill(_ typed: inout Typed, with answer: Secret) {}
}

/// A code that holds once, from an app or a message.
public struct OneTimeCodeQuestion: Question {
    /// Its name and its words.
    public var asked: Asked
    private let digits: Int

    /// Asks for a code of so many digits.
    ///
    /// - Parameter name: begins with “code”, by which drafts know what they must leave out.
    public init(_ name: String, _ label: String = "Security code", digits: Int = 6) {
        precondition(name.hasPrefix("code"), "a one-time code's name begins with code")
        asked = Asked(name, label)
        self.digits = digits
    }

    /// Yes.
    public var isSecret: Bool { true }

    /// The digits, without the spaces and hyphens that were typed between them.
    public func read(_ typed: Typed) -> Entered<Secret> {
        switch LineReading.read(self, typed, isCode: true, most: 40, { _ in nil }) {
        case .nothing: return .nothing
        case .wrong(let problem): return .wrong(problem)
        case .answer(let text):
            let code = text.filter { $0 != " " && $0 != "-" }
            guard code.utf8.count == digits, code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
                return .wrong(problem("\(asked.subject) must be \(digits) digits, like \(example)"))
            }
            return .answer(Secret(code))
        }
    }

    private var example: String { String("123456789".prefix(digits)) }

    /// The label over an empty input; a phone offers the code of a message that has just come.
    public func html(_ typed: Typed, _ problem: FormProblem?) -> HTML {
        LineInput(
            width: .ten, autocomplete: .oneTimeCode, inputmode: "numeric", spellcheck: "false",
            isShownAgain: false
        ).html(asked, typed, problem)
    }

    /// Nothing: a secret is not put back.
    public func fill(_ typed: inout Typed, with answer: Secret) {}
}
