public import Markup

/// A whole number.
public struct WholeNumberQuestion: Question {
    /// Its name and its words.
    public var asked: Asked
    /// The numbers that can be right.
    public let range: ClosedRange<Int>
    private let unit: String?

    /// Asks for a whole number.
    ///
    /// - Parameter unit: what is counted, shown behind the number: “hours”.
    public init(_ name: String, _ label: String, in range: ClosedRange<Int>, unit: String? = nil) {
        asked = Asked(name, label)
        self.range = range
        self.unit = unit
    }

    /// The number; spaces and commas between thousands are understood, decimals are not rounded but refused.
    public func read(_ typed: Typed) -> Entered<Int> {
        switch LineReading.read(self, typed, isCode: true, most: 40, { _ in nil }) {
        case .nothing: return .nothing
        case .wrong(let problem): return .wrong(problem)
        case .answer(let text):
            guard let number = Self.number(text) else {
                let isDecimal = text.wholeMatch(of: /[-+]?[0-9., ]*\.[0-9]+/) != nil
                return .wrong(
                    problem(
                        isDecimal
                            ? "\(asked.subject) must be a whole number, without a decimal point"
                            : "\(asked.subject) must be a whole number, like \(example)"))
            }
            guard range.contains(number) else { return .wrong(problem(outside)) }
            return .answer(number)
        }
    }

    private var example: String { "\(12.clamped(to: range))" }

    private var outside: String {
        if range.upperBound == .max { return "\(asked.subject) must be \(range.lowerBound) or more" }
        if range.lowerBound == .min { return "\(asked.subject) must be \(range.upperBound) or fewer" }
        return "\(asked.subject) must be between \(range.lowerBound) and \(range.upperBound)"
    }

    private static func number(_ text: String) -> Int? {
        if text.wholeMatch(of: /[-+]?[0-9]{1,18}/) != nil { return Int(text) }
        guard text.wholeMatch(of: /[-+]?[0-9]{1,3}([, ][0-9]{3})+/) != nil else { return nil }
        return Int(text.filter { $0 != "," && $0 != " " })
    }

    /// The label over one short input; a phone shows its number keys.
    public func html(_ typed: Typed, _ problem: FormProblem?) -> HTML {
        let value = typed[asked.name].flatMap { $0.isEmpty ? nil : $0 }
        let input: HTML = """
            <input type="text" id="\(asked.name)" name="\(asked.name)"\("value", is: value) class="width-10"\
            \("inputmode", is: range.lowerBound < 0 ? nil : "numeric") spellcheck="false"\
            \("aria-describedby", is: describedBy(problem))\
            \("aria-invalid", is: Control.invalid(asked.name, problem))>
            """
        let unit: HTML? = unit.map { "<span class=\"unit\" id=\"\(asked.name)-unit\">\($0)</span>" }
        return Control.field(
            asked, problem, unit.map { "<span class=\"with-unit\">\(input)\($0)</span>" } ?? input)
    }

    private func describedBy(_ problem: FormProblem?) -> String? {
        let ids = [Control.describedBy(asked, problem), unit.map { _ in "\(asked.name)-unit" }]
            .compactMap { $0 }
        return ids.isEmpty ? nil : ids.joined(separator: " ")
    }

    /// Puts the number back in digits.
    public func fill(_ typed: inout Typed, with answer: Int) { typed.set(asked.name, "\(answer)") }
}

extension Int {
    fileprivate func clamped(to range: ClosedRange<Int>) -> Int {
        Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
    }
}
