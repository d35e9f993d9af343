import Markup

/// What is sent back.
public struct Reply: Sendable {
    /// The HTTP status.
    public var status: Int
    /// The media type of the body.
    public var type: String
    /// The body.
    public var body: [UInt8]
    /// Further headers.
    public var headers: [(name: String, value: String)]
    /// How long others may keep it.
    public var keeping: Keeping

    /// How long an answer may be kept by a browser or a cache.
    public enum Keeping: Sendable, Hashable {
        /// Asked for again each time, answered briefly where nothing changed.
        case revalidated
        /// For a year: its address changes with its content.
        case forEver
        /// Not at all.
        case never
    }

    /// Makes a response.
    public init(
        status: Int = 200, type: String, body: [UInt8], headers: [(name: String, value: String)] = [],
        keeping: Keeping = .revalidated
    ) {
        self.status = status
        self.type = type
        self.body = body
        self.headers = headers
        self.keeping = keeping
    }

    /// A page.
    public static func page(_ page: Page, _ context: PageContext, status: Int = 200) -> Reply {
        Reply(
            status: status, type: "text/html; charset=utf-8", body: Layout.render(page, context).bytes,
            keeping: status == 200 ? .revalidated : .never)
    }

    /// A file to be saved under a name.
    public static func download(_ name: String, type: String, _ body: [UInt8]) -> Reply {
        Reply(
            type: type, body: body, headers: [("Content-Disposition", "attachment; filename=\"\(name)\"")])
    }
}

/// Why a page cannot be shown.
public enum PageError: Error, Sendable {
    /// There is no such page, or it may not be seen: both are answered alike.
    case notFound
}
