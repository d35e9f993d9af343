import CivilTime
import Testing

@testable import Ledger
@testable import Programme

/// One entry kind of version 1 as it is stored for ever, and the same made by today's program.
private struct Example: Sendable, CustomTestStringConvertible {
    let kind: String
    let text: String
    let made: @Sendable () throws -> String
    let read: @Sendable (String) throws -> Void
    var testDescription: String { kind }

    init<S: Subject, P: Payload>(_ type: S.Type, _ payload: P, _ data: String) {
        kind = P.kind
        text = "{\"data\":\(data),\"day\":\"2024-01-02\"}"
        made = { try Stored.text(Envelope(day: day("2024-01-02"), data: payload)) }
        read = { text in
            var folding = Folding<S>(id: "x")
            try folding.add([
                StoredEntry(
                    sequence: 1, id: "e1", commit: 1, subject: SubjectID(kind: S.kind, id: "x"), version: 1,
                    kind: P.kind, kindVersion: 1, payload: text, salt: nil, digest: "", hash: "")
            ])
        }
    }
}

private let january = month("2024-01")
private let second = day("2024-01-02")

private let examples: [Example] = [
    Example(
        Progress.self,
        ProgressReported(
            plan: "p", part: "objective", code: code("O:1"), month: january, rating: .green, narrative: "n",
            impact: "i", group: "G"),
        #"{"code":"O:1","group":"G","impact":"i","month":"2024-01","narrative":"n","part":"objective","plan":"p","rating":"green"}"#
    ),
    Example(
        Progress.self,
        MilestoneStated(
            plan: "p", part: "objective", code: code("O:1"), milestone: code("m1"), text: "t", first: january,
            isOfPlan: true),
        #"{"code":"O:1","first":"2024-01","isOfPlan":true,"milestone":"m1","part":"objective","plan":"p","text":"t"}"#
    ),
    Example(
        Progress.self,
        MilestoneForecast(
            plan: "p", part: "objective", code: code("O:1"), milestone: code("m1"), to: january, why: "w"),
        #"{"code":"O:1","milestone":"m1","part":"objective","plan":"p","to":"2024-01","why":"w"}"#),
    Example(
        Progress.self,
        MilestoneMet(plan: "p", part: "objective", code: code("O:1"), milestone: code("m1"), on: second),
        #"{"code":"O:1","milestone":"m1","on":"2024-01-02","part":"objective","plan":"p"}"#),
    Example(
        Progress.self,
        EvidenceAdded(
            plan: "p", part: "objective", code: code("O:1"), title: "t", shows: "s", kind: .impact,
            source: .document(id: "d", file: "f"), month: january, addedBy: "a"),
        #"{"addedBy":"a","code":"O:1","kind":"impact","month":"2024-01","part":"objective","plan":"p","shows":"s","source":{"document":{"file":"f","id":"d"}},"title":"t"}"#
    ),
    Example(
        Progress.self, EvidenceCleared(evidence: "e", by: "b"), #"{"by":"b","evidence":"e"}"#),
    Example(
        Risk.self, RiskRaised(plan: "p", objectives: [code("O:1")], title: "t", isIssue: false),
        #"{"isIssue":false,"objectives":["O:1"],"plan":"p","title":"t"}"#),
    Example(
        Risk.self, RiskAssessed(likelihood: 3, impact: 4, mitigation: "m", owner: "o", review: second),
        #"{"impact":4,"likelihood":3,"mitigation":"m","owner":"o","review":"2024-01-02"}"#),
    Example(Risk.self, RiskClosed(how: "h"), #"{"how":"h"}"#),
    Example(Risk.self, RiskReopened(why: "w"), #"{"why":"w"}"#),
    Example(
        GroupLead.self,
        LeadNamed(account: "a", plan: "p", body: code("G"), from: second, to: day("2024-03-01")),
        #"{"account":"a","body":"G","from":"2024-01-02","plan":"p","to":"2024-03-01"}"#),
    Example(GroupLead.self, LeadEnded(to: second), #"{"to":"2024-01-02"}"#),
    Example(
        ProgrammeMonth.self, MonthIntroduced(plan: "p", month: january, summary: "S", asks: ["A"]),
        #"{"asks":["A"],"month":"2024-01","plan":"p","summary":"S"}"#),
    Example(
        ProgrammeMonth.self, MonthClosed(plan: "p", month: january), #"{"month":"2024-01","plan":"p"}"#),
    Example(
        ProgrammeMonth.self, MonthReopened(plan: "p", month: january), #"{"month":"2024-01","plan":"p"}"#),
    Example(
        ProgrammeMonth.self,
        MonthReceived(plan: "p", month: january, board: "B", meeting: "m", day: second),
        #"{"board":"B","day":"2024-01-02","meeting":"m","month":"2024-01","plan":"p"}"#),
]

@Suite struct `Stored entries of each month` {
    @Test(arguments: examples)
    fileprivate func `are written and read as they always were`(example: Example) throws {
        #expect(try example.made() == example.text)
        try example.read(example.text)
    }

    @Test func `have an example of every kind there is`() {
        let declared =
            Progress.entryKinds.map(\.name) + Risk.entryKinds.map(\.name) + GroupLead.entryKinds.map(\.name)
            + ProgrammeMonth.entryKinds.map(\.name)
        #expect(Set(declared) == Set(examples.map(\.kind)))
        #expect(declared.count == examples.count)
    }

    @Test func `hold a link as well as a file`() throws {
        let link = EvidenceSource.link(address: "https://example.org")
        #expect(try Stored.text(link) == #"{"link":{"address":"https://example.org"}}"#)
    }
}
