public import CivilTime
public import Ledger

/// Why something cannot be recorded in a register.
///
/// Only what cannot be is refused; what is late or out of order is recorded and shown.
public enum RegisterRefusal: Refusal, Equatable {
    /// What the form is about is not there.
    case unknown
    /// No plan has this id.
    case unknownPlan(Code)
    /// The plan has no objective or action with these ids.
    case unknownObjectives([Code], plan: Code)
    /// Objectives are named, but not of which plan.
    case noPlan
    /// It ends before it began.
    case endBeforeBeginning(from: Day, to: Day)
    /// A lower number is dated later, or a higher one earlier, than a version already held.
    case versionOutOfOrder(VersionNumber, Day, held: VersionNumber, heldDay: Day)
    /// There is a version with this number.
    case sameVersion(VersionNumber, Day)
    /// A version, or a paper, has neither a file nor a link.
    case noPaper
    /// Nobody is counted who took part.
    case nobody
    /// The day has not come.
    case notYet(Day)
    /// A follow-up is dated before the report.
    case beforeReport(Day, report: Day)
    /// A report is due on this day already.
    case sameDue(Day)
    /// Nothing is ticked that was made sure of.
    case nothingChecked
    /// Nothing would change.
    case noChange

    /// What happened and what to do next.
    public var forPerson: String {
        switch self {
        case .unknown: "What you want to change is no longer there. Open the page again."
        case .unknownPlan(let plan):
            "There is no plan \(plan.text). Choose one of the plans that are published here."
        case .unknownObjectives(let codes, let plan):
            "\(plan.text) has no objective or action \(Self.list(codes)). Check the ids on the plan’s page."
        case .noPlan: "Choose the plan that these objectives stand in."
        case .endBeforeBeginning(let from, let to):
            "The last day (\(to.short)) lies before the day it began (\(from.short)). Check both dates."
        case .versionOutOfOrder(let number, let day, let held, let heldDay):
            "Version \(number.text) of \(day.short) does not fit with version \(held.text) of \(heldDay.short): "
                + "a later version has a higher number. Check the number and the date."
        case .sameVersion(let number, let day):
            "There is a version \(number.text) already, of \(day.short). Give this one another number."
        case .noPaper: "Choose a file, or give the link to where it can be read."
        case .nobody: "Count at least one person who took part."
        case .notYet(let day): "\(day.short) has not come yet. Give the day on which it happened."
        case .beforeReport(let day, let report):
            "\(day.short) lies before the report in which it stands (\(report.short)). Check the date."
        case .sameDue(let day): "A report is due on \(day.short) already."
        case .nothingChecked: "Tick what you have made sure of."
        case .noChange: "It stands so already. Choose another status, or go back."
        }
    }

    /// The same without days, ids and numbers.
    public var forOperator: String {
        switch self {
        case .unknown: "change of an unknown thing in a register"
        case .unknownPlan: "unknown plan"
        case .unknownObjectives(let codes, _): "unknown objectives: \(codes.count)"
        case .noPlan: "objectives without a plan"
        case .endBeforeBeginning: "end before beginning"
        case .versionOutOfOrder: "version out of order"
        case .sameVersion: "version number held already"
        case .noPaper: "paper without file or link"
        case .nobody: "co-production without participants"
        case .notYet: "day to come"
        case .beforeReport: "follow-up before the report"
        case .sameDue: "report due on this day already"
        case .nothingChecked: "nothing checked"
        case .noChange: "no change"
        }
    }

    /// The question of a form that it is about, in the order in which one is looked for.
    var fields: [String] {
        switch self {
        case .unknown: []
        case .unknownPlan, .noPlan: ["plan"]
        case .unknownObjectives: ["objectives"]
        case .endBeforeBeginning: ["ends"]
        case .versionOutOfOrder, .sameVersion: ["number"]
        case .noPaper: ["file"]
        case .nobody: [CoproductionGroup.allCases.first?.rawValue ?? ""]
        case .notYet, .beforeReport: ["day"]
        case .sameDue: ["due"]
        case .nothingChecked: ["checks"]
        case .noChange: ["status"]
        }
    }

    private static func list(_ codes: [Code]) -> String {
        codes.prefix(5).map(\.text).joined(separator: ", ") + (codes.count > 5 ? " and others" : "")
    }
}

extension Deciding {
    /// Refuses a plan that is not there, and objectives or actions that it has not.
    mutating func refuseUnknown(_ serving: Serving) throws {
        guard let plan = serving.plan else {
            if !serving.objectives.isEmpty { throw RegisterRefusal.noPlan }
            return
        }
        let id = try lookUp("SELECT subject_id FROM programme_plan WHERE code = \(plan.text)") { $0.text(0) }
        guard let id = id.first else { throw RegisterRefusal.unknownPlan(plan) }
        let (objective, action) = (ObjectiveStatement.part, ActionStatement.part)
        let known = try lookUp(
            """
            SELECT code FROM programme_part
            WHERE plan_id = \(id) AND (part = \(objective) OR part = \(action)) ORDER BY code, part
            """
        ) { $0.text(0) }
        let unknown = serving.objectives.filter { !known.contains($0.text) }
        if !unknown.isEmpty { throw RegisterRefusal.unknownObjectives(unknown, plan: plan) }
    }

    /// Refuses a day that has not come.
    func refuseToCome(_ day: Day) throws(RegisterRefusal) {
        if day > today { throw .notYet(day) }
    }
}
