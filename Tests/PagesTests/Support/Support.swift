import Access
import CivilTime
import Markup
import Testing

@testable import Ledger
@testable import Pages

/// A day that a test knows to exist.
func day(_ iso: String, _ place: SourceLocation = #_sourceLocation) -> Day {
    guard let day = Day(iso: iso) else {
        Issue.record("\(iso) is not a day", sourceLocation: place)
        return .earliest
    }
    return day
}

/// A month that a test knows to exist.
func month(_ iso: String, _ place: SourceLocation = #_sourceLocation) -> Month {
    guard let month = Month(iso: iso) else {
        Issue.record("\(iso) is not a month", sourceLocation: place)
        return Day.earliest.calendarMonth
    }
    return month
}

extension PageContext {
    /// What the pages of these tests show beside their own content.
    static let sample = PageContext(
        area: "Vale of Arden", banner: nil, today: day("2024-06-30"),
        head: Head(
            commit: 12, sequence: 12_345, hash: "0123456789abcdef",
            // 30 June 2024, 09:05 in London.
            recordedAt: (Int64(day("2024-06-30").number) * 86_400 + 8 * 3_600 + 5 * 60) * 1_000_000),
        navigation: [
            NavigationItem(section: "plan", title: "Improvement plan", link: Link(path: ["plans"])),
            NavigationItem(section: "figures", title: "Figures & charts", link: Link(path: ["figures"])),
        ])
}

extension Request {
    /// A request for a path, written as in an address.
    static func sample(
        _ path: String, method: String = "GET", query: [(name: String, value: String)] = [],
        by visitor: Visitor = .nobody
    ) -> Request {
        Request(
            method: method, segments: path.split(separator: "/").map { String($0) }, query: query,
            visitor: visitor,
            context: .sample)
    }
}

extension Reply {
    /// The body as text.
    var text: String { String(decoding: body, as: UTF8.self) }

    func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
}

extension HTML {
    /// How often a text stands in it.
    func count(_ text: String) -> Int { string.ranges(of: text).count }
}

/// What in a page would run, style or load without the style sheet.
func unruly(_ html: String) -> [String] {
    html.matches(of: /<(script|style|iframe|object|embed)/.ignoresCase()).map { String($0.output.0) }
        + html.matches(of: /<[^>]*\s(style|on[a-z]+)\s*=/.ignoresCase()).map { String($0.output.0) }
        + html.matches(of: /(href|src|action)="[a-z]+:/.ignoresCase()).map { String($0.output.0) }
}

/// Expects that nothing in a page runs, styles or loads.
func expectInert(_ html: String, _ place: SourceLocation = #_sourceLocation) {
    #expect(unruly(html) == [], sourceLocation: place)
}
