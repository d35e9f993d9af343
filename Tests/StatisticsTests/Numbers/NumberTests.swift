import Testing

@testable import Statistics

@Suite struct `Numbers` {
    @Test(arguments: [
        (3.0, "3"), (0.1, "0.1"), (-2.5, "-2.5"), (1e16, "1e16"), (1e-7, "1e-7"),
        (.leastNonzeroMagnitude, "5e-324"),
        (123_456_789, "123456789"), (1.7976931348623157e308, "1.7976931348623157e308"), (0, "0"),
        (53.55555555555556, "53.55555555555556"),
    ])
    func `print in the shortest form`(value: Double, text: String) {
        #expect(NumberText.shortest(value) == text)
    }

    @Test func `read back to the same double`() {
        var random = SplitMix64(seed: 3)
        let values = (0..<10_000).map { _ in Double(bitPattern: random.next()) }.filter(\.isFinite)
        let wrong = values.filter {
            NumberText.read(NumberText.shortest($0))?.bitPattern != $0.bitPattern
        }
        #expect(wrong.isEmpty && values.count > 9_000)
    }

    @Test(arguments: [
        (1.25, 1, "1.3"), (-1.25, 1, "−1.3"), (0.04, 1, "0.0"), (-0.04, 1, "0.0"), (62.005, 1, "62.0"),
        (7, 3, "7.000"), (0.005, 2, "0.01"), (999.96, 1, "1000.0"), (1e20, 2, "1e20"), (12, 0, "12"),
        (3, 11, "3"),
    ])
    func `are rounded for sentences`(value: Double, decimals: Int, text: String) {
        #expect(NumberText.rounded(value, decimals: decimals) == text)
    }

    @Test(arguments: [(1.0, 0), (1.5, 1), (0.125, 3), (1e-7, 7), (1.5e-7, 8), (1e20, 0), (1.25e20, 0)])
    func `have so many decimals`(value: Double, count: Int) { #expect(NumberText.decimals(value) == count) }

    @Test func `have a mean that is rounded once`() {
        #expect([0.1, 0.1, 0.1].exactMean == 0.1)
        #expect(Array(repeating: 0.7, count: 1_001).exactMean == 0.7)
        #expect([1e100, 1, -1e100].exactMean == 1.0 / 3)
        #expect([1e100, 1, 1e-100, -1e100, -1].exactMean.map { $0.magnitude < 1e-80 } == true)
        #expect([Double]().exactMean == nil)
        #expect(Array(repeating: Double.leastNonzeroMagnitude, count: 2).exactMean == .leastNonzeroMagnitude)
    }

    @Test func `have normal values as the library has them`() throws {
        for pair in try StatisticsVectors.read().normal {
            #expect(isClose(Functions.normalQuantile(pair[0]), pair[1], within: 1e-13), "\(pair)")
        }
    }
}
