/// The parameters of a header field: `; name=value` or `; name="value"`.
enum HeaderParameters {
    /// Cuts a field at its semicolons, but not inside quotes; each part is trimmed.
    static func split(_ text: String) -> [String] {
        var parts: [String] = []
        var part: [UInt8] = []
        var quoted = false
        var escaped = false
        for byte in text.utf8 {
            if byte == UInt8(ascii: ";"), !quoted {
                parts.append(trimmed(part))
                part = []
                continue
            }
            if byte == UInt8(ascii: "\""), !escaped { quoted.toggle() }
            escaped = quoted && byte == UInt8(ascii: "\\") && !escaped
            part.append(byte)
        }
        return parts + [trimmed(part)]
    }

    /// Reads the parts behind the first; nil where one is no parameter or a name comes twice.
    static func read(_ parts: [String]) -> [String: String]? {
        var parameters: [String: String] = [:]
        for part in parts where !part.isEmpty {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2, !pair[0].isEmpty else { return nil }
            let name = pair[0].lowercased()
            guard parameters.updateValue(unquoted(pair[1]), forKey: name) == nil else { return nil }
        }
        return parameters
    }

    /// Browsers escape a quote as `%22` (WHATWG HTML, 4.10.21.8); older ones wrote a backslash before it, and
    /// very old ones sent whole Windows paths, so only `\"` is an escape.
    private static func unquoted(_ text: Substring) -> String {
        guard text.utf8.count >= 2, text.utf8.first == UInt8(ascii: "\""),
            text.utf8.last == UInt8(ascii: "\"")
        else { return String(text) }
        return String(Substring(text.utf8.dropFirst().dropLast())).replacing("\\\"", with: "\"")
    }

    /// A value of other letters than ASCII's, percent-encoded as UTF-8 (RFC 8187, 3.2.1).
    static func extended(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || "-._~".utf8.contains(byte)
            let digits = String(byte, radix: 16, uppercase: true)
            encoded += isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + digits
        }
        return encoded
    }

    private static func trimmed(_ bytes: [UInt8]) -> String {
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
        return String(
            decoding: bytes.drop(while: isBlank).reversed().drop(while: isBlank).reversed(), as: UTF8.self)
    }
}
