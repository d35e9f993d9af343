/// What an adult is to a child.
public enum RelationshipKind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Mother by birth.
    case mother
    /// Father by birth.
    case father
    /// Another parent by law at birth (Human Fertilisation and Embryology Act 2008).
    case secondParent
    /// Parent by adoption.
    case adoptiveParent
    /// Married to or living with a parent.
    case stepParent
    /// Foster carer.
    case fosterCarer
    /// Grandparent.
    case grandparent
    /// Special guardian (Children Act 1989 section 14A).
    case specialGuardian
    /// Guardian appointed for when the parents died (Children Act 1989 section 5).
    case guardian
    /// Social worker, who acts for the corporate parent.
    case socialWorker
    /// Brother, sister, aunt, friend of the family or anybody else.
    case other

    /// In English.
    public var name: String {
        switch self {
        case .mother: "Mother"
        case .father: "Father"
        case .secondParent: "Second parent"
        case .adoptiveParent: "Adoptive parent"
        case .stepParent: "Step-parent"
        case .fosterCarer: "Foster carer"
        case .grandparent: "Grandparent"
        case .specialGuardian: "Special guardian"
        case .guardian: "Guardian"
        case .socialWorker: "Social worker"
        case .other: "Other"
        }
    }

    /// Whether it is a birth parent, who stops being a parent in law where the child is adopted.
    var isByBirth: Bool { self == .mother || self == .father || self == .secondParent }

    /// Whether the law gives parental responsibility with it (Children Act 1989 sections 2, 4ZA, 5 and 14C;
    /// Adoption and Children Act 2002 section 46). To verify: sections remembered, not read.
    var bringsResponsibility: Bool {
        switch self {
        case .mother, .adoptiveParent, .specialGuardian, .guardian: true
        default: false
        }
    }

    /// Whether it makes a parent for education law at any rate: by birth, by law or by daily care.
    ///
    /// Education Act 1996 section 576; to verify: remembered, not read.
    var makesParent: Bool { isByBirth || bringsResponsibility || self == .fosterCarer }
}

/// A relationship between an adult and a child.
public struct Relationship: Sendable, Hashable, Codable {
    /// The adult's person id.
    public var person: String
    /// What they are to the child.
    public var kind: RelationshipKind

    /// States a relationship.
    public init(person: String, _ kind: RelationshipKind) {
        self.person = person
        self.kind = kind
    }
}

/// How parental responsibility is known.
public enum ResponsibilitySource: String, Sendable, Hashable, Codable, CaseIterable {
    /// By birth or marriage.
    case birth
    /// Named on the birth certificate.
    case birthCertificate
    /// By an agreement.
    case agreement
    /// By an order of a court.
    case courtOrder
    /// The person says so and nothing else is known.
    case stated
    /// Social care says so.
    case socialCare

    /// In English.
    public var name: String {
        switch self {
        case .birth: "by birth or marriage"
        case .birthCertificate: "birth certificate seen"
        case .agreement: "parental responsibility agreement"
        case .courtOrder: "order of a court"
        case .stated: "stated, not yet seen"
        case .socialCare: "told by social care"
        }
    }
}

/// Parental responsibility of an adult for a child (Children Act 1989 section 3).
public struct ParentalResponsibility: Sendable, Hashable, Codable {
    /// The adult's person id.
    public var person: String
    /// How it is known.
    public var source: ResponsibilitySource

    /// States who has it and how that is known.
    public init(person: String, _ source: ResponsibilitySource) {
        self.person = person
        self.source = source
    }
}

/// What a court has taken from an adult.
public enum RestrictionKind: String, Sendable, Hashable, Codable, CaseIterable {
    /// May not meet or reach the child.
    case noContact
    /// May not be told about the child.
    case noInformation
    /// May not decide about the child's education.
    case noDecisions

    /// In English.
    public var name: String {
        switch self {
        case .noContact: "No contact"
        case .noInformation: "No information"
        case .noDecisions: "No decisions about education"
        }
    }
}

/// A restriction by a court.
public struct CourtRestriction: Sendable, Hashable, Codable {
    /// The adult's person id.
    public var person: String
    /// What is restricted.
    public var kind: RestrictionKind
    /// The order: court, number, or where it was seen.
    public var order: ShortText

    /// States a restriction.
    public init(person: String, _ kind: RestrictionKind, order: ShortText) {
        self.person = person
        self.kind = kind
        self.order = order
    }
}

/// On what footing an authority is corporate parent.
public enum CareFooting: String, Sendable, Hashable, Codable, CaseIterable {
    /// A care order: the authority shares parental responsibility (Children Act 1989 section 33).
    case careOrder
    /// An interim care order (section 38): the same while it lasts.
    case interimCareOrder
    /// Accommodated by agreement (section 20): no parental responsibility.
    case accommodated

    /// Whether it gives the authority parental responsibility.
    public var givesResponsibility: Bool { self != .accommodated }

    /// In English.
    public var name: String {
        switch self {
        case .careOrder: "care order"
        case .interimCareOrder: "interim care order"
        case .accommodated: "accommodated by agreement"
        }
    }
}

/// An authority as corporate parent.
public struct CorporateParent: Sendable, Hashable, Codable {
    /// The id of the authority or its team.
    public var organisation: String
    /// On what footing.
    public var footing: CareFooting

    /// States who and on what footing.
    public init(organisation: String, _ footing: CareFooting) {
        self.organisation = organisation
        self.footing = footing
    }
}
