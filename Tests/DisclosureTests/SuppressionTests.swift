import Disclosure
import Testing

private let part = ["part"]
private let both = ["row", "column"]

@Suite struct `A list with its total` {
    @Test(arguments: [
        ([3, 40, 57], ["c", "c", "57"]), ([40, 57, 3], ["c", "57", "c"]),
        ([10, 20, 30], ["10", "20", "30"]),
        ([3, 0, 57], ["c", "0", "c"]), ([2, 1, 40, 50], ["c", "c", "c", "50"]), ([0, 0], ["0", "0"]),
        ([6, 7, 0], ["6", "7", "0"]),
    ])
    func `hides the least that covers`(counts: [Int], published: [String]) throws {
        let result = try Suppression(of: list(counts), policy: .dfeChildrenInNeed)
        #expect(result.published.inner == published)
        #expect(result.published.text(nil) == "\(counts.reduce(0, +))")
        #expect(result.isSafe && result.certificate.isRight())
    }

    @Test func `tells the range that the reference tells`() throws {
        let result = try Suppression(of: list([3, 40, 57]), policy: .dfeChildrenInNeed)
        let range = try #require(result.certificate.range(part, "p1"))
        // The reader knows that a hidden count is not 0: 1 to 42, not 0 to 43.
        #expect((range.low, range.high) == (1, 42))
        #expect(range.isExact)
        #expect((result.primary, result.complements, result.loss) == (1, 1, 40))
    }

    @Test func `hides a total where nothing else covers`() throws {
        let result = try Suppression(of: list([3, 0, 0]), policy: .dfeChildrenInNeed)
        #expect(result.published.cells.map(\.figure.text) == ["c", "0", "0", "c"])
        #expect(result.isSafe)
    }

    @Test func `never takes a nought for cover`() throws {
        let result = try Suppression(of: list([3, 0, 57]), policy: .dfeChildrenInNeed)
        #expect(result.published.text("p2") == "0")
    }

    @Test func `is shown whole under none`() throws {
        let result = try Suppression(of: list([1, 2, 3]), policy: .none)
        #expect(result.published.cells.map(\.figure.text) == ["1", "2", "3", "6"])
        #expect(result.isSafe && result.certificate.ranges.isEmpty)
    }
}

@Suite struct `A grid with its totals` {
    @Test func `takes three corners for a small count, as in the reference`() throws {
        let result = try Suppression(
            of: grid([[20, 3, 15], [12, 18, 9], [30, 25, 8]]), policy: .dfeChildrenInNeed)
        #expect(result.isSafe)
        #expect(result.complements == 3)
        // The cheapest of the four rectangles round it: 15, 8 and 25 or 15, 9 and 18.
        #expect(result.published.inner == ["20", "c", "c", "12", "c", "c", "30", "25", "8"])
        let range = try #require(result.certificate.range(both, "r1", "c2"))
        #expect(range.low == 1 && range.high == 17)
    }

    @Test func `finds the joining cell that every count of cells misses`() throws {
        // 9 alone joins two rectangles: each line has two or more hidden cells and it is still exact.
        let table = try grid([[3, 10, 20, 11], [12, 14, 9, 13], [30, 25, 4, 16], [21, 22, 23, 24]])
        let policy = Policy(name: "own", threshold: 10)
        let result = try Suppression(of: table, policy: policy)
        #expect(result.isSafe)
        let range = try #require(result.certificate.range(both, "r2", "c3"))
        #expect(range.low <= 1 && range.high ?? Int.max >= 10)
    }

    @Test func `keeps a margin of small counts from being told`() throws {
        let result = try Suppression(of: grid([[1, 2], [40, 50]]), policy: .dfeChildrenInNeed)
        #expect(result.isSafe)
        #expect(result.published.text("r1", nil) == "c")
        let range = try #require(result.certificate.range(both, "r1", nil))
        // Both cells are known not to be 0, so no less than 2.
        #expect(range.low == 2 && range.high ?? Int.max >= 6)
    }

