import Foundation
import Ledger
import Testing

@testable import Operations

@Suite struct `The area's key` {
    @Test func `is made once, for its owner alone, and read again`() throws {
        let folder = try Folder()
        let path = folder.file("area.key")
        let made = try AreaKey.make(file: path)
        let permissions = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(permissions == 0o600)
        let read = try AreaKey(file: path)
        #expect(made.code(over: "text", for: "test") == read.code(over: "text", for: "test"))
        #expect(throws: KeyError.cannotMake(path)) { try AreaKey.make(file: path) }
    }

    @Test(arguments: [0o640, 0o604, 0o644, 0o660])
    func `is refused where others may read it`(permissions: Int) throws {
        let path = try Folder().file("area.key")
        let folder = try Folder()
        let open = folder.file("area.key")
        _ = try AreaKey.make(file: open)
        try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: open)
        #expect(throws: KeyError.open(open)) { try AreaKey(file: open) }
        #expect(throws: KeyError.missing(path)) { try AreaKey(file: path) }
    }

    @Test(arguments: ["", "short", "not base 64!", String(repeating: "A", count: 40)])
    func `is refused where the file holds something else`(content: String) throws {
        let folder = try Folder()
        let path = folder.file("area.key")
        _ = FileManager.default.createFile(
            atPath: path, contents: Data(content.utf8), attributes: [.posixPermissions: 0o600])
        #expect(throws: KeyError.malformed(path)) { try AreaKey(file: path) }
    }

    @Test func `of another area does not open what this one closed`() async throws {
        let first = try await Workshop()
        try await first.operations.drafts.keep([1, 2, 3], of: "a", form: "f")
        #expect(try await Operations.needsKey(first.ledger))
        await #expect(throws: KeyError.wrongKey) {
            _ = try await Operations.open(first.ledger, key: AreaKey(), clock: Clock { 0 })
        }
    }

    @Test func `codes are of one text, one purpose and one key`() {
        let (key, other) = (AreaKey(), AreaKey())
        let code = key.code(over: "text", for: "forms")
        #expect(key.confirms(code, over: "text", for: "forms"))
        #expect(!key.confirms(code, over: "texts", for: "forms"))
        #expect(!key.confirms(code, over: "text", for: "other"))
        #expect(!other.confirms(code, over: "text", for: "forms"))
        for wrong in ["", "zz", String(code.dropLast()), code + "00", code.uppercased() + " "] {
            #expect(!key.confirms(wrong, over: "text", for: "forms"))
        }
    }
}

@Suite struct `A draft` {
    @Test func `is found again by its account and form alone, and replaced by a later one`() async throws {
        let workshop = try await Workshop()
        let drafts = workshop.operations.drafts
        try await drafts.keep(Array("first".utf8), of: "a", form: "children/1/name")
        try await drafts.keep(Array("second".utf8), of: "a", form: "children/1/name")
        #expect(try await drafts.find(of: "a", form: "children/1/name")?.bytes == Array("second".utf8))
        #expect(try await drafts.find(of: "b", form: "children/1/name") == nil)
        #expect(try await drafts.find(of: "a", form: "children/2/name") == nil)
        try await drafts.drop(of: "a", form: "children/1/name")
        #expect(try await drafts.find(of: "a", form: "children/1/name") == nil)
    }

    @Test func `does not stand in the file in clear, and is gone with its key`() async throws {
        let workshop = try await Workshop()
        let words = "A sentence that nobody else may read"
        try await workshop.operations.drafts.keep(Array(words.utf8), of: "a", form: "f")
        let bytes =
            try Data(contentsOf: URL(fileURLWithPath: workshop.folder.file("ledger.sqlite")))
            + Data(contentsOf: URL(fileURLWithPath: workshop.folder.file("ledger.sqlite-wal")))
        #expect(bytes.range(of: Data(words.utf8)) == nil)
        #expect(bytes.range(of: Data("draft".utf8)) != nil)
    }

    @Test func `is forgotten after thirty days, with its key`() async throws {
        let workshop = try await Workshop()
        try await workshop.operations.drafts.keep([1], of: "a", form: "f")
        workshop.pass(seconds: 30 * 86_400 + 1)
        #expect(try await workshop.operations.drafts.find(of: "a", form: "f") == nil)
        try await workshop.operations.sweep()
        let keys = try await workshop.ledger.read { snapshot in
            try snapshot.reader.all("SELECT id FROM wrapped_key ORDER BY id") { $0.text(0) }
        }
        #expect(keys == ["area"])
    }

    @Test func `has a limit`() async throws {
        let workshop = try await Workshop()
        let most = [UInt8](repeating: 7, count: Drafts.limit)
        try await workshop.operations.drafts.keep(most, of: "a", form: "f")
        await #expect(throws: Drafts.TooLong.self) {
            try await workshop.operations.drafts.keep(most + [7], of: "a", form: "f")
        }
        #expect(try await workshop.operations.drafts.find(of: "a", form: "f")?.bytes.count == Drafts.limit)
    }
}
