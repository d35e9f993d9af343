import CivilTime
import Markup
import Statistics
import Testing

@testable import Pages

@Suite struct `Charts of waits and of events` {
    private static let waits: [Wait] = (0..<60).map {
        Wait(time: Double($0 * 7 % 31 + 4), exit: $0.isMultiple(of: 4) ? nil : "plan")
    }

    private static let hardWaits: [[Wait]] = [
        waits, [Wait(time: 3, exit: "plan")], [Wait(time: 3, exit: nil)], [Wait(time: 0, exit: "plan")],
        (0..<300).map { Wait(time: Double($0) * 1e9, exit: "plan") },
        (0..<20).map { _ in Wait(time: 12, exit: "plan") },
    ]

    @Test(arguments: hardWaits)
    func `are readable whatever the waits`(waits: [Wait]) throws {
        let curve = try SurvivalCurve(waits)
        try expectReadable(SurvivalChart("Waits", id: "w", curve: curve, unit: "weeks").html())
        try expectReadable(
            SurvivalChart("Waits", id: "w", curve: curve, unit: "weeks", mark: (20, Sample.longName)).html())
        try expectReadable(
            SurvivalChart("Waits", id: "w", curve: curve, unit: "weeks", mark: (.nan, "Never")).html())
    }

    @Test func `go down in steps, with limits around them`() throws {
        let curve = try SurvivalCurve(Self.waits)
        let html = SurvivalChart("Waits", id: "w", curve: curve, unit: "weeks", mark: (20, "Limit")).html()
        for drawing in try Drawing.both(html) {
            let path = try #require(drawing.source.firstMatch(of: /<path class="line" d="M([^"]+)"/)).output.1
            let corners = path.split(separator: "L").map {
                $0.split(separator: " ").compactMap { Double($0) }
            }
            for (from, to) in zip(corners, corners.dropFirst()) {
                #expect(from[0] == to[0] || from[1] == to[1], "along or down, never aslant")
                #expect(from[0] <= to[0] && from[1] <= to[1])
            }
            #expect(drawing.source.ranges(of: "class=\"limit-line\"").count == 3)
            #expect(
                drawing.source.ranges(of: "class=\"censored\"").count == curve.steps.count { $0.censored > 0 }
            )
            #expect(drawing.source.ranges(of: "class=\"mark-time\"").count == 2)
        }
        #expect(html.count("<th scope=\"row\">") == curve.steps.count)
    }

    private func events(_ days: [String], text: String = "Advice received") -> [TimelineChart.Event] {
        days.enumerated().map { .init(day: day($1), text: "\(text) \($0)", isPlanned: $0 == days.count - 1) }
    }

    @Test(arguments: [
        ["2024-01-01"], ["2024-01-01", "2024-01-01", "2024-01-01"],
        ["2024-03-01", "2024-01-01", "2024-02-01", "2024-12-31"],
        (10..<30).map { "2024-01-\($0)" }, ["1990-01-01", "2024-01-01", "2024-01-02", "2024-01-03"],
    ])
    func `hang events on a rail without touching each other`(days: [String]) throws {
        for text in ["Advice received", Sample.longName] {
            let html = TimelineChart("The case", id: "c", events: events(days, text: text)).html()
            try expectReadable(html)
            for drawing in try Drawing.both(html) {
                #expect(drawing.source.ranges(of: "class=\"rail\"").count == 1)
                #expect(drawing.source.ranges(of: "class=\"event\"").count == days.count - 1)
                #expect(drawing.source.ranges(of: "class=\"event-planned\"").count == 1)
                #expect(
                    drawing.texts.contains { $0.text.contains("(planned)") || $0.text.contains("planned") })
            }
        }
    }

    @Test func `never let a leader pass through a text`() throws {
        let days = ["2024-01-01", "2024-01-20", "2024-02-01", "2024-02-03", "2024-05-01", "2024-06-01"]
        let wide = try Drawing.both(TimelineChart("The case", id: "c", events: events(days)).html())[0]
        let leaders = wide.source.matches(of: /class="leader" d="M([0-9.]+) ([0-9.]+)L[0-9.]+ ([0-9.]+)"/).map
        {
            (x: Double($0.output.1) ?? 0, end: Double($0.output.3) ?? 0)
        }
        #expect(leaders.count == 6)
        for leader in leaders {
            for text in wide.texts where text.baseline - 12 < leader.end {
                #expect(leader.x < text.left || leader.x > text.right, "\(text.text)")
            }
        }
    }

    @Test func `put events in the order of their days`() throws {
        let html = TimelineChart("The case", id: "c", events: events(["2024-03-01", "2024-01-05"])).html()
        for drawing in try Drawing.both(html) {
            let days = drawing.texts.map(\.text).filter { $0.hasSuffix("2024") }
            #expect(days == ["5 January 2024", "1 March 2024"])
        }
    }
}
