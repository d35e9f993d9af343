public import CivilTime
public import Ledger

/// A set of evidence was begun, or is stated otherwise now.
struct SharingStated: Payload {
    static let kind = "sharing.stated"
    var details: SharingDetails
}

/// A paper was put into it.
struct SharingAdded: Payload {
    static let kind = "sharing.added"
    var title: String
    var shows: String
    var paper: PaperPlace
}

/// A paper was taken out before it was shared.
struct SharingRemoved: Payload {
    static let kind = "sharing.removed"
    /// The entry that put it in.
    var paper: String
    var why: String
}

/// Somebody made sure of these things.
struct SharingChecked: Payload {
    static let kind = "sharing.checked"
    var checks: [SharingCheck]
    /// The account of who did.
    var by: String
}

/// It was shared.
struct SharingDone: Payload {
    static let kind = "sharing.shared"
    /// The post or person who shared it, in words.
    var by: String
    /// The account that says so.
    var account: String
    var how: String
}

/// A set of evidence shared with the department: which papers, under which arrangement, made sure of by whom.
public struct SharingSet: Subject {
    /// A paper of the set.
    public struct Paper: Sendable {
        /// The entry that put it in.
        public let entry: String
        /// The day.
        public let day: Day
        /// What it is called.
        public let title: String
        /// What it shows.
        public let shows: String
        /// Where it is.
        public let place: PaperPlace
    }

    /// The subject kind.
    public static let kind = "sharing-set"
    /// Stated, papers in and out, checked, shared.
    public static let entryKinds: [EntryKind<SharingSet>] = [
        EntryKind(SharingStated.self) { set, stated in set.details = stated.data.details },
        EntryKind(SharingAdded.self) { set, added in
            set.papers.append(
                Paper(
                    entry: added.id, day: added.day, title: added.data.title, shows: added.data.shows,
                    place: added.data.paper))
            set.additions.append(added.sequence)
        },
        EntryKind(SharingRemoved.self) { set, removed in
            set.papers.removeAll { $0.entry == removed.data.paper }
            set.removals.append((removed.id, removed.data.paper, removed.data.why))
        },
        EntryKind(SharingChecked.self) { set, checked in
            set.checkings.append((checked.id, checked.sequence, checked.day, checked.data))
        },
        EntryKind(SharingDone.self) { set, shared in
            set.sharings.append((shared.id, shared.sequence, shared.day, shared.data))
        },
    ]
    /// The sets, and what serves an objective.
    public static let tables = [RegisterTables.sharing, RegisterTables.served]
    /// See ``Ledger/Subject/derivation``.
    public static let derivation = 1

    /// The subject id.
    public let id: String
    /// What it is; nil before it was stated.
    public private(set) var details: SharingDetails?
    /// Its papers, the first first.
    public private(set) var papers: [Paper] = []
    private(set) var removals: [(entry: String, paper: String, why: String)] = []
    private(set) var checkings: [(entry: String, sequence: Int, day: Day, data: SharingChecked)] = []
    private(set) var sharings: [(entry: String, sequence: Int, day: Day, data: SharingDone)] = []
    /// The places in the ledger at which papers were put in.
    private var additions: [Int] = []
    private var noted: [Problem] = []

    /// A set before any entry.
    public init(id: String) { self.id = id }

    /// Takes note of a problem.
    public mutating func note(_ problem: Problem) { noted.append(problem) }

    /// What was last made sure of, where no paper was put in since.
    public var checks: Set<SharingCheck> { checks(before: .max) }

    /// What was made sure of before a place in the ledger, of all papers that were in it by then.
    private func checks(before sequence: Int) -> Set<SharingCheck> {
        let change = additions.filter { $0 < sequence }.max() ?? 0
        let fitting = checkings.filter { $0.sequence > change && $0.sequence < sequence }
        return Set(fitting.max { $0.sequence < $1.sequence }?.data.checks ?? [])
    }

    /// The first day on which it was shared; nil before.
    public var shared: Day? { sharings.first?.day }

    /// What cannot be true together.
    public var problems: [Problem] {
        var problems = noted
        for sharing in sharings where checks(before: sharing.sequence).count < SharingCheck.allCases.count {
            problems.append(
                Problem(
                    "It was shared on \(sharing.day.short), but by then not everything on the checklist was made sure of.",
                    entries: [sharing.entry]))
        }
        if let first = sharings.first, papers.isEmpty {
            problems.append(Problem("It was shared without a paper in it.", entries: [first.entry]))
        }
        if let last = sharings.last, additions.contains(where: { $0 > last.sequence }) {
            problems.append(
                Problem("A paper was put in after it was shared; share it again.", entries: [last.entry]))
        }
        return problems
    }
}

extension SharingSet {
    /// One row, and one of each objective.
    public func rows(_ reference: inout ReferenceReader) -> [Row] {
        guard let details else { return [] }
        let row = Row(
            RegisterTables.sharing,
            [
                details.title, details.recipient, details.arrangement, papers.count, checks.count, shared,
                details.serving.plan?.text, details.serving.text,
            ])
        return [row] + RegisterTables.served(details.serving, title: details.title, isPublic: false)
    }

    /// Each time it was shared as an event; how many papers is its value.
    public func facts(_ reference: inout ReferenceReader) -> [Fact] {
        sharings.map {
            Fact(event: "programme.evidence-shared", key: $0.entry, on: $0.day, value: Double(papers.count))
        }
    }
}
