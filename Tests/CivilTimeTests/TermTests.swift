import CivilTime
import Testing

@Suite struct `A calendar of terms` {
    static func term(_ name: String, _ first: String, _ last: String, _ halfTerm: String?) throws -> Term {
        try Term(name: name, first: day(first), last: day(last), halfTerm: halfTerm.map(span))
    }

    static func year() throws -> TermCalendar {
        try TermCalendar(terms: [
            term("Summer 2027", "2027-04-12", "2027-07-21", "2027-05-31/2027-06-04"),
            term("Autumn 2026", "2026-09-02", "2026-12-18", "2026-10-26/2026-10-30"),
            term("Spring 2027", "2027-01-04", "2027-03-25", "2027-02-15/2027-02-19"),
        ])
    }

    @Test func `is in order however it was given`() throws {
        let names = try Self.year().terms.map(\.name)
        #expect(names == ["Autumn 2026", "Spring 2027", "Summer 2027"])
        #expect(try Self.year().coverage == span("2026-09-02/2027-07-21"))
    }

    @Test(
        arguments: [
            ("2026-09-01", nil, false), ("2026-09-02", "Autumn 2026", true),
            ("2026-10-25", "Autumn 2026", true),
            ("2026-10-26", "Autumn 2026", false), ("2026-10-30", "Autumn 2026", false),
            ("2026-10-31", "Autumn 2026", true), ("2026-12-18", "Autumn 2026", true),
            ("2026-12-19", nil, false),
            ("2027-07-21", "Summer 2027", true), ("2027-07-22", nil, false), ("2031-01-01", nil, false),
        ] as [(String, String?, Bool)])
    func `says which term a day is in and whether it is term time`(
        _ iso: String, _ name: String?, _ termTime: Bool
    ) throws {
        #expect(try Self.year().term(on: day(iso))?.name == name)
        #expect(try Self.year().isTermTime(day(iso)) == termTime)
    }

    @Test func `knows the breaks and what comes next`() throws {
        let year = try Self.year()
        let closures = [
            "2026-10-26/2026-10-30", "2026-12-19/2027-01-03", "2027-02-15/2027-02-19",
            "2027-03-26/2027-04-11",
            "2027-05-31/2027-06-04",
        ]
        #expect(year.closures.map(\.description) == closures)
        #expect(year.closure(on: day("2027-01-01"))?.from.iso == "2026-12-19")
        #expect(year.closure(on: day("2027-01-04")) == nil)
        #expect(year.nextTerm(after: day("2026-09-02"))?.name == "Spring 2027")
        #expect(year.nextTerm(after: day("2027-04-12")) == nil)
        #expect(year.covers(day("2026-12-25")) && !year.covers(day("2026-09-01")))
    }

    @Test func `may be empty, and then knows nothing`() throws {
        let none = try TermCalendar(terms: [])
        #expect(none.coverage == nil && none.closures.isEmpty)
        #expect(!none.covers(day("2026-12-25")) && !none.isTermTime(day("2026-12-25")))
    }

    @Test func `two terms beside each other have no break`() throws {
        let calendar = try TermCalendar(terms: [
            Self.term("A", "2026-09-01", "2026-10-31", nil), Self.term("B", "2026-11-01", "2026-12-18", nil),
        ])
        #expect(calendar.closures.isEmpty)
    }

    @Test func `with a day in two terms is refused`() throws {
        let one = try Self.term("A", "2026-09-01", "2026-10-31", nil)
        let other = try Self.term("B", "2026-10-31", "2026-12-18", nil)
        #expect(throws: TermProblem.overlap("A", "B")) { try TermCalendar(terms: [other, one]) }
    }

    @Test func `a term that ends before it begins is refused`() {
        #expect(throws: TermProblem.endsBeforeItBegins("A")) {
            try Self.term("A", "2026-09-02", "2026-09-01", nil)
        }
    }

    @Test(arguments: [
        "2026-09-01/2026-09-05", "2026-12-10/2026-12-18", "2026-08-01/2026-12-31", "2026-10-01/..",
        "2027-02-01/2027-02-05",
    ])
    func `a half term outside its term is refused`(_ halfTerm: String) {
        #expect(throws: TermProblem.halfTermOutside("A")) {
            try Self.term("A", "2026-09-01", "2026-12-18", halfTerm)
        }
    }

    @Test func `goes through JSON`() throws {
        #expect(try throughJSON(Self.year()) == Self.year())
        let one = try json(Self.term("A", "2026-09-01", "2026-12-18", nil))
        #expect(one == #"{"first":"2026-09-01","last":"2026-12-18","name":"A"}"#)
        let twice = try cause(of: "[\(one),\(one)]", as: TermCalendar.self) as? TermProblem
        #expect(twice == .overlap("A", "A"))
        let bad = #"{"first":"2026-09-02","last":"2026-09-01","name":"A"}"#
        #expect(try cause(of: bad, as: Term.self) as? TermProblem == .endsBeforeItBegins("A"))
    }

    @Test func `problems are said in words`() {
        #expect("\(TermProblem.overlap("A", "B"))" == "The terms “A” and “B” overlap.")
        #expect("\(TermProblem.endsBeforeItBegins("A"))" == "The term “A” ends before it begins.")
        #expect("\(TermProblem.halfTermOutside("A"))" == "The half term of “A” does not lie inside it.")
    }
}
