public import Ledger

/// What the program registers of this module.
public enum AccessSubjects {
    /// The subject kinds: accounts, restrictions, safeguarding marks, accesses in an emergency.
    public static let all: [any Subject.Type] = [
        Account.self, Restriction.self, SafeguardingMark.self, EmergencyAccess.self,
    ]
}
