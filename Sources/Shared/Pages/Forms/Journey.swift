/// Questions over several pages: which page comes next follows from the answers alone.
///
/// It holds no state; whoever keeps the answers asks it. A step that the answers do not ask for is passed
/// over, in both directions, and what was answered there before does not count.
public struct Journey<Answers: Sendable>: Sendable {
    /// One page of questions.
    public struct Step: Sendable {
        /// Its name in addresses; unlike every other of the journey.
        public let id: String
        /// Its title.
        public let title: String
        /// Whether it is asked; it may look only at the answers of steps before it.
        public let isAsked: @Sendable (Answers) -> Bool
        /// Whether it has been answered, or seen and left out where that is allowed.
        public let isAnswered: @Sendable (Answers) -> Bool

        /// Names a step; it is always asked unless said otherwise.
        public init(
            _ id: String, _ title: String, isAsked: @escaping @Sendable (Answers) -> Bool = { _ in true },
            isAnswered: @escaping @Sendable (Answers) -> Bool
        ) {
            self.id = id
            self.title = title
            self.isAsked = isAsked
            self.isAnswered = isAnswered
        }
    }

    /// A place on the journey.
    public enum Place: Sendable, Hashable {
        /// The page of a step, by its id.
        case step(String)
        /// The page that shows all answers before they are sent.
        case checkAnswers
    }

    /// All steps in the order in which they may be asked.
    public let steps: [Step]

    /// Makes a journey of steps.
    public init(_ steps: [Step]) {
        precondition(Set(steps.map(\.id)).count == steps.count, "two steps of a journey have the same id")
        self.steps = steps
    }

    /// The steps that these answers ask for.
    public func asked(_ answers: Answers) -> [Step] { steps.filter { $0.isAsked(answers) } }

    /// The first page that has still to be answered, or the page that shows all answers.
    ///
    /// Where a step was answered again from that last page, this is the way on: to what is now asked and was
    /// not before, otherwise back there.
    public func firstUnanswered(_ answers: Answers) -> Place {
        asked(answers).first { !$0.isAnswered(answers) }.map { .step($0.id) } ?? .checkAnswers
    }

    /// Whether all that is asked is answered, so that the answers may be sent.
    public func isComplete(_ answers: Answers) -> Bool { firstUnanswered(answers) == .checkAnswers }

    /// The page behind a step; the first of all where there is no such step.
    public func next(after id: String, _ answers: Answers) -> Place {
        let index = steps.firstIndex { $0.id == id } ?? -1
        return steps[(index + 1)...].first { $0.isAsked(answers) }.map { .step($0.id) } ?? .checkAnswers
    }

    /// The page before a place; nil before the first.
    public func previous(before place: Place, _ answers: Answers) -> Place? {
        let before =
            switch place {
            case .checkAnswers: steps[...]
            case .step(let id): steps[..<(steps.firstIndex { $0.id == id } ?? 0)]
            }
        return before.last { $0.isAsked(answers) }.map { .step($0.id) }
    }

    /// Where somebody is taken who asks for a place: there, or to the first page that has to be answered
    /// before it. A step that is not asked leads there too.
    public func arrival(at place: Place, _ answers: Answers) -> Place {
        let first = firstUnanswered(answers)
        let asked = asked(answers).map(\.id)
        guard case .step(let id) = place, let wanted = asked.firstIndex(of: id) else { return first }
        guard case .step(let open) = first, let reached = asked.firstIndex(of: open) else { return place }
        return wanted <= reached ? place : first
    }

    /// The steps that are asked, to show where somebody is: each with whether it may be opened already.
    public func progress(_ answers: Answers) -> [(step: Step, canOpen: Bool)] {
        asked(answers).map { ($0, arrival(at: .step($0.id), answers) == .step($0.id)) }
    }
}
