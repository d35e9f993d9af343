import CivilTime
import Ledger
import Markup
import Pages

/// The words and small pieces that the pages of registers share.
enum RegisterWords {
    static let crumb = Crumb("Registers", RegisterRoutes.index())
    static let published = Crumb("Strategies and papers", RegisterRoutes.published())

    static func crumb(_ kind: RegisterKind) -> Crumb { Crumb(kind.title, RegisterRoutes.list(kind)) }

    static func thread(_ item: RegisterItem) -> [Crumb] {
        let list = item.register.map { [crumb($0)] } ?? []
        return [crumb] + list + [Crumb(item.details?.title ?? "", RegisterRoutes.item(item.id))]
    }

    static func page(_ title: String, _ thread: [Crumb], _ body: HTML) -> Page {
        Page(title: title, thread: thread, section: RegisterRoutes.section, body: body)
    }

    /// A page that everybody may read; it stands with the improvement plan.
    static func publicPage(_ title: String, _ thread: [Crumb], _ body: HTML) -> Page {
        Page(title: title, thread: thread, section: PlanRoutes.section, body: body)
    }

    static func tag(_ status: RegisterStatus) -> HTML {
        switch status {
        case .planned: Kit.tag(status.words, .grey)
        case .inProgress: Kit.tag(status.words, .amber)
        case .agreed, .published: Kit.tag(status.words, .green)
        case .superseded, .ended: Kit.tag(status.words, .grey)
        }
    }

    static func tag(_ state: ActionState) -> HTML {
        switch state {
        case .open: Kit.tag(state.words, .grey)
        case .inProgress: Kit.tag(state.words, .amber)
        case .done: Kit.tag(state.words, .blue)
        case .dropped: Kit.tag(state.words, .grey)
        }
    }

    static func tag(_ state: FollowUpState) -> HTML {
        switch state {
        case .open: Kit.tag(state.words, .grey)
        case .inProgress: Kit.tag(state.words, .amber)
        case .done: Kit.tag(state.words, .blue)
        case .declined: Kit.tag(state.words, .red)
        }
    }

    static let nothing: HTML = "<span class=\"muted\">Not stated</span>"

    static func text(_ text: String?) -> HTML {
        guard let text, !text.isEmpty else { return nothing }
        return HTML(text: text)
    }

    /// A text of several paragraphs.
    static func paragraphs(_ text: String) -> HTML {
        HTML.joined(
            text.split(whereSeparator: \.isNewline).map { line -> HTML in "<p>\(String(line))</p>" })
    }

    /// The same in one cell of a table.
    static func lines(_ text: String) -> HTML {
        HTML.joined(
            text.split(whereSeparator: \.isNewline).map { HTML(text: String($0)) }, separator: "<br>")
    }

    /// What needs attention, set apart; nothing where nothing does.
    static func attention(_ findings: [String]) -> HTML {
        findings.isEmpty ? "" : Kit.inset("<p><strong>Needs attention</strong></p>\(Kit.bullets(findings))")
    }

    /// What needs attention in one cell.
    static func cell(_ findings: [String]) -> HTML {
        findings.isEmpty
            ? "<span class=\"muted\">Nothing</span>"
            : HTML.joined(findings.map { Kit.tag($0, .red) }, separator: " ")
    }

    static func problems(_ problems: [Problem]) -> HTML {
        problems.isEmpty ? "" : Kit.doubt(HTML(text: problems.map(\.text).joined(separator: " ")))
    }

    /// What can be done, as links; nothing where nothing can.
    static func doing(_ links: [(title: String, link: Link)]) -> HTML {
        links.isEmpty ? "" : "<h2>What you can do</h2>\(Kit.links(links, label: "What you can do"))"
    }

    /// Actions with how each goes; their reports stand under them.
    static func actions(
        _ actions: [AgreedAction], _ around: RegisterSurroundings, today: Day,
        report: ((AgreedAction) -> Link)?
    ) -> HTML {
        guard !actions.isEmpty else { return "" }
        var columns: [DataTable.Column] = [
            .plain("Action"), .text("Owner"), .text("Due"), .text("State"), .text("Last word"),
        ]
        if report != nil { columns.append(.plain("Record")) }
        var table = DataTable("Actions", columns)
        for action in actions {
            let last = action.reports.last.map { "\($0.day.short). \($0.words)" }
            let lateness = action.lateness(on: today)
            let late: HTML? = lateness.isLate ? " \(PlanWords.lateness(lateness))" : nil
            let served: HTML? = around.served(action.serving).map { " <span class=\"muted\">\($0)</span>" }
            var cells: [HTML] = [
                "\(action.text)\(served)", HTML(text: action.owner),
                "\(action.due?.short ?? "No date")\(late)", tag(action.state), text(last),
            ]
            if let report {
                cells.append(
                    "<a href=\"\(report(action))\">Record how it goes<span class=\"unseen\">: \(action.text)</span></a>"
                )
            }
            table.add(cells)
        }
        return "<h2>Actions</h2>\(table.html(namesFirst: true))"
    }
}
