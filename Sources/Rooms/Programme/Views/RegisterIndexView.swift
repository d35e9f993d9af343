import CivilTime
import Ledger
import Markup
import Pages

/// The page that leads to every register, with what needs attention first.
enum RegisterIndexView {
    /// How many there are beside the registers of one shape, and how many of each need attention.
    struct Others: Sendable {
        let recommendations: (all: Int, attention: Int)
        let reviews: (all: Int, attention: Int)
        let duties: (all: Int, late: Int)
        let sets: (all: Int, open: Int)

        init(_ reader: Reader, today: Day) throws {
            let recommendations = try RecommendationRow.all(reader)
            let reviews = try ExternalReviewRow.all(reader)
            let duties = try ReportingRow.all(reader)
            let sets = try SharingRow.all(reader)
            self.recommendations = (
                recommendations.count, recommendations.count { !$0.findings(today).isEmpty }
            )
            self.reviews = (reviews.count, reviews.count { !$0.findings(today).isEmpty })
            let late = try ReportingDayRow.all(reader).filter { $0.sent == nil && $0.due < today }
            self.duties = (duties.count, late.count)
            self.sets = (sets.count, sets.count { $0.shared == nil })
        }
    }

    static func page(_ rows: [RegisterRow], _ others: Others, today: Day) -> Page {
        let attention = rows.map { ($0, $0.findings(today)) }.filter { !$0.1.isEmpty }
        let groups = RegisterKind.Group.allCases.map { group -> HTML in
            var table = DataTable(
                group.rawValue, [.plain("Register"), .number("Entries"), .number("Need attention")])
            for kind in RegisterKind.all where kind.group == group {
                let fitting = rows.filter { $0.kindID == kind.id }
                let late = attention.count { $0.0.kindID == kind.id }
                table.add([
                    """
                    <a href="\(RegisterRoutes.list(kind))">\(kind.title)</a> \
                    <span class="muted">\(kind.about)</span>
                    """, "\(fitting.count)", "\(late)",
                ])
            }
            return "<h2>\(group.rawValue)</h2>\(table.html(namesFirst: true))"
        }
        return RegisterWords.page(
            "Registers", [],
            """
            <h1>Registers</h1>
            <p class="lead">What stands beside the improvement plan: strategies and how they were shaped, what \
            scrutiny asked for, who reviews us, what is reported to whom, and what is shared.</p>
            \(needs(attention))
            <h2>Scrutiny, reviews and reporting</h2>\(table(others).html(namesFirst: true))
            \(groups)
            """)
    }

    private static func needs(_ rows: [(RegisterRow, [String])]) -> HTML {
        guard !rows.isEmpty else { return "" }
        let items = rows.prefix(10).map { row, findings -> HTML in
            """
            <li><a href="\(RegisterRoutes.item(row.id))">\(row.title)</a>: \
            \(findings.joined(separator: "; "))</li>
            """
        }
        let more: HTML? =
            rows.count > 10 ? "<p>And \(rows.count - 10) more, in the registers below.</p>" : nil
        return Kit.inset(
            "<p><strong>Needs attention</strong></p><ul class=\"bullets\">\(items)</ul>\(more)")
    }

    private static func table(_ others: Others) -> DataTable {
        var table = DataTable(
            "Scrutiny, reviews and reporting",
            [.plain("Register"), .number("Entries"), .number("Need attention")])
        let lines: [(String, String, Link, Int, Int)] = [
            (
                "Recommendations of scrutiny", "What was recommended, the answer, and what became of it.",
                RecommendationRoutes.list(), others.recommendations.all, others.recommendations.attention
            ),
            (
                "Reviews from outside", "Notices, stocktakes, deep dives, visits and inspections.",
                ExternalReviewRoutes.calendar(), others.reviews.all, others.reviews.attention
            ),
            (
                "Reports to boards and committees",
                "What is due to whom and when; attention counts late reports.",
                ReportingRoutes.calendar(), others.duties.all, others.duties.late
            ),
            (
                "Evidence shared with the department", "Attention counts sets that are not shared yet.",
                SharingRoutes.list(), others.sets.all, others.sets.open
            ),
        ]
        for (title, about, link, all, attention) in lines {
            table.add([
                "<a href=\"\(link)\">\(title)</a> <span class=\"muted\">\(about)</span>", "\(all)",
                "\(attention)",
            ])
        }
        return table
    }
}
