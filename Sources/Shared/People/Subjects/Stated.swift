import CivilTime
import Ledger

/// What an entry can say of a child or a person, each under a name of its own that never changes.
protocol Statement: Codable, Sendable, Hashable {
    /// The last part of the entry kind's name: "placement" of "child.placement".
    static var word: String { get }
}

extension ChildName: Statement { static var word: String { "named" } }
extension PersonName: Statement { static var word: String { "named" } }
extension Identification: Statement { static var word: String { "identified" } }
extension Sex: Statement { static var word: String { "sex" } }
extension Ethnicity: Statement { static var word: String { "ethnicity" } }
extension LanguageUse: Statement { static var word: String { "language" } }
extension HomeAddress: Statement { static var word: String { "address" } }
extension Home: Statement { static var word: String { "home" } }
extension Placement: Statement { static var word: String { "placed" } }
extension SocialCare: Statement { static var word: String { "social-care" } }
extension Need: Statement { static var word: String { "need" } }
extension Relationship: Statement { static var word: String { "relationship" } }
extension ParentalResponsibility: Statement { static var word: String { "parental-responsibility" } }
extension CourtRestriction: Statement { static var word: String { "court-restriction" } }
extension CorporateParent: Statement { static var word: String { "corporate-parent" } }
extension ResponsibleTeam: Statement { static var word: String { "team" } }
extension CapacityJudgement: Statement { static var word: String { "capacity" } }
extension Sharing: Statement { static var word: String { "sharing" } }
extension TelephoneContact: Statement { static var word: String { "telephone" } }
extension MailAddress: Statement { static var word: String { "mail" } }
extension ContactWays: Statement { static var word: String { "contact-ways" } }
extension Profession: Statement { static var word: String { "profession" } }
extension Post: Statement { static var word: String { "post" } }

/// Something holds of a subject from a day on, until one where that is known.
struct Stated<State: Subject, Value: Statement>: Payload {
    static var kind: String { "\(State.kind).\(Value.word)" }
    var value: Value
    var from: Day
    var to: Day?
}

/// Something that an entry stated ended; its last day.
struct Ended<State: Subject>: Payload {
    static var kind: String { "\(State.kind).ended" }
    /// The entry that stated it.
    var entry: String
    var to: Day
}

/// The subject died.
struct Died<State: Subject>: Payload {
    static var kind: String { "\(State.kind).died" }
    var on: Day
}

extension EntryKind {
    /// The entry kind that adds what it states to a list of the state.
    static func stated<Value: Statement>(
        _ type: Value.Type, in list: @escaping @Sendable (inout State, Dated<Value>) -> Void
    ) -> EntryKind<State> where State: Subject {
        EntryKind(Stated<State, Value>.self) { state, stated in
            list(
                &state,
                Dated(
                    entry: stated.id, stated.data.value, from: stated.data.from, to: stated.data.to))
        }
    }
}

/// Which entries were ended when, by which entries.
struct Endings: Sendable {
    private(set) var all: [(target: String, to: Day, entry: String)] = []

    mutating func add<State: Subject>(_ ended: Recorded<Ended<State>>) {
        all.append((ended.data.entry, ended.data.to, ended.id))
    }

    /// A list with the last days that were recorded apart; the last one recorded counts.
    func applied<Value>(to list: [Dated<Value>]) -> [Dated<Value>] {
        if all.isEmpty { return list }
        return list.map { dated in
            guard let ending = all.last(where: { $0.target == dated.entry }) else { return dated }
            var ended = dated
            ended.to = ending.to
            return ended
        }
    }

    /// What is wrong with the endings themselves.
    func problems(known entries: Set<String>) -> [Problem] {
        let lost = all.filter { !entries.contains($0.target) }.map {
            Problem("An end is recorded for something that is no longer here.", entries: [$0.entry])
        }
        let twice = Dictionary(grouping: all.filter { entries.contains($0.target) }, by: \.target)
            .filter { Set($0.value.map(\.to)).count > 1 }.sorted { $0.key < $1.key }
            .map { target, endings in
                Problem(
                    "Two last days are recorded for one thing; the one recorded later is used.",
                    entries: [target] + endings.map(\.entry))
            }
        return lost + twice
    }
}

extension Array {
    /// Each lasts until the day before the next begins; of two from one day the later recorded holds.
    func successive<Value>() -> [Dated<Value>] where Element == Dated<Value> {
        let ordered = enumerated().sorted { ($0.element.from, $0.offset) < ($1.element.from, $1.offset) }
            .map(\.element)
        return ordered.enumerated().compactMap { index, dated in
            guard index + 1 < ordered.count else { return dated }
            let next = ordered[index + 1].from
            guard next > dated.from else { return nil }
            var ended = dated
            ended.to = dated.to.map { Swift.min($0, next - 1) } ?? next - 1
            return ended
        }
    }
}
