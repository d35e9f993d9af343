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

    private static func trimmed(_ bytes: [UInt8]) -> String {
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
        return String(
            decoding: bytes.drop(while: isBlank).reversed().drop(while: isBlank).reversed(), as: UTF8.self)
    }
}
