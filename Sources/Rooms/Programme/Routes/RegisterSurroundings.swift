import Access
import CivilTime
import Documents
import Ledger
import Markup
import Pages

/// What the pages of registers need beside the thing they show.
struct RegisterSurroundings: Sendable {
    /// The plans, the newest first.
    private(set) var plans: [(code: Code, title: String)] = []
    /// What part of a plan an id is, by the plan's.
    private var parts: [Code: [Code: String]] = [:]
    /// The documents that are shown, by their ids.
    private var filed: [String: Document.Version] = [:]
    /// The names of accounts.
    private(set) var names: [String: String] = [:]

    init(_ snapshot: Snapshot, showing papers: [PaperPlace] = []) throws {
        plans = try snapshot.reader.all(
            "SELECT code, title FROM programme_plan ORDER BY published DESC, code"
        ) { (Code(stored: $0.text(0)), $0.text(1)) }
        try snapshot.reader.forEach(
            """
            SELECT plan.code, part.code, part.part FROM programme_part AS part
            JOIN programme_plan AS plan ON plan.subject_id = part.plan_id
            WHERE part.part = \(ObjectiveStatement.part) OR part.part = \(ActionStatement.part)
            """
        ) { fields in
            parts[Code(stored: fields.text(0)), default: [:]][Code(stored: fields.text(1))] = fields.text(2)
        }
        for id in papers.compactMap(\.document) {
            filed[id] = try snapshot.state(of: Document.self, id)?.state.current
        }
    }

    /// Also reads who the accounts are.
    mutating func readNames(_ snapshot: Snapshot) throws {
        var names: [String: String] = [:]
        try snapshot.reader.forEach("SELECT subject_id, name FROM access_account") {
            names[$0.text(0)] = $0.text(1)
        }
        self.names = names
    }

    /// The objectives that something serves, each leading to its page; nil where it serves none.
    func served(_ serving: Serving) -> HTML? {
        guard let plan = serving.plan else { return nil }
        let title = plans.first { $0.code == plan }?.title ?? plan.text
        let parts = parts[plan] ?? [:]
        let links = serving.objectives.map { code -> HTML in
            switch parts[code] {
            case ObjectiveStatement.part:
                "<a href=\"\(PlanRoutes.objective((plan, code)))\">\(code.text)</a>"
            case ActionStatement.part: "<a href=\"\(PlanRoutes.action((plan, code)))\">\(code.text)</a>"
            default: "\(code.text)"
            }
        }
        let whole: HTML = "<a href=\"\(PlanRoutes.plan(plan))\">\(title)</a>"
        return links.isEmpty ? whole : "\(HTML.joined(links, separator: ", ")) of \(whole)"
    }

    /// The name of the file that a paper is; nil where it is none.
    func fileName(_ place: PaperPlace) -> String? { place.document.flatMap { filed[$0]?.file.filename } }

    /// Where a paper can be read: the file, the link, or both; nil where it is nowhere.
    func paper(_ place: PaperPlace, at link: Link, _ title: String) -> HTML? {
        var ways: [HTML] = []
        if let document = place.document {
            let about = filed[document].map { " (\($0.file.filename), \(ByteCount.written($0.file.size)))" }
            ways.append("<a href=\"\(link)\">\(title)</a>\(about)")
        }
        if let address = place.link, let web = Link(web: address) {
            let words = place.document == nil ? title : "Where others keep it"
            ways.append("<a href=\"\(web)\">\(words)</a>")
        }
        return ways.isEmpty ? nil : HTML.joined(ways, separator: "; ")
    }
}

/// Answers with the file of a paper.
struct PaperReply: Sendable {
    let ledger: Ledger
    let documents: Documents?

    func reply(_ place: PaperPlace?) async throws -> Reply {
        guard let documents, let id = place?.document else { throw PageError.notFound }
        let document = try await ledger.read { try $0.state(of: Document.self, id)?.state }
        guard let version = document?.current else { throw PageError.notFound }
        return try await documents.reply(version)
    }
}

extension Request {
    /// Whether who asks may do something.
    func may(_ action: Action) -> Bool { decide(visitor, action).isAllowed }
}
