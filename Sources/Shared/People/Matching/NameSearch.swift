public import Ledger

/// Finds children, people and organisations by what somebody types of a name, old names included.
public enum NameSearch {
    /// More words than a name has; the rest of what was typed is left out.
    private static let mostWords = 8

    /// A sub-select of the one column `subject_id`: the subjects of a kind with a name in which every typed
    /// word begins some word, in any order; nil where nothing typed is a letter or digit.
    ///
    ///     WHERE child.subject_id IN \(NameSearch.ids(of: Child.kind, matching: typed) ?? …)
    ///
    /// It takes no account of who may see whom. A merged subject is not among them: what goes on for a merged child
    /// is found by the child's names too, mixed with its own.
    public static func ids(of kind: String, matching typed: some StringProtocol) -> SQL? {
        let words = SearchKey.words(of: typed.prefix(400)).prefix(mostWords)
        guard let first = words.first else { return nil }
        let all = words.dropFirst().reduce(having(first, kind)) { sql, word in
            "\(sql) INTERSECT \(having(word, kind))"
        }
        return "(\(all))"
    }

    private static func having(_ word: SearchKey, _ kind: String) -> SQL {
        // The last code point there is, so that all that begins with the word lies between.
        let end = word.text + "\u{10FFFF}"
        return """
            SELECT subject_id FROM (
                SELECT subject_id FROM people_name_word
                WHERE subject_kind = \(kind) AND word >= \(word.text) AND word < \(end)
                UNION \(FormerKeys.survivors(of: kind, word: word.text, before: end)))
            """
    }

    /// One row for each word of the names, and for each name as one word.
    static func rows(_ names: [String]) -> [Row] {
        words(names).map { Row(PeopleTables.nameWord, key: $0.text, [$0.text]) }
    }

    /// The words of names, and each name as one word.
    static func words(_ names: [String]) -> [SearchKey] {
        let words = names.flatMap { SearchKey.words(of: $0) + [SearchKey(of: $0)] }
        return Set(words).filter { !$0.isEmpty }.sorted { $0.text < $1.text }
    }
}

extension ChildName {
    /// The texts it is found by.
    var searchable: [String] { [forenames.text, surname?.text, knownAs?.text].compactMap(\.self) }
}
