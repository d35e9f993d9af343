import Access
import Crypto
import Markup

/// The style sheet and the icon; their addresses change with their content.
enum Assets {
    static let style = Route<String>("assets", "style", .value("version"), action: .public)
    static let icon = Route<Void>("assets", "icon.svg", action: .public)

    static let styleSheet = PackageResources.style_css
    static let version = SHA256.hash(data: styleSheet).prefix(6).map { String($0, radix: 16) }.joined()
    static var styleLink: Link { style("\(version).css") }
    static var iconLink: Link { icon() }

    static func styleReply(_ name: String) throws -> Reply {
        guard name == "\(version).css" else { throw PageError.notFound }
        return Reply(type: "text/css; charset=utf-8", body: styleSheet, keeping: .forEver)
    }

    static let iconReply = Reply(
        type: "image/svg+xml",
        body: Array(
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" \
            fill="#12304f"/><path d="M5 21c5-12 9 8 13-2s6-6 9-8" fill="none" stroke="#e0b04f" stroke-width="3" \
            stroke-linecap="round"/></svg>
            """.utf8))
}

extension String: PathValue {
    /// Any segment.
    public init?(pathText: String) { self = pathText }
    /// The text itself.
    public var pathText: String { self }
}
