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
    var position: Int { get }
    /// What it puts in lists.
    func rows(plan: String, _ reference: inout ReferenceReader) -> [Row]
    /// What happens on known days because of it: kind, key and day.
    func events(_ reference: inout ReferenceReader) -> [(kind: String, key: String, day: Day)]
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
                part.versions.append(
                    Version(
                        issue: stated.data.issue, day: stated.day, entry: stated.id,
                        statement: stated.data.statement))
            },
            EntryKind(PartDropped<Statement>.self) { part, dropped in
                part.versions.append(
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

    /// What the last issue states; nil where it is dropped.
    public var current: Statement? { versions.last?.statement }

    /// What an issue stated, whether it said so itself or left it as it was.
    public func statement(in issue: Int) -> Statement? { versions.last { $0.issue <= issue }?.statement }

    /// The row in the list of parts, and the statement's own; a dropped part keeps the first.
    public func rows(_ reference: inout ReferenceReader) -> [Row] {
        guard let last = versions.compactMap(\.statement).last else { return [] }
        let part = Row(
            ProgrammeTables.part, [plan, Statement.part, last.code.text, last.position, current != nil])
        return [part] + (current?.rows(plan: plan, &reference) ?? [])
    }

    /// The part as a standing, and what happens on known days because of it.
    public func facts(_ reference: inout ReferenceReader) -> [Fact] {
        guard let first = versions.first, let code = versions.compactMap(\.statement).last?.code else {
            return []
        }
        let references = ["plan": plan]
        let standing = Fact(
            standing: "programme.\(Statement.part)", key: code.text, from: first.day,
            to: current == nil ? versions.last?.day : nil, references: references)
        let events = current?.events(&reference) ?? []
        return [standing]
            + events.map {
                Fact(event: "programme.\($0.kind)", key: $0.key, on: $0.day, references: references)
            }
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
