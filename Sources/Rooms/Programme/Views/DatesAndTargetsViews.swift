import CivilTime
import Markup
import Pages

/// What is due month by month.
struct DatesView: Sendable {
    let header: PlanHeader
    let dues: [(row: DueRow, lateness: Lateness)]
    let ongoing: [Code]
    let today: Day

    func page() -> Page {
        let months = Dictionary(grouping: dues) { $0.row.day.calendarMonth }
        let late = dues.count { $0.lateness.isLate }
        return PlanWords.page(
            "Dates", PlanWords.thread(header),
            """
            <h1>Dates</h1>
            <p class="lead">\(lead(late))</p>
            \(ongoingNote)
            \(HTML.joined(months.keys.sorted().map { month($0, months[$0] ?? []) }))
            """)
    }

    private func lead(_ late: Int) -> String {
        guard !dues.isEmpty else { return "The plan names no month for anything in it." }
        return "\(PlanWords.count(dues.count, "date", "dates")) in the plan; on \(today.short), "
            + "\(late) had passed with nothing recorded as done."
    }

    private var ongoingNote: HTML {
        guard !ongoing.isEmpty else { return "" }
        let links = ongoing.map { code -> HTML in
            "<a href=\"\(PlanRoutes.objective((header.code, code)))\">\(code.text)</a>"
        }
        return "<p>Ongoing, without a date: \(HTML.joined(links, separator: ", ")).</p>"
    }

    private func month(_ month: Month, _ dues: [(row: DueRow, lateness: Lateness)]) -> HTML {
        var table = DataTable(
            "Due in \(month.written)",
            [.plain("What"), .text("Kind"), .text("In time until"), .plain("Standing")])
        for (row, lateness) in dues {
            let link =
                row.what == DueRow.action
                ? PlanRoutes.action((header.code, row.code)) : PlanRoutes.objective((header.code, row.code))
            table.add([
                "<a href=\"\(link)\"><strong>\(row.code.text)</strong> \(row.text)</a>", HTML(text: row.what),
                HTML(text: row.day.short), PlanWords.lateness(lateness),
            ])
        }
        return "<h2 id=\"\(month.iso)\">\(month.written)</h2>\(table.html(namesFirst: true))"
    }
}

/// Trajectories, targets and the measures printed with a plan.
struct TargetsView: Sendable {
    let record: PlanRecord
    var approved = ApprovedTargets(standings: [:])

    func page() -> Page {
        PlanWords.page(
            "Targets", PlanWords.thread(record.header),
            """
            <h1>Targets</h1>
            <p class="lead">The figures that the plan itself states: where things stood, and what was to be reached by
            when.</p>
            \(approved.section())\(HTML.joined(record.targets.map(target)))
            \(framework)
            """)
    }

    private func target(_ target: TargetStatement) -> HTML {
        var notes: [HTML] = []
        if let cohort = target.cohort { notes.append("For: \(cohort).") }
        if !target.indicators.isEmpty {
            notes.append("Indicators: \(target.indicators.joined(separator: ", ")).")
        }
        if !target.actions.isEmpty {
            let links = target.actions.map { code -> HTML in
                "<a href=\"\(PlanRoutes.action((record.code, code)))\">\(code.text)</a>"
            }
            notes.append("Stands with actions \(HTML.joined(links, separator: ", ")).")
        }
        return """
            <section id="\(target.code.text)"><h2>\(PlanWords.capitalised(target.title))</h2>
            \(notes.isEmpty ? "" : "<p class=\"muted\">\(HTML.joined(notes, separator: " "))</p>" as HTML)
            \(chart(target))\(table(target))\(PlanWords.remarks(target.remarks))</section>
            """
    }

    private func chart(_ target: TargetStatement) -> HTML {
        let points = target.figures.compactMap { figure in
            figure.kind == .target && figure.unit == .percent
                ? figure.month.map { TrajectoryChart.Point(month: $0, percent: figure.value) } : nil
        }
        let start = target.figures.first { $0.kind == .baseline && $0.unit == .percent }
        return TrajectoryChart(
            "Targets for \(target.title), month by month; the table below holds the same figures",
            start: start.map { ($0.when ?? "Start", $0.value) }, points: points
        ).html()
    }

    private func table(_ target: TargetStatement) -> HTML {
        var table = DataTable(
            "Figures of \(target.title)", [.plain("When"), .text("What"), .number("Figure")])
        for figure in target.figures {
            let kind =
                switch figure.kind {
                case .baseline: "Where it stood"
                case .target: "Target"
                case .stated: "Stated"
                }
            let what = [kind, figure.label].compactMap(\.self).joined(separator: ": ")
            table.add([
                HTML(text: figure.when ?? figure.month?.written ?? "No date given"), HTML(text: what),
                HTML(text: Self.words(figure)),
            ])
        }
        return table.html()
    }

    static func words(_ figure: TargetStatement.Figure) -> String {
        let value =
            switch figure.unit {
            case .percent: "\(figure.value)%"
            case .days: "\(Digits.grouped(figure.value)) days"
            case .count: Digits.grouped(figure.value)
            }
        return [figure.comparison, value].compactMap(\.self).joined(separator: " ")
    }

    private var framework: HTML {
        let groups = record.header.framework
        guard !groups.isEmpty else { return "" }
        var table = DataTable(
            "Measures printed with the plan", [.plain("Measure"), .text("Group"), .text("Indicator")])
        for group in groups {
            for measure in group.measures {
                table.add([
                    HTML(text: measure.text), HTML(text: group.name),
                    measure.indicators.isEmpty
                        ? "None named" : HTML(text: measure.indicators.joined(separator: ", ")),
                ])
            }
        }
        let remarks = record.header.remarks.filter { $0.about == Remark.framework }
        return "<h2>Measures printed with the plan</h2>\(table.html())\(PlanWords.remarks(remarks))"
    }
}
