import CivilTime
import Ledger

/// An account leads a board or group of a plan from a day on.
struct LeadNamed: Payload {
    static let kind = "lead.named"
    var account: String
    var plan: String
    var body: Code
    var from: Day
    var to: Day?
}

/// It leads it no longer; its last day.
struct LeadEnded: Payload {
    static let kind = "lead.ended"
    var to: Day
}

/// That somebody leads a group of a plan, which lets them report on what the group leads.
struct GroupLead: Subject {
    static let kind = "group-lead"
    static let entryKinds: [EntryKind<GroupLead>] = [
        EntryKind(LeadNamed.self) { lead, named in
            if lead.named != nil {
                lead.note(Problem("A lead was named twice; the later entry is used.", entries: [named.id]))
            }
            lead.named = named.data
        },
        EntryKind(LeadEnded.self) { lead, ended in lead.endings.append((ended.id, ended.data.to)) },
    ]
    static let tables = [ProgressTables.lead]
    static let derivation = 1

    let id: String
    private var named: LeadNamed?
    private var endings: [(entry: String, to: Day)] = []
    private var noted: [Problem] = []

    init(id: String) { self.id = id }

    mutating func note(_ problem: Problem) { noted.append(problem) }

    /// The account; nil before it was named.
    var account: String? { named?.account }
    /// The subject id of the plan; empty before it was named.
    var plan: String { named?.plan ?? "" }
    /// The published id of the body; nil before it was named.
    var body: Code? { named?.body }
    /// The first day; nil before it was named.
    var from: Day? { named?.from }
    /// The last day; nil while none is set.
    var to: Day? { endings.last?.to ?? named?.to }

    /// What cannot be true together.
    var problems: [Problem] {
        var problems = noted
        if let from, let to, to < from {
            problems.append(Problem("It ends before it begins.", entries: endings.map(\.entry)))
        }
        return problems
    }

    /// One row.
    func rows(_ reference: inout ReferenceReader) -> [Row] {
        guard let named else { return [] }
        return [Row(ProgressTables.lead, [named.account, named.plan, named.body.text, named.from, to])]
    }

    /// The lead as a standing.
    func facts(_ reference: inout ReferenceReader) -> [Fact] {
        guard let named, to.map({ $0 >= named.from }) ?? true else { return [] }
        return [
            Fact(
                standing: "programme.group-lead", key: "lead", from: named.from, to: to,
                references: ["plan": named.plan, "body": named.body.text])
        ]
    }
}
