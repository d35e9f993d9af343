import Crypto
import Foundation

/// A file's bytes as they lie on the disk: pieces of 64 KiB, each sealed (AES-GCM, 256 bits) under the file's own key.
///
/// The place of a piece is its nonce, and whether it is the last is authenticated with it, so pieces cannot be
/// reordered, left out or cut off (after STREAM, Hoang and others 2015). A key is used for one file alone.
enum SealedFile {
    static let piece = 65_536
    private static let tag = 16

    /// Seals one piece.
    static func seal(_ bytes: [UInt8], at index: UInt64, isLast: Bool, _ key: SymmetricKey) throws -> Data {
        let box = try AES.GCM.seal(
            bytes, using: key, nonce: nonce(index), authenticating: [isLast ? 1 : 0] as [UInt8])
        return box.ciphertext + box.tag
    }

    /// Opens a whole file; nil where it was cut, changed or sealed under another key.
    static func open(_ sealed: Data, _ key: SymmetricKey) -> [UInt8]? {
        var plain: [UInt8] = []
        plain.reserveCapacity(sealed.count)
        var rest = sealed[...]
        var index: UInt64 = 0
        repeat {
            let count = min(rest.count, piece + tag)
            let isLast = count == rest.count
            guard let bytes = open(rest.prefix(count), at: index, isLast: isLast, key) else { return nil }
            plain += bytes
            rest = rest.dropFirst(count)
            index += 1
        } while !rest.isEmpty
        return plain
    }

    private static func open(_ sealed: Data, at index: UInt64, isLast: Bool, _ key: SymmetricKey) -> Data? {
        guard sealed.count >= tag,
            let box = try? AES.GCM.SealedBox(
                nonce: nonce(index), ciphertext: sealed.dropLast(tag), tag: sealed.suffix(tag))
        else { return nil }
        return try? AES.GCM.open(box, using: key, authenticating: [isLast ? 1 : 0] as [UInt8])
    }

    private static func nonce(_ index: UInt64) throws -> AES.GCM.Nonce {
        var bytes: [UInt8] = [0, 0, 0, 0]
        for shift in stride(from: 56, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: index >> UInt64(shift)))
        }
        return try AES.GCM.Nonce(data: bytes)
    }
}
