/// Numbers as text.
enum NumberText {
    /// The shortest decimal that reads back to the same double: "3", "0.1", "53.55555555555556", "1e-7".
    static func shortest(_ value: Double) -> String {
        var text = "\(value)"
        if let exponent = text.firstIndex(of: "e") {
            let power = Int(text[text.index(after: exponent)...]) ?? 0
            var digits = String(text[..<exponent])
            if digits.hasSuffix(".0") { digits.removeLast(2) }
            return "\(digits)e\(power)"
        }
        if text.hasSuffix(".0") { text.removeLast(2) }
        return text
    }

    /// How many decimals the shortest form has.
    static func decimals(_ value: Double) -> Int {
        let text = shortest(value)
        let mantissa = text.prefix { $0 != "e" }
        let power = Int(text.dropFirst(mantissa.count + 1)) ?? 0
        let places = mantissa.firstIndex(of: ".").map { mantissa[$0...].count - 1 } ?? 0
        return Swift.max(0, places - power)
    }

    /// Rounded to so many decimals, halves away from nought; the shortest form where that cannot be written so.
    static func rounded(_ value: Double, decimals: Int) -> String {
        guard 0...10 ~= decimals else { return shortest(value) }
        let scale = (0..<decimals).reduce(1.0) { product, _ in product * 10 }
        let scaled = (value * scale).rounded()
        guard scaled.magnitude < 9e15 else { return shortest(value) }
        let whole = Int(scaled.magnitude)
        let digits = String(repeating: "0", count: Swift.max(0, decimals + 1 - "\(whole)".count)) + "\(whole)"
        let sign = scaled < 0 ? "−" : ""
        if decimals == 0 { return sign + digits }
        return "\(sign)\(digits.dropLast(decimals)).\(digits.suffix(decimals))"
    }

    /// Reads a plain decimal number: an optional sign, digits with at most one point, an optional exponent.
    ///
    /// Nil for anything else: words, units, thousands separators, "nan", "inf", hexadecimal, and what is too
    /// large for a double.
    static func read(_ text: some StringProtocol) -> Double? {
        let plain = text.utf8.allSatisfy { byte in
            0x30...0x39 ~= byte || byte == 0x2E || byte == 0x2B || byte == 0x2D || byte == 0x65
                || byte == 0x45
        }
        guard plain, let value = Double(text), value.isFinite else { return nil }
        return value
    }
}
