import CivilTime
import Testing

@testable import Ledger
@testable import Measures

/// One entry kind of version 1 as it is stored for ever, and the same made by today's program.
private struct Example: Sendable, CustomTestStringConvertible {
    let kind: String
    let text: String
    let made: @Sendable () throws -> String
    var testDescription: String { kind }

    init<P: Payload>(_ payload: P, _ data: String) {
        kind = P.kind
        text = "{\"data\":\(data),\"day\":\"2024-01-02\"}"
        made = { try Stored.text(Envelope(day: day("2024-01-02"), data: payload)) }
    }
}

private let lead = Recommender(group: "Plans group", account: "a")
private let plan = Recommender(group: "A plan", account: nil, plan: PlanSource(code: "P-1", issue: 2))

private let examples: [Example] = [
    Example(
        IndicatorDefined(
            definition: IndicatorDefinition(
                code: code("K301"), words: "Plans in time", unit: .percent, better: .higher, group: "Plans")),
        #"{"definition":{"better":"higher","code":"K301","group":"Plans","unit":"percent","words":"Plans in time"}}"#
    ),
    Example(IndicatorRenamed(words: "Plans"), #"{"words":"Plans"}"#),
    Example(IndicatorRetired(successor: code("K302")), #"{"successor":"K302"}"#),
    Example(IndicatorReinstated(), "{}"),
    Example(
        Recommended(
            statement: Baseline(
                value: figure("53.7"), first: day("2023-07-01"), last: day("2023-07-31"), when: nil,
                source: "Casework"), cohort: nil, by: lead, reasoning: "Why"),
        #"{"by":{"account":"a","group":"Plans group"},"reasoning":"Why","statement":{"first":"2023-07-01","last":"2023-07-31","source":"Casework","value":"53.7"}}"#
    ),
    Example(
        Recommended(
            statement: Target(value: Figure(60), comparison: .atLeast, by: nil, when: "2019"),
            cohort: "North", by: plan, reasoning: "Why"),
        #"{"by":{"group":"A plan","plan":{"code":"P-1","issue":2}},"cohort":"North","reasoning":"Why","statement":{"comparison":"atLeast","value":"60","when":"2019"}}"#
    ),
    Example(
        Recommended(
            statement: Trajectory([.init(month("2025-01"), Figure(50))], .atMost), cohort: nil, by: lead,
            reasoning: "Why"),
        #"{"by":{"account":"a","group":"Plans group"},"reasoning":"Why","statement":{"comparison":"atMost","steps":[{"month":"2025-01","value":"50"}]}}"#
    ),
    Example(
        LevelApproved(
            recommendation: "r", board: "Board", words: "Good", account: "b",
            plan: PlanSource(code: "P-1", issue: 1)),
        #"{"account":"b","board":"Board","plan":{"code":"P-1","issue":1},"recommendation":"r","words":"Good"}"#
    ),
    Example(
        LevelSentBack(recommendation: "r", board: "Board", words: "Higher", account: "b"),
        #"{"account":"b","board":"Board","recommendation":"r","words":"Higher"}"#),
    Example(LevelWithdrawn(recommendation: "r"), #"{"recommendation":"r"}"#),
]

@Suite struct `Stored entries` {
    @Test(arguments: examples)
    fileprivate func `are written and read as they always were`(example: Example) throws {
        #expect(try example.made() == example.text)
        var folding = Folding<Indicator>(id: "x")
        try folding.add([
            StoredEntry(
                sequence: 1, id: "e1", commit: 1, subject: SubjectID(kind: Indicator.kind, id: "x"),
                version: 1, kind: example.kind, kindVersion: 1, payload: example.text, salt: nil, digest: "",
                hash: "")
        ])
        #expect(folding.version == 1)
    }

    @Test func `have an example of every kind there is`() {
        #expect(Indicator.entryKinds.map(\.name) == examples.map(\.kind))
    }
}
