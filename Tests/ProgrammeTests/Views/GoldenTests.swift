import Foundation
import Testing

@testable import Pages
@testable import Programme

/// Whole pages and downloads of the small plans, so that whoever changes them sees what changed.
@Suite struct `Pages and downloads are as they were last agreed` {
    @Test(arguments: [
        ("/plans", "plans"), ("/plans/HOLLIN-2024", "plan"), ("/plans/HOLLIN-2024?show=late", "plan-late"),
        ("/plans/HOLLIN-2024/priorities/P1", "priority"),
        ("/plans/HOLLIN-2024/objectives/P1A:1", "objective"), ("/plans/HOLLIN-2024/governance", "governance"),
        ("/plans/HOLLIN-2024/groups/TF-HEAR", "group"), ("/plans/HOLLIN-2024/areas", "areas"),
        ("/plans/HOLLIN-2024/areas/AfI1", "area"), ("/plans/HOLLIN-2024/dates", "dates"),
        ("/plans/HOLLIN-2024/uncertain", "uncertain"), ("/plans/HOLLIN-2024/downloads", "downloads"),
        ("/plans/HOLLIN-2018", "statement"), ("/plans/HOLLIN-2018/actions/A2.1", "action"),
        ("/plans/HOLLIN-2018/actions/B1.2", "action-uncertain"),
        ("/plans/HOLLIN-2018/uncertain", "statement-uncertain"), ("/plans/HOLLIN-2018/targets", "targets"),
    ])
    func `a page of a small plan`(address: String, name: String) async throws {
        let reply = await (try Lab.small()).answer(address).reply
        #expect(reply.status == 200)
        try Golden.expect(reply.body, toBe: "\(name).html")
    }

    @Test func `the page of an issue with what it changed`() async throws {
        let reply = await (try Published.all()).lab.answer("\(Published.plan)/versions/4").reply
        #expect(reply.status == 200)
        try Golden.expect(reply.body, toBe: "issue.html")
    }

    @Test(arguments: ["HOLLIN-2024", "HOLLIN-2018"], PlanDownload.all.map(\.name))
    func `a download of a small plan`(plan: String, file: String) async throws {
        let reply = await (try Lab.small()).answer("/plans/\(plan)/downloads/\(file)").reply
        #expect(reply.status == 200)
        #expect(reply.type == (file.hasSuffix("json") ? "application/json" : "text/csv; charset=utf-8"))
        #expect(
            reply.headers.contains {
                $0.name == "Content-Disposition" && $0.value == "attachment; filename=\"\(plan)-\(file)\""
            })
        try Golden.expect(reply.body, toBe: "\(plan)-\(file)")
    }

    @Test(arguments: [
        ("objectives.csv", 34), ("measures.csv", 104), ("dates.csv", 34), ("areas.csv", 4),
        ("groups.csv", 11), ("actions.csv", 0), ("targets.csv", 0),
    ])
    func `a download of the plan of 2023 has a line for each`(file: String, lines: Int) async throws {
        guard let real = try await RealPlan.actionPlan() else { return }
        #expect(try csvLines(real.page("/downloads/\(file)").html) == lines)
    }

    @Test(arguments: [
        ("actions.csv", 74), ("measures.csv", 155), ("targets.csv", 18), ("groups.csv", 7),
        ("objectives.csv", 0),
    ])
    func `a download of the statement of 2018 has a line for each`(file: String, lines: Int) async throws {
        guard let real = try await RealPlan.statement() else { return }
        #expect(try csvLines(real.page("/downloads/\(file)").html) == lines)
    }

    @Test func `the matrix as a download is the matrix of the file`() async throws {
        guard let real = try await RealPlan.actionPlan() else { return }
        let text = try real.page("/downloads/areas.csv").html
        for area in real.tree["areas_for_improvement"].items {
            #expect(text.contains(area["objectives"].strings.joined(separator: "; ")))
        }
    }

    /// The lines below the header; no field of these plans holds a line's end.
    private func csvLines(_ text: String) -> Int { text.components(separatedBy: "\r\n").count - 2 }
}
