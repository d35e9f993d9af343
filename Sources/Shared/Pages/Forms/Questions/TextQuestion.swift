public import Markup

/// One line of text.
public struct TextQuestion: Question {
    /// Its name and its words.
    public var asked: Asked
    /// The most code points an answer may have.
    public let most: Int
    private let width: ControlWidth
    private let autocomplete: Autocomplete?
    private let isCode: Bool

    /// Asks for one line of text.
    ///
    /// - Parameters:
    ///   - most: the most code points of an answer.
    ///   - autocomplete: what of the person's own a browser may fill in; nil where it is about somebody else.
    ///   - isCode: whether it is a number or code, so that spelling is not checked and hidden characters
    ///     that copying brings along are dropped.
    public init(
        _ name: String, _ label: String, most: Int = 200, width: ControlWidth = .full,
        autocomplete: Autocomplete? = nil, isCode: Bool = false
    ) {
        asked = Asked(name, label)
        self.most = most
        self.width = width
        self.autocomplete = autocomplete
        self.isCode = isCode
    }

    /// The text trimmed and in NFC; wrong where it is too long or holds what cannot be kept.
    public func read(_ typed: Typed) -> Entered<String> {
        LineReading.read(self, typed, isCode: isCode, most: most) { _ in nil }
    }

    /// The label over one input.
    public func html(_ typed: Typed, _ problem: FormProblem?) -> HTML {
        LineInput(
            width: width, autocomplete: autocomplete,
            spellcheck: isCode || autocomplete != nil ? "false" : nil
        ).html(asked, typed, problem)
    }

    /// Puts the text back.
    public func fill(_ typed: inout Typed, with answer: String) { typed.set(asked.name, answer) }
}

/// Several lines of text.
public struct LongTextQuestion: Question {
    /// Its name and its words.
    public var asked: Asked
    /// The most code points an answer may have.
    public let most: Int
    private let rows: Int

    /// Asks for several lines of text.
    ///
    /// - Parameters:
    ///   - most: the most code points of an answer; the hint says it.
    ///   - rows: how many lines are shown.
    public init(_ name: String, _ label: String, most: Int = 4_000, rows: Int = 6) {
        asked = Asked(name, label)
        self.most = most
        self.rows = rows
    }

    /// The text trimmed as a whole and in NFC; wrong where it is too long or holds what cannot be kept.
    public func read(_ typed: Typed) -> Entered<String> {
        LineReading.read(typed[asked.name], most: most, for: self) { typed throws(FieldText.Fault) in
            try FieldText.paragraphs(typed)
        }
    }

    /// The label over a box of several lines; the limit stands in the hint.
    public func html(_ typed: Typed, _ problem: FormProblem?) -> HTML {
        let limit = "Up to \(Digits.grouped(most)) characters."
        let describedBy = Control.describedBy(asked, problem, hint: limit)
        // A browser drops the first line end of the box.
        return Control.field(
            asked, problem, hint: limit,
            """
            <textarea id="\(asked.name)" name="\(asked.name)" rows="\(rows)" spellcheck="true"\
            \("aria-describedby", is: describedBy)\("aria-invalid", is: Control.invalid(asked.name, problem))>
            \(typed[asked.name])</textarea>
            """)
    }

    /// Puts the text back.
    public func fill(_ typed: inout Typed, with answer: String) { typed.set(asked.name, answer) }
}

/// One input of one line.
struct LineInput {
    /// Its type in HTML.
    enum Kind: String { case text, email, tel, password }

    var kind = Kind.text
    var width = ControlWidth.full
    var autocomplete: Autocomplete?
    var inputmode: String?
    var spellcheck: String?
    var isShownAgain = true

    func html(_ asked: Asked, _ typed: Typed, _ problem: FormProblem?) -> HTML {
        let value = isShownAgain ? typed[asked.name].flatMap { $0.isEmpty ? nil : $0 } : nil
        return Control.field(
            asked, problem,
            """
            <input type="\(kind.rawValue)" id="\(asked.name)" name="\(asked.name)"\("value", is: value)\
            \("class", is: width.classes)\("autocomplete", is: autocomplete?.rawValue)\
            \("inputmode", is: inputmode)\("spellcheck", is: spellcheck)\
            \("aria-describedby", is: Control.describedBy(asked, problem))\
            \("aria-invalid", is: Control.invalid(asked.name, problem))>
            """)
    }
}

/// Reads one line and says what is wrong with it.
enum LineReading {
    /// Reads a question's own line, then lets it be checked: a text where it is wrong.
    static func read(
        _ question: some Question, _ typed: Typed, isCode: Bool, most: Int,
        _ check: (String) -> String?
    ) -> Entered<String> {
        let entered = read(typed[question.asked.name], most: most, for: question) {
            (typed) throws(FieldText.Fault) in
            isCode ? try FieldText.code(typed) : try FieldText.line(typed)
        }
        if case .answer(let text) = entered, let wrong = check(text) {
            return .wrong(question.problem(wrong))
        }
        return entered
    }

    /// Cleans what was typed and measures it.
    static func read(
        _ typed: String?, most: Int, for question: some Question,
        _ clean: (String) throws(FieldText.Fault) -> String
    ) -> Entered<String> {
        do throws(FieldText.Fault) {
            let text = try clean(typed ?? "")
            guard !text.isEmpty else { return .nothing }
            let count = text.unicodeScalars.count
            guard count <= most else {
                let over = count - most == 1 ? "1 is" : "\(Digits.grouped(count - most)) are"
                return .wrong(
                    question.problem(
                        "\(question.asked.subject) must be \(Digits.grouped(most)) characters or fewer; "
                            + "\(over) too many"))
            }
            return .answer(text)
        } catch {
            return .wrong(question.problem("\(question.asked.subject) \(error.words)"))
        }
    }
}
