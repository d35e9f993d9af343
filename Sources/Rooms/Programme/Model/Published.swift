public import CivilTime

/// A remark of whoever wrote the plan down: something uncertain, missing or explained.
public struct Remark: Sendable, Hashable, Codable {
    /// What it is about, such as “timescale”; nil for the whole.
    public let about: String?
    /// The remark.
    public let text: String
    /// Whether it says that something may be wrong or is missing.
    public let isDoubt: Bool

    /// Makes a remark.
    public init(about: String?, text: String, isDoubt: Bool) {
        self.about = about
        self.text = text
        self.isDoubt = isDoubt
    }

    /// What remarks are about that stand on the page of the governance and on that of the targets.
    static let governance = "governance"
    static let framework = "performance framework"
    /// What stands for the reason where something is marked as uncertain without one.
    static let unexplained = Remark(
        about: nil, text: "Marked as uncertain; no reason is given.", isDoubt: true)

    /// What is noted on a reporting line, which may have been drawn from little.
    static func onReportingLine(to name: String, _ text: String) -> Remark {
        Remark(about: "reporting line to \(name)", text: text, isDoubt: true)
    }
}

/// A plan as a whole, without its objectives, actions, areas, bodies and targets.
public struct PlanHeader: Sendable, Hashable, Codable {
    /// Which kind of plan it is.
    public enum Form: String, Sendable, Codable { case priorityActionPlan, writtenStatement }

    public var code: Code
    public var form: Form
    public var title: String
    /// The version as printed, such as 1.0.
    public var printedVersion: String?
    /// The day of publication; for a plan that prints only a period, the first day of it.
    public var published: Day
    /// Whether ``published`` is a day that the plan prints.
    public var isPublishedPrinted: Bool
    /// What the plan says of itself: name and value, in the plan's order.
    public var statements: [Statement]
    public var scheme: RatingScheme
    public var priorities: [Priority]
    /// The measures of a performance framework printed with the plan.
    public var framework: [FrameworkGroup]
    public var remarks: [Remark]

    /// Something the plan says of itself.
    public struct Statement: Sendable, Hashable, Codable {
        public let name: String
        public let text: String
    }
}

/// A priority (2023) or area of weakness (2018).
public struct Priority: Sendable, Hashable, Codable {
    public var code: Code
    public var text: String
    /// What is to be reached (2018).
    public var outcomes: [String]
    public var responses: [Response]
}

/// A response to a priority (2023) or a required outcome (2018).
public struct Response: Sendable, Hashable, Codable {
    public var code: Code
    public var title: String
    public var outcomes: [String]
    /// The words before the signs, such as “We will know we have made a difference when:”.
    public var signsLead: String?
    public var signs: [String]
}

/// Measures printed together in a performance framework.
public struct FrameworkGroup: Sendable, Hashable, Codable {
    public var name: String
    public var measures: [Measure]
}

/// What a plan says will be measured, naming indicators by their ids.
public struct Measure: Sendable, Hashable, Codable {
    public var text: String
    /// The ids of the indicators, such as K301.
    public var indicators: [String]
}

/// By when something is due.
public struct Due: Sendable, Hashable, Codable {
    /// The months, in order; empty where the plan names none.
    public var months: [Month]
    public var isOngoing: Bool
    /// The words of the plan.
    public var text: String?
    /// Where the words were read, where the plan was written down from more than one text.
    public var source: String?
    /// How many months from the start the plan says, where it does.
    public var monthsStated: Int?
}

/// A dated step towards an objective.
public struct Milestone: Sendable, Hashable, Codable {
    public var code: Code
    public var text: String
    public var due: Month
}

/// An objective as a plan states it.
public struct ObjectiveStatement: Sendable, Hashable, Codable {
    public var code: Code
    public var position: Int
    public var priority: Code
    public var response: Code
    public var text: String
    public var due: Due
    /// The names of the groups that lead it, as the plan writes them.
    public var groups: [String]
    public var impacts: [String]
    public var measures: [Measure]
    public var milestones: [Milestone]
    public var remarks: [Remark]
}

