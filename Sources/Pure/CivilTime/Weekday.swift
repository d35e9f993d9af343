/// A day of the week in the order of ISO 8601: Monday is 1, Sunday is 7.
public enum Weekday: Int, Sendable, Hashable, Comparable, Codable, CaseIterable, CustomStringConvertible {
    /// Monday, 1.
    case monday = 1
    /// Tuesday, 2.
    case tuesday
    /// Wednesday, 3.
    case wednesday
    /// Thursday, 4.
    case thursday
    /// Friday, 5.
    case friday
    /// Saturday, 6.
    case saturday
    /// Sunday, 7.
    case sunday

    /// The English name, "Monday".
    public var name: String {
        switch self {
        case .monday: "Monday"
        case .tuesday: "Tuesday"
        case .wednesday: "Wednesday"
        case .thursday: "Thursday"
        case .friday: "Friday"
        case .saturday: "Saturday"
        case .sunday: "Sunday"
        }
    }

    /// Whether this is Saturday or Sunday.
    @inlinable
    public var isWeekend: Bool { self >= .saturday }

    /// The English name.
    public var description: String { name }

    /// Whether the left day comes earlier in a week that begins on Monday.
    @inlinable
    public static func < (left: Weekday, right: Weekday) -> Bool { left.rawValue < right.rawValue }
}
