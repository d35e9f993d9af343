public import CivilTime

/// A value of the reference, each with the days it is valid for.
public enum ReferenceValue: Sendable, Hashable, Codable {
    /// A set of days, such as bank holidays, known to be complete over a span.
    case days([Day], complete: Span)
    /// A setting of the area, by the day from which it holds.
    case setting([Setting])

    /// What a setting is from a day on.
    public struct Setting: Sendable, Hashable, Codable {
        /// The first day it holds.
        public let from: Day
        /// What it is.
        public let value: String

        /// States a setting from a day on.
        public init(from: Day, value: String) {
            self.from = from
            self.value = value
        }
    }

    func contains(_ day: Day) -> Bool {
        if case .days(let days, _) = self { days.contains(day) } else { false }
    }

    func setting(on day: Day) -> String? {
        guard case .setting(let settings) = self else { return nil }
        return settings.filter { $0.from <= day }.max { $0.from < $1.from }?.value
    }
}

/// Rule data, holidays, terms and local options: what rows and facts may rest on beside their subject.
public struct Reference: Sendable, Hashable {
    /// The values by key.
    public let values: [String: ReferenceValue]

    /// Makes a reference from its values.
    public init(_ values: [String: ReferenceValue] = [:]) { self.values = values }

    /// The keys that two references have different values for.
    func differingKeys(from other: Reference) -> [String] {
        Set(values.keys).union(other.values.keys).filter { values[$0] != other.values[$0] }.sorted()
    }

    /// What a setting is, day by day on which it changes; empty where it is not stated.
    public func settings(_ key: String) -> [ReferenceValue.Setting] {
        if case .setting(let settings)? = values[key] { settings } else { [] }
    }

    /// The keys and spans of days on which two references differ.
    func changes(to other: Reference) -> [ReferenceUse] {
        Set(values.keys).union(other.values.keys).sorted().flatMap { key in
            Self.changedSpans(values[key], other.values[key]).map {
                ReferenceUse(key: key, from: $0.from, to: $0.to)
            }
        }
    }

    private static let ever = (from: Day(number: -1_000_000), to: Day(number: 4_000_000))

    private static func changedSpans(_ old: ReferenceValue?, _ new: ReferenceValue?) -> [(from: Day, to: Day)]
    {
        switch (old, new) {
        case (nil, nil): return []
        case (.days(let old, _), .days(let new, _)):
            return Set(old).symmetricDifference(new).sorted().map { ($0, $0) }
        case (.setting(let old), .setting(let new)):
            return changedSettings(.setting(old), .setting(new), starts: (old + new).map(\.from))
        case (nil, .setting(let new)): return changedSettings(nil, .setting(new), starts: new.map(\.from))
        default: return [ever]
        }
    }

    private static func changedSettings(
        _ old: ReferenceValue?, _ new: ReferenceValue?, starts: [Day]
    ) -> [(from: Day, to: Day)] {
        let starts = Set(starts).sorted()
        return starts.enumerated().compactMap { index, start in
            guard old?.setting(on: start) != new?.setting(on: start) else { return nil }
            return (start, index + 1 < starts.count ? starts[index + 1] - 1 : ever.to)
        }
    }
}

/// The days on which a derivation read a reference value.
struct ReferenceUse: Sendable, Hashable {
    let key: String
    let from: Day
    let to: Day

    func overlaps(_ other: ReferenceUse) -> Bool { key == other.key && from <= other.to && other.from <= to }
}

/// Gives rows and facts the reference's values and remembers which they read.
public struct ReferenceReader {
    private let reference: Reference
    private var read: [String: Set<Int>] = [:]

    init(_ reference: Reference) { self.reference = reference }

    /// Whether a set of days holds this one.
    public mutating func contains(_ day: Day, in key: String) -> Bool {
        read[key, default: []].insert(day.number)
        return reference.values[key]?.contains(day) ?? false
    }

    /// What a setting is on a day, or nil where it is not stated.
    public mutating func setting(_ key: String, on day: Day) -> String? {
        read[key, default: []].insert(day.number)
        return reference.values[key]?.setting(on: day)
    }

    /// What was read, days that follow each other joined.
    var uses: [ReferenceUse] {
        read.sorted { $0.key < $1.key }.flatMap { key, days in
            var spans: [ReferenceUse] = []
            for day in days.sorted() {
                if let last = spans.last, last.to.number + 1 == day {
                    spans[spans.count - 1] = ReferenceUse(key: key, from: last.from, to: Day(number: day))
                } else {
                    spans.append(ReferenceUse(key: key, from: Day(number: day), to: Day(number: day)))
                }
            }
            return spans
        }
    }
}
