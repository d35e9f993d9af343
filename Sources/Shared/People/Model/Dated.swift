public import CivilTime

/// Something that an entry says holds over days.
public struct Dated<Value: Sendable>: Sendable {
    /// The entry that records it, by which it is ended, corrected and withdrawn.
    public let entry: String
    /// What holds.
    public let value: Value
    /// The first day.
    public let from: Day
    /// The last day, itself included; nil while it lasts.
    public internal(set) var to: Day?

    /// States what holds from one day to another.
    public init(entry: String, _ value: Value, from: Day, to: Day?) {
        self.entry = entry
        self.value = value
        self.from = from
        self.to = to
    }

    /// The days; nil where the last lies before the first, which is a problem of the record.
    public var span: Span? { Span(from: from, to: to) }

    /// Whether it holds on a day.
    public func holds(on day: Day) -> Bool { span?.contains(day) ?? false }
}

extension Dated: Equatable where Value: Equatable {}

extension Sequence {
    /// Those that hold on a day.
    public func holding<Value>(on day: Day) -> [Dated<Value>] where Element == Dated<Value> {
        filter { $0.holds(on: day) }
    }
}

/// Days as a set of spans that neither touch nor overlap, in order.
struct DaySet: Sendable, Equatable {
    private(set) var spans: [Span] = []

    init(_ spans: some Sequence<Span>) {
        for span in spans.sorted() {
            guard let last = self.spans.last, let end = last.to else {
                if self.spans.isEmpty { self.spans.append(span) }
                continue
            }
            if span.from <= end + 1 {
                let reach = span.to.map { Swift.max($0, end) }
                self.spans[self.spans.count - 1] = Span(from: last.from, to: reach) ?? last
            } else {
                self.spans.append(span)
            }
        }
    }

    init(_ span: Span?) { spans = span.map { [$0] } ?? [] }

    func union(_ other: DaySet) -> DaySet { DaySet(spans + other.spans) }

    func intersection(_ other: DaySet) -> DaySet {
        DaySet(spans.flatMap { own in other.spans.compactMap { own.intersection($0) } })
    }

    func subtracting(_ other: DaySet) -> DaySet {
        var rest = spans
        for gone in other.spans {
            rest = rest.flatMap { span -> [Span] in
                guard span.overlaps(gone) else { return [span] }
                let before = gone.from > span.from ? Span(from: span.from, to: gone.from - 1) : nil
                let after = gone.to.flatMap { Span(from: $0 + 1, to: span.to) }
                return [before, after].compactMap(\.self)
            }
        }
        return DaySet(rest)
    }
}
