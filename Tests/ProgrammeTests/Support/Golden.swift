import Foundation
import Testing

/// Whole pages and files kept beside the tests; rewritten when the environment says GOLDEN=write.
enum Golden {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Golden")
    private static let isWriting = ProcessInfo.processInfo.environment["GOLDEN"] == "write"

    static func expect(
        _ bytes: [UInt8], toBe name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let text = steady(String(decoding: bytes, as: UTF8.self))
        let file = folder.appendingPathComponent(name)
        if isWriting {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            return try Data(text.utf8).write(to: file)
        }
        let kept = try String(decoding: Data(contentsOf: file), as: UTF8.self)
        guard text.utf8.elementsEqual(kept.utf8) else {
            Issue.record(
                "\(name) differs. \(difference(kept, text)) If it is meant, run with GOLDEN=write.",
                sourceLocation: sourceLocation)
            return
        }
    }

    /// The style sheet's address changes with its content, which is not the pages' concern.
    private static func steady(_ text: String) -> String {
        text.components(separatedBy: "/assets/style/").enumerated().map { index, part in
            index == 0 ? part : "VERSION" + part.drop { $0.isHexDigit }
        }.joined(separator: "/assets/style/")
    }

    private static func difference(_ kept: String, _ found: String) -> String {
        let kept = kept.components(separatedBy: "\n")
        let found = found.components(separatedBy: "\n")
        let line = zip(kept, found).enumerated().first { $0.element.0 != $0.element.1 }?.offset
        guard let line else { return "It had \(kept.count) lines and has \(found.count)." }
        return "Line \(line + 1) was\n\(kept[line])\nand is\n\(found[line])\n"
    }
}
