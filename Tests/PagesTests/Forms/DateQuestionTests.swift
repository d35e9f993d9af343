import CivilTime
import Markup
import Testing

@testable import Pages

@Suite struct `A date in three fields` {
    private let question = DateQuestion("born", "Date of birth")

    private func read(_ day: String, _ month: String, _ year: String) -> Entered<Day> {
        question.read(Typed([.init("born-day", day), .init("born-month", month), .init("born-year", year)]))
    }

    @Test(arguments: [
        ("3", "3", "2016"), ("03", "03", "2016"), (" 3 ", "March", "2016"), ("3", "march", "2016"),
        ("3", "MAR", "2016"), ("3", "Mar.", "2016"),
        ("\u{200E}3", "3", "2016\u{200B}"),
    ])
    func `is understood`(day: String, month: String, year: String) {
        #expect(read(day, month, year).answer?.iso == "2016-03-03")
    }

    @Test(arguments: [
        ("sept", 9), ("Sep", 9), ("jun", 6), ("july", 7), ("May", 5), ("dec", 12), ("january", 1), ("12", 12),
    ])
    func `has months by name`(month: String, number: Int) {
        #expect(read("1", month, "2020").answer?.month == number)
    }

    @Test func `is nothing where all is empty`() {
        #expect(read("", " ", "").isNothing)
        #expect(question.read(Typed()).isNothing)
    }

    @Test(arguments: [
        ("", "3", "2016", "Date of birth must include a day", ["born-day"]),
        ("3", "", "", "Date of birth must include a month and a year", ["born-month", "born-year"]),
        ("3", "3", "16", "Date of birth must include a year of 4 digits, like 2016", ["born-year"]),
        ("3", "3", "20166", "Date of birth must include a real year", ["born-year"]),
        ("3", "3", "1066", "Date of birth must include a real year", ["born-year"]),
        ("3", "13", "2016", "Date of birth must include a real month, like 3 or March", ["born-month"]),
        ("3", "ma", "2016", "Date of birth must include a real month, like 3 or March", ["born-month"]),
        ("3", "Marchh", "2016", "Date of birth must include a real month, like 3 or March", ["born-month"]),
        ("0", "3", "2016", "Date of birth must include a real day, from 1 to 31", ["born-day"]),
        ("32", "3", "2016", "Date of birth must include a real day, from 1 to 31", ["born-day"]),
        ("3rd", "x", "2016", "Date of birth must be a real date", ["born-day", "born-month"]),
        (
            "29", "2", "2015", "Date of birth must be a real date; February 2015 has only 28 days",
            ["born-day"]
        ),
        (
            "31", "April", "2016", "Date of birth must be a real date; April 2016 has only 30 days",
            ["born-day"]
        ),
        ("٣", "3", "2016", "Date of birth must include a real day, from 1 to 31", ["born-day"]),
        ("+3", "-3", "2016", "Date of birth must be a real date", ["born-day", "born-month"]),
    ])
    func `is refused with words, at the fields that are wrong`(
        day: String, month: String, year: String, words: String, controls: [String]
    ) {
        let problem = read(day, month, year).problem
        #expect(problem?.text == words)
        #expect(problem?.controls == controls)
    }

    @Test func `names a hidden character, at its field`() {
        let problem = read("3", "3\u{0}", "2016").problem
        #expect(problem?.text.contains("U+0000") == true)
        #expect(problem?.controls == ["born-month"])
    }

    @Test(arguments: [
        (DateLimit.today(day("2024-06-30")), "2024-06-30", "2024-07-01", "must be today or in the past"),
        (.beyondToday(day("2024-06-30")), "2024-06-29", "2024-06-30", "must be in the past"),
        (.date(day("2024-06-30")), "2024-06-30", "2024-07-01", "must be on or before 30 June 2024"),
        (
            .named(day("2024-06-30"), "the day of the decision"), "2024-06-30", "2024-07-01",
            "must be on or before 30 June 2024, the day of the decision"
        ),
    ])
    func `has a latest day`(limit: DateLimit, last: String, over: String, words: String) {
        let question = DateQuestion("a", "Start", latest: limit)
        #expect(entered(last, question).answer?.iso == last)
        #expect(entered(over, question).problem?.text == "Start \(words)")
    }

    @Test(arguments: [
        (DateLimit.today(day("2024-06-30")), "2024-06-30", "2024-06-29", "must be today or in the future"),
        (.beyondToday(day("2024-06-30")), "2024-07-01", "2024-06-30", "must be in the future"),
        (.date(day("2024-06-30")), "2024-06-30", "2024-06-29", "must be on or after 30 June 2024"),
        (
            .named(day("2024-06-30"), "the birth"), "2024-06-30", "2024-06-29",
            "must be on or after 30 June 2024, the birth"
        ),
    ])
    func `has an earliest day`(limit: DateLimit, first: String, before: String, words: String) {
        let question = DateQuestion("a", "Start", earliest: limit)
        #expect(entered(first, question).answer?.iso == first)
        #expect(entered(before, question).problem?.text == "Start \(words)")
    }

    private func entered(_ iso: String, _ question: DateQuestion) -> Entered<Day> {
        var typed = Typed()
        question.fill(&typed, with: day(iso))
        return question.read(typed)
    }

    @Test func `is marked part by part`() {
        let typed = Typed([.init("born-day", "31"), .init("born-month", "2"), .init("born-year", "2016")])
        let html = question.html(typed, question.read(typed).problem)
        #expect(html.count("aria-invalid") == 1)
        #expect(
            html.string.contains(
                "value=\"31\" class=\"width-2\" inputmode=\"numeric\" spellcheck=\"false\" aria-invalid=\"true\""
            ))
    }

    @Test func `may be the person's own birthday`() {
        let own = DateQuestion("born", "Date of birth", isOwnBirthday: true).html(Typed(), nil)
        for part in ["day", "month", "year"] { #expect(own.count("autocomplete=\"bday-\(part)\"") == 1) }
        #expect(question.html(Typed(), nil).count("autocomplete") == 0)
    }

    @Test func `every day is filled in and read back`() {
        for number in stride(from: Day.earliest.number, through: Day.latest.number, by: 9_973) {
            let expected = Day(number: number)
            var typed = Typed()
            question.fill(&typed, with: expected)
            #expect(question.read(typed).answer == expected)
        }
    }

    @Test(arguments: [("9", "2023", "2023-09"), ("Sept", "2023", "2023-09"), ("12", "1999", "1999-12")])
    func `a month has two`(month: String, year: String, iso: String) {
        let typed = Typed([.init("month-month", month), .init("month-year", year)])
        #expect(SampleForm.month.read(typed).answer?.iso == iso)
    }

    @Test(arguments: [
        ("13", "2023", "must include a real month, like 3 or March"), ("13", "23", "must be a real month"),
        ("1", "", "must include a year"),
    ])
    func `a month is refused with words`(month: String, year: String, words: String) {
        let typed = Typed([.init("month-month", month), .init("month-year", year)])
        #expect(SampleForm.month.read(typed).problem?.text == "Month of the last review \(words)")
    }
}
