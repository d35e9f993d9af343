public import Ledger

/// Names and numbers of children that were merged into others, which go on being found by them.
///
/// A merged child gives no other rows; its keys lead to the record that stands for it in the end.
enum FormerKeys {
    private static let word = "word"
    private static let whole = "name"

    /// One row for each word, each whole name and each number.
    static func rows(names: [ChildName], numbers: [Identification]) -> [Row] {
        let words = NameSearch.words(names.flatMap(\.searchable)).map { (word, $0.text) }
        let wholes = names.map { (whole, $0.wholeKey) }
        let held = numbers.map { ($0.register, $0.value) }
        let keys = (words + wholes + held).map { [$0.0, $0.1] }
        return Set(keys).sorted { $0.lexicographicallyPrecedes($1) }.map {
            Row(PeopleTables.former, key: $0.joined(separator: " "), [$0[0], $0[1]])
        }
    }

    /// The subjects of a kind that go on for one with a word from `first` up to, without, `end`.
    static func survivors(of kind: String, word first: String, before end: String) -> SQL {
        survivors(
            of: kind, "former.register = \(word) AND former.value >= \(first) AND former.value < \(end)")
    }

    /// The children that go on for one that was called so.
    static func survivors(called key: String) -> SQL {
        survivors(of: Child.kind, "former.register = \(whole) AND former.value = \(key)")
    }

    /// The children that go on for one with a number.
    static func survivors(with number: NumberSearch.Number) -> SQL {
        survivors(
            of: Child.kind, "former.register = \(number.register) AND former.value = \(number.value)")
    }

    private static func survivors(of kind: String, _ condition: SQL) -> SQL {
        """
        SELECT same.survivor AS subject_id FROM people_former AS former
        JOIN \(SameAs.survivors(of: kind)) AS same ON same.merged = former.subject_id
        WHERE former.subject_kind = \(kind) AND \(condition)
        """
    }
}

extension ChildName {
    /// Forenames and surname as one key, as forms of exact search give them.
    var wholeKey: String { forenameKey.text + surnameKey.text }
}

/// Finds children by the numbers that others gave them.
public enum NumberSearch {
    typealias Number = (register: String, value: String)

    /// A select of the one column `subject_id`: the children with what was typed as NHS number, UPN or ULN, their
    /// own or one of a record merged into theirs; nil where it is none of these numbers.
    ///
    /// It takes no account of who may see whom.
    public static func ids(ofChildrenWith typed: String) -> SQL? {
        let numbers: [Number] = [
            NHSNumber(typed).map { ("nhs", $0.text) }, UPN(typed).map { ("upn", $0.text) },
            ULN(typed).map { ("uln", $0.text) },
        ].compactMap { $0 }
        guard let first = numbers.first else { return nil }
        return numbers.dropFirst().reduce(ids(first)) { "\($0) UNION \(ids($1))" }
    }

    private static func ids(_ number: Number) -> SQL {
        """
        SELECT subject_id FROM people_identifier
        WHERE subject_kind = \(Child.kind) AND register = \(number.register) AND value = \(number.value)
        UNION \(FormerKeys.survivors(with: number))
        """
    }
}

extension NameSearch {
    /// A select of the one column `subject_id`: the children with exactly this name at any time, of their own or
    /// of a record merged into theirs; nil where nothing typed is a letter or digit.
    ///
    /// It takes no account of who may see whom.
    public static func ids(ofChildrenCalled typed: String) -> SQL? {
        // A name without letters would fit every other such name.
        let key = SearchKey(of: typed).text
        guard !key.isEmpty else { return nil }
        return """
            SELECT subject_id FROM people_child_name
            WHERE subject_kind = \(Child.kind) AND forename_key || surname_key = \(key)
            UNION \(FormerKeys.survivors(called: key))
            """
    }
}
