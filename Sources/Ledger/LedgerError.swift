public import CivilTime

/// Why the ledger refused or failed.
public enum LedgerError: Explained, Equatable {
    /// The database could not be opened, read or written.
    case storage(String)
    /// The database was made by a newer program: structure steps this one does not know.
    case newerStructure([String])
    /// Entries of kinds or versions this program does not know.
    case unknownKinds([String])
    /// An entry whose payload cannot be read: where, and why.
    case unreadable(sequence: Int, why: String)
    /// The same form was sent again with other fields; what was stored stays.
    case commandChanged(commit: Int)
    /// The command's id belongs to somebody else.
    case commandOfAnother
    /// Somebody recorded something that the form had shown, since it was shown.
    case overtaken(entries: [String])
    /// Something only one subject may hold is held by another.
    case taken(String)
    /// A subject gave rows or facts that contradict its declaration: a mistake of the program, in debug only.
    case faultyDerivation(String)
    /// An effective day after today.
    case futureDay(Day, today: Day)
    /// A correction or withdrawal that names no entry of its subject, or one of another kind.
    case namesNothing(entry: String)
    /// Two subjects that cannot be merged or separated: why, in plain words.
    case cannotMerge(String)
    /// Text that no engine can hold (a NUL character).
    case unstorableText
    /// Simulated time on a database that holds real records.
    case simulatedTime

    /// Whether the ledger works and only this cannot be done; otherwise the records cannot be reached.
    public var isRefusal: Bool {
        switch self {
        case .storage, .newerStructure, .unknownKinds, .unreadable, .faultyDerivation: false
        default: true
        }
    }

    /// Whether somebody recorded meanwhile what a form had shown.
    public var isOvertaken: Bool {
        if case .overtaken = self { true } else { false }
    }

    /// What happened and what to do next.
    public var forPerson: String {
        switch self {
        case .storage, .newerStructure, .unknownKinds, .unreadable, .faultyDerivation:
            "The records cannot be reached at the moment. Nothing you sent has been lost or half kept; try again later."
        case .commandChanged:
            "This form was already sent with other answers. What was stored first is kept; look at it before you change it."
        case .commandOfAnother: "This form belongs to somebody else's session. Open the page again."
        case .overtaken:
            "Somebody else has changed this since you opened the page. Look at their change and send yours again."
        case .taken(let what), .cannotMerge(let what): what
        case .futureDay(let day, let today):
            "\(day.short) has not come yet (today is \(today.short)). Give the day it happened or was decided."
        case .namesNothing: "What you want to correct is no longer there. Open the page again."
        case .unstorableText: "The text holds a character that cannot be stored. Remove it and send again."
        case .simulatedTime:
            "A simulated day works only on a demonstration database, because it would falsify real records."
        }
    }

    /// What went wrong, for whoever runs the system.
    public var forOperator: String {
        switch self {
        case .storage(let why): "storage: \(why)"
        case .newerStructure(let steps):
            "database made by a newer program, steps: \(steps.joined(separator: ", "))"
        case .unknownKinds(let kinds): "unknown entry kinds: \(kinds.joined(separator: ", "))"
        case .unreadable(let sequence, let why): "entry \(sequence) cannot be read: \(why)"
        case .commandChanged(let commit): "command repeated with other fields, stored in commit \(commit)"
        case .commandOfAnother: "command id of another account"
        case .overtaken(let entries): "overtaken by entries \(entries.joined(separator: ", "))"
        case .taken(let what): "unique: \(what)"
        case .faultyDerivation(let what): "a subject gives \(what)"
        case .futureDay(let day, let today): "effective day \(day.iso) after today \(today.iso)"
        case .namesNothing(let entry): "correction or withdrawal of unknown entry \(entry)"
        case .cannotMerge(let why): "merge refused: \(why)"
        case .unstorableText: "NUL in text"
        case .simulatedTime: "simulated time refused: database not marked as demonstration"
        }
    }
}
