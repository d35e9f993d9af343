import CivilTime
import Ledger
import Markup
import Pages

/// What meetings gave to do, over all forums.
struct ActionsView: Sendable {
    /// Which of them are shown.
    enum Choice: String, Sendable, CaseIterable {
        case mine, late, open, all

        var words: String {
            switch self {
            case .mine: "Mine"
            case .late: "Late"
            case .open: "Open"
            case .all: "All"
            }
        }
    }

    let rows: [ActionRow]
    let names: [String: String]
    let account: String?
    let today: Day

    /// What is shown first: one's own where there are any.
    var usual: Choice { shown(.mine).isEmpty ? .open : .mine }

    func shown(_ choice: Choice) -> [ActionRow] {
        rows.filter { row in
            switch choice {
            case .mine: row.closed == nil && row.account != nil && row.account == account
            case .late: row.closed == nil && row.due < today
            case .open: row.closed == nil
            case .all: true
            }
        }
    }

    func page(_ choice: Choice) -> Page {
        let parts = Choice.allCases.map { other in
            (
                title: "\(other.words) (\(shown(other).count))",
                link: ActionRoutes.actions(query: [("show", other.rawValue)])
            )
        }
        let late = shown(choice).count { $0.closed == nil && $0.due < today }
        let listed = shown(choice)
        return Page(
            title: "Actions", thread: [ForumListView.crumb], section: MeetingsRoutes.section,
            body: """
                <h1>Actions</h1>
                <p class="lead">\(lead(choice, listed.count, late))</p>
                \(Kit.subNavigation(parts, current: "\(choice.words) (\(listed.count))", label: "Which actions"))
                \(listed.isEmpty ? Parts.empty(empty(choice)) : Self.table("Actions", listed, names, today, links: true))
                """)
    }

    private func lead(_ choice: Choice, _ count: Int, _ late: Int) -> String {
        let what =
            switch choice {
            case .mine: "open and yours"
            case .late: "late"
            case .open: "open"
            case .all: "recorded"
            }
        let number = Words.count(count, "action is", "actions are")
        return choice == .late || late == 0 ? "\(number) \(what)." : "\(number) \(what), \(late) late."
    }

    private func empty(_ choice: Choice) -> String {
        switch choice {
        case .mine: "No open action is yours."
        case .late: "Nothing is late."
        case .open: "Nothing is open. Actions are recorded on the page of a meeting."
        case .all: "None is recorded yet. Actions are recorded on the page of a meeting."
        }
    }

    static func table(
        _ caption: String, _ rows: [ActionRow], _ names: [String: String], _ today: Day, links: Bool
    ) -> HTML {
        var columns: [DataTable.Column] = [.plain("Action"), .text("Owner"), .text("Due"), .text("Raised")]
        if !names.isEmpty { columns.append(.text("Forum")) }
        var table = DataTable(caption, columns)
        for row in rows {
            var cells: [HTML] = [
                links
                    ? "<a href=\"\(ActionRoutes.action(row.id))\">\(row.text)</a>" : HTML(text: row.text),
                HTML(text: row.owner), Parts.due(row, today),
                "<a href=\"\(MeetingsRoutes.meeting(row.meeting))\">\(row.raised.short)</a>",
            ]
            if !names.isEmpty { cells.append(HTML(text: names[row.forum] ?? "–")) }
            table.add(cells)
        }
        return table.html()
    }
}

/// What an action's page shows.
struct ActionModel: Sendable {
    let found: FoundAction
    let owner: String?

    init(_ id: String, _ snapshot: Snapshot) throws {
        found = try snapshot.action(id)
        owner = try found.raised.owner.account.flatMap { try AccountRow.name($0, snapshot.reader) }
    }
}

/// One action with what became of it.
struct ActionView: Sendable {
    let model: ActionModel
    let sight: Sight
    let today: Day

    static func thread(_ found: FoundAction) -> [Crumb] {
        [
            ForumListView.crumb, Crumb("Actions", ActionRoutes.actions()),
            Crumb("Action", ActionRoutes.action(found.action.id)),
        ]
    }

    private var found: FoundAction { model.found }
    private var action: MeetingAction { model.found.action }

    func page() -> Page {
        Page(
            title: "Action", thread: Array(Self.thread(found).dropLast()), section: MeetingsRoutes.section,
            body: """
                <h1>\(found.raised.text)</h1>
                <p class="lead">\(lead)</p>
                \(close)
                \(Parts.problems(action.problems.map(\.text)))
                \(facts)
                <h2>Progress</h2>
                \(notes)
                \(ways)
                """)
    }

    private var lead: String {
        let late = action.daysLate(on: today).map { Words.count($0, "day", "days") + " late" }
        if let closed = action.closed {
            let how = "\(closed.data.closing.words) on \(closed.day.written)"
            return late.map { "\(how), \($0)." } ?? "\(how)."
        }
        return late.map { "Open, and \($0): it was due on \(found.due.written)." }
            ?? "Open, due on \(found.due.written)."
    }

    private var close: HTML {
        guard sight.records, action.closed == nil else { return "" }
        return """
            <p><a class="button" href="\(ActionRoutes.closing(action.id))">Close this action</a></p>
            """
    }

    private var facts: HTML {
        let owner = found.raised.owner
        let name = [model.owner, owner.name].compactMap(\.self)
        let meeting: HTML = """
            <a href="\(MeetingsRoutes.meeting(found.raised.meeting))">\(found.forum.name), \(found.raised.on.short)</a>
            """
        var rows: [(name: String, value: HTML)] = [
            ("Owner", HTML(text: Set(name).count == 1 ? owner.name : name.joined(separator: ", "))),
            ("Raised at", meeting),
        ]
        for move in action.moves {
            rows.append(
                ("Due day moved", "To \(move.due.short), on \(move.day.short): \(move.reason ?? "")"))
        }
        if let closed = action.closed { rows.append(("How it ended", HTML(text: closed.data.how))) }
        return Kit.summary(rows)
    }

    private var notes: HTML {
        guard !action.notes.isEmpty else { return Parts.empty("Nothing is noted yet.") }
        let items = action.notes.reversed().map { note -> HTML in
            "<h3>\(note.day.written)</h3>\(Parts.paragraphs(note.text))"
        }
        return HTML.joined(items)
    }

    private var ways: HTML {
        guard sight.records else { return "" }
        let id = action.id
        return Parts.ways(
            action.closed == nil
                ? [
                    ("Note progress", ActionRoutes.progressing(id)),
                    ("Change the day it is due", ActionRoutes.moving(id)),
                ] : [("Open it again", ActionRoutes.reopening(id))], label: "Record about this action")
    }
}
