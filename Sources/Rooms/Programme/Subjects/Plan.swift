public import CivilTime
public import Ledger

/// A plan was published, or published again after a change.
struct PlanIssued: Payload {
    static let kind = "plan.issued"
    var issue: Int
    var header: PlanHeader
}

/// A published plan over its issues; its objectives and the rest are subjects of their own.
public struct Plan: Subject {
    /// One issue of the plan: what it said, and from when.
    public struct Issue: Sendable {
        /// 1 for the first.
        public let number: Int
        /// The day of publication.
        public let day: Day
        /// The entry that records it.
        public let entry: String
        /// What it said.
        public let header: PlanHeader
    }

    /// The subject kind.
    public static let kind = "plan"
    /// Issues only.
    public static let entryKinds: [EntryKind<Plan>] = [
        EntryKind(PlanIssued.self) { plan, issued in
            plan.issues.append(
                Issue(
                    number: issued.data.issue, day: issued.day, entry: issued.id, header: issued.data.header))
        }
    ]
    /// The plans.
    public static let tables = [ProgrammeTables.plan]
    /// See ``Ledger/Subject/derivation``.
    public static let derivation = 1

    /// The subject id.
    public let id: String
    /// All issues, the first first.
    public private(set) var issues: [Issue] = []
    /// What the fold found wrong.
    public private(set) var problems: [Problem] = []

    /// A plan before any entry.
    public init(id: String) { self.id = id }

    /// Takes note of a problem.
    public mutating func note(_ problem: Problem) { problems.append(problem) }

    /// The last issue.
    public var current: Issue? { issues.last }

    /// One row.
    public func rows(_ reference: inout ReferenceReader) -> [Row] {
        guard let current else { return [] }
        let header = current.header
        return [
            Row(
                ProgrammeTables.plan,
                [header.code.text, header.title, header.form.rawValue, header.published, current.number])
        ]
    }

    /// The plan as a standing, and each issue as an event.
    public func facts(_ reference: inout ReferenceReader) -> [Fact] {
        guard let first = issues.first else { return [] }
        return [Fact(standing: "programme.plan", key: "plan", from: first.day, to: nil)]
            + issues.map { Fact(event: "programme.plan-issued", key: "\($0.number)", on: $0.day) }
    }
}
