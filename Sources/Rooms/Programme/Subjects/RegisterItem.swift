public import CivilTime
public import Ledger

/// Something was put in a register, or is stated otherwise now.
struct RegisterStated: Payload {
    static let kind = "register.stated"
    /// The id of its kind.
    var register: String
    var details: RegisterDetails
}

/// A version of its paper.
struct RegisterVersioned: Payload {
    static let kind = "register.version"
    var number: VersionNumber
    var paper: PaperPlace
    var changed: String
    /// Whether everybody may read it, where the whole is public.
    var isPublic: Bool
}

/// People shaped it together.
struct RegisterCoproduced: Payload {
    static let kind = "register.coproduced"
    var who: [Participants]
    var said: String
    var changed: String
}

/// An action within it was agreed.
struct RegisterActionAgreed: Payload {
    static let kind = "register.action"
    var text: String
    var owner: String
    var due: Day?
}

/// How an action within it goes.
struct RegisterActionReported: Payload {
    static let kind = "register.action-state"
    /// The entry that agreed the action.
    var action: String
    var state: ActionState
    var words: String
}

/// It came to another status.
struct RegisterStatusReached: Payload {
    static let kind = "register.status"
    var status: RegisterStatus
    var words: String
}

/// Everybody may read it, or no longer.
struct RegisterOpened: Payload {
    static let kind = "register.public"
    var isPublic: Bool
}

/// One thing in a register: a strategy, a self-evaluation, a source of funding, a lesson.
public struct RegisterItem: Subject {
    /// One version of its paper.
    public struct Version: Sendable {
        /// The entry that records it.
        public let entry: String
        /// Its day.
        public let day: Day
        /// Its number.
        public let number: VersionNumber
        /// Where it is.
        public let paper: PaperPlace
        /// What changed since the one before.
        public let changed: String
        /// Whether everybody may read it, where the whole is public.
        public let isPublic: Bool
    }

    /// One time that people shaped it together.
    public struct Coproduction: Sendable {
        /// The entry that records it.
        public let entry: String
        /// The day.
        public let day: Day
        /// Who took part, counted.
        public let who: [Participants]
        /// What they said.
        public let said: String
        /// What changed because of it.
        public let changed: String
    }

    /// A status with the day from which it stands.
    public struct Reached: Sendable {
        /// The entry that records it.
        public let entry: String
        /// The day.
        public let day: Day
        /// The status.
        public let status: RegisterStatus
        /// What was said of it.
        public let words: String
    }

    /// The subject kind.
    public static let kind = "register-item"
    /// Stated, then versions, co-production, actions, status, and who may read it.
    public static let entryKinds: [EntryKind<RegisterItem>] = [
        EntryKind(RegisterStated.self) { item, stated in
            if item.details == nil { item.first = stated.day }
            item.kindID = stated.data.register
            item.details = stated.data.details
        },
        EntryKind(RegisterVersioned.self) { item, version in
            item.recordedVersions.append(
                Version(
                    entry: version.id, day: version.day, number: version.data.number,
                    paper: version.data.paper, changed: version.data.changed, isPublic: version.data.isPublic)
            )
        },
        EntryKind(RegisterCoproduced.self) { item, record in
            item.coproductions.append(
                Coproduction(
                    entry: record.id, day: record.day, who: record.data.who, said: record.data.said,
                    changed: record.data.changed))
        },
        EntryKind(RegisterActionAgreed.self) { item, action in
            item.actions.append(
                AgreedAction(
                    entry: action.id, day: action.day, text: action.data.text, owner: action.data.owner,
                    due: action.data.due))
            for early in item.early where early.data.action == action.id { item.report(early) }
        },
        EntryKind(RegisterActionReported.self) { item, report in item.report(report) },
        EntryKind(RegisterStatusReached.self) { item, reached in
            item.statuses.append(
                Reached(
                    entry: reached.id, day: reached.day, status: reached.data.status,
                    words: reached.data.words))
        },
        EntryKind(RegisterOpened.self) { item, opened in item.isOpened = opened.data.isPublic },
    ]
    /// The list of a register, and what serves an objective.
    public static let tables = [RegisterTables.item, RegisterTables.served]
    /// See ``Ledger/Subject/derivation``.
    public static let derivation = 1

