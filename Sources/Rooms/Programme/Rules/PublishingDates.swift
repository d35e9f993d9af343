import CivilTime
import Ledger

/// One part of a plan that approved changes of dates make say something else.
enum RedatedPart: Sendable, Hashable {
    case objective(id: String, ObjectiveStatement)
    case action(id: String, ActionStatement)

    /// The part's published id.
    var code: Code {
        switch self {
        case .objective(_, let objective): objective.code
        case .action(_, let action): action.code
        }
    }

    /// What is promised.
    var text: String {
        get {
            switch self {
            case .objective(_, let objective): objective.text
            case .action(_, let action): action.text
            }
        }
        set {
            switch self {
            case .objective(let id, var objective):
                objective.text = newValue
                self = .objective(id: id, objective)
            case .action(let id, var action):
                action.text = newValue
                self = .action(id: id, action)
            }
        }
    }

    /// The part with one of its dates moved.
    func moving(_ name: PromiseName, to month: Month) -> RedatedPart {
        switch self {
        case .objective(let id, let objective):
            return .objective(id: id, objective.moving(name, to: month))
        case .action(let id, var action):
            action.due = month
            action.timescale = month.written
            return .action(id: id, action)
        }
    }
}

extension ObjectiveStatement {
    /// The objective, or a milestone of it, due in another month.
    ///
    /// Where it is due in several months, the last is moved, and of the others those before it stay. The plan's own
    /// words for the date go, for they no longer hold.
    func moving(_ name: PromiseName, to month: Month) -> ObjectiveStatement {
        var moved = self
        guard let milestone = name.milestone else {
            let kept = due.months.dropLast().filter { $0 < month }
            moved.due = Due(
                months: kept + [month], isOngoing: false, text: nil, source: nil, monthsStated: nil)
            return moved
        }
        for index in moved.milestones.indices where moved.milestones[index].code == milestone {
            moved.milestones[index].due = month
        }
        return moved
    }
}

/// Publishes a plan again with dates that were approved and that no issue states yet.
struct PublishDates: Sendable, Hashable {
    /// The subject id of the plan.
    var plan: String
    /// The version as it is printed; nil where none is.
    var version: String?
    /// The day of publication.
    var day: Day
    /// The requests whose dates are published, as the form showed them.
    var requests: [String]
    /// The words of each part that says something else now, by its published id.
    var words: [Code: String]

    /// Records the issue and gives its number.
    ///
    /// - Throws: ``ChangeRequestRefusal``.
    func decide(_ deciding: inout Deciding) throws -> Int {
        guard let held = try deciding.state(of: Plan.self, plan)?.state.current else {
            throw ChangeRequestRefusal.unknownPlan
        }
        guard day <= deciding.today else { throw ChangeRequestRefusal.publishedLater(day) }
        guard day >= held.day else { throw ChangeRequestRefusal.publishedBefore(day, held: held.day) }
        if let version, version == held.header.printedVersion {
            throw ChangeRequestRefusal.sameVersion(version)
        }
        let approved = try requests.map { id in
            guard let change = try deciding.changeRequest(id).state.approved else {
                throw ChangeRequestRefusal.notApproved
            }
            guard change.day <= day else {
                throw ChangeRequestRefusal.publishedBeforeDecided(day, decided: change.day)
            }
            return change
        }
        let parts = try deciding.redated(approved, of: plan)
        guard !parts.isEmpty else { throw ChangeRequestRefusal.nothingToPublish }
        let issue = held.number + 1
        for part in parts { try record(part, issue, &deciding) }
        var header = held.header
        header.published = day
        header.isPublishedPrinted = true
        header.printedVersion = version
        try deciding.record(PlanIssued(issue: issue, header: header), on: Plan.self, plan, day: day)
        return issue
    }

    private func record(_ part: RedatedPart, _ issue: Int, _ deciding: inout Deciding) throws {
        var part = part
        if let words = words[part.code] { part.text = words }
        switch part {
        case .objective(let id, let objective):
            try deciding.record(
                PartStated(plan: plan, issue: issue, statement: objective), on: Objective.self, id, day: day)
        case .action(let id, let action):
            try deciding.record(
                PartStated(plan: plan, issue: issue, statement: action), on: PlanAction.self, id, day: day)
        }
    }
}

extension Deciding {
    /// The parts of a plan as approved changes make them, each once, in the order of the changes.
    ///
    /// - Throws: ``ChangeRequestRefusal``, where the plan holds one of them no more.
    mutating func redated(_ approved: [ApprovedChange], of plan: String) throws -> [RedatedPart] {
        var parts: [RedatedPart] = []
        for change in approved {
            let promise = try promise(change.name, of: plan)
            guard promise.months.last != change.month else { continue }
            let held = parts.firstIndex { $0.code == change.name.code }
            let part = try held.map { parts[$0] } ?? redatable(change.name, of: plan)
            let moved = part.moving(change.name, to: change.month)
            if let held { parts[held] = moved } else { parts.append(moved) }
        }
        return parts
    }

    private mutating func redatable(_ name: PromiseName, of plan: String) throws -> RedatedPart {
        if name.kind == .action {
            let part: PlanAction = try self.part(name.code, of: plan)
            if let statement = part.current { return .action(id: part.id, statement) }
        } else {
            let part: Objective = try self.part(name.code, of: plan)
            if let statement = part.current { return .objective(id: part.id, statement) }
        }
        throw ChangeRequestRefusal.unknownPromise
    }
}
