import CivilTime
import Markup
import Testing

@testable import Pages

@Suite struct `A question` {
    @Test(arguments: [
        ("Full name", "full name", "Full name"), ("NHS number", "NHS number", "NHS number"),
        ("UPN", "UPN", "UPN"),
        ("A short note", "a short note", "A short note"), ("I agree", "I agree", "I agree"),
        ("Who are you?", "an answer to “Who are you?”", "An answer to “Who are you?”"), ("", "", ""),
    ])
    func `has a noun from its label`(label: String, noun: String, subject: String) {
        let asked = Asked("a", label)
        #expect(asked.noun == noun)
        #expect(asked.subject == subject)
    }

    @Test(arguments: ["", "A", "a b", "a.b", "a#b", "é"])
    func `has a plain name`(name: String) async {
        #expect(Asked("a-1", "A").name == "a-1")
        await #expect(processExitsWith: .failure) { [name] in _ = Asked(name, "A") }
    }

    @Test func `takes its words from its changes`() {
        let question = TextQuestion("a", "Name").hint("Hint").noun("their name").optional().asHeading()
        #expect(question.emptyText == "Enter their name")
        #expect(question.whenEmpty("Say who").emptyText == "Say who")
        #expect(question.asked.isOptional && question.asked.isHeading && question.asked.hint == "Hint")
        #expect(question.html(Typed(), nil).string.contains("Name (optional)</label></h1>"))
    }

    @Test(arguments: SampleForm.all)
    func `says what is missing where nothing was typed`(question: any Question) {
        func isNothing(_ question: some Question) -> Bool { question.read(Typed()).isNothing }
        let nothing = isNothing(question)
        #expect(nothing)
        let starts = ["Enter ", "Choose ", "Tick ", "Part of this page"]
        #expect(starts.contains { question.emptyText.hasPrefix($0) })
        #expect(!question.emptyText.hasSuffix("."))
    }

    @Test(arguments: SampleForm.all)
    func `shows nothing that runs, whatever was typed`(question: any Question) {
        var typed = Typed()
        for name in question.fieldNames { typed.add(name, "\"><script>x</script></textarea>'<b>\u{0}") }
        let problem = FormProblem("<b>", at: question.asked.name, controls: question.controls)
        let html = question.html(typed, problem)
        expectInert(html.string)
        #expect(html.count("<b>") == 0 && html.count("<textarea") == html.count("</textarea>"))
    }
}

@Suite struct `A contact` {
    @Test(arguments: [
        "a@b.org", "ann.o'neill+x@mail.example.co.uk", " a@b.org ", "zoë@b.org", "\u{202A}a@b.org\u{202C}",
    ])
    func `by mail is taken`(text: String) { #expect(SampleForm.mail.answer(text) != nil) }

    @Test(arguments: [
        "a", "a@", "@b.org", "a@b", "a@@b.org", "a b@c.org", "a@b..org", "a@b.org.", "a@.org",
        "a@b.org, c@d.org",
    ])
    func `by mail is refused`(text: String) {
        #expect(
            SampleForm.mail.wrong(text)
                == "Enter an email address in the correct format, like name@example.com")
    }

    @Test(arguments: [
        "01632 960 001", "01632960001", "(01632) 960001", "+44 1632 960001", "07700 900 982",
        "01632-960-001 ext 12",
        "01632 960001x12", "01632 960001 Ext. 12", "01632 960001 extension 12", "0808 157 0192",
        "020.7946.0001",
    ])
    func `by telephone is taken as it was typed`(text: String) {
        #expect(SampleForm.telephone.answer(text) == text)
    }

    @Test(arguments: [
        "1", "123456", "call me", "01632 960001 or 960002", "0163296000100000", "01632+960001", "٠١٦٣٢٩٦٠٠٠١",
        "01632 960001 ext",
    ])
    func `by telephone is refused`(text: String) {
        #expect(SampleForm.telephone.wrong(text)?.hasPrefix("Enter a telephone number, like") == true)
    }

