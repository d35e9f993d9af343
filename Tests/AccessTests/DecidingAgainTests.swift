import CivilTime
import Foundation
import Ledger
import People
import Testing

@testable import Access

/// An officer of a team and a child that the team answers for, about to be changed by a form.
private struct Desk: Sendable {
    let office: Office
    let team: String
    let otherTeam: String
    let child: String
    let officer: String

    init(roles: [Role] = [.officer]) async throws {
        let office = try await Office()
        self.office = office
        let teams = try ["North", "South"].map {
            RecordOrganisation(.team, try #require(ShortText($0)))
        }
        team = try await Self.commit(office) { try teams[0].decide(&$0) }
        otherTeam = try await Self.commit(office) { try teams[1].decide(&$0) }
        let recording = RecordChild(try #require(ChildName("Ada", "Byron")), birthDate: day("2014-05-10"))
        child = try await Self.commit(office) { try recording.decide(&$0) }
        let answering = RecordOnChild(
            .team(ResponsibleTeam(team)), of: child, from: day("2020-01-01"))
        _ = try await Self.commit(office) { try answering.decide(&$0) }
        let at = team
        officer = try await office.accounts.open(
            name("Otto Officer"), address("otto@example.org"),
            roles: roles.map { .init($0, at: at, from: day("2020-01-01")) },
            by: Author(account: "admin", role: "administrator", channel: .command)
        ).id
    }

    static func commit<Value: Codable & Sendable>(
        _ office: Office, _ decide: @escaping @Sendable (inout Deciding) throws -> Value
    ) async throws -> Value {
        let author = Author(account: "admin", role: "administrator", channel: .command)
        return try await office.ledger.commit(
            Command(id: UUID().uuidString, fields: "", author: author, decide: decide)
        ).value
    }

    func change(_ change: RestrictionChange) async throws {
        _ = try await Self.commit(office) { try change.decide(&$0, reason: "a test") }
    }

    var author: Author { Author(account: officer, role: "officer", channel: .web) }
    var moment: Moment { Moment(today: Office.opening, now: 1) }

    /// Records a need as a form would, while something else is committed; how often it was decided.
    func record(while meanwhile: @escaping @Sendable () async throws -> Void) async throws -> Int {
        let (author, child, moment) = (author, child, moment)
        let recording = RecordOnChild(.need(Need(.autism)), of: child, from: day("2024-01-01"))
        let turnstile = Turnstile()
        let command = Command(id: UUID().uuidString, fields: "", author: author) { deciding -> Bool in
            try deciding.admit(author, to: .editChild, child: child, at: moment)
            try recording.decide(&deciding)
            turnstile.pass()
            return true
        }
        async let outcome = office.ledger.commit(command)
        try await turnstile.between(meanwhile)
        _ = try await outcome
        return turnstile.runs
    }

    func needs() async throws -> Int {
        try await #require(office.ledger.read { try $0.state(of: Child.self, child)?.state }).needs.count
    }
}

/// What may happen between a form and its commit that ends its author's access.
private enum Ending: String, CaseIterable, Sendable {
    case role, account, restriction, team, merge

    func happen(at desk: Desk) async throws {
        switch self {
        case .role, .account: try await endAccount(of: desk)
        case .restriction:
            try await desk.change(
                .order(child: desk.child, part: .record, from: Office.opening, named: []))
        case .team:
            let other = RecordOnChild(
                .team(ResponsibleTeam(desk.otherTeam)), of: desk.child, from: day("2024-06-01"))
            _ = try await Desk.commit(desk.office) { try other.decide(&$0) }
        case .merge:
            let recording = RecordChild(try #require(ChildName("Ada", "King")), birthDate: nil)
            let other = try await Desk.commit(desk.office) { try recording.decide(&$0) }
            let (child, reason) = (desk.child, try #require(ShortText("one child")))
            _ = try await Desk.commit(desk.office) { deciding -> Bool in
                try Merging.merge(child: child, into: other, because: reason, &deciding)
                return true
            }
        }
    }

    private func endAccount(of desk: Desk) async throws {
        let account = try await desk.office.account(desk.officer)
        let grant = try #require(account.grants.first?.id)
        let isRole = self == .role
        _ = try await Desk.commit(desk.office) { deciding -> Bool in
            if isRole {
                try deciding.record(
                    RoleEnded(grant: grant, to: day("2024-06-29")), on: Account.self, account.id,
                    day: deciding.today)
            } else {
                try deciding.record(
                    AccountAdmission(isOpen: false), on: Account.self, account.id, day: deciding.today)
            }
            return true
        }
    }
}

@Suite struct `Access decided again as something is committed` {
    @Test(arguments: Ending.allCases)
    private func `refuses what is no longer theirs, as if there were nothing there`(ending: Ending)
        async throws
    {
        let desk = try await Desk()
        await #expect(throws: NotThere.self) {
            try await desk.record { try await ending.happen(at: desk) }
        }
        #expect(try await desk.needs() == 0)
        #expect(try await desk.office.ledger.checkRebuild().difference == nil)
    }

    @Test func `lets through what others' commits do not touch, decided anew`() async throws {
        let desk = try await Desk()
        let runs = try await desk.record {
            let other = RecordChild(try #require(ChildName("Charles", "Babbage")), birthDate: nil)
            _ = try await Desk.commit(desk.office) { try other.decide(&$0) }
        }
        #expect(runs == 2)
        #expect(try await desk.needs() == 1)
    }

    @Test func `asks again where they may go on in another role alone`() async throws {
        let desk = try await Desk(roles: [.officer, .decisionMaker])
        await #expect(throws: RoleChanged.meanwhile) {
            try await desk.record { try await Ending.role.happen(at: desk) }
        }
        #expect(try await desk.needs() == 0)
    }

    private func admit(
        _ desk: Desk, _ author: Author, to action: Action, and others: Set<Action> = [], child: String?,
        now: Int64 = 1
    ) async throws {
        let moment = Moment(today: Office.opening, now: now)
        _ = try await Desk.commit(desk.office) { deciding -> Bool in
            try deciding.admit(author, to: action, and: others, child: child, at: moment)
            return true
        }
    }

    @Test func `an access in an emergency ends with its hours`() async throws {
        let desk = try await Desk(roles: [.senco])
        let author = Author(account: desk.officer, role: "senco", channel: .web)
        try await desk.change(.open(child: desk.child, account: desk.officer, now: 10))
        let end = 10 + EmergencyAccess.life
        try await admit(desk, author, to: .viewChild, child: desk.child, now: end - 1)
        await #expect(throws: NotThere.self) {
            try await admit(desk, author, to: .viewChild, child: desk.child, now: end)
        }
        await #expect(throws: NotThere.self) {
            try await admit(desk, author, to: .editChild, child: desk.child, now: end - 1)
        }
    }

    @Test func `needs all that is asked for, and an account`() async throws {
        let desk = try await Desk()
        let author = desk.author
        try await admit(desk, author, to: .editChild, and: [.viewSocialCare], child: desk.child)
        try await desk.change(
            .order(child: desk.child, part: .socialCare, from: Office.opening, named: []))
        try await admit(desk, author, to: .editChild, child: desk.child)
        await #expect(throws: NotThere.self) {
            try await admit(desk, author, to: .editChild, and: [.viewSocialCare], child: desk.child)
        }
        for account in [nil, "nobody"] {
            await #expect(throws: NotThere.self) {
                try await admit(
                    desk, Author(account: account, role: "officer", channel: .web), to: .editChild,
                    child: desk.child)
            }
        }
    }

    @Test func `never takes an action on a child without the child`() async throws {
        let desk = try await Desk()
        await #expect(throws: NotThere.self) {
            try await admit(desk, desk.author, to: .editChild, child: nil)
        }
        try await admit(desk, desk.author, to: .recordChild, child: nil)
    }
}
