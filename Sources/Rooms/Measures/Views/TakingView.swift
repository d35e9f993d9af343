import CivilTime
import Markup
import Pages

/// What a plan prints, and what becomes of it when it is taken.
struct TakingView: Sendable {
    let printed: PrintedPlan
    let taken: TakenTargets
    /// The form that takes it; nil where nothing is new.
    let form: Form?

    func page() -> Page {
        let title = "Figures printed in \(printed.code)"
        return Page(
            title: form?.problems.isEmpty ?? true ? title : "Error: " + title,
            thread: [Crumb("Indicators", MeasuresRoutes.indicators())], section: MeasuresRoutes.section,
            body: """
                \(form?.summary)<h1>\(title)</h1>
                <p class="lead">\(lead)</p>
                \(lines)\(form?.html)\(left)
                """)
    }

    private var lead: String {
        guard !taken.lines.isEmpty else {
            return
                "\(printed.title), issue \(printed.issue), prints no figure of an indicator in the register."
        }
        let new = taken.lines.count { $0.fate != .held }
        return new == 0
            ? "Everything that issue \(printed.issue) prints of indicators in the register has been taken."
            : "\(LevelWords.count(new, "figure", "figures")) of issue \(printed.issue) can be taken. What a plan prints first "
                + "is in force from its publication, \(printed.published.short); what it prints differently later is "
                + "recommended to the board."
    }

    private var lines: HTML {
        guard !taken.lines.isEmpty else { return "" }
        var table = DataTable(
            "What is printed",
            [.text("Indicator"), .text("What"), .number("Value"), .text("For whom"), .plain("Then")])
        for line in taken.lines {
            let fate: HTML =
                switch line.fate {
                case .approved: Kit.tag("In force", .green)
                case .recommended: Kit.tag("Recommended", .blue)
                case .held: Kit.tag("Taken before", .grey)
                }
            let indicator: HTML =
                IndicatorCode(line.indicator).map { code in
                    "<a href=\"\(MeasuresRoutes.indicator(code))\">\(code.text)</a>"
                } ?? HTML(text: line.indicator)
            table.add([
                indicator, HTML(text: LevelWords.title(line.kind)), HTML(text: line.value),
                HTML(text: line.cohort ?? "All"), fate,
            ])
        }
        return table.html()
    }

    private var left: HTML {
        guard !taken.left.isEmpty else { return "" }
        var table = DataTable(
            "What stays as it is printed", [.plain("Printed"), .text("Why it is not taken")])
        for line in taken.left { table.add([HTML(text: line.title), HTML(text: line.why)]) }
        return "<h2>What stays as it is printed</h2>\(table.html())"
    }
}
