import CivilTime
import Ledger
import Markup
import Pages

/// What the first page of the module shows.
struct ForumListModel: Sendable {
    /// A forum with where it stands.
    struct Line: Sendable {
        let forum: ForumRow
        let next: MeetingRow?
        let last: MeetingRow?
        let lateActions: Int
    }

    let lines: [Line]
    let coming: [MeetingRow]
    let unregistered: [MeetingRow]
    let openActions: Int
    let lateActions: Int
    let names: [String: String]

    init(_ today: Day, _ reader: Reader) throws {
        let forums = try ForumRow.all(reader)
        let coming = try MeetingRow.from(today, reader).filter { $0.stage != .cancelled }
        let last = try MeetingRow.lastHeld(before: today + 1, reader)
        let open = try ActionRow.all(reader).filter { $0.closed == nil }
        let late = open.filter { $0.due < today }
        let byForum = Dictionary(grouping: late, by: \.forum)
        lines = forums.map { forum in
            Line(
                forum: forum, next: coming.first { $0.forum == forum.id && $0.stage == .planned },
                last: last[forum.id], lateActions: byForum[forum.id]?.count ?? 0)
        }
        self.coming = Array(coming.filter { $0.stage == .planned }.prefix(5))
        unregistered = try MeetingRow.from(.earliest, reader).filter {
            $0.stage == .planned && $0.day < today
        }
        openActions = open.count
        lateActions = late.count
        names = Dictionary(forums.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    }
}

/// All forums, with what comes next.
enum ForumListView {
    static let crumb = Crumb("Meetings", MeetingsRoutes.meetings())

    static func page(_ model: ForumListModel, _ sight: Sight, today: Day) -> Page {
        Page(
            title: "Meetings", section: MeetingsRoutes.section,
            body: """
                <h1>Meetings</h1>
                \(lead(model))
                \(figures(model, sight))
                \(Kit.links(ways(sight), label: "More about meetings"))
                \(waiting(model))
                <h2>Boards, groups and forums</h2>
                \(forums(model, today))
                \(add(sight))
                """)
    }

    private static func lead(_ model: ForumListModel) -> HTML {
        guard let next = model.coming.first else {
            return "<p class=\"lead\">No meeting is planned.</p>"
        }
        return """
            <p class="lead">Next: <a href="\(MeetingsRoutes.meeting(next.id))">\
            \(model.names[next.forum] ?? "Meeting"), \(next.day.written)</a>.</p>
            """
    }

    private static func figures(_ model: ForumListModel, _ sight: Sight) -> HTML {
        guard sight.seesActions else { return "" }
        let late = ActionRoutes.actions(query: [("show", ActionsView.Choice.late.rawValue)])
        let open = ActionRoutes.actions(query: [("show", ActionsView.Choice.open.rawValue)])
        return Kit.figures([
            Kit.Figure("\(model.openActions)", "open actions", link: open),
            Kit.Figure("\(model.lateActions)", "of them late", link: late),
        ])
    }

    private static func ways(_ sight: Sight) -> [(title: String, link: Link)] {
        var ways: [(title: String, link: Link)] = [
            ("Challenges and escalations", MeetingsRoutes.challenges()),
            ("Reports that are due", MeetingsRoutes.reports()),
        ]
        if sight.seesActions { ways.insert(("Actions", ActionRoutes.actions()), at: 0) }
        if sight.publishes { ways.append(("Posts to the public", PostRoutes.posts())) }
        return ways + [("What the public sees", PublicRoutes.forums())]
    }

    /// Meetings whose day has passed and of which nothing is recorded.
    private static func waiting(_ model: ForumListModel) -> HTML {
        guard !model.unregistered.isEmpty else { return "" }
        let items = model.unregistered.map { row -> HTML in
            """
            <li><a href="\(MeetingsRoutes.meeting(row.id))">\(model.names[row.forum] ?? "Meeting"), \
            \(row.day.short)</a></li>

            """
        }
        return """
            <h2>Waiting for their register</h2>
            <p>The day has passed, and nothing is recorded of who came or what was decided.</p>
            <ul class="bullets">\(items)</ul>
            """
    }

    private static func forums(_ model: ForumListModel, _ today: Day) -> HTML {
        guard !model.lines.isEmpty else {
            return Parts.empty("None is recorded yet. Add the board or group that meets first.")
        }
        var table = DataTable(
            "Boards, groups and forums",
            [
                .plain("Name"), .text("Kind"), .text("Next meeting"), .text("Last held"),
                .number("Late actions"),
            ])
        for line in model.lines {
            let ended: HTML =
                line.forum.ended.map { $0 < today } ?? false ? " \(Kit.tag("Ended", .grey))" : ""
            table.add([
                "<a href=\"\(MeetingsRoutes.forum(line.forum.id))\">\(line.forum.name)</a>\(ended)",
                HTML(text: line.forum.kind?.words ?? "–"), meeting(line.next, or: "None planned"),
                meeting(line.last, or: "Not yet"), HTML(text: "\(line.lateActions)"),
            ])
        }
        return table.html()
    }

    private static func meeting(_ row: MeetingRow?, or none: String) -> HTML {
        row.map { "<a href=\"\(MeetingsRoutes.meeting($0.id))\">\($0.day.short)</a>" } ?? HTML(text: none)
    }

    private static func add(_ sight: Sight) -> HTML {
        guard sight.records else { return "" }
        return """
            <p><a class="button" href="\(MeetingsRoutes.newForum())">Add a board, group or forum</a></p>
            """
    }
}
