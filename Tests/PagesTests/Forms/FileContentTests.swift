import Testing

@testable import Pages

@Suite struct `What a file is by its bytes` {
    private func content(_ bytes: [UInt8], pieces: Int = 1) -> FileContent {
        var inspection = FileInspection()
        let size = max(1, bytes.count / pieces)
        for start in stride(from: 0, to: bytes.count, by: size) {
            inspection.append(Array(bytes[start..<min(bytes.count, start + size)]))
        }
        return inspection.content
    }

    private static func packed(_ name: String) -> [UInt8] {
        [0x50, 0x4B, 0x03, 0x04] + Array(repeating: 0x20, count: 700) + Array(name.utf8) + [0, 1, 2]
    }

    static let samples: [(FileContent, [UInt8])] = [
        (.pdf, Array("%PDF-1.7\n…".utf8)), (.png, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]),
        (.jpeg, [0xFF, 0xD8, 0xFF, 0xE0]), (.word, packed("word/document.xml")),
        (.excel, packed("xl/workbook.xml")), (.powerpoint, packed("ppt/presentation.xml")),
        (.openDocument, packed("mimetypeapplication/vnd.oasis.opendocument.text")),
        (.program, packed("word/document.xml") + packed("word/vbaProject.bin")),
        (.unknown, packed("something/else")), (.program, [0x4D, 0x5A, 0x90]),
        (.program, [0x7F, 0x45, 0x4C, 0x46, 2]), (.program, Array("#!/bin/sh\nrm -r /".utf8)),
        (.program, Array("  <!DOCTYPE html><p>".utf8)), (.program, Array("<svg onload=x>".utf8)),
        (.program, [0xD0, 0xCF, 0x11, 0xE0]), (.text, Array("name,urn\r\nÉcole,990001\n".utf8)),
        (.unknown, [0x41, 0x00, 0x42]), (.unknown, [0x41, 0xFF]), (.unknown, Array("é".utf8.prefix(1))),
        (.unknown, []),
    ]

    @Test(arguments: samples)
    func `is seen`(expected: FileContent, bytes: [UInt8]) { #expect(content(bytes) == expected) }

    @Test(arguments: samples)
    func `is the same however it comes in pieces`(expected: FileContent, bytes: [UInt8]) {
        for pieces in [2, 3, 7, 50, 100_000] { #expect(content(bytes, pieces: pieces) == expected) }
    }

    @Test func `goes with one media type; what is kept is never a program`() {
        for content in FileContent.allCases where content != .program {
            #expect(FileContent(mediaType: content.mediaType) == content)
        }
    }
}
