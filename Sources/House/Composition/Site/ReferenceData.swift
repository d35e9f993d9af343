import Administration
import CivilTime
package import Ledger
import Programme

/// The reference values that the program brings along.
package enum ReferenceData {
    /// Records the bank holidays that are not recorded yet, and the area's options where none is.
    ///
    /// What an area recorded itself, such as a one-off holiday, stays.
    package static func install(in ledger: Ledger, by author: Author = .program) async throws {
        let present = try await ledger.referenceInForce().values
        var values: [String: ReferenceValue] = [:]
        let known: Set<Day> =
            if case .days(let days, _)? = present[DueRule.holidays] { Set(days) } else { [] }
        let brought = BankHolidays.days(in: .englandAndWales)
        if !brought.isSubset(of: known) {
            values[DueRule.holidays] = .days(brought.union(known).sorted(), complete: BankHolidays.coverage)
        }
        if present[DueRule.setting] == nil {
            values[DueRule.setting] = .setting([.init(from: Day(number: 0), value: DueRule.lastDay)])
        }
        try await ledger.setReference(values, by: author)
    }
}

/// An area's choices that rows and facts rest on, as the command line offers them.
enum AreaOption {
    static let choices: [String: [String]] = [DueRule.setting: [DueRule.lastDay, DueRule.lastWorkingDay]]

    /// The same with the words that the settings page says.
    static let administered = [
        Administration.Option(
            key: DueRule.setting, title: "When something due in a month counts as late",
            choices: [
                (value: DueRule.lastDay, words: "after the month's last day"),
                (value: DueRule.lastWorkingDay, words: "after the month's last working day"),
            ])
    ]
}
