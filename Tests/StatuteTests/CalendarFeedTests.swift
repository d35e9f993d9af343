import CivilTime
import Foundation
import Testing

@testable import Statute

/// The calendar feed, by RFC 5545.
struct CalendarFeedTests {
    private let feed: String = {
        let matter = Matter(
            id: "0f3a-secret", kind: .request, holders: [Holder(name: "Zebedee Quill")],
            events: [
                Event(id: "t", day: day("2026-01-05"), kind: .requestReceived, by: "Zebedee Quill"),
                Event(
                    id: "a", day: day("2026-01-10"), kind: .adviceAsked, about: "Zebedee Quill",
                    choice: .health,
                    text: "Zebedee"),
            ])
        return CalendarFeed.iCalendar(
            [Clock().read(matter, today: day("2026-01-12"))], stamp: day("2026-01-12"))
    }()

    @Test func `every line ends in CRLF and has at most 75 octets`() {
        #expect(feed.hasSuffix("END:VCALENDAR\r\n"))
        let lines = feed.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
        for line in lines {
            #expect(line.last == 0x0D)
            #expect(line.count - 1 <= 75)
        }
    }

    @Test func `it holds the coming duties as days`() {
        let lines = feed.components(separatedBy: "\r\n")
        #expect(lines.first == "BEGIN:VCALENDAR")
        #expect(lines.contains("DTSTART;VALUE=DATE:20260216"))
        #expect(lines.contains("DTEND;VALUE=DATE:20260217"))
        #expect(lines.count { $0 == "BEGIN:VEVENT" } == lines.count { $0 == "END:VEVENT" })
        #expect(lines.count { $0.hasPrefix("UID:") } == lines.count { $0 == "BEGIN:VEVENT" })
    }

    @Test func `it holds nothing of the matter's own words`() {
        for word in ["Zebedee", "Quill", "secret", "0f3a"] { #expect(!feed.contains(word)) }
    }

    @Test func `an event keeps its UID and no two share one`() {
        let uids = feed.components(separatedBy: "\r\n").filter { $0.hasPrefix("UID:") }
        #expect(Set(uids).count == uids.count)
        #expect(CalendarFeed.uid(matter: "m", duty: "A2") == CalendarFeed.uid(matter: "m", duty: "A2"))
        #expect(CalendarFeed.uid(matter: "m", duty: "A2") != CalendarFeed.uid(matter: "mA", duty: "2"))
    }

    @Test func `text is escaped and folded between characters`() {
        #expect(CalendarFeed.escaped("a,b;c\\d\ne\r\u{1}") == "a\\,b\\;c\\\\d\\ne")
        let long = "SUMMARY:" + String(repeating: "é", count: 100)
        let folded = CalendarFeed.folded(long)
        #expect(folded.replacing("\r\n ", with: "") == long)
        for line in folded.components(separatedBy: "\r\n") { #expect(line.utf8.count <= 75) }
    }
}
