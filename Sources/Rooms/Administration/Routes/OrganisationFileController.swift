import Access
import Ledger
import Markup
import Operations
import Pages
import People

/// Organisations added from a file: sent, checked line by line, shown, and recorded once somebody has looked.
struct OrganisationFileController: Sendable {
    let ledger: Ledger
    let files: Files

    func register(in table: inout RouteTable) {
        table.add(AdminRoutes.organisationFile) { _, request in
            page(Reading(request.typed()), request)
        }
        table.add(AdminRoutes.addOrganisationFile) { _, request in try await take(request) }
    }

    private static let file = FileQuestion("file", "File of organisations", [.csv], most: 1_000_000)
        .hint("Comma-separated, in UTF-8, with the names of the columns in its first line.")

    /// The form; once a file was checked and found right, its main button adds what is in it.
    private func page(
        _ reading: Reading, _ request: Request, found: OrganisationLines? = nil, digest: String? = nil
    ) -> Reply {
        let checked = found.flatMap { $0.problems.isEmpty && reading.isFine ? $0 : nil }
        var form = Form(
            to: AdminRoutes.addOrganisationFile(), after: reading, token: request.context.formToken,
            command: CommandID.new(), shown: checked == nil ? nil : digest,
            button: checked.map { OrganisationFileView.addWords($0.organisations.count) } ?? "Check the file")
        if let checked { form.add(OrganisationFileView.checked(checked)) }
        form.ask(Self.file)
        form.add(link: "Cancel", to: AdminRoutes.organisations())
        let page = Page.form(
            "Add organisations from a file", thread: [OrganisationsView.crumb], section: "organisations",
            banner: request.draftBanner, lead: OrganisationFileView.lead,
            form, below: OrganisationFileView.problems(found?.problems ?? []))
        return .page(page, request.context, status: reading.isFine ? 200 : 422)
    }

    private func take(_ request: Request) async throws -> Reply {
        var reading = Reading(request.form)
        guard let upload = reading.ask(Self.file) else { return page(reading, request) }
        guard let bytes = try await files.bytes(upload.id) else { throw PageError.notFound }
        let known = try await ledger.read { snapshot in
            let names = try OrganisationRow.names(snapshot.reader)
            return Dictionary(names.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        }
        let lines: OrganisationLines
        do throws(CSVProblem) {
            lines = try OrganisationLines(bytes, known: known)
        } catch {
            reading.refuse(error.forPerson.withoutStop, at: Self.file)
            return page(reading, request)
        }
        guard lines.problems.isEmpty else {
            let count = lines.problems.count
            reading.refuse(
                "The file has \(count == 1 ? "1 problem" : "\(count) problems"), listed below. Nothing was added",
                at: Self.file)
            return page(reading, request, found: lines)
        }
        // Another file than the one that was shown is shown first.
        guard request.form[Form.shownField] == upload.digest else {
            return page(reading, request, found: lines, digest: upload.digest)
        }
        let command = Command(
            id: try CommandID.of(request.form), fields: request.form.fieldsText + upload.digest,
            author: try request.author(.manageOrganisations)
        ) { deciding -> Int in try lines.decide(&deciding) }
        guard try await reading.carryOut({ try await ledger.commit(command) }) != nil else {
            return page(reading, request, found: lines)
        }
        return .seeOther(AdminRoutes.organisations())
    }
}

/// The page on which organisations are added from a file.
enum OrganisationFileView {
    static let lead: HTML = """
        <p>The columns are \(OrganisationLines.columns.joined(separator: ", ")), in any order; kind and name are needed. \
        Days are written like 2019-09-01. Nothing is added before you have seen what was found.</p>
        """

    static func addWords(_ count: Int) -> String {
        count == 1 ? "Add 1 organisation" : "Add \(count) organisations"
    }

    /// What a file without problems holds.
    static func checked(_ lines: OrganisationLines) -> HTML {
        let kinds = Dictionary(grouping: lines.organisations, by: \.kind)
        let counts = OrganisationKind.allCases.compactMap { kind -> String? in
            kinds[kind].map { "\(kind.name): \($0.count)" }
        }
        var table = DataTable(
            "Organisations of the file", [.plain("Name"), .text("What it is"), .text("Codes")])
        for organisation in lines.organisations.prefix(50) {
            let codes = organisation.codes.map { "\($0.name) \($0.text)" }.joined(separator: ", ")
            table.add([
                HTML(text: organisation.name.text), HTML(text: organisation.kind.name),
                HTML(text: codes.isEmpty ? "–" : codes),
            ])
        }
        let more: HTML? =
            lines.organisations.count > 50
            ? "<p class=\"muted\">The first 50 of \(lines.organisations.count).</p>" : nil
        return Kit.inset(
            """
            <h2>Nothing is wrong with the file</h2>
            <p>\(counts.joined(separator: "; ")).</p>
            \(table.html())\(more)
            """)
    }

    static func problems(_ problems: [String]) -> HTML {
        guard !problems.isEmpty else { return "" }
        let more: HTML? =
            problems.count > 50 ? "<p class=\"muted\">The first 50 of \(problems.count).</p>" : nil
        return "<h2>What is wrong with the file</h2>\(Kit.bullets(Array(problems.prefix(50))))\(more)"
    }
}
