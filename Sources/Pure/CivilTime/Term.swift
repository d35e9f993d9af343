/// A school term as an authority or a setting publishes it, with the half-term break inside it.
public struct Term: Sendable, Hashable {
    /// What it is called, "Autumn 2026".
    public let name: String

    /// The first day of term.
    public let first: Day

    /// The last day of term.
    public let last: Day

    /// The break, both days counted; nil where there is none.
    public let halfTerm: Span?

    /// A term.
    ///
    /// - Throws: `TermProblem` where the last day lies before the first, or the break does not lie inside the
    ///   term with at least a day of term before and after it.
    public init(name: String, first: Day, last: Day, halfTerm: Span?) throws(TermProblem) {
        guard first <= last else { throw .endsBeforeItBegins(name) }
        if let halfTerm {
            guard let end = halfTerm.to, halfTerm.from > first, end < last else {
                throw .halfTermOutside(name)
            }
        }
        self.name = name
        self.first = first
        self.last = last
        self.halfTerm = halfTerm
    }

    /// All its days, the break included.
    public var span: Span { Span(unchecked: first, last) }

    /// Whether the day lies between its first and last day, the break included.
    public func contains(_ day: Day) -> Bool { span.contains(day) }

    /// Whether the day lies in it and not in the break. Weekends and bank holidays are not taken out.
    public func isTermTime(_ day: Day) -> Bool {
        contains(day) && !(halfTerm?.contains(day) ?? false)
    }
}

/// Why dates do not make a term or a calendar of terms. Every case carries the name of the term.
public enum TermProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// The last day lies before the first.
    case endsBeforeItBegins(String)
    /// The break is open, or reaches the first or last day of the term.
    case halfTermOutside(String)
    /// The two terms have a day in common.
    case overlap(String, String)

    /// One plain sentence.
    public var description: String {
        switch self {
        case .endsBeforeItBegins(let name): "The term “\(name)” ends before it begins."
        case .halfTermOutside(let name): "The half term of “\(name)” does not lie inside it."
        case .overlap(let one, let other): "The terms “\(one)” and “\(other)” overlap."
        }
    }
}

extension Term: Comparable {
    /// Whether the left term lies earlier: by first day, last day, then name.
    public static func < (left: Term, right: Term) -> Bool {
        (left.span, left.name) < (right.span, right.name)
    }
}

extension Term: Codable {
    private enum CodingKeys: String, CodingKey {
        case name, first, last, halfTerm
    }

    /// Reads an object with `name`, `first`, `last` and perhaps `halfTerm`.
    ///
    /// - Throws: `DecodingError.dataCorrupted` whose underlying error is a `TermProblem`, or that of a day.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let name = try container.decode(String.self, forKey: .name)
        let first = try container.decode(Day.self, forKey: .first)
        let last = try container.decode(Day.self, forKey: .last)
        let halfTerm = try container.decodeIfPresent(Span.self, forKey: .halfTerm)
        do {
            try self.init(name: name, first: first, last: last, halfTerm: halfTerm)
        } catch {
            throw decoder.corrupted(by: error)
        }
    }
}
