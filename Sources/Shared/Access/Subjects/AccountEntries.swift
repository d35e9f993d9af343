import CivilTime
import Ledger
import People

/// An account was opened.
struct AccountOpened: Payload {
    static let kind = "account.opened"
    var name: PersonName
    var address: MailAddress
    /// Set on the first account of a database, which nobody could have authorised.
    var firstOfDatabase: Bool?
}

/// Whose account it is: a person, or a young person by their own record.
struct AccountHolderNamed: Payload {
    static let kind = "account.holder-named"
    var person: String
}

/// A role was given, from a day and, where known, to one.
struct RoleGranted: Payload {
    static let kind = "account.role-granted"
    var role: Role
    var from: Day
    var to: Day?
    /// The organisation it is held at.
    var organisation: String?
}

/// A role was given a last day.
struct RoleEnded: Payload {
    static let kind = "account.role-ended"
    /// The entry that gave the role.
    var grant: String
    var to: Day
}

/// A credential was set, changed or revoked; the secret itself is never recorded.
struct CredentialChanged: Payload {
    static let kind = "account.credential-changed"

    enum What: String, Codable, Sendable {
        case password, secondFactor
    }

    enum Change: String, Codable, Sendable {
        case set, changed, revoked
    }

    var what: What
    var change: Change
}

/// An account was closed, so that nobody signs in with it, or opened again.
struct AccountAdmission: Payload {
    static let kind = "account.admission"
    var isOpen: Bool
}
