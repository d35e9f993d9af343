import CivilTime

/// An entry of a subject, read and ready to fold.
struct ReadEntry<State: Sendable>: Sendable {
    let id: String
    let sequence: Int
    let commit: Int
    let kind: String
    let rank: Int
    let body: EntryKind<State>.Body

    var isPlain: Bool { body.corrects == nil && body.withdraws == nil }
}

/// One line of a subject: an entry, or what stands in its place after corrections, where it is folded.
struct Line: Sendable, Equatable, Comparable {
    let day: Day
    let rank: Int
    let firstSequence: Int
    let index: Int

    static func < (left: Line, right: Line) -> Bool {
        (left.day, left.rank, left.firstSequence) < (right.day, right.rank, right.firstSequence)
    }
}

/// Finds which entries stand once corrections and withdrawals are followed.
struct Standing<State: Sendable> {
    private let entries: [ReadEntry<State>]
    private var indexOf: [String: Int] = [:]
    private var withdrawn: Set<String> = []
    private var corrections: [String: [Int]] = [:]
    private(set) var problems: [Problem] = []

    init(_ entries: [ReadEntry<State>]) {
        self.entries = entries
        for (index, entry) in entries.enumerated() { indexOf[entry.id] = index }
        followWithdrawals()
        gatherCorrections()
    }

    /// The lines that stand, in the order they are folded.
    mutating func lines() -> [Line] {
        var lines: [Line] = []
        for (root, entry) in entries.enumerated() where entry.isPlain {
            guard let index = standing(root) else { continue }
            lines.append(
                Line(
                    day: entries[index].body.day, rank: entry.rank, firstSequence: entry.sequence,
                    index: index))
        }
        return lines.sorted()
    }

    /// A withdrawal names an earlier entry, so the latest are settled first.
    private mutating func followWithdrawals() {
        for entry in entries.reversed() {
            guard let target = entry.body.withdraws, !withdrawn.contains(entry.id) else { continue }
            if indexOf[target] == nil {
                problems.append(Problem("A withdrawal names an entry that is not here.", entries: [entry.id]))
            }
            withdrawn.insert(target)
        }
    }

    private mutating func gatherCorrections() {
        for (index, entry) in entries.enumerated() {
            guard let target = entry.body.corrects, !withdrawn.contains(entry.id) else { continue }
            guard let corrected = indexOf[target], entries[corrected].kind == entry.kind else {
                problems.append(
                    Problem(
                        "A correction names an entry that is not here or is of another kind.",
                        entries: [entry.id]))
                continue
            }
            if withdrawn.contains(target) {
                problems.append(
                    Problem(
                        entries[corrected].body.corrects == nil
                            ? "An entry was withdrawn and also corrected; the correction stands."
                            : "A correction hangs on another that was withdrawn.",
                        entries: [entry.id, target]))
            }
            corrections[target, default: []].append(index)
        }
        for (target, indexes) in corrections.sorted(by: { $0.key < $1.key }) where indexes.count > 1 {
            problems.append(
                Problem(
                    "An entry was corrected twice; the later correction stands.",
                    entries: [target] + indexes.map { entries[$0].id }))
        }
    }

    private func standing(_ root: Int) -> Int? {
        var index = root
        while let next = corrections[entries[index].id]?.last { index = next }
        return index == root && withdrawn.contains(entries[root].id) ? nil : index
    }
}
