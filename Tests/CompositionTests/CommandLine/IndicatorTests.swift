import Foundation
import Ledger
import Measures
import Operations
import Pages
import Programme
import Testing

@testable import Composition

/// A small invented plan that prints a trajectory and targets.
private let printed = #"""
    {
      "statement": {
        "id": "HOLLIN-2018", "title": "Hollin Dale statement of action", "period": "March 2018 – March 2019",
        "inspection": "25 to 29 September 2017", "core_vision": "Everyone's dale",
        "progress_scheme": {
          "columns": ["2018-03"],
          "ratings": [{ "id": "green", "letter": "G", "label": "Green", "definition": "Completed" }],
          "rag_as_at": "2018-03"
        },
        "governance": { "reporting_lines": [], "board_review": "monthly" }
      },
      "outcomes": [
        {
          "id": "A", "area_of_weakness": "Plans come late",
          "required_outcomes": [{ "id": "A1", "text": "Plans in time" }]
        }
      ],
      "actions": [
        {
          "id": "A1.1", "outcome": "A", "required_outcome_id": "A1", "required_outcome": "Plans in time",
          "action": "Ask sooner", "timescale": "June 2018", "owners": ["Head"], "accountable": ["Chair"],
          "measures_of_success": ["Plans in time"], "measure_refs": [["K301", "K302"]], "rag": "Green",
          "rag_letter": "G"
        }
      ],
      "timeliness_trajectory": {
        "measure": "Plans in 20 weeks", "measure_ref": "K301", "cohort": "new plans",
        "at_inspection_percent": 35, "at_inspection_text": "35 in 100",
        "targets": [
          { "date": "2018-06", "date_text": "June 2018", "target_percent": 50 },
          { "date": "2019-03", "date_text": "March 2019", "target_percent": 80 }
        ]
      },
      "other_targets": [{ "measure": "Staff trained", "values": [{ "count": 300 }] }]
    }
    """#

@Suite(.few, .timeLimit(.minutes(5))) struct `The command for indicators` {
    private static func run(
        _ arguments: [String], at path: String, in folder: TemporaryFolder
    ) async throws -> Finished {
        try await Program.run(["indicators"] + arguments + ["--database", path], in: folder)
    }

    private static let team = ["--by", Databases.programme]

    @Test func `puts the list in once, lists it and says what each waits for`() async throws {
        let folder = try TemporaryFolder()
        let path = try await Databases.ordinary(in: folder)
        let empty = try await Self.run(["coverage"], at: path, in: folder)
        #expect(empty.output.contains("K301 waits: not in the register\n"), "\(empty)")
        #expect(empty.output.hasSuffix("285 indicators: 0 stated, 285 waiting\n"))

        let first = try await Self.run(["install"] + Self.team, at: path, in: folder)
        #expect(first.output == "285 indicators put in, 0 there already\n", "\(first)")
        let again = try await Self.run(["install"] + Self.team, at: path, in: folder)
        #expect(again.output == "0 indicators put in, 285 there already\n", "\(again)")

        let list = try await Self.run(["list", "--json"], at: path, in: folder)
        let held = try JSONDecoder().decode([IndicatorSummary].self, from: Data(list.output.utf8))
        #expect(try held.map(\.id) == IndicatorList.definitions().map(\.code.text))
        let coverage = try await Self.run(["coverage"], at: path, in: folder)
        for id in held.map(\.id) {
            #expect(coverage.output.contains("\(id) waits: for a baseline and a target\n"), "\(id)")
        }
    }

    @Test func `lets only those who keep the register write in it`() async throws {
        let folder = try TemporaryFolder()
        let path = try await Databases.ordinary(in: folder)
        for arguments in [["install"], ["take-targets", "HOLLIN-2018"]] {
            let run = try await Self.run(
                arguments + ["--by", "parent@example.org"], at: path, in: folder)
            #expect(run.code == 1, "\(run)")
            #expect(run.output.isEmpty)
        }
        let nobody = try await Self.run(["install", "--by", "nobody"], at: path, in: folder)
        #expect(nobody.code == 2)
    }

    @Test func `takes what a plan prints, once, and the plan's pages show it`() async throws {
        let folder = try TemporaryFolder()
        let path = try await Databases.ordinary(in: folder)
        _ = try await Self.run(["install"] + Self.team, at: path, in: folder)
        let unknown = try await Self.run(["take-targets", "HOLLIN-2018"] + Self.team, at: path, in: folder)
        #expect(unknown.code == 1)
        #expect(unknown.errors.contains("There is no plan “HOLLIN-2018” here. Import it first."))
        let imported = try await Program.run(
            ["import", "plan", "-", "--database", path] + Self.team, in: folder, input: Array(printed.utf8))
        #expect(imported.code == 0, "\(imported)")

        let taken = try await Self.run(["take-targets", "HOLLIN-2018"] + Self.team, at: path, in: folder)
        #expect(
            taken.output == """
                K301 baseline 35: in force from the plan's publication
                K301 target 80 (new plans): in force from the plan's publication
                K301 trajectory 80 (new plans): in force from the plan's publication
                Staff trained: not taken. The plan names no indicator for it.

                """, "\(taken)")
        let again = try await Self.run(["take-targets", "HOLLIN-2018"] + Self.team, at: path, in: folder)
        #expect(again.output.contains("K301 target 80 (new plans): taken before\n"))
        #expect(again.output.hasSuffix("nothing new\n"))
        let coverage = try await Self.run(["coverage"], at: path, in: folder)
        #expect(
            coverage.output.contains("K301 stated: at least 80% by March 2019, new plans\n"), "\(coverage)")
        try await Self.expectShown(path)
    }

    private static func expectShown(_ path: String) async throws {
        let ledger = try await Site.openLedger(path, durable: false)
        let site = try await Site(ledger, area: nil, key: AreaKey())
        let answer = { @Sendable (segments: [String]) async -> String in
            let reply = await site.routes.answer(.init(segments: segments, context: site.context())).reply
            return String(decoding: reply.body, as: UTF8.self)
        }
        let targets = await answer(["plans", "HOLLIN-2018", "targets"])
        #expect(targets.contains("at least 80%, new plans"))
        #expect(targets.contains("No target has been approved yet for 1 indicator that the plan names."))
        let indicator = await answer(["indicators", "K301"])
        #expect(indicator.contains("To be reached: at least 80% by the end of March 2019. For new plans."))
        #expect(indicator.contains("Publication of Hollin Dale statement of action"))
        try ledger.close()
    }

    @Test func `finds indicators with targets in the example area`() async throws {
        let folder = try TemporaryFolder()
        let path = try await Databases.demonstration(in: folder)
        let list = try await Self.run(["list"], at: path, in: folder)
        #expect(list.output.contains("target at least 90% by September 2025"), "\(list)")
        let site = try await TestSite.example().site
        let reply = await site.routes.answer(
            .init(segments: ["indicators", "K518"], context: site.context())
        ).reply
        let text = String(decoding: reply.body, as: UTF8.self)
        #expect(text.contains("540 days"))
        #expect(!text.contains("at most 365"), "it waits for the board")
    }
}
