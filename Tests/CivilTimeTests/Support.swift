import CivilTime
import Foundation
import Testing

/// A day that a test knows to exist.
func day(_ iso: String, _ place: SourceLocation = #_sourceLocation) -> Day {
    guard let day = Day(iso: iso) else {
        Issue.record("\(iso) is not a day", sourceLocation: place)
        return .earliest
    }
    return day
}

/// A month that a test knows to exist.
func month(_ iso: String, _ place: SourceLocation = #_sourceLocation) -> Month {
    guard let month = Month(iso: iso) else {
        Issue.record("\(iso) is not a month", sourceLocation: place)
        return Day.earliest.calendarMonth
    }
    return month
}

/// A span from "2024-01-01/2024-01-31", open with "..".
func span(_ text: String) throws -> Span {
    let ends = text.split(separator: "/")
    return try #require(Span(from: day(String(ends[0])), to: ends[1] == ".." ? nil : day(String(ends[1]))))
}

/// The same numbers in every run: SplitMix64.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A day between two years, both included.
    mutating func day(_ years: ClosedRange<Int> = 1583...9999) -> Day {
        let first = CivilTimeTests.day("\(years.lowerBound)-01-01")
        let last = CivilTimeTests.day("\(years.upperBound)-12-31")
        return Day(number: .random(in: first.number...last.number, using: &self))
    }
}

/// So many values made from a seed.
func made<Value>(_ count: Int, seed: UInt64, _ make: (inout Seeded) -> Value) -> [Value] {
    var random = Seeded(state: seed)
    return (0..<count).map { _ in make(&random) }
}

/// Through JSON and back.
func throughJSON<Value: Codable>(_ value: Value) throws -> Value {
    try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
}

/// As JSON text.
func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
}

/// The cause inside the decoding error that some JSON gives.
func cause<Value: Decodable>(of json: String, as type: Value.Type) throws -> (any Error)? {
    let error = try #require(throws: DecodingError.self) {
        try JSONDecoder().decode(type, from: Data(json.utf8))
    }
    guard case .dataCorrupted(let context) = error else { return nil }
    return context.underlyingError
}
