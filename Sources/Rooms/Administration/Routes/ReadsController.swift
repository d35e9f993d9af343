import Access
import CivilTime
import Ledger
import Markup
import Pages
import People

/// Who read which records: for the data protection officer, by record or by account; ids, never children's names.
struct ReadsController: Sendable {
    let ledger: Ledger
    private static let pageLength = 100

    func register(in table: inout RouteTable) {
        table.add(AdminRoutes.reads) { _, request in try await page(request) }
        table.add(AdminRoutes.readsFile) { _, request in try await file(request) }
    }

    private struct Asked {
        let record: String
        let account: String

        init(_ request: Request) {
            record = (request.queryValue("record") ?? "").trimmed
            account = (request.queryValue("account") ?? "").trimmed
        }

        var query: [(name: String, value: String)] {
            [(name: "record", value: record), (name: "account", value: account)].filter { !$0.value.isEmpty }
        }
    }

    /// What was asked for and names nothing: a wrong “nobody looked” must not come of a slip of the hand.
    private func unknown(_ asked: Asked) async throws -> String? {
        try await ledger.read { snapshot in
            if !asked.record.isEmpty, try snapshot.state(of: Child.self, asked.record) == nil {
                return "There is no record with this number. Check it."
            }
            let account = try snapshot.reader.first(
                "SELECT 1 FROM access_account WHERE address = \(asked.account.lowercased())"
            ) { _ in true }
            return asked.account.isEmpty || account != nil
                ? nil : "There is no account at this address. Check it."
        }
    }

    private func found(_ asked: Asked, before: Int?, limit: Int) async throws -> [ReadRow] {
        let (ids, account, names) = try await ledger.read { snapshot in
            (
                try ChildStanding.sameAs(asked.record, snapshot.reader),
                try snapshot.reader.first(
                    "SELECT subject_id FROM access_account WHERE address = \(asked.account.lowercased())"
                ) { $0.text(0) },
                try ReadRow.names(snapshot.reader)
            )
        }
        var reads: [Reads.Recorded] = []
        if !asked.record.isEmpty {
            reads = try await ledger.reads.reads(
                of: ids, openedOnly: false, before: before, limit: limit)
            if !asked.account.isEmpty { reads = reads.filter { $0.read.account == account } }
        } else if let account {
            reads = try await ledger.reads.reads(by: account, before: before, limit: limit)
        }
        return reads.map { ReadRow($0, names) }
    }

    private func page(_ request: Request) async throws -> Reply {
        let asked = Asked(request)
        let before = request.queryValue("before").flatMap { Int(pathText: $0) }
        let rows = try await found(asked, before: before, limit: Self.pageLength)
        let older = rows.count == Self.pageLength ? rows.last.map(\.sequence) : nil
        let root = try await ledger.reads.root
        return .page(
            ReadsView.page(
                rows, record: asked.record, account: asked.account, query: asked.query, older: older,
                root: root, unknown: try await unknown(asked)),
            request.context)
    }

    private func file(_ request: Request) async throws -> Reply {
        var csv = CSV(["sequence", "when", "account", "role", "basis", "page", "record", "opened", "commit"])
        for row in try await found(Asked(request), before: nil, limit: 1_000) {
            for shown in row.children {
                csv.add([
                    "\(row.sequence)", row.when, row.name, row.role, row.basis, row.route, shown.child,
                    shown.opened ? "yes" : "no", "\(row.commit)",
                ])
            }
        }
        return .download("reads.csv", type: "text/csv; charset=utf-8", csv.bytes)
    }
}

extension String {
    var trimmed: String {
        var text = self[...]
        while text.first?.isWhitespace ?? false { text.removeFirst() }
        while text.last?.isWhitespace ?? false { text.removeLast() }
        return String(text)
    }
}
