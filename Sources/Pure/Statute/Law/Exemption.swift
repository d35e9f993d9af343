/// What an exception's facts are tested for.
public enum FactTest: Sendable, Hashable {
    /// Advice was asked of a giver of this kind from seven days before a closure of at least 28 days until
    /// seven days before it opened again.
    case closure(Choice)
    /// Exceptional personal circumstances within the time: a judgement; words, dates and a name are needed.
    case circumstances
    /// Absence from the area of at least so many days, both ends counted, within the time.
    case absence(days: Int)
    /// An appointment missed within the time.
    case missedAppointment
    /// More time was asked for to comment on a draft.
    case moreTimeForComments
}

/// A circumstance in which a limit need not be kept, if it makes keeping it impractical.
public struct Exemption: Sendable, Hashable {
    /// Its id, "E1".
    public let id: String
    /// What it is, in plain words.
    public let title: String
    /// How its facts are tested.
    public let test: FactTest
    /// Where it stands.
    public let citation: String
    /// How it was read.
    public let mark: Mark
}

extension Exemption {
    /// The exceptions of the reference: E1 to E4 for the authority, E5 to E7 for givers of advice, X1 to X3
    /// for tribunal orders (which add E1 to E4).
    static let all: [Exemption] = [
        Exemption(
            id: "E1", title: "advice was asked of a school or college about to close, or closed",
            test: .closure(.setting), citation: "SEND Regulations 2014, reg 5(4)(a)", mark: .law),
        Exemption(
            id: "E2", title: "advice was asked of an early years provider about to close, or closed",
            test: .closure(.earlyYears), citation: "SEND Regulations 2014, reg 5(4)(b)", mark: .law),
        Exemption(
            id: "E3", title: "exceptional personal circumstances", test: .circumstances,
            citation: "SEND Regulations 2014, reg 5(4)(c)", mark: .law),
        Exemption(
            id: "E4", title: "away from the area for at least four weeks without a break",
            test: .absence(days: 28), citation: "SEND Regulations 2014, reg 5(4)(d)", mark: .law),
        Exemption(
            id: "E5", title: "exceptional personal circumstances while advice was being prepared",
            test: .circumstances, citation: "SEND Regulations 2014, reg 8(2)", mark: .secondary),
        Exemption(
            id: "E6", title: "away for at least four weeks while advice was being prepared",
            test: .absence(days: 28), citation: "SEND Regulations 2014, reg 8(2)", mark: .secondary),
        Exemption(
            id: "E7", title: "the child missed an appointment this giver made", test: .missedAppointment,
            citation: "SEND Regulations 2014, reg 8(2)", mark: .secondary),
        Exemption(
            id: "X1", title: "exceptional personal circumstances", test: .circumstances,
            citation: "SEND Regulations 2014, regs 44(3), 45", mark: .secondary),
        Exemption(
            id: "X2", title: "away from the area for at least two weeks without a break",
            test: .absence(days: 14), citation: "SEND Regulations 2014, regs 44(3), 45", mark: .secondary),
        Exemption(
            id: "X3", title: "the family wanted to say more on a draft after its time was over",
            test: .moreTimeForComments, citation: "SEND Regulations 2014, reg 44(3)", mark: .general),
    ]
}
