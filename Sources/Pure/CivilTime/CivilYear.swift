/// A year of twelve months that does not begin in January. Every kind is written as the calendar years it
/// begins and ends in.
///
/// Years run from 1583 to 9998 (by the calendar year they begin in); a number or a day outside gives the
/// nearest of these.
public protocol CivilYear: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
    /// The month of the year it begins in, on the first day: 2...12.
    static var firstMonth: Int { get }

    /// What stands between the two years in its label.
    static var separator: Character { get }

    /// The calendar year it begins in, 1583...9998.
    var startYear: Int { get }

    /// The year that begins in this calendar year.
    init(startYear: Int)
}

extension CivilYear {
    /// The year this day lies in.
    public init(containing day: Day) {
        let date = Gregorian.date(number: day.number)
        self.init(startYear: date.month >= Self.firstMonth ? date.year : date.year - 1)
    }

    /// Its first day.
    public var first: Day { .known(startYear, Self.firstMonth, 1) }

    /// Its last day.
    public var last: Day { .known(startYear + 1, Self.firstMonth, 1) - 1 }

    /// All its days.
    public var span: Span { Span(unchecked: first, last) }

    /// Whether the day lies in it.
    public func contains(_ day: Day) -> Bool { span.contains(day) }

    /// The year so many years later (earlier when negative).
    public static func + (year: Self, years: Int) -> Self {
        Self(startYear: year.startYear + years.asDistance)
    }

    /// The year so many years earlier (later when negative).
    public static func - (year: Self, years: Int) -> Self {
        Self(startYear: year.startYear - years.asDistance)
    }

    /// How many years the left one lies after the right.
    public static func - (later: Self, earlier: Self) -> Int { later.startYear - earlier.startYear }

    /// Whether the left year is earlier.
    public static func < (left: Self, right: Self) -> Bool { left.startYear < right.startYear }

    /// Both calendar years, the second by its last two digits: "2024/25".
    public var label: String {
        let second = (startYear + 1) % 100
        return "\(startYear)\(Self.separator)\(second < 10 ? "0" : "")\(second)"
    }

    /// Reads a label, strictly: four ASCII digits, the separator, the last two digits of the next year.
    public init?(label: some StringProtocol) {
        var reader = ISOReader(label.utf8)
        guard let start = reader.digits(4), reader.hyphen(Self.separator.asciiValue ?? ISOWriter.hyphen),
            let second = reader.digits(2), reader.isAtEnd(),
            second == (start + 1) % 100, start == start.clamped(to: startYears)
        else { return nil }
        self.init(startYear: start)
    }

    /// The label.
    public var description: String { label }

    /// Reads one string with a label.
    ///
    /// - Throws: `DecodingError.dataCorrupted` whose underlying error is an `UnreadableDate` with the text.
    public init(from decoder: any Decoder) throws {
        self = try decoder.dateText(expected: "YYYY\(Self.separator)YY") { Self(label: $0) }
    }

    /// Writes one string with the label.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(label)
    }
}

/// The calendar years such a year can begin in.
private var startYears: ClosedRange<Int> { Gregorian.years.lowerBound...Gregorian.years.upperBound - 1 }

/// A school year: 1 September to 31 August, for admissions, curriculum years and special educational needs.
///
/// Certain: the cut-off birthday is 31 August.
public struct AcademicYear: CivilYear {
    /// September.
    public static var firstMonth: Int { 9 }

    /// A stroke: "2024/25".
    public static var separator: Character { "/" }

    /// The calendar year it begins in.
    public let startYear: Int

    /// The school year that begins in this calendar year.
    public init(startYear: Int) { self.startYear = startYear.clamped(to: startYears) }
}

/// A year of further education: 1 August to 31 July, for funding and for plans after the 25th birthday.
///
/// A plan may be kept to the end of the further-education year in which the young person turns 25
/// (regulation 46): `FurtherEducationYear(containing: birthday).last`. Certain for the end; to verify for the
/// beginning, which is that of the funding year.
public struct FurtherEducationYear: CivilYear {
    /// August.
    public static var firstMonth: Int { 8 }

    /// A stroke: "2024/25".
    public static var separator: Character { "/" }

    /// The calendar year it begins in.
    public let startYear: Int

    /// The year of further education that begins in this calendar year.
    public init(startYear: Int) { self.startYear = startYear.clamped(to: startYears) }
}

/// A financial year of councils and maintained schools: 1 April to 31 March. To verify.
public struct FinancialYear: CivilYear {
    /// April.
    public static var firstMonth: Int { 4 }

    /// A hyphen, so that it is not taken for a school year: "2024-25".
    public static var separator: Character { "-" }

    /// The calendar year it begins in.
    public let startYear: Int

    /// The financial year that begins in this calendar year.
    public init(startYear: Int) { self.startYear = startYear.clamped(to: startYears) }
}
