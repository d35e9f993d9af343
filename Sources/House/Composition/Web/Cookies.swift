import HTTPTypes

/// The two cookies of the site: whose session it is, and which browser a signed-out form was shown to.
///
/// Behind TLS both are `Secure` and carry the `__Host-` prefix, so that no other host can plant them (RFC 6265bis).
struct Cookies: Sendable {
    /// A cookie of the site.
    enum Name: String, Sendable { case session, visit }

    let isHTTPS: Bool

    func name(_ name: Name) -> String { (isHTTPS ? "__Host-" : "") + "gt-" + name.rawValue }

    /// The value of a cookie that was sent; nil unless it is one that the site could have given.
    func value(_ name: Name, in request: HTTPFields) -> String? {
        let wanted = self.name(name) + "="
        for field in request[values: .cookie] {
            for part in field.split(separator: ";") {
                let pair = part.drop { $0 == " " }
                guard pair.hasPrefix(wanted) else { continue }
                let value = pair.dropFirst(wanted.count)
                return Self.isSecret(value) ? String(value) : nil
            }
        }
        return nil
    }

    private static func isSecret(_ text: Substring) -> Bool {
        text.utf8.count == 52
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
    }

    /// The field that gives a cookie; it ends with the browser, or at once where there is no value.
    func field(_ name: Name, _ value: String?) -> String {
        var parts = ["\(self.name(name))=\(value ?? "")", "Path=/", "HttpOnly", "SameSite=Lax"]
        if isHTTPS { parts.append("Secure") }
        if value == nil { parts.append("Max-Age=0") }
        return parts.joined(separator: "; ")
    }
}
