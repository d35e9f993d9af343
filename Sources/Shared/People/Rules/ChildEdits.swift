public import CivilTime
public import Ledger

/// Opens the record of a child.
public struct RecordChild: Sendable, Hashable {
    /// The name.
    public var name: ChildName
    /// The birth date; nil where it is not known yet.
    public var birthDate: Day?
    /// Numbers given by others.
    public var identifiers: [Identification]
    /// Sex, where known.
    public var sex: Sex?
    /// What else is known, each from a day on.
    public var more: [Known]

    /// Something known of the child from a day on, and until one where that is known.
    public struct Known: Sendable, Hashable {
        let detail: ChildDetail
        let from: Day
        let to: Day?

        /// States what holds from a day on.
        public init(_ detail: ChildDetail, from: Day, to: Day? = nil) {
            self.detail = detail
            self.from = from
            self.to = to
        }
    }

    /// States what is known.
    public init(
        _ name: ChildName, birthDate: Day?, identifiers: [Identification] = [], sex: Sex? = nil,
        more: [Known] = []
    ) {
        self.name = name
        self.birthDate = birthDate
        self.identifiers = identifiers
        self.sex = sex
        self.more = more
    }

    /// Records the child and gives the new id; whether there is a record already is for matching to say first.
    ///
    /// - Throws: ``PeopleRefusal``.
    public func decide(_ deciding: inout Deciding) throws -> String {
        if let birthDate { try deciding.refuseFuture(birthDate) }
        let id = deciding.newID()
        let first = birthDate ?? deciding.today
        try deciding.record(ChildBorn(on: birthDate), on: Child.self, id, day: first)
        let details =
            [ChildDetail.name(name)] + identifiers.map { .identifier($0) }
            + [sex.map { .sex($0) }].compactMap(\.self)
        for detail in details {
            try deciding.state(detail, of: id, from: first, to: nil, reason: nil, correcting: nil)
        }
        for known in more {
            try known.detail.check(from: known.from, to: known.to, born: birthDate, died: nil, &deciding)
            try deciding.state(
                known.detail, of: id, from: known.from, to: known.to, reason: nil, correcting: nil)
        }
        return id
    }
}

/// Records something of a child from a day on, and until one where that is known.
public struct RecordOnChild: Sendable, Hashable {
    /// The child.
    public var child: String
    /// What is recorded.
    public var detail: ChildDetail
    /// The first day; for addresses, placements and what courts or authorities order it may lie ahead.
    public var from: Day
    /// The last day, where it is known.
    public var to: Day?
    /// Why, where that is worth saying.
    public var reason: ShortText?

    /// States what holds from a day on.
    public init(
        _ detail: ChildDetail, of child: String, from: Day, to: Day? = nil, reason: ShortText? = nil
    ) {
        self.child = child
        self.detail = detail
        self.from = from
        self.to = to
        self.reason = reason
    }

    /// Records it, or puts it in the place of an entry of the same kind, and gives the entry's id.
    ///
    /// - Throws: ``PeopleRefusal``.
    @discardableResult
    public func decide(_ deciding: inout Deciding, correcting: Correction? = nil) throws -> String {
        try decide(&deciding, correcting: correcting, new: nil)
    }

    /// The same, where `new` is the id of an adult that this decision itself records.
    @discardableResult
    func decide(_ deciding: inout Deciding, correcting: Correction?, new: String?) throws -> String {
        let child = try deciding.child(child)
        try detail.check(
            from: from, to: to, born: child.birthDate, died: child.died, new: new, &deciding)
        return try deciding.state(
            detail, of: child.id, from: from, to: to, reason: reason, correcting: correcting)
    }
}

extension Deciding {
    @discardableResult
    fileprivate mutating func state(
        _ detail: ChildDetail, of child: String, from: Day, to: Day?, reason: ShortText?,
        correcting: Correction?
    ) throws -> String {
        try detail.open { value in
            try state(value, of: child, from: from, to: to, reason: reason, correcting: correcting)
        }
    }

