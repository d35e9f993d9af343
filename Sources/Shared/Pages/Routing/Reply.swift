public import Access
import Ledger
public import Markup

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
    /// What becomes of the browser's session.
    public var session = SessionChange.none
    /// Which children's records it shows; every answer of an action on children's records says so.
    public var shown: ShownChildren?

    /// What an answer does to the browser's session.
    public enum SessionChange: Sendable, Hashable {
        /// Nothing.
        case none
        /// The browser gets the secret of a new one.
        case begin(String)
        /// The browser forgets it.
        case end
        /// A browser without a session gets a secret that its forms are bound to.
        case visit
    }

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

    /// Leads on to another page after a form was taken.
    public static func seeOther(_ link: Link) -> Reply {
        Reply(status: 303, type: "text/plain", body: [], headers: [("Location", link.text)], keeping: .never)
    }

    /// The same, with what it does to the browser's session.
    public func changing(_ session: SessionChange) -> Reply {
        var reply = self
        reply.session = session
        reply.keeping = .never
        return reply
    }

    /// The same, with the children's records it shows, which are written down before it is sent.
    public func showing(_ shown: ShownChildren) -> Reply {
        var reply = self
        reply.shown = shown
        reply.keeping = .never
        return reply
    }

    /// A file to be saved under a name; one of other letters than ASCII's is named in both ways (RFC 6266, D).
    public static func download(_ name: String, type: String, _ body: [UInt8]) -> Reply {
        let plain = String(
            name.unicodeScalars.map { scalar in
                (0x20...0x7E).contains(scalar.value) && !"\"\\%".unicodeScalars.contains(scalar)
                    ? Character(scalar) : "_"
            })
        var value = "attachment; filename=\"\(plain)\""
        if plain != name { value += "; filename*=UTF-8''\(HeaderParameters.extended(name))" }
        return Reply(type: type, body: body, headers: [("Content-Disposition", value)])
    }
}

/// The children whose records an answer shows, and on what grounds.
public struct ShownChildren: Sendable, Hashable {
    /// The children whose records are opened.
    public var opened: [String]
    /// The children who only stand in a list.
    public var listed: [String]
    /// The role in which they are seen.
    public let role: Role?
    /// The basis on which they are seen.
    public let basis: Basis

    /// States what is shown, as a permission allows.
    public init(opened: [String] = [], listed: [String] = [], as permission: Permission) {
        self.opened = opened
        self.listed = listed
        switch permission {
        case .allowed(let role, let basis):
            self.role = role
            self.basis = basis
        case .refused:
            role = nil
            basis = .own
        }
    }
}

/// Why a page cannot be shown.
public enum PageError: Error, Sendable {
    /// There is no such page, or it may not be seen: both are answered alike.
    case notFound
}
