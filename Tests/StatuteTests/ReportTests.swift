import CivilTime
import Foundation
import Statute
import Testing

/// Sentences, tables, files that cannot be read.
struct ReportTests {
    private let example = request([
        Event(id: "t", day: day("2026-01-05"), kind: .requestReceived),
        Event(id: "a", day: day("2026-02-10"), kind: .adviceAsked, about: "S1", choice: .setting),
        Event(
            id: "c", day: day("2026-01-06"), kind: .settingClosed, about: "S1", choice: .setting,
            span: Span(from: day("2026-02-19"), to: day("2026-03-25"))),
    ])

    @Test func `a duty explains itself to a parent`() throws {
        let duties = Clock().duties(of: example, today: day("2026-02-20"))
        let duty = try #require(duties.first { $0.rule.id == "A2" })
        #expect(
            duty.working == [
                "Request received Monday 5 January 2026.",
                "Six weeks; the day of receipt is not counted: Monday 16 February 2026.",
                "Exception E1, the closure, does not apply: advice was asked two days before the window opened "
                    + "on Thursday 12 February 2026.",
                "Not done: four days after the last day.",
            ])
    }

    @Test func `a duty explains itself to a lawyer`() throws {
        let duties = Clock().duties(of: example, today: day("2026-02-20"))
        let exact = try #require(duties.first { $0.rule.id == "A2" }).exact
        for part in ["A2 v1", "reg 5(1)-(4)", "2026-01-05 +42 d = 2026-02-16", "E1 not met", "overdue 4 d"] {
            #expect(exact.contains(part))
        }
    }

    @Test func `table and explanation hold every duty`() {
        let reading = Clock().read(example, today: day("2026-02-20"))
        for duty in reading.duties {
            #expect(ClockReport.table(reading).contains(duty.id))
            #expect(ClockReport.explain(reading).contains(duty.exact))
        }
    }

    @Test func `the rules print as a table and as JSON`() throws {
        let json = try JSONSerialization.jsonObject(with: Data(Law.england.json().utf8)) as? [String: Any]
        #expect((json?["rules"] as? [Any])?.count == Law.england.rules.count)
        for rule in Law.england.rules { #expect(Law.england.table().contains(rule.title)) }
    }

    @Test(arguments: Law.england.rules)
    func `a rule is whole`(rule: Rule) {
        #expect(!rule.id.isEmpty && !rule.title.isEmpty && !rule.citation.isEmpty && !rule.matters.isEmpty)
        #expect(!rule.trigger.kinds.isEmpty)
        #expect(rule.shape == .permission || !rule.metBy.kinds.isEmpty)
        for id in rule.exceptions { #expect(Law.england.exemption(id) != nil) }
        #expect(Law.england.rules(rule.id).count == 1)
    }

    @Test func `no two rules have one id or one title`() {
        let rules = Law.england.rules
        #expect(Set(rules.map(\.id)).count == rules.count)
        let titles = Dictionary(grouping: rules, by: \.title).filter { $0.value.count > 1 }
        #expect(titles.mapValues { $0.map(\.id) } == [:])
    }

    @Test(arguments: [
        "", "{", "[]", "null", "{}", #"{"matter":{}}"#, #"{"matter":{"kind":"request"}}"#,
        #"{"matter":{"kind":"tea","events":[]},"today":"2026-01-01"}"#,
        #"{"matter":{"kind":"request","events":[]}}"#,
        #"{"matter":{"kind":"request","events":[]},"today":"2026-02-30"}"#,
    ])
    func `a file without a matter or a day is refused by name`(text: String) {
        #expect(throws: Problem.self) { try ClockFile.read(Array(text.utf8)) }
    }

    @Test(arguments: 0..<400)
    func `no damage to a file stops the program`(seed: Int) throws {
        var dice = Dice(state: UInt64(seed) &* 0x9e37_79b9 | 1)
        var bytes = Vector.all[seed % Vector.all.count].file
        for _ in 0..<4 {
            bytes[Int.random(in: bytes.indices, using: &dice)] = UInt8.random(in: 32...126, using: &dice)
        }
        guard let file = try? ClockFile.read(bytes) else { return }
        let reading = file.reading()
        #expect(!ClockReport.json(reading).isEmpty && !ClockReport.explain(reading).isEmpty)
    }

    @Test func `unknown fields and bad settings are named`() throws {
        let text = #"""
            {"today":"2026-01-10","tea":1,"settings":{"dueSoonDays":-1,"x":1},"holidays":{"more":["2026-13-01"]},
             "terms":[{"name":"T"}],
             "matter":{"kind":"request","holders":[{"from":"2026-01-01"},7],"events":[7,{"kind":"draft sent"}]}}
            """#
        let names = Set(try ClockFile.read(Array(text.utf8)).problems.map(\.name))
        #expect(names == ["unknown field", "unreadable", "unreadable day", "missing"])
    }
}
