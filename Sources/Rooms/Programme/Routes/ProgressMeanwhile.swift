import Access
import CivilTime
import Ledger
import Pages
import People

/// Who changed something meanwhile, and when, as people say it.
enum MeanwhileWords {
    static func who(_ entry: Chronicle, _ ledger: Ledger) async throws -> String {
        var name: String?
        if let account = entry.author.account {
            name = try await Accounts(ledger).account(account)?.name?.text
        }
        let role = entry.author.role.flatMap(Role.init(rawValue:))?.words
        let words = [name, role].compactMap { $0 }
        return words.isEmpty ? "Somebody else" : words.joined(separator: ", ")
    }

    static func when(_ entry: Chronicle, _ today: Day) -> String {
        let (day, hour, minute) = Day.londonClock(microsecondsSince1970: entry.recordedAt)
        let clock = "\(Digits.two(hour)):\(Digits.two(minute))"
        return day == today ? "today at \(clock)" : "on \(day.short) at \(clock)"
    }
}
