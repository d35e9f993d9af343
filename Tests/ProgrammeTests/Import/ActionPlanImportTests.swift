import CivilTime
import Testing

@testable import Ledger
@testable import Programme

/// What arrives of the priority action plan of 2023.
@Suite struct `The plan of 2023 arrives whole` {
    @Test func `five priorities, thirteen responses, thirty-four objectives and four areas arrive`()
        async throws
    {
        guard let real = try await RealPlan.actionPlan() else { return }
        let record = try await real.record
        #expect(record.header.priorities.count == 5)
        #expect(record.header.priorities.flatMap(\.responses).count == 13)
        #expect(record.objectives.count == 34)
        #expect(record.areas.count == 4)
        #expect(record.actions.isEmpty)
        #expect(record.targets.isEmpty)
    }

    @Test func `what is stored is what was read`() async throws {
        guard let real = try await RealPlan.actionPlan() else { return }
        let record = try await real.record
        #expect(record.header == real.plan.header)
        #expect(record.objectives == real.plan.objectives)
        #expect(record.areas == real.plan.areas)
        #expect(record.bodies == real.plan.bodies)
    }

    @Test func `each priority and response holds the objectives that the file puts there`() async throws {
        guard let real = try await RealPlan.actionPlan() else { return }
        let record = try await real.record
        var stated: [[String?]] = []
        for priority in real.tree["priority_areas"].items {
            for response in priority["responses"].items {
                stated += response["objectives"].items.map { objective -> [String?] in
                    [priority, response, objective].map { $0["id"].string } + [objective["text"].string]
                }
            }
        }
        let arrived = record.objectives.map { objective -> [String?] in
            [objective.priority.text, objective.response.text, objective.code.text, objective.text]
        }
        #expect(arrived == stated)
    }

    @Test func `each area is met through exactly the objectives of the file`() async throws {
        guard let real = try await RealPlan.actionPlan() else { return }
        let areas = try await real.record.areas
        for (area, stated) in zip(areas, real.tree["areas_for_improvement"].items) {
            #expect(area.code.text == stated["id"].string)
            #expect(area.objectives.map(\.text) == stated["objectives"].strings)
            #expect(area.group == stated["group"].string)
            #expect(area.confidence == stated["confidence"].string)
        }
        #expect(areas.map(\.objectives.count) == [26, 5, 9, 11])
    }

    @Test func `eight bodies and three of scrutiny arrive with who leads them and what they are called`()
        async throws
    {
        guard let real = try await RealPlan.actionPlan() else { return }
        let bodies = try await real.record.bodies
        let stated = real.tree[path: "governance.bodies"].items
        #expect(bodies.count == 11)
        #expect(stated.count == 8)
        #expect(
            bodies.dropFirst(8).map(\.name) == real.tree[path: "governance.scrutiny.bodies"].strings)
        for (body, stated) in zip(bodies, stated) {
            #expect(body.code.text == stated["id"].string)
            #expect(body.name == stated["name"].string)
            #expect(body.role == stated["role"].string)
            #expect(body.aliases == stated["aliases"].strings)
            #expect(body.members == stated["members"].strings)
            #expect(body.alsoWithinRemit == stated["also_within_remit"].strings)
            #expect(body.area?.text == stated["area_for_improvement"].string)
            let leads = body.leads.map { lead -> [String?] in [lead.role, lead.name, lead.post] }
            let statedLeads = stated["leads"].items.map { lead -> [String?] in
                ["role", "name", "post"].map { lead[$0].string }
            }
            #expect(leads == statedLeads)
            #expect(body.focus.map(\.text) == stated["areas_of_focus"].strings)
            let details = body.focus.map { stated["focus_detail"][$0.text].strings }
            #expect(body.focus.map(\.detail) == details)
        }
        let detailed = bodies.flatMap(\.focus).count { !$0.detail.isEmpty }
        #expect(detailed == 2)
    }

    @Test func `each body reports to whom the file says`() async throws {
        guard let real = try await RealPlan.actionPlan() else { return }
        var arrived: [[String?]] = []
        for body in try await real.record.bodies {
            arrived += body.reportsTo.map { line -> [String?] in [body.code.text, line.to.text, line.what] }
        }
        let stated = real.tree[path: "governance.reporting_lines"].items.map { line -> [String?] in
            [line["from"].string, line["to"].string, line["what"].string]
        }
        #expect(Set(arrived) == Set(stated))
        #expect(arrived.count == 6)
    }

    @Test func `an objective with two dates keeps both, and one that goes on has none`() async throws {
        guard let real = try await RealPlan.actionPlan() else { return }
        let objectives = try await real.record.objectives
        let two = try #require(objectives.first { $0.code.text == "PAP1:2" })
        #expect(two.due.months == [month("2024-01"), month("2025-02")])
        #expect(!two.due.isOngoing)
        #expect(two.due.monthsStated == 3)
        let ongoing = try #require(objectives.first { $0.code.text == "PAP5D:1" })
        #expect(ongoing.due.isOngoing)
        #expect(ongoing.due.months.isEmpty)
        #expect(objectives.count(where: \.due.isOngoing) == 1)
    }

    @Test func `months, the words for them and where they were read are those of the file`() async throws {
        guard let real = try await RealPlan.actionPlan() else { return }
        for (objective, stated) in zip(try await real.record.objectives, real.statedObjectives) {
            let months = stated["due"].string.map { [$0] } ?? stated["due"].strings
            #expect(objective.due.months.map(\.iso) == months.filter { $0 != "ongoing" })
            #expect(objective.due.text == stated["due_text"].string)
            #expect(objective.due.source == stated["due_text_source"].string)
            #expect(objective.due.monthsStated == stated["months_stated"].integer)
        }
    }

    @Test func `measures name the indicators of the file, and impacts and groups are its own`()
        async throws
    {
        guard let real = try await RealPlan.actionPlan() else { return }
        let objectives = try await real.record.objectives
        for (objective, stated) in zip(objectives, real.statedObjectives) {
            #expect(objective.measures.map(\.text) == stated["measures"].strings)
            #expect(objective.measures.map(\.indicators) == stated["measure_refs"].items.map(\.strings))
            #expect(objective.impacts == stated["impacts"].strings)
            #expect(objective.groups == stated["groups"].strings)
            #expect(objective.remarks.map(\.text) == stated["notes"].strings)
            #expect(objective.remarks.filter(\.isDoubt) == objective.remarks)
        }
        #expect(objectives.flatMap(\.measures).count == 104)
        #expect(objectives.flatMap(\.measures).flatMap(\.indicators).count == 111)
    }

    @Test func `the four ratings arrive with what each means`() async throws {
        guard let real = try await RealPlan.actionPlan() else { return }
        let scheme = try await real.record.header.scheme
        #expect(scheme.name == "BRAG")
        #expect(scheme.ratings.map(\.colour) == [.red, .amber, .green, .blue])
        #expect(
            scheme.rating(.blue)?.definition
                == "Change is embedded, sustainable and ongoing evidence of impact")
        let stated = real.tree[path: "plan.status_scheme.ratings"].items
        #expect(scheme.ratings.map(\.definition) == stated.map { $0["definition"].string })
        #expect(scheme.ratings.map(\.label) == stated.map { $0["label"].string })
    }
}

extension RealPlan {
    /// The objectives of the file, in its order.
    var statedObjectives: [Tree] {
        tree["priority_areas"].items.flatMap { $0["responses"].items }.flatMap { $0["objectives"].items }
    }
}
