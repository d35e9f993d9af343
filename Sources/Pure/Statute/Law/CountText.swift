/// Counts in words.
extension Count {
    /// In plain words, "six weeks", "15 days, the first day counted".
    public var inWords: String {
        switch self {
        case .sameDay: "on the day"
        case .days(let days): Self.amount(days, "day")
        case .weeks(let weeks): Self.amount(weeks, "week")
        case .daysBeginning(let days): "\(Self.amount(days, "day")), the first day counted"
        case .months(let months): Self.amount(months, "month")
        case .monthsBeginning(let months): "\(Self.amount(months, "month")), the first day counted"
        case .workingDays(let days, let kind): "\(Self.amount(days, "working day")) (\(kind.rawValue))"
        case .workingDaysBeginning(let days, let kind):
            "\(Self.amount(days, "working day")), the first one counted (\(kind.rawValue))"
        case .schoolDays(let days): Self.amount(days, "school day")
        case .schoolDaysBeginning(let days): "\(Self.amount(days, "school day")), the first one counted"
        case .tribunalDays(let days):
            "\(Self.amount(days, "day")), without 25 December to 1 January and August"
        case .tribunalWorkingDays(let days):
            "\(Self.amount(days, "working day")), without 25 December to 1 January and August"
        case .before(let month, let day): "before \(day) \(Self.month(month))"
        case .hours(let hours): Self.amount(hours, "hour")
        case .furtherEducationYearEnd: "the end (31 July) of the further education year"
        }
    }

    /// Exactly, "+42 d".
    var exact: String {
        switch self {
        case .sameDay: "+0 d"
        case .days(let days): Self.signed(days, "d")
        case .weeks(let weeks): Self.signed(weeks * 7, "d")
        case .daysBeginning(let days): "\(Self.signed(days, "d")) beginning with it"
        case .months(let months): Self.signed(months, "months")
        case .monthsBeginning(let months): "\(Self.signed(months, "months")) beginning with it"
        case .workingDays(let days, let kind): "\(Self.signed(days, "working d")) [\(kind.rawValue)]"
        case .workingDaysBeginning(let days, let kind):
            "\(Self.signed(days, "working d")) beginning with it [\(kind.rawValue)]"
        case .schoolDays(let days): Self.signed(days, "school d")
        case .schoolDaysBeginning(let days): "\(Self.signed(days, "school d")) beginning with it"
        case .tribunalDays(let days): "\(Self.signed(days, "d")) [HESC r.12]"
        case .tribunalWorkingDays(let days): "\(Self.signed(days, "working d")) [HESC r.12]"
        case .before, .furtherEducationYearEnd: inWords
        case .hours(let hours): Self.signed(hours, "h")
        }
    }

    private static func signed(_ number: Int, _ unit: String) -> String {
        "\(number < 0 ? "-" : "+")\(abs(number)) \(unit)"
    }

    private static func amount(_ number: Int, _ unit: String) -> String {
        let count = abs(number)
        let words = [
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
            "twelve",
        ]
        let written = count < words.count ? words[count] : "\(count)"
        return
            "\(number < 0 ? "at least " : "")\(written) \(unit)\(count == 1 ? "" : "s")\(number < 0 ? " before" : "")"
    }

    private static func month(_ number: Int) -> String {
        [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ][min(max(number, 1), 12) - 1]
    }
}

extension String {
    /// With its first letter large.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension Limit {
    /// In plain words.
    public var inWords: String {
        if clauses.isEmpty { return "\(pace); the law names no day" }
        let parts = clauses.map { clause in
            let start: String? =
                switch clause.from {
                case .trigger: nil
                case .spokenOf: "the day it speaks of"
                case .arrival: "the day it arrived"
                case .spanStart: "the first of its days"
                case .before(let kinds), .after(let kinds):
                    kinds.words.map(\.name).joined(separator: " or ")
                case .birthday(let age): "the birthday on which they turn \(age)"
                }
            return clause.count.inWords + (start.map { " (from: \($0))" } ?? "")
        }
        let text = parts.joined(separator: "; ")
        return clauses.count > 1 ? "the \(pick.rawValue) of: \(text)" : text
    }

    /// How soon it is owed where no day is named.
    var pace: String { isImmediate ? "at once" : "as soon as practicable" }
}
