import CivilTime
import Markup
import Pages

/// How far the dates of a whole plan have moved since they were first promised.
struct SlipView: Sendable {
    let header: PlanHeader
    let curve: SlipCurve

    func page() -> Page {
        PlanWords.page(
            "How far dates have moved",
            PlanWords.thread(header) + [Crumb("Versions", PlanRoutes.issues(header.code))],
            """
            <h1>How far dates have moved</h1>
            <p class="lead">\(lead)</p>
            \(Kit.figures(figures))
            \(charts)
            \(moved)
            <p>Counted are objectives and actions with a date of their own, each from the month first promised to the
            month promised now. A promise with several dates counts by its last. What was dropped or has no date any
            more counts apart: it is not later, but it is not kept either.</p>
            \(Kit.links(links, label: "More about dates"))
            """)
    }

    private var last: SlipCurve.Point? { curve.points.last }

    private var lead: String {
        guard let last, last.same + curve.moved.count > 0 else {
            return "Nothing in this plan has ever had a date of its own, so no date can have moved."
        }
        guard !curve.moved.isEmpty else { return "Every date stands where it was first promised." }
        guard last.later > 0 else { return "No date stands later than first promised." }
        return
            "\(PlanWords.count(last.later, "promise stands", "promises stand")) later than first promised: "
            + "\(PlanWords.count(last.monthsLater, "month", "months")) in all."
    }

    private var figures: [Kit.Figure] {
        guard let last else { return [] }
        return [
            .init(
                "\(last.monthsLater)", "months later than first promised, in all",
                link: Link(fragment: "moved")),
            .init("\(last.later)", "stand later", link: Link(fragment: "moved")),
            .init("\(last.earlier)", "stand earlier", link: Link(fragment: "moved")),
            .init("\(last.same)", "stand where first promised"),
            .init("\(last.undated)", "no longer dated", link: Link(fragment: "moved")),
            .init("\(last.dropped)", "dropped", link: Link(fragment: "moved")),
        ]
    }

    private var charts: HTML {
        guard curve.points.count > 1, !curve.moved.isEmpty else { return "" }
        let months = SeriesChart(
            "Months that promised dates stand later than first promised, in all", id: "slip-months",
            lines: [line("Months later") { $0.monthsLater }], unit: "")
        let counts = SeriesChart(
            "How many promises stand later, and how many were dropped", id: "slip-counts",
            lines: [line("Later") { $0.later }, line("Dropped") { $0.dropped }], unit: "")
        return """
            <h2>Month by month</h2>
            \(months.html())
            \(counts.html())
            """
    }

    private func line(_ name: String, _ value: (SlipCurve.Point) -> Int) -> SeriesChart.Line {
        SeriesChart.Line(name, curve.points.map { ($0.month.first, .known(Double(value($0)))) })
    }

    private var moved: HTML {
        guard !curve.moved.isEmpty else {
            return """
                <section id="moved"><h2>What stands elsewhere than first promised</h2>
                <p>Nothing does.</p></section>
                """
        }
        var table = DataTable(
            "What stands elsewhere than first promised",
            [.plain("Promise"), .text("First promised"), .text("Now"), .text("Moved by")])
        for one in curve.moved {
            let isGone = one.move == .dropped
            let link =
                one.name.kind == .action
                ? PlanRoutes.action((header.code, one.name.code))
                : PlanRoutes.objective((header.code, one.name.code))
            let title: HTML = "<strong>\(one.name.code.text)</strong> \(one.text)"
            let now = one.now.isEmpty ? "No date" : one.now.map(\.written).joined(separator: " and ")
            table.add([
                isGone ? title : "<a href=\"\(link)\">\(title)</a>",
                HTML(
                    text: one.first.months.map(\.written).joined(separator: " and ")
                        + ", in issue \(one.first.issue)"),
                HTML(text: isGone ? "Not in the plan" : now), HTML(text: one.move.words),
            ])
        }
        return
            "<section id=\"moved\"><h2>What stands elsewhere than first promised</h2>\(table.html(namesFirst: true))</section>"
    }

    private var links: [(title: String, link: Link)] {
        [
            ("Compare two versions", ComparisonRoutes.compare(header.code)),
            ("Dates", PlanRoutes.dates(header.code)),
            (
                "This curve as a table (CSV)",
                ComparisonRoutes.file((header.code, ComparisonExport.slipName))
            ),
        ]
    }
}
