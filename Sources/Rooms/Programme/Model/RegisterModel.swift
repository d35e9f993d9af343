public import CivilTime

/// How far something in a register has come.
public enum RegisterStatus: String, Sendable, Hashable, Codable, CaseIterable {
    case planned
    case inProgress = "in-progress"
    case agreed, published, superseded, ended

    /// The status in words.
    public var words: String {
        switch self {
        case .planned: "Planned"
        case .inProgress: "In progress"
        case .agreed: "Agreed"
        case .published: "Published"
        case .superseded: "Superseded"
        case .ended: "Ended"
        }
    }

    /// Whether somebody still has something to do before it holds.
    public var isUnfinished: Bool { self == .planned || self == .inProgress }
    /// Whether it no longer holds.
    public var isOver: Bool { self == .superseded || self == .ended }
}

/// How far an action has come, wherever one is agreed.
public enum ActionState: String, Sendable, Hashable, Codable, CaseIterable {
    case open
    case inProgress = "in-progress"
    case done, dropped

    /// The state in words.
    public var words: String {
        switch self {
        case .open: "Not started"
        case .inProgress: "In progress"
        case .done: "Done"
        case .dropped: "Dropped"
        }
    }

    /// Whether it is still to be done.
    public var isOpen: Bool { self == .open || self == .inProgress }
}

/// The plan and the objectives, or actions, that something serves.
public struct Serving: Sendable, Hashable, Codable {
    /// The plan's published id; nil where it serves none.
    public var plan: Code?
    /// The published ids of objectives or actions of that plan.
    public var objectives: [Code]

    /// Names a plan and objectives.
    public init(plan: Code? = nil, objectives: [Code] = []) {
        self.plan = plan
        self.objectives = objectives
    }

    /// The objectives in one text, as lists keep it.
    var text: String { objectives.map(\.text).joined(separator: " ") }
}

/// Where a paper is: a document filed here, a link to where others keep it, or both.
public struct PaperPlace: Sendable, Hashable, Codable {
    /// An `https` address.
    public var link: String?
    /// The subject id of a document.
    public var document: String?

    /// Names a place.
    public init(link: String? = nil, document: String? = nil) {
        self.link = link
        self.document = document
    }

    /// Whether there is nothing to open.
    public var isEmpty: Bool { link == nil && document == nil }
}

/// The number of a version: one to four whole numbers with full stops between them, such as 1.2.
public struct VersionNumber: Sendable, Hashable, Codable, Comparable {
    /// The number as it is printed.
    public let text: String
    private let parts: [Int]

    /// Takes a number, with or without a “v” before it; nil where it is none.
    public init?(_ text: some StringProtocol) {
        let plain = text.first.map { "vV".contains($0) } == true ? String(text.dropFirst()) : String(text)
        guard let parts = Self.parts(of: plain) else { return nil }
        self.text = plain
        self.parts = parts
    }

    /// Reads a stored number; one that no version of the program would take stands before all others.
    public init(from decoder: any Decoder) throws {
        text = try decoder.singleValueContainer().decode(String.self)
        parts = Self.parts(of: text) ?? []
    }

    /// Stores it as text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    /// By the first part that differs; 2 and 2.0 are the same number.
    public static func < (left: VersionNumber, right: VersionNumber) -> Bool {
        let count = max(left.parts.count, right.parts.count)
        for (one, other) in zip(left.padded(to: count), right.padded(to: count)) where one != other {
            return one < other
        }
        return false
    }

    /// Whether two texts are the same number.
    public static func == (left: VersionNumber, right: VersionNumber) -> Bool {
        !(left < right) && !(right < left)
    }

    /// Hashes what ``==(_:_:)`` compares.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(Array(parts.reversed().drop { $0 == 0 }))
    }

    private func padded(to count: Int) -> [Int] {
        parts + Array(repeating: 0, count: count - parts.count)
    }

    private static func parts(of text: String) -> [Int]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...4).contains(parts.count) else { return nil }
        let numbers = parts.compactMap { part in
            (1...4).contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
                ? Int(part) : nil
        }
        return numbers.count == parts.count ? numbers : nil
    }
}

/// Those who shape a strategy with the partnership; people are counted, never named.
public enum CoproductionGroup: String, Sendable, Hashable, Codable, CaseIterable {
    case parents
    case youngPeople = "young-people"
    case schools, health
    case socialCare = "social-care"
    case voluntary, others

    /// The group in words.
    public var words: String {
        switch self {
        case .parents: "Parents and carers"
        case .youngPeople: "Children and young people"
        case .schools: "Early years, schools and colleges"
        case .health: "Health staff"
        case .socialCare: "Social care staff"
        case .voluntary: "Voluntary organisations"
        case .others: "Others"
        }
    }
}

/// How many people of one group took part in something.
public struct Participants: Sendable, Hashable, Codable {
    /// The group.
    public var group: CoproductionGroup
    /// How many, from 1.
    public var number: Int

    /// Counts a group.
    public init(_ group: CoproductionGroup, _ number: Int) {
        self.group = group
        self.number = number
    }

    /// The number as everybody may read it: from 1 to 4 it could point at somebody.
    public var publicNumber: String { number < 5 ? "fewer than 5" : "\(number)" }
}

/// What a register says of one thing in it.
public struct RegisterDetails: Sendable, Hashable, Codable {
    /// What it is called.
    public var title: String
    /// The post or the organisation that answers for it.
    public var owner: String
    /// What it serves.
    public var serving: Serving
    /// The day work on it began.
    public var began: Day?
    /// The day by which it is to be agreed or published.
    public var due: Day?
    /// The day it was published.
    public var published: Day?
    /// The last day it holds.
    public var ends: Day?
    /// The day on which it is to be looked at again.
    public var review: Day?
    /// Answers to the questions of its kind, by their ids.
    public var answers: [String: String]

    /// States what is known.
    public init(
        title: String, owner: String, serving: Serving = Serving(), began: Day? = nil, due: Day? = nil,
        published: Day? = nil, ends: Day? = nil, review: Day? = nil, answers: [String: String] = [:]
    ) {
        self.title = title
        self.owner = owner
        self.serving = serving
        self.began = began
        self.due = due
        self.published = published
        self.ends = ends
        self.review = review
        self.answers = answers
    }
}
