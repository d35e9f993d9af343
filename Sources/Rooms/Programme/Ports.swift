public import CivilTime
import Ledger
public import Markup

extension Programme {
    /// What the programme asks of whoever holds the approved targets of indicators.
    ///
    /// A plan's own printed figures stay the plan's; what a board has approved since is asked for here and stored nowhere.
    public struct Targets: Sendable {
        /// What is in force of one indicator.
        public struct Standing: Sendable, Hashable {
            /// The indicator's id, such as K301.
            public var indicator: String
            /// What it counts.
            public var words: String
            /// The page of the indicator.
            public var link: Link
            /// Where it stood, with when; nil where no baseline has been approved.
            public var baseline: String?
            /// What is to be reached; none where no target has been approved.
            public var goals: [Goal]

            /// States what is in force.
            public init(indicator: String, words: String, link: Link, baseline: String?, goals: [Goal]) {
                self.indicator = indicator
                self.words = words
                self.link = link
                self.baseline = baseline
                self.goals = goals
            }
        }

        /// A target that a board has approved.
        public struct Goal: Sendable, Hashable {
            /// What is to be reached: “at least 60%”.
            public var text: String
            /// By when: “March 2019”.
            public var by: String
            /// For whom; nil for all.
            public var cohort: String?
            /// The board that approved it, and when.
            public var approved: String

            /// States a target.
            public init(text: String, by: String, cohort: String?, approved: String) {
                self.text = text
                self.by = by
                self.cohort = cohort
                self.approved = approved
            }
        }

        /// What is in force on a day of some indicators; those that nobody keeps are left out.
        public var inForce: @Sendable (_ indicators: [String], _ day: Day) async throws -> [Standing]

        /// Fills the port.
        public init(
            inForce: @escaping @Sendable (_ indicators: [String], _ day: Day) async throws -> [Standing]
        ) {
            self.inForce = inForce
        }

        /// Nobody keeps targets: pages say nothing of them.
        public static let none = Targets { _, _ in [] }

        /// The same by indicator, of what several measures name.
        func standings(_ indicators: [String], on day: Day) async throws -> [String: Standing] {
            let asked = Array(Set(indicators)).sorted()
            guard !asked.isEmpty else { return [:] }
            return Dictionary(
                try await inForce(asked, day).map { ($0.indicator, $0) },
                uniquingKeysWith: { first, _ in first })
        }
    }

    /// The plans by id and title, the newest first.
    public func plans() async throws -> [(code: Code, title: String)] {
        try await ledger.read { snapshot in
            try snapshot.reader.all(
                "SELECT code, title FROM programme_plan ORDER BY published DESC, code"
            ) { (code: Code(stored: $0.text(0)), title: $0.text(1)) }
        }
    }

    /// The current issue of a plan with the targets that it prints; nil where there is no such plan.
    public func printedTargets(
        of code: Code
    ) async throws -> (issue: Plan.Issue, targets: [TargetStatement])? {
        try await ledger.read { snapshot in
            let isKnown = try snapshot.reader.first(
                "SELECT subject_id FROM programme_plan WHERE code = \(code.text)"
            ) { $0.text(0) }
            guard isKnown != nil else { return nil }
            let record = try PlanRecord.load(code, snapshot)
            return (record.issue, record.targets)
        }
    }
}
