public import Ledger

/// Somebody opened a record they are not involved with, because they could not wait.
struct EmergencyOpened: Payload {
    static let kind = "emergency-access.opened"
    var child: String
    var account: String
    /// When it ends, in microseconds since 1970-01-01 UTC.
    var until: Int64
}

/// Somebody responsible looked at an emergency access afterwards.
struct EmergencyReviewed: Payload {
    static let kind = "emergency-access.reviewed"
    var isJustified: Bool
}

/// One access in an emergency: by whom, to which child, why (the entry's reason) and until when.
public struct EmergencyAccess: Subject {
    /// The subject kind.
    public static let kind = "emergency-access"
    /// Opening, then review.
    public static let entryKinds: [EntryKind<EmergencyAccess>] = [
        EntryKind(EmergencyOpened.self) { state, opened in
            state.opened = opened.data
            state.reason = opened.reason
        },
        EntryKind(EmergencyReviewed.self) { state, reviewed in
            state.isJustified = reviewed.data.isJustified
        },
    ]
    /// The accesses.
    public static let tables = [emergencies]
    /// See ``Ledger/Subject/derivation``.
    public static let derivation = 1

    /// How long an access lasts, in microseconds: four hours.
    public static let life: Int64 = 4 * 3_600_000_000

    static let emergencies = Table(
        "access_emergency",
        [.text("child"), .text("account"), .integer("until_at"), .optionalInteger("is_justified")],
        indexes: [["child"], ["account"]])

    let id: String
    private(set) var opened: EmergencyOpened?
    /// Why it could not wait, in the words of who opened it.
    public private(set) var reason: String?
    /// What the review found; nil before it.
    public private(set) var isJustified: Bool?
    /// What the fold found wrong.
    public private(set) var problems: [Problem] = []

    /// An access before any entry.
    public init(id: String) { self.id = id }

    /// Takes note of a problem.
    public mutating func note(_ problem: Problem) { problems.append(problem) }

    /// One row.
    public func rows(_ reference: inout ReferenceReader) -> [Row] {
        guard let opened else { return [] }
        return [Row(Self.emergencies, [opened.child, opened.account, opened.until, isJustified])]
    }

    /// Accesses are not counted.
    public func facts(_ reference: inout ReferenceReader) -> [Fact] { [] }
}
