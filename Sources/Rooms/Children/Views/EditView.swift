import CivilTime
import Markup
import Pages
import People

/// What stands around the forms on one child.
enum EditView {
    /// The list of all that can be recorded.
    static func topics(_ found: FoundChild) -> Page {
        let single: Set<Topic> = [.sex, .ethnicity, .language]
        let ways = Topic.allCases.filter {
            !single.contains($0) && (found.sight.socialCare || !$0.isSocialCare)
        }.map { (title: $0.title, link: ChildRoutes.changing((found.id, $0))) }
        return Page(
            title: "Record something", thread: RecordView.thread(found), section: "children",
            body: "<h1>Record something</h1>\(Kit.links(ways, label: "What can be recorded"))")
    }

    /// What is recorded now under a form's topic, with the ways to put it right.
    static func now(_ model: EditModel) -> HTML {
        let found = model.found
        let statements = found.child.statements(on: model.topic).filter { found.sight.shows($0.detail) }
        guard !statements.isEmpty else { return lead(model) }
        var table = DataTable(
            "Recorded now", [.text("Recorded"), .text("Days"), .plain("Put right")])
        for statement in statements.reversed() {
            table.add([
                HTML(text: statement.detail.words(found.names)),
                HTML(text: statement.days(on: model.setting.today)), ways(statement, found),
            ])
        }
        return "\(lead(model))\(Kit.details("What is recorded now", table.html()))"
    }

    private static func ways(_ statement: Statement, _ found: FoundChild) -> HTML {
        let pair = (found.id, statement.entry)
        let hidden: HTML = "<span class=\"unseen\"> \(statement.detail.words(found.names))</span>"
        var ways: [HTML] = ["<a href=\"\(ChildRoutes.correcting(pair))\">Correct\(hidden)</a>"]
        if statement.detail.topic.ends, statement.to == nil {
            ways.append("<a href=\"\(ChildRoutes.ending(pair))\">End\(hidden)</a>")
        }
        return HTML.joined(ways, separator: "<br>")
    }

    private static func lead(_ model: EditModel) -> HTML {
        switch model.topic {
        case .birth:
            let held = model.found.child.birthDate?.short ?? "not known"
            return "<p>Recorded now: \(held). Say why where another is recorded.</p>"
        case .death:
            return """
                \(Kit.warning("What is recorded for the time after this day is shown as a problem of the record."))
                """
        case .restriction:
            return
                "<p>The family does not see this. Who may not be told of the child stops seeing the record.</p>"
        default: return ""
        }
    }

    /// Asks which of the people of the same name an adult is, or none.
    static func sameQuestion(_ known: [Choice<String>]) -> RadiosQuestion<String> {
        RadiosQuestion(
            AdultQuestions.sameField, "Somebody of this name is recorded already. Is it one of these people?",
            known + [Choice(AdultQuestions.nobody, "None of them")], dividesLast: !known.isEmpty)
    }
}
