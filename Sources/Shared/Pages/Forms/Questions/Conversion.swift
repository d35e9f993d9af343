public import Markup

/// A question whose answer is made into a value of another type, such as an identifier with its check digit.
public struct ConvertedQuestion<Base: Question, Answer: Sendable>: Question {
    private var base: Base
    private let convert: @Sendable (Base.Answer) -> Result<Answer, Unfit>
    private let back: @Sendable (Answer) -> Base.Answer

    init(
        _ base: Base, _ convert: @escaping @Sendable (Base.Answer) -> Result<Answer, Unfit>,
        back: @escaping @Sendable (Answer) -> Base.Answer
    ) {
        self.base = base
        self.convert = convert
        self.back = back
    }

    /// The name and words of the question behind it.
    public var asked: Asked {
        get { base.asked }
        set { base.asked = newValue }
    }
    /// Those of the question behind it.
    public var fieldNames: [String] { base.fieldNames }
    /// Those of the question behind it.
    public var controls: [String] { base.controls }
    /// As the question behind it.
    public var isSecret: Bool { base.isSecret }
    /// As the question behind it.
    public var takesFile: Bool { base.takesFile }
    /// That of the question behind it.
    public var emptyText: String { base.emptyText }

    /// Reads as the question behind it does, then converts.
    public func read(_ typed: Typed) -> Entered<Answer> {
        switch base.read(typed) {
        case .nothing: return .nothing
        case .wrong(let problem): return .wrong(problem)
        case .answer(let answer):
            switch convert(answer) {
            case .success(let value): return .answer(value)
            case .failure(let unfit): return .wrong(problem(unfit.text))
            }
        }
    }

    /// As the question behind it.
    public func html(_ typed: Typed, _ problem: FormProblem?) -> HTML { base.html(typed, problem) }

    /// Puts the value back as it would have been typed.
    public func fill(_ typed: inout Typed, with answer: Answer) { base.fill(&typed, with: back(answer)) }
}

/// Why an answer is no value of the type that is wanted.
public struct Unfit: Error, Hashable {
    /// What is wrong and how to put it right, without a full stop at its end.
    public let text: String

    /// Says what is wrong.
    public init(_ text: String) { self.text = text }
}

extension Question {
    /// The same question with its answer made into another type.
    ///
    ///     MailQuestion("mail").converted({ MailAddress($0) }, back: \.text, otherwise: "Enter …")
    ///
    /// - Parameters:
    ///   - make: the value, or nil where the answer is none.
    ///   - back: what would have to be typed for the value.
    ///   - otherwise: what is said where the answer is none.
    public func converted<Value: Sendable>(
        _ make: @escaping @Sendable (Answer) -> Value?, back: @escaping @Sendable (Value) -> Answer,
        otherwise: String
    ) -> ConvertedQuestion<Self, Value> {
        ConvertedQuestion(self, { make($0).map { .success($0) } ?? .failure(Unfit(otherwise)) }, back: back)
    }

    /// The same question with its answer made into another type that says itself what is wrong.
    public func converted<Value: Sendable>(
        _ make: @escaping @Sendable (Answer) throws(Unfit) -> Value,
        back: @escaping @Sendable (Value) -> Answer
    ) -> ConvertedQuestion<Self, Value> {
        ConvertedQuestion(
            self,
            { answer in
                do throws(Unfit) { return .success(try make(answer)) } catch { return .failure(error) }
            }, back: back)
    }
}
