public import Ledger

/// Takes back an entry of a child, a person or an organisation that should not have been recorded, or takes
/// back a correction or a withdrawal; what that had replaced or removed stands again.
public struct Withdraw<S: Subject>: Sendable {
    /// The subject.
    public var subject: String
    /// The entry.
    public var entry: String
    /// Why.
    public var reason: ShortText

    /// Names the entry and the reason.
    public init(_ entry: String, of type: S.Type, _ subject: String, because reason: ShortText) {
        self.subject = subject
        self.entry = entry
        self.reason = reason
    }

    /// Records it and gives the entry's id.
    ///
    /// - Throws: `LedgerError.namesNothing` at the commit where there is no such entry.
    @discardableResult
    public func decide(_ deciding: inout Deciding) throws -> String {
        try deciding.withdraw(entry, on: S.self, subject, reason: reason.text)
    }
}

/// Says that two records are of one child or one person, or that they are not after all.
public enum Merging {
    /// Merges one child into another, which goes on for both; can be taken back.
    ///
    /// - Throws: ``PeopleRefusal/unknownChild``, `LedgerError.cannotMerge`.
    public static func merge(
        child: String, into other: String, because reason: ShortText, _ deciding: inout Deciding
    ) throws {
        _ = (try deciding.child(child), try deciding.child(other))
        try deciding.merge(child, into: other, of: Child.self, reason: reason.text)
    }

    /// Takes the merge of a child back, after which both stand as before.
    ///
    /// - Throws: ``PeopleRefusal/unknownChild``, `LedgerError.cannotMerge` where it is not merged.
    public static func separate(
        child: String, because reason: ShortText, _ deciding: inout Deciding
    ) throws {
        _ = try deciding.child(child)
        try deciding.separate(child, of: Child.self, reason: reason.text)
    }

    /// Merges one adult into another, who goes on for both; can be taken back.
    ///
    /// - Throws: ``PeopleRefusal/unknownPerson``, `LedgerError.cannotMerge`.
    public static func merge(
        person: String, into other: String, because reason: ShortText, _ deciding: inout Deciding
    ) throws {
        _ = (try deciding.person(person), try deciding.person(other))
        try deciding.merge(person, into: other, of: Person.self, reason: reason.text)
    }

    /// Takes the merge of an adult back, after which both stand as before.
    ///
    /// - Throws: ``PeopleRefusal/unknownPerson``, `LedgerError.cannotMerge` where they are not merged.
    public static func separate(
        person: String, because reason: ShortText, _ deciding: inout Deciding
    ) throws {
        _ = try deciding.person(person)
        try deciding.separate(person, of: Person.self, reason: reason.text)
    }
}
