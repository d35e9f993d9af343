import CivilTime
import Testing

@testable import Programme

@Suite struct `Months in the words of a plan` {
    @Test(arguments: [
        ("April 2018", "2018-04"), ("Sept 2018", "2018-09"), ("Sep 2018", "2018-09"), ("Dec 2018", "2018-12"),
        ("  june   2018 ", "2018-06"), ("MAY 2018", "2018-05"), ("Jan\n2019", "2019-01"),
        ("February 2000", "2000-02"),
    ])
    func `one month and nothing else is a month`(words: String, iso: String) {
        #expect(PlainMonth.only(words) == month(iso))
        #expect(PlainMonth.first(in: words) == month(iso))
    }

    @Test(arguments: [
        "", "Quarterly", "2018", "April", "by April 2018", "April 2018 and then June 2018", "Ju 2018",
        "April 18", "April 20188", "Apryl 2018", "2018 April", "April-2018", "Aprils 2018", "Mayor 2018",
        "April +201",
    ])
    func `anything else is no month`(words: String) {
        #expect(PlainMonth.only(words) == nil)
    }

    @Test(arguments: [
        ("March 2018 – March 2019", "2018-03"), ("from June 2018, then July 2018", "2018-06"),
        ("(Sept 2018)", "2018-09"), ("by the end of Dec 2018; reviewed", "2018-12"),
        ("in 2017, then Nov 2018", "2018-11"),
    ])
    func `the first month in longer words is found`(words: String, iso: String) {
        #expect(PlainMonth.first(in: words) == month(iso))
    }

    @Test(arguments: ["", "2018 to 2019", "monthly", "a May morning", "marching 2018"])
    func `words without a month have none`(words: String) {
        #expect(PlainMonth.first(in: words) == nil)
    }
}
