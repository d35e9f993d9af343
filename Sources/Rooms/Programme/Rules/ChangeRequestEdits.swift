import CivilTime
import Ledger

/// Asks for another date.
struct AskForChange: Sendable, Hashable {
    /// The subject id of the plan.
    var plan: String
    var name: PromiseName
    var to: Month
    var reason: String
    var effect: String
    var group: String
    var account: String?

    /// Records the request and gives its id.
    ///
    /// - Throws: ``ChangeRequestRefusal``.
    func decide(_ deciding: inout Deciding) throws -> String {
        let promise = try deciding.promise(name, of: plan)
        try deciding.refuse(to, for: promise)
        let open = [ChangeRequest.Status.waiting.rawValue, ChangeRequest.Status.sentBack.rawValue]
        let waiting = try deciding.lookUp(
            """
            SELECT subject_id FROM programme_change WHERE plan_id = \(plan) AND promise = \(name.key)
            AND status IN (\(open[0]), \(open[1]))
            """
        ) { $0.text(0) }
        guard waiting.isEmpty else { throw ChangeRequestRefusal.alreadyAsked }
        let id = deciding.newID()
        try deciding.record(
            ChangeAsked(
                plan: plan, what: name.kind, code: name.code, milestone: name.milestone, from: promise.months,
                to: to, reason: reason, effect: effect, account: account, group: group),
            on: ChangeRequest.self, id, day: deciding.today)
        return id
    }
}

/// Asks again for what was sent back.
struct AskAgain: Sendable, Hashable {
    var request: String
    var to: Month
    var reason: String
    var effect: String
    var account: String?

    /// Records it and gives the request's id.
    ///
    /// - Throws: ``ChangeRequestRefusal``.
    func decide(_ deciding: inout Deciding) throws -> String {
        let held = try deciding.changeRequest(request)
        guard held.state.status == .sentBack else { throw ChangeRequestRefusal.notSentBack }
        try deciding.refuse(to, for: try deciding.promise(held.name, of: held.state.plan))
        try deciding.record(
            ChangeAskedAgain(to: to, reason: reason, effect: effect, account: account),
            on: ChangeRequest.self, request, day: deciding.today)
        return request
    }
}

/// Takes back a request on which nothing was decided.
struct TakeBackChange: Sendable, Hashable {
    var request: String
    var why: String
    var account: String?

    /// Records it and gives the request's id.
    ///
    /// - Throws: ``ChangeRequestRefusal``.
    func decide(_ deciding: inout Deciding) throws -> String {
        let held = try deciding.changeRequest(request)
        guard [.waiting, .sentBack].contains(held.state.status) else {
            throw ChangeRequestRefusal.alreadyDecided(held.state.status.words.lowercased())
        }
        try deciding.record(
            ChangeTakenBack(why: why, account: account), on: ChangeRequest.self, request, day: deciding.today)
        return request
    }
}

/// Records what a board or group decided on a request.
struct DecideOnChange: Sendable, Hashable {
    var request: String
    var decision: ChangeDecision
    /// The id of the board or group.
    var body: Code
    /// The day it decided.
    var day: Day
    var words: String
    /// The account that records it; never one that asked.
    var account: String?

    /// Records the decision and gives the request's id.
    ///
    /// - Throws: ``ChangeRequestRefusal``.
    func decide(_ deciding: inout Deciding) throws -> String {
        let held = try deciding.changeRequest(request)
        guard let asking = held.state.current else { throw ChangeRequestRefusal.unknownRequest }
        switch held.state.status {
        case .waiting: break
        case .sentBack: throw ChangeRequestRefusal.waitsForAsker
        case .approved, .refused, .takenBack:
            throw ChangeRequestRefusal.alreadyDecided(held.state.status.words.lowercased())
        }
        if let account, held.state.askers.contains(account) { throw ChangeRequestRefusal.ownRequest }
        guard day <= deciding.today else { throw ChangeRequestRefusal.notYet(day) }
        guard day >= asking.day else {
            throw ChangeRequestRefusal.decidedBeforeAsked(day, asked: asking.day)
        }
        if words.isEmpty, decision != .approved { throw ChangeRequestRefusal.noWords }
        if decision == .approved {
            let promise = try deciding.promise(held.name, of: held.state.plan)
            if asking.to.last < day { throw ChangeRequestRefusal.inThePast(asking.to, today: day) }
            if promise.months.last == asking.to { throw ChangeRequestRefusal.sameDate(asking.to) }
        }
        guard let name = try deciding.bodyName(body, of: held.state.plan) else {
            throw ChangeRequestRefusal.unknownBody
        }
        try deciding.record(
            ChangeDecided(
                asking: asking.entry, decision: decision, body: body, bodyName: name, words: words,
                account: account), on: ChangeRequest.self, request, day: day)
        return request
    }
}

