/// A value of a chart: a number, or one that a rule hides.
public enum ChartValue: Sendable, Hashable {
    /// A number; one that is infinite, not a number or above 10¹⁰⁰ in size is said not to be drawable.
    case known(Double)
    /// A value that exists and may not be shown. What is drawn does not depend on it.
    case hidden

    /// The number where it can be drawn.
    var number: Double? {
        guard case .known(let value) = self, value.magnitude <= 1e100 else { return nil }
        return value
    }

    /// How it stands in a table.
    ///
    /// - Parameter unit: as `ChartNumber.text(_:decimals:unit:)` takes it.
    func text(unit: String) -> String {
        if self == .hidden { return "hidden" }
        return number.map { ChartNumber.text($0, unit: unit) } ?? "not a number"
    }
}

/// Numbers as charts and their tables write them.
enum ChartNumber {
    /// With so many decimals and commas between thousands; as a power of ten where it is too large or small.
    ///
    /// - Parameter unit: "%" stands close to the number, any other after a space.
    static func text(_ value: Double, decimals: Int, unit: String = "") -> String {
        let digits = isPlain(value) ? fixed(value, decimals: min(max(decimals, 0), 6)) : power(value)
        return unit.isEmpty || unit == "%" ? digits + unit : "\(digits) \(unit)"
    }

    /// With as many decimals as it has, six at most.
    static func text(_ value: Double, unit: String = "") -> String {
        text(value, decimals: decimals(value), unit: unit)
    }

    /// How many decimals a number has, six at most.
    static func decimals(_ value: Double) -> Int {
        guard isPlain(value) else { return 0 }
        let text = fixed(value, decimals: 6)
        guard let point = text.firstIndex(of: ".") else { return 0 }
        return text[point...].dropFirst().reversed().drop { $0 == "0" }.count
    }

    private static func isPlain(_ value: Double) -> Bool {
        value == 0 || (1e-6...1e12).contains(value.magnitude)
    }

    private static func fixed(_ value: Double, decimals: Int) -> String {
        let scale = (0..<decimals).reduce(1.0) { product, _ in product * 10 }
        let scaled = (value * scale).rounded()
        let digits = "\(Int(scaled.magnitude))"
        let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
        var whole = ""
        for (index, digit) in padded.dropLast(decimals).enumerated() {
            let left = padded.count - decimals - index
            if index > 0, left.isMultiple(of: 3) { whole.append(",") }
            whole.append(digit)
        }
        let sign = scaled < 0 ? "−" : ""
        return decimals == 0 ? sign + whole : "\(sign)\(whole).\(padded.suffix(decimals))"
    }

    /// As 2.5×10¹².
    private static func power(_ value: Double) -> String {
        var exponent = ValueScale.exponent(of: value.magnitude)
        var mantissa = (value.magnitude / ValueScale.power(exponent) * 100).rounded() / 100
        if mantissa >= 10 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
        let digits = "\(exponent)".map { raised[$0] ?? $0 }
        return "\(value < 0 ? "−" : "")\(text(mantissa))×10\(String(digits))"
    }

    private static let raised: [Character: Character] = [
        "-": "⁻", "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸",
        "9": "⁹",
    ]
}
