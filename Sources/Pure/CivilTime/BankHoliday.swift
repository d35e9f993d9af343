/// How far a fact in this module's data has been checked.
public enum Certainty: String, Sendable, Hashable, Codable, CaseIterable {
    /// Read in the published data, or recomputed.
    case certain
    /// Known, but not yet seen in the source named beside it: look it up before relying on it.
    case toVerify = "to verify"
}

/// A part of the United Kingdom with bank holidays of its own, or all of it together.
public enum HolidayRegion: String, Sendable, Hashable, Codable, CaseIterable, CustomStringConvertible {
    /// England and Wales: for the SEND regulations, the tribunal and complaints.
    case englandAndWales
    /// Scotland.
    case scotland
    /// Northern Ireland.
    case northernIreland
    /// A holiday in *any* part counts: for freedom of information and environmental information requests.
    case unitedKingdom

    /// The parts whose holidays count here.
    public var parts: Set<HolidayRegion> {
        self == .unitedKingdom ? [.englandAndWales, .scotland, .northernIreland] : [self]
    }

    /// The English name.
    public var description: String {
        switch self {
        case .englandAndWales: "England and Wales"
        case .scotland: "Scotland"
        case .northernIreland: "Northern Ireland"
        case .unitedKingdom: "United Kingdom"
        }
    }
}

/// A day that is a bank holiday (or, for Good Friday and Christmas Day, a common-law holiday published with
/// them) in at least one part of the United Kingdom.
public struct BankHoliday: Sendable, Hashable {
    /// Why the day is free.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// It comes round every year.
        case yearly
        /// It stands in for a holiday that fell on a weekend.
        case substitute
        /// It was proclaimed once.
        case once
    }

    /// The day.
    public let day: Day

    /// What is kept on it, "Spring bank holiday".
    public let name: String

    /// Why the day is free.
    public let kind: Kind

    /// The parts of the United Kingdom where it is a holiday; never `unitedKingdom` itself.
    public let parts: Set<HolidayRegion>

    /// How far it has been checked.
    public let certainty: Certainty

    /// A holiday; `unitedKingdom` among the parts is read as all three.
    public init(
        day: Day, name: String, kind: Kind, parts: Set<HolidayRegion>, certainty: Certainty = .certain
    ) {
        self.day = day
        self.name = name
        self.kind = kind
        self.parts = parts.reduce(into: []) { $0.formUnion($1.parts) }
        self.certainty = certainty
    }

    /// Whether it is a holiday there; for `unitedKingdom`, in any part.
    public func isKept(in region: HolidayRegion) -> Bool { !parts.isDisjoint(with: region.parts) }
}
