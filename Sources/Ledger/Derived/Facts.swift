public import CivilTime

/// Something a subject's state lets be counted: an event on a day, or a standing over days.
public struct Fact: Sendable, Hashable {
    /// The fact kind's name.
    public let kind: String
    /// Tells the subject's facts of one kind apart; made of entry or natural ids, never of a position.
    public let key: String
    /// The first day.
    public let from: Day
    /// The last day, the same for an event; nil while it lasts.
    public let to: Day?
    /// How much: 1 unless the kind says otherwise.
    public let value: Double
    /// What it refers to (a plan, a child, a setting) by role and id.
    public let references: [String: String]

    /// A standing that begins on a day and may end on one.
    public init(
        standing kind: String, key: String, from: Day, to: Day?, value: Double = 1,
        references: [String: String] = [:]
    ) {
        self.kind = kind
        self.key = key
        self.from = from
        self.to = to
        self.value = value
        self.references = references
    }

    /// An event on one day.
    public init(
        event kind: String, key: String, on day: Day, value: Double = 1, references: [String: String] = [:]
    ) {
        self.init(standing: kind, key: key, from: day, to: day, value: value, references: references)
    }
}

/// What one subject gives to lists, to counting, and which reference values that rests on.
struct Derivation: Sendable, Equatable {
    private(set) var rows: [Row] = []
    private(set) var facts: [Fact] = []
    private(set) var uses: [ReferenceUse] = []
    /// What the subject gave against its own declaration, by table or fact kind, and what was left out.
    private(set) var faults: [String] = []

    static let nothing = Derivation()

    private init() {}

    /// What a merged subject gives: that it is the same as another, and by what it is still found.
    init<State: Subject>(of state: State, sameAs other: String) {
        rows = [SameAs.row(other)]
        facts = [SameAs.fact(other)]
        take(state.rowsWhileMerged(), of: State.self)
    }

    /// Asks a state; of several rows or facts with one key the first is kept.
    init<State: Subject>(of state: State, _ reference: Reference) {
        var reader = ReferenceReader(reference)
        take(state.rows(&reader), of: State.self)
        var keys: Set<[String]> = []
        for fact in state.facts(&reader) {
            if keys.insert(["fact", fact.kind, fact.key]).inserted {
                facts.append(fact)
            } else {
                faults.append("two facts of \(fact.kind) with one key")
            }
        }
        uses = reader.uses
    }

    private mutating func take<State: Subject>(_ given: [Row], of type: State.Type) {
        var keys: Set<[String]> = []
        for row in given {
            if !State.tables.contains(row.table) {
                faults.append("rows of \(row.table.name), which it does not declare")
            } else if keys.insert([row.table.name, row.key]).inserted {
                rows.append(row)
            } else {
                faults.append("two rows of \(row.table.name) with one key")
            }
        }
    }
}

/// A fact as it stands in storage, with the commits between which it was believed.
struct BelievedFact: Sendable, Hashable {
    var fact: Fact
    var from: Int
    var to: Int?
}
