import Foundation
import Pages

/// A page as a person meets it: its words, links and tables.
struct Shown: Sendable {
    let address: String
    let status: Int
    let type: String
    let html: String

    init(_ address: String, _ reply: Reply) {
        self.address = address
        status = reply.status
        type = reply.type
        html = String(decoding: reply.body, as: UTF8.self)
    }

    var isPage: Bool { type.hasPrefix("text/html") }

    /// What stands between header and footer.
    var main: String { between(html, "<main", "</main>").first ?? "" }

    /// The words of the main part, white space folded.
    var text: String { words(of: main) }

    /// Every address the page leads to.
    var links: [String] { between(html, " href=\"", "\"").map(unescaped) }

    /// Every address that the page's own part leads to.
    var mainLinks: [String] { between(main, " href=\"", "\"").map(unescaped) }

    /// Every anchor.
    var anchors: Set<String> { Set(between(html, " id=\"", "\"").map(unescaped)) }

    /// The page's tables by caption.
    var tables: [String: ShownTable] {
        let tables = between(main, "<table", "</table>").map(ShownTable.init)
        return Dictionary(tables.map { ($0.caption, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The values of the summary list by name.
    var summary: [String: String] {
        let rows = between(main, "<dt>", "</dd>").map { $0.components(separatedBy: "</dt>") }
        return Dictionary(
            rows.map { (words(of: $0[0]), words(of: $0.dropFirst().joined())) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The figures at the head of the page: what they count, and how many.
    var figures: [String: String] {
        let rows = between(main, "<li><span class=\"figure\">", "</li>").map {
            $0.components(separatedBy: "<span class=\"caption\">")
        }
        return Dictionary(
            rows.map { (words(of: $0.dropFirst().joined()), words(of: $0[0])) },
            uniquingKeysWith: { first, _ in first })
    }
}

/// A table as a person meets it.
struct ShownTable: Sendable {
    let caption: String
    let header: [String]
    let rows: [[String]]

    init(_ html: String) {
        caption = words(of: between(html, "<caption>", "</caption>").first ?? "")
        header = between(html, "<th scope=\"col\"", "</th>").map { words(of: "<th\($0)") }
        rows = (html.components(separatedBy: "<tbody>").last ?? "").components(separatedBy: "<tr").dropFirst()
            .map { row in
                row.components(separatedBy: "<t").dropFirst().filter { "hd".contains($0.prefix(1)) }.map {
                    words(of: "<t" + without($0, "<span class=\"label\" aria-hidden=\"true\">", "</span>"))
                }
            }
    }
}

/// The text with every stretch between two marks, marks included, left out.
func without(_ text: String, _ start: String, _ end: String) -> String {
    let parts = text.components(separatedBy: start)
    return parts[0]
        + parts.dropFirst().map { part in
            part.components(separatedBy: end).dropFirst().joined(separator: end)
        }.joined()
}

/// What stands between each pair of marks.
func between(_ text: String, _ start: String, _ end: String) -> [String] {
    text.components(separatedBy: start).dropFirst().map { $0.components(separatedBy: end)[0] }
}

/// HTML without its tags and entities, white space folded.
func words(of html: String) -> String {
    folded(
        unescaped(
            html.components(separatedBy: "<").enumerated().map { index, piece in
                index == 0 ? piece : piece.components(separatedBy: ">").dropFirst().joined(separator: ">")
            }.joined(separator: " ")))
}

/// The text with every run of white space as one space.
func folded(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

func unescaped(_ text: String) -> String {
    guard text.contains("&") else { return text }
    return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(text) {
        $0.replacingOccurrences(of: $1.0, with: $1.1)
    }
}

/// Every page of a plan, found by following its links.
struct Crawl: Sendable {
    let pages: [String: Shown]
    /// Links that lead to no page, and to no place on one, with where they stand.
    let dead: [String]

    init(from start: [String], in lab: Lab) async {
        var pages: [String: Shown] = [:]
        var waiting = start
        while let address = waiting.popLast() {
            let path = address.components(separatedBy: "#")[0]
            guard pages[path] == nil else { continue }
            let page = await lab.page(path)
            pages[path] = page
            if page.isPage { waiting += page.links.filter { $0.hasPrefix("/plans") } }
        }
        self.pages = pages
        dead = pages.values.filter(\.isPage).flatMap { Self.dead(on: $0, pages) }.sorted()
    }

    private static func dead(on page: Shown, _ pages: [String: Shown]) -> [String] {
        page.links.compactMap { link in
            guard link.hasPrefix("/plans") || link.hasPrefix("#") else { return nil }
            let parts = link.components(separatedBy: "#")
            let target = parts[0].isEmpty ? page : pages[parts[0]]
            let fragment = parts.count > 1 ? parts[1].removingPercentEncoding : nil
            let leads =
                target.map { $0.status == 200 && (fragment.map($0.anchors.contains) ?? true) } ?? false
            return leads ? nil : "\(link) on \(page.address)"
        }
    }
}
