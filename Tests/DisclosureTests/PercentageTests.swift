import Disclosure
import Testing

@Suite struct Percentages {
    private let policy = Policy.dfeChildrenInNeed

    @Test(arguments: [
        (Figure.count(20), Figure.count(60), "33.3"), (.count(0), .count(60), "0.0"),
        (.count(60), .count(60), "100.0"),
        (.count(24), .count(25), "c"), (.count(6), .count(0), "z"), (.count(0), .count(4), "c"),
        (.symbol(.confidential), .count(60), "c"), (.count(20), .symbol(.confidential), "c"),
        (.symbol(.notApplicable), .count(60), "z"), (.count(61), .count(60), "c"),
        (.count(54), .count(60), "90.0"),
        (.count(55), .count(60), "c"),
    ])
    func `are withheld with what they rest on`(part: Figure, whole: Figure, text: String) {
        #expect(policy.percentage(part, of: whole) == text)
    }

    @Test(arguments: [
        (1, 3, 0, "33"), (2, 3, 0, "67"), (1, 8, 1, "12.5"), (1, 16, 1, "6.3"), (1, 200, 0, "1"),
    ])
    func `are rounded halves up`(part: Int, whole: Int, decimals: Int, text: String) {
        #expect(Policy.percentage(part, of: whole, decimals: decimals) == text)
    }

    @Test func `of rounded figures have a decimal only where it can be trusted`() {
        #expect(Policy.nhs.percentage(.count(1_000), of: .count(3_995)) == "25")
        #expect(Policy.nhs.percentage(.count(1_005), of: .count(4_000)) == "25.1")
    }

    @Test(arguments: [(0, 100, 200), (1, 1_000, 2_000)])
    func `are the count up to one whole, and for some counts up to another`(
        decimals: Int, all: Int, some: Int
    ) {
        func isCount(_ part: Int, _ whole: Int) -> Bool {
            let text = Policy.percentage(part, of: whole, decimals: decimals)
            return Policy.counts(behind: text, of: whole, decimals: decimals)?.count == 1
        }
        for whole in [1, 7, all / 2, all - 1, all] {
            #expect((0...whole).allSatisfy { isCount($0, whole) }, "\(whole)")
        }
        #expect(!(0...(all + 1)).allSatisfy { isCount($0, all + 1) })
        #expect((0...(some - 1)).contains { isCount($0, some - 1) })
        #expect(!(1...(some * 2)).contains { isCount($0, some * 2 + 1) })
    }

    @Test func `name exactly the counts that can stand behind them`() {
        for whole in 1...60 {
            for decimals in [0, 1] {
                for part in 0...whole {
                    let text = Policy.percentage(part, of: whole, decimals: decimals)
                    let like = (0...whole).filter {
                        Policy.percentage($0, of: whole, decimals: decimals) == text
                    }
                    let range = Policy.counts(behind: text, of: whole, decimals: decimals)
                    #expect(range.map(Array.init) == like, "\(part) of \(whole)")
                }
            }
        }
        #expect(Policy.counts(behind: "33.3", of: 0, decimals: 1) == nil)
        #expect(Policy.counts(behind: "many", of: 3, decimals: 0) == nil)
    }

    @Test func `are a column of the file`() throws {
        let result = try Suppression(of: list([3, 40, 57]), policy: policy)
        let csv = TableFile.csv(result.published, percentOf: "part", policy: policy)
        #expect(csv == "part,count,percent\np1,c,c\np2,c,c\np3,57,57.0\nTotal,100,100.0")
    }

    @Test func `and means rest on enough people`() {
        #expect(policy.isWithheld(restingOn: 5) && !policy.isWithheld(restingOn: 6))
        #expect(Policy.none.isWithheld(restingOn: 0) && !Policy.none.isWithheld(restingOn: 1))
    }
}
