public import Pages

/// A question that a kind of register asks beside those that all ask.
public struct RegisterQuestion: Sendable, Hashable {
    /// What an answer is.
    public enum Answer: Sendable, Hashable {
        /// One line.
        case line
        /// Several lines.
        case text
        /// A sum in whole pounds.
        case pounds
        /// One of several, each with the id that is kept.
        case choice([Offer])
    }

    /// One of several answers.
    public struct Offer: Sendable, Hashable {
        let id: String
        let words: String
    }

    /// The id under which the answer is kept; never changed once released.
    public let id: String
    /// What is asked.
    public let label: String
    /// A line that helps.
    public let hint: String?
    /// What an answer is.
    public let answer: Answer
    /// Whether the public page of a public thing shows the answer.
    public let isPublic: Bool

    init(_ id: String, _ label: String, _ answer: Answer = .text, hint: String? = nil, isPublic: Bool = true)
    {
        self.id = id
        self.label = label
        self.answer = answer
        self.hint = hint
        self.isPublic = isPublic
    }

    /// A kept answer as people read it.
    func words(_ kept: String) -> String {
        switch answer {
        case .line, .text: kept
        case .pounds: Int(kept).map { "£" + Digits.grouped($0) } ?? kept
        case .choice(let offers): offers.first { $0.id == kept }?.words ?? kept
        }
    }
}

/// A kind of register: all have one shape, and a few questions of their own.
public struct RegisterKind: Sendable, Hashable, PathValue {
    /// Kinds that stand together in the index.
    public enum Group: String, Sendable, CaseIterable {
        case strategies = "Strategies and plans"
        case learning = "Learning and talking with families"
        case running = "Leadership, money and programmes"
    }

    /// The id in addresses and entries; never changed once released.
    public let id: String
    /// What several are called.
    public let title: String
    /// What one is called, with its article.
    public let one: String
    /// What it holds, in a sentence.
    public let about: String
    /// With which it stands.
    public let group: Group
    /// What it asks beside what all ask.
    public let questions: [RegisterQuestion]
    /// Whether versions of a paper are expected once it is published.
    public let hasVersions: Bool
    /// Whether it is to be shaped together with families.
    public let isCoproduced: Bool
    /// Whether actions are followed within it.
    public let hasActions: Bool

    init(
        _ id: String, _ title: String, one: String, _ about: String, _ group: Group,
        hasVersions: Bool = false, isCoproduced: Bool = false, hasActions: Bool = false,
        _ questions: [RegisterQuestion]
    ) {
        self.id = id
        self.title = title
        self.one = one
        self.about = about
        self.group = group
        self.hasVersions = hasVersions
        self.isCoproduced = isCoproduced
        self.hasActions = hasActions
        self.questions = questions
    }

    /// Finds a kind by its id.
    public init?(pathText: String) {
        guard let kind = Self.all.first(where: { $0.id == pathText }) else { return nil }
        self = kind
    }
    /// The id.
    public var pathText: String { id }

    /// Two kinds are the same where their ids are.
    public static func == (left: RegisterKind, right: RegisterKind) -> Bool { left.id == right.id }
    /// Hashes the id.
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
