import Foundation
@_spi(Operations) public import Ledger

/// Why a file cannot be kept or given back.
public enum FileError: Explained, Equatable {
    /// No folder for files is set up.
    case noFolder
    case cannotWrite
    case cannotRead
    /// What lies on the disk is not what was kept.
    case damaged

    /// What happened and what to do next.
    public var forPerson: String {
        switch self {
        case .noFolder, .cannotWrite:
            "We cannot keep files at the moment. Nothing was recorded. Try again later."
        case .cannotRead, .damaged: "We cannot show this file at the moment. Try again later."
        }
    }

    /// What was wrong.
    public var forOperator: String {
        switch self {
        case .noFolder: "no folder for files is set up"
        case .cannotWrite: "a file cannot be written to the folder of files"
        case .cannotRead: "a file is not in the folder of files, or cannot be read"
        case .damaged: "a file in the folder of files was changed or cut"
        }
    }
}

/// A file that is kept, as the form that brought it knows it.
public struct KeptFile: Sendable, Hashable {
    /// The random name under which it is kept.
    public let id: String
    /// Its name as the sender's computer had it, cleaned.
    public let filename: String
    /// The media type that its bytes show.
    public let mediaType: String
    /// Its size in bytes.
    public let size: Int
    /// SHA-256 of its bytes, as hexadecimal digits.
    public let digest: String
}

/// The bytes of files, each encrypted under a key of its own that the area's key wraps.
///
/// A file waits, for 30 days at most, until a command makes it part of a record; then it stays until its key is
/// destroyed. On the disk it has a random name and nothing else that tells what it is.
public struct Files: Sendable {
    let ledger: Ledger
    let keys: WrappedKeys
    let clock: Clock
    let identifiers: Identifiers
    let folder: String?

    private static let waiting = 30 * Micros.day
    private static let purpose = "file "

    /// Begins to take a file.
    ///
    /// - Throws: ``FileError/noFolder``, ``FileError/cannotWrite``.
    public func begin() throws -> IncomingFile {
        guard let folder else { throw FileError.noFolder }
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw FileError.cannotWrite
        }
        return try IncomingFile(id: identifiers.next(), in: folder)
    }

    /// Keeps what has come, waiting to become part of a record.
    ///
    /// - Parameters:
    ///   - filename: the sender's name of it, cleaned.
    ///   - mediaType: what its bytes show it to be.
    ///   - account: whose form brought it; nobody else's form can take it up.
    public func keep(
        _ incoming: IncomingFile, filename: String, mediaType: String, of account: String
    ) async throws -> KeptFile {
        do {
            let file = KeptFile(
                id: incoming.id, filename: filename, mediaType: mediaType, size: incoming.size,
                digest: try incoming.finish())
            let (key, now) = (incoming.key, clock.now)
            try await ledger.operate { [keys] writer in
                try keys.keep(key, id: Self.purpose + file.id, writer)
                try writer.execute(
                    """
                    INSERT INTO kept_file VALUES (\(file.id), \(account), \(file.filename), \(file.mediaType),
                    \(file.size), \(file.digest), \(now), NULL)
                    """)
            }
            return file
        } catch {
            incoming.abandon()
            throw error
        }
    }

    /// A file that waits, where this account's form brought it.
    public func waiting(_ id: String, of account: String) async throws -> KeptFile? {
        let since = clock.now - Self.waiting
        return try await ledger.read { snapshot in
            try snapshot.reader.first(
                """
                SELECT id, filename, media_type, size, digest FROM kept_file
                WHERE id = \(id) AND account = \(account) AND attached_at IS NULL AND kept_at >= \(since)
                """
            ) { fields in
                KeptFile(
                    id: fields.text(0), filename: fields.text(1), mediaType: fields.text(2),
                    size: fields.integer(3), digest: fields.text(4))
            }
        }
    }

    /// The same command, which also makes a waiting file part of what it records.
    public func attaching<Value>(_ id: String, to command: Command<Value>) -> Command<Value> {
        let now = clock.now
        return command.alongside { writer in
            try writer.execute(
                "UPDATE kept_file SET attached_at = \(now) WHERE id = \(id) AND attached_at IS NULL")
        }
    }

    /// A file's bytes; nil where its key was destroyed.
    ///
    /// - Throws: ``FileError/cannotRead``, ``FileError/damaged``.
    public func bytes(_ id: String) async throws -> [UInt8]? {
        guard let folder else { throw FileError.noFolder }
        let key = try await ledger.read { [keys] in try keys.key(id: Self.purpose + id, $0.reader) }
        guard let key else { return nil }
        // The name comes from a record, never from whoever asks; it is random letters and digits.
        guard id.utf8.allSatisfy({ $0 != 0x2F && $0 != 0x2E && $0 != 0 }),
            let sealed = FileManager.default.contents(atPath: folder + "/" + id)
        else { throw FileError.cannotRead }
        guard let bytes = SealedFile.open(sealed, key) else { throw FileError.damaged }
        return bytes
    }

    /// Forgets files that nobody made part of a record in time, and deletes what lies in the folder for nothing.
    func sweep() async throws {
        let since = clock.now - Self.waiting
        try await ledger.operate { writer in
            try writer.execute(
                """
                DELETE FROM wrapped_key WHERE id IN (
                    SELECT \(Self.purpose) || id FROM kept_file WHERE attached_at IS NULL AND kept_at < \(since))
                """)
            try writer.execute("DELETE FROM kept_file WHERE attached_at IS NULL AND kept_at < \(since)")
        }
        guard let folder, let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            return
        }
        let known = try await ledger.read { snapshot in
            Set(try snapshot.reader.all("SELECT id FROM kept_file") { $0.text(0) })
        }
        for name in names where !known.contains(name) && isOld(folder + "/" + name) {
            unlink(folder + "/" + name)
        }
    }

    /// Whether a file has lain for more than a day, so that none which is coming in is deleted.
    private func isOld(_ path: String) -> Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard let changed = attributes?[.modificationDate] as? Date else { return false }
        return changed.timeIntervalSinceNow < -86_400
    }
}
