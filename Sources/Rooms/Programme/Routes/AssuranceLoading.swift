package import CivilTime
package import Ledger
import Markup
import Meetings
import Pages

extension AssuranceView {
    /// The report of a month as its board received it, or as it stands where none has.
    ///
    /// - Throws: ``Pages/PageError/notFound`` where there is no such plan, or the month has not begun.
    static func load(
        _ code: Code, _ month: Month, today: Day, for audience: (MonthGate) throws -> Audience,
        _ snapshot: Snapshot
    ) throws -> AssuranceView {
        let plan = try PlanRecord.plan(code, snapshot)
        guard let header = plan.current?.header, month <= today.calendarMonth else {
            throw PageError.notFound
        }
        let gate = try MonthGate.load(plan.id, snapshot.reader)
        let receipt = gate.receipts[month]
        return AssuranceView(
            header: header,
            report: try AssuranceReporting(
                snapshot: snapshot, plan: plan, month: month, commit: receipt?.commit
            ).report(today: today),
            introduction: try MonthOverview.introduction(of: plan.id, month, at: receipt?.commit, snapshot),
            receipt: receipt, challenges: try challenges(asKnownAt: receipt?.commit, snapshot),
            audience: try audience(gate))
    }

    private static func challenges(
        asKnownAt commit: Int?, _ snapshot: Snapshot
    ) throws -> [OpenChallenge] {
        let open =
            if let commit {
                try Meetings.openChallenges(snapshot, asKnownAt: commit)
            } else {
                try Meetings.openChallenges(snapshot.reader)
            }
        return open.map { .init(text: $0.text, by: $0.by, day: $0.day) }
    }
}

extension Programme {
    /// Reports on an objective for a month, as the programme team may for every group.
    ///
    /// - Throws: `PageError.notFound` where the plan has no such objective; a refusal where the month is closed or
    ///   what is said of it cannot be taken.
    package func report(
        on objective: Code, in plan: Code, for month: Month, _ rating: Rating.Colour, _ narrative: String,
        group: String, by author: Author
    ) async throws {
        let part = try await ledger.read { snapshot in
            try snapshot.reader.first(
                """
                SELECT subject_id FROM programme_part WHERE part = \(ObjectiveStatement.part)
                AND code = \(objective.text)
                AND plan_id = (SELECT subject_id FROM programme_plan WHERE code = \(plan.text))
                """
            ) { $0.text(0) }
        }
        guard let part else { throw PageError.notFound }
        let report = ReportProgress(
            part: part, month: month, rating: rating, narrative: narrative, impact: "", group: group,
            milestones: [], reporter: .programmeTeam)
        _ = try await ledger.commit(
            Command(id: Identifiers.live.next(), fields: "", author: author) { try report.decide(&$0) })
    }

    /// The assurance report of a month as the board reads it, as HTML from its heading on.
    ///
    /// - Throws: `PageError.notFound` where there is no such plan, or the month has not begun.
    package func assuranceReport(of plan: Code, for month: Month) async throws -> String {
        let today = ledger.today
        return try await ledger.read { snapshot in
            try AssuranceView.load(plan, month, today: today, for: { _ in .board }, snapshot).body.string
        }
    }
}
