import CivilTime

/// What a piece of evidence is about, the strongest first.
enum EvidenceKind: String, Sendable, Codable, CaseIterable {
    /// What has changed for children, young people and families.
    case impact
    /// What families and young people say.
    case voice
    /// Figures.
    case data
    /// What was made or delivered.
    case output
    /// What was set up or agreed.
    case process

    /// The kind in words.
    var words: String {
        switch self {
        case .impact: "Impact on families"
        case .voice: "What families say"
        case .data: "Data"
        case .output: "Output"
        case .process: "Process"
        }
    }
}

/// Where a piece of evidence is to be found.
enum EvidenceSource: Sendable, Hashable, Codable {
    /// An address on the web.
    case link(address: String)
    /// One file of a document, so that a later version is not taken for what was looked at.
    case document(id: String, file: String)
}

/// A piece of evidence behind an objective or an action.
struct EvidenceItem: Sendable, Hashable {
    /// Who confirmed that no child can be recognised in it.
    struct Clearance: Sendable, Hashable {
        let entry: String
        let day: Day
        let by: String
    }

    /// The entry that records it.
    let entry: String
    /// The commit it came with.
    let commit: Int
    /// The day it was added.
    let day: Day
    /// The month it belongs to.
    let month: Month
    let title: String
    /// What it shows.
    let shows: String
    let kind: EvidenceKind
    let source: EvidenceSource
    /// The account that added it.
    let addedBy: String
    /// The confirmation by a second person; nil while there is none.
    var clearance: Clearance?
}
