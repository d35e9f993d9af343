public import CivilTime
public import Markup

/// A day by its date, in three fields.
public struct DateQuestion: Question {
    /// Its name and its words.
    public var asked: Asked
    private let earliest: DateLimit?
    private let latest: DateLimit?
    private let isOwnBirthday: Bool

    /// Asks for a day.
    ///
    /// - Parameters:
    ///   - earliest: the first day that can be right.
    ///   - latest: the last day that can be right.
    ///   - isOwnBirthday: whether it is the person's own day of birth, so that the browser may fill it in.
    public init(
        _ name: String, _ label: String, earliest: DateLimit? = nil, latest: DateLimit? = nil,
        isOwnBirthday: Bool = false
    ) {
        asked = Asked(name, label)
        self.earliest = earliest
        self.latest = latest
        self.isOwnBirthday = isOwnBirthday
    }

    /// Day, month and year.
    public var fieldNames: [String] { DateParts.allCases.map { $0.control(asked.name) } }
    /// The three inputs.
    public var controls: [String] { fieldNames }

    /// The day; months are understood as numbers and as names, a year needs its four digits.
    public func read(_ typed: Typed) -> Entered<Day> {
        switch DateReading.read(asked, DateParts.allCases, typed) {
        case .nothing: return .nothing
        case .wrong(let problem): return .wrong(problem)
        case .answer(let numbers):
            let (number, month, year) = (numbers[0], numbers[1], numbers[2])
            guard let day = Day(year: year, month: month, day: number) else {
                return .wrong(missing(number, month, year))
            }
            if let earliest, !earliest.passes(day, isLatest: false) {
                return .wrong(problem("\(asked.subject) must be \(earliest.words(isLatest: false))"))
            }
            if let latest, !latest.passes(day, isLatest: true) {
                return .wrong(problem("\(asked.subject) must be \(latest.words(isLatest: true))"))
            }
            return .answer(day)
        }
    }

    /// The day that the month has not; the year was seen to be within range.
    private func missing(_ number: Int, _ month: Int, _ year: Int) -> FormProblem {
        let length = Month(year: year, month: month)
        let reason = length.map { "; \($0.written) has only \($0.length) days" } ?? ""
        return FormProblem(
            "\(asked.subject) must be a real date\(reason)", at: asked.name,
            controls: [DateParts.day.control(asked.name)])
    }

    /// A legend over three inputs.
    public func html(_ typed: Typed, _ problem: FormProblem?) -> HTML {
        DateReading.html(asked, DateParts.allCases, typed, problem, isOwnBirthday: isOwnBirthday)
    }

    /// Puts the day back as numbers.
    public func fill(_ typed: inout Typed, with answer: Day) {
        typed.set(DateParts.day.control(asked.name), "\(answer.dayOfMonth)")
        typed.set(DateParts.month.control(asked.name), "\(answer.month)")
        typed.set(DateParts.year.control(asked.name), "\(answer.year)")
    }
}

/// A month of a year, in two fields.
public struct MonthQuestion: Question {
    /// Its name and its words.
    public var asked: Asked

    /// Asks for a month.
    public init(_ name: String, _ label: String) { asked = Asked(name, label) }

    /// Month and year.
    public var fieldNames: [String] { [DateParts.month, .year].map { $0.control(asked.name) } }
    /// The two inputs.
    public var controls: [String] { fieldNames }

    /// The month, understood as a number or as a name, with its year in four digits.
    public func read(_ typed: Typed) -> Entered<Month> {
        switch DateReading.read(asked, [.month, .year], typed) {
        case .nothing: .nothing
        case .wrong(let problem): .wrong(problem)
        case .answer(let numbers):
            if let month = Month(year: numbers[1], month: numbers[0]) {
                .answer(month)
            } else {
                .wrong(problem("\(asked.subject) must be a real month"))
            }
        }
    }

    /// A legend over two inputs.
    public func html(_ typed: Typed, _ problem: FormProblem?) -> HTML {
        DateReading.html(asked, [.month, .year], typed, problem)
    }

    /// Puts the month back as numbers.
    public func fill(_ typed: inout Typed, with answer: Month) {
        typed.set(DateParts.month.control(asked.name), "\(answer.month)")
        typed.set(DateParts.year.control(asked.name), "\(answer.year)")
    }
}

/// The first or last day that can be right, and how it is said.
public enum DateLimit: Sendable, Hashable {
    /// Today, which is given.
    case today(Day)
    /// What lies beyond today, which is given and does not count.
    case beyondToday(Day)
    /// A day by its date.
    case date(Day)
    /// A day with what it is: “the day the request was made”.
    case named(Day, String)

    func passes(_ day: Day, isLatest: Bool) -> Bool {
        switch self {
        case .beyondToday(let today): isLatest ? day < today : day > today
        case .today(let limit), .date(let limit), .named(let limit, _): isLatest ? day <= limit : day >= limit
        }
    }

    func words(isLatest: Bool) -> String {
        switch self {
        case .today: isLatest ? "today or in the past" : "today or in the future"
        case .beyondToday: isLatest ? "in the past" : "in the future"
        case .date(let day): isLatest ? "on or before \(day.short)" : "on or after \(day.short)"
        case .named(let day, let name):
            (isLatest ? "on or before" : "on or after") + " \(day.short), \(name)"
        }
    }
}
