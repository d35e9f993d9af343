/// Writes text so that a browser shows it and never obeys it.
enum Escaping {
    /// Appends text with `& < > " '` as entities and control characters as U+FFFD.
    static func append(_ text: some StringProtocol, to bytes: inout [UInt8]) {
        let done: Void? = text.utf8.withContiguousStorageIfAvailable { append($0, to: &bytes) }
        if done == nil { Array(text.utf8).withUnsafeBufferPointer { append($0, to: &bytes) } }
    }

    private static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        var start = 0
        for index in 0..<text.count {
            // Nearly every byte is plain, and the highest special one but DEL is `>`.
            if text[index] > 0x3E, text[index] != 0x7F { continue }
            guard let entity = entity(for: text[index]) else { continue }
            bytes.append(contentsOf: text[start..<index])
            entity.withUTF8Buffer { bytes.append(contentsOf: $0) }
            start = index + 1
        }
        bytes.append(contentsOf: text[start..<text.count])
    }

    @inline(__always)
    private static func entity(for byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        case 0x09, 0x0A, 0x0D: nil
        case 0x00..<0x20, 0x7F: "\u{FFFD}"
        default: nil
        }
    }
}
