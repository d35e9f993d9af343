import Disclosure
import Foundation
import Testing

@testable import DisclosureTables

private struct CertificateFile: Decodable {
    struct Unknown: Decodable {
        let id: Int
        let cell: [String: String]
        let low: Int
        let high: Int?
        let example: Int
    }
    struct Relation: Decodable {
        let terms: [Int]
        let constant: Int
    }
    struct Range: Decodable {
        let id: Int
        let low: Int
        let high: Int?
        let exact: Bool
        let lowBy: [String: Int]
        let highBy: [String: Int]
    }
    let policy: String
    let threshold: Int
    let safe: Bool
    let unknown: [Unknown]
    let relations: [Relation]
    let ranges: [Range]

    func fits(_ moves: [String: Int]) -> [Int: Int]? {
        var counts: [Int: Int] = [:]
        for cell in unknown { counts[cell.id] = cell.example + (moves["\(cell.id)"] ?? 0) }
        for cell in unknown {
            guard let count = counts[cell.id], count >= cell.low, count <= cell.high ?? Int.max else {
                return nil
            }
        }
        for relation in relations {
            let sum = relation.terms.reduce(0) { $0 + ($1 > 0 ? 1 : -1) * (counts[abs($1)] ?? 0) }
            if sum != relation.constant { return nil }
        }
        return counts
    }
}

@Suite struct `The certificate as a file` {
    @Test(arguments: 1...60)
    func `can be checked by who has nothing else`(seed: Int) throws {
        var dice = Dice(seed: seed)
        let table = try RandomTable(Shape.allCases[seed % Shape.allCases.count], &dice).table
        let result = try Suppression(of: table, policy: Policy.all[seed % 3])
        let file = try JSONDecoder().decode(
            CertificateFile.self, from: Data(SuppressionReport.certificate(result).utf8))
        #expect(file.policy == result.policy.name && file.safe == result.isSafe)
        #expect(file.ranges.count == result.published.cells.filter(\.figure.isHidden).count)
        for range in file.ranges {
            #expect(file.fits(range.lowBy)?[range.id] == range.low)
            if let high = range.high { #expect(file.fits(range.highBy)?[range.id] == high) }
        }
    }
}

@Suite struct `The published table as JSON` {
    @Test func `has numbers for counts and text for symbols`() throws {
        let result = try Suppression(of: list([3, 40, 57]), policy: .dfeChildrenInNeed)
        let text = SuppressionReport.json(result, percentOf: "part")
        let file = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(file["policy"] as? String == "dfe-cin" && file["hidden"] as? Int == 2)
        let cells = try #require(file["cells"] as? [[String: Any]])
        #expect(cells.count == 4)
        #expect(cells[0]["part"] as? String == "p1" && cells[0]["count"] as? String == "c")
        #expect(cells[2]["count"] as? Int == 57 && cells[2]["percent"] as? String == "57.0")
        #expect(cells[3]["part"] as? String == "Total")
    }

    @Test func `survives any name`() throws {
        let names = ["\"", "\\", "a\nb", "\u{1}", "é", "👪", "</script>", "a,b", " c "]
        let table = try CountTable(dimensions: ["x"], cells: names.map { CountTable.Cell([$0], 9) })
        let result = try Suppression(of: table, policy: .dfeChildrenInNeed)
        let text = SuppressionReport.json(result)
        let file = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let cells = try #require(file["cells"] as? [[String: Any]])
        #expect(cells.compactMap { $0["x"] as? String } == names)
        let again = try TableFile.counts([UInt8](TableFile.csv(result.published).utf8))
        #expect(again.cells.map(\.names) == table.cells.map(\.names))
    }

    @Test func `and the notes are not for publication`() throws {
        let result = try Suppression(of: list([3, 40, 57]), policy: .dfeChildrenInNeed)
        #expect(
            SuppressionReport.notes(result) == [
                "2 of 4 cells are hidden: 1 that must be, 1 to protect them, which hold 40."
            ])
        let published = TableFile.csv(result.published) + SuppressionReport.json(result)
        #expect(!published.contains("40") && !published.contains("must"))
    }
}

@Suite struct `A large table` {
    @Test func `of two hundred by two hundred is made safe`() throws {
        let rows = (0..<200).map { row in
            (0..<200).map { column in
                row % 50 == 0 && column == row ? row / 50 + 1 : 6 + (row * 31 + column * 17) % 400
            }
        }
        let result = try Suppression(of: grid(rows), policy: .dfeChildrenInNeed)
        #expect(result.isSafe && result.certificate.isRight())
        #expect(result.primary == 4 && result.complements >= 5)
    }
}
