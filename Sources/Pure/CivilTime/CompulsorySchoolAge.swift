/// When a child must be in education: sections 8 and 9 of the Education Act 1996 and the orders under them.
///
/// Certain: the days computed here, compared with the project's reference. To verify: the texts of the Act,
/// of the Education (Start of Compulsory School Age) Order 1998 and of the School Leaving Date Order 1997.
public enum CompulsorySchoolAge {
    /// The first day: the prescribed day (31 December, 31 March or 31 August) that falls on or next after the
    /// fifth birthday.
    public static func starts(bornOn birth: Day) -> Day {
        let birthday = Age.birthday(5, bornOn: birth)
        let date = Gregorian.date(number: birthday.number)
        return switch date.month {
        case ...3: .known(date.year, 3, 31)
        case ...8: .known(date.year, 8, 31)
        default: .known(date.year, 12, 31)
        }
    }

    /// The school leaving date: the last Friday in June of the school year (1 September to 31 August) in
    /// which the child turns 16, whether before or after that Friday.
    ///
    /// The project's reference says that on this day the child becomes a young person and rights pass. To
    /// verify: section 8(3) of the Education Act 1996 is remembered as "at the end of the day", which would
    /// make the next day the first one as a young person.
    public static func ends(bornOn birth: Day) -> Day {
        let schoolYear = AcademicYear(containing: Age.birthday(16, bornOn: birth))
        return Month(index: (schoolYear.startYear + 1) * 12 + 5).last(.friday)
    }

    /// Both days and all between them. (Births in the last years before 9999 give one day.)
    public static func span(bornOn birth: Day) -> Span {
        let start = starts(bornOn: birth)
        return Span(from: start, to: ends(bornOn: birth)) ?? Span(on: start)
    }

    /// Whether a child is of compulsory school age on a day, the first and the last day included.
    public static func applies(on day: Day, bornOn birth: Day) -> Bool {
        span(bornOn: birth).contains(day)
    }
}
