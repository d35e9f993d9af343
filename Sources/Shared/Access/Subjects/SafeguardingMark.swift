import CivilTime
public import Ledger

/// Somebody's access to a child's record was marked: the family does not see it.
struct SafeguardingMarked: Payload {
    static let kind = "safeguarding-mark.set"
    var child: String
    /// The account whose reads are kept out of the family's sight.
    var account: String
    var from: Day
}

/// A mark was released: what it kept out of sight can be seen.
struct SafeguardingReleased: Payload {
    static let kind = "safeguarding-mark.released"
}

/// A mark that keeps one account's reads of a child's record out of the family's list, until it is released.
public struct SafeguardingMark: Subject {
    /// The subject kind.
    public static let kind = "safeguarding-mark"
    /// Setting, then releasing.
    public static let entryKinds: [EntryKind<SafeguardingMark>] = [
        EntryKind(SafeguardingMarked.self) { state, marked in state.marked = marked.data },
        EntryKind(SafeguardingReleased.self) { state, _ in state.isReleased = true },
    ]
    /// The marks that are not released.
    public static let tables = [marks]
    /// See ``Ledger/Subject/derivation``.
    public static let derivation = 1

    static let marks = Table(
        "access_safeguarding", [.text("child"), .text("account"), .integer("from_day")],
        indexes: [["child"]])

    let id: String
    private(set) var marked: SafeguardingMarked?
    private(set) var isReleased = false
    /// What the fold found wrong.
    public private(set) var problems: [Problem] = []

    /// A mark before any entry.
    public init(id: String) { self.id = id }

    /// Takes note of a problem.
    public mutating func note(_ problem: Problem) { problems.append(problem) }

    /// One row until it is released.
    public func rows(_ reference: inout ReferenceReader) -> [Row] {
        guard let marked, !isReleased else { return [] }
        return [Row(Self.marks, [marked.child, marked.account, marked.from])]
    }

    /// Marks are not counted.
    public func facts(_ reference: inout ReferenceReader) -> [Fact] { [] }
}
