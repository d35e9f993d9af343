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

    /// The plan's published id.
    public var code: Code
    /// Which kind of plan it is.
    public var form: Form
    /// The title as printed.
    public var title: String
    /// The version as printed, such as 1.0.
    public var printedVersion: String?
    /// The day of publication; for a plan that prints only a period, the first day of it.
    public var published: Day
    /// Whether ``published`` is a day that the plan prints.
    public var isPublishedPrinted: Bool
    /// What the plan says of itself: name and value, in the plan's order.
    public var statements: [Statement]
    /// How the plan rates progress.
    public var scheme: RatingScheme
    /// The priorities, in the plan's order.
    public var priorities: [Priority]
    /// The measures of a performance framework printed with the plan.
    public var framework: [FrameworkGroup]
    /// What whoever wrote it down remarked on the whole.
    public var remarks: [Remark]

    /// Something the plan says of itself.
    public struct Statement: Sendable, Hashable, Codable {
        /// What it is, such as “Period”.
        public let name: String
        /// What the plan says.
        public let text: String
    }
}

/// A priority (2023) or area of weakness (2018).
public struct Priority: Sendable, Hashable, Codable {
    /// The published id.
    public var code: Code
    /// What is to change.
    public var text: String
    /// What is to be reached (2018).
    public var outcomes: [String]
    /// How the plan answers it.
    public var responses: [Response]
}

/// A response to a priority (2023) or a required outcome (2018).
public struct Response: Sendable, Hashable, Codable {
    /// The published id.
    public var code: Code
    /// What is promised.
    public var title: String
    /// The outcomes intended.
    public var outcomes: [String]
    /// The words before the signs, such as “We will know we have made a difference when:”.
    public var signsLead: String?
    /// How it will look when it works.
    public var signs: [String]
}

/// Measures printed together in a performance framework.
public struct FrameworkGroup: Sendable, Hashable, Codable {
    /// What the group is called.
    public var name: String
    /// Its measures.
    public var measures: [Measure]
}

/// What a plan says will be measured, naming indicators by their ids.
public struct Measure: Sendable, Hashable, Codable {
    /// The measure in the plan's words.
    public var text: String
    /// The ids of the indicators, such as K301.
    public var indicators: [String]
}

/// By when something is due.
public struct Due: Sendable, Hashable, Codable {
    /// The months, in order; empty where the plan names none.
    public var months: [Month]
    /// Whether the plan says that it goes on.
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
    /// The id, unique within its objective.
    public var code: Code
    /// What is to be reached.
    public var text: String
    /// The month by which.
    public var due: Month
}

/// An objective as a plan states it.
public struct ObjectiveStatement: Sendable, Hashable, Codable {
    /// The published id.
    public var code: Code
    /// Its place in the plan, from 0.
    public var position: Int
    /// The id of its priority.
    public var priority: Code
    /// The id of the response it is part of.
    public var response: Code
    /// What is promised.
    public var text: String
    /// By when.
    public var due: Due
    /// The names of the groups that lead it, as the plan writes them.
    public var groups: [String]
    /// The impact expected.
    public var impacts: [String]
    /// How it will be known.
    public var measures: [Measure]
    /// Dated steps towards it.
    public var milestones: [Milestone]
    /// What whoever wrote it down remarked on it.
    public var remarks: [Remark]
}

/// An action as a plan states it.
public struct ActionStatement: Sendable, Hashable, Codable {
    /// The published id.
    public var code: Code
    /// Its place in the plan, from 0.
    public var position: Int
    /// The id of its area of weakness.
    public var priority: Code
    /// The id of its required outcome.
    public var response: Code
    /// What is to be done.
    public var text: String
    /// Further lines of the same action.
    public var parts: [String]
    /// The words of the plan; empty where it gives none.
    public var timescale: String
    /// The month it is due, where the timescale is one month and nothing else.
    public var due: Month?
    /// Who does it.
    public var owners: [String]
    /// Who answers for it.
    public var accountable: [String]
    /// How success will be measured.
    public var measures: [Measure]
    /// Whether anything about it is marked as uncertain.
    public var isUncertain: Bool
    /// The rating printed with the action, where there is one.
    public var rating: PrintedRating?
    /// What whoever wrote it down remarked on it.
    public var remarks: [Remark]
}

/// A rating of an action as a published plan prints it.
public struct PrintedRating: Sendable, Hashable, Codable {
    /// The month it is of.
    public var month: Month
    /// The rating.
    public var colour: Rating.Colour
}

