import Access
import CivilTime
import Markup
import Pages
import People
import Testing

@testable import Ledger
@testable import Meetings

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
        read = { stored in
            let data = try Stored.value(Envelope<P>.self, from: stored).data
            #expect(data == payload)
            var folded = Folded<S>()
            _ = folded.add(kind: P.kind, payload: stored)
        }
    }
}

private let jan = day("2024-01-01")
private let schedule = Schedule(day: jan, minute: 600, place: text("Hall"), isOnline: true)
private let scheduleText = #"{"day":"2024-01-01","isOnline":true,"minute":600,"place":"Hall"}"#

private let forumExamples: [Example] = [
    Example(
        Forum.self,
        ForumDescribed(
            name: text("A"), kind: .board, purpose: "p", isPublic: true, began: jan,
            represents: PlanBody(plan: "pap", body: "sib")),
        #"{"began":"2024-01-01","isPublic":true,"kind":"board","name":"A","purpose":"p","represents":{"body":"sib","plan":"pap"}}"#
    ),
    Example(
        Forum.self,
        SeatTaken(
            seat: "s", person: text("A"), post: text("B"), constituency: .parentCarerForum,
            deputy: text("C"), mayBeNamed: true, from: jan, to: jan),
        #"{"constituency":"parentCarerForum","deputy":"C","from":"2024-01-01","mayBeNamed":true,"person":"A","post":"B","seat":"s","to":"2024-01-01"}"#
    ),
    Example(Forum.self, SeatLeft(seat: "s", to: jan), #"{"seat":"s","to":"2024-01-01"}"#),
    Example(Forum.self, ChairNamed(seat: "s", from: jan), #"{"from":"2024-01-01","seat":"s"}"#),
    Example(
        Forum.self,
        TermsAgreed(
            from: jan, text: "t", everyWeeks: 6,
            quorum: Quorum(atLeast: 3, oneOfEach: [.icb], countsDeputies: false)),
        #"{"everyWeeks":6,"from":"2024-01-01","quorum":{"atLeast":3,"countsDeputies":false,"oneOfEach":["icb"]},"text":"t"}"#
    ),
    Example(
        Forum.self,
        ReportingSet(
            reporting: "r", report: text("R"), to: Addressee(forum: "f", name: "F"), everyMonths: 3,
            days: [jan]),
        #"{"days":["2024-01-01"],"everyMonths":3,"report":"R","reporting":"r","to":{"forum":"f","name":"F"}}"#
    ),
    Example(
        Forum.self, ReportingEnded(reporting: "r", to: jan), #"{"reporting":"r","to":"2024-01-01"}"#),
    Example(
        Forum.self, OutcomeSet(outcome: "o", text: "t", by: jan),
        #"{"by":"2024-01-01","outcome":"o","text":"t"}"#),
    Example(
        Forum.self, OutcomeJudged(outcome: "o", isAchieved: true, how: "h"),
        #"{"how":"h","isAchieved":true,"outcome":"o"}"#),
    Example(
        Forum.self, ForumEnded(to: jan, successor: "f"), #"{"successor":"f","to":"2024-01-01"}"#),
]

private let meetingExamples: [Example] = [
    Example(
        Meeting.self, MeetingPlanned(forum: "f", schedule: schedule),
        "{\"forum\":\"f\",\"schedule\":\(scheduleText)}"),
    Example(Meeting.self, MeetingMoved(schedule: schedule), "{\"schedule\":\(scheduleText)}"),
    Example(Meeting.self, MeetingCancelled(), "{}"),
    Example(
        Meeting.self, Invited(seats: ["s"], guests: [text("G")]), #"{"guests":["G"],"seats":["s"]}"#),
    Example(
        Meeting.self,
        ItemPut(item: "i", position: 1, kind: .decision, title: text("T"), presenter: text("P")),
        #"{"item":"i","kind":"decision","position":1,"presenter":"P","title":"T"}"#),
    Example(
        Meeting.self,
        PaperAdded(
            paper: "p", item: "i", title: text("T"), document: "d", page: SitePath("/plans"), addedBy: "a"),
        #"{"addedBy":"a","document":"d","item":"i","page":"/plans","paper":"p","title":"T"}"#),
    Example(Meeting.self, PaperOpened(paper: "p", by: "b"), #"{"by":"b","paper":"p"}"#),
    Example(
        Meeting.self,
        RegisterTaken(
            on: jan,
            attending: [
                Attendee(seat: "s", name: "N", constituency: .icb, presence: .deputy, deputy: "D")
            ], quorum: Quorum(atLeast: 1, oneOfEach: []), termsFrom: jan),
        #"{"attending":[{"constituency":"icb","deputy":"D","name":"N","presence":"deputy","seat":"s"}],"on":"2024-01-01","quorum":{"atLeast":1,"countsDeputies":true,"oneOfEach":[]},"termsFrom":"2024-01-01"}"#
    ),
    Example(
        Meeting.self, ReportReceived(what: text("R"), page: SitePath("/plans")),
        #"{"page":"/plans","what":"R"}"#),
    Example(
        Meeting.self, DecisionTaken(decision: "d", item: "i", text: "t", by: text("B")),
        #"{"by":"B","decision":"d","item":"i","text":"t"}"#),
    Example(
        Meeting.self,
        ChallengeMade(
            challenge: "c", item: "i", concern: "w", by: text("B"), text: "t", answer: "a", decision: "d",
            escalatedTo: Addressee(forum: nil, name: "F")),
        #"{"answer":"a","by":"B","challenge":"c","concern":"w","decision":"d","escalatedTo":{"name":"F"},"item":"i","text":"t"}"#
    ),
    Example(
        Meeting.self, ChallengeSettled(challenge: "c", outcome: "o"),
        #"{"challenge":"c","outcome":"o"}"#),
    Example(Meeting.self, MinutesWritten(text: "t"), #"{"text":"t"}"#),
    Example(
        Meeting.self, MinutesAgreed(minutes: "e", meeting: "m", on: jan),
        #"{"meeting":"m","minutes":"e","on":"2024-01-01"}"#),
]

private let otherExamples: [Example] = [
    Example(
        MeetingAction.self,
        ActionRaised(
            forum: "f", meeting: "m", item: "i", text: "t", owner: Owner(account: "a", name: "N"), due: jan,
            on: jan),
        #"{"due":"2024-01-01","forum":"f","item":"i","meeting":"m","on":"2024-01-01","owner":{"account":"a","name":"N"},"text":"t"}"#
    ),
    Example(MeetingAction.self, ActionMoved(due: jan), #"{"due":"2024-01-01"}"#),
    Example(MeetingAction.self, ActionProgressed(note: "n"), #"{"note":"n"}"#),
    Example(
        MeetingAction.self, ActionClosed(closing: .passedOn, how: "h"),
        #"{"closing":"passedOn","how":"h"}"#),
    Example(
        ChairPost.self,
        PostDrafted(forum: "f", meeting: "m", title: text("T"), text: "t", signed: text("S")),
        #"{"forum":"f","meeting":"m","signed":"S","text":"t","title":"T"}"#),
    Example(
        ChairPost.self, PostPublished(title: text("T"), text: "t", signed: text("S")),
        #"{"signed":"S","text":"t","title":"T"}"#),
    Example(
        ChairPost.self, PostCorrected(title: text("T"), text: "t"), #"{"text":"t","title":"T"}"#),
    Example(ChairPost.self, PostTakenDown(), "{}"),
]

@Suite struct `Stored entries of meetings` {
    @Test(arguments: forumExamples + meetingExamples + otherExamples)
    fileprivate func `are written and read as they always were`(example: Example) throws {
        #expect(try example.made() == example.text)
        try example.read(example.text)
    }

    @Test func `have an example of every kind there is`() {
        let declared =
            Forum.entryKinds.map(\.name) + Meeting.entryKinds.map(\.name)
            + MeetingAction.entryKinds.map(\.name) + ChairPost.entryKinds.map(\.name)
        let held = (forumExamples + meetingExamples + otherExamples).map(\.kind)
        #expect(Set(declared) == Set(held))
        #expect(declared.count == held.count)
    }

    @Test(arguments: Constituency.allCases)
    func `name constituencies by words that never change`(constituency: Constituency) {
        let known: Set<String> = [
            "council", "icb", "healthProvider", "school", "college", "earlyYears", "parentCarerForum",
            "youngPeople", "voluntary", "independent", "other",
        ]
        #expect(known.contains(constituency.rawValue))
        #expect(known.count == Constituency.allCases.count)
    }
}
