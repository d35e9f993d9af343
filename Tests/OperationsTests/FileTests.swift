import Crypto
import Foundation
import Ledger
import Testing

@testable import Operations

@Suite struct `The bytes of a file` {
    private static let sizes = [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000]

    private func bytes(_ size: Int) -> [UInt8] { (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) } }

    private func keep(_ bytes: [UInt8], _ workshop: Workshop, pieces: Int = 1_000) async throws -> KeptFile {
        let files = workshop.operations.files
        let incoming = try files.begin()
        for start in stride(from: 0, to: bytes.count, by: pieces) {
            try incoming.append(bytes[start..<min(bytes.count, start + pieces)])
        }
        return try await files.keep(
            incoming, filename: "a.pdf", mediaType: "application/pdf", of: "account")
    }

    private func path(_ file: KeptFile, _ workshop: Workshop) -> String {
        workshop.folder.file("files/\(file.id)")
    }

    @Test(arguments: sizes)
    func `come back as they came, whatever their number`(size: Int) async throws {
        let workshop = try await Workshop()
        let sent = bytes(size)
        let file = try await keep(sent, workshop, pieces: 999)
        #expect(file.size == size)
        #expect(file.digest == Hexadecimal.text(SHA256.hash(data: sent)))
        #expect(try await workshop.operations.files.bytes(file.id) == sent)
    }

    @Test func `lie encrypted, readable by nobody else on the machine, under a name that tells nothing`()
        async throws
    {
        let workshop = try await Workshop()
        let file = try await keep(
            Array(repeating: Array("a child's name ".utf8), count: 9_000).flatMap(\.self), workshop)
        let stored = try #require(FileManager.default.contents(atPath: path(file, workshop)))
        #expect(stored.range(of: Data("a child's name".utf8)) == nil)
        let attributes = try FileManager.default.attributesOfItem(atPath: path(file, workshop))
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(!file.id.contains("a.pdf"))
    }

    /// What somebody with the disk in hands may do to it.
    private static let damages: [(String, @Sendable (Data) -> Data)] = [
        (
            "a bit",
            { data in Data(data.enumerated().map { $0.offset == 70_000 ? $0.element ^ 1 : $0.element }) }
        ),
        ("the end cut", { $0.dropLast() }), ("a piece cut", { $0.prefix(65_552) }),
        ("pieces swapped", { $0[65_552..<131_104] + $0[..<65_552] + $0[131_104...] }),
        ("more behind", { $0 + Data([0]) }), ("nothing", { _ in Data() }),
    ]

    @Test(arguments: damages.indices)
    func `that were touched are not given back`(index: Int) async throws {
        let workshop = try await Workshop()
        let file = try await keep(bytes(200_000), workshop)
        let stored = try #require(FileManager.default.contents(atPath: path(file, workshop)))
        let damaged = Self.damages[index].1(stored)
        #expect(damaged != stored, "\(Self.damages[index].0)")
        try damaged.write(to: URL(fileURLWithPath: path(file, workshop)))
        await #expect(throws: FileError.damaged) { try await workshop.operations.files.bytes(file.id) }
    }

    @Test func `of one file do not open as another's`() async throws {
        let workshop = try await Workshop()
        let (one, two) = (try await keep(bytes(10), workshop), try await keep(bytes(10), workshop))
        let stored = try #require(FileManager.default.contents(atPath: path(one, workshop)))
        try stored.write(to: URL(fileURLWithPath: path(two, workshop)))
        await #expect(throws: FileError.damaged) { try await workshop.operations.files.bytes(two.id) }
    }

    @Test func `that are gone are said to be gone`() async throws {
        let workshop = try await Workshop()
        let file = try await keep(bytes(10), workshop)
        try FileManager.default.removeItem(atPath: path(file, workshop))
        await #expect(throws: FileError.cannotRead) { try await workshop.operations.files.bytes(file.id) }
        #expect(try await workshop.operations.files.bytes("unknown") == nil)
    }
}

@Suite struct `A file that waits` {
    private func waiting(_ workshop: Workshop) async throws -> KeptFile {
        let incoming = try workshop.operations.files.begin()
        try incoming.append([1, 2, 3])
        return try await workshop.operations.files.keep(
            incoming, filename: "a.csv", mediaType: "text/csv", of: "account")
    }

    @Test func `is found by the account that sent it, until it is part of a record`() async throws {
        let workshop = try await Workshop()
        let files = workshop.operations.files
        let file = try await waiting(workshop)
        #expect(try await files.waiting(file.id, of: "account") == file)
        #expect(try await files.waiting(file.id, of: "another") == nil)
        _ = try await workshop.ledger.commit(files.attaching(file.id, to: workshop.command()))
        #expect(try await files.waiting(file.id, of: "account") == nil)
        #expect(try await files.bytes(file.id) == [1, 2, 3])
    }

    @Test func `is destroyed with its key after thirty days; one that is part of a record stays`()
        async throws
    {
        let workshop = try await Workshop()
        let files = workshop.operations.files
        let (left, attached) = (try await waiting(workshop), try await waiting(workshop))
        _ = try await workshop.ledger.commit(files.attaching(attached.id, to: workshop.command()))
        workshop.pass(seconds: 29 * 86_400)
        try await workshop.operations.sweep()
        #expect(try await files.bytes(left.id) != nil)
        workshop.pass(seconds: 2 * 86_400)
        #expect(try await files.waiting(left.id, of: "account") == nil)
        try await workshop.operations.sweep()
        #expect(try await files.bytes(left.id) == nil)
        #expect(try await files.bytes(attached.id) == [1, 2, 3])
    }

    @Test func `leaves nothing behind when it is abandoned, or cannot be kept`() async throws {
        let workshop = try await Workshop()
        let incoming = try workshop.operations.files.begin()
        try incoming.append([UInt8](repeating: 7, count: 100_000))
        incoming.abandon()
        let folder = workshop.folder.file("files")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }

    @Test func `is refused where there is no folder for it`() async throws {
        let workshop = try await Workshop()
        let bare = try await Operations.open(workshop.ledger, key: workshop.key, clock: Clock { 0 })
        #expect(throws: FileError.noFolder) { try bare.files.begin() }
        let blocked = workshop.folder.file("blocked")
        #expect(FileManager.default.createFile(atPath: blocked, contents: nil))
        let wrong = try await Operations.open(
            workshop.ledger, key: workshop.key, clock: Clock { 0 }, files: blocked)
        #expect(throws: FileError.cannotWrite) { try wrong.files.begin() }
    }
}
