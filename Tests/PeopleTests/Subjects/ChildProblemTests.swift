import CivilTime
import Ledger
import Testing

@testable import People

@Suite struct `What cannot be true together of a child` {
    /// Records entries as an import or a correction could, past the refusals.
    private func problems(
        _ record: @escaping @Sendable (inout Deciding, String) throws -> Void
    ) async throws -> [String] {
        let lab = try await Lab()
        let id = try await lab.child()
        try await lab.commit { deciding in
            try record(&deciding, id)
            return true
        }
        try await lab.expectSound()
        return try await lab.childState(id).problems.map(\.text)
    }

    private static func state<Value: Statement>(
        _ value: Value, _ from: String, _ to: String? = nil, on id: String, _ deciding: inout Deciding
    ) throws -> String {
        let stated = Stated<Child, Value>(value: value, from: day(from), to: to.map { day($0) })
        return try deciding.record(stated, on: Child.self, id, day: min(day(from), deciding.today))
    }

    @Test func `two birth dates, two days of death, a death before birth`() async throws {
        let found = try await problems { deciding, id in
            for birth in ["2014-05-11", "2014-05-12"] {
                try deciding.record(ChildBorn(on: day(birth)), on: Child.self, id, day: deciding.today)
            }
            for death in ["2010-01-02", "2010-01-01"] {
                try deciding.record(Died<Child>(on: day(death)), on: Child.self, id, day: deciding.today)
            }
        }
        #expect(
            found == [
                "Two birth dates are recorded and no reason for the second; the later entry is used.",
                "Two days of death are recorded; the later entry is used.",
                "The day of death lies before birth.",
            ])
    }

    @Test func `a birth date changed with a reason is no problem`() async throws {
        let found = try await problems { deciding, id in
            try deciding.record(
                ChildBorn(on: day("2014-05-11")), on: Child.self, id, day: deciding.today,
                reason: "certificate")
        }
        #expect(found == [])
    }

    @Test func `what begins before birth or after death, or ends before it begins`() async throws {
        let found = try await problems { deciding, id in
            _ = try Self.state(Home(with: nil), "2014-05-09", on: id, &deciding)
            _ = try Self.state(Placement(at: "s"), "2024-06-02", on: id, &deciding)
            _ = try Self.state(Need(.autism), "2020-01-02", "2020-01-01", on: id, &deciding)
            _ = try Self.state(SocialCare(.childProtection), "2014-01-01", on: id, &deciding)
            try deciding.record(Died<Child>(on: day("2024-06-01")), on: Child.self, id, day: deciding.today)
        }
        #expect(
            found == [
                "A placement begins after death.", "The last day of a need lies before its first.",
                "A home begins before birth.",
            ])
    }

    @Test func `two main placements, two primary needs, two numbers of one kind`() async throws {
        let found = try await problems { deciding, id in
            for (from, to) in [
                ("2020-01-01", "2020-06-01"), ("2020-06-01", "2020-07-01"), ("2020-07-02", "2020-08-01"),
            ] {
                _ = try Self.state(Placement(at: "s"), from, to, on: id, &deciding)
                _ = try Self.state(Need(.autism), from, to, on: id, &deciding)
                _ = try Self.state(Placement(at: "t", .subsidiary), from, nil, on: id, &deciding)
            }
            for number in ["9990000018", "9434765919"] {
                _ = try Self.state(Identification(sure(NHSNumber(number))), "2020-01-01", on: id, &deciding)
            }
        }
        #expect(
            found == [
                "Two main placements hold at one time.", "Two primary needs hold at one time.",
                "Two different numbers are recorded as NHS number.",
            ])
    }

    @Test func `an end of nothing, and two ends of one thing`() async throws {
        let found = try await problems { deciding, id in
            let entry = try Self.state(Home(with: nil), "2020-01-01", on: id, &deciding)
            for to in ["2020-02-01", "2020-03-01"] {
                try deciding.record(
                    Ended<Child>(entry: entry, to: day(to)), on: Child.self, id, day: deciding.today)
            }
            try deciding.record(
                Ended<Child>(entry: "gone", to: deciding.today), on: Child.self, id, day: deciding.today)
        }
        #expect(
            found == [
                "An end is recorded for something that is no longer here.",
                "Two last days are recorded for one thing; the one recorded later is used.",
            ])
    }

    @Test func `a birth parent beyond an adoption`() async throws {
        let found = try await problems { deciding, id in
            _ = try Self.state(Relationship(person: "m", .mother), "2014-05-10", on: id, &deciding)
            _ = try Self.state(
                Relationship(person: "f", .father), "2014-05-10", "2016-01-01", on: id, &deciding)
            _ = try Self.state(Relationship(person: "a", .adoptiveParent), "2016-01-02", on: id, &deciding)
        }
        #expect(
            found == [
                "A birth parent is recorded beyond the adoption; their rights are taken to have ended with it."
            ])
    }

    @Test func `an end recorded under an earlier day than the beginning still ends it`() async throws {
        let lab = try await Lab()
        let id = try await lab.child()
        let entry = try await lab.record(.need(Need(.autism)), of: id, from: "2024-06-30")
        try await lab.commit { deciding in
            try deciding.record(
                Ended<Child>(entry: entry, to: day("2024-07-30")), on: Child.self, id, day: day("2024-01-01"))
        }
        #expect(try await lab.childState(id).needs.map(\.to) == [day("2024-07-30")])
        #expect(try await lab.childState(id).problems.isEmpty)
    }
}
