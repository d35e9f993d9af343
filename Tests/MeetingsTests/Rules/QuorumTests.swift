import Access
import CivilTime
import Ledger
import Markup
import Pages
import People
import Testing

@testable import Meetings

/// One line of a register, in short: for whom a member sits, and how they stand.
private func line(
    _ seat: Int?, _ constituency: Constituency?, _ presence: Presence
) -> Attendee {
    Attendee(
        seat: seat.map { "s\($0)" }, name: "n", constituency: constituency, presence: presence, deputy: nil)
}

private struct Vector: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let quorum: Quorum
    let attending: [Attendee]
    let isQuorate: Bool
    let reason: String
}

private let vectors = [
    Vector(
        testDescription: "as many as are needed, and one of each",
        quorum: Quorum(atLeast: 2, oneOfEach: [.icb, .council]),
        attending: [line(1, .icb, .present), line(2, .council, .present)], isQuorate: true,
        reason: "2 members were counted, at least 2 are needed."),
    Vector(
        testDescription: "one too few", quorum: Quorum(atLeast: 2, oneOfEach: []),
        attending: [line(1, .icb, .present), line(2, .council, .apologies), line(3, .school, .absent)],
        isQuorate: false, reason: "1 member was counted, at least 2 are needed."),
    Vector(
        testDescription: "enough, but nobody of a constituency",
        quorum: Quorum(atLeast: 1, oneOfEach: [.parentCarerForum, .icb]),
        attending: [line(1, .icb, .present), line(2, .council, .present)], isQuorate: false,
        reason: "2 members were counted, at least 1 is needed. Nobody was there for: Parent carer forum."),
    Vector(
        testDescription: "a deputy counts", quorum: Quorum(atLeast: 1, oneOfEach: [.icb]),
        attending: [line(1, .icb, .deputy)], isQuorate: true,
        reason: "1 member was counted, at least 1 is needed."),
    Vector(
        testDescription: "a deputy does not count where the terms say so",
        quorum: Quorum(atLeast: 1, oneOfEach: [.icb], countsDeputies: false),
        attending: [line(1, .icb, .deputy)], isQuorate: false,
        reason: "0 members were counted, at least 1 is needed. Nobody was there for: Integrated care board."),
    Vector(
        testDescription: "who is no member is not counted",
        quorum: Quorum(atLeast: 2, oneOfEach: [.icb]),
        attending: [line(1, .council, .present), line(nil, .icb, .present), line(nil, nil, .present)],
        isQuorate: false,
        reason: "1 member was counted, at least 2 are needed. Nobody was there for: Integrated care board."),
    Vector(
        testDescription: "a seat counts once", quorum: Quorum(atLeast: 2, oneOfEach: []),
        attending: [line(1, .icb, .present), line(1, .icb, .deputy)], isQuorate: false,
        reason: "1 member was counted, at least 2 are needed."),
    Vector(
        testDescription: "nobody came", quorum: Quorum(atLeast: 1, oneOfEach: []), attending: [],
        isQuorate: false, reason: "0 members were counted, at least 1 is needed."),
]

@Suite struct `A quorum` {
    @Test(arguments: vectors)
    fileprivate func `is judged by the register`(vector: Vector) {
        let quoracy = vector.quorum.quoracy(of: vector.attending)
        #expect(quoracy.isQuorate == vector.isQuorate)
        #expect(quoracy.reason == vector.reason)
    }

    @Test(arguments: Array(UInt64(1)...8))
    func `is never lost because one member more is there`(seed: UInt64) {
        var random = Seeded(state: seed)
        var (kept, gained) = (0, 0)
        for _ in 0..<500 {
            let quorum = Quorum(
                atLeast: Int.random(in: 1...5, using: &random),
                oneOfEach: Constituency.allCases.filter { _ in Int.random(in: 0..<8, using: &random) == 0 },
                countsDeputies: Bool.random(using: &random))
            var attending = (0..<8).map { seat in
                line(
                    seat == 7 ? nil : seat, Constituency.allCases.randomElement(using: &random),
                    Presence.allCases.randomElement(using: &random) ?? .absent)
            }
            let before = quorum.quoracy(of: attending).isQuorate
            // Somebody who was away is there after all.
            let index = Int.random(in: 0..<7, using: &random)
            attending[index].presence = .present
            let after = quorum.quoracy(of: attending).isQuorate
            #expect(!before || after)
            if before { kept += 1 }
            if !before, after { gained += 1 }
            attending.append(line(99, Constituency.allCases.randomElement(using: &random), .present))
            #expect(!after || quorum.quoracy(of: attending).isQuorate)
        }
        #expect(kept > 10 && gained > 3)
    }

    @Test func `is said in words`() {
        #expect(
            Quorum(atLeast: 5, oneOfEach: [.council, .icb, .parentCarerForum]).words
                == "At least 5 members, with one of each: Council, Integrated care board and Parent carer forum. Deputies count."
        )
        #expect(
            Quorum(atLeast: 1, oneOfEach: [], countsDeputies: false).words
                == "At least 1 member. Deputies do not count.")
    }
}

@Suite struct `A time of day` {
    @Test(arguments: [
        ("9:30", 570), ("09:30", 570), ("14.00", 840), ("2pm", 840), ("2 pm", 840), ("12am", 0),
        ("12pm", 720), ("11:45 PM", 1_425), ("0:00", 0), ("23:59", 1_439),
    ])
    func `is read as people write it`(text: String, minute: Int) {
        #expect(TimeOfDay.minute(text) == minute)
    }

    @Test(arguments: ["", "noon", "9", "24:00", "9:60", "13pm", "0pm", "9:5", "-1:00", "9:30:00"])
    func `is not taken from what is none`(text: String) {
        #expect(TimeOfDay.minute(text) == nil)
    }
}

@Suite struct `A page of this site` {
    @Test(arguments: [
        ("/plans", "/plans"), ("/plans/pap/objectives/PAP1A%3A1", "/plans/pap/objectives/PAP1A:1"),
        ("/meetings/actions?show=late", "/meetings/actions?show=late"),
    ])
    func `is taken by its address`(text: String, kept: String) {
        #expect(SitePath(text)?.text == kept)
        #expect(SitePath(text)?.link?.text == kept)
    }

    @Test(arguments: [
        "", "plans", "https://example.org/", "//example.org/a", "/\\example.org", "/plans/../admin",
        "/a//b", "javascript:alert(1)", "/plans/",
    ])
    func `is never a way to elsewhere`(text: String) {
        let path = SitePath(text)
        #expect(path == nil || path?.text.hasPrefix("/%5C") == true)
    }
}
