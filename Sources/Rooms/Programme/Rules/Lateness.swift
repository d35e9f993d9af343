import CivilTime

/// How something stands against its date on a day, as far as what is recorded tells.
enum Lateness: Sendable, Hashable {
    /// No day is known.
    case undated
    /// The plan says that it goes on.
    case ongoing
    /// The day has not passed: so many days are left, 0 on the day itself.
    case ahead(days: Int)
    /// The first day has passed by so many days and nothing recorded says it is done.
    case late(days: Int)
    /// It is rated done.
    case done

    /// Stands by the first of its days, because a promise with two dates is late from the first that passed.
    init(days: [Day], isOngoing: Bool = false, isDone: Bool = false, today: Day) {
        if isDone {
            self = .done
        } else if isOngoing {
            self = .ongoing
        } else if let first = days.min() {
            self = first < today ? .late(days: today - first) : .ahead(days: first - today)
        } else {
            self = .undated
        }
    }

    var isLate: Bool { if case .late = self { true } else { false } }

    /// Whether it falls due within so many days from today.
    func isDue(within days: Int) -> Bool { if case .ahead(let left) = self { left <= days } else { false } }

    /// The standing in words.
    var words: String {
        switch self {
        case .undated: "No single date"
        case .ongoing: "Ongoing"
        case .ahead(0): "Due today"
        case .ahead(let days): "\(Self.count(days)) left"
        case .late(let days): "\(Self.count(days)) late"
        case .done: "Rated done"
        }
    }

    private static func count(_ days: Int) -> String { days == 1 ? "1 day" : "\(days) days" }
}
