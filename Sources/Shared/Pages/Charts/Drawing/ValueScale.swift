/// A scale whose marks are round numbers and which covers all values.
struct ValueScale {
    /// The marks from the lowest to the highest.
    let marks: [Double]
    private let decimals: Int

    /// Makes a scale of about so many steps.
    ///
    /// - Parameter values: each at most 10¹⁰⁰ in size; where there is none the scale goes from 0 to 1.
    init(_ values: [Double], steps: Int, includesZero: Bool = false) {
        var low = values.min() ?? 0
        var high = values.max() ?? 1
        if includesZero { (low, high) = (min(low, 0), max(high, 0)) }
        let size = max(low.magnitude, high.magnitude)
        if size < 1e-100 {
            (low, high) = (0, 1)
        } else if high - low < size * 1e-6 {
            (low, high) = (low - size * 0.1, high + size * 0.1)
        }
        let rough = (high - low) / Double(max(1, steps))
        let exponent = Self.exponent(of: rough)
        let unit = Self.power(exponent)
        let step = ([1, 2, 5].first { $0 * unit >= rough * 0.999 } ?? 10) * unit
        let first = (low / step + 1e-9).rounded(.down)
        let last = max(first + 1, (high / step - 1e-9).rounded(.up))
        marks = (0...Int(last - first)).map { (first + Double($0)) * step }
        decimals = max(0, -exponent)
    }

    /// The lowest mark.
    var low: Double { marks[0] }
    /// The highest mark.
    var high: Double { marks[marks.count - 1] }

    /// How far up the scale a value lies, 0...1; beyond its ends at the end.
    func share(_ value: Double) -> Double { min(1, max(0, (value - low) / (high - low))) }

    /// How a mark is written.
    func text(_ mark: Double) -> String { ChartNumber.text(mark, decimals: decimals) }

    /// The power of ten of a number's first digit.
    ///
    /// - Parameter size: above 0 and finite.
    static func exponent(of size: Double) -> Int {
        var exponent = 0
        while exponent < 300, power(exponent + 1) <= size { exponent += 1 }
        while exponent > -300, power(exponent) > size { exponent -= 1 }
        return exponent
    }

    /// Ten to a power, as near as a double can be.
    static func power(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? 1 }
}
