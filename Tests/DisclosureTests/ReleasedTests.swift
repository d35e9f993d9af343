import Disclosure
import Testing

private func table(_ cells: [([String?], Int)], _ dimensions: [String] = ["area", "sex"]) throws -> CountTable
{
    try CountTable(dimensions: dimensions, cells: cells.map { CountTable.Cell($0.0, $0.1) })
}

private func released(_ text: String, roundedTo: Int = 1) throws -> PublishedTable {
    try TableFile.published([UInt8](text.utf8), roundedTo: roundedTo)
}

@Suite struct `What was released before` {
    private static let now: [([String?], Int)] = [
        (["N", "f"], 3), (["N", "m"], 20), (["S", "f"], 25), (["S", "m"], 30), ([nil, "f"], 28),
        ([nil, "m"], 50),
    ]

    @Test func `is put together with the table`() throws {
        // The table alone shows no sums by area; the earlier one does, so one more pair of cells is needed.
        let alone = try Suppression(of: table(Self.now), policy: .dfeChildrenInNeed)
        let earlier = try released("area,count\nN,23\nS,55\nTotal,78")
        let both = try Suppression(of: table(Self.now), policy: .dfeChildrenInNeed, released: [earlier])
        #expect(alone.isSafe && both.isSafe)
        #expect((alone.complements, both.complements) == (1, 3))
    }

    @Test func `with symbols still stands as it was hidden`() throws {
        let earlier = try released("area,sex,count\nN,f,c\nN,m,20\nS,f,25\nS,m,c\nTotal,f,28\nTotal,m,50")
        // The earlier pattern was bad: column sums were shown.
        let result = try Suppression(of: table(Self.now), policy: .dfeChildrenInNeed, released: [earlier])
        #expect(!result.isSafe)
        #expect(result.published.text("S", "m") == "c")
        #expect(result.exposures.contains { $0.place.text == "area N, sex f" && $0.cause == .notProtected })
    }

    @Test func `and shows a small count cannot be undone`() throws {
        let earlier = try released("area,sex,count\nN,f,3")
        let result = try Suppression(of: table(Self.now), policy: .dfeChildrenInNeed, released: [earlier])
        #expect(!result.isSafe)
        #expect(result.exposures.map(\.cause) == [.alreadyReleased])
        #expect(SuppressionReport.notes(result).contains { $0.contains("an earlier release shows it") })
    }

    @Test func `is not hidden again where it is known`() throws {
        let earlier = try released("area,sex,count\nS,f,25")
        let result = try Suppression(of: table(Self.now), policy: .dfeChildrenInNeed, released: [earlier])
        #expect(result.published.text("S", "f") == "25")
        #expect(result.isSafe)
    }

    @Test func `that cannot be true together with the table is refused`() throws {
        // Both hidden counts would have to be under 5 and sum to 50.
        let earlier = try released("sex,area,count\nx,N,<5\nx,S,<5\nx,Total,c\nTotal,N,23\nTotal,S,55")
        let cells = try table([(["x", nil], 50), (["y", nil], 60)], ["sex", "area"])
        #expect(throws: Unreadable.self) {
            try Suppression(of: cells, policy: .dfeChildrenInNeed, released: [earlier])
        }
    }

    @Test func `in fives leaves room for what it can stand for`() throws {
        let earlier = try released("area,count\nN,25\nS,55\nTotal,80", roundedTo: 5)
        let result = try Suppression(of: table(Self.now), policy: .dfeChildrenInNeed, released: [earlier])
        #expect(result.isSafe)
    }
}

@Suite struct `Another version of the table` {
    @Test func `that grew by a small number hides the growth`() throws {
        let march = try released("area,count\nN,40\nS,60\nTotal,100")
        let now = try table([(["N"], 42), (["S"], 75), ([nil], 117)], ["area"])
        let result = try Suppression(of: now, policy: .dfeChildrenInNeed, released: [march])
        #expect(result.isSafe)
        // 2 more in the north would be told by the difference.
        #expect(result.published.cells.map(\.figure.text) == ["c", "c", "117"])
        let range = try #require(result.certificate.range(["area"], "N"))
        #expect(range.low <= 41 && range.high ?? Int.max >= 46)
    }

    @Test func `that grew by much shows it`() throws {
        let march = try released("area,count\nN,40\nS,60\nTotal,100")
        let now = try table([(["N"], 60), (["S"], 90), ([nil], 150)], ["area"])
        let result = try Suppression(of: now, policy: .dfeChildrenInNeed, released: [march])
        #expect(result.published.cells.map(\.figure.text) == ["60", "90", "150"])
    }

    @Test func `keeps hidden what was hidden`() throws {
        let march = try released("area,count\nN,c\nS,c\nTotal,100")
        let now = try table([(["N"], 60), (["S"], 90), ([nil], 150)], ["area"])
        let result = try Suppression(of: now, policy: .dfeChildrenInNeed, released: [march])
        #expect(result.isSafe)
        #expect(result.published.cells.map(\.figure.text) == ["c", "c", "150"])
    }

    @Test func `that was corrected downwards hides a small correction`() throws {
        let first = try released("area,count\nN,40\nS,60\nTotal,100")
        let now = try table([(["N"], 38), (["S"], 80), ([nil], 118)], ["area"])
        let result = try Suppression(of: now, policy: .dfeChildrenInNeed, released: [first])
        #expect(result.isSafe)
        #expect(result.published.text("N") == "c")
    }
}
