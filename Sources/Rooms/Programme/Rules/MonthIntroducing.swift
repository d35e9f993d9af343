import CivilTime
import Ledger

/// What the programme team writes above the report of a month, and what it asks of the board.
struct MonthIntroduction: Sendable, Hashable {
    let summary: String
    let asks: [String]
}

/// Writes, or writes anew, what stands above the report of a month that is still open.
struct IntroduceMonth: Sendable, Hashable {
    /// The subject id of the plan.
    var plan: String
    var month: Month
    var introduction: MonthIntroduction

    /// Records it and gives the id of the month's subject.
    ///
    /// - Throws: ``MonthRefusal``.
    @discardableResult
    func decide(_ deciding: inout Deciding) throws -> String {
        if month > deciding.today.calendarMonth { throw MonthRefusal.notBegun(month) }
        let found = try deciding.lookUp(MonthRow.query(plan)) { MonthRow($0) }.compactMap { $0 }
            .first { $0.month == month }?.id
        let held = try found.flatMap { try deciding.state(of: ProgrammeMonth.self, $0)?.state }
        if let held, held.state != .open { throw MonthRefusal.closed(month) }
        let id = found ?? deciding.newID()
        guard held?.introduction != introduction else { return id }
        try deciding.record(
            MonthIntroduced(
                plan: plan, month: month, summary: introduction.summary, asks: introduction.asks),
            on: ProgrammeMonth.self, id, day: deciding.today)
        return id
    }
}