extension Deciding {
    /// A request by its id, with what it is about.
    mutating func changeRequest(_ id: String) throws -> (state: ChangeRequest, name: PromiseName) {
        guard let state = try state(of: ChangeRequest.self, id)?.state, let name = state.name else {
            throw ChangeRequestRefusal.unknownRequest
        }
        return (state, name)
    }

    /// What the plan now promises under a name.
    ///
    /// - Throws: ``ChangeRequestRefusal``, where it never did or does no more.
    mutating func promise(_ name: PromiseName, of plan: String) throws -> Promise {
        switch name.kind {
        case .action:
            let part: PlanAction = try self.part(name.code, of: plan)
            return try Promise.current(name, in: part) { [Promise($0)] }
        case .objective, .milestone:
            let part: Objective = try self.part(name.code, of: plan)
            return try Promise.current(name, in: part) { Promise.all(of: $0) }
        }
    }

    /// Refuses a month that has ended, or that is promised already.
    func refuse(_ month: Month, for promise: Promise) throws {
        if month.last < today { throw ChangeRequestRefusal.inThePast(month, today: today) }
        if promise.months.last == month { throw ChangeRequestRefusal.sameDate(month) }
    }

    /// The name of a board or group that the plan now has; nil where it has none of this id.
    mutating func bodyName(_ code: Code, of plan: String) throws -> String? {
        guard let id = try partID(BodyStatement.part, code, of: plan) else { return nil }
        return try state(of: Body.self, id)?.state.current?.name
    }

    /// A part of a plan by its published id, whether or not its last issue holds it.
    mutating func part<Statement: PartStatement>(
        _ code: Code, of plan: String
    ) throws -> PlanPart<Statement> {
        guard try state(of: Plan.self, plan)?.state.current != nil else {
            throw ChangeRequestRefusal.unknownPlan
        }
        guard let id = try partID(Statement.part, code, of: plan),
            let part = try state(of: PlanPart<Statement>.self, id)?.state
        else { throw ChangeRequestRefusal.unknownPromise }
        return part
    }

    private mutating func partID(_ part: String, _ code: Code, of plan: String) throws -> String? {
        try lookUp(
            """
            SELECT subject_id FROM programme_part WHERE plan_id = \(plan) AND part = \(part)
            AND code = \(code.text)
            """
        ) { $0.text(0) }.first
    }
}

extension Promise {
    /// What a part promises now under a name.
    ///
    /// - Throws: ``ChangeRequestRefusal/dropped(_:issue:)`` where an issue dropped it,
    ///   ``ChangeRequestRefusal/unknownPromise`` where none ever promised it.
    static func current<Statement: PartStatement>(
        _ name: PromiseName, in part: PlanPart<Statement>, _ promises: (Statement) -> [Promise]
    ) throws(ChangeRequestRefusal) -> Promise {
        if let found = part.current.map(promises)?.first(where: { $0.name == name }) { return found }
        let stated = part.versions.last { version in
            version.statement.map(promises)?.contains { $0.name == name } == true
        }
        guard let stated else { throw .unknownPromise }
        let gone = part.versions.first { $0.issue > stated.issue }
        throw .dropped(name.words, issue: gone?.issue ?? stated.issue)
    }
}