/// An area for improvement as a plan states it.
public struct AreaStatement: Sendable, Hashable, Codable {
    /// The published id.
    public var code: Code
    /// Its place in the plan, from 0.
    public var position: Int
    /// What should improve.
    public var text: String
    /// The group that leads the commentary.
    public var group: String
    /// The objectives it is met through.
    public var objectives: [Code]
    /// How certain the reading of the matrix is, where that is stated.
    public var confidence: String?
    /// What whoever wrote it down remarked on it.
    public var remarks: [Remark]
}

/// A board or group as a plan describes it.
public struct BodyStatement: Sendable, Hashable, Codable {
    /// The published id, or one made of the name.
    public var code: Code
    /// Its place in the plan, from 0.
    public var position: Int
    /// What it is called.
    public var name: String
    /// What else it is called.
    public var aliases: [String]
    /// What kind of body it is, in the plan's words.
    public var kind: String
    /// What it does.
    public var role: String?
    /// Who leads it.
    public var leads: [Lead]
    /// Who belongs to it.
    public var members: [String]
    /// Where the members were read, where that is stated.
    public var membersSource: String?
    /// What it works on.
    public var focus: [Focus]
    /// What else is within its remit.
    public var alsoWithinRemit: [String]
    /// The area for improvement on which it leads.
    public var area: Code?
    /// Its terms of reference, where the plan gives them.
    public var terms: TermsOfReference?
    /// To whom it reports.
    public var reportsTo: [ReportingLine]
    /// What whoever wrote it down remarked on it.
    public var remarks: [Remark]

    /// Somebody who leads a body: by name, by post, or both.
    public struct Lead: Sendable, Hashable, Codable {
        /// Such as “Independent chair”.
        public var role: String?
        /// The name; empty where the plan leaves it out.
        public var name: String?
        /// The post held elsewhere.
        public var post: String?
    }

    /// Something a group works on.
    public struct Focus: Sendable, Hashable, Codable {
        /// The subject.
        public var text: String
        /// Its parts.
        public var detail: [String]
    }

    /// What a body is for and how it meets.
    public struct TermsOfReference: Sendable, Hashable, Codable {
        /// What it is for.
        public var purpose: String
        /// How often it meets.
        public var meets: String
        /// Who must be there.
        public var quorum: String
    }

    /// To whom a body reports, and what.
    public struct ReportingLine: Sendable, Hashable, Codable {
        /// The id of the body reported to.
        public var to: Code
        /// What is reported.
        public var what: String?
        /// What was remarked on the line.
        public var note: String?
    }
}

/// Figures and targets as a plan prints them.
public struct TargetStatement: Sendable, Hashable, Codable {
    /// An id made of the title.
    public var code: Code
    /// Its place in the plan, from 0.
    public var position: Int
    /// What is to be reached.
    public var title: String
    /// For whom.
    public var cohort: String?
    /// The ids of the indicators, such as K301.
    public var indicators: [String]
    /// The figures, in the plan's order.
    public var figures: [Figure]
    /// The ids of the actions it stands with.
    public var actions: [Code]
    /// What whoever wrote it down remarked on it.
    public var remarks: [Remark]

    /// One figure of a target: a start, a step on the way, or the end.
    public struct Figure: Sendable, Hashable, Codable {
        /// What a figure is.
        public enum Kind: String, Sendable, Codable { case baseline, target, stated }
        /// What a figure counts.
        public enum Unit: String, Sendable, Codable { case percent, days, count }

        /// What the figure is.
        public var kind: Kind
        /// What it says, where the target's title does not.
        public var label: String?
        /// The words of the plan for when.
        public var when: String?
        /// The month, where the plan names one.
        public var month: Month?
        /// The number, in its unit.
        public var value: Int
        /// What it counts.
        public var unit: Unit
        /// “above”, where the figure is a floor.
        public var comparison: String?
    }
}

/// A published plan as a file holds it, checked and ready to be recorded.
public struct PublishedPlan: Sendable, Hashable {
    /// The plan as a whole.
    public var header: PlanHeader
    /// The objectives, in the plan's order.
    public var objectives: [ObjectiveStatement]
    /// The actions, in the plan's order.
    public var actions: [ActionStatement]
    /// The areas for improvement.
    public var areas: [AreaStatement]
    /// The boards and groups.
    public var bodies: [BodyStatement]
    /// The figures and targets.
    public var targets: [TargetStatement]
}
