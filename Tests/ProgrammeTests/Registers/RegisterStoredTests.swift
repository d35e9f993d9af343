import Access
import CivilTime
import Testing

@testable import Ledger
@testable import Programme

/// A stored example of every entry kind of the registers, as the first release wrote it.
@Suite struct `Entries of registers that were stored` {
    private static let details =
        #"{"answers":{"priorities":"A"},"began":"2024-01-01","due":"2024-02-01","ends":"2025-01-01","owner":"B","published":"2024-01-05","review":"2024-12-01","serving":{"objectives":["P1A:1"],"plan":"HOLLIN-2024"},"title":"C"}"#
    private static let paper = #"{"document":"d1","link":"https://example.org/a"}"#

    private static let item: [(String, String)] = [
        ("register.stated", #"{"details":\#(details),"register":"strategy"}"#),
        ("register.version", #"{"changed":"D","isPublic":true,"number":"1.2","paper":\#(paper)}"#),
        ("register.coproduced", #"{"changed":"E","said":"F","who":[{"group":"young-people","number":4}]}"#),
        ("register.action", #"{"due":"2024-03-01","owner":"G","text":"H"}"#),
        ("register.action-state", #"{"action":"e4","state":"in-progress","words":"I"}"#),
        ("register.status", #"{"status":"in-progress","words":"J"}"#),
        ("register.public", #"{"isPublic":true}"#),
    ]
    private static let recommendation: [(String, String)] = [
        (
            "recommendation.made",
            #"{"recommendation":{"committee":"A","number":3,"paragraph":8,"report":{"answers":"B","day":"2024-01-01","dayText":"C","note":"D","source":"E","title":"F"},"text":"G"}}"#
        ),
        (
            "recommendation.answered",
            #"{"answer":{"acceptance":"partly","owner":"H","response":"I","serving":{"objectives":[]}}}"#
        ),
        ("recommendation.followed-up", #"{"state":"in-progress","words":"J"}"#),
        ("recommendation.published", #"{"isPublished":true}"#),
    ]
    private static let review: [(String, String)] = [
        (
            "review.stated",
            #"{"details":{"asked":"A","body":"B","isDayKnown":false,"kind":"deep-dive","next":"2025-01-01","planned":"2024-01-01","scope":"C","serving":{"objectives":[]},"title":"D"}}"#
        ),
        ("review.held", #"{"words":"E"}"#), ("review.found", #"{"findings":"F","strengths":"G"}"#),
        ("review.paper", #"{"isPublic":false,"paper":\#(paper),"title":"H"}"#),
        ("review.action", #"{"owner":"I","serving":{"objectives":[]},"text":"J"}"#),
        ("review.action-state", #"{"action":"e5","state":"done","words":"K"}"#),
        ("review.public", #"{"isPublic":true}"#),
    ]
    private static let reporting: [(String, String)] = [
        (
            "reporting.stated",
            #"{"details":{"committee":"A","frequency":"six-weekly","reporter":"B","serving":{"objectives":[]},"what":"C"}}"#
        ),
        ("reporting.due", #"{"due":"2024-02-01"}"#),
        ("reporting.sent", #"{"paper":{},"report":"e2","title":"D"}"#),
        (
            "reporting.outcome",
            #"{"escalated":"E","minutes":"https://example.org/m","report":"e2","words":"F"}"#
        ),
        ("reporting.ended", #"{"why":"G"}"#),
    ]
    private static let sharing: [(String, String)] = [
        (
            "sharing.stated",
            #"{"details":{"about":"A","arrangement":"B","recipient":"C","serving":{"objectives":[]},"title":"D"}}"#
        ),
        ("sharing.added", #"{"paper":\#(paper),"shows":"E","title":"F"}"#),
        ("sharing.removed", #"{"paper":"none","why":"G"}"#),
        (
            "sharing.checked",
            #"{"by":"a1","checks":["no-child","small-numbers","owners","current","arrangement"]}"#
        ),
        ("sharing.shared", #"{"account":"a1","by":"H","how":"I"}"#),
    ]

    /// Folds stored payloads, a day apart, and sees that every entry kind of the subject is among them.
    private static func folded<S: Subject>(_ type: S.Type, _ stored: [(String, String)]) throws -> S {
        #expect(stored.map(\.0) == S.entryKinds.map(\.name))
        var folding = Folding<S>(id: "x")
        for (index, (kind, data)) in stored.enumerated() {
            let payload = "{\"data\":\(data),\"day\":\"\((day("2024-01-01") + index).iso)\"}"
            try folding.add([
                StoredEntry(
                    sequence: index + 1, id: "e\(index + 1)", commit: 1,
                    subject: SubjectID(kind: S.kind, id: "x"), version: index + 1, kind: kind,
                    kindVersion: 1, payload: payload, salt: nil, digest: "", hash: "")
            ])
        }
        return folding.state
    }

    @Test func `of a thing are read for ever`() throws {
        let item = try Self.folded(RegisterItem.self, Self.item)
        #expect(item.register?.id == "strategy" && item.details?.title == "C" && item.isOpened)
        #expect(item.versions.map(\.number.text) == ["1.2"] && item.versions.first?.paper.document == "d1")
        #expect(item.coproductions.first?.who == [Participants(.youngPeople, 4)])
        #expect(item.actions.first?.state == .inProgress && item.status == .inProgress)
        #expect(item.problems == [])
    }

    @Test func `of a recommendation are read for ever`() throws {
        let held = try Self.folded(Recommendation.self, Self.recommendation)
        #expect(held.text?.report.answers == "B" && held.text?.paragraph == 8)
        #expect(held.answer?.acceptance == .partly && held.state == .inProgress && held.isPublished)
    }

    @Test func `of a review are read for ever`() throws {
        let review = try Self.folded(ExternalReview.self, Self.review)
        #expect(review.details?.plannedWords == "January 2024" && review.held == day("2024-01-02"))
        #expect(review.outcomes.count == 1 && review.papers.count == 1 && review.isOpened)
        #expect(review.actions.first?.state == .done)
    }

    @Test func `of what is reported are read for ever`() throws {
        let duty = try Self.folded(ReportingDuty.self, Self.reporting)
        #expect(duty.reports.first?.sent?.title == "D" && duty.reports.first?.outcome?.escalated == "E")
        #expect(duty.ended?.why == "G" && duty.details?.frequency == .sixWeekly)
    }

    @Test func `of a set of evidence are read for ever`() throws {
        let set = try Self.folded(SharingSet.self, Self.sharing)
        #expect(set.papers.map(\.title) == ["F"] && set.checks.count == 5 && set.shared == day("2024-01-05"))
        #expect(set.problems == [])
    }

    @Test func `are written as they were`() throws {
        let version = RegisterVersioned(
            number: try RegisterLab.number("1.2"),
            paper: PaperPlace(link: "https://example.org/a", document: "d1"),
            changed: "D", isPublic: true)
        let text = try Stored.text(Envelope(day: day("2024-01-01"), data: version))
        #expect(text == "{\"data\":\(Self.item[1].1),\"day\":\"2024-01-01\"}")
    }
}
