import Access
import CivilTime
import Ledger
import Pages
import People

/// An adult around a child as somebody may see them, reached from the child's record.
///
/// Staff who see the child see the adults on its record; a parent sees themselves alone.
struct FoundAdult: Sendable {
    /// A child they are tied to, whose record the asker may see.
    struct Tie: Sendable, Hashable {
        let child: String
        let name: String
        let kind: RelationshipKind
        let from: Day
        let to: Day?
    }

    /// A role that their account holds today.
    struct HeldToday: Sendable, Hashable {
        let role: Role
        let organisation: String?
    }

    /// The child from whose record they are reached.
    let found: FoundChild
    let person: Person
    let version: Int
    /// Whether the asker looks at themselves.
    let isOwn: Bool
    /// Whether an address that must not become known is shown.
    let showsWithheld: Bool
    let names: Names
    let ties: [Tie]
    let roles: [HeldToday]

    var title: String { person.name?.text ?? "" }
    var mayEdit: Bool { found.sight.mayEdit }
    /// The child's record is opened; the others only stand on the page.
    var shown: ShownChildren {
        let others = Set(ties.map(\.child)).subtracting([found.id]).sorted()
        return ShownChildren(opened: [found.id], listed: others, as: found.permission)
    }

    /// What stands under a topic and is for the asker.
    func statements(on topic: AdultTopic) -> [AdultStatement] {
        person.statements.filter { $0.detail.topic == topic && shows($0.detail) }
    }

    /// Whether something recorded of them is for the asker.
    func shows(_ detail: PersonDetail) -> Bool {
        if case .address(let home) = detail { return showsWithheld || !home.isWithheld }
        return true
    }

    /// Whether an address is kept from staff, who then know at least that there is one.
    func hidesAddress(on day: Day) -> Bool {
        !isOwn && person.addresses.contains { $0.holds(on: day) && !shows(.address($0.value)) }
    }
}

extension FoundChild {
    /// Whether an adult stands on the record in something that is for the asker.
    func shows(adult: String) -> Bool {
        child.statements.contains { sight.shows($0.detail) && $0.detail.people.contains(adult) }
    }
}

extension Snapshot {
    /// An adult who stands on a child's record.
    ///
    /// - Throws: ``PageError/notFound`` where there is none, and where the asker may not see them.
    func adult(_ id: String, of found: FoundChild, _ asking: Asking) throws -> FoundAdult {
        let isOwn = asking.visitor.person == id
        guard found.shows(adult: id), isOwn || !found.sight.isFamily,
            let held = try state(of: Person.self, id), held.state.name != nil
        else { throw PageError.notFound }
        let organisations = Set(held.state.posts.map(\.value.organisation))
        return FoundAdult(
            found: found, person: held.state, version: held.version, isOwn: isOwn,
            showsWithheld: try isOwn || (found.sight.withheld && isOpen(addressOf: id, asking)),
            names: try Names(people: [], organisations: organisations, reader),
            ties: try ties(of: id, asking), roles: try roles(of: id, asking.moment.today))
    }

    /// Whether no child of an adult has its addresses closed to the asker: then theirs is not shown either.
    private func isOpen(addressOf person: String, _ asking: Asking) throws -> Bool {
        let children = try reader.all(
            "SELECT DISTINCT child FROM people_relationship WHERE person = \(person) ORDER BY child"
        ) { $0.text(0) }
        return try children.allSatisfy { child in
            try decide(asking.visitor, .viewWithheldAddress, child: child, at: asking.moment)
                != .refused(.restricted)
        }
    }

    private func ties(of person: String, _ asking: Asking) throws -> [FoundAdult.Tie] {
        try reader.all(
            """
            SELECT tie.child, child.name, tie.kind, tie.from_day, tie.to_day FROM people_relationship AS tie
            JOIN people_child AS child ON child.subject_kind = 'child' AND child.subject_id = tie.child
            WHERE tie.person = \(person)
            AND tie.child IN (\(scope(asking.visitor, .viewChild, at: asking.moment)))
            AND (tie.kind <> \(RelationshipKind.socialWorker.rawValue)
                OR tie.child IN (\(scope(asking.visitor, .viewSocialCare, at: asking.moment))))
            ORDER BY child.surname_key, child.forename_key, tie.child, tie.from_day, tie.row_key
            """
        ) { fields in
            RelationshipKind(rawValue: fields.text(2)).map {
                FoundAdult.Tie(
                    child: fields.text(0), name: fields.text(1), kind: $0, from: fields.day(3) ?? .earliest,
                    to: fields.day(4))
            }
        }.compactMap { $0 }
    }

    private func roles(of person: String, _ today: Day) throws -> [FoundAdult.HeldToday] {
        try reader.all(
            """
            SELECT DISTINCT held.role, at.name FROM access_account AS account
            JOIN access_role AS held ON held.subject_kind = 'account' AND held.subject_id = account.subject_id
            LEFT JOIN people_organisation AS at
                ON at.subject_kind = 'organisation' AND at.subject_id = held.organisation
            WHERE account.person = \(person) AND account.closed_day IS NULL AND held.from_day <= \(today)
            AND (held.to_day IS NULL OR held.to_day >= \(today))
            ORDER BY held.role, at.name NULLS FIRST
            """
        ) { fields in
            Role(rawValue: fields.text(0)).map {
                FoundAdult.HeldToday(role: $0, organisation: fields.textOrNil(1))
            }
        }.compactMap { $0 }
    }
}
