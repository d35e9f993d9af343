import CivilTime
import Foundation
import Pages

/// Comparisons as open data.
enum ComparisonExport {
    static let csvName = "comparison.csv"
    static let jsonName = "comparison.json"
    static let slipName = "slip.csv"

    private struct Whole: Encodable {
        let format = "goldenthread comparison 1"
        let plan: Code
        let from: End
        let to: End
        let promises: [Line]
        let changes: [Change]
    }

    private struct End: Encodable {
        let issue: Int
        let day: Day
    }

    private struct Line: Encodable {
        let kind: String
        let id: String
        let milestone: String?
        let textBefore: String?
        let textAfter: String?
        let dueBefore: [Month]
        let dueAfter: [Month]
        let change: String
        let monthsMoved: Int?
        let daysMoved: Int?
        let firstPromised: [Month]
        let firstIssue: Int?
        let isReworded: Bool
        let fellDue: Day?
        let outcome: String?
        let reasons: [String]
        let hasApprovedRequest: Bool?

        init(_ promise: ComparedPromise) {
            kind = promise.name.kind.rawValue
            id = promise.name.code.text
            milestone = promise.name.milestone?.text
            textBefore = promise.before?.text
            textAfter = promise.after?.text
            dueBefore = promise.before?.months ?? []
            dueAfter = promise.after?.months ?? []
            change = promise.move.id
            monthsMoved = promise.move.months
            daysMoved = promise.move.days
            firstPromised = promise.first?.months ?? []
            firstIssue = promise.first?.issue
            isReworded = promise.isReworded
            fellDue = promise.fellDue
            outcome = promise.outcome?.id
            reasons = promise.reasons.map(\.words)
            hasApprovedRequest = promise.move.isMove ? promise.request != nil : nil
        }
    }

    private struct Change: Encodable {
        let part: String
        let id: String
        let change: String
        let details: [String]
    }

    static func json(_ comparison: Comparison) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        let whole = Whole(
            plan: comparison.to.record.code, from: end(comparison.from), to: end(comparison.to),
            promises: comparison.promises.map(Line.init),
            changes: comparison.changes.map {
                Change(part: $0.part, id: $0.code.text, change: $0.kind.rawValue, details: $0.details)
            })
        return Array(try encoder.encode(whole)) + [0x0A]
    }

    private static func end(_ side: Comparison.Side) -> End { End(issue: side.issue, day: side.day) }

    static func csv(_ comparison: Comparison) -> CSV {
        var csv = CSV([
            "kind", "id", "milestone", "change", "due_before", "due_after", "months_moved", "days_moved",
            "first_promised", "first_issue", "fell_due", "outcome", "reworded", "text_before", "text_after",
            "reasons", "approved_request",
        ])
        for promise in comparison.promises {
            let line = Line(promise)
            csv.add([
                line.kind, line.id, line.milestone, line.change, list(line.dueBefore), list(line.dueAfter),
                line.monthsMoved.map(String.init), line.daysMoved.map(String.init), list(line.firstPromised),
                line.firstIssue.map(String.init), line.fellDue?.iso, line.outcome,
                line.isReworded ? "yes" : "no", line.textBefore, line.textAfter,
                line.reasons.joined(separator: "; "), line.hasApprovedRequest.map { $0 ? "yes" : "no" },
            ])
        }
        return csv
    }

    static func slip(_ curve: SlipCurve) -> CSV {
        var csv = CSV([
            "month", "issue", "months_later", "later", "earlier", "same", "without_date", "dropped",
        ])
        for point in curve.points {
            csv.add(
                [point.month.iso]
                    + [
                        point.issue, point.monthsLater, point.later, point.earlier, point.same, point.undated,
                        point.dropped,
                    ].map { String($0) })
        }
        return csv
    }

    private static func list(_ months: [Month]) -> String { months.map(\.iso).joined(separator: "; ") }
}
