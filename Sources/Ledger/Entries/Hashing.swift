import Crypto

/// The digests and hashes of the chain (SHA-256, FIPS 180-4); `docs/ledger.md` describes them for a stranger.
enum Hashing {
    static func hex(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for byte in bytes { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }

    /// The digest of a payload's stored bytes, salted so that a destroyed payload cannot be guessed back.
    static func digest(salt: String, payload: String) -> String {
        var hash = SHA256()
        feed(salt, to: &hash)
        feed(payload, to: &hash)
        return hex(hash.finalize())
    }

    /// The digest of a command's input, to tell a repeated command from a changed one.
    static func digest(of text: String) -> String {
        var hash = SHA256()
        feed(text, to: &hash)
        return hex(hash.finalize())
    }

    /// The digest of a list of parts, of which some may be missing.
    static func digest(ofParts parts: [String?]) -> String {
        var hash = SHA256()
        for part in parts { feed(part, to: &hash) }
        return hex(hash.finalize())
    }

    /// An entry's hash: over the hash before it, its commit's and its own header, and its payload's digest.
    static func hash(after previous: String, _ entry: StoredEntry, in commit: CommitRecord) -> String {
        var hash = SHA256()
        feed("goldenthread entry 1", to: &hash)
        feed(previous, to: &hash)
        for number in [entry.sequence, commit.number] { feed(String(number), to: &hash) }
        feed(entry.id, to: &hash)
        feed(commit.command, to: &hash)
        feed(commit.fields, to: &hash)
        feed(String(commit.recordedAt), to: &hash)
        for part in [commit.author.account, commit.author.role, commit.author.onBehalfOf] {
            feed(part, to: &hash)
        }
        feed(commit.channel, to: &hash)
        feed(commit.result, to: &hash)
        feed(entry.subject.kind, to: &hash)
        feed(entry.subject.id, to: &hash)
        feed(String(entry.version), to: &hash)
        feed(entry.kind, to: &hash)
        feed(String(entry.kindVersion), to: &hash)
        feed(entry.digest, to: &hash)
        return hex(hash.finalize())
    }

    /// Each part with its length before it, so that no two lists of parts give the same bytes.
    private static func feed(_ part: String?, to hash: inout SHA256) {
        guard let part else {
            hash.update(data: [UInt8(ascii: "~")])
            return
        }
        var text = part
        text.withUTF8 { bytes in
            hash.update(data: Array(String(bytes.count).utf8))
            hash.update(data: [UInt8(ascii: ":")])
            hash.update(bufferPointer: UnsafeRawBufferPointer(bytes))
        }
    }
}

/// Gives the digest by which a command's fields are told apart from others.
public func fieldsDigest(_ text: String) -> String { Hashing.digest(of: text) }
