import CivilTime
import Documents
import Markup
import Pages

/// The questions that forms of the registers share.
enum RegisterAsk {
    static let title = TextQuestion("title", "Title", most: 200)
    static let owner = TextQuestion("owner", "Who answers for it", most: 200)
        .hint("A post or an organisation.")
    static let isPublic = YesNoQuestion("public", "May everybody read it?")
    static let file = FileQuestion("file", "File", FileKind.papers, most: Documents.fileBytes)
        .hint("It may hold nothing about a child who could be recognised.").optional()
    static let link = address("link", "Link to where it can be read").hint("It begins with https://.")
        .optional()

    static func address(_ name: String, _ label: String) -> ConvertedQuestion<TextQuestion, String> {
        TextQuestion(name, label, most: 500, isCode: true).converted(
            { Link(web: $0) == nil ? nil : $0 }, back: { $0 },
            otherwise: "Enter an address that begins with https://, without spaces")
    }

    static func day(_ label: String, _ today: Day, name: String = "day") -> DateQuestion {
        DateQuestion(name, label, latest: .today(today))
    }

    static func line(_ name: String, _ label: String) -> TextQuestion { TextQuestion(name, label, most: 200) }
    static func text(_ name: String, _ label: String) -> LongTextQuestion { LongTextQuestion(name, label) }
    static func due(_ label: String = "Due") -> DateQuestion {
        DateQuestion("due", label).hint("Leave it empty where there is no date.").optional()
    }

    static let number = TextQuestion("number", "Version number", most: 20, width: .ten, isCode: true)
        .hint("Such as 1.2. A later version has a higher number.")
        .converted(
            { VersionNumber($0) }, back: \.text,
            otherwise: "Enter a version number: whole numbers with full stops between them, such as 1.2")

    // MARK: What something serves

    static func plan(_ around: RegisterSurroundings) -> SelectQuestion<Code> {
        SelectQuestion(
            "plan", "Improvement plan that it serves",
            around.plans.map { Choice($0.code, key: $0.code.text, $0.title) }, none: "None"
        ).optional()
    }

    static let objectives = TextQuestion(
        "objectives", "Objectives or actions of that plan that it serves", most: 400, isCode: true
    ).hint("Their ids with commas between, such as PAP1:1, PAP2B:2.")
        .converted({ typed throws(Unfit) -> [Code] in try codes(typed) }) {
            $0.map(\.text).joined(separator: ", ")
        }.optional()

    private static func codes(_ typed: String) throws(Unfit) -> [Code] {
        var codes: [Code] = []
        for word in typed.split(whereSeparator: { ",; ".contains($0) }) {
            guard let code = Code(word) else {
                throw Unfit(
                    "“\(word)” is not the id of an objective. Write ids such as PAP1:1, with commas between")
            }
            if !codes.contains(code) { codes.append(code) }
        }
        return codes
    }

    static func serving(_ around: RegisterSurroundings, _ reading: inout Reading) -> Serving {
        let plan = reading.ask(plan(around))
        let codes = reading.ask(objectives) ?? []
        // Where there is one plan there is no doubt which is meant.
        let only = around.plans.count == 1 && !codes.isEmpty ? around.plans.first?.code : nil
        return Serving(plan: plan ?? only, objectives: codes)
    }

    static func fill(_ typed: inout Typed, with serving: Serving, _ around: RegisterSurroundings) {
        if let code = serving.plan { plan(around).fill(&typed, with: code) }
        if !serving.objectives.isEmpty { objectives.fill(&typed, with: serving.objectives) }
    }

    // MARK: Papers and actions

    static func paper(_ reading: inout Reading) -> GivenPaper {
        GivenPaper(upload: reading.ask(file), link: reading.ask(link))
    }

    static func actions(_ actions: [AgreedAction]) -> SelectQuestion<String> {
        SelectQuestion(
            "action", "Which action", actions.map { Choice($0.entry, String($0.text.prefix(120))) })
    }

    static let actionState = RadiosQuestion(
        "state", "How it goes", ActionState.allCases.map { Choice($0, $0.words) })

    /// The entries that are known of a day, and the words for a day in an aspect.
    static func typedDay(_ name: String) -> @Sendable (Typed) -> String? {
        { typed in
            let parts = ["day", "month", "year"].compactMap { typed["\(name)-\($0)"] }.filter { !$0.isEmpty }
            return parts.isEmpty ? nil : parts.joined(separator: " ")
        }
    }

    /// An answer that stands in a form at first, where the address names one.
    static func preset(_ request: Request, _ name: String) -> Typed {
        var typed = Typed()
        if let value = request.queryValue(name) { typed.set(name, value) }
        return typed
    }
}

extension RegisterQuestion {
    /// The name of its control.
    var field: String { "answer-\(id)" }

    /// The question as a form asks it; what is not public says so.
    var question: any Question {
        let words = [hint, isPublic ? nil : "Never shown in public."].compactMap { $0 }
            .joined(separator: " ")
        switch answer {
        case .line: return worded(TextQuestion(field, label, most: 200), words)
        case .text: return worded(LongTextQuestion(field, label, rows: 4), words)
        case .pounds:
            return worded(WholeNumberQuestion(field, label, in: 0...100_000_000_000, unit: "pounds"), words)
        case .choice(let offers):
            return worded(
                SelectQuestion(field, label, offers.map { Choice($0.id, $0.words) }, none: "Not stated"),
                words)
        }
    }

    private func worded<Q: Question>(_ question: Q, _ words: String) -> any Question {
        words.isEmpty ? question.optional() : question.hint(words).optional()
    }

    /// Reads the answer as it is kept; nil where there is none.
    func read(_ reading: inout Reading) -> String? {
        switch question {
        case let question as WholeNumberQuestion: reading.ask(question).map { "\($0)" }
        case let question as TextQuestion: reading.ask(question)
        case let question as LongTextQuestion: reading.ask(question)
        case let question as SelectQuestion<String>: reading.ask(question)
        default: nil
        }
    }
}
