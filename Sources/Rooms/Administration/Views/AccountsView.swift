import Access
import CivilTime
import Ledger
import Markup
import Operations
import Pages
import People

/// An account as lists show it.
struct AccountRow: Sendable {
    let id: String
    let name: String
    let address: String
    let roles: [String]
    let isClosed: Bool

    static func all(matching words: String, on day: Day, _ reader: Reader) throws -> [AccountRow] {
        var roles: [String: [String]] = [:]
        try reader.forEach(
            """
            SELECT subject_id, role FROM access_role WHERE from_day <= \(day)
            AND (to_day IS NULL OR to_day >= \(day)) ORDER BY subject_id, role, row_key
            """
        ) { fields in
            guard let role = Role(rawValue: fields.text(1)) else { return }
            roles[fields.text(0), default: []].append(role.words)
        }
        let wanted = words.lowercased().split(separator: " ")
        return try reader.all(
            "SELECT subject_id, name, address, closed_day FROM access_account ORDER BY name, subject_id"
        ) { fields in
            AccountRow(
                id: fields.text(0), name: fields.text(1), address: fields.text(2),
                roles: roles[fields.text(0)] ?? [], isClosed: fields.day(3) != nil)
        }.filter { row in
            let text = ([row.name, row.address] + row.roles).joined(separator: " ").lowercased()
            return wanted.allSatisfy { text.contains($0) }
        }
    }
}

/// The pages about accounts.
enum AccountsView {
    static let crumb = Crumb("Accounts", AdminRoutes.accounts())

    static func thread(_ account: Account) -> [Crumb] {
        [crumb, Crumb(account.name?.text ?? "", AdminRoutes.account(account.id))]
    }

    static func list(_ rows: [AccountRow], words: String) -> Page {
        var table = DataTable("Accounts", [.text("Name"), .text("Email address"), .text("Roles today")])
        for row in rows {
            let roles: HTML =
                row.isClosed
                ? Kit.tag("Closed", .grey)
                : row.roles.isEmpty
                    ? "<span class=\"muted\">none</span>" : HTML(text: row.roles.joined(separator: ", "))
            table.add([
                "<a href=\"\(AdminRoutes.account(row.id))\">\(row.name)</a>", HTML(text: row.address), roles,
            ])
        }
        let found: HTML =
            rows.isEmpty ? "<p>No account fits “\(words)”.</p>" : table.html()
        return Page(
            title: "Accounts", section: "accounts",
            body: """
                <h1>Accounts</h1>
                <p><a class="button" href="\(AdminRoutes.newAccount())">Open an account</a></p>
                \(Kit.search(to: AdminRoutes.accounts(), "Find by name, address or role", value: words.isEmpty ? nil : words))
                \(found)
                """)
    }

    static func page(_ account: Account, organisations: [String: String], _ context: PageContext) -> Page {
        let isOpen = account.closedOn == nil
        var table = DataTable(
            "Roles", [.text("Role"), .text("Organisation"), .text("From"), .text("To"), .plain("Change")])
        for grant in account.grants.sorted(by: { ($0.from, $0.id) > ($1.from, $1.id) }) {
            let end: HTML =
                grant.to.map { $0 >= context.today } ?? true
                ? "<a href=\"\(AdminRoutes.endingRole((account.id, grant.id)))\">End<span class=\"unseen\"> the role of \(grant.role.words)</span></a>"
                : "<span class=\"muted\">ended</span>"
            table.add([
                HTML(text: grant.role.words.capitalizedFirst),
                HTML(text: grant.organisation.map { organisations[$0] ?? "not known" } ?? "–"),
                HTML(text: grant.from.short), HTML(text: grant.to?.short ?? "–"), end,
            ])
        }
        return Page(
            title: account.name?.text ?? "", thread: [crumb], section: "accounts",
            body: """
                <h1>\(account.name?.text)</h1>
                \(Kit.summary([
                    (name: "Email address", value: HTML(text: account.address?.text ?? "")),
                    (name: "State", value: state(account)),
                    (name: "Password", value: account.hasPassword ? "Chosen" : "Not chosen yet"),
                    (name: "Security codes", value: account.hasSecondFactor ? "Set up" : "Not set up"),
                ]))
                <h2>Roles</h2>
                \(account.grants.isEmpty ? "<p>None was ever given.</p>" : table.html())
                \(isOpen ? actions(account, context) : reopening(account))
                """)
    }

    private static func state(_ account: Account) -> HTML {
        account.closedOn.map { "\(Kit.tag("Closed", .grey)) on \($0.short)" } ?? Kit.tag("Open", .green)
    }

    private static func actions(_ account: Account, _ context: PageContext) -> HTML {
        let words =
            account.hasPassword ? "Give a link for a new password" : "Give an invitation link"
        let codes: HTML? =
            account.hasSecondFactor
            ? "<li><a href=\"\(AdminRoutes.losing(account.id))\">Remove lost security codes</a></li>" : nil
        return """
            <form action="\(AdminRoutes.giveLink(account.id))" method="post">\
            <input type="hidden" name="token" value="\(context.formToken)">\
            <button class="button">\(words)</button></form>
            <ul class="links">
            <li><a href="\(AdminRoutes.newRole(account.id))">Give a role</a></li>
            \(codes)<li><a href="\(AdminRoutes.closing(account.id))">Close this account</a></li>
            </ul>
            """
    }

    private static func reopening(_ account: Account) -> HTML {
        "<p><a href=\"\(AdminRoutes.closing(account.id))\">Open this account again</a></p>"
    }

    static func link(
        _ account: Account, _ link: String, hasSite: Bool, _ purpose: Tokens.Purpose, until: Int64
    ) -> Page {
        let (day, hour, minute) = Day.londonClock(microsecondsSince1970: until)
        let site: HTML? =
            hasSite
            ? nil : "<p>It begins with the address of this site, as you see it in your browser.</p>"
        return Page(
            title: "A link for \(account.name?.text ?? "")", thread: thread(account), section: "accounts",
            body: """
                <h1>A link for \(account.name?.text)</h1>
                <p class="lead">Give it to them yourself, in a way that only they can read. It is not shown again.</p>
                <p class="mono root-whole">\(link)</p>
                \(site)<p>It works once, until \(day.written), \(Digits.two(hour)):\(Digits.two(minute)). Earlier links have \
                stopped working.</p>
                <p><a href="\(AdminRoutes.account(account.id))">Back to the account</a></p>
                """)
    }
}
