import CivilTime
import Ledger

extension PlanHistory {
    /// The same with what groups reported of its objectives, milestones and actions.
    ///
    /// - Parameter everything: also what no board has received yet, which is for staff alone.
    func withReports(_ snapshot: Snapshot, everything: Bool) throws -> PlanHistory {
        let gate = try MonthGate.load(plan.id, snapshot.reader)
        let scheme = plan.current?.header.scheme
        var history = self
        for id in objectives.map(\.id) + actions.map(\.id) {
            guard let all = try snapshot.state(of: Progress.self, id)?.state else { continue }
            let progress = everything ? all : all.received(gate)
            let name: PromiseName =
                progress.part == ActionStatement.part ? .action(progress.code) : .objective(progress.code)
            history.reported[name] = progress.reports.map { report in
                let rating = report.rating.flatMap { scheme?.rating($0) }
                return ReportedStanding(day: report.day, isDone: rating?.saysDone ?? false)
            }
            for milestone in progress.milestones {
                guard let met = milestone.met.last?.on else { continue }
                history.reported[.milestone(milestone.code, of: progress.code)] = [
                    ReportedStanding(day: met, isDone: true)
                ]
            }
        }
        return history
    }
}
