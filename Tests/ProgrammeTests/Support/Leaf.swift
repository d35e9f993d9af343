import Foundation

/// One value of a plan's file, and where it must be found again.
struct Leaf: Sendable, CustomStringConvertible {
    let path: String
    let value: Tree

    var description: String { "\(path): \(value.text)" }

    /// Ids, dates, letters and words of the form itself, by the last keys of their path.
    private static let tokens = [
        "id", "due", "due[]", "published", "date", "by", "reduction_by", "rag_as_at", "columns[]", "outcome",
        "required_outcome_id", "measure_refs[]", "measure_refs[][]", "measure_ref", "area_for_improvement",
        "reporting_lines[].from", "reporting_lines[].to", "areas_for_improvement[].objectives[]",
        "other_targets[].actions[]", "values[].kind", "rag_letter", "letter",
    ]

    /// Whether it is an id, a date or a word of the form rather than something to read.
    var isToken: Bool {
        let shape = path.split(separator: "[").map { piece in
            piece.drop { $0.isNumber }
        }.joined(separator: "[")
        return Self.tokens.contains { shape == $0 || shape.hasSuffix(".\($0)") }
    }

    /// Everything that a plan's file says in words.
    static func texts(_ tree: Tree) -> [Leaf] {
        all(tree).filter { leaf in
            guard let text = leaf.value.string else { return false }
            return !leaf.isToken && !text.isEmpty
        }
    }

    /// Every id, date and word of the form.
    static func tokens(_ tree: Tree) -> [Leaf] { all(tree).filter { $0.isToken && $0.value.string != "" } }

    static func all(_ tree: Tree) -> [Leaf] {
        tree.leaves.map { Leaf(path: Tree.path($0.steps), value: $0.value) }
    }
}

/// Many texts in which others are looked for, by bytes.
struct Haystack: Sendable {
    private let data: Data

    init(_ texts: some Sequence<String>) { data = Data(texts.joined(separator: "\u{1}").utf8) }

    func holds(_ text: String) -> Bool { data.range(of: Data(folded(text).utf8)) != nil }
}
