import Testing

@testable import Pages

@Suite struct `A journey over several pages` {
    /// A request for an assessment, much shortened.
    private struct Answers {
        var isParent: Bool?
        var school: String?
        var knows: Bool?
        var worries: String?
    }

    private let journey = Journey<Answers>([
        .init("who", "Who you are", isAnswered: { $0.isParent != nil }),
        .init("school", "Your school", isAsked: { $0.isParent == false }, isAnswered: { $0.school != nil }),
        .init(
            "agreed", "Does the parent know?", isAsked: { $0.isParent == false },
            isAnswered: { $0.knows != nil }),
        .init("worries", "What worries you", isAnswered: { $0.worries != nil }),
    ])

    @Test func `leads on by the answers alone`() {
        let parent = Answers(isParent: true)
        let teacher = Answers(isParent: false)
        #expect(journey.next(after: "who", parent) == .step("worries"))
        #expect(journey.next(after: "who", teacher) == .step("school"))
        #expect(journey.next(after: "worries", parent) == .checkAnswers)
        #expect(journey.next(after: "no such step", parent) == .step("who"))
        #expect(journey.asked(parent).map(\.id) == ["who", "worries"])
    }

    @Test func `leads back past what is not asked`() {
        let parent = Answers(isParent: true)
        #expect(journey.previous(before: .step("worries"), parent) == .step("who"))
        #expect(journey.previous(before: .step("worries"), Answers(isParent: false)) == .step("agreed"))
        #expect(journey.previous(before: .step("who"), parent) == nil)
        #expect(journey.previous(before: .checkAnswers, parent) == .step("worries"))
        #expect(journey.previous(before: .step("none"), parent) == nil)
    }

    @Test func `finds the first page that is not answered`() {
        #expect(journey.firstUnanswered(Answers()) == .step("who"))
        #expect(
            journey.firstUnanswered(Answers(isParent: false, knows: true, worries: "x")) == .step("school"))
        let whole = Answers(isParent: true, worries: "x")
        #expect(journey.firstUnanswered(whole) == .checkAnswers)
        #expect(journey.isComplete(whole))
    }

    @Test func `after a change asks what is now asked, otherwise goes back to all answers`() {
        var answers = Answers(isParent: true, worries: "x")
        answers.isParent = false
        #expect(journey.firstUnanswered(answers) == .step("school"))
        answers.isParent = true
        #expect(journey.firstUnanswered(answers) == .checkAnswers)
    }

    @Test func `lets nobody in beyond the first page that is not answered`() {
        let begun = Answers(isParent: false)
        #expect(journey.arrival(at: .step("who"), begun) == .step("who"))
        #expect(journey.arrival(at: .step("school"), begun) == .step("school"))
        #expect(journey.arrival(at: .step("worries"), begun) == .step("school"))
        #expect(journey.arrival(at: .checkAnswers, begun) == .step("school"))
        #expect(journey.arrival(at: .step("school"), Answers(isParent: true)) == .step("worries"))
        let whole = Answers(isParent: true, worries: "x")
        #expect(journey.arrival(at: .step("worries"), whole) == .step("worries"))
        #expect(journey.arrival(at: .checkAnswers, whole) == .checkAnswers)
        #expect(journey.arrival(at: .step("none"), whole) == .checkAnswers)
        #expect(journey.progress(begun).map(\.canOpen) == [true, true, false, false])
    }

    @Test func `whatever the answers, next and previous undo each other and end`() {
        for bits in 0..<81 {
            let bool = { (digit: Int) -> Bool? in [nil, false, true][digit % 3] }
            let answers = Answers(
                isParent: bool(bits), school: bool(bits / 3) == nil ? nil : "s", knows: bool(bits / 9),
                worries: bool(bits / 27) == nil ? nil : "w")
            var way: [Journey<Answers>.Place] = []
            var place =
                journey.asked(answers).first.map { Journey<Answers>.Place.step($0.id) } ?? .checkAnswers
            while case .step(let id) = place, way.count < 10 {
                way.append(place)
                place = journey.next(after: id, answers)
                #expect(journey.previous(before: place, answers) == way.last)
            }
            #expect(way == journey.asked(answers).map { .step($0.id) })
        }
    }

    @Test func `has no two steps of one name`() async {
        await #expect(processExitsWith: .failure) {
            let step = Journey<Int>.Step("a", "A", isAnswered: { _ in true })
            _ = Journey([step, step])
        }
    }
}
