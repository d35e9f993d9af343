package import Markup

/// What a request asks for, taken apart strictly: segments and query, percent-decoded, or what is wrong.
package struct RequestTarget: Sendable {
    package static let limit = 2_048

    package let segments: [String]
    package let query: [(name: String, value: String)]
    /// Where the same path stands without a slash at its end.
    package let withoutSlash: Link?

    /// Takes apart the target of a request line (RFC 9112, origin form or absolute form).
    package init(_ target: String) throws(Fault) {
        guard target.utf8.count <= Self.limit else { throw .addressTooLong }
        let target = Self.originForm(target)
        guard target.first == "/" else { throw .badRequest }
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let path = parts[0].dropFirst()
        segments = try Self.segments(path)
        query = try parts.count > 1 ? Self.query(parts[1]) : []
        // Printed anew: what was sent could lead to another site, as a browser reads `/\evil.example` and `//`.
        withoutSlash = path.last == "/" ? Link(path: segments, query: query) : nil
    }

    /// The way back to a page of this site, however it was written; nil where it is no such address.
    ///
    /// Made anew from segments and query, so that it cannot lead to another site.
    static func wayBack(_ text: String?) -> Link? {
        guard let text, text.first == "/", let target = try? RequestTarget(text) else { return nil }
        return Link(path: target.segments, query: target.query)
    }

    /// Host and port of a web address, as a request names them; nil where there is none.
    package static func authority(of url: String) -> String? {
        let rest = url.split(separator: "://", maxSplits: 1).last ?? ""
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        return authority.isEmpty ? nil : authority.lowercased()
    }

    private static func originForm(_ target: String) -> String {
        for scheme in ["http://", "https://"] where target.hasPrefix(scheme) {
            let rest = target.dropFirst(scheme.count)
            return rest.firstIndex { $0 == "/" || $0 == "?" }.map { index in
                rest[index] == "/" ? String(rest[index...]) : "/" + rest[index...]
            } ?? "/"
        }
        return target
    }

    private static func segments(_ path: Substring) throws(Fault) -> [String] {
        let trimmed = path.last == "/" ? path.dropLast() : path
        guard !path.isEmpty else { return [] }
        var segments: [String] = []
        for part in trimmed.split(separator: "/", omittingEmptySubsequences: false) {
            let segment = try decoded(part, plusIsSpace: false)
            guard !segment.isEmpty else { throw .notFound }
            guard segment != ".", segment != "..", !segment.contains("/") else { throw .badRequest }
            segments.append(segment)
        }
        return segments
    }

    private static func query(_ text: Substring) throws(Fault) -> [(name: String, value: String)] {
        let parts = text.split(separator: "&")
        guard parts.count <= 50 else { throw .badRequest }
        var query: [(name: String, value: String)] = []
        for part in parts {
            let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            query.append(
                (
                    try decoded(pair[0], plusIsSpace: true),
                    pair.count > 1 ? try decoded(pair[1], plusIsSpace: true) : ""
                ))
        }
        return query
    }

    /// Percent-decoded UTF-8 without control characters.
    private static func decoded(_ text: Substring, plusIsSpace: Bool) throws(Fault) -> String {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%") {
                guard let high = rest.popFirst().flatMap(hex), let low = rest.popFirst().flatMap(hex) else {
                    throw .badRequest
                }
                bytes.append(high << 4 | low)
            } else {
                bytes.append(plusIsSpace && byte == UInt8(ascii: "+") ? 0x20 : byte)
            }
        }
        guard let decoded = String(validating: bytes, as: UTF8.self),
            decoded.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F })
        else { throw .badRequest }
        return decoded
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
