import Access
import CivilTime
import Markup
import Pages

/// What a visitor may do beside seeing meetings.
struct Sight: Sendable {
    let records: Bool
    let seesActions: Bool
    let publishes: Bool
    let account: String?

    init(_ visitor: Visitor) {
        records = decide(visitor, .recordMeetings).isAllowed
        seesActions = decide(visitor, .seeMeetingActions).isAllowed
        publishes = decide(visitor, .publishPosts).isAllowed
        account = visitor.account
    }
}

/// Small parts that several pages of the module share.
enum Parts {
    /// Paragraphs of a text that somebody typed.
    static func paragraphs(_ text: String) -> HTML {
        let blocks = text.split(separator: "\n\n", omittingEmptySubsequences: true).map { block -> HTML in
            let lines = block.split(separator: "\n").map { HTML(text: $0) }
            return "<p>\(HTML.joined(lines, separator: "<br>\n"))</p>\n"
        }
        return HTML.joined(blocks)
    }

    /// What cannot be true together, said plainly.
    static func problems(_ texts: [String]) -> HTML {
        texts.isEmpty ? "" : Kit.doubt(HTML(text: texts.joined(separator: " ")))
    }

    /// Links under one another's heading; nothing where there are none.
    static func ways(_ links: [(title: String, link: Link)], label: String) -> HTML {
        links.isEmpty ? "" : Kit.links(links, label: label)
    }

    /// Whether an action is in time.
    static func due(_ row: ActionRow, _ today: Day) -> HTML {
        let late = row.daysLate(on: today).map { Words.count($0, "day", "days") + " late" }
        if let closed = row.closed {
            let words = [row.closing?.words ?? "Closed", closed.short].joined(separator: ", ")
            return late.map { "\(words) (\($0))" } ?? HTML(text: words)
        }
        return late.map { "\(row.due.short) \(Kit.tag($0, .red))" } ?? HTML(text: row.due.short)
    }

    /// Whether a meeting had its quorum.
    static func quorum(_ isQuorate: Bool?) -> HTML {
        switch isQuorate {
        case true?: Kit.tag("Quorate", .green)
        case false?: Kit.tag("Not quorate", .amber)
        case nil: Kit.tag("Quorum not known", .grey)
        }
    }

    /// Where a meeting stands, with its quorum where it was held.
    static func stage(_ row: MeetingRow, today: Day) -> HTML {
        switch row.stage {
        case .cancelled: Kit.tag("Cancelled", .grey)
        case .held: row.hasRegister ? quorum(row.isQuorate) : Kit.tag("Held, no register", .amber)
        case .planned: row.day < today ? Kit.tag("Register not taken", .amber) : Kit.tag("Planned", .blue)
        }
    }

    /// A person may read a note that something is missing only where it is.
    static func empty(_ text: String) -> HTML { "<p class=\"muted\">\(text)</p>" }
}
