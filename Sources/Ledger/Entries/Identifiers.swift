/// Where random identifiers and salts come from; handed in, so that a test or the demo can repeat a run.
public struct Identifiers: Sendable {
    private let bytes: @Sendable (Int) -> [UInt8]

    /// Makes a source from a function that gives that many random bytes.
    public init(bytes: @escaping @Sendable (Int) -> [UInt8]) { self.bytes = bytes }

    /// The system's secure random source.
    public static let live = Identifiers { count in
        // Eight bytes at a time: each number asked of the system is a call to it.
        var generator = SystemRandomNumberGenerator()
        var bytes: [UInt8] = []
        while bytes.count < count {
            withUnsafeBytes(of: generator.next()) { bytes.append(contentsOf: $0.prefix(count - bytes.count)) }
        }
        return bytes
    }

    /// A new identifier: 128 random bits as 26 characters of Crockford's base 32, in lower case.
    public func next() -> String {
        let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
        var text: [UInt8] = []
        var buffer: UInt32 = 0
        var bits: UInt32 = 0
        for byte in bytes(16) {
            buffer = buffer << 8 | UInt32(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(digits[Int(buffer >> bits & 31)])
            }
            buffer &= (1 << bits) - 1
        }
        text.append(digits[Int(buffer << (5 - bits) & 31)])
        return String(decoding: text, as: UTF8.self)
    }

    /// 16 random bytes as 32 hexadecimal digits, to salt a payload's digest.
    func salt() -> String { Hashing.hex(bytes(16)) }
}

/// The moment now, in microseconds since 1970-01-01 UTC; handed in, never read elsewhere.
public struct Clock: Sendable {
    private let moment: @Sendable () -> Int64

    /// Makes a clock from a function.
    public init(_ moment: @escaping @Sendable () -> Int64) { self.moment = moment }

    /// The moment now.
    public var now: Int64 { moment() }
}
