import Crypto
import Foundation
public import Ledger

/// Why the area's key cannot be used.
public enum KeyError: Explained, Equatable {
    case missing(String)
    case unreadable(String)
    case open(String)
    case malformed(String)
    case wrongKey
    case cannotMake(String)

    /// What happened and what to do next.
    public var forPerson: String {
        switch self {
        case .missing(let path):
            "The key file \(path) is not there, and this database holds what only it can read. Put it back."
        case .unreadable(let path): "The key file \(path) cannot be read."
        case .open(let path):
            "Others than its owner may read the key file \(path). Allow only its owner (chmod 600)."
        case .malformed(let path): "The key file \(path) does not hold a key."
        case .wrongKey: "The key file belongs to another database."
        case .cannotMake(let path): "The key file \(path) cannot be made."
        }
    }

    /// The same.
    public var forOperator: String { forPerson }
}

/// The area's key: 256 random bits in a file that only its owner may read, kept apart from every backup.
///
/// It encrypts nothing itself: it wraps a key of their own for each secret, and other secrets are derived from
/// it (HKDF, RFC 5869), one for each purpose.
public struct AreaKey: Sendable {
    private let key: SymmetricKey

    /// Makes a key that stands in no file, for tests and throw-away databases.
    public init() { key = SymmetricKey(size: .bits256) }

    /// Reads the key from its file.
    ///
    /// - Throws: ``KeyError``.
    public init(file path: String) throws(KeyError) {
        guard FileManager.default.fileExists(atPath: path) else { throw .missing(path) }
        let permissions =
            (try? FileManager.default.attributesOfItem(atPath: path))?[.posixPermissions] as? Int
        guard let permissions, permissions & 0o077 == 0 else { throw .open(path) }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { throw .unreadable(path) }
        let line = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard let bytes = Data(base64Encoded: line), bytes.count == 32 else { throw .malformed(path) }
        key = SymmetricKey(data: bytes)
    }

    /// Makes a new key and its file, which must not exist yet.
    ///
    /// - Throws: ``KeyError/cannotMake(_:)``.
    public static func make(file path: String) throws(KeyError) -> AreaKey {
        let made = AreaKey()
        let line = Data(made.bytes.base64EncodedString().utf8) + [0x0A]
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard file >= 0 else { throw .cannotMake(path) }
        let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
        do {
            try handle.write(contentsOf: line)
            try handle.synchronize()
        } catch {
            throw .cannotMake(path)
        }
        return made
    }

    private var bytes: Data { key.withUnsafeBytes { Data($0) } }

    /// A secret of 256 bits for one purpose; another purpose's cannot be worked out from it.
    func secret(for purpose: String) -> SymmetricKey {
        HKDF<SHA256>.deriveKey(
            inputKeyMaterial: key, info: Data("goldenthread \(purpose)".utf8), outputByteCount: 32)
    }

    /// A code of 256 bits over a text that only who has the key can make, as hexadecimal digits (HMAC-SHA256).
    public func code(over text: String, for purpose: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: secret(for: purpose))
        return Hexadecimal.text(code)
    }

    /// Whether a code is the one over the text; takes as long whether it is or not.
    public func confirms(_ code: String, over text: String, for purpose: String) -> Bool {
        guard let bytes = Hexadecimal.bytes(code) else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(
            bytes, authenticating: Data(text.utf8), using: secret(for: purpose))
    }
}

/// Bytes as lower-case hexadecimal digits.
enum Hexadecimal {
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        var text = ""
        for byte in bytes {
            text += String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }
        return text
    }

    static func bytes(_ text: String) -> [UInt8]? {
        let digits = text.utf8.compactMap { byte in
            Character(UnicodeScalar(byte)).hexDigitValue.map { UInt8($0) }
        }
        guard digits.count == text.utf8.count, digits.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }

    /// The SHA-256 digest of a text, for looking up what was given out without keeping it.
    static func digest(_ text: String) -> String { Self.text(SHA256.hash(data: Data(text.utf8))) }
}
