import Foundation
import Markup
import Testing

/// Compares a whole page with the file kept of it; `GOLDEN=write` in the environment writes it anew.
func expectGolden(_ name: String, _ html: String, _ place: SourceLocation = #_sourceLocation) throws {
    let file = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Golden/\(name).html")
    // The style sheet's address changes with every change of the style sheet.
    let page = html.replacing(/\/assets\/style\/[0-9a-f]+\.css/, with: "/assets/style/VERSION.css")
    if ProcessInfo.processInfo.environment["GOLDEN"] == "write" {
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
