import CivilTime
import Markup
import Pages

/// Lists over all forums: challenges with where they were taken, and reports that are due.
enum LogViews {
    static func challenges(_ rows: [ChallengeRow], names: [String: String], _ sight: Sight) -> Page {
        let open = rows.count { $0.outcome == nil }
        let lead =
            rows.isEmpty
            ? "No meeting has recorded a challenge yet." : "\(open) of \(rows.count) have no outcome yet."
        return Page(
            title: "Challenges and escalations", thread: [ForumListView.crumb],
            section: MeetingsRoutes.section,
            body: """
                <h1>Challenges and escalations</h1>
                <p class="lead">\(lead)</p>
                \(rows.isEmpty ? Parts.empty("They are recorded on the page of a meeting.") : table(rows, names, sight))
                """)
    }

    private static func table(
        _ rows: [ChallengeRow], _ names: [String: String], _ sight: Sight
    ) -> HTML {
        var table = DataTable(
            "Challenges",
            [
                .text("Meeting"), .text("Item and concern"), .text("Challenge"), .text("Answer and decision"),
                .text("Escalated to"), .text("Outcome"),
            ])
        for row in rows {
            let about = [row.item, row.concern].compactMap(\.self)
            let answers = [row.answer, row.decision.map { "Decided: \($0)" }].compactMap(\.self)
            let to = row.toForum.flatMap { names[$0] } ?? row.to
            table.add([
                "<a href=\"\(MeetingsRoutes.meeting(row.meeting))\">\(names[row.forum] ?? "Meeting"), \(row.day.short)</a>",
                lines(about, or: "Not stated"), "<strong>\(row.by):</strong> \(row.text)",
                lines(answers, or: "Not answered"), HTML(text: to ?? "Not escalated"),
                outcome(row, sight),
            ])
        }
        return table.html()
    }

    private static func lines(_ texts: [String], or none: String) -> HTML {
        texts.isEmpty
            ? HTML(text: none) : HTML.joined(texts.map { HTML(text: $0) }, separator: "<br>")
    }

    private static func outcome(_ row: ChallengeRow, _ sight: Sight) -> HTML {
        if let outcome = row.outcome {
            return HTML(text: row.outcomeDay.map { "\(outcome) (\($0.short))" } ?? outcome)
        }
        guard sight.records else { return Kit.tag("Open", .amber) }
        return """
            \(Kit.tag("Open", .amber)) <a href="\(MeetingsRoutes.settle((row.meeting, row.id)))">Record the outcome\
            <span class="unseen"> of the challenge by \(row.by)</span></a>
            """
    }

    static func reports(_ rows: [ReportRow], names: [String: String], today: Day) -> Page {
        let coming = rows.filter { $0.day >= today }
        let past = rows.filter { $0.day < today }
        let lead =
            coming.first.map { "Next: \($0.report), due on \($0.day.written)." } ?? "No report is due."
        return Page(
            title: "Reports that are due", thread: [ForumListView.crumb], section: MeetingsRoutes.section,
            body: """
                <h1>Reports that are due</h1>
                <p class="lead">\(lead)</p>
                \(coming.isEmpty ? Parts.empty("Add them on the page of the forum that owes them.") : reportTable(coming, names))
                \(past.isEmpty ? "" : Kit.details("Days that have passed", reportTable(past.reversed(), names)))
                """)
    }

    private static func reportTable(_ rows: [ReportRow], _ names: [String: String]) -> HTML {
        var table = DataTable("Reports", [.plain("Due"), .text("Report"), .text("From"), .text("To")])
        for row in rows {
            table.add([
                HTML(text: row.day.written), HTML(text: row.report),
                "<a href=\"\(MeetingsRoutes.forum(row.forum))\">\(names[row.forum] ?? "Forum")</a>",
                HTML(text: row.toForum.flatMap { names[$0] } ?? row.to),
            ])
        }
        return table.html()
    }
}
