import Access
import CivilTime
import Ledger
import Markup
import Pages

/// A restriction as the list shows it.
struct RestrictionRow: Sendable {
    let id: String
    let child: String
    let part: RecordPart
    let from: Day
    let to: Day?
    let named: [String]

    static func all(_ snapshot: Snapshot) throws -> [RestrictionRow] {
        let names = try ReadRow.names(snapshot.reader)
        var named: [String: [String]] = [:]
        try snapshot.reader.forEach(
            "SELECT subject_id, account FROM access_restriction_named ORDER BY subject_id, account"
        ) { named[$0.text(0), default: []].append(names[$0.text(1)] ?? $0.text(1)) }
        return try snapshot.reader.all(
            """
            SELECT subject_id, child, part, from_day, to_day FROM access_restriction
            ORDER BY to_day IS NOT NULL, from_day DESC, subject_id
            """
        ) { fields in
            RestrictionRow(
                id: fields.text(0), child: fields.text(1),
                part: RecordPart(rawValue: fields.text(2)) ?? .record,
                from: fields.day(3) ?? Day(number: 0), to: fields.day(4), named: named[fields.text(0)] ?? [])
        }
    }
}

/// An access in an emergency as the list shows it.
struct EmergencyRow: Sendable {
    let id: String
    let child: String
    let name: String
    let day: Day
    let reason: String
    let isJustified: Bool?

    static func all(_ snapshot: Snapshot) throws -> [EmergencyRow] {
        let names = try ReadRow.names(snapshot.reader)
        let rows = try snapshot.reader.all(
            """
            SELECT subject_id, child, account, until_at FROM access_emergency
            ORDER BY is_justified IS NOT NULL, until_at DESC, subject_id
            """
        ) { ($0.text(0), $0.text(1), $0.text(2), Int64($0.integer(3))) }
        return try rows.map { id, child, account, until in
            let state = try snapshot.state(of: EmergencyAccess.self, id)?.state
            let (day, _, _) = Day.londonClock(microsecondsSince1970: until - EmergencyAccess.life)
            return EmergencyRow(
                id: id, child: child, name: names[account] ?? account, day: day,
                reason: state?.reason ?? "", isJustified: state?.isJustified)
        }
    }
}

/// The page on restrictions and emergencies.
enum RestrictionsView {
    static func list(_ restrictions: [RestrictionRow], _ emergencies: [EmergencyRow], today: Day) -> Page {
        Page(
            title: "Restrictions", section: "restrictions",
            body: """
                <h1>Restrictions</h1>
                <p class="lead">Records, or parts of them, that are closed to all but named people.</p>
                <p><a class="button" href="\(AdminRoutes.newRestriction())">Restrict a record</a></p>
                \(table(restrictions, today))
                <h2>Opened in an emergency</h2>
                \(table(emergencies))
                """)
    }

    private static func table(_ rows: [RestrictionRow], _ today: Day) -> HTML {
        guard !rows.isEmpty else { return "<p>No record is restricted.</p>" }
        var table = DataTable(
            "Restrictions",
            [.text("Record"), .text("What is closed"), .text("Open to"), .text("Days"), .plain("Change")])
        for row in rows {
            let days = row.to.map { "\(row.from.short) to \($0.short)" } ?? "since \(row.from.short)"
            let change: HTML =
                row.to == nil
                ? "<a href=\"\(AdminRoutes.lifting(row.id))\">Lift<span class=\"unseen\"> the restriction of \(row.child)</span></a>"
                : row.to.map { $0 < today } ?? false
                    ? "<span class=\"muted\">lifted</span>" : "<span class=\"muted\">ends</span>"
            table.add([
                "<span class=\"mono\">\(row.child)</span>", HTML(text: row.part.words),
                HTML(text: row.named.isEmpty ? "nobody" : row.named.joined(separator: ", ")),
                HTML(text: days), change,
            ])
        }
        return table.html()
    }

    private static func table(_ rows: [EmergencyRow]) -> HTML {
        guard !rows.isEmpty else { return "<p>Nobody has opened a record in an emergency.</p>" }
        var table = DataTable(
            "Emergencies",
            [.text("Record"), .text("Who"), .text("When"), .text("Reason given"), .plain("Review")])
        for row in rows {
            let review: HTML =
                row.isJustified.map { $0 ? Kit.tag("Was right", .green) : Kit.tag("Was not right", .red) }
                ?? "<a href=\"\(AdminRoutes.review(row.id))\">Review<span class=\"unseen\"> the access of \(row.name)</span></a>"
            table.add([
                "<span class=\"mono\">\(row.child)</span>", HTML(text: row.name), HTML(text: row.day.short),
                HTML(text: row.reason), review,
            ])
        }
        return table.html()
    }
}
