import CivilTime
import Foundation

/// What is stored of an entry beside its header: day, reason, what it corrects or withdraws, and its data.
struct Envelope<P: Codable>: Codable {
    var day: Day
    var reason: String?
    var corrects: String?
    var withdraws: String?
    var data: P?
}

extension Envelope: Sendable where P: Sendable {}

/// The envelope without its data, for chronologies.
struct NoData: Codable, Sendable {}

/// Turns values into stored text and back; keys are sorted so that equal values give equal bytes.
enum Stored {
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func value<Value: Decodable>(_ type: Value.Type, from text: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }
}

/// The entry kind that takes another entry, correction or withdrawal back.
enum Withdrawal {
    static let kind = "withdrawn"
    static let version = 1
}
