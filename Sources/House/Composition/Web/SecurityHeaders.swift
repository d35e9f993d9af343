import Crypto
import HTTPTypes

/// The headers of every answer: no script, no inline style, nothing from elsewhere, no framing.
struct SecurityHeaders: Sendable {
    let fields: HTTPFields

    init(isHTTPS: Bool) {
        var fields = HTTPFields()
        let policy = [
            "default-src 'none'", "style-src 'self'", "img-src 'self'", "font-src 'self'",
            "form-action 'self'",
            "base-uri 'none'", "frame-ancestors 'none'",
        ]
        fields[.contentSecurityPolicy] = policy.joined(separator: "; ")
        fields[.xContentTypeOptions] = "nosniff"
        for (name, value) in Self.others {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        if isHTTPS { fields[.strictTransportSecurity] = "max-age=63072000" }
        self.fields = fields
    }

    private static let others = [
        ("Referrer-Policy", "same-origin"), ("X-Frame-Options", "DENY"),
        ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()"),
    ]
}

/// The tag by which a browser asks whether a page has changed.
enum EntityTag {
    static func of(_ body: [UInt8]) -> String {
        let digits = SHA256.hash(data: body).prefix(10).map { byte in
            String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }
        return "\"\(digits.joined())\""
    }

    /// Whether an `If-None-Match` field names the tag (RFC 9110, 13.1.2: a list, compared weakly).
    static func isNamed(_ tag: String, in field: String) -> Bool {
        field.split { $0 == "," || $0 == " " || $0 == "\t" }.contains { item in
            item == "*" || (item.hasPrefix("W/") ? item.dropFirst(2) : item) == tag
        }
    }
}
