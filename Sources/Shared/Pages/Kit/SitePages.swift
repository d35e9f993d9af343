import Access
import Ledger
import Markup

/// The pages that every site has: how to check it, accessibility, privacy.
public enum SitePages {
    static let checking = Route<Void>("how-to-check", action: .public)
    static let accessibility = Route<Void>("accessibility", action: .public)
    static let privacy = Route<Void>("privacy", action: .public)

    /// Registers the pages and the style sheet.
    public static func register(in table: inout RouteTable) {
        table.add(checking) { _, request in .page(checkingPage(request.context), request.context) }
        table.add(accessibility) { _, request in .page(accessibilityPage, request.context) }
        table.add(privacy) { _, request in .page(privacyPage, request.context) }
        table.add(Assets.style) { name, _ in try Assets.styleReply(name) }
        table.add(Assets.icon) { _, _ in Assets.iconReply }
    }

    private static func checkingPage(_ context: PageContext) -> Page {
        let root = Root(sequence: context.head.sequence, hash: context.head.hash)
        return Page(
            title: "How to check this",
            body: """
                <h1>How to check what you read here</h1>
                <p class="lead">Nothing recorded here can be changed or removed without leaving a trace.
                You can hold us to that.</p>
                <h2>Write down the root</h2>
                <p>Everything recorded is an entry in a ledger. Each entry carries a fingerprint made from its
                content and from the entry before it, so the last fingerprint stands for all of them. We call it the
                root. It stands at the foot of every page, shortened; this is the whole of it now:</p>
                <p class="mono root-whole">\(root.description)</p>
                <h2>Ask us later</h2>
                <p>Keep that line. At any later time you may ask us to run this command on our records:</p>
                <p class="mono root-whole">goldenthread verify --root \(root.sequence):\(root.hash)</p>
                <p>It succeeds only if every entry that stood behind the root when you wrote it down is still there,
                unchanged.</p>
                """)
    }

    private static let accessibilityPage = Page(
        title: "Accessibility",
        body: """
            <h1>Accessibility</h1>
            <p class="lead">This site should work for you, whatever you use to read it.</p>
            <p>It is built to meet the Web Content Accessibility Guidelines 2.2 at level AA. It works without
            scripts, from the keyboard, with a screen reader, at four times the usual text size and in print. No
            meaning is carried by colour alone, and every chart has its figures in a table beside it.</p>
            <p>Every page is checked by machine before each release: its markup by an HTML validator and its
            accessibility by axe, at the width of a phone and of a desktop. Machines do not find everything. If
            something here does not work for you, tell your local council's SEND team which page it is on and what
            you use; that is how we find the rest.</p>
            """)

    private static let privacyPage = Page(
        title: "Privacy",
        body: """
            <h1>Privacy</h1>
            <p class="lead">You can read every public page without telling us who you are.</p>
            <p>Public pages set no cookies, run no scripts and load nothing from other sites. Our logs hold the kind
            of page that was asked for, how long it took and whether it worked. They do not hold your address on the
            network, what you searched for or which page you came from.</p>
            """)
}
