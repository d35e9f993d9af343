import Crypto
import Foundation

/// A file that is coming in: sealed piece by piece as it comes, never whole in memory.
///
/// For one task at a time. Whoever began it either has it kept by ``Files`` or abandons it.
public final class IncomingFile {
    /// The random name under which it lies.
    let id: String
    let key = SymmetricKey(size: .bits256)
    private let path: String
    private let handle: FileHandle
    private var pending: [UInt8] = []
    private var index: UInt64 = 0
    private var hash = SHA256()
    /// How many bytes have come.
    public private(set) var size = 0

    init(id: String, in folder: String) throws {
        self.id = id
        path = folder + "/" + id
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard file >= 0 else { throw FileError.cannotWrite }
        handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    }

    /// Takes the next bytes.
    ///
    /// - Throws: ``FileError/cannotWrite``.
    public func append(_ bytes: some Collection<UInt8>) throws {
        size += bytes.count
        pending += bytes
        // The last piece is known only at the end, so one is always held back.
        while pending.count > SealedFile.piece {
            try write(Array(pending.prefix(SealedFile.piece)), isLast: false)
            pending.removeFirst(SealedFile.piece)
        }
    }

    /// Deletes what has come.
    public func abandon() {
        try? handle.close()
        unlink(path)
    }

    /// Brings all of it to the disk and gives the digest (SHA-256) of what came, in hexadecimal digits.
    func finish() throws -> String {
        try write(pending, isLast: true)
        pending = []
        do {
            try handle.synchronize()
            try handle.close()
        } catch {
            throw FileError.cannotWrite
        }
        return Hexadecimal.text(hash.finalize())
    }

    private func write(_ bytes: [UInt8], isLast: Bool) throws {
        hash.update(data: bytes)
        do {
            try handle.write(contentsOf: SealedFile.seal(bytes, at: index, isLast: isLast, key))
        } catch {
            throw FileError.cannotWrite
        }
        index += 1
    }
}
