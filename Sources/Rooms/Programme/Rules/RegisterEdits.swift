public import CivilTime
public import Ledger

/// Puts something in a register.
public struct RecordRegisterItem: Sendable {
    /// Its kind.
    public var kind: RegisterKind
    /// What is stated of it.
    public var details: RegisterDetails

    /// States what is known.
    public init(_ kind: RegisterKind, _ details: RegisterDetails) {
        self.kind = kind
        self.details = details
    }

    /// Records it and gives the new id.
    ///
    /// - Throws: ``RegisterRefusal``.
    public func decide(_ deciding: inout Deciding) throws -> String {
        try deciding.check(details)
        let id = deciding.newID()
        try deciding.record(
            RegisterStated(register: kind.id, details: details), on: RegisterItem.self, id,
            day: deciding.today)
        return id
    }
}

/// Records something on what a register holds.
public struct RecordOnRegisterItem: Sendable {
    /// What is recorded.
    public enum Change: Sendable {
        /// What is stated of it.
        case details(RegisterDetails)
        /// A version of its paper, with its day and what changed.
        case version(VersionNumber, Day, GivenPaper, changed: String, isPublic: Bool)
        /// That people shaped it together on a day.
        case coproduction(Day, [Participants], said: String, changed: String)
        /// An action within it.
        case action(String, owner: String, due: Day?)
        /// How an action goes, by the entry that agreed it.
        case actionState(String, ActionState, Day, words: String)
        /// A status that it came to on a day.
        case status(RegisterStatus, Day, words: String)
        /// Whether everybody may read it.
        case publicity(Bool)
    }

    /// The subject id.
    public var item: String
    /// What is recorded.
    public var change: Change

    /// States a change.
    public init(_ change: Change, on item: String) {
        self.item = item
        self.change = change
    }

    /// Records it and gives the entry's id.
    ///
    /// - Throws: ``RegisterRefusal``.
    @discardableResult
    public func decide(_ deciding: inout Deciding) throws -> String {
        guard let held = try deciding.state(of: RegisterItem.self, item)?.state, held.details != nil else {
            throw RegisterRefusal.unknown
        }
        switch change {
        case .details(let details):
            try deciding.check(details)
            return try record(
                RegisterStated(register: held.kindID, details: details), deciding.today, &deciding)
        case .version(let number, let day, let given, let changed, let isPublic):
            return try version(number, day, given, changed, isPublic, held, &deciding)
        case .coproduction(let day, let who, let said, let changed):
            let counted = who.filter { $0.number > 0 }
            guard !counted.isEmpty else { throw RegisterRefusal.nobody }
            return try record(
                RegisterCoproduced(who: counted, said: said, changed: changed), day, &deciding)
        case .action(let text, let owner, let due):
            return try record(
                RegisterActionAgreed(text: text, owner: owner, due: due), deciding.today, &deciding)
        case .actionState(let action, let state, let day, let words):
            guard held.actions.contains(where: { $0.entry == action }) else { throw RegisterRefusal.unknown }
            return try record(
                RegisterActionReported(action: action, state: state, words: words), day, &deciding)
        case .status(let status, let day, let words):
            if held.statuses.last?.status == status { throw RegisterRefusal.noChange }
            return try record(RegisterStatusReached(status: status, words: words), day, &deciding)
        case .publicity(let isPublic):
            return try record(RegisterOpened(isPublic: isPublic), deciding.today, &deciding)
        }
    }

    /// Where number and day of two versions say opposite things, one of them is wrong; an earlier version that
    /// is only recorded late fits, and takes its place before the others.
    private func version(
        _ number: VersionNumber, _ day: Day, _ given: GivenPaper, _ changed: String, _ isPublic: Bool,
        _ held: RegisterItem, _ deciding: inout Deciding
    ) throws -> String {
        for version in held.versions {
            if version.number == number { throw RegisterRefusal.sameVersion(number, version.day) }
            let isLower = number < version.number
            if isLower && day > version.day || !isLower && day < version.day {
                throw RegisterRefusal.versionOutOfOrder(
                    number, day, held: version.number, heldDay: version.day)
            }
        }
        try deciding.refuseToCome(day)
        let title = "\(held.details?.title ?? ""), version \(number.text)"
        let paper = try given.place(title: title, &deciding)
        return try record(
            RegisterVersioned(number: number, paper: paper, changed: changed, isPublic: isPublic), day,
            &deciding)
    }

    private func record(
        _ payload: some Payload, _ day: Day, _ deciding: inout Deciding
    ) throws -> String {
        try deciding.refuseToCome(day)
        return try deciding.record(payload, on: RegisterItem.self, item, day: day)
    }
}

extension Deciding {
    fileprivate mutating func check(_ details: RegisterDetails) throws {
        if let from = details.began, let to = details.ends, to < from {
            throw RegisterRefusal.endBeforeBeginning(from: from, to: to)
        }
        try refuseUnknown(details.serving)
    }
}
