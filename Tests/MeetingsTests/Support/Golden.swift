import Foundation
import Testing

/// Compares a whole page with the file kept of it; `GOLDEN=write` in the environment writes it anew.
func expectGolden(_ name: String, _ seen: Seen, _ place: SourceLocation = #_sourceLocation) throws {
    let file = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Golden/\(name).html")
    let page = steady(seen.text)
    if ProcessInfo.processInfo.environment["GOLDEN"] == "write" {
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(page.utf8).write(to: file)
        return
    }
    let kept = try String(contentsOf: file, encoding: .utf8)
    let difference = zip(
        page.split(separator: "\n", omittingEmptySubsequences: false),
        kept.split(separator: "\n", omittingEmptySubsequences: false)
    ).first { $0 != $1 }
    #expect(
        page == kept,
        "\(name): is now “\(difference?.0 ?? "longer or shorter")”, was “\(difference?.1 ?? "")”; GOLDEN=write keeps it",
        sourceLocation: place)
}

/// The page without what is random or changes with other things: ids, the ledger's root, the style sheet's
/// address.
private func steady(_ html: String) -> String {
    html.replacing(/\/assets\/style\/[0-9a-f]+\.css/, with: "/assets/style/VERSION.css")
        .replacing(/[0-9a-hj-km-np-tv-z]{26}/, with: "ID")
        .replacing(/Ledger root [^<]*/, with: "Ledger root ")
        .replacing(
            /<span class="mono">[0-9a-f]{4} [0-9a-f]{4}<\/span>/, with: "<span class=\"mono\">ROOT</span>")
}
