/// Reads the answers to several questions and gathers all that is wrong with them.
///
///     var reading = Reading(typed)
///     let name = reading.ask(nameQuestion)
///     let born = reading.ask(birthQuestion)
///     guard reading.isFine, let name, let born else { return form(reading) }
public struct Reading: Sendable {
    /// What was typed.
    public let typed: Typed
    /// What is wrong, in the order in which it was found; at most one for each question.
    public private(set) var problems: [FormProblem] = []

    /// Begins to read.
    public init(_ typed: Typed) { self.typed = typed }

    /// Whether nothing was wrong so far.
    public var isFine: Bool { problems.isEmpty }

    /// Reads one answer; nil where it is wrong or missing, which is then noted, or left out and optional.
    public mutating func ask<Q: Question>(_ question: Q) -> Q.Answer? {
        switch question.read(typed) {
        case .answer(let answer): return answer
        case .wrong(let problem): note(problem)
        case .nothing: if !question.asked.isOptional { note(question.problem(question.emptyText)) }
        }
        return nil
    }

    /// Notes what only several answers together, or the records, show to be wrong; the first at a question
    /// stands.
    ///
    /// - Parameter controls: which of the question's controls, such as `["born-year"]`; all where none is named.
    public mutating func refuse(_ text: String, at question: some Question, controls: [String] = []) {
        note(
            FormProblem(
                text, at: question.asked.name, controls: controls.isEmpty ? question.controls : controls))
    }

    /// Notes what is wrong with the form as a whole.
    public mutating func refuse(_ text: String) { note(FormProblem(text)) }

    private mutating func note(_ problem: FormProblem) {
        if let question = problem.question, problems.contains(where: { $0.question == question }) { return }
        problems.append(problem)
    }
}
