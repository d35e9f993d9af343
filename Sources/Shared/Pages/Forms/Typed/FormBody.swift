/// Reads the body of a form sent as `application/x-www-form-urlencoded` (WHATWG URL, 5.1), strictly.
public enum FormBody {
    /// The media type.
    public static let mediaType = "application/x-www-form-urlencoded"
    /// The most bytes of a body: a form of many long answers, each letter written as up to six.
    public static let byteLimit = 1_048_576
    /// The most fields of a body.
    public static let fieldLimit = 200

    /// Reads a body whole.
    ///
    /// Broken escapes, broken UTF-8 and control characters in a field's name are refused. Those in a value are
    /// kept: they become the problem of the question that reads it, so that the rest is not lost.
    ///
    /// - Parameter type: the `Content-Type` field; nil and other media types are refused.
    public static func read(_ bytes: some Collection<UInt8>, type: String?) throws(FormRefusal) -> Typed {
        guard MediaType(type)?.name == mediaType else { throw .wrongType }
        guard bytes.count <= byteLimit else { throw .tooLarge(limit: byteLimit) }
        var fields: [Typed.Field] = []
        for part in Array(bytes).split(separator: UInt8(ascii: "&")) {
            guard fields.count < fieldLimit else { throw .tooManyFields(limit: fieldLimit) }
            let pair = part.split(
                separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            let name = try text(pair[0])
            guard FieldText.isName(name) else { throw .malformed }
            fields.append(.init(name, FieldText.lines(pair.count > 1 ? try text(pair[1]) : "")))
        }
        return Typed(fields)
    }

    /// Writes fields as such a body, which ``read(_:type:)`` gives back: to keep a draft, to make a digest.
    public static func write(_ typed: Typed) -> [UInt8] {
        var bytes: [UInt8] = []
        for (index, field) in typed.fields.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: "&")) }
            append(field.name, to: &bytes)
            bytes.append(UInt8(ascii: "="))
            append(field.value, to: &bytes)
        }
        return bytes
    }

    private static func text(_ bytes: some Sequence<UInt8>) throws(FormRefusal) -> String {
        var plain: [UInt8] = []
        var rest = bytes.makeIterator()
        while let byte = rest.next() {
            switch byte {
            case UInt8(ascii: "+"): plain.append(0x20)
            case UInt8(ascii: "%"):
                guard let high = rest.next().flatMap(digit), let low = rest.next().flatMap(digit) else {
                    throw .malformed
                }
                plain.append(high << 4 | low)
            default: plain.append(byte)
            }
        }
        guard let text = String(validating: plain, as: UTF8.self) else { throw .malformed }
        return text
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }

    private static func append(_ text: String, to bytes: inout [UInt8]) {
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2A, 0x2D, 0x2E, 0x5F: bytes.append(byte)
            case 0x20: bytes.append(UInt8(ascii: "+"))
            default:
                bytes.append(UInt8(ascii: "%"))
                for half in [byte >> 4, byte & 15] { bytes.append(half < 10 ? half + 0x30 : half + 0x37) }
            }
        }
    }
}

/// A media type with its parameters, as in `Content-Type` (RFC 9110, 8.3).
struct MediaType {
    /// Type and subtype in lower case.
    let name: String
    /// The parameters by their names in lower case; a doubled name is not taken.
    let parameters: [String: String]

    init?(_ text: String?) {
        guard let text else { return nil }
        var parts = HeaderParameters.split(text)[...]
        guard let name = parts.popFirst()?.lowercased(), name.contains("/"),
            let parameters = HeaderParameters.read(Array(parts))
        else { return nil }
        self.name = name
        self.parameters = parameters
    }
}
