import CivilTime
import Testing

@testable import Programme

@Suite struct `How something stands against its dates` {
    static let today = day("2024-09-20")

    @Test(arguments: [
        ([], Lateness.undated), ([day("2024-09-20")], .ahead(days: 0)),
        ([day("2024-09-21")], .ahead(days: 1)),
        ([day("2024-09-19")], .late(days: 1)), ([day("2024-08-31")], .late(days: 20)),
        ([day("2024-12-31")], .ahead(days: 102)),
        ([day("2025-02-28"), day("2024-01-31")], .late(days: 233)),
        ([day("2025-02-28"), day("2024-12-31")], .ahead(days: 102)),
    ])
    func `the first of its days counts`(days: [Day], standing: Lateness) {
        #expect(Lateness(days: days, today: Self.today) == standing)
    }

    @Test func `what is done is not late, and what goes on is never late`() {
        let past = [day("2020-01-31")]
        #expect(Lateness(days: past, isDone: true, today: Self.today) == .done)
        #expect(Lateness(days: past, isOngoing: true, today: Self.today) == .ongoing)
        #expect(Lateness(days: past, isOngoing: true, isDone: true, today: Self.today) == .done)
        #expect(Lateness(days: [], isDone: true, today: Self.today) == .done)
    }

    @Test(arguments: [
        (Lateness.undated, "No single date"), (.ongoing, "Ongoing"), (.ahead(days: 0), "Due today"),
        (.ahead(days: 1), "1 day left"), (.ahead(days: 30), "30 days left"), (.late(days: 1), "1 day late"),
        (.late(days: 2), "2 days late"), (.done, "Rated done"),
    ])
    func `each standing has its words`(standing: Lateness, words: String) {
        #expect(standing.words == words)
        #expect(standing.isLate == words.hasSuffix("late"))
    }

    @Test(arguments: [
        (Lateness.ahead(days: 0), true), (.ahead(days: 92), true), (.ahead(days: 93), false),
        (.late(days: 1), false), (.ongoing, false), (.undated, false), (.done, false),
    ])
    func `due within three months`(standing: Lateness, isDue: Bool) {
        #expect(standing.isDue(within: 92) == isDue)
    }

    @Test(arguments: [
        ("2024-03-31", "Due today"), ("2024-04-01", "1 day late"), ("2024-03-30", "1 day left"),
    ])
    func `an objective's page says how it stands on the day`(today: String, words: String) async throws {
        let lab = try await Lab.small()
        let page = await lab.page("/plans/HOLLIN-2024/objectives/P1A:1", today: day(today))
        #expect(page.summary["Standing"] == words)
    }
}
