/// Percentages and other figures made from counts, which must not reveal more than the counts do.
extension Policy {
    /// The percentage one published figure is of another, as text: from what is published, so rounded where that is.
    ///
    /// Withheld, with the symbol, where either figure is hidden, where the rest (whole − part) is a small count, and
    /// where the whole is smaller than percentages may be made of; `z` where the whole is 0. A percentage of rounded
    /// figures has a decimal only where the whole is 4,000 or more.
    public func percentage(_ part: Figure, of whole: Figure) -> String {
        guard case .count(let part) = part else { return part.text }
        guard case .count(let whole) = whole else { return whole.text }
        if whole == 0 { return Symbol.notApplicable.text }
        // Rounded by themselves, a part can come out above its whole.
        if part > whole || whole < smallestPercentBase || whole - part > 0 && isUnsafe(whole - part) {
            return symbol.bounds?.high == nil ? symbol.text : Symbol.confidential.text
        }
        let decimals = roundTo > 1 && whole < 4_000 ? 0 : percentDecimals
        return Self.percentage(part, of: whole, decimals: decimals)
    }

    /// A percentage in whole per cent or tenths, halves upwards.
    public static func percentage(_ part: Int, of whole: Int, decimals: Int) -> String {
        let scaled = (part * (decimals == 0 ? 100 : 1_000) * 2 + whole) / (2 * whole)
        return decimals == 0 ? "\(scaled)" : "\(scaled / 10).\(scaled % 10)"
    }

    /// The counts that a percentage can stand for where its whole is known: one of them alone means that the percentage
    /// is the count and must be hidden with it.
    ///
    /// - Parameter percentage: as `percentage(_:of:decimals:)` writes it.
    public static func counts(behind percentage: String, of whole: Int, decimals: Int) -> ClosedRange<Int>? {
        guard whole > 0, whole <= CountTable.greatestCount else { return nil }
        let digits = percentage.filter { $0 != "." }
        guard let scaled = Int(digits), percentage.contains(".") == (decimals > 0) else { return nil }
        // Least and greatest part with (2 × part × scale + whole) / (2 × whole) = scaled, rounded down.
        let scale = decimals == 0 ? 100 : 1_000
        let low = ((2 * scaled - 1) * whole + 2 * scale - 1) / (2 * scale)
        let high = ((2 * scaled + 1) * whole - 1) / (2 * scale)
        let range = (max(0, scaled == 0 ? 0 : low), min(whole, high))
        return range.0 <= range.1 ? range.0...range.1 : nil
    }

    /// Whether a mean, a median, a rate or another figure may not be shown because too few people stand behind it.
    /// A least or greatest value is that of one person and is never shown.
    public func isWithheld(restingOn people: Int) -> Bool { people < max(threshold, 1) }
}
