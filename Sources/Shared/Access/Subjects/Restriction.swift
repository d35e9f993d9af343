import CivilTime
public import Ledger

/// A record, or a part of it, was closed to all but named people.
struct RestrictionOrdered: Payload {
    static let kind = "restriction.ordered"
    var child: String
    var part: RecordPart
    var from: Day
    /// The accounts that may still open it.
    var named: [String]
}

/// A restriction was lifted: it ends with a day.
struct RestrictionLifted: Payload {
    static let kind = "restriction.lifted"
    var to: Day
}

/// A restriction of one child's record to named people.
public struct Restriction: Subject {
    /// The subject kind.
    public static let kind = "restriction"
    /// Ordering, then lifting.
    public static let entryKinds: [EntryKind<Restriction>] = [
        EntryKind(RestrictionOrdered.self) { state, ordered in state.ordered = ordered.data },
        EntryKind(RestrictionLifted.self) { state, lifted in state.to = lifted.data.to },
    ]
    /// The restrictions and who is named in them.
    public static let tables = [restrictions, named]
    /// See ``Ledger/Subject/derivation``.
    public static let derivation = 1

    static let restrictions = Table(
        "access_restriction",
        [.text("child"), .text("part"), .integer("from_day"), .optionalInteger("to_day")],
        indexes: [["child"]])
    static let named = Table("access_restriction_named", [.text("account")], indexes: [["subject_id"]])

    let id: String
    private(set) var ordered: RestrictionOrdered?
    private(set) var to: Day?
    /// What the fold found wrong.
    public private(set) var problems: [Problem] = []

    /// A restriction before any entry.
    public init(id: String) { self.id = id }

    /// Takes note of a problem.
    public mutating func note(_ problem: Problem) { problems.append(problem) }

    /// One row of the restriction, one of each person named.
    public func rows(_ reference: inout ReferenceReader) -> [Row] {
        guard let ordered else { return [] }
        return [Row(Self.restrictions, [ordered.child, ordered.part.rawValue, ordered.from, to])]
            + Set(ordered.named).sorted().map { Row(Self.named, key: $0, [$0]) }
    }

    /// Restrictions are not counted.
    public func facts(_ reference: inout ReferenceReader) -> [Fact] { [] }
}
