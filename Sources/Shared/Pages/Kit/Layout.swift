import CivilTime
import Ledger
import Markup

/// What stands around every page: header, way here, footer with the ledger's root.
enum Layout {
    static func render(_ page: Page, _ context: PageContext) -> HTML {
        """
        <!DOCTYPE html>
        <html lang="en-GB">
        <head>
        <meta charset="utf-8">
        <title>\(page.title) – \(context.area) SEND partnership</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <link rel="stylesheet" href="\(Assets.styleLink)">
        <link rel="icon" href="\(Assets.iconLink)" type="image/svg+xml">
        </head>
        <body>
        <a class="skip" href="\(Link(fragment: "main"))">Skip to main content</a>
        \(header(page, context))
        \(context.banner.map(banner))
        <div class="measure">
        \(thread(page))
        <main id="main" tabindex="-1">
        \(page.body)
        </main>
        </div>
        \(footer(context))
        </body>
        </html>

        """
    }

    private static func header(_ page: Page, _ context: PageContext) -> HTML {
        """
        <header class="site">
        <div class="measure">
        <a class="site-name" href="\(Link(path: []))">\(context.area) <span>SEND partnership</span></a>
        \(person(context))<nav aria-label="Main">\(parts(context.navigation.map { navigation($0, page) }))</nav>
        </div>
        </header>
        """
    }

    /// The parts of the site; more than two fold away on a phone, in an element that needs no script.
    private static func parts(_ items: [HTML]) -> HTML {
        items.count > 2
            ? "<details class=\"menu\"><summary>Menu</summary><ul>\(items)</ul></details>"
            : "<ul>\(items)</ul>"
    }

    private static func navigation(_ item: NavigationItem, _ page: Page) -> HTML {
        """
        <li><a href="\(item.link)"\(attribute: #"aria-current="true""#, if: item.section == page.section)>\
        \(item.title)</a></li>
        """
    }

    private static func person(_ context: PageContext) -> HTML? {
        guard let person = context.person else { return nil }
        let token: HTML? = context.formToken.map {
            "<input type=\"hidden\" name=\"\(Form.tokenField)\" value=\"\($0)\">"
        }
        return """
            <div class="person"><span><a href="\(person.link)">\(person.name)</a>, \(person.role)</span>
            <form action="\(person.signOut)" method="post">\(token)<button>Sign out</button></form></div>

            """
    }

    private static func banner(_ text: String) -> HTML {
        """
        <div class="banner" role="region" aria-label="About this site"><div class="measure">\(text)</div></div>
        """
    }

    private static func thread(_ page: Page) -> HTML? {
        guard !page.thread.isEmpty else { return nil }
        let steps = page.thread.map { crumb -> HTML in
            """
            <li><a href="\(crumb.link)">\(crumb.title)</a></li>
            """
        }
        return """
            <nav class="thread" aria-label="Where you are"><ol>\(steps)</ol></nav>
            """
    }

    private static func footer(_ context: PageContext) -> HTML {
        """
        <footer class="site">
        <div class="measure">
        <p>\(knownAsAt(context)) <span class="root">Ledger root \(Digits.grouped(context.head.sequence)) ·
        <span class="mono">\(Digits.shortHash(context.head.hash))</span></span></p>
        <ul>
        <li><a href="\(SitePages.checking())">How to check this</a></li>
        <li><a href="\(SitePages.accessibility())">Accessibility</a></li>
        <li><a href="\(SitePages.privacy())">Privacy</a></li>
        </ul>
        </div>
        </footer>
        """
    }

    private static func knownAsAt(_ context: PageContext) -> String {
        guard context.head.commit > 0 else { return "Nothing has been recorded yet." }
        let (day, hour, minute) = Day.londonClock(microsecondsSince1970: context.head.recordedAt)
        return "Known as at \(day.short), \(Digits.two(hour)):\(Digits.two(minute))."
    }
}

/// Numbers and hashes as people read them.
public enum Digits {
    /// A whole number with narrow spaces between thousands.
    public static func grouped(_ number: Int) -> String {
        var text = ""
        let digits = String(number.magnitude)
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text += "\u{202F}" }
            text.append(digit)
        }
        return number < 0 ? "−" + text : text
    }

    /// Two digits, with a leading zero.
    public static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// The first eight digits of a hash, in two groups.
    public static func shortHash(_ hash: String) -> String {
        hash.isEmpty ? "–" : "\(hash.prefix(4)) \(hash.dropFirst(4).prefix(4))"
    }
}
