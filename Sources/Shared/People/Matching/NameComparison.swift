/// How all names of one child stand to all names of another: the best pair counts.
struct NameComparison: Sendable {
    /// Forename and surname agree in one pair of names.
    private(set) var isFull = false
    /// Forename and surname agree the other way round.
    private(set) var isTurned = false
    /// Forenames agree.
    private(set) var isForename = false
    /// Surnames agree.
    private(set) var isSurname = false
    /// Surnames are nearly the same, where the forename agrees.
    private(set) var isNearSurname = false

    init(_ first: [ChildName], _ second: [ChildName]) {
        let (own, theirs) = (first.map(NameKeys.init), second.map(NameKeys.init))
        for one in own {
            for other in theirs { note(one, other) }
        }
    }

    private mutating func note(_ one: NameKeys, _ other: NameKeys) {
        let forename = one.sharesForename(with: other)
        let surname = one.surname == other.surname
        isFull = isFull || forename && surname
        isForename = isForename || forename
        isSurname = isSurname || surname && !one.surname.isEmpty
        isNearSurname = isNearSurname || forename && one.isNearSurname(of: other)
        let isCrossed = one.forenames == other.surname && one.surname == other.forenames
        isTurned = isTurned || isCrossed && !one.surname.isEmpty && one.surname != one.forenames
    }

    var reasons: [Comparison.Reason] {
        if isFull { return [.sameName] }
        if isTurned { return [.turnedName] }
        var reasons: [Comparison.Reason] = []
        if isForename { reasons.append(.sameForename) }
        if isSurname {
            reasons.append(.sameSurname)
        } else if isNearSurname {
            reasons.append(.similarSurname)
        }
        return reasons
    }

    var against: [Comparison.Reason] {
        if isFull || isTurned { return [] }
        return (isForename ? [] : [.otherForename]) + (isSurname || isNearSurname ? [] : [.otherSurname])
    }
}

/// The keys of a name's parts.
private struct NameKeys: Sendable {
    let forenames: SearchKey
    let words: [SearchKey]
    let knownAs: SearchKey
    let surname: SearchKey
    let surnameWords: [SearchKey]

    init(_ name: ChildName) {
        forenames = name.forenameKey
        words = SearchKey.words(of: name.forenames.text)
        knownAs = SearchKey(of: name.knownAs?.text ?? "")
        surname = name.surnameKey
        surnameWords = SearchKey.words(of: name.surname?.text ?? "")
    }

    /// The same forenames, one's the beginning of the other's in whole words, or called by the same name.
    func sharesForename(with other: NameKeys) -> Bool {
        if !forenames.isEmpty, forenames == other.forenames { return true }
        let count = Swift.min(words.count, other.words.count)
        if count > 0, words.prefix(count) == other.words.prefix(count) { return true }
        return knownAs == other.knownAs && !knownAs.isEmpty || isCalled(by: other) || other.isCalled(by: self)
    }

    private func isCalled(by other: NameKeys) -> Bool {
        !knownAs.isEmpty && (knownAs == other.words.first || knownAs == other.forenames)
    }

    /// One part of a double surname in common, or one letter other, missing, more or turned.
    func isNearSurname(of other: NameKeys) -> Bool {
        guard surname != other.surname, !surname.isEmpty, !other.surname.isEmpty else { return false }
        return !Set(surnameWords).isDisjoint(with: other.surnameWords)
            || OneSlip.apart(Array(surname.text), Array(other.surname.text))
    }
}

/// Whether two words differ by one slip of the pen.
enum OneSlip {
    static func apart(_ first: [Character], _ second: [Character]) -> Bool {
        let (short, long) = first.count <= second.count ? (first, second) : (second, first)
        // In very short words a letter is too much of the whole.
        guard short.count >= 4, long.count - short.count <= 1, short != long else { return false }
        let start = zip(short, long).prefix { $0 == $1 }.count
        if short.count < long.count { return short[start...] == long[(start + 1)...] }
        if short[(start + 1)...] == long[(start + 1)...] { return true }
        return start + 1 < short.count && short[start] == long[start + 1] && short[start + 1] == long[start]
            && short[(start + 2)...] == long[(start + 2)...]
    }
}