    /// The subject id.
    public let id: String
    /// The id of its kind; empty before it was stated.
    public private(set) var kindID = ""
    /// What is stated of it; nil before.
    public private(set) var details: RegisterDetails?
    /// Each time people shaped it together.
    public private(set) var coproductions: [Coproduction] = []
    /// Each status it came to, the first first.
    public private(set) var statuses: [Reached] = []
    /// Whether it is marked as open to everybody.
    public private(set) var isOpened = false
    private(set) var actions: [AgreedAction] = []
    private var recordedVersions: [Version] = []
    private var first = Day.latest
    private var noted: [Problem] = []
    /// What was reported on actions before the day on which they were recorded as agreed.
    private var early: [Recorded<RegisterActionReported>] = []

    /// A thing before any entry.
    public init(id: String) { self.id = id }

    /// Takes note of a problem.
    public mutating func note(_ problem: Problem) { noted.append(problem) }

    private mutating func report(_ report: Recorded<RegisterActionReported>) {
        let data = report.data
        if actions.report(on: data.action, report.id, report.day, data.state, data.words) {
            early.removeAll { $0.id == report.id }
        } else {
            early.append(report)
        }
    }

    /// Its kind; nil where this program does not know it.
    public var register: RegisterKind? { RegisterKind(pathText: kindID) }
    /// Its status.
    public var status: RegisterStatus { statuses.last?.status ?? .planned }
    /// Its versions by number, the first first.
    public var versions: [Version] {
        recordedVersions.sorted { ($0.number, $0.day, $0.entry) < ($1.number, $1.day, $1.entry) }
    }

    /// What cannot be true together.
    public var problems: [Problem] {
        var problems =
            noted
            + early.map { Problem("An action is reported on that is not here.", entries: [$0.id]) }
        if let details, let began = details.began, let ends = details.ends, ends < began {
            problems.append(Problem("It ends before it began.", entries: []))
        }
        if status == .published, recordedVersions.isEmpty, register?.hasVersions == true {
            problems.append(
                Problem(
                    "It is published, but no version of it is recorded.",
                    entries: statuses.suffix(1).map(\.entry)))
        }
        let ordered = versions
        for (before, after) in zip(ordered, ordered.dropFirst()) where after.day < before.day {
            problems.append(
                Problem(
                    "Version \(after.number.text) is dated before version \(before.number.text).",
                    entries: [before.entry, after.entry]))
        }
        return problems
    }
}

extension RegisterItem {
    /// One row, and one of each objective that it serves.
    public func rows(_ reference: inout ReferenceReader) -> [Row] {
        guard let details else { return [] }
        let row = Row(
            RegisterTables.item,
            [
                kindID, details.title, details.owner, status.rawValue, isOpened, details.due,
                details.published, details.ends, details.review, versions.last?.number.text,
                actions.openCount, actions.firstDue, coproductions.count, details.serving.plan?.text,
                details.serving.text,
            ])
        return [row] + RegisterTables.served(details.serving, title: details.title, isPublic: isOpened)
    }

    /// The thing as a standing; versions, co-production and statuses as events.
    public func facts(_ reference: inout ReferenceReader) -> [Fact] {
        guard details != nil else { return [] }
        let references = ["register": kindID]
        let over = statuses.last.flatMap { $0.status.isOver ? max($0.day, first) : nil }
        let standing = Fact(
            standing: "programme.register", key: "item", from: first, to: over, references: references)
        let versions = recordedVersions.map {
            Fact(event: "programme.register-version", key: $0.entry, on: $0.day, references: references)
        }
        let shaped = coproductions.map {
            Fact(
                event: "programme.coproduction", key: $0.entry, on: $0.day,
                value: Double($0.who.reduce(0) { $0 + $1.number }), references: references)
        }
        let reached = statuses.map {
            Fact(
                event: "programme.register-status", key: $0.entry, on: $0.day,
                references: references.merging(["status": $0.status.rawValue]) { $1 })
        }
        return [standing] + versions + shaped + reached
    }
}
