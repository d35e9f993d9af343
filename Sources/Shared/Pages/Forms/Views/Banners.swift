public import Markup

extension Kit {
    /// What is wrong, at the top of the page; a browser puts the focus there.
    static func errorSummary(_ items: [HTML]) -> HTML {
        """
        <div class="error-summary" role="alert" tabindex="-1" autofocus>
        <h2>There is a problem</h2>
        <ul>
        \(items)</ul>
        </div>

        """
    }

    /// A consequence that must not be missed.
    public static func warning(_ text: String) -> HTML {
        """
        <p class="warning"><span class="warning-mark" aria-hidden="true">!</span>\
        <strong><span class="unseen">Warning:</span> \(text)</strong></p>

        """
    }

    /// What a notification is about.
    public enum NotificationKind: String, Sendable, CaseIterable {
        /// Something to know before going on.
        case important
        /// Something that was done.
        case done
    }

    /// Something that is not about the page itself: what was just done, or is to be known first.
    public static func notification(
        _ title: String, _ content: HTML = "", kind: NotificationKind = .important
    ) -> HTML {
        switch kind {
        case .important:
            """
            <section class="notice" aria-label="\(title)"><h2>\(title)</h2>\(content)</section>

            """
        case .done:
            """
            <section class="notice notice-done" role="status" aria-label="\(title)"><h2>\(title)</h2>\(content)</section>

            """
        }
    }

    /// Says, over a form that was not saved because the session had ended, that its words are kept.
    ///
    /// - Parameter typedAgain: what could not be kept and has to be given again: “your password”, “the file”.
    public static func kept(typedAgain: String? = nil) -> HTML {
        let again: HTML? = typedAgain.map { "<p>Only \($0) has to be given again.</p>" }
        return notification(
            "What you typed is kept",
            """
            <p>You were signed out before it could be saved. It is in the form below, as you left it. Check it, \
            then save it.</p>\(again)
            """)
    }

    /// One thing that somebody else changed while a form was being filled in.
    public struct MeanwhileChange: Sendable {
        let what: String
        let before: String?
        let now: String?
        let yours: String?

        /// Names what was changed, with its words before and now, nil where nothing is recorded, and what the
        /// person has typed.
        public init(_ what: String, before: String?, now: String?, yours: String?) {
            self.what = what
            self.before = before
            self.now = now
            self.yours = yours
        }
    }

    /// Shows the second of two people on one thing what the first has saved; their own words stay in the form.
    ///
    /// - Parameters:
    ///   - who: who saved first, with their role: “Imani Farrow, SEND officer”.
    ///   - when: when that was, as people say it: “today at 10:15”.
    ///   - changes: what they changed of what the form shows.
    public static func changedMeanwhile(by who: String, when: String, _ changes: [MeanwhileChange]) -> HTML {
        var table = DataTable(
            "What changed while you were typing",
            [.text("What"), .text("Before"), .text("Saved by them"), .text("Typed by you")])
        for change in changes {
            table.add([
                HTML(text: change.what), words(change.before, or: "Not recorded"),
                words(change.now, or: "Not recorded"), words(change.yours, or: "Left empty"),
            ])
        }
        return interruption(
            "This was changed while you were typing",
            """
            <p><strong>\(who)</strong> saved a change \(when). Yours is not saved yet: your words are in the form \
            below, as you typed them. Compare the two, change what you need to, then save.</p>
            \(changes.isEmpty ? "" : table.html())
            """)
    }

    /// What must be read before going on: announced, and the focus is put on it.
    private static func interruption(_ title: String, _ content: HTML) -> HTML {
        """
        <section class="notice" role="alert" tabindex="-1" autofocus aria-label="\(title)"><h2>\(title)</h2>\
        \(content)</section>

        """
    }

    private static func words(_ text: String?, or none: String) -> HTML {
        text.flatMap { $0.isEmpty ? nil : HTML(text: $0) } ?? "<span class=\"muted\">\(none)</span>"
    }
}
