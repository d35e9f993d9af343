import CivilTime
import Testing

@testable import Statute

/// The law as data: a change of law is another row.
struct LawTests {
    private func rule(_ weeks: Int, version: Int, from: Day, to: Day?) -> Rule {
        Rule(
            "A2", "Decide", in: [.request], from: [.requestReceived], within: .within(.weeks(weeks)),
            metBy: [.assessmentNoticeSent], "A law", .law, version: version, validFrom: from, validTo: to)
    }

    @Test(arguments: [("2028-08-31", 1, "2028-10-12"), ("2028-09-01", 2, "2028-09-29")])
    func `a trigger is judged by the law of its day`(received: String, version: Int, due: String) throws {
        let law = Law(
            rules: [
                rule(6, version: 1, from: day("2014-09-01"), to: day("2028-08-31")),
                rule(4, version: 2, from: day("2028-09-01"), to: nil),
            ], exemptions: [])
        let matter = request([Event(id: "t", day: day(received), kind: .requestReceived)])
        let duties = Clock(law: law).duties(of: matter, today: day("2028-09-02"))
        let duty = try #require(duties.first)
        #expect(duty.rule.version == version && duty.due == day(due))
        #expect(duties.filter { $0.trigger != nil }.count == 1)
    }

    @Test func `names of events and words are read back`() {
        for kind in EventKind.allCases { #expect(EventKind(name: kind.name) == kind) }
        for choice in Choice.allCases { #expect(Choice(name: choice.name) == choice) }
        #expect(Set(EventKind.names).count == EventKind.allCases.count)
        #expect(EventKind(name: "tea drunk") == nil)
    }
}
