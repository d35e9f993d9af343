import CivilTime
import Markup
import Pages

/// The areas for improvement and the matrix of objectives through which they are met.
struct AreasView: Sendable {
    let record: PlanRecord

    func page() -> Page {
        PlanWords.page(
            "Areas for improvement", PlanWords.thread(record.header),
            """
            <h1>Areas for improvement</h1>
            <p class="lead">Beside the priorities, the inspection named
            \(PlanWords.count(record.areas.count, "area", "areas")) to improve. Each is met through objectives of the
            plan; a group leads the commentary on it.</p>
            \(list)
            <h2>Which objectives serve which area</h2>
            \(matrix)
            """)
    }

    private var list: HTML {
        var table = DataTable(
            "Areas for improvement", [.plain("Area"), .text("Led by"), .number("Objectives")])
        for area in record.areas {
            table.add([
                """
                <a href="\(PlanRoutes.area((record.code, area.code)))"><strong>\(area.code.text)</strong> \
                \(area.text)</a>
                """,
                PlanWords.groups([area.group], record), "\(area.objectives.count)",
            ])
        }
        return table.html()
    }

    private var matrix: HTML {
        var table = DataTable(
            "Objectives by area for improvement",
            [.plain("Objective")] + record.areas.map { .text($0.code.text) })
        for objective in record.objectives {
            let cells = record.areas.map { area -> HTML in
                area.objectives.contains(objective.code) ? "Yes" : ""
            }
            table.add(
                [
                    "<a href=\"\(PlanRoutes.objective((record.code, objective.code)))\">\(objective.code.text)</a>"
                ] + cells)
        }
        return "<div class=\"matrix\">\(table.html())</div>"
    }
}

/// One area for improvement.
struct AreaView: Sendable {
    let record: PlanRecord
    let area: AreaStatement
    let versions: [Area.Version]

    func page() -> Page {
        let objectives = record.objectives.filter { area.objectives.contains($0.code) }
        let items = objectives.map { objective -> HTML in
            """
            <li><a href="\(PlanRoutes.objective((record.code, objective.code)))"><strong>\(objective.code.text)\
            </strong> \(objective.text)</a></li>
            """
        }
        var summary: [(name: String, value: HTML)] = [("Led by", PlanWords.groups([area.group], record))]
        if let confidence = area.confidence {
            summary.append(("Confidence in the matrix", HTML(text: confidence)))
        }
        return PlanWords.page(
            "Area for improvement \(area.code.text)",
            PlanWords.thread(record.header) + [Crumb("Areas for improvement", PlanRoutes.areas(record.code))],
            """
            <h1>Area for improvement \(area.code.text)</h1>
            <p class="lead">\(area.text)</p>
            \(Kit.summary(summary))
            <h2>Met through \(PlanWords.count(objectives.count, "objective", "objectives"))</h2>
            <ul class="bullets">\(items)</ul>
            \(PlanWords.remarkSection(area.remarks))
            \(VersionsView.history(versions.map { ($0.issue, $0.day, $0.statement == nil) }, record.header))
            """)
    }
}
