import CivilTime

/// What a project or workstream sets out to do: its initiation document, one version of it.
struct ProjectDocument: Sendable, Hashable, Codable {
    /// What kind of work it is.
    enum Kind: String, Sendable, Codable, CaseIterable {
        case project, workstream

        /// The kind in words.
        var words: String {
            switch self {
            case .project: "Project"
            case .workstream: "Workstream"
            }
        }
    }

    var kind: Kind
    var title: String
    /// The subject id of its theme; nil where it belongs to none.
    var theme: String?
    /// The larger programme it is part of, such as one run nationally; empty where it is part of none.
    var programme: String
    var purpose: String
    var inScope: String
    var outOfScope: String
    var benefits: String
    /// How it will be known that the benefits came.
    var signs: String
    /// The objectives of published plans that it serves.
    var objectives: [ServedObjective]
    /// The post that owns it, and the post that sponsors it.
    var owner: String
    var sponsor: String
    /// The account that reports on it each month; nil where the programme team does.
    var lead: String?
    /// The posts that work on it.
    var team: [String]
    var milestones: [ProjectMilestone]
    var dependencies: String
    var budget: String
}

/// An objective of a published plan, by the ids of both.
struct ServedObjective: Sendable, Hashable, Codable {
    var plan: Code
    var objective: Code

    /// One text that stands for it in forms.
    var key: String { "\(plan.text) \(objective.text)" }

    /// Names an objective.
    init(plan: Code, objective: Code) {
        self.plan = plan
        self.objective = objective
    }

    /// Reads ``key``; nil where it is none.
    init?(key: String) {
        let parts = key.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2, let plan = Code(parts[0]), let objective = Code(parts[1]) else { return nil }
        self.init(plan: plan, objective: objective)
    }
}

/// A dated step of a project.
struct ProjectMilestone: Sendable, Hashable, Codable {
    /// The id, unique within its project and the same over all versions of its document.
    var code: Code
    var text: String
    var month: Month

    /// Gives each step its id: that of the step with the same words in the version before, or a new one.
    static func coded(
        _ steps: [(month: Month, text: String)], after earlier: [ProjectMilestone]
    ) -> [ProjectMilestone] {
        var left = earlier
        var next = (earlier.compactMap { Int($0.code.text.dropFirst()) }.max() ?? 0) + 1
        return steps.map { step in
            if let index = left.firstIndex(where: { $0.text == step.text }) {
                return ProjectMilestone(code: left.remove(at: index).code, text: step.text, month: step.month)
            }
            defer { next += 1 }
            return ProjectMilestone(code: Code(stored: "m\(next)"), text: step.text, month: step.month)
        }
    }
}

/// What its lead reports of a project for one month.
struct ProjectHighlight: Sendable, Hashable, Codable {
    var month: Month
    var rating: Rating.Colour
    var done: String
    var next: String
    var risks: String
    /// What a board or group is asked to decide; empty where nothing is.
    var decisions: String
    /// The account that reports.
    var account: String?

    /// The ratings of a highlight, the worst first.
    static let ratings: [(colour: Rating.Colour, word: String, meaning: String)] = [
        (.red, "Red", "off track: a decision of the board is needed"),
        (.amber, "Amber", "at risk: its lead is acting on it"),
        (.green, "Green", "on track"),
    ]
}
