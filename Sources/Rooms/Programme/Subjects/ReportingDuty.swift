public import CivilTime
public import Ledger

/// Somebody has to report to a committee, or has to do so otherwise now.
struct ReportingStated: Payload {
    static let kind = "reporting.stated"
    var details: ReportingDetails
}

/// A report is due on a day.
struct ReportingDue: Payload {
    static let kind = "reporting.due"
    var due: Day
}

/// A report was sent.
struct ReportingSent: Payload {
    static let kind = "reporting.sent"
    /// The entry that says when it was due.
    var report: String
    var title: String
    var paper: PaperPlace
}

/// What the committee made of a report.
struct ReportingOutcome: Payload {
    static let kind = "reporting.outcome"
    /// The entry that says when it was due.
    var report: String
    /// What was asked, challenged and decided.
    var words: String
    /// What was taken further, and to whom.
    var escalated: String
    /// Where the minutes are.
    var minutes: String?
}

/// It need not be reported any more.
struct ReportingEnded: Payload {
    static let kind = "reporting.ended"
    var why: String
}

/// What is reported to one committee, when it is due, when it was sent and what came of it.
public struct ReportingDuty: Subject {
    /// One report.
    public struct Report: Sendable {
        /// The entry that says when it is due.
        public let entry: String
        /// The day by which it is due.
        public let due: Day
        /// The day it was sent, and the paper; nil before.
        public internal(set) var sent: (entry: String, day: Day, title: String, paper: PaperPlace)?
        /// What came of it; nil before.
        public internal(set) var outcome:
            (entry: String, day: Day, words: String, escalated: String, minutes: String?)?
    }

    /// The subject kind.
    public static let kind = "reporting-duty"
    /// Stated, due, sent, what came of it, ended.
    public static let entryKinds: [EntryKind<ReportingDuty>] = [
        EntryKind(ReportingStated.self) { duty, stated in duty.details = stated.data.details },
        EntryKind(ReportingDue.self) { duty, due in
            duty.recorded.append(Report(entry: due.id, due: due.data.due))
            let early = duty.early.filter { $0.report == due.id }
            duty.early.removeAll { $0.report == due.id }
            for one in early { duty.change(one.report, one.entry, one.change) }
        },
        EntryKind(ReportingSent.self) { duty, sent in
            duty.change(sent.data.report, sent.id) {
                $0.sent = (sent.id, sent.day, sent.data.title, sent.data.paper)
            }
        },
        EntryKind(ReportingOutcome.self) { duty, outcome in
            duty.change(outcome.data.report, outcome.id) {
                $0.outcome = (
                    outcome.id, outcome.day, outcome.data.words, outcome.data.escalated, outcome.data.minutes
                )
            }
        },
        EntryKind(ReportingEnded.self) { duty, ended in
            duty.ended = (ended.id, ended.day, ended.data.why)
        },
    ]
    /// The duties, their reports, and what serves an objective.
    public static let tables = [RegisterTables.duty, RegisterTables.report, RegisterTables.served]
    /// See ``Ledger/Subject/derivation``.
    public static let derivation = 1

    /// The subject id.
    public let id: String
    /// What is to be reported; nil before it was stated.
    public private(set) var details: ReportingDetails?
    /// Since when it need not be reported, and why; nil while it has to be.
    public private(set) var ended: (entry: String, day: Day, why: String)?
    private var recorded: [Report] = []
    /// What was said of reports before the day on which they were recorded as due.
    private var early: [(report: String, entry: String, change: @Sendable (inout Report) -> Void)] = []
    private var noted: [Problem] = []

    /// A duty before any entry.
    public init(id: String) { self.id = id }

    /// Takes note of a problem.
    public mutating func note(_ problem: Problem) { noted.append(problem) }

    /// Its reports by the day they are due.
    public var reports: [Report] { recorded.sorted { ($0.due, $0.entry) < ($1.due, $1.entry) } }
    /// The reports that are due and not sent.
    public var waiting: [Report] { reports.filter { $0.sent == nil } }

    /// The day on which the next report would be due, by how often there is one.
    public var nextDue: Day? {
        guard let details, let last = reports.last else { return nil }
        return details.frequency.next(after: last.due)
    }

    /// What cannot be true together.
    public var problems: [Problem] {
        noted
            + early.map { Problem("Something is said of a report that is not here.", entries: [$0.entry]) }
            + recorded.compactMap { report in
                guard let outcome = report.outcome, report.sent == nil else { return nil }
                return Problem(
                    "The committee dealt with the report due on \(report.due.short), but it is not recorded as sent.",
                    entries: [outcome.entry])
            }
    }

    private mutating func change(
        _ report: String, _ entry: String, _ change: @escaping @Sendable (inout Report) -> Void
    ) {
        guard let index = recorded.firstIndex(where: { $0.entry == report }) else {
            return early.append((report, entry, change))
        }
        change(&recorded[index])
    }
}

extension ReportingDuty {
    /// One row, one of each report, one of each objective.
    public func rows(_ reference: inout ReferenceReader) -> [Row] {
        guard let details else { return [] }
        let row = Row(
            RegisterTables.duty,
            [
                details.committee, details.reporter, details.what, details.frequency.rawValue, ended?.day,
                details.serving.plan?.text, details.serving.text,
            ])
        let reports = recorded.map {
            Row(
                RegisterTables.report, key: $0.entry,
                [$0.due, $0.sent?.day, $0.sent?.title ?? "", $0.outcome != nil])
        }
        return [row] + reports
            + RegisterTables.served(
                details.serving, title: "Report to \(details.committee)", isPublic: false)
    }

    /// Each report as an event on the day it was due and the day it was sent.
    public func facts(_ reference: inout ReferenceReader) -> [Fact] {
        guard let details else { return [] }
        let references = ["committee": details.committee]
        return recorded.flatMap { report -> [Fact] in
            let due = Fact(
                event: "programme.report-due", key: report.entry, on: report.due, references: references)
            let sent = report.sent.map {
                Fact(event: "programme.report-sent", key: report.entry, on: $0.day, references: references)
            }
            return [due] + [sent].compactMap { $0 }
        }
    }
}
