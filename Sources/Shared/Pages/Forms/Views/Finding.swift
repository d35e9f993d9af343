public import Markup

extension Kit {
    /// The way through a list that stands on several pages; nothing where it stands on one.
    ///
    /// - Parameters:
    ///   - page: the page that is shown, from 1.
    ///   - count: how many there are.
    ///   - link: the address of a page.
    public static func pagination(page: Int, of count: Int, link: (Int) -> Link) -> HTML {
        guard count > 1 else { return "" }
        var items: [HTML] = []
        if page > 1 { items.append(step("Previous", link(min(page - 1, count)))) }
        var last = 0
        for number in pageNumbers(page, count) {
            if number > last + 1 { items.append("<li class=\"gap\">…</li>\n") }
            items.append(
                """
                <li><a href="\(link(number))"\(attribute: #"aria-current="page""#, if: number == page)>\
                <span class="unseen">Page </span>\(number)</a></li>

                """)
            last = number
        }
        if page < count { items.append(step("Next", link(max(page + 1, 1)))) }
        return "<nav class=\"pages\" aria-label=\"Pages\"><ul>\n\(items)</ul></nav>\n"
    }

    private static func step(_ word: String, _ link: Link) -> HTML {
        "<li><a href=\"\(link)\">\(word)<span class=\"unseen\"> page</span></a></li>\n"
    }

    /// The first, the last, and those around the page; never a gap of one page alone.
    static func pageNumbers(_ page: Int, _ count: Int) -> [Int] {
        let near = Set([1, count, page - 1, page, page + 1]).filter { (1...count).contains($0) }
        return (1...count).lazy.filter { number in
            near.contains(number) || (near.contains(number - 1) && near.contains(number + 1))
        }
    }

    /// A box to search with, sent by GET.
    ///
    /// - Parameters:
    ///   - label: what is searched for: “Find a child by name, date of birth or number”.
    ///   - name: the name under which it is sent.
    ///   - value: what is searched for now.
    public static func search(
        to action: Link, _ label: String, name: String = "q", value: String? = nil, hint: String? = nil
    ) -> HTML {
        let help: HTML? = hint.map { "<p class=\"hint\" id=\"\(name)-hint\">\($0)</p>\n" }
        return """
            <form class="search" role="search" action="\(action)" method="get" autocomplete="off">
            <label class="label" for="\(name)">\(label)</label>
            \(help)<div class="search-row"><input type="search" id="\(name)" name="\(name)"\("value", is: value) \
            maxlength="200" spellcheck="false"\("aria-describedby", is: hint.map { _ in "\(name)-hint" })>\
            <button class="button">Search</button></div>
            </form>

            """
    }

    /// The parts of one subject, each a page of its own.
    ///
    /// - Parameter current: the title of the part that is shown.
    public static func subNavigation(_ parts: [(title: String, link: Link)], current: String?, label: String)
        -> HTML
    {
        let items = parts.map { part -> HTML in
            """
            <li><a href="\(part.link)"\(attribute: #"aria-current="page""#, if: part.title == current)>\
            \(part.title)</a></li>

            """
        }
        return "<nav class=\"sub-navigation\" aria-label=\"\(label)\"><ul>\n\(items)</ul></nav>\n"
    }
}
