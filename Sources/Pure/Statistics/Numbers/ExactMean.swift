/// Sums and means that do not depend on how a machine rounds on the way.
///
/// A sum is kept as two numbers, the rounded one and what the rounding lost (Knuth, *The Art of Computer
/// Programming*, vol. 2, 4.2.2, theorem B), so that the mean of equal values is that value and a value that is
/// the mean is found to be it.
struct ExactSum {
    private var high = 0.0
    private var low = 0.0
    private(set) var count = 0

    mutating func add(_ value: Double) {
        let sum = high + value
        let part = sum - high
        low += (high - (sum - part)) + (value - part)
        high = sum
        count += 1
    }

    /// The mean; nil of nothing.
    var mean: Double? {
        guard count > 0 else { return nil }
        let (sum, number) = (high + low, Double(count))
        let rest = (high - sum) + low
        let rough = sum / number
        return rough + (sum.addingProduct(-rough, number) + rest) / number
    }
}

extension Sequence<Double> {
    /// The mean, rounded once; nil where there is nothing.
    var exactMean: Double? {
        var sum = ExactSum()
        for value in self { sum.add(value) }
        return sum.mean
    }
}
