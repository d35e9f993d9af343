/// Ages in whole years and the birthdays they are reached on.
///
/// An age is reached at the start of the birthday. Who was born on 29 February reaches it on 1 March in a
/// common year. To verify: English practice, not found in a statute read for this project.
public enum Age {
    /// The age on a day: whole years, 0 in the first year of life, negative before birth.
    public static func age(on day: Day, bornOn birth: Day) -> Int {
        let (today, born) = (Gregorian.date(number: day.number), Gregorian.date(number: birth.number))
        let hadBirthday = (today.month, today.day) >= (born.month, born.day)
        return today.year - born.year - (hadBirthday ? 0 : 1)
    }

    /// The day on which an age is reached: 1 March for a birth on 29 February where the year is common.
    ///
    /// - Parameters:
    ///   - nth: the age in years; 0 gives the day of birth.
    ///   - birth: the day of birth.
    public static func birthday(_ nth: Int, bornOn birth: Day) -> Day {
        let born = Gregorian.date(number: birth.number)
        let year = born.year + nth.asDistance
        guard Gregorian.years.contains(year) else { return nth < 0 ? .earliest : .latest }
        return Day(year: year, month: born.month, day: born.day) ?? .known(year, 3, 1)
    }
}
