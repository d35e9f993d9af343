import Crypto
import Foundation
@_spi(Operations) import Ledger

/// The random keys of single secrets, each wrapped by the area's key (RFC 3394) in a table of its own.
///
/// Deleting a key's row is enough to make its secret unreadable for ever, wherever a copy of it may be.
struct WrappedKeys: Sendable {
    let key: AreaKey
    let clock: Clock
    private static let area = "area"

    /// Seals bytes under a key of their own, in the place of the one of that id.
    ///
    /// - Parameter id: names the secret; the sealed text opens only under the same id.
    func seal(_ bytes: [UInt8], id: String, _ writer: Writer) throws -> String {
        let own = SymmetricKey(size: .bits256)
        try keep(own, id: id, writer)
        let box = try AES.GCM.seal(bytes, using: own, authenticating: Data(id.utf8))
        guard let combined = box.combined else { throw KeyError.wrongKey }
        return combined.base64EncodedString()
    }

    /// Keeps a key, wrapped, in the place of the one of that id.
    func keep(_ own: SymmetricKey, id: String, _ writer: Writer) throws {
        let wrapped = try AES.KeyWrap.wrap(own, using: key.secret(for: "wrapping"))
        try forget(id, writer)
        try writer.execute(
            "INSERT INTO wrapped_key VALUES (\(id), \(wrapped.base64EncodedString()), \(clock.now))")
    }

    /// The key of an id; nil where it is gone.
    func key(id: String, _ reader: Reader) throws -> SymmetricKey? {
        let stored = try reader.first("SELECT wrapped FROM wrapped_key WHERE id = \(id)") { $0.text(0) }
        guard let stored, let wrapped = Data(base64Encoded: stored) else { return nil }
        do {
            return try AES.KeyWrap.unwrap(wrapped, using: key.secret(for: "wrapping"))
        } catch {
            throw KeyError.wrongKey
        }
    }

    /// Opens what was sealed under an id; nil where its key is gone.
    func open(_ sealed: String, id: String, _ reader: Reader) throws -> [UInt8]? {
        guard let own = try key(id: id, reader), let box = Data(base64Encoded: sealed) else { return nil }
        do {
            let opened = try AES.GCM.open(
                AES.GCM.SealedBox(combined: box), using: own, authenticating: Data(id.utf8))
            return Array(opened)
        } catch {
            throw KeyError.wrongKey
        }
    }

    /// Deletes the key of an id.
    func forget(_ id: String, _ writer: Writer) throws {
        try writer.execute("DELETE FROM wrapped_key WHERE id = \(id)")
    }

    /// Leaves a key that says whose database this is, or finds that the area's key opens the one left before.
    func checkArea(_ writer: Writer) throws {
        let stored = try writer.reader.first("SELECT wrapped FROM wrapped_key WHERE id = \(Self.area)") {
            $0.text(0)
        }
        guard let stored else {
            let wrapped = try AES.KeyWrap.wrap(
                SymmetricKey(size: .bits256), using: key.secret(for: "wrapping"))
            try writer.execute(
                "INSERT INTO wrapped_key VALUES (\(Self.area), \(wrapped.base64EncodedString()), \(clock.now))"
            )
            return
        }
        guard let wrapped = Data(base64Encoded: stored),
            (try? AES.KeyWrap.unwrap(wrapped, using: key.secret(for: "wrapping"))) != nil
        else { throw KeyError.wrongKey }
    }
}
