import CivilTime
import Ledger

/// Why a month of a plan cannot be closed, opened again or received.
enum MonthRefusal: Refusal, Equatable {
    /// It is closed already.
    case closed(Month)
    /// It is not closed.
    case notClosed(Month)
    /// It has not begun.
    case notBegun(Month)
    /// The day of the meeting has not come, or lies before the month.
    case wrongDay(Day)

    var forPerson: String {
        switch self {
        case .closed(let month): "\(month.written) is closed already."
        case .notClosed(let month):
            "\(month.written) is open to reports. Close it first, so that what the board receives cannot change."
        case .notBegun(let month): "\(month.written) has not begun."
        case .wrongDay(let day):
            "The board cannot have received this month's report on \(day.short). Check the day of the meeting."
        }
    }

    var forOperator: String {
        switch self {
        case .closed(let month): "month \(month.iso): closed"
        case .notClosed(let month): "month \(month.iso): not closed"
        case .notBegun(let month): "month \(month.iso): not begun"
        case .wrongDay: "month: received on an impossible day"
        }
    }
}

/// Closes a month of a plan to reports, opens it again, or records that a board received its report.
struct ChangeMonth: Sendable, Hashable {
    enum Change: Sendable, Hashable {
        case close
        case reopen(reason: String)
        case receive(board: String, meeting: String?, on: Day)
    }

    /// The subject id of the plan.
    var plan: String
    var month: Month
    var change: Change

    /// Records it and gives the id of the month's subject.
    ///
    /// - Throws: ``MonthRefusal``.
    @discardableResult
    func decide(_ deciding: inout Deciding) throws -> String {
        let today = deciding.today
        if month > today.calendarMonth { throw MonthRefusal.notBegun(month) }
        let found = try deciding.lookUp(MonthRow.query(plan)) { MonthRow($0) }.compactMap { $0 }
            .first { $0.month == month }?.id
        let state =
            try found.flatMap { try deciding.state(of: ProgrammeMonth.self, $0)?.state.state } ?? .open
        let id = found ?? deciding.newID()
        switch change {
        case .close:
            guard state == .open else { throw MonthRefusal.closed(month) }
            try deciding.record(
                MonthClosed(plan: plan, month: month), on: ProgrammeMonth.self, id, day: today)
        case .reopen(let reason):
            guard state != .open else { throw MonthRefusal.notClosed(month) }
            try deciding.record(
                MonthReopened(plan: plan, month: month), on: ProgrammeMonth.self, id, day: today,
                reason: reason)
        case .receive(let board, let meeting, let day):
            guard state != .open else { throw MonthRefusal.notClosed(month) }
            guard day <= today, day >= month.first else { throw MonthRefusal.wrongDay(day) }
            try deciding.record(
                MonthReceived(plan: plan, month: month, board: board, meeting: meeting, day: day),
                on: ProgrammeMonth.self, id, day: day)
        }
        return id
    }
}
