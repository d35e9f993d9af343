import CivilTime
import Testing

@testable import Pages

@Suite struct `Reading several answers` {
    @Test func `gathers all that is wrong`() {
        var reading = Reading(Typed([.init("full-name", " "), .init("mail", "x"), .init("born-day", "3")]))
        #expect(reading.ask(SampleForm.name) == nil)
        #expect(reading.ask(SampleForm.mail) == nil)
        #expect(reading.ask(SampleForm.born) == nil)
        #expect(!reading.isFine)
        #expect(
            reading.problems.map(\.text) == [
                "Enter the child's full name",
                "Enter an email address in the correct format, like name@example.com",
                "Date of birth must include a month and a year",
            ])
    }

    @Test func `gives the answers where all is right`() {
        var reading = Reading(SampleForm.filled)
        #expect(reading.ask(SampleForm.name) == "Zoë O’Neill-<Smith>")
        #expect(reading.ask(SampleForm.story) == "Mornings.\n\nAnd \"rabbits\" & maps.")
        #expect(reading.ask(SampleForm.born) == day("2016-03-03"))
        #expect(reading.ask(SampleForm.month) == month("2023-09"))
        #expect(reading.ask(SampleForm.needs) == [.speech, .hearing])
        #expect(reading.ask(SampleForm.lives) == false)
        #expect(reading.ask(SampleForm.password)?.text == "correct horse battery")
        #expect(reading.ask(SampleForm.code)?.text == "123456")
        #expect(reading.ask(SampleForm.file) == SampleForm.sampleUpload)
        #expect(reading.isFine)
    }

    @Test func `asks for nothing that is optional`() {
        var reading = Reading(Typed())
        #expect(reading.ask(SampleForm.story) == nil)
        #expect(reading.ask(SampleForm.name.optional()) == nil)
        #expect(reading.isFine)
    }

    @Test func `takes problems of several answers, the first at each question`() {
        var reading = Reading(Typed())
        reading.refuse("Too early", at: SampleForm.born, controls: ["born-year"])
        reading.refuse("Too late", at: SampleForm.born)
        reading.refuse("The form as a whole")
        reading.refuse("And again")
        #expect(reading.problems.map(\.text) == ["Too early", "The form as a whole", "And again"])
        #expect(reading.problems[0].controls == ["born-year"])
        #expect(reading.problems[1].question == nil)
    }

    @Test func `what is known already is filled in and read back`() {
        var typed = Typed()
        func check<Q: Question>(_ question: Q, _ answer: Q.Answer) where Q.Answer: Equatable {
            question.fill(&typed, with: answer)
            #expect(question.read(typed).answer == answer)
        }
        check(SampleForm.name, "Ann")
        check(SampleForm.story, "a\nb")
        check(SampleForm.mail, "a@b.org")
        check(SampleForm.telephone, "01632 960001")
        check(SampleForm.postcode, "QZ1 1AA")
        check(SampleForm.hours, 12)
        check(SampleForm.born, day("2016-02-29"))
        check(SampleForm.month, month("2016-02"))
        check(SampleForm.need, .learning)
        check(SampleForm.needs, [.speech, .hearing])
        check(SampleForm.needs, [])
        check(SampleForm.school, "s2")
        check(SampleForm.lives, false)
        check(SampleForm.agree, true)
        check(SampleForm.file, SampleForm.sampleUpload)
        check(SampleForm.hidden, "c-17")
        SampleForm.password.fill(&typed, with: Secret("x"))
        #expect(typed["password"] == nil)
    }

    @Test func `answers become values of another type, or a problem at the same place`() {
        let even = SampleForm.hours.converted(
            { $0 % 2 == 0 ? "\($0 / 2) pairs" : nil }, back: { _ in 4 }, otherwise: "Enter an even number")
        #expect(even.answer("6") == "3 pairs")
        #expect(even.wrong("7") == "Enter an even number")
        #expect(even.wrong("x")?.contains("whole number") == true)
        #expect(even.read("").isNothing)
        #expect(even.hint("h").asked.hint == "h")
        var typed = Typed()
        even.fill(&typed, with: "2 pairs")
        #expect(typed["hours"] == "4")
        let shout = { @Sendable (text: String) throws(Unfit) -> String in
            if text == "no" { throw Unfit("Not that") }
            return text + "!"
        }
        let said = SampleForm.name.converted(shout, back: { $0 })
        #expect(said.answer("yes") == "yes!")
        #expect(said.wrong("no") == "Not that")
        #expect(said.emptyText == "Enter the child's full name")
    }
}
