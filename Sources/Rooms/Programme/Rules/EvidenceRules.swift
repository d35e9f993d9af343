import CivilTime
import Ledger

/// Adds a piece of evidence to an objective or an action.
struct AddEvidence: Sendable, Hashable {
    /// The subject id of the part.
    var part: String
    var month: Month
    var title: String
    /// What it shows.
    var shows: String
    var kind: EvidenceKind
    /// The account that adds it.
    var account: String
    var reporter: Reporter

    /// Records it with where it is to be found, and gives the entry's id.
    ///
    /// - Throws: ``ProgressRefusal``.
    @discardableResult
    func decide(_ source: EvidenceSource, _ deciding: inout Deciding) throws -> String {
        let part = try deciding.progressPart(part)
        guard let scheme = try deciding.state(of: Plan.self, part.plan)?.state.current?.header.scheme else {
            throw ProgressRefusal.unknownPart
        }
        try deciding.refuseUnled(part, by: reporter)
        try deciding.refuseMonth(month, of: part.plan, scheme)
        return try deciding.record(
            EvidenceAdded(
                plan: part.plan, part: part.part, code: part.code, title: title, shows: shows, kind: kind,
                source: source, month: month, addedBy: account),
            on: Progress.self, part.id, day: deciding.today)
    }
}

/// Confirms, as a second person, that no child can be recognised in a piece of evidence.
struct ClearEvidence: Sendable, Hashable {
    /// The subject id of the part.
    var part: String
    /// The entry that added the evidence.
    var evidence: String
    /// The account that confirms.
    var account: String

    /// Records it, also for a closed month: it changes nothing that was reported.
    ///
    /// - Throws: ``ProgressRefusal``.
    @discardableResult
    func decide(_ deciding: inout Deciding) throws -> String {
        let item = try deciding.evidence(evidence, of: part)
        if item.addedBy == account { throw ProgressRefusal.ownEvidence }
        if item.clearance != nil { throw ProgressRefusal.alreadyCleared }
        return try deciding.record(
            EvidenceCleared(evidence: evidence, by: account), on: Progress.self, part, day: deciding.today)
    }
}

/// Takes back a piece of evidence, or only the confirmation that it may be public.
struct WithdrawEvidence: Sendable, Hashable {
    /// What is taken back.
    enum Extent: Sendable, Hashable { case clearance, evidence }

    /// The subject id of the part.
    var part: String
    /// The entry that added the evidence.
    var evidence: String
    var extent: Extent
    var reason: String

    /// Records it; the history keeps what was taken back.
    ///
    /// - Throws: ``ProgressRefusal``.
    func decide(_ deciding: inout Deciding) throws {
        _ = try deciding.evidence(evidence, of: part)
        let clearing = try deciding.state(of: Progress.self, part)?.state.clearingEntries(of: evidence) ?? []
        for entry in clearing {
            try deciding.withdraw(entry, on: Progress.self, part, reason: reason)
        }
        if extent == .evidence {
            try deciding.withdraw(evidence, on: Progress.self, part, reason: reason)
        }
    }
}

extension Deciding {
    fileprivate mutating func evidence(_ entry: String, of part: String) throws -> EvidenceItem {
        let progress = try state(of: Progress.self, part)?.state
        guard let item = progress?.evidence.first(where: { $0.entry == entry }) else {
            throw ProgressRefusal.unknownEvidence
        }
        return item
    }
}
