/// The terms of one authority or one setting, loaded from what it publishes and never computed.
///
/// Training days and days a single setting is closed are not known here. Where a setting differs from its
/// authority, it has a calendar of its own.
public struct TermCalendar: Sendable, Hashable {
    /// The terms in order; no two have a day in common.
    public let terms: [Term]

    /// The calendar of these terms, in any order.
    ///
    /// - Throws: `TermProblem.overlap` where two terms have a day in common.
    public init(terms: some Sequence<Term>) throws(TermProblem) {
        let ordered = terms.sorted()
        for (one, next) in zip(ordered, ordered.dropFirst()) where one.last >= next.first {
            throw .overlap(one.name, next.name)
        }
        self.terms = ordered
    }

    /// From the first day of the first term to the last day of the last; nil without terms.
    ///
    /// Outside it nothing is known, and every answer below is "no" or nil.
    public var coverage: Span? {
        guard let first = terms.first, let last = terms.last else { return nil }
        return Span(unchecked: first.first, last.last)
    }

    /// Whether the calendar knows about this day.
    public func covers(_ day: Day) -> Bool { coverage?.contains(day) ?? false }

    /// The term a day lies in, its half term included; nil between terms.
    public func term(on day: Day) -> Term? { terms.first { $0.contains(day) } }

    /// Whether a day lies in a term and not in its half term. Weekends and bank holidays are not taken out.
    public func isTermTime(_ day: Day) -> Bool { term(on: day)?.isTermTime(day) ?? false }

    /// The first term that begins after this day.
    public func nextTerm(after day: Day) -> Term? { terms.first { $0.first > day } }

    /// The breaks between the terms and in the middle of them, in order.
    ///
    /// A setting that keeps to the calendar closes on `from` and reopens on the day after `to`; the weekends
    /// beside a break are part of it only as far as the published dates make them so.
    public var closures: [Span] {
        let between = zip(terms, terms.dropFirst()).compactMap { one, next in
            Span(from: one.last + 1, to: next.first - 1)
        }
        return (between + terms.compactMap(\.halfTerm)).sorted()
    }

    /// The break a day lies in; nil in term time and outside `coverage`.
    public func closure(on day: Day) -> Span? { closures.first { $0.contains(day) } }
}

extension TermCalendar: Codable {
    /// Reads a list of terms.
    ///
    /// - Throws: `DecodingError.dataCorrupted` whose underlying error is a `TermProblem`, or that of a term.
    public init(from decoder: any Decoder) throws {
        let terms = try decoder.singleValueContainer().decode([Term].self)
        do {
            try self.init(terms: terms)
        } catch {
            throw decoder.corrupted(by: error)
        }
    }

    /// Writes the list of terms.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(terms)
    }
}
