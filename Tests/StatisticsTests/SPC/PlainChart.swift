/// A second implementation of one section, in whole numbers: every comparison is made without dividing.
struct PlainChart {
    let values: [Int]
    let screens: Bool
    let inclusive: Bool

    /// Sum of the values, how many; sum of the moving ranges kept, how many.
    private let sums: (values: Int, count: Int, ranges: Int, kept: Int)

    init(values: [Int], screens: Bool, inclusive: Bool) {
        self.values = values
        self.screens = screens
        self.inclusive = inclusive
        let ranges = values.indices.dropFirst().map { abs(values[$0] - values[$0 - 1]) }
        let total = ranges.reduce(0, +)
        var kept = ranges.filter { !screens || 1_000 * $0 * ranges.count < 3_267 * total }
        if kept.isEmpty { kept = ranges }
        sums = (values.reduce(0, +), values.count, kept.reduce(0, +), max(1, kept.count))
    }

    /// The sign of a value less the mean and so many three-hundredths of the mean moving range.
    private func sign(_ value: Int, beyond part: Int) -> Int {
        let (sum, count, ranges, kept) = sums
        return (300 * kept * (count * value - sum) - part * ranges * count).signum()
    }

    var sides: [Int] { values.map { sign($0, beyond: 0) } }

    var outside: [Int] {
        values.map { sign($0, beyond: 798) > 0 ? 1 : sign($0, beyond: -798) < 0 ? -1 : 0 }
    }

    var near: [Int] {
        zip(values, outside).map { value, outside in
            if outside != 0, !inclusive { return 0 }
            return sign(value, beyond: 532) > 0 ? 1 : sign(value, beyond: -532) < 0 ? -1 : 0
        }
    }

    /// Every window of seven that fires marks its seven.
    var runs: [Int] {
        var marks = [Int](repeating: 0, count: values.count)
        let sides = sides
        for first in values.indices where first + 7 <= values.count {
            let window = sides[first..<first + 7]
            if abs(window.reduce(0, +)) == 7 { for place in window.indices { marks[place] = window[place] } }
        }
        return marks
    }

    var trends: [Int] {
        let steps = values.indices.dropLast().map { (values[$0 + 1] - values[$0]).signum() }
        var members = [Bool](repeating: false, count: values.count)
        for first in values.indices where first + 7 <= values.count {
            if abs(steps[first..<first + 6].reduce(0, +)) == 6 {
                for place in first..<first + 7 { members[place] = true }
            }
        }
        return values.indices.map { place in
            guard members[place] else { return 0 }
            let next = place + 1 < values.count && members[place + 1] ? steps[place] : 0
            return next != 0 ? next : steps[place - 1]
        }
    }

    var twoOfThree: [Int] {
        let (sides, near) = (sides, near)
        return values.indices.map { place in
            guard near[place] != 0 else { return 0 }
            let fires = (max(0, place - 2)...place).contains { first in
                guard first + 3 <= values.count else { return false }
                return abs(sides[first..<first + 3].reduce(0, +)) == 3
                    && near[first..<first + 3].count { $0 != 0 } > 1
            }
            return fires ? sides[place] : 0
        }
    }
}
