/// What a file is, as far as its bytes show it; neither its name nor what a browser claims counts.
public enum FileContent: String, Sendable, Hashable, CaseIterable {
    /// ISO 32000.
    case pdf
    /// PNG or JPEG.
    case png, jpeg
    /// A word-processing document (ECMA-376), spreadsheet or presentation, without macros.
    case word, excel, powerpoint
    /// A document or spreadsheet in OpenDocument (ISO/IEC 26300).
    case openDocument
    /// UTF-8 text without control characters, such as comma-separated values.
    case text
    /// Something that a computer would run: a program, a script, a document with macros.
    case program
    /// None of these.
    case unknown

    /// The media type that goes with it.
    public var mediaType: String {
        switch self {
        case .pdf: "application/pdf"
        case .png: "image/png"
        case .jpeg: "image/jpeg"
        case .word: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        case .excel: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case .powerpoint: "application/vnd.openxmlformats-officedocument.presentationml.presentation"
        case .openDocument: "application/vnd.oasis.opendocument.text"
        case .text: "text/plain; charset=utf-8"
        case .program, .unknown: "application/octet-stream"
        }
    }

    /// What a kept file is, by the media type that was kept with it; a program is never kept.
    public init(mediaType: String) {
        self = Self.allCases.first { $0 != .program && $0.mediaType == mediaType } ?? .unknown
    }
}

/// Looks at a file's bytes as they come and says in the end what it is.
///
/// What is packed (ZIP) is known by the names of its parts, which stand unpacked in the file.
public struct FileInspection: Sendable {
    private var head: [UInt8] = []
    /// The end of what came before, so that a name cut in two is found.
    private var tail: [UInt8] = []
    private var found: Set<String> = []
    private var isText = true
    private var pendingUTF8: [UInt8] = []

    private static let headLength = 512
    private static let names = [
        "word/document.xml", "xl/workbook.xml", "ppt/presentation.xml", "vbaProject.bin",
        "application/vnd.oasis.opendocument.",
    ]
    private static let longest = 40

    /// Begins.
    public init() {}

    /// Takes the next bytes.
    public mutating func append(_ bytes: [UInt8]) {
        if head.count < Self.headLength { head += bytes.prefix(Self.headLength - head.count) }
        if head.starts(with: Self.zip) { searchNames(bytes) }
        if isText { checkText(bytes) }
    }

    /// What it is.
    public var content: FileContent {
        if Self.programs.contains(where: { head.starts(with: $0) }) { return .program }
        if head.starts(with: Array("%PDF-".utf8)) { return .pdf }
        if head.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if head.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if head.starts(with: Self.zip) { return packed }
        guard isText, pendingUTF8.isEmpty, !head.isEmpty else { return .unknown }
        let start = String(decoding: head, as: UTF8.self).lowercased().drop {
            $0.isWhitespace || $0 == "\u{FEFF}"
        }
        let isScript = ["#!", "<!doctype", "<html", "<script", "<?php", "<svg", "<?xml"].contains {
            start.hasPrefix($0)
        }
        return isScript ? .program : .text
    }

    private var packed: FileContent {
        if found.contains("vbaProject.bin") { return .program }
        if found.contains("word/document.xml") { return .word }
        if found.contains("xl/workbook.xml") { return .excel }
        if found.contains("ppt/presentation.xml") { return .powerpoint }
        return found.contains("application/vnd.oasis.opendocument.") ? .openDocument : .unknown
    }

    private static let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
    /// Windows, Linux and Apple programs, Java classes, and Word's old format, which may hold macros.
    private static let programs: [[UInt8]] = [
        [0x4D, 0x5A], [0x7F, 0x45, 0x4C, 0x46], [0xCF, 0xFA, 0xED, 0xFE], [0xCE, 0xFA, 0xED, 0xFE],
        [0xCA, 0xFE, 0xBA, 0xBE], [0xD0, 0xCF, 0x11, 0xE0],
    ]

    private mutating func searchNames(_ bytes: [UInt8]) {
        let text = tail + bytes
        for name in Self.names where !found.contains(name) && Self.holds(text, Array(name.utf8)) {
            found.insert(name)
        }
        tail = Array(text.suffix(Self.longest))
    }

    private static func holds(_ text: [UInt8], _ name: [UInt8]) -> Bool {
        guard let first = name.first, text.count >= name.count else { return false }
        var rest = text[...]
        while let start = rest.firstIndex(of: first), text.count - start >= name.count {
            if text[start..<(start + name.count)].elementsEqual(name) { return true }
            rest = text[(start + 1)...]
        }
        return false
    }

    /// Whether what came so far is UTF-8 without control characters but line ends and tabs.
    private mutating func checkText(_ bytes: [UInt8]) {
        var text = pendingUTF8 + bytes
        pendingUTF8 = Self.begun(text)
        text.removeLast(pendingUTF8.count)
        guard let read = String(validating: text, as: UTF8.self) else {
            isText = false
            return
        }
        isText = read.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || [0x09, 0x0A, 0x0D].contains($0) }
    }

    /// The bytes at the end that begin a character whose rest has not come.
    private static func begun(_ text: [UInt8]) -> [UInt8] {
        for count in 1...3 where text.count >= count {
            let lead = text[text.count - count]
            if lead & 0b1100_0000 == 0b1000_0000 { continue }
            let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
            return length > count ? Array(text.suffix(count)) : []
        }
        return []
    }
}
