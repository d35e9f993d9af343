import CivilTime
import Markup
import Testing

@testable import Pages

enum Need: String, CaseIterable { case speech, learning, hearing }

extension Choice where Value == Need {
    static var samples: [Choice<Need>] {
        [
            Choice(.speech, "Speech, language and communication", hint: "Understanding & being understood"),
            Choice(.learning, "Learning"), Choice(.hearing, "Hearing <or> sight"),
        ]
    }
}

/// One question of each kind, as pages of these tests show them.
enum SampleForm {
    static let name = TextQuestion("full-name", "Full name").noun("the child's full name")
    static let story = LongTextQuestion("story", "What is working well?", most: 1_000, rows: 4)
        .hint("In your own words.").noun("what is working well").optional()
    static let mail = MailQuestion("mail", isOwn: true).noun("your email address")
    static let telephone = TelephoneQuestion("telephone").hint("We only ring in the daytime.")
    static let postcode = PostcodeQuestion("postcode")
    static let hours = WholeNumberQuestion("hours", "Hours of support", in: 0...35, unit: "hours a week")
    static let born = DateQuestion(
        "born", "Date of birth", earliest: .date(day("1999-09-01")), latest: .today(day("2024-06-30"))
    )
    .hint("For example, 27 3 2016")
    static let month = MonthQuestion("month", "Month of the last review")
    static let need = RadiosQuestion("need", "What is the main need?", Choice.samples, dividesLast: true)
        .noun("the main need")
    static let needs = CheckboxesQuestion("needs", "Other needs", Choice.samples, none: "None of these")
    static let school = SelectQuestion(
        "school", "School", [Choice("s1", "Saltmarsh Primary"), Choice("s2", "Quill & Reed Academy")])
    static let lives = YesNoQuestion("lives-with", "Does the child live with you?")
    static let agree = ConfirmQuestion("agree", "What I have said is true as far as I know")
    static let password = PasswordQuestion("password", isNew: true).hint("At least 12 characters")
    static let code = OneTimeCodeQuestion("code")
    static let file = FileQuestion("advice", "Written advice", [.pdf, .word], most: 10_000_000).noun(
        "the advice")
    static let hidden = HiddenQuestion("child")

    static let all: [any Question] = [
        name, story, mail, telephone, postcode, hours, born, month, need, needs, school, lives, agree,
        password,
        code, file, hidden,
    ]

    /// What a person might have typed, all of it right.
    static var filled: Typed {
        var typed = Typed([
            .init("full-name", "Zoë O’Neill-<Smith>"),
            .init("story", "\nMornings.\n\nAnd \"rabbits\" & maps.\n"),
            .init("mail", "ann@example.org"), .init("telephone", "01632 960 001 ext 2"),
            .init("postcode", "qz1 1aa"), .init("hours", "12"), .init("born-day", "3"),
            .init("born-month", "March"), .init("born-year", "2016"), .init("month-month", "9"),
            .init("month-year", "2023"), .init("need", "learning"), .init("needs", "speech"),
            .init("needs", "hearing"), .init("school", "s2"), .init("lives-with", "no"),
            .init("agree", "yes"),
            .init("password", "correct horse battery"), .init("code", "123 456"), .init("child", "c-17"),
        ])
        typed.set("advice", upload: sampleUpload)
        return typed
    }

    /// What a person might have typed, all of it wrong.
    static var wrong: Typed {
        var typed = Typed([
            .init("full-name", ""), .init("story", String(repeating: "a", count: 1_003)),
            .init("mail", "ann at example"),
            .init("telephone", "my mother's"), .init("postcode", "QZ1"), .init("hours", "3.5"),
            .init("born-day", "31"), .init("born-month", "2"), .init("born-year", "2016"),
            .init("month-month", "13"), .init("month-year", "23"), .init("need", "else"),
            .init("needs", "speech"), .init("needs", "none-of-these"), .init("school", ""),
            .init("password", "tab\u{1}bed"), .init("code", "12345"),
        ])
        typed.set(
            "advice", upload: Upload(id: "", filename: "run.exe", content: .program, size: 5))
        return typed
    }

    static let sampleUpload = Upload(
        id: "u1", filename: "advice & notes.pdf", content: .pdf, size: 1_240_000)

    /// A form with all of them.
    static func form(_ typed: Typed, reading: Bool = false) -> Form {
        var gathered = Reading(typed)
        if reading { for question in all { ask(question, &gathered) } }
        var form = Form(
            to: Link(path: ["children", "new"]), after: gathered, token: "t<oken", command: "command-1",
            shown: "12", button: "Save and continue")
        for question in all { form.ask(question) }
        form.add(button: "Save and come back later", key: "later")
        form.add(link: "Cancel", to: Link(path: ["children"]))
        return form
    }

    private static func ask(_ question: some Question, _ reading: inout Reading) { _ = reading.ask(question) }
}

extension Question {
    /// What it reads where its own field holds a text.
    func read(_ text: String) -> Entered<Answer> { read(Typed([.init(asked.name, text)])) }

    /// The answer to a text; nil where it is none.
    func answer(_ text: String) -> Answer? {
        if case .answer(let answer) = read(text) { answer } else { nil }
    }

    /// What is wrong with a text; nil where nothing is.
    func wrong(_ text: String) -> String? { read(text).problem?.text }
}

extension Entered {
    var problem: FormProblem? { if case .wrong(let problem) = self { problem } else { nil } }
    var answer: Answer? { if case .answer(let answer) = self { answer } else { nil } }
    var isNothing: Bool { if case .nothing = self { true } else { false } }
}
