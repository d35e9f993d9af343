import CivilTime
import Ledger
import People
import Testing

@testable import Access

private let actions: [Action] = [
    .viewChild, .editChild, .viewWithheldAddress, .viewSocialCare, .viewReaders, .mergeChildren,
]

@Suite struct `Deciding one child and scoping all` {
    @Test(arguments: UInt64(1)...12)
    func `say the same of every child, whoever asks for whatever`(seed: UInt64) async throws {
        var area = try await RandomArea(seed: seed)
        let visitors = [Visitor.nobody] + (0..<40).map { _ in area.visitor() }
        let moment = Moment(today: RandomArea.today, now: RandomArea.now)
        let children = area.children
        let allowed = try await area.ledger.read { snapshot -> Int in
            var allowed = 0
            let known = try snapshot.reader.all("SELECT subject_id FROM people_child") { $0.text(0) }
            #expect(Set(known).isSubset(of: children))
            for visitor in visitors {
                for action in actions {
                    let scoped = try snapshot.reader.all(scope(visitor, action, at: moment)) { $0.text(0) }
                    #expect(Set(scoped).count == scoped.count)
                    let decided = try known.filter {
                        try snapshot.decide(visitor, action, child: $0, at: moment).isAllowed
                    }
                    #expect(Set(scoped) == Set(decided), "\(visitor) \(action.id)")
                    allowed += decided.count
                }
            }
            return allowed
        }
        #expect(allowed > 0)
    }

    @Test func `an action that is not about a child has no scope`() async throws {
        let area = try await RandomArea(seed: 1)
        let administrator = Visitor.account(
            AccountHolder(account: "a", grants: Role.allCases.map { .init($0) }))
        let moment = Moment(today: RandomArea.today, now: 0)
        for action in [Action.public, .ownAccount, .manageAccounts, .seeReads, .recordChild] {
            let query = scope(administrator, action, at: moment)
            #expect(try await area.ledger.read { try $0.reader.all(query) { $0.text(0) } } == [])
        }
    }
}

@Suite struct `What opens a child's record` {
    private func standing(
        _ kind: Involvement.Kind, holder: String, from: String = "2024-06-30", to: String? = nil
    ) -> ChildStanding {
        ChildStanding(involved: [.init(holder: holder, kind: kind, from: day(from), to: to.map { day($0) })])
    }

    private let moment = Moment(today: day("2024-06-30"), now: 1_000)

    private func visitor(_ role: Role, person: String? = nil, at organisation: String? = nil) -> Visitor {
        .account(AccountHolder(account: "a", person: person, grants: [.init(role, at: organisation)]))
    }

    @Test(
        arguments: [
            ("2024-06-30", nil, true), ("2024-07-01", nil, false), ("2024-06-01", "2024-06-30", true),
            ("2024-06-01", "2024-06-29", false),
        ] as [(String, String?, Bool)])
    func `an involvement, from its first day to its last`(from: String, to: String?, isOpen: Bool) {
        let child = standing(.placement, holder: "school", from: from, to: to)
        let permission = decide(visitor(.senco, at: "school"), .viewChild, on: child, at: moment)
        #expect(permission == (isOpen ? .allowed(.senco, .statutoryDuty) : .refused(.notInvolved)))
    }

    @Test func `an involvement of the kind that the role works by, and of its own organisation alone`() {
        let child = standing(.placement, holder: "school")
        #expect(
            decide(visitor(.senco, at: "other"), .viewChild, on: child, at: moment) == .refused(.notInvolved))
        #expect(decide(visitor(.senco), .viewChild, on: child, at: moment) == .refused(.notInvolved))
        #expect(
            decide(visitor(.officer, at: "school"), .viewChild, on: child, at: moment)
                == .refused(.notInvolved))
        #expect(
            decide(visitor(.senco, at: "school"), .editChild, on: child, at: moment) == .refused(.noRole))
    }

    @Test func `a relationship, for the parent's own role; a supporter needs consent`() {
        let parent = standing(.parent, holder: "mother")
        #expect(
            decide(visitor(.parent, person: "mother"), .viewChild, on: parent, at: moment)
                == .allowed(.parent, .own))
        let supporter = standing(.supporter, holder: "friend")
        #expect(
            decide(visitor(.supporter, person: "friend"), .viewChild, on: supporter, at: moment)
                == .allowed(.supporter, .consent))
    }

    @Test func `nobody opens records of their own family in a role of work, also not in an emergency`() {
        var child = standing(.team, holder: "team")
        child.family = ["me"]
        child.emergencies = [.init(account: "a", until: 2_000)]
        #expect(
            decide(visitor(.officer, person: "me", at: "team"), .viewChild, on: child, at: moment)
                == .refused(.ownFamily))
        #expect(
            decide(visitor(.sendManager, person: "me"), .mergeChildren, on: child, at: moment)
                == .refused(.ownFamily))
        #expect(
            decide(visitor(.officer, person: "other", at: "team"), .viewChild, on: child, at: moment)
                == .allowed(.officer, .statutoryDuty))
    }

    @Test(arguments: [
        (RecordPart.record, Action.viewChild, true), (.record, .viewSocialCare, true),
        (.socialCare, .viewSocialCare, true), (.socialCare, .viewChild, false),
        (.withheldAddress, .viewSocialCare, false),
    ])
    func `a restriction closes its part, the whole closes every part`(
        part: RecordPart, action: Action, isClosed: Bool
    ) {
        var child = ChildStanding()
        child.restricted = [.init(part: part, from: day("2024-01-01"), to: nil, named: ["b"])]
        let permission = decide(visitor(.sendManager), action, on: child, at: moment)
        #expect(permission == (isClosed ? .refused(.restricted) : .allowed(.sendManager, .statutoryDuty)))
        child.restricted[0].named = ["a"]
        #expect(decide(visitor(.sendManager), action, on: child, at: moment).isAllowed)
    }

    @Test func `an emergency opens for hours, on its own basis, never what is restricted`() {
        var child = ChildStanding()
        child.emergencies = [.init(account: "a", until: 1_001)]
        #expect(
            decide(visitor(.officer), .viewChild, on: child, at: moment)
                == .allowed(.officer, .vitalInterests))
        #expect(decide(visitor(.officer), .editChild, on: child, at: moment) == .refused(.notInvolved))
        let later = Moment(today: moment.today, now: 1_001)
        #expect(decide(visitor(.officer), .viewChild, on: child, at: later) == .refused(.notInvolved))
        child.restricted = [.init(part: .record, from: day("2024-01-01"), to: nil, named: [])]
        #expect(decide(visitor(.officer), .viewChild, on: child, at: moment) == .refused(.restricted))
        #expect(decide(visitor(.parent), .viewChild, on: child, at: moment).isAllowed == false)
    }

    @Test func `an administrator reaches no child by any action`() {
        for action in actions { #expect(action.reaches[.administrator] == nil, "\(action.id)") }
    }
}