    @Test func `of any one row or column is protected`() throws {
        for table in [try grid([[3, 9, 20]]), try grid([[3], [9], [20]]), try grid([[3]]), try grid([[0]])] {
            let result = try Suppression(of: table, policy: .dfeChildrenInNeed)
            #expect(result.isSafe && result.certificate.isRight())
        }
    }

    @Test func `hides the same values under other names and in another order`() throws {
        let rows = [[20, 3, 151], [122, 18, 9], [33, 25, 81], [40, 1, 60]]
        let straight = try Suppression(of: grid(rows), policy: .dfeChildrenInNeed)
        let turned = try Suppression(
            of: grid(rows.reversed().map { Array($0.reversed()) }), policy: .dfeChildrenInNeed)
        func hidden(_ result: Suppression, _ rows: [[Int]]) -> [Int] {
            zip(rows.flatMap { $0 }, result.published.inner).filter { $0.1 == "c" }.map(\.0).sorted()
        }
        #expect(hidden(straight, rows) == hidden(turned, rows.reversed().map { Array($0.reversed()) }))
    }
}

@Suite struct `A hierarchy` {
    private static let cells: [([String?], Int)] = [
        (["North", "a"], 3), (["North", "b"], 20), (["North", nil], 23), (["South", "c"], 30),
        (["South", "d"], 40),
        (["South", nil], 70), ([nil, nil], 93),
    ]

    @Test func `is told by columns within columns`() throws {
        let table = try CountTable(
            dimensions: ["district", "school"], cells: Self.cells.map { CountTable.Cell($0.0, $0.1) })
        let result = try Suppression(of: table, policy: .dfeChildrenInNeed)
        #expect(result.published.cells.map(\.figure.text) == ["c", "c", "23", "30", "40", "70", "93"])
        #expect(result.isSafe)
    }

    @Test func `whose middle is not the sum is refused`() {
        var cells = Self.cells.map { CountTable.Cell($0.0, $0.1, line: 2) }
        cells[2] = CountTable.Cell(["North", nil], 24, line: 4)
        #expect(throws: Unreadable.self) { try CountTable(dimensions: ["district", "school"], cells: cells) }
        do {
            _ = try CountTable(dimensions: ["district", "school"], cells: cells)
        } catch {
            #expect(
                error.description.contains(
                    "Line 4: the margin “district North” is 24, but its parts sum to 23."))
        }
    }

    @Test(arguments: [2, 5, 6])
    func `may lack any margin, which then sums to nothing`(left: Int) throws {
        var cells = Self.cells.map { CountTable.Cell($0.0, $0.1) }
        cells.remove(at: left)
        let table = try CountTable(dimensions: ["district", "school"], cells: cells)
        let result = try Suppression(of: table, policy: .dfeChildrenInNeed)
        #expect(result.isSafe && result.certificate.isRight())
        // The other school of the district still covers, by whichever margins the small count would follow.
        #expect(result.published.inner.prefix(2) == ["c", "c"] && result.complements == 1)
    }

    @Test func `whose last margin is wrong is refused though another is left out`() {
        var cells = Self.cells.map { CountTable.Cell($0.0, $0.1) }
        cells.remove(at: 2)
        cells[5] = CountTable.Cell([nil, nil], 94)
        #expect(throws: Unreadable.self) { try CountTable(dimensions: ["district", "school"], cells: cells) }
    }

    @Test func `climbs where a district has one school`() throws {
        let cells: [([String?], Int)] = [
            (["North", "a"], 3), (["North", nil], 3), (["South", "c"], 30), (["South", "d"], 40),
            (["South", nil], 70),
            ([nil, nil], 73),
        ]
        let table = try CountTable(
            dimensions: ["district", "school"], cells: cells.map { CountTable.Cell($0.0, $0.1) })
        let result = try Suppression(of: table, policy: .dfeChildrenInNeed)
        #expect(result.isSafe)
        #expect(result.published.text("North", nil) == "c")
        #expect(result.published.text("South", nil) == "c" || result.published.text(nil, nil) == "c")
    }
}