    @Test(arguments: [
        ("qz1 1aa", "QZ1 1AA"), ("QZ11AA", "QZ1 1AA"), (" q z 1 1 a a ", "QZ1 1AA"), ("sw1a 2aa", "SW1A 2AA"),
        ("M1-1AE", "M1 1AE"),
        ("(B33 8TH)", "B33 8TH"), ("cr26xh.", "CR2 6XH"), ("DN55 1PT", "DN55 1PT"),
        ("EC1A\u{A0}1BB", "EC1A 1BB"),
    ])
    func `by postcode is written as it should be`(text: String, postcode: String) {
        #expect(SampleForm.postcode.answer(text) == postcode)
    }

    @Test(arguments: ["QZ1", "QZ1 1A", "QZ1 1AAA", "1AA QZ1", "QZ1 1AC", "QQZ1 1AA", "ＱＺ１ １ＡＡ", "QZ1 AA1"])
    func `by postcode is refused`(text: String) {
        #expect(SampleForm.postcode.wrong(text) == "Enter a full UK postcode, like QZ1 1AA")
    }
}

@Suite struct `A number` {
    @Test(arguments: [
        ("7", 7), (" 7 ", 7), ("007", 7), ("1,200", 1_200), ("1 200", 1_200), ("1\u{202F}200", 1_200),
        ("+5", 5), ("-5", -5),
        ("\u{2212}5", -5), ("1,234,567", 1_234_567),
    ])
    func `is understood`(text: String, number: Int) {
        #expect(WholeNumberQuestion("a", "Cost", in: Int.min...Int.max).answer(text) == number)
    }

    @Test(arguments: [
        ("3.5", "Cost must be a whole number, without a decimal point"),
        ("1,200.50", "Cost must be a whole number, without a decimal point"),
        ("ten", "Cost must be a whole number, like 12"), ("1,2", "Cost must be a whole number, like 12"),
        ("12,00", "Cost must be a whole number, like 12"), ("1e3", "Cost must be a whole number, like 12"),
        ("٣", "Cost must be a whole number, like 12"),
        ("9999999999999999999", "Cost must be a whole number, like 12"),
        ("36", "Cost must be between 0 and 35"), ("-1", "Cost must be between 0 and 35"),
    ])
    func `is refused with words`(text: String, words: String) {
        #expect(WholeNumberQuestion("a", "Cost", in: 0...35).wrong(text) == words)
    }

    @Test func `has an end on one side only`() {
        #expect(WholeNumberQuestion("a", "Cost", in: 1...Int.max).wrong("0") == "Cost must be 1 or more")
        #expect(WholeNumberQuestion("a", "Cost", in: Int.min...5).wrong("6") == "Cost must be 5 or fewer")
    }
}

@Suite struct `A choice` {
    @Test func `that was not offered is refused`() {
        #expect(SampleForm.need.answer("learning") == .learning)
        #expect(SampleForm.need.wrong("else") == "Choose the main need")
        #expect(SampleForm.school.wrong("Saltmarsh Primary") == "Choose school")
        #expect(SampleForm.lives.wrong("maybe") == "Choose yes or no: Does the child live with you?")
        #expect(SampleForm.agree.read("on").isNothing)
        #expect(SampleForm.need.read("").isNothing)
    }

    @Test func `of several comes in the order in which it is offered, each once`() {
        let typed = Typed([.init("needs", "hearing"), .init("needs", "speech"), .init("needs", "hearing")])
        #expect(SampleForm.needs.read(typed).answer == [.speech, .hearing])
        #expect(SampleForm.needs.answer("none-of-these") == [])
        #expect(SampleForm.needs.wrong("other") == "Choose other needs")
        let both = Typed([.init("needs", "hearing"), .init("needs", "none-of-these")])
        #expect(SampleForm.needs.read(both).problem?.text == "Choose answers or “None of these”, not both")
        let without = CheckboxesQuestion("needs", "Needs", Choice.samples)
        #expect(without.wrong("none-of-these") == "Choose needs")
    }

