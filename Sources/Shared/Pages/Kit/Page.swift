public import Markup

/// A page: what it is called, where it stands and what it says.
public struct Page: Sendable {
    /// The title, without the site's name.
    public var title: String
    /// The way here: from the most general page to the one above this.
    public var thread: [Crumb]
    /// The content; begins with the page's only `h1`.
    public var body: HTML
    /// Which part of the header it belongs to.
    public var section: String?

    /// Makes a page.
    public init(title: String, thread: [Crumb] = [], section: String? = nil, body: HTML) {
        self.title = title
        self.thread = thread
        self.section = section
        self.body = body
    }
}

/// One step of the way to a page.
public struct Crumb: Sendable, Hashable {
    let title: String
    let link: Link

    /// Names a step.
    public init(_ title: String, _ link: Link) {
        self.title = title
        self.link = link
    }
}

/// A part of the site that the header leads to.
public struct NavigationItem: Sendable, Hashable {
    /// The name by which pages say that they belong here.
    public let section: String
    let title: String
    /// Where it leads.
    public let link: Link

    /// Names a part of the site.
    public init(section: String, title: String, link: Link) {
        self.section = section
        self.title = title
        self.link = link
    }
}

/// Who is signed in, as the header names them.
public struct SignedInPerson: Sendable, Hashable {
    let name: String
    let role: String
    let link: Link
    let signOut: Link

    /// Names a person with the words for their role, the way to their own page, and where signing out is sent.
    public init(name: String, role: String, link: Link, signOut: Link) {
        self.name = name
        self.role = role
        self.link = link
        self.signOut = signOut
    }
}
