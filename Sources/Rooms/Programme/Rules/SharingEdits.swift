public import CivilTime
public import Ledger

/// Begins a set of evidence.
public struct RecordSharingSet: Sendable {
    /// What it is.
    public var details: SharingDetails

    /// States a set.
    public init(_ details: SharingDetails) { self.details = details }

    /// Records it and gives the new id.
    ///
    /// - Throws: ``RegisterRefusal``.
    public func decide(_ deciding: inout Deciding) throws -> String {
        try deciding.refuseUnknown(details.serving)
        let id = deciding.newID()
        try deciding.record(SharingStated(details: details), on: SharingSet.self, id, day: deciding.today)
        return id
    }
}

/// Records something on a set of evidence.
public struct RecordOnSharingSet: Sendable {
    /// What is recorded.
    public enum Change: Sendable {
        /// What it is.
        case details(SharingDetails)
        /// A paper is put into it.
        case add(String, shows: String, GivenPaper)
        /// A paper, by the entry that put it in, is taken out.
        case remove(String, why: String)
        /// An account made sure of these things.
        case checked([SharingCheck], by: String)
        /// It was shared on a day; by whom in words, and the account that says so.
        case shared(Day, by: String, account: String, how: String)
    }

    /// The subject id.
    public var set: String
    /// What is recorded.
    public var change: Change

    /// States a change.
    public init(_ change: Change, on set: String) {
        self.set = set
        self.change = change
    }

    /// Records it and gives the entry's id.
    ///
    /// - Throws: ``RegisterRefusal``.
    @discardableResult
    public func decide(_ deciding: inout Deciding) throws -> String {
        guard let held = try deciding.state(of: SharingSet.self, set)?.state, held.details != nil else {
            throw RegisterRefusal.unknown
        }
        switch change {
        case .details(let details):
            try deciding.refuseUnknown(details.serving)
            return try record(SharingStated(details: details), deciding.today, &deciding)
        case .add(let title, let shows, let given):
            let paper = try given.place(title: title, &deciding)
            return try record(
                SharingAdded(title: title, shows: shows, paper: paper), deciding.today, &deciding)
        case .remove(let paper, let why):
            guard held.papers.contains(where: { $0.entry == paper }) else { throw RegisterRefusal.unknown }
            return try record(SharingRemoved(paper: paper, why: why), deciding.today, &deciding)
        case .checked(let checks, let account):
            if checks.isEmpty { throw RegisterRefusal.nothingChecked }
            return try record(SharingChecked(checks: checks, by: account), deciding.today, &deciding)
        case .shared(let day, let by, let account, let how):
            return try record(SharingDone(by: by, account: account, how: how), day, &deciding)
        }
    }

    private func record(
        _ payload: some Payload, _ day: Day, _ deciding: inout Deciding
    ) throws -> String {
        try deciding.refuseToCome(day)
        return try deciding.record(payload, on: SharingSet.self, set, day: day)
    }
}
