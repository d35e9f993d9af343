import CivilTime
import Testing

@Suite struct `A span` {
    @Test func `cannot end before it begins`() {
        #expect(Span(from: day("2024-01-02"), to: day("2024-01-01")) == nil)
        #expect(Span(from: day("2024-01-01"), to: day("2024-01-01"))?.length == 1)
    }

    @Test func `counts both its ends`() throws {
        #expect(try span("2024-02-01/2024-02-29").length == 29)
        #expect(Span(on: day("2024-02-01")).length == 1)
        #expect(Span(openFrom: day("2024-02-01")).length == nil)
        #expect(Span(openFrom: day("2024-02-01")).isOpen)
    }

    @Test(arguments: [
        ("2024-01-31", false), ("2024-02-01", true), ("2024-02-15", true), ("2024-02-29", true),
        ("2024-03-01", false),
    ])
    func `contains its days`(_ iso: String, _ inside: Bool) throws {
        #expect(try span("2024-02-01/2024-02-29").contains(day(iso)) == inside)
        #expect(Span(openFrom: day("2024-02-01")).contains(day(iso)) == (day(iso) >= day("2024-02-01")))
    }

    @Test(arguments: [
        ("2024-01-01/2024-01-31", "2024-01-31/2024-02-10", "2024-01-31/2024-01-31"),
        ("2024-01-01/..", "2024-02-01/..", "2024-02-01/.."),
        ("2024-01-01/..", "2023-02-01/2024-01-05", "2024-01-01/2024-01-05"),
        ("2024-01-01/2024-12-31", "2024-03-01/2024-03-31", "2024-03-01/2024-03-31"),
    ])
    func `has the common days with another`(_ one: String, _ other: String, _ common: String) throws {
        #expect(try span(one).intersection(span(other)) == span(common))
        #expect(try span(other).intersection(span(one)) == span(common))
        #expect(try span(one).overlaps(span(other)))
    }

    @Test(arguments: [
        ("2024-01-01/2024-01-31", "2024-02-01/2024-02-10"), ("2024-01-01/2024-01-31", "2024-02-01/.."),
    ])
    func `has none with one beside it`(_ one: String, _ other: String) throws {
        #expect(try span(one).intersection(span(other)) == nil)
        #expect(try !span(one).overlaps(span(other)))
        #expect(try !span(other).overlaps(span(one)))
    }

    @Test func `may contain another`() throws {
        let year = try span("2024-01-01/2024-12-31")
        #expect(try year.contains(span("2024-01-01/2024-12-31")))
        #expect(try year.contains(span("2024-05-01/2024-05-01")))
        #expect(try !year.contains(span("2024-05-01/2025-01-01")))
        #expect(!year.contains(Span(openFrom: day("2024-05-01"))))
        #expect(try Span(openFrom: year.from).contains(span("2024-05-01/..")))
    }

    @Test(arguments: [UInt64(1), 2, 3])
    func `agrees with sets of days`(_ seed: UInt64) throws {
        let base = day("2024-01-01")
        let wrong = try made(400, seed: seed) { random in
            (0..<4).map { _ in base + Int.random(in: 0..<30, using: &random) }
        }.filter { days in
            let one = try #require(Span(from: min(days[0], days[1]), to: max(days[0], days[1])))
            let other = try #require(Span(from: min(days[2], days[3]), to: max(days[2], days[3])))
            let all = (0..<30).map { base + $0 }
            let common = Set(all.filter(one.contains)).intersection(all.filter(other.contains))
            let found = one.intersection(other)
            return (found?.length ?? 0) != common.count || found.map { !common.contains($0.from) } ?? false
                || one.overlaps(other) == common.isEmpty
                || one.contains(other) != (common.count == other.length)
        }
        #expect(wrong.isEmpty)
    }

    @Test func `sorts by its first day, then by its last, the open one at the end`() throws {
        let sorted = try [
            "2024-01-01/2024-01-05", "2024-01-01/2024-02-01", "2024-01-01/..", "2024-01-02/2024-01-02",
        ]
        .map(span)
        #expect(Array(sorted.reversed()).sorted() == sorted)
        #expect(!(sorted[2] < sorted[2]))
    }

    @Test func `is an object in JSON`() throws {
        let year = try span("2024-01-01/2024-12-31")
        #expect(try json(year) == #"{"from":"2024-01-01","to":"2024-12-31"}"#)
        #expect(try json(Span(openFrom: year.from)) == #"{"from":"2024-01-01"}"#)
        #expect(try throughJSON(year) == year)
        #expect(try throughJSON(Span(openFrom: year.from)).isOpen)
        #expect("\(year) \(Span(openFrom: year.from))" == "2024-01-01/2024-12-31 2024-01-01/..")
    }

    @Test func `stored the wrong way round is refused`() throws {
        let found = try cause(of: #"{"from":"2024-01-02","to":"2024-01-01"}"#, as: Span.self)
        let expected = SpanEndsBeforeItBegins(from: day("2024-01-02"), to: day("2024-01-01"))
        #expect(found as? SpanEndsBeforeItBegins == expected)
        #expect("\(expected)" == "A span from 2024-01-02 cannot end on 2024-01-01.")
    }
}
