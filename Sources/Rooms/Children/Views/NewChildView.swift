import CivilTime
import Markup
import Pages
import People

/// What stands around the forms on the way to a new record.
enum NewChildView {
    static func lead(_ step: NewChildStep, _ answers: NewChildAnswers, today: Day) -> HTML {
        let steps = Kit.steps(
            NewChildStep.allCases.filter { $0 != .matches }.map { Kit.Step($0.title, nil) },
            current: NewChildStep.allCases.filter { $0 != .matches }.firstIndex(of: step) ?? -1)
        switch step {
        case .matches: return matches(answers.undecided)
        case .numbers:
            return """
                \(steps)<p>Give what you have. A number that another record already has is taken, and both records say \
                so.</p>
                """
        default: return steps
        }
    }

    private static func matches(_ doubles: [PossibleDouble]) -> HTML {
        """
        <p>Look at these first. If one of them is the child, go on there and add nothing here.</p>
        \(list(doubles))
        """
    }

    /// Records that may be of the same child, with what speaks for and against.
    static func list(_ doubles: [PossibleDouble]) -> HTML {
        var table = DataTable(
            "Records that may be of the same child",
            [.text("Record"), .text("How likely"), .text("What speaks for it"), .text("What speaks against")])
        for double in doubles {
            table.add([
                "<a href=\"\(ChildRoutes.child(double.id))\">\(double.name)</a>",
                HTML(text: double.comparison.verdict.name),
                RecordView.lines(double.comparison.reasonsFor.map(\.text)),
                RecordView.lines(double.comparison.reasonsAgainst.map(\.text)),
            ])
        }
        return table.html()
    }

    /// All answers, to be checked before they are recorded.
    static func answers(_ child: NewChild, _ questions: NewChildQuestions) -> HTML {
        let names = Dictionary(
            questions.organisations.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let home = child.address?.words
        let called = child.name.map { name in
            name.full + (name.knownAs.map { ", known as \($0.text)" } ?? "")
        }
        var rows = [
            Kit.GivenAnswer("Name", text: called, change: nil),
            Kit.GivenAnswer("Birth date", text: child.born?.short ?? "not known", change: nil),
            Kit.GivenAnswer("Sex", text: child.sex?.name, change: nil),
        ]
        rows += child.identifiers.map {
            Kit.GivenAnswer($0.kind.name.capitalizedFirst, text: $0.value, change: nil)
        }
        rows += [
            Kit.GivenAnswer("Address", text: dated(home, child.addressFrom), change: nil),
            Kit.GivenAnswer(
                "School or setting", text: dated(child.setting.flatMap { names[$0] }, child.settingFrom),
                change: nil),
            Kit.GivenAnswer(
                "SEND team", text: dated(child.team.flatMap { names[$0] }, child.teamFrom ?? questions.today),
                change: nil),
        ]
        return Kit.answers(rows)
    }

    private static func dated(_ text: String?, _ from: Day?) -> String? {
        text.map { text in from.map { "\(text), from \($0.short)" } ?? text }
    }
}
