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

    /// Called by what it is: its bytes would fill pages.
    struct Sample: Sendable, CustomTestStringConvertible {
        let content: FileContent
        let bytes: [UInt8]
        var testDescription: String { "\(content), \(bytes.count) bytes" }
    }

    static let samples: [Sample] = [
        .init(content: .pdf, bytes: Array("%PDF-1.7\n…".utf8)),
        .init(content: .png, bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0]),
        .init(content: .jpeg, bytes: [0xFF, 0xD8, 0xFF, 0xE0]),
        .init(content: .word, bytes: packed("word/document.xml")),
        .init(content: .excel, bytes: packed("xl/workbook.xml")),
        .init(content: .powerpoint, bytes: packed("ppt/presentation.xml")),
        .init(content: .openDocument, bytes: packed("mimetypeapplication/vnd.oasis.opendocument.text")),
        .init(content: .program, bytes: packed("word/document.xml") + packed("word/vbaProject.bin")),
        .init(content: .unknown, bytes: packed("something/else")),
        .init(content: .program, bytes: [0x4D, 0x5A, 0x90]),
        .init(content: .program, bytes: [0x7F, 0x45, 0x4C, 0x46, 2]),
        .init(content: .program, bytes: Array("#!/bin/sh\nrm -r /".utf8)),
        .init(content: .program, bytes: Array("  <!DOCTYPE html><p>".utf8)),
        .init(content: .program, bytes: Array("<svg onload=x>".utf8)),
        .init(content: .program, bytes: [0xD0, 0xCF, 0x11, 0xE0]),
        .init(content: .text, bytes: Array("name,urn\r\nÉcole,990001\n".utf8)),
        .init(content: .unknown, bytes: [0x41, 0x00, 0x42]), .init(content: .unknown, bytes: [0x41, 0xFF]),
        .init(content: .unknown, bytes: Array("é".utf8.prefix(1))),
        .init(content: .unknown, bytes: []),
    ]

    @Test(arguments: samples)
    func `is seen`(sample: Sample) { #expect(content(sample.bytes) == sample.content) }

    @Test(arguments: samples)
    func `is the same however it comes in pieces`(sample: Sample) {
        for pieces in [2, 3, 7, 50, 100_000] {
            #expect(content(sample.bytes, pieces: pieces) == sample.content)
        }
    }

    @Test func `goes with one media type; what is kept is never a program`() {
        for content in FileContent.allCases where content != .program {
            #expect(FileContent(mediaType: content.mediaType) == content)
        }
    }
}
