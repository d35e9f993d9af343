public import CivilTime
public import Ledger

/// Records an adult around a child: who they are to the child, and what is known of their rights.
public struct RecordAdultOfChild: Sendable, Hashable {
    /// Who the adult is.
    public enum Adult: Sendable, Hashable {
        /// Somebody recorded already, by person id.
        case recorded(String)
        /// Somebody who is not recorded yet.
        case new(PersonName)
    }

    /// The child.
    public var child: String
    /// Who the adult is.
    public var adult: Adult
    /// What they are to the child.
    public var kind: RelationshipKind
    /// The first day.
    public var from: Day
    /// The last day, where it is known.
    public var to: Day?
    /// How parental responsibility is known and since when; nil where none is recorded with it.
    public var responsibility: Responsibility?
    /// Whether the child lives with them, from the same day on.
    public var isHome: Bool
    /// Why, where that is worth saying.
    public var reason: ShortText?

    /// Parental responsibility and its first day.
    public struct Responsibility: Sendable, Hashable {
        let source: ResponsibilitySource
        let from: Day

        /// States how it is known, and since when they have it.
        public init(_ source: ResponsibilitySource, from: Day) {
            self.source = source
            self.from = from
        }
    }

    /// States who somebody is to a child from a day on.
    public init(
        _ adult: Adult, _ kind: RelationshipKind, of child: String, from: Day, to: Day? = nil,
        responsibility: Responsibility? = nil, isHome: Bool = false, reason: ShortText? = nil
    ) {
        self.child = child
        self.adult = adult
        self.kind = kind
        self.from = from
        self.to = to
        self.responsibility = responsibility
        self.isHome = isHome
        self.reason = reason
    }

    /// Records it and gives the person's id.
    ///
    /// - Throws: ``PeopleRefusal``.
    @discardableResult
    public func decide(_ deciding: inout Deciding) throws -> String {
        let (person, new): (String, String?)
        switch adult {
        case .recorded(let id): (person, new) = (id, nil)
        case .new(let name):
            person = try RecordPerson(name).decide(&deciding)
            new = person
        }
        var details: [(detail: ChildDetail, from: Day)] = [
            (.relationship(Relationship(person: person, kind)), from)
        ]
        if let responsibility {
            let known = ParentalResponsibility(person: person, responsibility.source)
            details.append((.responsibility(known), responsibility.from))
        }
        if isHome { details.append((.home(Home(with: person)), from)) }
        for (detail, from) in details {
            try RecordOnChild(detail, of: child, from: from, to: to, reason: reason)
                .decide(&deciding, correcting: nil, new: new)
        }
        return person
    }
}
