public import Markup

/// A form: its questions with what was typed and what is wrong, and its buttons.
///
///     var form = Form(to: Routes.save(), after: reading, token: context.formToken, button: "Save")
///     form.ask(nameQuestion, birthQuestion)
///     return .form("Your child", form)
public struct Form: Sendable {
    /// The name of the hidden field with the token against forged forms.
    public static let tokenField = "token"
    /// The name of the hidden field with the command id that was made with the form.
    public static let commandField = "command"
    /// The name of the hidden field that says what state of things the form showed.
    public static let shownField = "shown"
    /// The name under which the key of a further button is sent.
    public static let buttonField = "button"
    /// The names of all fields that the form itself adds.
    public static let ownFields: Set<String> = [tokenField, commandField, shownField, buttonField]

    /// What was typed.
    public let typed: Typed
    private let action: Link
    private let isGet: Bool
    private let given: [FormProblem]
    private let hidden: [Typed.Field]
    private let button: String
    private var others: [(key: String, label: String)] = []
    private var ways: [(label: String, link: Link)] = []
    private var content = HTML()
    private var names: [String] = []
    private var controls: Set<String> = []
    private var takesFile = false
    /// Whether one of its questions is the page's heading.
    public private(set) var hasHeading = false

    /// Begins a form that changes something.
    ///
    /// - Parameters:
    ///   - action: where it is sent, by POST.
    ///   - typed: what is shown in it.
    ///   - problems: what is wrong with that.
    ///   - token: the token of the session against forged forms.
    ///   - command: the id of the command, made with the form, so that sending it twice does nothing twice.
    ///   - shown: what state of things it shows, so that a change by somebody else is seen.
    ///   - button: what its dark button says.
    public init(
        to action: Link, typed: Typed = Typed(), problems: [FormProblem] = [], token: String?,
        command: String? = nil, shown: String? = nil, button: String = "Save and continue"
    ) {
        self.action = action
        self.typed = typed
        given = problems
        self.button = button
        isGet = false
        hidden = [(Self.tokenField, token), (Self.commandField, command), (Self.shownField, shown)]
            .compactMap { name, value in value.map { Typed.Field(name, $0) } }
    }

    /// Begins a form that is shown again after its answers were read.
    public init(
        to action: Link, after reading: Reading, token: String?, command: String? = nil, shown: String? = nil,
        button: String = "Save and continue"
    ) {
        self.init(
            to: action, typed: reading.typed, problems: reading.problems, token: token, command: command,
            shown: shown, button: button)
    }

    /// Begins a form that only asks for a page: a filter or a search, sent by GET, its answers in the address.
    public init(asking action: Link, typed: Typed, problems: [FormProblem] = [], button: String) {
        self.action = action
        self.typed = typed
        given = problems
        self.button = button
        isGet = true
        hidden = []
    }

    /// Adds questions; their names must differ from all others of the form.
    public mutating func ask(_ questions: any Question...) {
        for question in questions { add(question) }
    }

    /// Adds something between the questions: a heading, a paragraph.
    public mutating func add(_ html: HTML) { content += html }

    /// Adds a further, grey button; its key is sent as ``buttonField``.
    public mutating func add(button label: String, key: String) { others.append((key, label)) }

    /// Adds a way out beside the buttons: “Cancel”.
    public mutating func add(link label: String, to link: Link) { ways.append((label, link)) }

    private mutating func add(_ question: any Question) {
        for name in question.fieldNames {
            precondition(
                !names.contains(name) && !Self.ownFields.contains(name),
                "two fields of a form are called \(name)")
            names.append(name)
        }
        controls.formUnion(question.controls)
        takesFile = takesFile || question.takesFile
        hasHeading = hasHeading || question.asked.isHeading
        var question = question
        // Whoever only asks may leave anything out; it need not be said each time.
        if isGet { question.asked.isOptional = false }
        content += question.html(typed, given.first { $0.question == question.asked.name })
    }

    /// What is wrong in the order of the questions; first what is wrong with the whole.
    public var problems: [FormProblem] {
        let place: (FormProblem) -> Int = { problem in
            problem.controls.compactMap { names.firstIndex(of: $0) }.min() ?? -1
        }
        return given.enumerated().sorted { (place($0.element), $0.offset) < (place($1.element), $1.offset) }
            .map(\.element)
    }

    /// The error summary that stands at the top of the page; nothing where nothing is wrong.
    public var summary: HTML {
        let items = problems.map { problem -> HTML in
            // What points nowhere is no link.
            problem.controls.first { controls.contains($0) }.map { control in
                "<li><a href=\"\(Link(fragment: control))\">\(problem.text)</a></li>\n"
            } ?? "<li>\(problem.text)</li>\n"
        }
        return items.isEmpty ? "" : Kit.errorSummary(items)
    }

    /// The form itself.
    public var html: HTML {
        let hidden = hidden.map { field -> HTML in
            "<input type=\"hidden\" name=\"\(field.name)\" value=\"\(field.value)\">\n"
        }
        return """
            <form\(attribute: #"class="filters""#, if: isGet) action="\(action)" method="\(isGet ? "get" : "post")"\
            \("enctype", is: takesFile ? "multipart/form-data" : nil)\
            \(attribute: "novalidate", if: !isGet) autocomplete="off">
            \(hidden)\(content)\(buttons)
            </form>

            """
    }

    private var buttons: HTML {
        let more = others.map { other -> HTML in
            """
            <button class="button button-plain" name="\(Self.buttonField)" value="\(other.key)">\(other.label)</button>

            """
        }
        let ways = ways.map { way -> HTML in "<a class=\"way\" href=\"\(way.link)\">\(way.label)</a>\n" }
        // The first button is the one that the return key presses.
        return """
            <div class="buttons">
            <button class="button">\(button)</button>
            \(more)\(ways)</div>
            """
    }
}

extension Page {
    /// A page around a form: the error summary first, the title prefixed where something is wrong.
    ///
    /// - Parameters:
    ///   - title: the page's title, and its heading unless a question is.
    ///   - banner: what stands above all: that what was typed is kept, what somebody else changed.
    ///   - lead: what stands between the heading and the form.
    ///   - below: what stands under the form.
    public static func form(
        _ title: String, thread: [Crumb] = [], section: String? = nil, banner: HTML = "", lead: HTML = "",
        _ form: Form, below: HTML = ""
    ) -> Page {
        let heading: HTML = form.hasHeading ? "" : "<h1>\(title)</h1>\n"
        return Page(
            title: form.problems.isEmpty ? title : "Error: " + title, thread: thread, section: section,
            body: "\(form.summary)\(banner)\(heading)\(lead)\(form.html)\(below)")
    }
}
