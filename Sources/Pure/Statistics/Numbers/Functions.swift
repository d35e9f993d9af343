import Foundation

/// The functions of analysis that this module needs; nothing else of Foundation is used.
enum Functions {
    static func log(_ value: Double) -> Double { Foundation.log(value) }
    static func exp(_ value: Double) -> Double { Foundation.exp(value) }
    static func power(_ base: Double, _ exponent: Double) -> Double { Foundation.pow(base, exponent) }

    /// The share of the standard normal distribution below a value.
    static func normalShare(below value: Double) -> Double { erfc(-value / 2.0.squareRoot()) / 2 }

    /// The value of the standard normal distribution with this share below it, by Newton's method on `erfc`.
    ///
    /// - Parameter share: above 0 and below 1.
    static func normalQuantile(_ share: Double) -> Double {
        if share > 0.5 { return -normalQuantile(1 - share) }
        // Below one half the density falls towards the tail, so steps from the right side never overshoot far.
        var value = -Swift.max(0, -2 * log(2 * share)).squareRoot()
        for _ in 0..<60 {
            let density = exp(-value * value / 2) / (2 * Double.pi).squareRoot()
            let step = (normalShare(below: value) - share) / density
            // Halley's correction; the second derivative of the share is minus the value times the density.
            let better = step / (1 + value * step / 2)
            value -= better
            if better.magnitude <= 1e-15 * Swift.max(1, value.magnitude) { break }
        }
        return value
    }
}
