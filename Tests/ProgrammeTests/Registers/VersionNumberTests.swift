import Foundation
import Testing

@testable import Programme

@Suite struct `The number of a version` {
    @Test(arguments: [("1", "1"), ("1.2", "1.2"), ("v2.0", "2.0"), ("V3", "3"), ("0.1.12.4", "0.1.12.4")])
    func `is taken`(typed: String, kept: String) throws {
        let number = try #require(VersionNumber(typed))
        #expect(number.text == kept)
        #expect(try JSONDecoder().decode(VersionNumber.self, from: JSONEncoder().encode(number)) == number)
    }

    @Test(arguments: ["", "v", "1.", ".1", "1..2", "one", "1.2.3.4.5", "-1", "1,2", "12345", "1.2b", "١"])
    func `is none`(typed: String) { #expect(VersionNumber(typed) == nil) }

    @Test func `is ordered by its parts, not by its letters`() throws {
        let texts = ["0.9", "1", "1.2", "1.10", "2.0", "2.0.1", "10"]
        let numbers = try texts.map { try #require(VersionNumber($0)) }
        #expect(numbers.shuffled().sorted().map(\.text) == texts)
        for (one, next) in zip(numbers, numbers.dropFirst()) {
            #expect(one < next && !(next < one) && one != next)
        }
    }

    @Test func `is the same with noughts at its end`() throws {
        let (short, long) = (try #require(VersionNumber("2")), try #require(VersionNumber("2.0.0")))
        #expect(short == long && !(short < long) && !(long < short))
        #expect(Set([short, long]).count == 1)
    }
}
