import Access
import CivilTime
import Ledger
import Pages
import People

/// The chronicle of one child's record, for who may put it right.
struct HistoryController: Sendable {
    let ledger: Ledger

    func register(in table: inout RouteTable) {
        table.add(ChildRoutes.history) { id, request in
            try await ledger.answer(
                id, for: .editChild, request, movedTo: { ChildRoutes.history($0) },
                { found, snapshot in (found, try HistoryRow.all(of: found, snapshot)) },
                { found, rows in
                    .page(HistoryView.page(found, rows), request.context).showing(found.opened)
                })
        }
    }
}

/// One entry as the history shows it.
struct HistoryRow: Sendable {
    enum State: Sendable, Hashable {
        case standing
        case corrected
        case withdrawn
        /// It says something about other entries, or that records were merged.
        case about
    }

    let entry: Chronicle
    /// What it says, where it stands and can be said.
    let words: String?
    let who: String
    let state: State
    /// Whether it can be corrected on a page of its own.
    let isStatement: Bool

    /// All entries that are for the asker, the latest first.
    static func all(of found: FoundChild, _ snapshot: Snapshot) throws -> [HistoryRow] {
        let chronicle = try snapshot.chronicle(of: SubjectID(kind: Child.kind, id: found.id))
        let accounts = try AccountNames(Set(chronicle.compactMap(\.author.account)), snapshot.reader)
        let statements = Dictionary(
            found.child.statements.map { ($0.entry, $0) }, uniquingKeysWith: { first, _ in first })
        let byID = Dictionary(chronicle.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let (corrected, withdrawn) = replaced(chronicle)
        return chronicle.reversed().compactMap { entry in
            let statement = statements[entry.id]
            guard found.sight.allows(entry, statements, in: byID) else { return nil }
            let role = entry.author.role.flatMap(Role.init(rawValue:))?.words
            let who = [accounts.name(entry.author.account), role].compactMap { $0 }
            return HistoryRow(
                entry: entry, words: statement?.detail.words(found.names),
                who: who.joined(separator: ", "),
                state: entry.isAboutOthers
                    ? .about
                    : withdrawn.contains(entry.id)
                        ? .withdrawn : corrected.contains(entry.id) ? .corrected : .standing,
                isStatement: statement != nil)
        }
    }

    /// The entries that corrections and withdrawals name, where these were not taken back themselves.
    static func replaced(_ chronicle: [Chronicle]) -> (corrected: Set<String>, withdrawn: Set<String>) {
        var withdrawn: Set<String> = []
        for entry in chronicle.reversed() where !withdrawn.contains(entry.id) {
            if let target = entry.withdraws { withdrawn.insert(target) }
        }
        let corrected = chronicle.filter { !withdrawn.contains($0.id) }.compactMap(\.corrects)
        return (Set(corrected), withdrawn)
    }
}

extension Chronicle {
    /// Whether it takes something back or merges, and so says nothing of the child itself.
    var isAboutOthers: Bool { withdraws != nil || kind.hasPrefix("ledger.") }

    /// Whether the record's own pages may take it back; a merge is taken back on a page of its own.
    var canBeWithdrawn: Bool { !kind.hasPrefix("ledger.") }
}

extension Sight {
    /// Whether an entry is for them: what it says where it stands; where it does not, its kind and, of what
    /// corrects or takes back, that of the entry it names in the end.
    func allows(
        _ entry: Chronicle, _ statements: [String: Statement], in chronicle: [String: Chronicle]
    ) -> Bool {
        if let statement = statements[entry.id] { return shows(statement.detail) }
        if let target = (entry.withdraws ?? entry.corrects).flatMap({ chronicle[$0] }) {
            return allows(target, statements, in: chronicle) && allowsKind(entry.kind)
        }
        return allowsKind(entry.kind)
    }

    /// Whether entries of a kind are for them whatever they say, which is no longer told.
    private func allowsKind(_ kind: String) -> Bool {
        switch kind {
        case "child.social-care", "child.corporate-parent", "child.relationship": socialCare
        case "child.address": withheld
        case "child.ended": socialCare && withheld
        default: true
        }
    }
}
