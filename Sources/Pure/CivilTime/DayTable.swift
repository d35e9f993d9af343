/// A sorted list of days that tells in constant time how many of them lie up to a day.
///
/// The range of the list is cut into blocks of 64 days; for each block it is known how many days of the list lie
/// before it, so that counting looks at the few of one block.
struct DayTable: Sendable {
    /// Day numbers, ascending, each once.
    private let numbers: [Int]
    /// For each block, how many numbers lie before it; one entry more at the end.
    private let before: [Int32]
    /// The first day number of the first block.
    private let origin: Int

    private static let shift = 6

    /// The table of some day numbers in any order, each given once.
    init(_ unsorted: some Sequence<Int>) {
        let sorted = unsorted.sorted()
        numbers = sorted
        origin = sorted.first ?? 0
        let last = sorted.last ?? 0
        var counts: [Int32] = []
        var place = 0
        for block in 0...((last - origin) >> Self.shift) {
            let start = origin + block << Self.shift
            while place < sorted.count, sorted[place] < start { place += 1 }
            counts.append(Int32(place))
        }
        counts.append(Int32(sorted.count))
        before = counts
    }

    /// How many of its days have this number or a smaller one.
    @inline(__always)
    func count(upTo number: Int) -> Int {
        let offset = number - origin
        guard offset >= 0 else { return 0 }
        let block = offset >> Self.shift
        guard block < before.count - 1 else { return numbers.count }
        var count = Int(before[block])
        let end = Int(before[block + 1])
        while count < end, numbers[count] <= number { count += 1 }
        return count
    }

    /// Whether the day with this number is among them.
    @inline(__always)
    func contains(_ number: Int) -> Bool {
        let count = count(upTo: number)
        return count > 0 && numbers[count - 1] == number
    }
}

extension DayTable {
    /// Christmas Day where it is a weekday, and Good Friday, of every year.
    static let everyYear = DayTable(
        Gregorian.years.flatMap { year in
            let christmas = Day.known(year, 12, 25)
            let friday = Easter.goodFriday(year: year)
            return christmas.weekday.isWeekend ? [friday.number] : [friday.number, christmas.number]
        })
}
