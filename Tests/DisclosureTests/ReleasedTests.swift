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

    @Test func `of one area alone does not stand for all`() throws {
        let earlier = try released("area,sex,count\nN,f,c\nN,m,c")
        let now = try table([(["N", nil], 23), (["S", nil], 55), ([nil, nil], 78)])
        let result = try Suppression(of: now, policy: .dfeChildrenInNeed, released: [earlier])
        #expect(result.isSafe)
        let range = try #require(result.certificate.range(["area", "sex"], "N", "f"))
        #expect((range.low, range.high) == (1, 22))
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

@Suite struct `An earlier release under the same policy` {
    private static let rows = [[0, 3, 40], [12, 9, 60], [30, 0, 15]]

    @Test(arguments: [Policy.dfeChildrenInNeed, .local, .nhs, .ons])
    func `is known to be the same table`(policy: Policy) throws {
        let one = try Suppression(of: grid(Self.rows), policy: policy)
        let two = try Suppression(of: grid(Self.rows), policy: policy, released: [one.published])
        // Under ons a hidden count may be 0: a reader who took it for 1 or more would see two versions.
        #expect(!two.certificate.unknown.contains { $0.isOtherVersion })
        #expect(two.published == one.published && two.isSafe && two.unlinked.isEmpty)
    }

    @Test func `says more by its fives than their rounding says`() throws {
        // Under ons 10 is 10 to 12, what is smaller being hidden, and c is at most 9; the sum is 18 to 22.
        let earlier = try released("area,sex,count\nN,f,10\nN,m,c", roundedTo: 5)
        let now = try table([(["N", nil], 19), (["S", nil], 50), ([nil, nil], 69)])
        let result = try Suppression(of: now, policy: .ons, released: [earlier])
        let range = try #require(result.certificate.range(["area", "sex"], "N", "m"))
        #expect((range.low, range.high) == (6, 9))
    }

    @Test func `by another who hides nothing in fives is read as it stands`() throws {
        // 8 is shown as 10, which under ons it could not be.
        let earlier = try released("area,count\nN,10\nS,50", roundedTo: 5)
        let now = try table([(["N", nil], 8), (["S", nil], 50)])
        let result = try Suppression(of: now, policy: .ons, released: [earlier])
        #expect(result.isSafe && !result.certificate.unknown.contains { $0.isOtherVersion })
        let range = try #require(result.certificate.range(["area", "sex"], "N", nil))
        #expect((range.low, range.high) == (8, 9))
    }

    @Test func `with a symbol for small counts on a complement is not believed there`() throws {
        // As nhs a hidden count is 1 to 7, and one of these is not.
        let earlier = try released("area,sex,count\nN,f,*\nN,m,*", roundedTo: 5)
        let now = try table([(["N", nil], 40), (["S", nil], 50)])
        let result = try Suppression(of: now, policy: .nhs, released: [earlier])
        #expect(result.isSafe && result.unlinked.isEmpty)
        let range = try #require(result.certificate.range(["area", "sex"], "N", "f"))
        #expect((range.low, range.high) == (1, 41))
    }

    @Test func `with margins in tens is read in tens`() throws {
        let policy = Policy(name: "own", threshold: 6, totalsRoundTo: 10)
        let one = try Suppression(of: grid(Self.rows), policy: policy)
        let again = try Suppression(of: grid(Self.rows), policy: policy, released: [one.published])
        #expect(one.published.totalsRoundedTo == 10)
        #expect(!again.certificate.unknown.contains { $0.isOtherVersion })
    }

    @Test func `that rounds to nought says how far by what it was rounded to`() throws {
        let earlier = try released("area,count\nN,low\nS,100", roundedTo: 100)
        let now = try table([(["N", nil], 30), (["S", nil], 90)])
        let result = try Suppression(of: now, policy: .dfeChildrenInNeed, released: [earlier])
        #expect(!result.certificate.unknown.contains { $0.isOtherVersion })
    }
}

@Suite struct `A release that has nothing to do with the table` {
    @Test func `is named, so that a column of another name is noticed`() throws {
        let now = try table([(["N", nil], 30), (["S", nil], 3), ([nil, nil], 33)])
        let linked = try released("area,sex,count\nN,f,20\nN,m,10")
        let other = try released("Area,count\nN,30\nS,c")
        let result = try Suppression(of: now, policy: .dfeChildrenInNeed, released: [linked, other])
        #expect(result.unlinked == [2])
        #expect(SuppressionReport.notes(result).contains { $0.hasPrefix("Release 2 has no category") })
    }
}
