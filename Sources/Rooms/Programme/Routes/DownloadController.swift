import CivilTime
import Foundation
import Ledger
import Pages

/// One file in which a plan, or a part of it, can be taken away.
struct PlanDownload: Sendable {
    let name: String
    let content: String
    let isJSON: Bool
    let write: @Sendable (PlanRecord) throws -> [UInt8]

    static let all: [PlanDownload] = [
        PlanDownload(
            name: "plan.json", content: "the whole plan, with every remark on what is uncertain",
            isJSON: true,
            write: PlanExport.json),
        csv("priorities.csv", "priorities and responses with what is to be reached", PlanExport.priorities),
        csv("objectives.csv", "objectives with priority, response, groups and dates", PlanExport.objectives),
        csv(
            "measures.csv", "what will be measured, with the indicators each measure names",
            PlanExport.measures),
        csv(
            "dates.csv", "every month in which an objective, a milestone or an action is due",
            PlanExport.dates),
        csv("actions.csv", "actions with timescale, owners and printed rating", PlanExport.actions),
        csv("areas.csv", "areas for improvement and the objectives that serve each", PlanExport.areas),
        csv("groups.csv", "boards and groups, who leads them and to whom they report", PlanExport.groups),
        csv("targets.csv", "figures and targets as the plan states them", PlanExport.targets),
        csv("uncertain.csv", "every remark on what is uncertain, missing or explained", PlanExport.remarks),
    ]

    private static func csv(
        _ name: String, _ content: String, _ write: @escaping @Sendable (PlanRecord) -> CSV
    ) -> PlanDownload {
        PlanDownload(name: name, content: content, isJSON: false) { write($0).bytes }
    }
}

/// Answers for the downloads of a plan.
struct DownloadController: Sendable {
    let ledger: Ledger

    func register(in table: inout RouteTable) {
        table.add(PlanRoutes.downloads) { code, request in
            let plan = try await ledger.read { try PlanRecord.plan(code, $0) }
            guard let header = plan.current?.header else { throw PageError.notFound }
            return .page(DownloadsView(header: header, files: PlanDownload.all).page(), request.context)
        }
        table.add(PlanRoutes.download) { arguments, _ in
            let (code, name) = arguments
            guard let file = PlanDownload.all.first(where: { $0.name == name }) else {
                throw PageError.notFound
            }
            let record = try await ledger.read { try PlanRecord.load(code, $0) }
            let type = file.isJSON ? "application/json" : "text/csv; charset=utf-8"
            return .download(
                "\(code.text.replacing(":", with: "-"))-\(name)", type: type, try file.write(record))
        }
    }
}
