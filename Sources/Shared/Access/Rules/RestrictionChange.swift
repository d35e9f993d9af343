public import CivilTime
public import Ledger
import People

/// Something that changes who may open one child's record.
public enum RestrictionChange: Sendable, Hashable {
    /// A part is closed to all but named accounts.
    case order(child: String, part: RecordPart, from: Day, named: [String])
    /// A restriction ends with a day.
    case lift(String, to: Day)
    /// Somebody opens a record they are not involved with, because they cannot wait.
    case open(child: String, account: String, now: Int64)
    /// What a review found of such an access.
    case review(String, isJustified: Bool)
    /// An account's reads of a record are kept out of the family's sight.
    case mark(child: String, account: String, from: Day)
    /// What a mark kept out of sight can be seen.
    case release(String)

    /// Records it and gives the subject's id.
    ///
    /// - Throws: ``RestrictionRefusal``.
    @discardableResult
    public func decide(_ deciding: inout Deciding, reason: String) throws -> String {
        switch self {
        case .order(let child, let part, let from, let named):
            try Self.known(child, &deciding)
            return try Self.begin(
                RestrictionOrdered(child: child, part: part, from: from, named: named), on: Restriction.self,
                &deciding, reason)
        case .open(let child, let account, let now):
            try Self.known(child, &deciding)
            return try Self.begin(
                EmergencyOpened(child: child, account: account, until: now + EmergencyAccess.life),
                on: EmergencyAccess.self, &deciding, reason)
        case .mark(let child, let account, let from):
            try Self.known(child, &deciding)
            return try Self.begin(
                SafeguardingMarked(child: child, account: account, from: from), on: SafeguardingMark.self,
                &deciding, reason)
        case .lift(let id, let to):
            return try Self.lift(id, to, &deciding, reason)
        case .review(let id, let isJustified):
            return try Self.go(
                on: id, EmergencyReviewed(isJustified: isJustified), EmergencyAccess.self, &deciding, reason)
        case .release(let id):
            return try Self.go(on: id, SafeguardingReleased(), SafeguardingMark.self, &deciding, reason)
        }
    }

    private static func lift(
        _ id: String, _ to: Day, _ deciding: inout Deciding, _ reason: String
    ) throws -> String {
        guard let held = try deciding.state(of: Restriction.self, id)?.state.ordered else {
            throw RestrictionRefusal.gone
        }
        guard to >= held.from else { throw RestrictionRefusal.endsBeforeItBegins(held.from) }
        return try go(on: id, RestrictionLifted(to: to), Restriction.self, &deciding, reason)
    }

    private static func go<S: Subject>(
        on id: String, _ payload: some Payload, _ type: S.Type, _ deciding: inout Deciding, _ reason: String
    ) throws -> String {
        guard try deciding.state(of: type, id) != nil else { throw RestrictionRefusal.gone }
        try deciding.record(payload, on: type, id, day: deciding.today, reason: reason)
        return id
    }

    private static func known(_ child: String, _ deciding: inout Deciding) throws {
        guard try deciding.state(of: Child.self, child) != nil else { throw RestrictionRefusal.noSuchRecord }
    }

    private static func begin<S: Subject>(
        _ payload: some Payload, on type: S.Type, _ deciding: inout Deciding, _ reason: String
    ) throws -> String {
        let id = deciding.newID()
        try deciding.record(payload, on: type, id, day: deciding.today, reason: reason)
        return id
    }
}

/// Why a restriction, a mark or an access in an emergency cannot be recorded.
public enum RestrictionRefusal: Refusal, Equatable {
    /// No record has that number.
    case noSuchRecord
    /// What a page showed is no longer there.
    case gone
    /// It would end before it began.
    case endsBeforeItBegins(Day)

    /// What happened and what to do next.
    public var forPerson: String {
        switch self {
        case .noSuchRecord: "There is no record with this number."
        case .gone: "What you want to change is no longer there. Open the page again."
        case .endsBeforeItBegins(let from): "It began on \(from.short); it cannot end before that."
        }
    }

    /// The same.
    public var forOperator: String {
        switch self {
        case .noSuchRecord: "no such record"
        case .gone: "changed meanwhile"
        case .endsBeforeItBegins: "ends before it begins"
        }
    }
}
