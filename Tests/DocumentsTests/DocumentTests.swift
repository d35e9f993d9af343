import CivilTime
import Foundation
import Ledger
import Operations
import Synchronization
import Testing

@testable import Documents
@testable import Pages

/// A ledger with files, and a form that brought one.
private final class Lab: Sendable {
    let folder: URL
    let ledger: Ledger
    let operations: Operations
    let documents: Documents

    init() async throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "documents-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var options = Ledger.Options(path: folder.appendingPathComponent("ledger.sqlite").path)
        options.durable = false
        let clock = Clock { 1_726_833_600_000_000 }
        ledger = try await Ledger.open(options, Registry(Documents.subjects), clock: clock)
        operations = try await Operations.open(
            ledger, key: AreaKey(), clock: clock, files: folder.appendingPathComponent("files").path)
        documents = Documents(operations)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func upload(_ text: String, _ name: String) async throws -> Upload {
        let incoming = try operations.files.begin()
        try incoming.append(Array(text.utf8))
        let kept = try await operations.files.keep(
            incoming, filename: name, mediaType: FileContent.text.mediaType, of: "account")
        return Upload(
            id: kept.id, filename: kept.filename, content: .text, size: kept.size, digest: kept.digest)
    }

    func file(_ upload: Upload, title: String, as document: String? = nil) async throws -> String {
        let command = Command(id: upload.id, fields: title, author: .program) { deciding -> String in
            try Documents.file(upload, title: title, as: document, &deciding)
        }
        return try await ledger.commit(documents.filing(upload, command)).value
    }

    func document(_ id: String) async throws -> Document {
        try await #require(ledger.read { try $0.state(of: Document.self, id)?.state })
    }
}

@Suite struct `A document` {
    @Test func `is filed, given back as it was, and filed again as a newer version`() async throws {
        let lab = try await Lab()
        let first = try await lab.upload("a,b\r\n", "figures – März.csv")
        let id = try await lab.file(first, title: "Figures")
        let again = try await lab.file(lab.upload("c,d\r\n", "figures.csv"), title: "Figures, mended", as: id)
        #expect(again == id)
        let document = try await lab.document(id)
        #expect(document.versions.map(\.title) == ["Figures", "Figures, mended"])
        #expect(document.current?.file.size == 5)
        let reply = try await lab.documents.reply(try #require(document.versions.first))
        #expect(reply.body == Array("a,b\r\n".utf8))
        #expect(
            reply.headers.map(\.value) == [
                "attachment; filename=\"figures _ M_rz.csv\"; filename*=UTF-8''figures%20%E2%80%93%20M%C3%A4rz.csv"
            ])
        #expect(try await lab.operations.files.waiting(first.id, of: "account") == nil)
    }

    @Test func `waits on where what it came with is refused`() async throws {
        struct Refused: Error {}
        let lab = try await Lab()
        let upload = try await lab.upload("a", "a.csv")
        let command = Command(id: "one", fields: "", author: .program) { deciding -> String in
            _ = try Documents.file(upload, title: "A", &deciding)
            throw Refused()
        }
        await #expect(throws: Refused.self) {
            try await lab.ledger.commit(lab.documents.filing(upload, command))
        }
        #expect(try await lab.operations.files.waiting(upload.id, of: "account") != nil)
    }
}
