public import CivilTime
public import Ledger

/// What can be recorded of an adult over days.
public enum PersonDetail: Sendable, Hashable {
    /// A name from a day on.
    case name(PersonName)
    /// An address.
    case address(HomeAddress)
    /// A telephone.
    case telephone(TelephoneContact)
    /// A mail address.
    case mail(MailAddress)
    /// A language.
    case language(LanguageUse)
    /// The ways to reach them.
    case contactWays(ContactWays)
    /// A profession.
    case profession(Profession)
    /// A post at an organisation.
    case post(Post)

    fileprivate func open<Result>(_ body: (any Statement) throws -> Result) rethrows -> Result {
        switch self {
        case .name(let value): try body(value)
        case .address(let value): try body(value)
        case .telephone(let value): try body(value)
        case .mail(let value): try body(value)
        case .language(let value): try body(value)
        case .contactWays(let value): try body(value)
        case .profession(let value): try body(value)
        case .post(let value): try body(value)
        }
    }

    /// Whether it may begin on a day to come.
    fileprivate var mayBegin: Bool {
        switch self {
        case .post, .address: true
        default: false
        }
    }
}

/// Opens the record of an adult.
public struct RecordPerson: Sendable, Hashable {
    /// The name.
    public var name: PersonName
    /// What else is known from today on.
    public var details: [PersonDetail]

    /// States what is known.
    public init(_ name: PersonName, _ details: [PersonDetail] = []) {
        self.name = name
        self.details = details
    }

    /// Records the person and gives the new id.
    ///
    /// - Throws: ``PeopleRefusal``.
    public func decide(_ deciding: inout Deciding) throws -> String {
        let id = deciding.newID()
        for detail in [.name(name)] + details {
            if case .post(let post) = detail { try deciding.organisation(post.organisation) }
            try deciding.state(
                detail, of: id, from: deciding.today, to: nil, reason: nil, correcting: nil)
        }
        return id
    }
}

/// Records something of an adult from a day on, and until one where that is known.
public struct RecordOnPerson: Sendable, Hashable {
    /// The person.
    public var person: String
    /// What is recorded.
    public var detail: PersonDetail
    /// The first day; for posts and addresses it may lie ahead.
    public var from: Day
    /// The last day, where it is known.
    public var to: Day?
    /// Why, where that is worth saying.
    public var reason: ShortText?

    /// States what holds from a day on.
    public init(
        _ detail: PersonDetail, of person: String, from: Day, to: Day? = nil, reason: ShortText? = nil
    ) {
        self.person = person
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
        let person = try deciding.person(person)
        try refuseBackwards(from: from, to: to)
        if let died = person.died, from > died { throw PeopleRefusal.afterDeath(died) }
        if !detail.mayBegin { try deciding.refuseFuture(from) }
        if case .post(let post) = detail { try deciding.organisation(post.organisation) }
        return try deciding.state(
            detail, of: person.id, from: from, to: to, reason: reason, correcting: correcting)
    }
}

/// Ends something recorded of an adult: a post, an address, a telephone and so on.
public struct EndOnPerson: Sendable, Hashable {
    /// The person.
    public var person: String
    /// The entry that recorded what ends.
    public var entry: String
    /// The last day; it may lie ahead.
    public var to: Day
    /// Why, where that is worth saying.
    public var reason: ShortText?

    /// Names what ends and its last day.
    public init(_ entry: String, of person: String, to: Day, reason: ShortText? = nil) {
        self.person = person
        self.entry = entry
        self.to = to
        self.reason = reason
    }

    /// Records the end and gives the entry's id.
    ///
    /// - Throws: ``PeopleRefusal``.
    @discardableResult
    public func decide(_ deciding: inout Deciding) throws -> String {
        guard let from = try deciding.person(person).beginning(of: entry) else {
            throw PeopleRefusal.unknownEntry
        }
        try refuseBackwards(from: from, to: to)
        return try deciding.enter(
            Ended<Person>(entry: entry, to: to), on: Person.self, person, day: to, reason: reason,
            correcting: nil)
    }
}

/// Records that an adult died.
public struct RecordPersonDeath: Sendable, Hashable {
    /// The person.
    public var person: String
    /// The day.
    public var day: Day

    /// Names the day.
    public init(of person: String, on day: Day) {
        self.person = person
        self.day = day
    }

    /// Records it and gives the entry's id.
    ///
    /// - Throws: ``PeopleRefusal``.
    @discardableResult
    public func decide(_ deciding: inout Deciding) throws -> String {
        _ = try deciding.person(person)
        try deciding.refuseFuture(day)
        return try deciding.record(Died<Person>(on: day), on: Person.self, person, day: day)
    }
}

extension Deciding {
    @discardableResult
    fileprivate mutating func state(
        _ detail: PersonDetail, of person: String, from: Day, to: Day?, reason: ShortText?,
        correcting: Correction?
    ) throws -> String {
        try detail.open { value in
            try state(value, of: person, from: from, to: to, reason: reason, correcting: correcting)
        }
    }

    private mutating func state<Value: Statement>(
        _ value: Value, of person: String, from: Day, to: Day?, reason: ShortText?, correcting: Correction?
    ) throws -> String {
        try enter(
            Stated<Person, Value>(value: value, from: from, to: to), on: Person.self, person, day: from,
            reason: reason, correcting: correcting)
    }
}

extension Person {
    /// The first day of what an entry recorded, where it is of a kind that ends.
    func beginning(of entry: String) -> Day? {
        func day<Value>(_ list: [Dated<Value>]) -> Day? { list.first { $0.entry == entry }?.from }
        let reached = [day(addresses), day(telephones), day(mailAddresses), day(contactWays)]
        let known = [day(languages), day(professions), day(posts)]
        return (reached + known).compactMap(\.self).first
    }
}
