/// A year of the National Curriculum (NCY) by date of birth: Reception is 0, Year 1 is 1, and so on.
///
/// This is the *nominal* year. A child may be taught out of it; the year actually taught in is a fact to be
/// recorded beside this one, never a replacement. Certain: the formula, recomputed in the reference.
public struct CurriculumYear: Sendable, Hashable, Comparable {
    /// -4 in the school year of birth, -1 in the last before school, 0 for Reception, 20 for those who were
    /// 24 at its start. Lower before birth and higher afterwards, without a limit.
    public let number: Int

    /// The year with this number.
    @inlinable
    public init(number: Int) {
        self.number = number
    }

    /// The year for someone born on one day, on another: the age reached by the 31 August before the school
    /// year of that day, less four.
    public init(bornOn birth: Day, on day: Day) {
        let (today, born) = (Gregorian.date(number: day.number), Gregorian.date(number: birth.number))
        let startYear = today.month >= 9 ? today.year : today.year - 1
        let ageBefore = startYear - born.year - (born.month >= 9 ? 1 : 0)
        number = ageBefore - 4
    }

    /// The age on the 31 August before the year began.
    @inlinable
    public var ageAtStart: Int { number + 4 }

    /// "Reception", "Year 1"..., "Nursery 2" for the year before Reception, "Under school age" before that.
    public var name: String {
        switch number {
        case ..<(-1): "Under school age"
        case -1: "Nursery 2"
        case 0: "Reception"
        default: "Year \(number)"
        }
    }

    /// The key stage; nil from year 15 on.
    public var keyStage: KeyStage? {
        switch number {
        case ...0: .earlyYears
        case 1...2: .one
        case 3...6: .two
        case 7...9: .three
        case 10...11: .four
        case 12...13: .five
        case 14: .beyondFive
        default: nil
        }
    }

    /// The phase of education.
    public var phase: AgePhase {
        switch number {
        case ..<0: .earlyYears
        case 0...6: .primary
        case 7...11: .secondary
        case 12...14: .post16
        default: .post19
        }
    }

    /// Whether the left year comes first.
    @inlinable
    public static func < (left: CurriculumYear, right: CurriculumYear) -> Bool { left.number < right.number }
}

extension CurriculumYear: Codable, CustomStringConvertible {
    /// The name.
    public var description: String { name }

    /// Reads one whole number.
    public init(from decoder: any Decoder) throws {
        number = try decoder.singleValueContainer().decode(Int.self)
    }

    /// Writes the number.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(number)
    }
}

/// The phase of education that goes with a nominal curriculum year, in the order of life.
public enum AgePhase: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    /// Before Reception.
    case earlyYears
    /// Reception to year 6.
    case primary
    /// Years 7 to 11.
    case secondary
    /// Years 12 to 14.
    case post16
    /// From year 15 on.
    case post19

    /// In English: "Early years", "Post-16".
    public var name: String {
        switch self {
        case .earlyYears: "Early years"
        case .primary: "Primary"
        case .secondary: "Secondary"
        case .post16: "Post-16"
        case .post19: "Post-19"
        }
    }

    /// Whether the left phase comes first.
    public static func < (left: AgePhase, right: AgePhase) -> Bool { left.order < right.order }

    private var order: Int { AgePhase.allCases.firstIndex(of: self) ?? 0 }
}

/// A key stage of the curriculum in England.
public enum KeyStage: String, Sendable, Hashable, Codable, CaseIterable {
    /// The early years foundation stage, Reception included.
    case earlyYears = "EYFS"
    /// Years 1 and 2.
    case one = "KS1"
    /// Years 3 to 6.
    case two = "KS2"
    /// Years 7 to 9.
    case three = "KS3"
    /// Years 10 and 11.
    case four = "KS4"
    /// Years 12 and 13.
    case five = "KS5"
    /// Year 14.
    case beyondFive = "KS5+"

    /// As it is written in returns: "EYFS", "KS1".
    public var name: String { rawValue }
}
