import CivilTime
import Ledger
import Markup
import Pages
import People

/// What a forum's page shows.
struct ForumModel: Sendable {
    let forum: Forum
    let today: Day
    let meetings: [MeetingRow]
    let actions: [ActionRow]
    /// Challenges that were taken to this forum and have no outcome yet.
    let escalated: [ChallengeRow]
    /// Reports that others owe it from today on.
    let awaited: [ReportRow]
    let names: [String: String]

    init(_ id: String, _ today: Day, _ snapshot: Snapshot) throws {
        forum = try snapshot.forum(id).state
        self.today = today
        meetings = try MeetingRow.all(of: id, snapshot.reader)
        actions = try ActionRow.all(snapshot.reader).filter { $0.forum == id && $0.closed == nil }
        escalated = try ChallengeRow.all(snapshot.reader).filter {
            $0.toForum == id && $0.outcome == nil
        }
        awaited = try ReportRow.all(snapshot.reader).filter { $0.toForum == id && $0.day >= today }
        names = try ForumRow.names(snapshot.reader)
    }
}

/// One forum, for who may see meetings.
struct ForumView: Sendable {
    let model: ForumModel
    let sight: Sight

    static func thread(_ forum: Forum) -> [Crumb] {
        [ForumListView.crumb, Crumb(forum.name, MeetingsRoutes.forum(forum.id))]
    }

    private var forum: Forum { model.forum }
    private var today: Day { model.today }

    func page() -> Page {
        Page(
            title: forum.name, thread: [ForumListView.crumb], section: MeetingsRoutes.section,
            body: """
                <h1>\(forum.name)</h1>
                <p class="lead">\(next)</p>
                \(plan)
                \(Parts.problems(forum.problems.map(\.text)))
                \(Parts.paragraphs(forum.description?.purpose ?? ""))
                \(facts)
                <h2>Meetings</h2>
                \(meetings)
                <h2>Open actions</h2>
                \(actions)
                \(brought)
                <h2>Members</h2>
                \(members)
                <h2>Terms of reference</h2>
                \(terms)
                <h2>Reports it owes</h2>
                \(reports)
                <h2>Outcomes it set itself</h2>
                \(outcomes)
                \(ways)
                """)
    }

    private var next: String {
        if let ended = forum.ended, ended < today { return "It ended on \(ended.short)." }
        let coming = model.meetings.last { $0.day >= today && $0.stage == .planned }
        if let coming { return "Next meeting: \(coming.day.written)." }
        guard let weeks = forum.terms(on: today)?.data.everyWeeks,
            let last = model.meetings.first(where: { $0.stage == .held })
        else { return "No meeting is planned." }
        return
            "No meeting is planned. By its terms the next falls by \(last.day.adding(weeks: weeks).written)."
    }

    /// What others bring to it: challenges taken here, reports that are due to it.
    private var brought: HTML {
        let asked = model.escalated.map { row -> HTML in
            let from = model.names[row.forum] ?? "another forum"
            return """
                <li><a href="\(MeetingsRoutes.meeting(row.meeting))">\(row.text)</a> (\(row.by), \(from), \
                \(row.day.short))</li>

                """
        }
        let reports = model.awaited.map { row -> HTML in
            let from = model.names[row.forum] ?? "another forum"
            return "<li>\(row.report), from \(from), due on \(row.day.short)</li>\n"
        }
        return """
            \(asked.isEmpty ? "" : "<h2>Challenges taken to it</h2>\n<ul class=\"bullets\">\(asked)</ul>")
            \(reports.isEmpty ? "" : "<h2>Reports due to it</h2>\n<ul class=\"bullets\">\(reports)</ul>")
            """
    }

    private var plan: HTML {
        guard sight.records else { return "" }
        return """
            <p><a class="button" href="\(MeetingsRoutes.planning(forum.id))">Plan a meeting</a></p>
            """
    }

    private var facts: HTML {
        var rows: [(name: String, value: HTML)] = [
            ("What it is", HTML(text: forum.description?.kind.words ?? "")),
            ("Chair", HTML(text: forum.chair(on: today)?.data.fullName ?? "Nobody is recorded")),
            ("Public", seen),
        ]
        if let began = forum.description?.began { rows.append(("Began", HTML(text: began.short))) }
        if let ended = forum.ended { rows.append(("Ends", HTML(text: ended.short))) }
        if let body = forum.description?.represents {
            rows.append(("In a published plan", "\(body.body) of \(body.plan)"))
        }
        return Kit.summary(rows)
    }

    private var seen: HTML {
        forum.isPublic
            ? "Yes: <a href=\"\(PublicRoutes.forum(forum.id))\">what the public sees</a>" : "No"
    }

    private var meetings: HTML {
        guard !model.meetings.isEmpty else {
            return Parts.empty("None is recorded yet. Plan the first one.")
        }
        var table = DataTable("Meetings", [.plain("Day"), .text("Stands"), .text("Minutes")])
        for row in model.meetings {
            let minutes = row.isAgreed ? "Agreed" : row.hasMinutes ? "Draft" : "None"
            table.add([
                "<a href=\"\(MeetingsRoutes.meeting(row.id))\">\(row.day.written)</a>",
                Parts.stage(row, today: today), HTML(text: minutes),
            ])
        }
        return table.html()
    }

    private var actions: HTML {
        model.actions.isEmpty
            ? Parts.empty("None is open.")
            : ActionsView.table("Open actions", model.actions, [:], today, links: sight.seesActions)
    }

