import Crypto
import Foundation

/// Six-digit codes of the moment (TOTP, RFC 6238: HMAC-SHA-1, steps of 30 seconds), as authenticator apps make.
public struct TimeCode: Sendable, Hashable {
    static let step: Int64 = 30
    let secret: [UInt8]

    init(secret: [UInt8]) { self.secret = secret }

    /// A new random secret of 160 bits.
    static func new() -> TimeCode {
        TimeCode(secret: SymmetricKey(size: .init(bitCount: 160)).withUnsafeBytes { Array($0) })
    }

    /// The secret as people type it into an app: base 32 (RFC 4648) in groups of four.
    public var typed: String {
        let digits = Base32.text(secret)
        return stride(from: 0, to: digits.count, by: 4).map { start in
            String(digits.dropFirst(start).prefix(4))
        }.joined(separator: " ")
    }

    /// The address that an authenticator app reads from a square code.
    public func address(account: String, issuer: String) -> String {
        func encoded(_ text: String) -> String {
            text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
        }
        return "otpauth://totp/\(encoded(issuer)):\(encoded(account))?secret=\(Base32.text(secret))"
            + "&issuer=\(encoded(issuer))&algorithm=SHA1&digits=6&period=30"
    }

    /// The step that a moment is in.
    static func step(at microseconds: Int64) -> Int64 { microseconds / (1_000_000 * step) }

    /// The code of a step, six digits.
    func code(at step: Int64) -> String {
        let counter = withUnsafeBytes(of: step.bigEndian) { Data($0) }
        let mac = Array(
            HMAC<Insecure.SHA1>.authenticationCode(for: counter, using: SymmetricKey(data: secret)))
        let offset = Int(mac[mac.count - 1] & 15)
        let number = mac[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let digits = String(number % 1_000_000)
        return String(repeating: "0", count: 6 - digits.count) + digits
    }

    /// The step whose code was typed: this one, the last or the next, and later than one used before.
    func step(of typed: String, at microseconds: Int64, after used: Int64) -> Int64? {
        let digits = typed.filter { !$0.isWhitespace }
        let now = Self.step(at: microseconds)
        return (now - 1...now + 1).first { $0 > used && code(at: $0) == digits }
    }
}

/// Base 32 as RFC 4648 has it, without padding.
enum Base32 {
    static func text(_ bytes: [UInt8]) -> String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var text = ""
        var buffer: UInt32 = 0
        var bits: UInt32 = 0
        for byte in bytes {
            buffer = buffer << 8 | UInt32(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(digits[Int(buffer >> bits & 31)])
            }
            buffer &= (1 << bits) - 1
        }
        if bits > 0 { text.append(digits[Int(buffer << (5 - bits) & 31)]) }
        return text
    }
}
