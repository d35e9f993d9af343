/// A run of days without a gap, both ends counted; without an end when `to` is nil.
///
/// A span that ends before it begins cannot be made: not here, not by decoding.
public struct Span: Sendable, Hashable {
    /// The first day.
    public let from: Day

    /// The last day, itself included, or nil while the span is open.
    public let to: Day?

    /// The days from one to the other, or nil where `to` lies before `from`.
    public init?(from: Day, to: Day?) {
        if let to, to < from { return nil }
        self.from = from
        self.to = to
    }

    /// Every day from this one on.
    public init(openFrom from: Day) {
        self.from = from
        to = nil
    }

    /// One day alone.
    public init(on day: Day) {
        from = day
        to = day
    }

    init(unchecked from: Day, _ to: Day?) {
        self.from = from
        self.to = to
    }

    /// Whether it has no end.
    public var isOpen: Bool { to == nil }

    /// How many days it has, both ends counted (so at least 1); nil when it is open.
    public var length: Int? { to.map { $0 - from + 1 } }

    /// Whether the day lies in it, its first and last day included.
    public func contains(_ day: Day) -> Bool { day >= from && day <= end }

    /// Whether every day of the other span lies in this one.
    public func contains(_ other: Span) -> Bool {
        other.from >= from && (to == nil || (other.to != nil && other.end <= end))
    }

    /// Whether the two have at least one day in common.
    public func overlaps(_ other: Span) -> Bool { from <= other.end && other.from <= end }

    /// The days they have in common, or nil where there are none. Open only where both are.
    public func intersection(_ other: Span) -> Span? {
        let last = if let to, let otherTo = other.to { min(to, otherTo) } else { to ?? other.to }
        return Span(from: max(from, other.from), to: last)
    }

    /// The last day to compare with: of an open span, the last day there is.
    private var end: Day { to ?? .latest }
}

extension Span: Comparable {
    /// Whether the left span begins earlier, or on the same day and ends earlier; an open one ends last.
    public static func < (left: Span, right: Span) -> Bool {
        if left.from != right.from { return left.from < right.from }
        guard let leftTo = left.to else { return false }
        return right.to.map { leftTo < $0 } ?? true
    }
}

extension Span: Codable {
    private enum CodingKeys: String, CodingKey {
        case from, to
    }

    /// Reads `{"from": "2024-09-01", "to": "2025-08-31"}`; without `to` it is open.
    ///
    /// - Throws: `DecodingError.dataCorrupted`, its underlying error an `UnreadableDate` for a day that
    ///   cannot be read or a `SpanEndsBeforeItBegins`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let from = try container.decode(Day.self, forKey: .from)
        let to = try container.decodeIfPresent(Day.self, forKey: .to)
        guard let span = Span(from: from, to: to) else {
            throw decoder.corrupted(by: SpanEndsBeforeItBegins(from: from, to: to ?? from))
        }
        self = span
    }

    /// Writes `from`, and `to` unless the span is open.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(from, forKey: .from)
        try container.encodeIfPresent(to, forKey: .to)
    }
}

extension Span: CustomStringConvertible {
    /// The two days in ISO form, "2024-09-01/2025-08-31", or with ".." for the missing end.
    public var description: String { "\(from.iso)/\(to?.iso ?? "..")" }
}

/// A stored span whose last day lies before its first.
public struct SpanEndsBeforeItBegins: Error, Sendable, Hashable, CustomStringConvertible {
    /// The first day that was stored.
    public let from: Day

    /// The last day that was stored.
    public let to: Day

    /// Names the two days.
    public init(from: Day, to: Day) {
        self.from = from
        self.to = to
    }

    /// One plain sentence with both.
    public var description: String { "A span from \(from.iso) cannot end on \(to.iso)." }
}
