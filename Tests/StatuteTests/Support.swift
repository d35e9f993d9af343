import CivilTime
import Foundation
import Statute
import Testing

/// A day written in a test, which must exist.
func day(_ iso: String) -> Day {
    Day(iso: iso)!
}

/// A vector: a file of the command, and what is expected of its report.
struct Vector: Sendable, CustomTestStringConvertible {
    let name: String
    let file: [UInt8]
    let expected: [UInt8]

    var testDescription: String { name }

    /// All vectors of a file in the folder.
    static func read(_ name: String) -> [Vector] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Vectors")
        guard let data = try? Data(contentsOf: folder.appending(path: name)),
            let list = try? JSONSerialization.jsonObject(with: data) as? [[String: Any]]
        else { return [] }
        return list.map { one in
            Vector(
                name: one["name"] as? String ?? "", file: bytes(one),
                expected: bytes(one["expected"] as? [String: Any] ?? [:]))
        }
    }

    static let all = ["rules-1.json", "rules-2.json", "cases.json"].flatMap(read)

    private static func bytes(_ value: [String: Any]) -> [UInt8] {
        [UInt8]((try? JSONSerialization.data(withJSONObject: value)) ?? Data())
    }

    /// What the file reader and the report of the command make of it.
    func report() throws -> [String: Any] {
        let text = ClockReport.json(try ClockFile.read(file).reading())
        return try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    func expectation() throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(expected)) as? [String: Any])
    }
}

/// A request with a few events, for properties.
func request(_ events: [Event], holders: [Holder] = [], born: Day? = nil) -> Matter {
    Matter(id: "m", kind: .request, born: born, holders: holders, events: events)
}

/// Numbers that look random and are the same in every run.
struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
