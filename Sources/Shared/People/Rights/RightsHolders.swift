public import CivilTime

/// Who holds a right on a day, why, and what is not certain about it.
public struct RightsHolders: Sendable, Hashable {
    /// Who can hold a right.
    public enum Party: Sendable, Hashable {
        /// The young person themselves.
        case youngPerson
        /// An adult, by person id.
        case person(String)
        /// An authority as corporate parent, by organisation id.
        case organisation(String)
    }

    /// On what a right rests.
    public enum Standing: String, Sendable, Hashable, CaseIterable {
        /// The young person's own right, over compulsory school age.
        case own
        /// Parental responsibility, by law or as recorded.
        case responsibility
        /// A parent by birth of whom no parental responsibility is recorded.
        case parentByBirth
        /// Daily care of the child.
        case care
        /// An authority that shares parental responsibility.
        case corporateParent
        /// A representative of somebody who cannot decide.
        case representative
        /// A parent in the place of a young person who cannot decide and has no representative.
        case alternative
    }

    /// One holder, and why.
    public struct Holder: Sendable, Hashable {
        /// Who.
        public let party: Party
        /// On what it rests.
        public let standing: Standing
        /// Why, in plain words without names.
        public let reason: String
        /// The entries it rests on.
        public let entries: [String]
    }

    /// Something that is not known or not settled.
    public struct Doubt: Sendable, Hashable {
        /// What, in plain words without names.
        public let text: String
        /// The entries it is about.
        public let entries: [String]

        init(_ text: String, entries: [String] = []) {
            self.text = text
            self.entries = entries
        }
    }

    /// For which kind of decision.
    public let decision: DecisionKind
    /// On which day.
    public let day: Day
    /// Who holds it; several parents hold it each alone.
    public internal(set) var holders: [Holder] = []
    /// Who would hold it but for a court or for being unable to decide, and what stands in the way.
    public internal(set) var prevented: [Holder] = []
    /// Whom the young person lets take part, without the right passing to them: person ids.
    public internal(set) var helpers: [String] = []
    /// What is uncertain; empty where nothing is.
    public internal(set) var doubts: [Doubt] = []

    init(_ decision: DecisionKind, on day: Day) {
        self.decision = decision
        self.day = day
    }

    /// Whether somebody is to be asked before the answer is relied on.
    public var isUncertain: Bool { !doubts.isEmpty }

    mutating func doubt(_ text: String, entries: [String] = []) {
        doubts.append(Doubt(text, entries: entries))
    }
}
