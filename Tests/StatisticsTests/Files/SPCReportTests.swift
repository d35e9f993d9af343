import CivilTime
import Foundation
import Statistics
import Testing

@Suite struct `A chart written out` {
    private func rows(_ text: String) -> [[String]] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    @Test func `as CSV has a line a point with its figures, and then a summary`() throws {
        let chart = try chart(worked) { $0.target = 65 }
        let rows = rows(SPCReport.csv(chart))
        #expect(
            rows[0].joined(separator: " ")
                == "date value ghost section target mean lower_limit upper_limit near_lower near_upper side outside "
                + "trend near two_of_three run special_cause kind")
        #expect(rows[1...18].allSatisfy { $0.count == 18 })
        #expect(
            rows[18].joined(separator: " ").hasPrefix("2021-06-01 70  1 65 53.55555555555556 45.10"))
        #expect(
            rows[18][10...] == ["above", "above", "increasing", "", "", "", "Above UCL", "improvement"])
        #expect(rows[9][10...] == ["below", "", "", "lower", "", "below", "7 Points Below CL", "concern"])
        #expect(rows[19] == [""] && rows[20] == ["item", "section", "value"])
        #expect(rows.contains(["variation", "", "improvement high"]))
        #expect(rows.contains(["assurance", "", "fail"]))
        let short = SPCReport.csv(chart, summary: false)
        #expect(self.rows(short).count == 19 && !short.hasSuffix("\n"))
    }

    @Test func `as JSON has settings, sections, points, icons and commentary`() throws {
        var observations = series(worked, ghosts: [3])
        observations[0].numerator = 48
        let settings = ChartSettings(
            target: 65, rebases: [Rebase(day: day("2020-02-01"), reason: "\"new\"\n")])
        let chart = try XmRChart(observations, settings: settings)
        let text = SPCReport.json(chart, unit: "plans")
        let value = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
        let report = try #require(value)
        #expect(report["variationIcon"] as? String == chart.variation?.rawValue)
        #expect(report["assuranceIcon"] as? String == "fail")
        #expect((report["commentary"] as? [String])?.first?.contains("70 plans") == true)
        let sections = try #require(report["sections"] as? [[String: Any]])
        #expect(sections.count == 2 && sections[1]["reason"] as? String == "\"new\"\n")
        #expect(sections[1]["mean"] as? Double == chart.sections[1].mean)
        let points = try #require(report["points"] as? [[String: Any]])
        #expect(points.count == 18 && points[3]["kind"] as? String == "ghost")
        #expect(points[0]["numerator"] as? Double == 48 && points[1]["numerator"] == nil)
        #expect(points[17]["rules"] as? [String] == chart.points[17].rules.map(\.rawValue))
    }

    @Test(arguments: [UInt64(1), 2])
    func `reads back to the same doubles, and back to the same chart`(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        for _ in 0..<50 {
            let values = (0..<20).map { _ in Double.random(in: -1...1, using: &random) }
            let first = try chart(values)
            let table = rows(SPCReport.csv(first, summary: false)).dropFirst()
            #expect(table.map { Double($0[1]) } == values)
            #expect(table.map { Double($0[5]) } == first.points.map { first.section(of: $0).mean })
            #expect(table.map { Double($0[6]) } == first.points.map { first.section(of: $0).limits?.lower })
            let again = "date,value\n" + table.map { "\($0[0]),\($0[1])" }.joined(separator: "\n")
            #expect(try SPCFile.read(Array(again.utf8)).chart() == first)
        }
    }

    @Test func `quotes a reason, and gives no spreadsheet a formula to run`() throws {
        let chart = try chart(worked) {
            $0.rebases = [
                Rebase(day: day("2020-03-01"), reason: "a, \"b\""),
                Rebase(day: day("2020-04-01"), reason: "=1+1"),
            ]
        }
        let text = SPCReport.csv(chart)
        #expect(text.contains("\nreason,2,\"a, \"\"b\"\"\"\n") && text.contains("\nreason,3,'=1+1\n"))
    }

    @Test func `of one point leaves its limits empty`() throws {
        let rows = rows(SPCReport.csv(try chart([-0.5]), summary: false))
        #expect(
            rows[1].joined(separator: ",")
                == "2020-01-01,-0.5,,1,,-0.5,,,,,,,,,,,Common Cause,common cause")
        #expect(SPCReport.json(try chart([5])).contains("\"lpl\": null"))
    }
}
