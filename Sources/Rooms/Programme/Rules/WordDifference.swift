/// What became of each run of words from one text to another.
struct WordDifference: Sendable, Hashable {
    /// A run of words with one fate.
    struct Piece: Sendable, Hashable {
        enum Fate: Sendable, Hashable { case kept, removed, added }

        let fate: Fate
        let text: String
    }

    let pieces: [Piece]

    /// Texts whose lengths in words multiply to more are shown whole, because the work grows with both.
    private static let most = 250_000

    /// The least that has to be removed and added, word by word, to come from one text to the other.
    init(_ old: String, _ new: String) {
        let before = old.split(whereSeparator: \.isWhitespace)
        let after = new.split(whereSeparator: \.isWhitespace)
        guard before.count * after.count <= Self.most else {
            pieces = [Piece(fate: .removed, text: old), Piece(fate: .added, text: new)]
            return
        }
        let shared = Self.sharedLengths(before, after)
        var runs: [(fate: Piece.Fate, words: [Substring])] = []
        func add(_ fate: Piece.Fate, _ word: Substring) {
            if runs.last?.fate == fate {
                runs[runs.count - 1].words.append(word)
            } else {
                runs.append((fate, [word]))
            }
        }
        var (i, j) = (0, 0)
        while i < before.count || j < after.count {
            if i < before.count, j < after.count, before[i] == after[j] {
                add(.kept, before[i])
                (i, j) = (i + 1, j + 1)
            } else if i < before.count, j == after.count || shared[i + 1][j] >= shared[i][j + 1] {
                add(.removed, before[i])
                i += 1
            } else {
                add(.added, after[j])
                j += 1
            }
        }
        pieces = runs.map { Piece(fate: $0.fate, text: $0.words.joined(separator: " ")) }
    }

    /// How many words the ends of the two texts share, in order, from each pair of places on.
    private static func sharedLengths(_ before: [Substring], _ after: [Substring]) -> [[Int]] {
        var lengths = Array(
            repeating: Array(repeating: 0, count: after.count + 1), count: before.count + 1)
        for i in before.indices.reversed() {
            for j in after.indices.reversed() {
                lengths[i][j] =
                    before[i] == after[j]
                    ? lengths[i + 1][j + 1] + 1 : max(lengths[i + 1][j], lengths[i][j + 1])
            }
        }
        return lengths
    }
}