    @Test func `of a list begins with none`() {
        let any = SelectQuestion("school", "School", [Choice("s1", "Quill")], none: "Any <school>")
        #expect(any.html(Typed(), nil).count("<option value=\"\">Any &lt;school&gt;</option>") == 1)
        #expect(SampleForm.school.html(Typed(), nil).count("<option value=\"\">Choose…</option>") == 1)
    }

    @Test func `needs a key of its own`() async {
        await #expect(processExitsWith: .failure) {
            _ = RadiosQuestion("a", "A", [Choice("x", "X"), Choice("x", "Y")])
        }
        await #expect(processExitsWith: .failure) { _ = SelectQuestion("a", "A", [Choice("", "X")]) }
    }
}

@Suite struct `A secret` {
    @Test func `does not show itself`() {
        let secret = Secret("hunter2")
        var dumped = ""
        dump(secret, to: &dumped)
        #expect(!"\(secret)\(String(reflecting: secret))\(dumped)".contains("hunter2"))
    }

    @Test(arguments: [
        ("123456", "123456"), ("123 456", "123456"), ("123-456", "123456"), (" 1 2 3 4 5 6 ", "123456"),
    ])
    func `code is read without its spaces`(text: String, code: String) {
        #expect(SampleForm.code.answer(text)?.text == code)
    }

    @Test(arguments: ["12345", "1234567", "12345a", "١٢٣٤٥٦"])
    func `code is refused`(text: String) {
        #expect(SampleForm.code.wrong(text) == "Security code must be 6 digits, like 123456")
    }

    @Test func `has a name by which drafts know it`() async {
        await #expect(processExitsWith: .failure) { _ = PasswordQuestion("pass") }
        await #expect(processExitsWith: .failure) { _ = OneTimeCodeQuestion("totp") }
    }

    @Test func `password has an end`() {
        #expect(SampleForm.password.answer(String(repeating: "x", count: 256)) != nil)
        #expect(SampleForm.password.wrong(String(repeating: "x", count: 257)) != nil)
        #expect(SampleForm.password.answer("  ")?.text == "  ")
    }
}

@Suite struct `A file` {
    private func read(_ filename: String, _ content: FileContent = .pdf, size: Int = 1) -> Entered<Upload> {
        var typed = Typed()
        typed.set("advice", upload: Upload(id: "u", filename: filename, content: content, size: size))
        return SampleForm.file.read(typed)
    }

    @Test(arguments: [("a.pdf", FileContent.pdf), ("a.PDF", .pdf), ("a.b.docx", .word)])
    func `is taken by its ending and its bytes`(name: String, content: FileContent) {
        #expect(read(name, content).answer?.filename == name)
    }

    @Test(arguments: [
        ("a.exe", 1, "The file must be PDF or Word"), ("pdf.", 0, "The file you chose is empty"),
        ("a.pdf.exe", 1, "The file must be PDF or Word"), ("a.doc", 1, "The file must be PDF or Word"),
        ("a.pdf", 10_000_001, "The file must be 10 MB or smaller"), ("a", 1, "The file must be PDF or Word"),
    ])
    func `is refused`(name: String, size: Int, words: String) {
        #expect(read(name, size: size).problem?.text == words)
    }

    @Test func `a program is refused under whatever name, and so is one thing called another`() {
        #expect(
            read("a.pdf", .program).problem?.text
                == "This file holds a program, a script or macros. Save it without them, or as a PDF")
        let other = "What is in the file is not what its name says. Save it again as PDF or Word"
        #expect(read("a.pdf", .png).problem?.text == other)
        #expect(read("a.docx", .unknown).problem?.text == other)
    }
}
