public import CivilTime
public import Ledger

/// A birth date was stated, or that it is not known.
struct ChildBorn: Payload {
    static let kind = "child.born"
    var on: Day?
}

/// A child or young person, from before birth to 25 and after: who they are, where they live and learn, who
/// cares for them and who holds their rights.
public struct Child: Subject {
    /// The subject kind.
    public static let kind = "child"
    /// Birth and names, numbers, circumstances, people and rights, then what ended.
    public static let entryKinds: [EntryKind<Child>] = [
        EntryKind(ChildBorn.self) { $0.births.append(($1.id, $1.data.on, $1.reason)) },
        .stated(ChildName.self) { $0.named.append($1) },
        .stated(Identification.self) { $0.identified.append($1) },
        .stated(Sex.self) { $0.sexed.append($1) },
        .stated(Ethnicity.self) { $0.ethnic.append($1) },
        .stated(LanguageUse.self) { $0.spoken.append($1) },
        .stated(HomeAddress.self) { $0.housed.append($1) },
        .stated(Placement.self) { $0.placed.append($1) },
        .stated(SocialCare.self) { $0.cared.append($1) },
        .stated(Need.self) { $0.needed.append($1) },
        .stated(Relationship.self) { $0.related.append($1) },
        .stated(ParentalResponsibility.self) { $0.responsible.append($1) },
        .stated(CourtRestriction.self) { $0.restricted.append($1) },
        .stated(CorporateParent.self) { $0.corporate.append($1) },
        .stated(ResponsibleTeam.self) { $0.teamed.append($1) },
        .stated(Home.self) { $0.lived.append($1) },
        .stated(CapacityJudgement.self) { $0.judged.append($1) },
        .stated(Sharing.self) { $0.shared.append($1) },
        EntryKind(Ended<Child>.self) { $0.endings.add($1) },
        EntryKind(Died<Child>.self) { $0.deaths.append(($1.id, $1.data.on)) },
    ]
    /// Children, their names ever, numbers, placements, relationships, addresses, what a merged one is found by,
    /// and who is involved.
    public static let tables = [
        PeopleTables.child, PeopleTables.childName, PeopleTables.nameWord, PeopleTables.identifier,
        PeopleTables.placement, PeopleTables.relationship, PeopleTables.address, PeopleTables.former,
        Involvement.table,
    ]
    /// See ``Ledger/Subject/derivation``.
    public static let derivation = 2

    /// The subject id.
    public let id: String
    private(set) var births: [(entry: String, day: Day?, reason: String?)] = []
    private(set) var deaths: [(entry: String, day: Day)] = []
    private(set) var endings = Endings()
    private(set) var noted: [Problem] = []
    private var named: [Dated<ChildName>] = []
    private var identified: [Dated<Identification>] = []
    private var sexed: [Dated<Sex>] = []
    private var ethnic: [Dated<Ethnicity>] = []
    private var spoken: [Dated<LanguageUse>] = []
    private var housed: [Dated<HomeAddress>] = []
    private var placed: [Dated<Placement>] = []
    private var cared: [Dated<SocialCare>] = []
    private var needed: [Dated<Need>] = []
    private var related: [Dated<Relationship>] = []
    private var responsible: [Dated<ParentalResponsibility>] = []
    private var restricted: [Dated<CourtRestriction>] = []
    private var corporate: [Dated<CorporateParent>] = []
    private var teamed: [Dated<ResponsibleTeam>] = []
    private var lived: [Dated<Home>] = []
    private var judged: [Dated<CapacityJudgement>] = []
    private var shared: [Dated<Sharing>] = []

    /// A child before any entry.
    public init(id: String) { self.id = id }

    /// Takes note of a problem.
    public mutating func note(_ problem: Problem) { noted.append(problem) }

    /// The day of birth by the last entry; nil where unknown.
    public var birthDate: Day? { births.last?.day }
    /// The day of death; nil while they live.
    public var died: Day? { deaths.last?.day }
    /// Their names, the first first, each until the next.
    public var names: [Dated<ChildName>] { named.successive() }
    /// Their present name; nil before any was recorded.
    public var name: ChildName? { names.last?.value }
    /// What they were called on a day; the first name for a day before it.
    public func name(on day: Day) -> ChildName? { (names.last { $0.from <= day } ?? names.first)?.value }
    /// The numbers by which others know them, each with its source.
    public var identifiers: [Dated<Identification>] { endings.applied(to: identified) }
    /// Sex as recorded, each statement until the next.
    public var sexes: [Dated<Sex>] { sexed.successive() }
    /// Ethnicity as recorded, each statement until the next.
    public var ethnicities: [Dated<Ethnicity>] { ethnic.successive() }
    /// Languages.
    public var languages: [Dated<LanguageUse>] { endings.applied(to: spoken) }
    /// Where they lived; withheld ones among them.
    public var addresses: [Dated<HomeAddress>] { endings.applied(to: housed) }
    /// Where they were educated.
    public var placements: [Dated<Placement>] { endings.applied(to: placed) }
    /// What social care did for them.
    public var socialCare: [Dated<SocialCare>] { endings.applied(to: cared) }
    /// Their special educational needs.
    public var needs: [Dated<Need>] { endings.applied(to: needed) }
    /// The adults around them.
    public var relationships: [Dated<Relationship>] { endings.applied(to: related) }
    /// Parental responsibility as recorded; what the law gives with a relationship is not repeated here.
    public var responsibilities: [Dated<ParentalResponsibility>] { endings.applied(to: responsible) }
    /// What courts have taken from adults.
    public var restrictions: [Dated<CourtRestriction>] { endings.applied(to: restricted) }
    /// Authorities as corporate parents.
    public var corporateParents: [Dated<CorporateParent>] { endings.applied(to: corporate) }
    /// The teams that answer for them, each until the next.
    public var teams: [Dated<ResponsibleTeam>] { endings.applied(to: teamed).successive() }
    /// With whom they lived.
    public var homes: [Dated<Home>] { endings.applied(to: lived) }
    /// Judgements of capacity.
    public var judgements: [Dated<CapacityJudgement>] { endings.applied(to: judged) }
    /// What the young person said about others' part in their affairs.
    public var sharing: [Dated<Sharing>] { endings.applied(to: shared) }

    /// The last day of compulsory school age; nil where the birth date is unknown.
    public var compulsorySchoolAgeEnds: Day? { birthDate.map { CompulsorySchoolAge.ends(bornOn: $0) } }

    /// The first day of adoption, from which birth parents are no longer parents in law.
    var adopted: Day? { relationships.filter { $0.value.kind == .adoptiveParent }.map(\.from).min() }
}
