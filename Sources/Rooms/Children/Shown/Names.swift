import CivilTime
import Ledger
import People

/// The names of the people and organisations that a record names by their ids.
struct Names: Sendable {
    private var people: [String: String] = [:]
    private var organisations: [String: String] = [:]

    init(people: Set<String>, organisations: Set<String>, _ reader: Reader) throws {
        try reader.forEach(
            """
            SELECT subject_id, name FROM people_person
            WHERE subject_kind = 'person' AND subject_id IN \(list: people.sorted())
            """
        ) { self.people[$0.text(0)] = $0.text(1) }
        try reader.forEach(
            """
            SELECT subject_id, name FROM people_organisation
            WHERE subject_kind = 'organisation' AND subject_id IN \(list: organisations.sorted())
            """
        ) { self.organisations[$0.text(0)] = $0.text(1) }
    }

    /// The names that a child's record needs.
    init(of child: Child, _ reader: Reader) throws {
        let details = child.statements.map(\.detail)
        try self.init(
            people: Set(details.flatMap(\.people)), organisations: Set(details.compactMap(\.organisation)),
            reader)
    }

    func person(_ id: String) -> String { people[id] ?? "somebody not known" }
    func organisation(_ id: String) -> String { organisations[id] ?? "an organisation not known" }
    /// The name of a person or an organisation; nil where it is neither.
    func holder(_ id: String) -> String? { people[id] ?? organisations[id] }
}

/// Who an account is, as histories name its holder.
struct AccountNames: Sendable {
    private var names: [String: String] = [:]

    init(_ accounts: Set<String>, _ reader: Reader) throws {
        try reader.forEach(
            """
            SELECT subject_id, name FROM access_account
            WHERE subject_kind = 'account' AND subject_id IN \(list: accounts.sorted())
            """
        ) { names[$0.text(0)] = $0.text(1) }
    }

    func name(_ account: String?) -> String {
        account.map { names[$0] ?? "an account not known" } ?? "the program"
    }
}

/// An organisation that can be chosen on a form.
struct OrganisationChoice: Sendable {
    let id: String
    let kind: OrganisationKind
    let name: String

    /// All that are open on a day, in order of name.
    static func all(on day: Day, _ reader: Reader) throws -> [OrganisationChoice] {
        try reader.all(
            """
            SELECT subject_id, kind, name FROM people_organisation
            WHERE closed_day IS NULL OR closed_day >= \(day) ORDER BY name_key, subject_id
            """
        ) { fields in
            OrganisationKind(rawValue: fields.text(1)).map {
                OrganisationChoice(id: fields.text(0), kind: $0, name: fields.text(2))
            }
        }.compactMap { $0 }
    }
}
