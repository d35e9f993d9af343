public import CivilTime
public import Ledger

/// Records what has to be reported to a committee, and the day of the first report where it is known.
public struct RecordReportingDuty: Sendable {
    /// What has to be reported.
    public var details: ReportingDetails
    /// The day by which the first report is due.
    public var firstDue: Day?

    /// States a duty.
    public init(_ details: ReportingDetails, firstDue: Day?) {
        self.details = details
        self.firstDue = firstDue
    }

    /// Records it and gives the new id.
    ///
    /// - Throws: ``RegisterRefusal``.
    public func decide(_ deciding: inout Deciding) throws -> String {
        try deciding.refuseUnknown(details.serving)
        let id = deciding.newID()
        try deciding.record(
            ReportingStated(details: details), on: ReportingDuty.self, id, day: deciding.today)
        if let firstDue {
            try deciding.record(
                ReportingDue(due: firstDue), on: ReportingDuty.self, id, day: deciding.today)
        }
        return id
    }
}

/// Records something on a duty to report.
public struct RecordOnReportingDuty: Sendable {
    /// What is recorded.
    public enum Change: Sendable {
        /// What has to be reported.
        case details(ReportingDetails)
        /// A report is due by a day.
        case due(Day)
        /// A report, by the entry that says when it was due, was sent on a day; the next is due by a day.
        case sent(String, Day, title: String, GivenPaper, next: Day?)
        /// What came of a report, on a day.
        case outcome(String, Day, words: String, escalated: String, minutes: String?)
        /// It need not be reported any more from a day on.
        case ended(Day, why: String)
    }

    /// The subject id.
    public var duty: String
    /// What is recorded.
    public var change: Change

    /// States a change.
    public init(_ change: Change, on duty: String) {
        self.duty = duty
        self.change = change
    }

    /// Records it and gives the entry's id.
    ///
    /// - Throws: ``RegisterRefusal``.
    @discardableResult
    public func decide(_ deciding: inout Deciding) throws -> String {
        guard let held = try deciding.state(of: ReportingDuty.self, duty)?.state, held.details != nil else {
            throw RegisterRefusal.unknown
        }
        switch change {
        case .details(let details):
            try deciding.refuseUnknown(details.serving)
            return try record(ReportingStated(details: details), deciding.today, &deciding)
        case .due(let due):
            if held.reports.contains(where: { $0.due == due }) { throw RegisterRefusal.sameDue(due) }
            return try record(ReportingDue(due: due), deciding.today, &deciding)
        case .sent(let report, let day, let title, let given, let next):
            try refuseUnknown(report, held)
            try deciding.refuseToCome(day)
            let paper = try given.placeIfAny(title: title, &deciding)
            let entry = try record(ReportingSent(report: report, title: title, paper: paper), day, &deciding)
            // Two people may send two reports; the next one is due once.
            if let next, !held.reports.contains(where: { $0.due == next }) {
                try deciding.record(
                    ReportingDue(due: next), on: ReportingDuty.self, duty, day: deciding.today)
            }
            return entry
        case .outcome(let report, let day, let words, let escalated, let minutes):
            try refuseUnknown(report, held)
            return try record(
                ReportingOutcome(report: report, words: words, escalated: escalated, minutes: minutes), day,
                &deciding)
        case .ended(let day, let why): return try record(ReportingEnded(why: why), day, &deciding)
        }
    }

    private func refuseUnknown(_ report: String, _ held: ReportingDuty) throws(RegisterRefusal) {
        if !held.reports.contains(where: { $0.entry == report }) { throw .unknown }
    }

    private func record(
        _ payload: some Payload, _ day: Day, _ deciding: inout Deciding
    ) throws -> String {
        try deciding.refuseToCome(day)
        return try deciding.record(payload, on: ReportingDuty.self, duty, day: day)
    }
}
