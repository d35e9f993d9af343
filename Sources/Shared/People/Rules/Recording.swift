import CivilTime
import Ledger

/// A correction: the entry it stands in for, and why.
public struct Correction: Sendable, Hashable {
    /// The entry that is replaced.
    public var entry: String
    /// Why.
    public var reason: ShortText

    /// Names the entry and the reason.
    public init(of entry: String, because reason: ShortText) {
        self.entry = entry
        self.reason = reason
    }
}

extension Deciding {
    /// Records a payload, or puts it in the place of an entry; effective on its first day, today at the latest.
    mutating func enter<S: Subject, P: Payload>(
        _ payload: P, on type: S.Type, _ id: String, day: Day, reason: ShortText?,
        correcting correction: Correction?
    ) throws -> String {
        let day = min(day, today)
        guard let correction else {
            return try record(payload, on: type, id, day: day, reason: reason?.text)
        }
        return try correct(
            correction.entry, to: payload, on: type, id, day: day, reason: correction.reason.text)
    }

    mutating func child(_ id: String) throws -> Child {
        guard let found = try state(of: Child.self, id) else { throw PeopleRefusal.unknownChild }
        return found.state
    }

    mutating func person(_ id: String) throws -> Person {
        guard let found = try state(of: Person.self, id) else { throw PeopleRefusal.unknownPerson }
        return found.state
    }

    @discardableResult
    mutating func organisation(_ id: String) throws -> Organisation {
        guard let found = try state(of: Organisation.self, id), found.state.kind != nil else {
            throw PeopleRefusal.unknownOrganisation
        }
        return found.state
    }

    /// Refuses a day that has not come.
    func refuseFuture(_ day: Day) throws(PeopleRefusal) {
        if day > today { throw .notYet(day) }
    }
}

/// Refuses a last day before the first.
func refuseBackwards(from: Day, to: Day?) throws(PeopleRefusal) {
    if let to, to < from { throw .endBeforeStart(from: from, to: to) }
}
