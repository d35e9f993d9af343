import CivilTime
import Foundation
import Ledger
import People
import Testing

@testable import Access

/// An area of random children, adults, settings and teams, with everything that opens or closes a record.
struct RandomArea {
    static let today = day("2024-06-30")
    static let now: Int64 = 1_719_750_000_000_000

    let file: TemporaryFile
    let ledger: Ledger
    private(set) var children: [String] = []
    private(set) var people: [String] = []
    private(set) var settings: [String] = []
    private(set) var teams: [String] = []
    let accounts = (0..<6).map { "account\($0)" }
    private var random: Seeded

    init(seed: UInt64) async throws {
        file = try TemporaryFile()
        random = Seeded(state: seed)
        var options = Ledger.Options(path: file.path)
        options.durable = false
        let noon = (Int64(Self.today.number) * 86_400 + 43_200) * 1_000_000
        ledger = try await Ledger.open(
            options, Registry(AccessSubjects.all + PeopleSubjects.all + [TestWork.self]),
            clock: Clock { noon })
        try await fill()
    }

    private mutating func fill() async throws {
        for number in 0..<4 { settings.append(try await organisation(.school, "School \(number)")) }
        for number in 0..<3 { teams.append(try await organisation(.team, "Team \(number)")) }
        for number in 0..<5 {
            let recording = RecordPerson(try name("Adult \(number)"))
            people.append(try await commit { try recording.decide(&$0) })
        }
        for number in 0..<12 {
            let recording = RecordChild(
                try #require(ChildName("Child", "Number\(number)")),
                birthDate: Self.today.adding(years: -Int.random(in: 3...19, using: &random)))
            children.append(try await commit { try recording.decide(&$0) })
        }
        for _ in 0..<60 { try await happen() }
        for _ in 0..<3 { try await merge() }
    }

    private func organisation(_ kind: OrganisationKind, _ name: String) async throws -> String {
        let recording = RecordOrganisation(kind, try #require(ShortText(name)))
        return try await commit { try recording.decide(&$0) }
    }

    private func commit(_ decide: @escaping @Sendable (inout Deciding) throws -> String) async throws
        -> String
    {
        try await ledger.commit(
            Command(id: UUID().uuidString, fields: "", author: .program, decide: decide)
        ).value
    }

    private mutating func pick<T>(_ list: [T]) -> T { list[Int.random(in: 0..<list.count, using: &random)] }

    private mutating func days() -> (from: Day, to: Day?) {
        let from = Self.today - Int.random(in: 0...3, using: &random)
        let length = Int.random(in: -1...4, using: &random)
        return (from, length < 0 ? nil : from + length)
    }

    /// One random thing that opens or closes a record.
    private mutating func happen() async throws {
        let (child, dates) = (pick(children), days())
        switch Int.random(in: 0..<9, using: &random) {
        case 0, 1:
            let kind = pick([RelationshipKind.mother, .father, .socialWorker, .other, .fosterCarer])
            try await detail(.relationship(Relationship(person: pick(people), kind)), child, dates)
        case 2:
            try await detail(.placement(Placement(at: pick(settings), .main)), child, dates)
        case 3:
            try await detail(.team(ResponsibleTeam(pick(teams))), child, dates)
        case 4:
            let order = try #require(ShortText("An order"))
            try await detail(
                .restriction(
                    CourtRestriction(person: pick(people), pick(RestrictionKind.allCases), order: order)),
                child, dates)
        case 5:
            let holder = pick(people + teams + settings)
            let began = WorkBegan(
                holder: holder, child: child, involvement: pick(Involvement.Kind.allCases), from: dates.from,
                to: dates.to)
            _ = try await commit { deciding in
                let id = deciding.newID()
                try deciding.record(began, on: TestWork.self, id, day: deciding.today)
                return id
            }
        case 6, 7: try await restrict(child, dates)
        default:
            let change = RestrictionChange.open(
                child: child, account: pick(accounts),
                now: Self.now - EmergencyAccess.life + Int64(Int.random(in: -1...1, using: &random)))
            _ = try await commit { try change.decide(&$0, reason: "Could not wait") }
        }
    }

    private mutating func restrict(_ child: String, _ dates: (from: Day, to: Day?)) async throws {
        let named = accounts.filter { _ in Bool.random(using: &random) }
        let change = RestrictionChange.order(
            child: child, part: pick(RecordPart.allCases), from: dates.from, named: named)
        let id = try await commit { try change.decide(&$0, reason: "Asked for") }
        guard let to = dates.to else { return }
        _ = try await commit { try RestrictionChange.lift(id, to: to).decide(&$0, reason: "No longer") }
    }

    private func detail(
        _ detail: ChildDetail, _ child: String, _ dates: (from: Day, to: Day?)
    ) async throws {
        let recording = RecordOnChild(detail, of: child, from: dates.from, to: dates.to)
        _ = try await commit { try recording.decide(&$0) }
    }

    /// Merges two children where that can be, so that chains come up.
    private mutating func merge() async throws {
        let (one, other) = (pick(children), pick(children))
        do {
            _ = try await commit { deciding in
                try deciding.merge(one, into: other, of: Child.self, reason: "The same child")
                return one
            }
        } catch LedgerError.cannotMerge {
            return
        }
    }

    /// Somebody with random roles, who may be one of the adults or of the children.
    mutating func visitor() -> Visitor {
        let organisations: [String?] = settings + teams + [nil]
        let grants = (0..<Int.random(in: 0...3, using: &random)).map { _ in
            AccountHolder.Grant(pick(Role.allCases), at: pick(organisations))
        }
        let persons: [String?] = people + children.prefix(3) + [nil]
        return .account(AccountHolder(account: pick(accounts), person: pick(persons), grants: grants))
    }
}
