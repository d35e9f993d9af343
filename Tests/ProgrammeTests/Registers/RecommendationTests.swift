import Access
import CivilTime
import Foundation
import Testing

@testable import Ledger
@testable import Pages
@testable import Programme

/// A small invented report of recommendations in which every key of the form stands.
enum SmallReport {
    static let text = #"""
        {
          "source": "hollin-scrutiny.txt",
          "report": "Report on SEND by the Cabinet Member",
          "report_date": "2024-02-13",
          "report_date_text": "13th of February, 2024",
          "recommendations_from": "Report of the Joint Health Scrutiny to Cabinet",
          "committee_note": "1 is of both committees.",
          "recommendations": [
            {
              "number": 1, "paragraph": 8, "issuing_committee": "People’s Scrutiny",
              "text": "Say who leads & how.", "response": "The board leads.\n\nIt reports each quarter.",
              "acceptance": "partly", "owner": "Director of Education", "plan": "HOLLIN-2024",
              "objectives": ["P1A:1", "P2A:2"]
            },
            {
              "number": 2, "issuing_committee": "Joint Health Scrutiny", "text": "Follow the waits."
            }
          ]
        }
        """#

    static func changed(_ from: String, _ to: String) -> String {
        text.replacingOccurrences(of: from, with: to)
    }
}

extension RegisterLab {
    @discardableResult
    func record(report text: String) async throws -> RecommendationImportResult {
        let published = try RecommendationFile.read(Array(text.utf8))
        return try await programme.record(published, fingerprint: text, by: author).value
    }

    func recommendations() async throws -> [String] {
        try await ledger.read { try RecommendationRow.all($0.reader) }.map(\.id)
    }
}

@Suite struct `A file of recommendations` {
    private static func problems(_ text: String) -> [String] {
        do {
            _ = try RecommendationFile.read(Array(text.utf8))
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }

    @Test func `is recorded whole, once`() async throws {
        let lab = try await RegisterLab()
        #expect(
            try await lab.record(report: SmallReport.text) == .init(recommendations: 2, added: 2, changed: 0))
        let head = try await lab.ledger.followHead()
        #expect(
            try await lab.record(report: SmallReport.text) == .init(recommendations: 2, added: 0, changed: 0))
        #expect(try await lab.ledger.followHead() == head)
        #expect(try await lab.ledger.checkRebuild().difference == nil)
    }

    @Test func `that states something differently corrects it, and changes nothing else`() async throws {
        let lab = try await RegisterLab()
        try await lab.record(report: SmallReport.text)
        let ids = try await lab.recommendations()
        let later = SmallReport.changed("Say who leads & how.", "Say who leads.").replacingOccurrences(
            of: "\"text\": \"Follow the waits.\"",
            with: "\"text\": \"Follow the waits.\", \"response\": \"We do.\"")
        #expect(try await lab.record(report: later) == .init(recommendations: 2, added: 0, changed: 2))
        #expect(try await lab.recommendations() == ids)
        let first = try await lab.state(Recommendation.self, ids[0])
        #expect(first.text?.text == "Say who leads." && first.answers.count == 1)
        #expect(try await lab.state(Recommendation.self, ids[1]).answer?.response == "We do.")
        #expect(try await lab.record(report: SmallReport.text).changed == 1)
    }

    @Test func `does not overrule an answer that a person recorded later`() async throws {
        let lab = try await RegisterLab()
        try await lab.record(report: SmallReport.text)
        let id = try await lab.recommendations()[0]
        try await lab.commit { deciding in
            try RecordOnRecommendation(
                .answer(RecommendationAnswer(response: "Later words"), day("2024-05-01")), on: id
            ).decide(&deciding)
        }
        try await lab.record(report: SmallReport.changed("The board leads.", "The chair leads."))
        let held = try await lab.state(Recommendation.self, id)
        #expect(held.answer?.response == "Later words" && held.answers.count == 2)
        #expect(held.answers.first?.answer.response.hasPrefix("The chair leads.") == true)
    }

    @Test(arguments: [
        ("\"number\": 2,", "\"number\": 1,", "recommendations: number 1 stands 2 times"),
        ("\"number\": 2,", "\"number\": 0,", "recommendations[1].number: expected a number from 1, found 0"),
        (
            "\"number\": 2,", "\"number\": 2.5,",
            "recommendations[1].number: expected a whole number, found a number"
        ),
        ("\"number\": 2,", "", "recommendations[1].number: expected a whole number, found nothing"),
        ("2024-02-13", "2024-02-30", "report_date: expected a day such as 2023-12-15, found “2024-02-30”"),
        ("\"report_date\": \"2024-02-13\",", "", "report_date: expected a day, found nothing"),
        ("Follow the waits.", "", "recommendations[1].text: expected a text, found an empty one"),
        (
            "\"partly\"", "\"maybe\"",
            "recommendations[0].acceptance: expected “accepted”, “partly” or “declined”, found “maybe”"
        ),
        (
            "\"plan\": \"HOLLIN-2024\",", "",
            "recommendations[0].objectives: expected “plan” beside objectives, found none"
        ),
        ("\"paragraph\": 8", "\"place\": 8", "recommendations[0].place: not a key that is known here"),
        (
            "\"issuing_committee\": \"Joint Health Scrutiny\"", "\"issuing_committee\": 3",
            "recommendations[1].issuing_committee: expected a text, found a number"
        ),
    ])
    func `with something wrong is refused with its place`(from: String, to: String, problem: String) {
        #expect(SmallReport.text.contains(from))
        #expect(Self.problems(SmallReport.changed(from, to)).contains(problem))
    }

    @Test func `that is no file of recommendations is refused`() {
        #expect(Self.problems("{}").count == 3)
        #expect(Self.problems("").count == 1 && Self.problems("[1]").first?.hasPrefix("the file") == true)
        #expect(
            Self.problems(
                SmallReport.changed("\"recommendations\": [", "\"recommendations\": [], \"more\": [")
            ).contains("more: not a key that is known here"))
        #expect(
            Self.problems("{\"report\": \"A\", \"report_date\": \"2024-01-01\", \"recommendations\": []}")
                == ["recommendations: expected at least one recommendation, found none"])
    }

    @Test func `that names an unknown objective, or comes from the future, leaves nothing behind`()
        async throws
    {
        let lab = try await RegisterLab()
        #expect(
            try await lab.refusal { try await lab.record(report: SmallReport.changed("P2A:2", "P9:9")) }
                == .unknownObjectives([code("P9:9")], plan: RegisterLab.plan))
        #expect(
            try await lab.refusal {
                try await lab.record(report: SmallReport.changed("2024-02-13", "2030-02-13"))
            }
                == .notYet(day("2030-02-13")))
        #expect(try await lab.recommendations() == [])
    }

    @Test func `is described key by key in docs/recommendations-format.md`() throws {
        let page = String(decoding: try Repository.bytes("docs/recommendations-format.md"), as: UTF8.self)
        let tree = try Tree(SmallReport.text)
        let keys = Set(tree.keys + tree["recommendations"].items.flatMap(\.keys))
        #expect(keys.count == 16)
        for key in keys { #expect(page.contains("| `\(key)` |"), "\(key)") }
        #expect(page.components(separatedBy: "\n| `").count - 1 == keys.count)
    }

    @Test func `of the real area stands whole on its pages`() async throws {
        guard let bytes = try? Repository.bytes("../shared/data/recommendations-2023.json") else {
            print("skipped: there is no ../shared/data/recommendations-2023.json beside the repository")
            return
        }
        let lab = try await RegisterLab()
        let text = String(decoding: bytes, as: UTF8.self)
        try await lab.record(report: text)
        #expect(try await lab.record(report: text).added == 0)
        let tree = try Tree(text)
        let items = tree["recommendations"].items
        let ids = try await lab.recommendations()
        #expect(items.count == 12 && ids.count == 12)
        let list = await lab.get("/recommendations", by: .nobody)
        for (id, item) in zip(ids, items) {
            let page = await lab.get("/recommendations/\(id)", by: .nobody)
            #expect(page.status == 200)
            for key in ["text", "response", "issuing_committee"] {
                #expect(page.text.contains(folded(item[key].string ?? "missing")), "\(key)")
            }
            #expect(page.page.summary["Paragraph"] == "\(item["paragraph"].integer ?? -1)")
            #expect(page.text.contains("Recommendation \(item["number"].integer ?? -1)"))
            for key in ["source", "report", "report_date_text", "recommendations_from", "committee_note"] {
                #expect(page.text.contains(folded(tree[key].string ?? "missing")), "\(key)")
            }
            #expect(list.text.contains(folded(item["text"].string ?? "missing")))
        }
    }
}

@Suite struct `Recommendations of scrutiny` {
    @Test func `are answered and followed up, and everybody sees what became of them`() async throws {
        let lab = try await RegisterLab()
        try await lab.record(report: SmallReport.text)
        let id = try await lab.recommendations()[1]
        let address = "/registers/recommendations/of/\(id)"
        #expect((await lab.get(address)).text.contains("Not answered yet"))
        let answer = [
            "response": "We publish waits each month.", "acceptance": "accepted", "owner": "ICB",
            "plan": "HOLLIN-2024", "objectives": "P2A:1",
        ].merging(dateFields("day", "2024-03-01")) { $1 }
        #expect((await lab.fill("\(address)/answer", answer)).status == 303)
        let follow = ["state": "in-progress", "words": "First table out."].merging(
            dateFields("day", "2024-05-01")
        ) { $1 }
        #expect((await lab.fill("\(address)/follow-up", follow)).status == 303)
        let open = await lab.get("/recommendations/\(id)", by: .nobody)
        #expect(open.text.contains("We publish waits each month.") && open.text.contains("First table out."))
        #expect(open.page.mainLinks.contains("/plans/HOLLIN-2024/objectives/P2A:1"))
        #expect(!open.text.contains("142 days"))
        #expect((await lab.get(address)).text.contains("Nothing recorded for 142 days"))
        #expect(
            (await lab.get("/registers")).page.tables["Scrutiny, reviews and reporting"]?.rows.first?.suffix(
                2) == ["2", "2"])
    }

    @Test func `are not followed up before the report in which they stand, nor answered`() async throws {
        let lab = try await RegisterLab()
        try await lab.record(report: SmallReport.text)
        let id = try await lab.recommendations()[0]
        let follow = ["state": "done", "words": "All done"].merging(dateFields("day", "2024-02-12")) { $1 }
        let wrong = await lab.fill("/registers/recommendations/of/\(id)/follow-up", follow)
        #expect(wrong.status == 422 && wrong.wrong == ["day-day"])
        #expect(
            wrong.problems == [
                "Day on which it stood so must be on or after 13 February 2024, the day of the report"
            ])
        #expect(wrong.html.contains("All done"))
        let before = day("2024-02-12")
        #expect(
            try await lab.refusal {
                try await lab.commit {
                    try RecordOnRecommendation(.followUp(.done, before, words: ""), on: id).decide(&$0)
                }
            } == .beforeReport(before, report: day("2024-02-13")))
    }

    @Test func `are kept within the partnership until their report is published`() async throws {
        let lab = try await RegisterLab()
        let fields = [
            "committee": "People’s Scrutiny", "report": "Minutes", "number": "4", "text": "Publish more.",
            "public": "no",
        ].merging(dateFields("day", "2024-09-01")) { $1 }
        let sent = await lab.fill("/registers/recommendations/new", fields)
        let address = try #require(sent.location)
        let id = try #require(address.split(separator: "/").last.map(String.init))
        #expect((await lab.get("/recommendations/\(id)", by: .nobody)).status == 404)
        #expect(!(await lab.get("/recommendations", by: .nobody)).text.contains("Publish more"))
        #expect((await lab.fill("\(address)/publicity", ["public": "yes"])).status == 303)
        #expect((await lab.get("/recommendations/\(id)", by: .nobody)).text.contains("Publish more."))
        let twice = await lab.fill("/registers/recommendations/new", fields)
        #expect(twice.problems == ["This report has a recommendation with this number already"])
    }

    @Test func `two people who answer one are shown each other’s words`() async throws {
        let lab = try await RegisterLab()
        try await lab.record(report: SmallReport.text)
        let id = try await lab.recommendations()[1]
        let address = "/registers/recommendations/of/\(id)/answer"
        let shown = (await lab.get(address)).hidden("shown")
        let fields = ["response": "Mine", "acceptance": "accepted"].merging(dateFields("day", "2024-03-01")) {
            $1
        }
        #expect(
            (await lab.post(
                address, fields.merging(["response": "Theirs"]) { $1 }, shown: shown, by: lab.colleague))
                .status == 303)
        let second = await lab.post(address, fields, shown: shown)
        #expect(second.status == 422)
        #expect(
            second.page.tables["What changed while you were typing"]?.rows.first == [
                "Answer", "Not recorded", "Theirs", "Mine",
            ])
    }
}