    private mutating func state<Value: Statement>(
        _ value: Value, of child: String, from: Day, to: Day?, reason: ShortText?, correcting: Correction?
    ) throws -> String {
        try enter(
            Stated<Child, Value>(value: value, from: from, to: to), on: Child.self, child, day: from,
            reason: reason, correcting: correcting)
    }
}

/// States when a child was born, or that it is not known.
public struct StateBirthDate: Sendable, Hashable {
    /// The child.
    public var child: String
    /// The day of birth; nil where it turns out to be unknown.
    public var birthDate: Day?
    /// Why; needed where another day is recorded.
    public var reason: ShortText?

    /// States a birth date.
    public init(_ birthDate: Day?, of child: String, reason: ShortText? = nil) {
        self.child = child
        self.birthDate = birthDate
        self.reason = reason
    }

    /// Records it and gives the entry's id. What was recorded before birth then becomes a named problem.
    ///
    /// - Throws: ``PeopleRefusal``.
    @discardableResult
    public func decide(_ deciding: inout Deciding) throws -> String {
        let held = try deciding.child(child).birthDate
        if let birthDate { try deciding.refuseFuture(birthDate) }
        if let held, held != birthDate, reason == nil { throw PeopleRefusal.secondBirthDate }
        // Effective today, when it was found out: entries by day put the last word last.
        return try deciding.record(
            ChildBorn(on: birthDate), on: Child.self, child, day: deciding.today, reason: reason?.text)
    }
}

/// Ends something recorded of a child: a placement, an address, a relationship, a status and so on.
public struct EndOnChild: Sendable, Hashable {
    /// The child.
    public var child: String
    /// The entry that recorded what ends.
    public var entry: String
    /// The last day; it may lie ahead.
    public var to: Day
    /// Why, where that is worth saying.
    public var reason: ShortText?

    /// Names what ends and its last day.
    public init(_ entry: String, of child: String, to: Day, reason: ShortText? = nil) {
        self.child = child
        self.entry = entry
        self.to = to
        self.reason = reason
    }

    /// Records the end and gives the entry's id.
    ///
    /// - Throws: ``PeopleRefusal``.
    @discardableResult
    public func decide(_ deciding: inout Deciding) throws -> String {
        guard let from = try deciding.child(child).beginning(of: entry) else {
            throw PeopleRefusal.unknownEntry
        }
        try refuseBackwards(from: from, to: to)
        return try deciding.enter(
            Ended<Child>(entry: entry, to: to), on: Child.self, child, day: to, reason: reason,
            correcting: nil)
    }
}

/// Records that a child or young person died.
public struct RecordDeath: Sendable, Hashable {
    /// The child.
    public var child: String
    /// The day.
    public var day: Day

    /// Names the day.
    public init(of child: String, on day: Day) {
        self.child = child
        self.day = day
    }

    /// Records it and gives the entry's id.
    ///
    /// - Throws: ``PeopleRefusal``.
    @discardableResult
    public func decide(_ deciding: inout Deciding) throws -> String {
        let child = try deciding.child(child)
        try deciding.refuseFuture(day)
        if let birthDate = child.birthDate, day < birthDate { throw PeopleRefusal.beforeBirth(birthDate) }
        return try deciding.record(Died<Child>(on: day), on: Child.self, child.id, day: day)
    }
}

extension Child {
    /// The first day of what an entry recorded, where it is of a kind that ends.
    func beginning(of entry: String) -> Day? {
        func day<Value>(_ list: [Dated<Value>]) -> Day? { list.first { $0.entry == entry }?.from }
        let circumstances = [day(identifiers), day(languages), day(addresses), day(placements), day(needs)]
        let family = [day(socialCare), day(relationships), day(corporateParents), day(teams), day(homes)]
        let rights = [day(responsibilities), day(restrictions), day(judgements), day(sharing)]
        return (circumstances + family + rights).compactMap(\.self).first
    }
}
