/// Kinds of entries of a child in plain words, for the history.
enum EntryWords {
    private static let words = [
        "child.born": "Birth date", "child.named": "Name", "child.identified": "Number",
        "child.sex": "Sex", "child.ethnicity": "Ethnicity", "child.language": "Language",
        "child.address": "Address", "child.placed": "School or setting", "child.social-care": "Social care",
        "child.need": "Need", "child.relationship": "Adult around the child",
        "child.parental-responsibility": "Parental responsibility",
        "child.court-restriction": "Court restriction", "child.corporate-parent": "Corporate parent",
        "child.team": "SEND team responsible", "child.home": "Who the child lives with",
        "child.capacity": "Judgement of capacity",
        "child.sharing": "What the young person wants shared", "child.ended": "End of something recorded",
        "child.died": "Death", "withdrawn": "Something was taken back",
        "ledger.merged-into": "Merged into another record",
        "ledger.merged-from": "Another record was merged into this one",
    ]

    /// The words of a kind; the kind itself where it is none of a child.
    static func of(_ kind: String) -> String { words[kind] ?? kind }
    /// All kinds that have words.
    static var kinds: Set<String> { Set(words.keys) }
}
