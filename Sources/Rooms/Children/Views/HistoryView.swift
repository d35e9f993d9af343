import CivilTime
import Ledger
import Markup
import Pages

/// The page with everything that was ever recorded of one child.
enum HistoryView {
    static func page(_ found: FoundChild, _ rows: [HistoryRow]) -> Page {
        var table = DataTable(
            "History",
            [
                .text("Recorded"), .text("What"), .text("Since"), .text("By"), .text("Why"),
                .plain("Put right"),
            ])
        for row in rows {
            let (day, hour, minute) = Day.londonClock(microsecondsSince1970: row.entry.recordedAt)
            table.add([
                HTML(text: "\(day.short), \(Digits.two(hour)):\(Digits.two(minute))"), what(row),
                HTML(text: row.entry.day.short), HTML(text: row.who), HTML(text: row.entry.reason ?? ""),
                ways(row, found),
            ])
        }
        return Page(
            title: "History of this record", thread: RecordView.thread(found), section: "children",
            body: """
                <h1>History of this record</h1>
                <p class="lead">Nothing is ever overwritten: what was put right stands here with what it replaced.</p>
                \(table.html())
                """)
    }

    private static func what(_ row: HistoryRow) -> HTML {
        let words: HTML? = row.words.map { "<br>\($0)" }
        let tag: HTML =
            switch row.state {
            case .standing, .about: ""
            case .corrected: " \(Kit.tag("Put right later", .amber))"
            case .withdrawn: " \(Kit.tag("Taken back", .grey))"
            }
        return "\(EntryWords.of(row.entry.kind))\(tag)\(words)"
    }

    private static func ways(_ row: HistoryRow, _ found: FoundChild) -> HTML {
        let pair = (found.id, row.entry.id)
        let label = EntryWords.of(row.entry.kind)
        var ways: [HTML] = []
        if row.isStatement {
            ways.append(way("Correct", ChildRoutes.correcting(pair), label))
        }
        if row.state != .withdrawn, row.entry.canBeWithdrawn {
            ways.append(way("Take back", ChildRoutes.withdrawing(pair), label))
        }
        return HTML.joined(ways, separator: "<br>")
    }

    private static func way(_ words: String, _ link: Link, _ label: String) -> HTML {
        "<a href=\"\(link)\">\(words)<span class=\"unseen\"> \(label)</span></a>"
    }
}