    private var members: HTML {
        let seats = forum.seats(on: today)
        let former = forum.seats.filter { $0.to.map { $0 < today } ?? false }
        let coming = forum.seats.filter { $0.data.from > today }
        return """
            \(seats.isEmpty ? Parts.empty("None is recorded for today. Add who sits here and for whom.") : table(seats))
            \(coming.isEmpty ? "" : Kit.details("Members to come", table(coming)))
            \(former.isEmpty ? "" : Kit.details("Former members", table(former)))
            """
    }

    private func table(_ seats: [Forum.Seat]) -> HTML {
        var columns: [DataTable.Column] = [
            .plain("Member"), .text("Sits for"), .text("Deputy"), .text("Since"),
        ]
        if sight.records { columns.append(.text("Record")) }
        var table = DataTable("Members", columns)
        let chair = forum.chair(on: today)?.id
        for seat in seats {
            let until = seat.to.map { " to \($0.short)" } ?? ""
            var cells: [HTML] = [
                seat.id == chair
                    ? "\(seat.data.fullName) \(Kit.tag("Chair", .blue))" : HTML(text: seat.data.fullName),
                HTML(text: seat.data.constituency.words), HTML(text: seat.data.deputy?.text ?? "None"),
                HTML(text: seat.data.from.short + until),
            ]
            if sight.records {
                cells.append(
                    """
                    <a href="\(MeetingsRoutes.seat((forum.id, seat.id)))">Put right\
                    <span class="unseen"> \(seat.data.name)</span></a> · \
                    <a href="\(MeetingsRoutes.leaving((forum.id, seat.id)))">Leaves\
                    <span class="unseen"> \(seat.data.name)</span></a>
                    """)
            }
            table.add(cells)
        }
        return table.html()
    }

    private var terms: HTML {
        guard let held = forum.terms(on: today) ?? forum.terms.last else {
            return Parts.empty("None are recorded. Without them no quorum can be worked out.")
        }
        let often = held.data.everyWeeks.map { "Every \(Words.count($0, "week", "weeks"))" }
        return """
            \(Kit.summary([
                ("In force from", HTML(text: held.data.from.short)),
                ("Quorum", HTML(text: held.data.quorum.words)),
                ("How often it meets", HTML(text: often ?? "Not stated")),
            ]))
            \(Kit.details("Terms in full", Parts.paragraphs(held.data.text)))
            \(earlier(than: held))
            """
    }

    private func earlier(than held: Forum.Terms) -> HTML {
        let others = forum.terms.filter { $0.entry != held.entry }
        guard !others.isEmpty else { return "" }
        let items = others.map { terms -> HTML in
            "<li>From \(terms.data.from.short): \(terms.data.quorum.words)</li>\n"
        }
        return Kit.details("Other versions", "<ul class=\"bullets\">\(items)</ul>")
    }

    private var reports: HTML {
        let owed = forum.reports.filter { $0.ended.map { $0 >= today } ?? true }
        guard !owed.isEmpty else { return Parts.empty("None is recorded.") }
        var table = DataTable(
            "Reports", [.plain("Report"), .text("To"), .text("How often"), .text("Next due")])
        for report in owed {
            let name = report.data.to.forum.flatMap { model.names[$0] } ?? report.data.to.name
            let often = report.data.everyMonths.map { "Every \(Words.count($0, "month", "months"))" }
            let next = report.data.nextDay(from: today)?.short ?? "Not set"
            let end: HTML =
                sight.records
                ? " <a href=\"\(MeetingsRoutes.endingReport((forum.id, report.data.reporting)))\">No longer due</a>"
                : ""
            table.add([
                "\(report.data.report.text)\(end)", HTML(text: name), HTML(text: often ?? "On named days"),
                HTML(text: next),
            ])
        }
        return table.html()
    }

    private var outcomes: HTML {
        guard !forum.outcomes.isEmpty else { return Parts.empty("None is recorded.") }
        var table = DataTable("Outcomes", [.plain("Outcome"), .text("By"), .text("Achieved")])
        for outcome in forum.outcomes {
            let judged: HTML =
                outcome.judged.map { judged in
                    let tag =
                        judged.data.isAchieved ? Kit.tag("Achieved", .green) : Kit.tag("Not achieved", .red)
                    return "\(tag) \(judged.data.how) (\(judged.day.short))"
                } ?? "Not yet judged"
            let link: HTML =
                sight.records
                ? " <a href=\"\(MeetingsRoutes.judging((forum.id, outcome.data.outcome)))\">Say whether it was achieved</a>"
                : ""
            table.add([
                "\(outcome.data.text)\(link)", HTML(text: outcome.data.by?.short ?? "Not set"), judged,
            ])
        }
        return table.html()
    }

    private var ways: HTML {
        guard sight.records else { return "" }
        return Parts.ways(
            [
                ("Add a member", MeetingsRoutes.joining(forum.id)),
                ("Record who chairs", MeetingsRoutes.chairing(forum.id)),
                ("Record terms of reference", MeetingsRoutes.terms(forum.id)),
                ("Add a report that is due", MeetingsRoutes.reporting(forum.id)),
                ("Add an outcome", MeetingsRoutes.outcome(forum.id)),
                ("Change what it is", MeetingsRoutes.describing(forum.id)),
                ("Record that it ends", MeetingsRoutes.ending(forum.id)),
            ], label: "Record about this forum")
    }
}
