/// Which counts are hidden and what it costs to hide another.
struct Pattern: Sendable {
    let system: LinearSystem
    /// A table that fits everything known: the truth, where it is known.
    let base: [Int]
    /// What a reader knows of each count while it is shown, and when it is hidden.
    let shown: [Bounds]
    let concealed: [Bounds]
    /// Which counts may be hidden besides those that must be.
    let canHide: [Bool]
    var isHidden: [Bool]
    /// A count that must stay shown for now.
    var forbidden: Int?

    /// The price of hiding a count: the people it no longer shows, then one for the cell.
    func cost(of variable: Int) -> Int { isHidden[variable] ? 0 : base[variable] * 64 + 1 }

    /// How far a count may move while it is shown, and beyond that when it is hidden.
    func room(_ variable: Int) -> (free: Bounds, hiding: Bounds) {
        let (concealed, base) = (concealed[variable], base[variable])
        // A small count cannot be shown, rounded or not.
        let shown = shown[variable].contains(base) ? shown[variable] : Bounds(low: base, high: base)
        if concealed == shown || !canHide[variable] && !isHidden[variable] {
            return (Bounds(low: shown.low - base, high: shown.high - base), Bounds(low: 0, high: 0))
        }
        return (
            Bounds(low: min(0, shown.low - base), high: max(0, shown.high - base)),
            Bounds(
                low: min(0, concealed.low - min(base, shown.low)),
                high: max(0, concealed.high - max(base, shown.high)))
        )
    }

    /// What a reader knows of each count now.
    var bounds: [Bounds] { isHidden.indices.map { isHidden[$0] ? concealed[$0] : shown[$0] } }
}

/// What must stay possible of a hidden count.
struct Need: Sendable, Hashable {
    let variable: Int
    /// A value this low and one this high; nil: no matter.
    var low: Int?
    var high: Int?
    /// Whether two values are enough, whichever.
    var anyOther = false

    /// By how much it must be possible to move a count from its base: all of the list, or one of it.
    func amounts(_ base: Int) -> [Int] {
        if anyOther { return [1, -1] }
        return [high.map { $0 - base } ?? 0, low.map { $0 - base } ?? 0].enumerated().compactMap {
            place, amount in
            (place == 0 ? amount > 0 : amount < 0) ? amount : nil
        }
    }

    /// No more than what is known already leaves possible.
    func within(_ bounds: Bounds) -> Need {
        var need = self
        need.low = low.map { max($0, bounds.low) }
        need.high = high.map { min($0, bounds.high) }
        return need
    }

    func isMet(by range: Attack.Range) -> Bool {
        if anyOther { return range.low.value != range.high.value || range.low.value == nil }
        if let low, let least = range.low.value, least > low { return false }
        if let high, let most = range.high.value, most < high { return false }
        return true
    }
}

/// Counts that move together so that every relation still holds, whole numbers all.
struct Exchange: Sendable {
    /// The counts that leave what is known of them while shown, so that they must be hidden.
    let leaving: [Int]
}
