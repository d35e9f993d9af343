import CivilTime
import People

/// One thing that stands in a record.
struct Stating<Detail: Sendable>: Sendable {
    /// The entry that says so.
    let entry: String
    let detail: Detail
    let from: Day
    let to: Day?

    func holds(on day: Day) -> Bool { from <= day && day <= to ?? day }

    /// The days in words.
    func days(on today: Day) -> String {
        let start = from > today ? "from \(from.short)" : "since \(from.short)"
        return to.map { "\(from.short) to \($0.short)" } ?? start
    }
}

/// One thing that stands in a child's record.
typealias Statement = Stating<ChildDetail>

extension Child {
    /// All that stands in the record, but birth and death.
    var statements: [Statement] {
        func list<Value>(_ all: [Dated<Value>], _ make: (Value) -> ChildDetail) -> [Statement] {
            all.map { Statement(entry: $0.entry, detail: make($0.value), from: $0.from, to: $0.to) }
        }
        let own =
            list(names, ChildDetail.name) + list(identifiers, ChildDetail.identifier)
            + list(sexes, ChildDetail.sex) + list(ethnicities, ChildDetail.ethnicity)
            + list(languages, ChildDetail.language) + list(addresses, ChildDetail.address)
        let work =
            list(placements, ChildDetail.placement) + list(teams, ChildDetail.team)
            + list(needs, ChildDetail.need) + list(socialCare, ChildDetail.socialCare)
            + list(corporateParents, ChildDetail.corporateParent)
        let family =
            list(relationships, ChildDetail.relationship)
            + list(responsibilities, ChildDetail.responsibility)
            + list(restrictions, ChildDetail.restriction) + list(homes, ChildDetail.home)
            + list(judgements, ChildDetail.capacity) + list(sharing, ChildDetail.sharing)
        return own + work + family
    }

    /// What stands under a topic, the earliest first.
    func statements(on topic: Topic) -> [Statement] {
        statements.filter { topic.covers($0.detail) }.enumerated()
            .sorted { ($0.element.from, $0.offset) < ($1.element.from, $1.offset) }.map(\.element)
    }

    /// The adults around the child, each once, in the order they came.
    var adults: [String] {
        var seen: Set<String> = []
        return statements.flatMap(\.detail.people).filter { seen.insert($0).inserted }
    }
}

extension ChildDetail {
    /// The adults that it names.
    var people: [String] {
        switch self {
        case .relationship(let relationship): [relationship.person]
        case .responsibility(let responsibility): [responsibility.person]
        case .restriction(let restriction): [restriction.person]
        case .home(let home): [home.person].compactMap { $0 }
        case .sharing(let sharing): [sharing.person]
        case .capacity(let judgement): judgement.people
        default: []
        }
    }

    /// The organisation that it names.
    var organisation: String? {
        switch self {
        case .placement(let placement): placement.organisation
        case .team(let team): team.organisation
        case .socialCare(let care): care.authority
        case .corporateParent(let parent): parent.organisation
        default: nil
        }
    }

    /// The topic whose page records it.
    var topic: Topic {
        switch self {
        case .name: .name
        case .identifier: .identifier
        case .sex: .sex
        case .ethnicity: .ethnicity
        case .language: .language
        case .address: .address
        case .placement: .placement
        case .team: .team
        case .need: .need
        case .socialCare: .socialCare
        case .corporateParent: .corporateParent
        case .relationship: .relationship
        case .responsibility: .responsibility
        case .restriction: .restriction
        case .home: .home
        case .capacity: .capacity
        case .sharing: .sharing
        }
    }
}

extension CapacityJudgement {
    /// The parent whose capacity was judged, and who acts instead.
    var people: [String] {
        var people: [String] = []
        if case .parent(let person) = whose { people.append(person) }
        return people + [representative?.person].compactMap { $0 }
    }
}
