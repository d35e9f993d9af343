import Access
import CivilTime
import Ledger
import Pages
import People

/// Somebody who is involved with a child today.
struct InvolvedRow: Sendable, Hashable {
    let name: String
    let kind: Involvement.Kind
    let from: Day
}

/// All that the page of one child's record shows, as one moment has it.
struct RecordModel: Sendable {
    let found: FoundChild
    let involved: [InvolvedRow]
    /// The records that may be of the same child, for who may put this one right and see the other.
    let doubles: [PossibleDouble]
    /// Numbers that stand on others' records too, in words; for who may put this one right.
    let doubledNumbers: [String]
    /// The records that were merged into this one.
    let merged: [String]
    /// The asker themselves, where they are one of the adults of the record.
    let own: String?
    let today: Day

    var child: Child { found.child }
    var sight: Sight { found.sight }
    var names: Names { found.names }

    init(_ found: FoundChild, _ asking: Asking, _ snapshot: Snapshot) throws {
        self.found = found
        today = asking.moment.today
        own = asking.visitor.person.flatMap { found.shows(adult: $0) ? $0 : nil }
        involved = try Self.involved(with: found, on: today, snapshot.reader)
        let (mayMerge, mayEdit) = (found.sight.mayMerge, found.sight.mayEdit)
        doubles =
            mayEdit
            ? try Doubles.of(MatchProfile(found.child), for: .viewChild, asking, snapshot) : []
        doubledNumbers =
            mayEdit ? try Matching.doubledNumbers(of: found.id, snapshot.reader).map(\.text) : []
        merged =
            mayMerge
            ? try snapshot.merged(into: SubjectID(kind: Child.kind, id: found.id)).map(\.id) : []
    }

    /// The record that is opened, and those that only stand on its page.
    var shown: ShownChildren {
        ShownChildren(opened: [found.id], listed: doubles.map(\.id), as: found.permission)
    }

    /// Who is involved on a day, each in each way once; what is kept from the asker left out.
    private static func involved(
        with found: FoundChild, on day: Day, _ reader: Reader
    ) throws -> [InvolvedRow] {
        let sight = found.sight
        let all = try ChildStanding.sameAs(found.id, reader).flatMap {
            try Involvement.with(child: $0, reader)
        }.filter { involvement in
            involvement.holds(on: day) && involvement.kind != .ownSelf
                && (sight.isOfAuthority || !involvement.isSafeguarding)
                && (sight.socialCare || involvement.kind != .socialCare)
        }
        let names = try Names(
            people: Set(all.map(\.holder)), organisations: Set(all.map(\.holder)), reader)
        var seen: Set<String> = []
        return all.filter { seen.insert("\($0.kind.rawValue) \($0.holder)").inserted }.map {
            InvolvedRow(name: names.holder($0.holder) ?? "not known", kind: $0.kind, from: $0.from)
        }.sorted { ($0.from, $0.name) < ($1.from, $1.name) }
    }

    /// What stands under a topic and is for the asker.
    func statements(on topic: Topic) -> [Statement] {
        child.statements(on: topic).filter { sight.shows($0.detail) }
    }

    /// What holds today under a topic.
    func now(_ topic: Topic) -> [Statement] { statements(on: topic).filter { $0.holds(on: today) } }

    /// Whether an address is kept from staff, who then know at least that there is one.
    var hidesAddress: Bool {
        !sight.isFamily
            && child.addresses.contains { $0.holds(on: today) && !sight.shows(.address($0.value)) }
    }
}

extension Involvement.Kind {
    /// The way somebody is involved, in plain words.
    var words: String {
        switch self {
        case .parent: "parent or carer"
        case .ownSelf: "the young person"
        case .placement: "school or setting"
        case .allocation: "SEND officer"
        case .namedWorker: "named worker"
        case .advice: "asked for advice"
        case .panel: "panel"
        case .supporter: "supporter"
        case .socialCare: "social care"
        case .team: "SEND team"
        }
    }
}
