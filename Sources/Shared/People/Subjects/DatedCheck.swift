import CivilTime
import Ledger

/// Finds what is wrong with dated records of one subject.
struct DatedCheck {
    let born: Day?
    let died: Day?
    var problems: [Problem] = []
    private(set) var entries: Set<String> = []

    init(born: Day?, died: Day?) {
        self.born = born
        self.died = died
    }

    /// Takes note of entries that exist.
    mutating func note(_ ids: [String]) { entries.formUnion(ids) }

    /// `precedesBirth` for what may begin before birth, such as a court's order.
    mutating func look<Value>(at list: [Dated<Value>], _ what: String, precedesBirth: Bool = false) {
        for dated in list {
            entries.insert(dated.entry)
            if dated.span == nil {
                problems.append(
                    Problem("The last day of a \(what) lies before its first.", entries: [dated.entry]))
            }
            if let born, dated.from < born, !precedesBirth {
                problems.append(Problem("A \(what) begins before birth.", entries: [dated.entry]))
            }
            if let died, dated.from > died {
                problems.append(Problem("A \(what) begins after death.", entries: [dated.entry]))
            }
        }
    }

    /// Names the pairs of a list that may not hold together on any day.
    mutating func refuseTogether<Value>(_ list: [Dated<Value>], _ text: String) {
        for (index, first) in list.enumerated() {
            for second in list.dropFirst(index + 1) {
                guard let one = first.span, let other = second.span, one.overlaps(other) else { continue }
                problems.append(Problem(text, entries: [first.entry, second.entry]))
            }
        }
    }
}