@Suite struct `Linked tables` {
    @Test func `that share sums without showing them are seen as linked`() throws {
        // By need and by sex, neither with the sums over them: both tables still sum to the same in each area.
        var cells: [CountTable.Cell] = []
        for (area, needs, sexes) in [("N", [2, 20], [10, 12]), ("S", [30, 31], [33, 28])] {
            for (need, count) in needs.enumerated() {
                cells.append(CountTable.Cell([area, "n\(need)", nil], count))
            }
            for (sex, count) in sexes.enumerated() {
                cells.append(CountTable.Cell([area, nil, "s\(sex)"], count))
            }
        }
        let table = try CountTable(dimensions: ["area", "need", "sex"], cells: cells)
        let result = try Suppression(of: table, policy: .dfeChildrenInNeed)
        #expect(result.isSafe)
        #expect(result.complements == 1)
        #expect(result.published.text("N", nil, "s0") == "c" || result.published.text("N", "n1", nil) == "c")
    }

    @Test func `of a whole and its two breakdowns are attacked together`() throws {
        let cells: [([String?], Int)] = [
            (["a", nil], 3), (["b", nil], 20), (["c", nil], 40), ([nil, "x"], 2), ([nil, "y"], 61),
            ([nil, nil], 63),
        ]
        let table = try CountTable(
            dimensions: ["need", "sex"], cells: cells.map { CountTable.Cell($0.0, $0.1) })
        let result = try Suppression(of: table, policy: .dfeChildrenInNeed)
        #expect(result.isSafe)
        #expect(result.published.cells.map(\.figure.text) == ["c", "c", "40", "c", "c", "63"])
    }
}

@Suite struct `Totals` {
    @Test func `that are small are hidden with complements of their own`() throws {
        let result = try Suppression(of: grid([[1, 1], [20, 30], [40, 50]]), policy: .dfeChildrenInNeed)
        #expect(result.isSafe)
        #expect(result.published.text("r1", nil) == "c")
        let range = try #require(result.certificate.range(both, "r1", nil))
        #expect(range.low == 2 && range.high ?? Int.max >= 6)
    }

    @Test func `of nothing but noughts stand as they are`() throws {
        let result = try Suppression(of: grid([[0, 0], [0, 0]]), policy: .dfeChildrenInNeed)
        #expect(result.published.cells.allSatisfy { $0.figure == .count(0) })
        #expect(result.isSafe && result.primary == 0 && result.groups.isEmpty)
    }

    @Test func `alone, without what they sum, need no complement`() throws {
        let table = try CountTable(
            dimensions: ["row", "column"], cells: [.init(["a", nil], 3), .init(["b", nil], 40)])
        let result = try Suppression(of: table, policy: .dfeChildrenInNeed)
        #expect(result.published.cells.map(\.figure.text) == ["c", "40"])
        #expect(result.isSafe)
    }
}

@Suite struct `Rounded tables` {
    @Test func `hide one more where two hidden counts would be exact`() throws {
        // 9 and 9 are hidden as under 10, and 18 is shown as 20, which is 18 to 22.
        let result = try Suppression(of: grid([[9, 9], [40, 40]]), policy: .ons)
        #expect(result.isSafe)
        #expect(result.published.text("r1", nil) == "c")
        let range = try #require(result.certificate.range(both, "r1", "c1"))
        #expect(range.low < range.high ?? Int.max)
    }

    @Test func `hide nothing more where rounding is enough`() throws {
        let result = try Suppression(of: grid([[3, 20], [41, 40]]), policy: .nhs)
        #expect(result.isSafe && result.complements == 0)
        #expect(result.published.inner == ["*", "20", "40", "40"])
    }
}

@Suite struct `A whole group in one category` {
    @Test func `is flagged`() throws {
        let table = try grid([[12, 0, 0], [20, 30, 40]])
        let found = GroupDisclosure.all(in: table)
        // And two columns that lie wholly in one row.
        #expect(found.map(\.count).sorted() == [12, 30, 40])
        let row = try #require(found.first { $0.count == 12 })
        #expect(row.group.text == "row r1" && row.category.text == "column c1, row r1")
        let notes = SuppressionReport.notes(try Suppression(of: table, policy: .dfeChildrenInNeed))
        #expect(notes.contains { $0.hasPrefix("All 12 of “row r1” are “column c1, row r1”") })
    }
}
