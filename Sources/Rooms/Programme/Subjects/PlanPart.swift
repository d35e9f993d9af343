public import CivilTime
public import Ledger

/// What a plan states as one part of it: an objective, an action, an area, a body or a target.
public protocol PartStatement: Codable, Hashable, Sendable {
    /// The word for such a part, which also names its subject kind.
    static var part: String { get }
    /// The tables it fills beside the list of parts.
    static var tables: [Table] { get }
    /// The part's published id.
    var code: Code { get }
    /// Its place in the plan.
    var position: Int { get set }
    /// What whoever wrote it down remarked on it.
    var remarks: [Remark] { get }
    /// What it puts in lists.
    func rows(plan: String, _ reference: inout ReferenceReader) -> [Row]
    /// What happens on known days because of it: kind, key and day.
    func events(_ reference: inout ReferenceReader) -> [(kind: String, key: String, day: Day)]
}

extension PartStatement {
    /// Whether another states the same, wherever in the plan it stands.
    func saysTheSame(as other: Self) -> Bool {
        var moved = other
        moved.position = position
        return self == moved
    }
}

/// An issue of a plan states a part, for the first time or differently.
struct PartStated<Statement: PartStatement>: Payload {
    static var kind: String { "\(Statement.part).stated" }
    var plan: String
    var issue: Int
    var statement: Statement
}

/// An issue of a plan no longer holds a part.
struct PartDropped<Statement: PartStatement>: Payload {
    static var kind: String { "\(Statement.part).dropped" }
    var plan: String
    var issue: Int
}

/// One part of a plan over the plan's issues.
public struct PlanPart<Statement: PartStatement>: Subject {
    /// What one issue did to the part.
    public struct Version: Sendable {
        /// The issue of the plan.
        public let issue: Int
        /// The day of that issue.
        public let day: Day
        /// The entry that records it.
        public let entry: String
        /// What the issue states; nil where it dropped the part.
        public let statement: Statement?
    }

    /// The subject kind.
    public static var kind: String { Statement.part }
    /// Stated, then dropped.
    public static var entryKinds: [EntryKind<PlanPart>] {
        [
            EntryKind(PartStated<Statement>.self) { part, stated in
                part.plan = stated.data.plan
                part.add(
                    Version(
                        issue: stated.data.issue, day: stated.day, entry: stated.id,
                        statement: stated.data.statement))
            },
            EntryKind(PartDropped<Statement>.self) { part, dropped in
                part.add(
                    Version(issue: dropped.data.issue, day: dropped.day, entry: dropped.id, statement: nil))
            },
        ]
    }
    /// The list of parts, and the statement's own tables.
    public static var tables: [Table] { [ProgrammeTables.part] + Statement.tables }
    /// See ``Ledger/Subject/derivation``.
    public static var derivation: Int { 1 }

    /// The subject id.
    public let id: String
    /// The subject id of its plan.
    public private(set) var plan = ""
    /// What each issue did to it, the first first.
    public private(set) var versions: [Version] = []
    /// What the fold found wrong.
    public private(set) var problems: [Problem] = []

    /// A part before any entry.
    public init(id: String) { self.id = id }

    /// Takes note of a problem.
    public mutating func note(_ problem: Problem) { problems.append(problem) }

    /// Issues published on one day come by kind of entry, not in their own order.
    private mutating func add(_ version: Version) {
        versions.append(version)
        versions.sort { $0.issue < $1.issue }
    }

    /// The versions that say something else than the one before, rather than stand elsewhere in the plan.
    var changes: [Version] {
        versions.enumerated().filter { index, version in
            guard index > 0, let held = versions[index - 1].statement, let stated = version.statement else {
                return true
            }
            return !held.saysTheSame(as: stated)
        }.map(\.element)
    }

    /// What the last issue states; nil where it is dropped.
    public var current: Statement? { versions.last?.statement }

    /// What an issue stated, whether it said so itself or left it as it was.
    public func statement(in issue: Int) -> Statement? { versions.last { $0.issue <= issue }?.statement }

    /// The row in the list of parts, and the statement's own; a dropped part keeps the first.
    public func rows(_ reference: inout ReferenceReader) -> [Row] {
        guard let last = versions.compactMap(\.statement).last else { return [] }
        let part = Row(
            ProgrammeTables.part,
            [
                plan, Statement.part, last.code.text, last.position, current != nil,
                last.remarks.count(where: \.isDoubt),
            ])
        return [part] + (current?.rows(plan: plan, &reference) ?? [])
    }

    /// The part as a standing, and what happens on known days because of it.
    public func facts(_ reference: inout ReferenceReader) -> [Fact] {
        let references = ["plan": plan]
        let events = current?.events(&reference) ?? []
        return standings.map { first, last in
            Fact(
                standing: "programme.\(Statement.part)", key: "\(first.code.text) \(first.issue)",
                from: first.day, to: last, references: references)
        }
            + events.map {
                Fact(event: "programme.\($0.kind)", key: $0.key, on: $0.day, references: references)
            }
    }
}

extension PlanPart {
    /// From each issue that states the part anew to the day of the one that drops it.
    private var standings: [(first: (code: Code, issue: Int, day: Day), last: Day?)] {
        var standings: [(first: (code: Code, issue: Int, day: Day), last: Day?)] = []
        var isStanding = false
        for version in versions {
            if let statement = version.statement {
                if !isStanding { standings.append(((statement.code, version.issue, version.day), nil)) }
                isStanding = true
            } else if isStanding {
                standings[standings.count - 1].last = version.day
                isStanding = false
            }
        }
        return standings
    }
}

/// An objective of a plan.
public typealias Objective = PlanPart<ObjectiveStatement>
/// An action of a plan.
public typealias PlanAction = PlanPart<ActionStatement>
/// An area for improvement.
public typealias Area = PlanPart<AreaStatement>
/// A board or group.
public typealias Body = PlanPart<BodyStatement>
/// Figures and targets of a plan.
public typealias PlanTarget = PlanPart<TargetStatement>
