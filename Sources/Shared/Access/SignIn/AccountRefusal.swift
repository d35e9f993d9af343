public import CivilTime
public import Ledger

/// Why something about an account was refused.
public enum AccountRefusal: Refusal, Equatable {
    /// The address names no account.
    case unknown
    /// The account's roles do not allow the action.
    case notAllowed(Action)
    /// Nobody was named, and the database has accounts already.
    case byWhom
    /// Somebody would change what they themselves may do.
    case ownRoles
    /// An administrator would come near children's records.
    case administratorWithRecords
    /// Nobody could give roles any more.
    case lastAdministrator
    /// A role would end before it began.
    case endsBeforeItBegins(Day)
    /// What a page showed is no longer there.
    case gone
    /// The account is closed.
    case closed

    /// What happened and what to do next.
    public var forPerson: String {
        switch self {
        case .unknown: "There is no account with this address."
        case .notAllowed(let action): "This account has no role that allows it (\(action.id))."
        case .byWhom: "This database has accounts already: say by which of them, with --by ADDRESS."
        case .ownRoles: "Nobody changes their own roles. Ask another administrator."
        case .administratorWithRecords:
            "An administrator sees no children's records. Open a second account, at another address, for that work."
        case .lastAdministrator:
            "This is the last administrator. Give the role to somebody else first, or nobody could."
        case .endsBeforeItBegins(let from): "The role begins on \(from.short); it cannot end before that."
        case .gone: "What you want to change is no longer there. Open the page again."
        case .closed: "This account is closed. Open it again first."
        }
    }

    /// The same, without the address.
    public var forOperator: String {
        switch self {
        case .unknown: "unknown account"
        case .notAllowed(let action): "not allowed: \(action.id)"
        case .byWhom: "no account named"
        case .ownRoles: "own roles"
        case .administratorWithRecords: "administrator with records"
        case .lastAdministrator: "last administrator"
        case .endsBeforeItBegins: "role ends before it begins"
        case .gone: "changed meanwhile"
        case .closed: "account closed"
        }
    }
}
