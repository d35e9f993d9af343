public import CivilTime
public import Ledger

/// Opens the record of an organisation.
public struct RecordOrganisation: Sendable, Hashable {
    /// What it is.
    public var kind: OrganisationKind
    /// Its name.
    public var name: ShortText
    /// Its codes.
    public var codes: [OrganisationCode]
    /// The day it opened, where known; it may lie ahead.
    public var opened: Day?
    /// The id of what it is part of: the authority of a team, the college of a campus.
    public var partOf: String?

    /// States what is known.
    public init(
        _ kind: OrganisationKind, _ name: ShortText, codes: [OrganisationCode] = [], opened: Day? = nil,
        partOf: String? = nil
    ) {
        self.kind = kind
        self.name = name
        self.codes = codes
        self.opened = opened
        self.partOf = partOf
    }

    /// Records it and gives the new id; a code that another organisation has is refused by the commit.
    ///
    /// - Throws: ``PeopleRefusal``, at the commit `LedgerError.taken`.
    public func decide(_ deciding: inout Deciding) throws -> String {
        if let partOf { try deciding.organisation(partOf) }
        let id = deciding.newID()
        let first = min(opened ?? deciding.today, deciding.today)
        try deciding.record(
            OrganisationRecorded(kind: kind, name: name, opened: opened), on: Organisation.self, id,
            day: first)
        for code in codes {
            try deciding.record(OrganisationCoded(code: code), on: Organisation.self, id, day: first)
        }
        if let partOf {
            try deciding.record(
                OrganisationJoined(organisation: partOf, from: opened ?? first), on: Organisation.self, id,
                day: first)
        }
        return id
    }
}

/// Something that changes an organisation.
public struct RecordOnOrganisation: Sendable, Hashable {
    /// What changes.
    public enum Change: Sendable, Hashable {
        /// What it was recorded as; only to correct the entry that opened its record.
        case recorded(OrganisationKind, ShortText, opened: Day?)
        /// A new name from a day on.
        case name(ShortText, from: Day)
        /// A further code.
        case code(OrganisationCode)
        /// It is part of another, or of none, from a day on.
        case partOf(String?, from: Day)
        /// It closes; its last day, which may lie ahead, and who takes over.
        case closed(to: Day, successor: String?)
    }

    /// The organisation.
    public var organisation: String
    /// What changes.
    public var change: Change
    /// Why, where that is worth saying.
    public var reason: ShortText?

    /// States a change.
    public init(_ change: Change, of organisation: String, reason: ShortText? = nil) {
        self.organisation = organisation
        self.change = change
        self.reason = reason
    }

    /// Records it, or puts it in the place of an entry of the same kind, and gives the entry's id.
    ///
    /// - Throws: ``PeopleRefusal``, at the commit `LedgerError.taken`.
    @discardableResult
    public func decide(_ deciding: inout Deciding, correcting: Correction? = nil) throws -> String {
        let held = try deciding.organisation(organisation)
        switch change {
        case .recorded(let kind, let name, let opened):
            guard correcting != nil else { throw PeopleRefusal.unknownEntry }
            return try enter(
                OrganisationRecorded(kind: kind, name: name, opened: opened), opened ?? deciding.today,
                &deciding, correcting)
        case .name(let name, let from):
            try deciding.refuseFuture(from)
            return try enter(OrganisationRenamed(name: name, from: from), from, &deciding, correcting)
        case .code(let code):
            return try enter(OrganisationCoded(code: code), deciding.today, &deciding, correcting)
        case .partOf(let whole, let from):
            try deciding.refuseFuture(from)
            try refuseCircle(from: whole, &deciding) { $0.partOf }
            return try enter(
                OrganisationJoined(organisation: whole, from: from), from, &deciding, correcting)
        case .closed(let to, let successor):
            if let opened = held.opened { try refuseBackwards(from: opened, to: to) }
            try refuseCircle(from: successor, &deciding) { $0.successor }
            return try enter(
                OrganisationClosed(to: to, successor: successor), to, &deciding, correcting)
        }
    }

    private func enter(
        _ payload: some Payload, _ day: Day, _ deciding: inout Deciding, _ correcting: Correction?
    ) throws -> String {
        try deciding.enter(
            payload, on: Organisation.self, organisation, day: day, reason: reason, correcting: correcting)
    }

    /// Follows a chain of organisations, each of which must exist, and refuses to come back to this one.
    private func refuseCircle(
        from first: String?, _ deciding: inout Deciding, _ next: (Organisation) -> String?
    ) throws {
        var seen: Set = [organisation]
        var following = first
        while let id = following {
            guard seen.insert(id).inserted else { throw PeopleRefusal.circle }
            following = next(try deciding.organisation(id))
        }
    }
}
