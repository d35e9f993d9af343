import CivilTime
import Ledger

/// What can be recorded of a child over days.
public enum ChildDetail: Sendable, Hashable {
    /// A name from a day on.
    case name(ChildName)
    /// A number given by others.
    case identifier(Identification)
    /// Sex.
    case sex(Sex)
    /// Ethnicity.
    case ethnicity(Ethnicity)
    /// A language.
    case language(LanguageUse)
    /// An address.
    case address(HomeAddress)
    /// A placement at a setting.
    case placement(Placement)
    /// A status of social care.
    case socialCare(SocialCare)
    /// A need.
    case need(Need)
    /// A relationship with an adult.
    case relationship(Relationship)
    /// Parental responsibility.
    case responsibility(ParentalResponsibility)
    /// A restriction by a court.
    case restriction(CourtRestriction)
    /// An authority as corporate parent.
    case corporateParent(CorporateParent)
    /// The team that answers for the child.
    case team(ResponsibleTeam)
    /// With whom the child lives.
    case home(Home)
    /// A judgement of capacity.
    case capacity(CapacityJudgement)
    /// What the young person says about another's part in their affairs.
    case sharing(Sharing)

    /// Whether it may begin on a day to come.
    var mayBegin: Bool {
        switch self {
        case .address, .placement, .relationship, .home, .socialCare, .corporateParent, .responsibility,
            .restriction, .team:
            true
        case .name, .identifier, .sex, .ethnicity, .language, .need, .capacity, .sharing: false
        }
    }

    /// Whether it may begin before birth: orders can be made and adults can be known before it.
    var mayPrecedeBirth: Bool {
        switch self {
        case .socialCare, .restriction: true
        default: false
        }
    }

    /// Refuses days that cannot be, and what names somebody or something that is not recorded.
    ///
    /// - Parameter new: the id of an adult that the decision itself records.
    func check(
        from: Day, to: Day?, born: Day?, died: Day?, new: String? = nil, _ deciding: inout Deciding
    ) throws {
        try refuseBackwards(from: from, to: to)
        if let born, from < born, !mayPrecedeBirth { throw PeopleRefusal.beforeBirth(born) }
        if let died, from > died { throw PeopleRefusal.afterDeath(died) }
        if !mayBegin { try deciding.refuseFuture(from) }
        if let new, adult == new { return }
        try check(&deciding)
    }

    /// The adult that it is about alone.
    private var adult: String? {
        switch self {
        case .relationship(let relationship): relationship.person
        case .responsibility(let responsibility): responsibility.person
        case .home(let home): home.person
        default: nil
        }
    }

    private func check(_ deciding: inout Deciding) throws {
        switch self {
        case .placement(let placement):
            let organisation = try deciding.organisation(placement.organisation)
            if let kind = organisation.kind, !kind.isSetting { throw PeopleRefusal.notASetting(kind) }
        case .socialCare(let care): try care.authority.map { _ = try deciding.organisation($0) }
        case .corporateParent(let parent): try deciding.organisation(parent.organisation)
        case .team(let team):
            let kind = try deciding.organisation(team.organisation).kind
            if let kind, kind != .team { throw PeopleRefusal.notATeam(kind) }
        case .relationship(let relationship): _ = try deciding.person(relationship.person)
        case .responsibility(let responsibility): _ = try deciding.person(responsibility.person)
        case .restriction(let restriction): _ = try deciding.person(restriction.person)
        case .home(let home): try home.person.map { _ = try deciding.person($0) }
        case .sharing(let sharing): _ = try deciding.person(sharing.person)
        case .capacity(let judgement): try Self.check(judgement, &deciding)
        case .name, .identifier, .sex, .ethnicity, .language, .address, .need: break
        }
    }

    private static func check(_ judgement: CapacityJudgement, _ deciding: inout Deciding) throws {
        if judgement.decisions.isEmpty { throw PeopleRefusal.noDecision }
        if case .parent(let person) = judgement.whose { _ = try deciding.person(person) }
        if let representative = judgement.representative { _ = try deciding.person(representative.person) }
    }

    /// Gives what it states to `body`, whatever its type.
    func open<Result>(_ body: (any Statement) throws -> Result) rethrows -> Result {
        switch self {
        case .name(let value): try body(value)
        case .identifier(let value): try body(value)
        case .sex(let value): try body(value)
        case .ethnicity(let value): try body(value)
        case .language(let value): try body(value)
        case .address(let value): try body(value)
        case .placement(let value): try body(value)
        case .socialCare(let value): try body(value)
        case .need(let value): try body(value)
        case .relationship(let value): try body(value)
        case .responsibility(let value): try body(value)
        case .restriction(let value): try body(value)
        case .corporateParent(let value): try body(value)
        case .team(let value): try body(value)
        case .home(let value): try body(value)
        case .capacity(let value): try body(value)
        case .sharing(let value): try body(value)
        }
    }
}
