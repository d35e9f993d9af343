import CivilTime
import Ledger
import Pages

/// How one month of a plan stands, for lists and for who runs it.
struct MonthOverview: Sendable {
    let month: Month
    let state: ProgrammeMonth.State
    let receipt: MonthGate.Receipt?
    /// How many parts of the plan there are, and for how many something was reported.
    let parts: Int
    let reported: Int
    let introduction: MonthIntroduction?
    /// What happened to it, the first first.
    let steps: [ProgrammeMonth.Step]
    /// The version of its record, which its forms name.
    let version: Int

    /// One month.
    init(of record: PlanRecord, _ month: Month, today: Day, _ snapshot: Snapshot) throws {
        let rows = try ReportRow.all(of: record.plan.id, snapshot.reader)
        try self.init(of: record, month, rows, snapshot)
    }

    private init(of record: PlanRecord, _ month: Month, _ rows: [ReportRow], _ snapshot: Snapshot) throws {
        let held = try Self.held(of: record.plan.id, month, snapshot)
        self.month = month
        state = held?.state.state ?? .open
        receipt = try MonthGate.load(record.plan.id, snapshot.reader).receipts[month]
        let codes = Set(record.objectives.map(\.code) + record.actions.map(\.code))
        parts = codes.count
        reported = Set(rows.filter { $0.month == month }.map(\.code)).intersection(codes).count
        introduction = held?.state.introduction
        steps = held?.state.steps ?? []
        version = held?.version ?? 0
    }

    /// Every month from the first issue of the plan to the present one, the last first.
    static func all(of record: PlanRecord, today: Day, _ snapshot: Snapshot) throws -> [MonthOverview] {
        let rows = try ReportRow.all(of: record.plan.id, snapshot.reader)
        let first = min(
            record.plan.issues.first?.day.calendarMonth ?? today.calendarMonth,
            rows.first?.month ?? today.calendarMonth)
        let columns = record.header.scheme.columns.compactMap { Month(iso: $0) }.filter {
            $0 <= today.calendarMonth
        }
        let last = today.calendarMonth
        // A plan rated by quarter has the months of its columns and no others.
        let months = columns.isEmpty ? (0...max(0, last - first)).map { first + $0 } : columns
        return try months.reversed().map { try MonthOverview(of: record, $0, rows, snapshot) }
    }

    /// What stands above the report of a month, now or as it was known at a commit.
    static func introduction(
        of plan: String, _ month: Month, at commit: Int?, _ snapshot: Snapshot
    ) throws -> MonthIntroduction? {
        guard let held = try Self.held(of: plan, month, snapshot) else { return nil }
        guard let commit else { return held.state.introduction }
        return try snapshot.state(of: ProgrammeMonth.self, held.state.id, asKnownAt: commit)?.state
            .introduction
    }

    static func held(
        of plan: String, _ month: Month, _ snapshot: Snapshot
    ) throws -> Versioned<ProgrammeMonth>? {
        let row = try snapshot.reader.all(MonthRow.query(plan)) { MonthRow($0) }.compactMap { $0 }
            .first { $0.month == month }
        return try row.flatMap { try snapshot.state(of: ProgrammeMonth.self, $0.id) }
    }
}
