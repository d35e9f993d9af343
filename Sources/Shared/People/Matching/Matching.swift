import CivilTime

/// Finds records that may be of one child; proposes with reasons, a person decides.
public enum Matching {
    /// Compares two records; the same either way round.
    ///
    /// Equal birth date and surname with another forename are taken for twins: never proposed, unless a
    /// decisive number is equal. Two records with different NHS numbers are never proposed without another
    /// equal number.
    public static func compare(_ first: MatchProfile, _ second: MatchProfile) -> Comparison {
        let names = NameComparison(first.names, second.names)
        let birth = BirthComparison(first.birthDate, second.birthDate)
        let (same, other) = numbers(first, second)
        var (reasonsFor, reasonsAgainst) = (same.map { Comparison.Reason.sameNumber($0) }, names.against)
        reasonsFor += names.reasons
        switch birth {
        case .same: reasonsFor.append(.sameBirthDate)
        case .similar: reasonsFor.append(.similarBirthDate)
        case .other: reasonsAgainst.append(.otherBirthDate)
        case .unknown: reasonsAgainst.append(.unknownBirthDate)
        }
        if !first.postcodes.isDisjoint(with: second.postcodes) { reasonsFor.append(.samePostcode) }
        if !first.adults.isDisjoint(with: second.adults) { reasonsFor.append(.sameAdult) }
        reasonsAgainst += other.map { .otherNumber($0) }
        if let sex = first.sex, let otherSex = second.sex, sex != otherSex {
            reasonsAgainst.append(.otherSex)
        }
        let verdict =
            same.isEmpty
            ? withoutNumber(names, birth, reasonsFor, isContradicted: other.contains(.nhs))
            : withNumber(names, birth, isContradicted: !other.isEmpty)
        return Comparison(reasonsFor: reasonsFor, reasonsAgainst: reasonsAgainst, verdict: verdict)
    }

    /// Kinds of numbers that are equal, and those of which both have one and none is equal.
    private static func numbers(
        _ first: MatchProfile, _ second: MatchProfile
    ) -> (same: [Identification.Kind], other: [Identification.Kind]) {
        var (same, other): ([Identification.Kind], [Identification.Kind]) = ([], [])
        for kind in [Identification.Kind.nhs, .upn, .uln] {
            func values(_ profile: MatchProfile) -> Set<String> {
                Set(
                    profile.identifiers.filter { $0.register == kind.rawValue && $0.isDecisive }.map(\.value))
            }
            let (own, theirs) = (values(first), values(second))
            if own.isEmpty || theirs.isEmpty { continue }
            if own.isDisjoint(with: theirs) { other.append(kind) } else { same.append(kind) }
        }
        return (same, other)
    }

    /// An equal number is one child, unless name and birth date say that it was written on the wrong record.
    private static func withNumber(
        _ names: NameComparison, _ birth: BirthComparison, isContradicted: Bool
    ) -> Comparison.Verdict {
        let doubts =
            (names.isFull || names.isTurned ? 0 : 1) + (birth == .same || birth == .unknown ? 0 : 1)
            + (isContradicted ? 1 : 0)
        return switch doubts {
        case 0: .same
        case 1: names.isForename || names.isTurned ? .likely : .possible
        default: .possible
        }
    }

    private static func withoutNumber(
        _ names: NameComparison, _ birth: BirthComparison, _ reasonsFor: [Comparison.Reason],
        isContradicted: Bool
    ) -> Comparison.Verdict {
        guard !isContradicted, birth != .other else { return .no }
        let isNear = reasonsFor.contains(.samePostcode) || reasonsFor.contains(.sameAdult)
        if names.isFull {
            switch birth {
            case .same: return .likely
            case .similar: return .possible
            case .unknown: return isNear ? .likely : .possible
            case .other: return .no
            }
        }
        guard birth == .same else { return .no }
        if names.isTurned { return .likely }
        // Another forename is twins, whatever else agrees.
        guard names.isForename else { return .no }
        return names.isNearSurname || isNear ? .possible : .no
    }
}

/// How two birth dates stand to each other.
enum BirthComparison: Sendable {
    case same
    case similar
    case other
    case unknown

    init(_ first: Day?, _ second: Day?) {
        guard let first, let second else {
            self = .unknown
            return
        }
        let one = [first.year, first.month, first.dayOfMonth]
        let two = [second.year, second.month, second.dayOfMonth]
        let differing = zip(one, two).count { $0 != $1 }
        let isTurned = one[0] == two[0] && one[1] == two[2] && one[2] == two[1]
        self = differing == 0 ? .same : isTurned || differing == 1 ? .similar : .other
    }
}
