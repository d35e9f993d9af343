import CivilTime
import Ledger
import Markup
import Pages
import People

/// An organisation as lists show it.
struct OrganisationRow: Sendable {
    let id: String
    let kind: String
    let name: String
    let partOf: String?
    let closed: Day?

    static func all(matching words: String, _ reader: Reader) throws -> [OrganisationRow] {
        let wanted = words.lowercased().split(separator: " ")
        return try reader.all(
            """
            SELECT subject_id, kind, name, part_of, closed_day FROM people_organisation
            ORDER BY name_key, subject_id
            """
        ) { fields in
            OrganisationRow(
                id: fields.text(0), kind: OrganisationKind(rawValue: fields.text(1))?.name ?? "",
                name: fields.text(2), partOf: fields.textOrNil(3), closed: fields.day(4))
        }.filter { row in
            let text = "\(row.name) \(row.kind)".lowercased()
            return wanted.allSatisfy { text.contains($0) }
        }
    }

    /// The name of every organisation by its id.
    static func names(_ reader: Reader) throws -> [String: String] {
        var names: [String: String] = [:]
        try reader.forEach("SELECT subject_id, name FROM people_organisation") {
            names[$0.text(0)] = $0.text(1)
        }
        return names
    }
}

/// The pages about organisations.
enum OrganisationsView {
    static let crumb = Crumb("Organisations", AdminRoutes.organisations())

    static func thread(_ organisation: Organisation) -> [Crumb] {
        [crumb, Crumb(organisation.name?.text ?? "", AdminRoutes.organisation(organisation.id))]
    }

    static func list(_ rows: [OrganisationRow], words: String, today: Day) -> Page {
        var table = DataTable("Organisations", [.text("Name"), .text("What it is"), .plain("State")])
        for row in rows {
            let state: HTML =
                row.closed.map { $0 < today } ?? false ? Kit.tag("Closed", .grey) : Kit.tag("Open", .green)
            table.add([
                "<a href=\"\(AdminRoutes.organisation(row.id))\">\(row.name)</a>", HTML(text: row.kind),
                state,
            ])
        }
        let found: HTML =
            !rows.isEmpty
            ? table.html()
            : words.isEmpty ? "<p>None is recorded yet.</p>" : "<p>No organisation fits “\(words)”.</p>"
        return Page(
            title: "Organisations", section: "organisations",
            body: """
                <h1>Organisations</h1>
                <p><a class="button" href="\(AdminRoutes.newOrganisation())">Add an organisation</a>
                <a class="way" href="\(AdminRoutes.organisationFile())">Add many from a file</a></p>
                \(Kit.search(to: AdminRoutes.organisations(), "Find by name or kind", value: words.isEmpty ? nil : words))
                \(found)
                """)
    }

    static func page(
        _ organisation: Organisation, names: [String: String], parts: [OrganisationRow], today: Day
    ) -> Page {
        var rows: [(name: String, value: HTML)] = [
            (name: "What it is", value: HTML(text: organisation.kind?.name ?? ""))
        ]
        for code in organisation.codes { rows.append((name: code.name, value: HTML(text: code.text))) }
        if let whole = organisation.partOf { rows.append((name: "Part of", value: link(whole, names))) }
        rows.append((name: "Opened", value: HTML(text: organisation.opened?.short ?? "not known")))
        if let closed = organisation.closed {
            rows.append((name: closed < today ? "Closed" : "Closes", value: HTML(text: closed.short)))
        }
        if let successor = organisation.successor {
            rows.append((name: "Taken over by", value: link(successor, names)))
        }
        for name in organisation.names.dropLast().reversed() {
            rows.append((name: "Called until \(name.to?.short ?? "–")", value: HTML(text: name.value.text)))
        }
        let below: HTML? =
            parts.isEmpty
            ? nil : "<h2>Its parts</h2><ul>\(parts.map { "<li>\(link($0.id, names))</li>" as HTML })</ul>"
        let problems: HTML =
            organisation.problems.isEmpty
            ? "" : Kit.doubt(HTML(text: organisation.problems.map(\.text).joined(separator: " ")))
        return Page(
            title: organisation.name?.text ?? "", thread: [crumb], section: "organisations",
            body: """
                <h1>\(organisation.name?.text)</h1>
                \(problems)\(Kit.summary(rows))\(below)
                <ul class="links">
                <li><a href="\(AdminRoutes.renaming(organisation.id))">Record a new name</a></li>
                <li><a href="\(AdminRoutes.endingOrganisation(organisation.id))">Record that it closes</a></li>
                </ul>
                """)
    }

    private static func link(_ id: String, _ names: [String: String]) -> HTML {
        "<a href=\"\(AdminRoutes.organisation(id))\">\(names[id] ?? "not known")</a>"
    }
}
