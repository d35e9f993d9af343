import CivilTime
import Ledger

/// Why somebody cannot be named as the lead of a group.
enum LeadRefusal: Refusal, Equatable {
    /// The plan has no such board or group.
    case unknownBody(Code)
    /// They lead it already over some of these days.
    case already(from: Day)
    /// There is no such lead.
    case unknown
    /// The last day lies before the first.
    case endBeforeStart(from: Day, to: Day)

    var forPerson: String {
        switch self {
        case .unknownBody(let code): "The plan has no group \(code.text). Choose from the list."
        case .already(let from):
            "This account already leads the group from \(from.short). End that first, or choose other days."
        case .unknown: "This lead is no longer there. Open the page again."
        case .endBeforeStart(let from, let to):
            "The last day (\(to.short)) lies before the first (\(from.short)). Check both dates."
        }
    }

    var forOperator: String {
        switch self {
        case .unknownBody: "lead: unknown body"
        case .already: "lead: overlap"
        case .unknown: "lead: unknown"
        case .endBeforeStart: "lead: end before start"
        }
    }
}

/// Names the lead of a board or group.
struct NameLead: Sendable, Hashable {
    var account: String
    /// The subject id of the plan.
    var plan: String
    var body: Code
    /// The first day; it may lie ahead.
    var from: Day
    var to: Day?

    /// Records it and gives the new id.
    ///
    /// - Throws: ``LeadRefusal``.
    func decide(_ deciding: inout Deciding) throws -> String {
        if let to, to < from { throw LeadRefusal.endBeforeStart(from: from, to: to) }
        guard try deciding.body(body, of: plan) != nil else { throw LeadRefusal.unknownBody(body) }
        let held = try LeadRow.all(by: account, &deciding).first { row in
            row.plan == plan && row.body == body && row.from <= to ?? .latest && from <= row.to ?? .latest
        }
        if let held { throw LeadRefusal.already(from: held.from) }
        let id = deciding.newID()
        try deciding.record(
            LeadNamed(account: account, plan: plan, body: body, from: from, to: to), on: GroupLead.self, id,
            day: min(from, deciding.today))
        return id
    }
}

/// Gives a lead a last day, which may have passed or be to come.
struct EndLead: Sendable, Hashable {
    /// The subject id of the lead.
    var lead: String
    var to: Day
    var reason: String?

    /// Records it.
    ///
    /// - Throws: ``LeadRefusal``.
    func decide(_ deciding: inout Deciding) throws {
        guard let from = try deciding.state(of: GroupLead.self, lead)?.state.from else {
            throw LeadRefusal.unknown
        }
        guard to >= from else { throw LeadRefusal.endBeforeStart(from: from, to: to) }
        try deciding.record(LeadEnded(to: to), on: GroupLead.self, lead, day: deciding.today, reason: reason)
    }
}
