import CivilTime
import Markup
import Pages

/// The words and links of evidence.
enum EvidenceWords {
    /// A link to a piece of evidence for who is signed in.
    static func link(_ item: EvidenceItem, _ part: String) -> HTML {
        switch item.source {
        case .link(let address): web(item.title, address)
        case .document:
            "<a href=\"\(ProgressRoutes.evidenceFile((part, item.entry)))\">\(item.title)</a> (file)"
        }
    }

    /// The same for the public, where the evidence is public.
    static func publicLink(_ item: EvidenceItem, _ part: String) -> HTML {
        switch item.source {
        case .link(let address): web(item.title, address)
        case .document:
            "<a href=\"\(ProgressRoutes.publicFile((part, item.entry)))\">\(item.title)</a> (file)"
        }
    }

    private static func web(_ title: String, _ address: String) -> HTML {
        guard let link = Link(web: address) else { return "\(title) (\(address))" }
        return "<a href=\"\(link)\">\(title)</a> (another site)"
    }
}

/// Evidence that a second person has still to look at before it may be public.
struct EvidenceToClearView: Sendable {
    let header: PlanHeader
    let items: [(record: ProgressRecord, item: EvidenceItem)]
    let names: [String: String]
    let account: String?

    private var mine: Int { items.count { $0.item.addedBy == account } }

    func page() -> Page {
        ProgressWords.page(
            "Evidence to clear", ProgressWords.thread(header),
            """
            <h1>Evidence to clear</h1>
            <p class="lead">\(lead)</p>
            <p>Before a piece of evidence is public, a second person looks at it and confirms that no child can
            be recognised in it: by a name, a picture, a school with few pupils, a rare diagnosis, a story that
            only one family could tell.</p>
            \(items.isEmpty ? "" : table)
            """)
    }

    private var lead: String {
        guard !items.isEmpty else { return "Nothing waits. Every piece of evidence has been looked at." }
        let own = mine == 0 ? "" : " \(mine) of them you added; somebody else has to look at those."
        return "\(PlanWords.count(items.count, "piece waits", "pieces wait")) for a second person." + own
    }

    private var table: HTML {
        var table = DataTable(
            "Evidence to clear",
            [.plain("Evidence"), .text("Stands behind"), .text("Added"), .plain("Next step")])
        for (record, item) in items {
            let next: HTML =
                item.addedBy == account
                ? "Somebody else has to look"
                : """
                <a href="\(ProgressRoutes.clearing((record.part.id, item.entry)))">Look and confirm\
                <span class="unseen">: \(item.title)</span></a>
                """
            table.add([
                "\(EvidenceWords.link(item, record.part.id))<br><span class=\"muted\">\(item.shows)</span>",
                "<a href=\"\(ProgressRoutes.part(record.part.id))\">\(record.part.code.text)</a>",
                HTML(text: "\(item.day.short) by \(names[item.addedBy] ?? "an account")"), next,
            ])
        }
        return table.html(namesFirst: true)
    }
}
