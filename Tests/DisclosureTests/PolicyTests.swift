import Disclosure
import Testing

@Suite struct `What a policy hides` {
    @Test(arguments: [
        ("dfe-cin", [1, 5], [0, 6, 100]), ("local", [1, 4], [0, 5]), ("nhs", [1, 7], [0, 8]),
        ("ons-10-5", [0, 1, 9], [10]), ("none", [], [0, 1, 2, 5]),
    ])
    func `small counts and nothing else`(name: String, hidden: [Int], shown: [Int]) throws {
        let policy = try #require(Policy(name: name))
        for count in hidden { #expect(policy.isUnsafe(count), "\(count)") }
        for count in shown { #expect(!policy.isUnsafe(count), "\(count)") }
        #expect(policy.name == name)
    }

    @Test(arguments: ["", "dfe", "DFE-CIN", "none ", "nhs-10"])
    func `there is none by another name`(name: String) { #expect(Policy(name: name) == nil) }

    @Test func `numbers that cannot be are brought to ones that can`() {
        let policy = Policy(
            name: "own", threshold: -4, roundTo: 0, totalsRoundTo: -1, symbol: .below(99), percentDecimals: 7)
        #expect((policy.threshold, policy.roundTo, policy.totalsRoundTo) == (0, 1, 1))
        #expect(policy.percentDecimals == 1)
        #expect(Policy(name: "own", threshold: Int.max).threshold == Policy.largestThreshold)
        #expect(Policy(name: "own", threshold: 5, symbol: .below(99)).symbol == .below(5))
        #expect(Policy(name: "own", threshold: 5, symbol: .below(5)).symbolMeansSmall)
    }
}

@Suite struct Rounding {
    @Test(arguments: [(0, 0), (1, 0), (2, 0), (3, 5), (7, 5), (8, 10), (12, 10), (13, 15), (1_002, 1_000)])
    func `goes to the nearest five`(count: Int, rounded: Int) {
        #expect(Policy.nhs.rounded(count, isTotal: false) == rounded)
    }

    @Test(arguments: [(4, 0), (5, 10), (14, 10), (15, 20), (25, 30), (94, 90)])
    func `halves go up`(count: Int, rounded: Int) {
        let policy = Policy(name: "own", threshold: 0, roundTo: 1, totalsRoundTo: 10)
        #expect(policy.rounded(count, isTotal: true) == rounded)
        #expect(policy.rounded(count, isTotal: false) == count)
    }

    @Test func `a nought that is none is written low`() {
        let policy = Policy(name: "own", threshold: 0, roundTo: 5)
        #expect(policy.figure(2, isTotal: false).text == "low")
        #expect(policy.figure(0, isTotal: false).text == "0")
        #expect(policy.figure(3, isTotal: false).text == "5")
    }

    @Test func `every figure is rounded from its own count`() throws {
        let table = try list([8, 8, 8])
        let result = try Suppression(of: table, policy: .nhs)
        #expect(result.published.cells.map(\.figure.text) == ["10", "10", "10", "25"])
        #expect(result.isSafe)
    }
}

@Suite struct Symbols {
    @Test(arguments: [
        ("c", Symbol.confidential), ("*", .asterisk), ("z", .notApplicable), ("x", .unavailable),
        ("low", .low),
        ("u", .unreliable), ("-", .dash), ("<5", .below(5)), ("<10", .below(10)),
    ])
    func `are read and written`(text: String, symbol: Symbol) {
        #expect(Symbol(text) == symbol)
        #expect(symbol.text == text)
    }

    @Test(arguments: [(":", Symbol.unavailable), ("~", .low), ("k", .low)])
    func `of older tables are read`(text: String, symbol: Symbol) { #expect(Symbol(text) == symbol) }

    @Test(arguments: ["", "C", "<", "<1", "<-5", "<5.5", "< 5", "n/a", "<99999999999999999999", "5"])
    func `are nothing else`(text: String) { #expect(Symbol(text) == nil) }

    @Test func `tell no small count from its complement`() throws {
        for policy in Policy.all where policy.threshold > 1 {
            let result = try Suppression(
                of: grid([[20, 3, 15], [12, 18, 9], [30, 25, 8]]), policy: policy)
            let symbols = Set(result.published.cells.filter { $0.figure.isHidden }.map(\.figure.text))
            #expect(symbols == [policy.symbol.text], "\(policy.name)")
        }
    }

    @Test func `that give a range away stand only where it is true`() throws {
        let policy = Policy(name: "local", threshold: 5, symbol: .below(5))
        let table = try list([3, 40, 57])
        let result = try Suppression(of: table, policy: policy)
        #expect(result.published.inner == ["<5", "c", "57"])
        #expect(result.isSafe)
    }

    @Test func `that give too much away make room for c`() throws {
        // “<5” for both and a total of 8 would say 4 and 4.
        let policy = Policy(name: "local", threshold: 5, symbol: .below(5))
        let result = try Suppression(
            of: grid([[1, 3], [2, 1]]), policy: policy)
        #expect(!result.published.cells.contains { $0.figure.text.hasPrefix("<") } || result.isSafe)
        #expect(result.isSafe)
    }
}

@Suite struct `The list of policies` {
    @Test func `names each with what it hides`() {
        let lines = PolicyReport.table().split(separator: "\n").map { line in
            line.split(separator: " ").joined(separator: " ")
        }
        #expect(
            lines == [
                "policy small zero rounds symbol must stay possible", "dfe-cin 1 to 5 shown no c 1 to 6",
                "nhs 1 to 7 shown to 5 * two values", "ons-10-5 0 to 9 hidden to 5 c two values",
                "local 1 to 4 shown no c 1 to 5", "none none shown no – –",
            ])
    }

    @Test func `is JSON too`() {
        for policy in Policy.all { #expect(PolicyReport.json().contains("{\"name\": \"\(policy.name)\"")) }
    }
}