/// An action as a plan states it.
public struct ActionStatement: Sendable, Hashable, Codable {
    public var code: Code
    public var position: Int
    public var priority: Code
    public var response: Code
    public var text: String
    public var parts: [String]
    /// The words of the plan; empty where it gives none.
    public var timescale: String
    /// The month it is due, where the timescale is one month and nothing else.
    public var due: Month?
    public var owners: [String]
    public var accountable: [String]
    public var measures: [Measure]
    public var isUncertain: Bool
    /// The rating printed with the action, where there is one.
    public var rating: PrintedRating?
    public var remarks: [Remark]
}

/// A rating of an action as a published plan prints it.
public struct PrintedRating: Sendable, Hashable, Codable {
    public var month: Month
    public var colour: Rating.Colour
}

/// An area for improvement as a plan states it.
public struct AreaStatement: Sendable, Hashable, Codable {
    public var code: Code
    public var position: Int
    public var text: String
    /// The group that leads the commentary.
    public var group: String
    /// The objectives it is met through.
    public var objectives: [Code]
    /// How certain the reading of the matrix is, where that is stated.
    public var confidence: String?
    public var remarks: [Remark]
}

/// A board or group as a plan describes it.
public struct BodyStatement: Sendable, Hashable, Codable {
    public var code: Code
    public var position: Int
    public var name: String
    public var aliases: [String]
    public var kind: String
    public var role: String?
    public var leads: [Lead]
    public var members: [String]
    /// Where the members were read, where that is stated.
    public var membersSource: String?
    public var focus: [Focus]
    public var alsoWithinRemit: [String]
    public var area: Code?
    public var terms: TermsOfReference?
    public var reportsTo: [ReportingLine]
    public var remarks: [Remark]

    /// Somebody who leads a body: by name, by post, or both.
    public struct Lead: Sendable, Hashable, Codable {
        public var role: String?
        public var name: String?
        public var post: String?
    }

    /// Something a group works on.
    public struct Focus: Sendable, Hashable, Codable {
        public var text: String
        public var detail: [String]
    }

    /// What a body is for and how it meets.
    public struct TermsOfReference: Sendable, Hashable, Codable {
        public var purpose: String
        public var meets: String
        public var quorum: String
    }

    /// To whom a body reports, and what.
    public struct ReportingLine: Sendable, Hashable, Codable {
        public var to: Code
        public var what: String?
        public var note: String?
    }
}

/// Figures and targets as a plan prints them.
public struct TargetStatement: Sendable, Hashable, Codable {
    public var code: Code
    public var position: Int
    public var title: String
    public var cohort: String?
    public var indicators: [String]
    public var figures: [Figure]
    public var actions: [Code]
    public var remarks: [Remark]

    /// One figure of a target: a start, a step on the way, or the end.
    public struct Figure: Sendable, Hashable, Codable {
        /// What a figure is.
        public enum Kind: String, Sendable, Codable { case baseline, target, stated }
        /// What a figure counts.
        public enum Unit: String, Sendable, Codable { case percent, days, count }

        public var kind: Kind
        /// What it says, where the target's title does not.
        public var label: String?
        /// The words of the plan for when.
        public var when: String?
        public var month: Month?
        public var value: Int
        public var unit: Unit
        /// “above”, where the figure is a floor.
        public var comparison: String?
    }
}

/// A published plan as a file holds it, checked and ready to be recorded.
public struct PublishedPlan: Sendable, Hashable {
    public var header: PlanHeader
    public var objectives: [ObjectiveStatement]
    public var actions: [ActionStatement]
    public var areas: [AreaStatement]
    public var bodies: [BodyStatement]
    public var targets: [TargetStatement]
}
