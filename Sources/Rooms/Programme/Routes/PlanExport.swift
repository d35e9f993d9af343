import CivilTime
import Foundation
import Pages

/// A plan as open data.
enum PlanExport {
    private struct Whole: Encodable {
        let format = "goldenthread plan 1"
        let issue: Int
        let plan: PlanHeader
        let objectives: [ObjectiveStatement]
        let actions: [ActionStatement]
        let areasForImprovement: [AreaStatement]
        let bodies: [BodyStatement]
        let targets: [TargetStatement]
    }

    @Sendable static func json(_ record: PlanRecord) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        let whole = Whole(
            issue: record.issue.number, plan: record.header, objectives: record.objectives,
            actions: record.actions,
            areasForImprovement: record.areas, bodies: record.bodies, targets: record.targets)
        return Array(try encoder.encode(whole)) + [0x0A]
    }

    @Sendable static func priorities(_ record: PlanRecord) -> CSV {
        var csv = CSV(["level", "id", "priority", "text", "outcomes", "signs_lead", "signs"])
        for priority in record.header.priorities {
            csv.add([
                "priority", priority.code.text, priority.code.text, priority.text, list(priority.outcomes),
                nil, nil,
            ])
            for response in priority.responses {
                csv.add([
                    "response", response.code.text, priority.code.text, response.title,
                    list(response.outcomes),
                    response.signsLead, list(response.signs),
                ])
            }
        }
        return csv
    }

    @Sendable static func objectives(_ record: PlanRecord) -> CSV {
        var csv = CSV([
            "objective", "priority", "response", "text", "due_months", "ongoing", "due_as_printed",
            "due_read_from",
            "months_stated", "groups", "impacts",
        ])
        for objective in record.objectives {
            csv.add([
                objective.code.text, objective.priority.text, objective.response.text, objective.text,
                list(objective.due.months.map(\.iso)), objective.due.isOngoing ? "yes" : "no",
                objective.due.text,
                objective.due.source, objective.due.monthsStated.map(String.init), list(objective.groups),
                list(objective.impacts),
            ])
        }
        return csv
    }

    @Sendable static func measures(_ record: PlanRecord) -> CSV {
        var csv = CSV(["stands_with", "id", "measure", "indicators"])
        func add(_ kind: String, _ id: String, _ measures: [Measure]) {
            for measure in measures { csv.add([kind, id, measure.text, list(measure.indicators)]) }
        }
        for objective in record.objectives { add("objective", objective.code.text, objective.measures) }
        for action in record.actions { add("action", action.code.text, action.measures) }
        for group in record.header.framework { add("framework", group.name, group.measures) }
        return csv
    }

    @Sendable static func dates(_ record: PlanRecord) -> CSV {
        var csv = CSV(["kind", "id", "milestone", "text", "month"])
        for objective in record.objectives {
            for month in objective.due.months {
                csv.add(["objective", objective.code.text, nil, objective.text, month.iso])
            }
            for step in objective.milestones {
                csv.add(["milestone", objective.code.text, step.code.text, step.text, step.due.iso])
            }
        }
        for action in record.actions {
            if let due = action.due { csv.add(["action", action.code.text, nil, action.text, due.iso]) }
        }
        return csv
    }

    @Sendable static func actions(_ record: PlanRecord) -> CSV {
        var csv = CSV([
            "action", "outcome", "required_outcome", "text", "parts", "timescale", "due_month", "owners",
            "accountable", "rating", "rated_for", "uncertain",
        ])
        for action in record.actions {
            let rating = action.rating.flatMap { record.header.scheme.rating($0.colour) }
            csv.add([
                action.code.text, action.priority.text, action.response.text, action.text, list(action.parts),
                action.timescale, action.due?.iso, list(action.owners), list(action.accountable),
                rating?.label,
                action.rating?.month.iso, action.isUncertain ? "yes" : "no",
            ])
        }
        return csv
    }

    @Sendable static func areas(_ record: PlanRecord) -> CSV {
        var csv = CSV(["area", "text", "led_by", "objectives", "confidence"])
        for area in record.areas {
            csv.add([
                area.code.text, area.text, area.group, list(area.objectives.map(\.text)), area.confidence,
            ])
        }
        return csv
    }

    @Sendable static func groups(_ record: PlanRecord) -> CSV {
        var csv = CSV([
            "group", "name", "also_called", "kind", "role", "leads", "members", "works_on",
            "also_within_remit", "purpose", "meets", "quorum", "reports_to", "reports",
        ])
        for body in record.bodies {
            let leads = body.leads.map(GroupView.words)
            csv.add([
                body.code.text, body.name, list(body.aliases), body.kind, body.role, list(leads),
                list(body.members),
                list(body.focus.flatMap { [$0.text] + $0.detail }), list(body.alsoWithinRemit),
                body.terms?.purpose, body.terms?.meets, body.terms?.quorum,
                list(body.reportsTo.map(\.to.text)),
                list(body.reportsTo.compactMap(\.what)),
            ])
        }
        return csv
    }

    @Sendable static func targets(_ record: PlanRecord) -> CSV {
        var csv = CSV([
            "target", "title", "cohort", "indicators", "kind", "label", "when", "month", "value", "unit",
            "comparison", "actions",
        ])
        for target in record.targets {
            for figure in target.figures {
                csv.add([
                    target.code.text, target.title, target.cohort, list(target.indicators),
                    figure.kind.rawValue,
                    figure.label, figure.when, figure.month?.iso, String(figure.value), figure.unit.rawValue,
                    figure.comparison, list(target.actions.map(\.text)),
                ])
            }
        }
        return csv
    }

    @Sendable static func remarks(_ record: PlanRecord) -> CSV {
        var csv = CSV(["stands_with", "about", "doubt", "remark"])
        for (title, _, remark) in DoubtsView.remarks(record) {
            csv.add([title, remark.about, remark.isDoubt ? "yes" : "no", remark.text])
        }
        return csv
    }

    private static func list(_ values: [String]) -> String { values.joined(separator: "; ") }
}
