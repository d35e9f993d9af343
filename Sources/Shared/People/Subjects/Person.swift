public import CivilTime
public import Ledger

/// An adult: a parent or carer, a member of staff, a professional; the same person may be all of them.
public struct Person: Subject {
    /// The subject kind.
    public static let kind = "person"
    /// Names, how to reach them, what they do, then what ended.
    public static let entryKinds: [EntryKind<Person>] = [
        .stated(PersonName.self) { $0.named.append($1) },
        .stated(HomeAddress.self) { $0.housed.append($1) },
        .stated(TelephoneContact.self) { $0.telephoned.append($1) },
        .stated(MailAddress.self) { $0.mailed.append($1) },
        .stated(LanguageUse.self) { $0.spoken.append($1) },
        .stated(ContactWays.self) { $0.reached.append($1) },
        .stated(Profession.self) { $0.professed.append($1) },
        .stated(Post.self) { $0.posted.append($1) },
        EntryKind(Ended<Person>.self) { $0.endings.add($1) },
        EntryKind(Died<Person>.self) { person, died in person.deaths.append((died.id, died.data.on)) },
    ]
    /// People, their names ever, contacts and posts.
    public static let tables = [
        PeopleTables.person, PeopleTables.personName, PeopleTables.nameWord, PeopleTables.contact,
        PeopleTables.post,
    ]
    /// See ``Ledger/Subject/derivation``.
    public static let derivation = 1

    /// The subject id.
    public let id: String
    private var named: [Dated<PersonName>] = []
    private var housed: [Dated<HomeAddress>] = []
    private var telephoned: [Dated<TelephoneContact>] = []
    private var mailed: [Dated<MailAddress>] = []
    private var spoken: [Dated<LanguageUse>] = []
    private var reached: [Dated<ContactWays>] = []
    private var professed: [Dated<Profession>] = []
    private var posted: [Dated<Post>] = []
    private var endings = Endings()
    private var deaths: [(entry: String, day: Day)] = []
    private var noted: [Problem] = []

    /// A person before any entry.
    public init(id: String) { self.id = id }

    /// Takes note of a problem.
    public mutating func note(_ problem: Problem) { noted.append(problem) }

    /// Their names, the first first, each until the next.
    public var names: [Dated<PersonName>] { named.successive() }
    /// Their present name; nil before any was recorded.
    public var name: PersonName? { names.last?.value }
    /// What they were called on a day; the first name for a day before it.
    public func name(on day: Day) -> PersonName? { (names.last { $0.from <= day } ?? names.first)?.value }
    /// Where they lived.
    public var addresses: [Dated<HomeAddress>] { endings.applied(to: housed) }
    /// Their telephones.
    public var telephones: [Dated<TelephoneContact>] { endings.applied(to: telephoned) }
    /// Their mail addresses.
    public var mailAddresses: [Dated<MailAddress>] { endings.applied(to: mailed) }
    /// Their languages.
    public var languages: [Dated<LanguageUse>] { endings.applied(to: spoken) }
    /// How they wish to be reached, each statement until the next.
    public var contactWays: [Dated<ContactWays>] { endings.applied(to: reached).successive() }
    /// What they are by profession, each until the next.
    public var professions: [Dated<Profession>] { endings.applied(to: professed).successive() }
    /// Their posts.
    public var posts: [Dated<Post>] { endings.applied(to: posted) }
    /// The day they died; nil while they live.
    public var died: Day? { deaths.last?.day }

    /// What cannot be true together.
    public var problems: [Problem] {
        var check = DatedCheck(born: nil, died: died)
        check.look(at: addresses, "address")
        check.look(at: telephones, "telephone number")
        check.look(at: mailAddresses, "mail address")
        check.look(at: languages, "language")
        check.look(at: posts, "post")
        check.note(named.map(\.entry) + reached.map(\.entry) + professed.map(\.entry))
        if Set(deaths.map(\.day)).count > 1 {
            check.problems.append(
                Problem(
                    "Two days of death are recorded; the later entry is used.", entries: deaths.map(\.entry)))
        }
        return noted + check.problems + endings.problems(known: check.entries)
    }
}

extension Person {
    /// One row of the person, one of each name, contact and post.
    public func rows(_ reference: inout ReferenceReader) -> [Row] {
        guard let name else { return [] }
        let row = Row(
            PeopleTables.person, [name.text, name.key.text, professions.last?.value.title.text, died])
        let names = names.map {
            Row(PeopleTables.personName, key: $0.entry, [$0.value.text, $0.value.key.text])
        }
        let contacts =
            mailAddresses.map { ($0.entry, "mail", $0.value.text, $0.from, $0.to) }
            + telephones.map { ($0.entry, "telephone", $0.value.number.digits, $0.from, $0.to) }
        let posts = posts.map {
            Row(
                PeopleTables.post, key: $0.entry,
                [$0.value.organisation, $0.value.job.text, $0.from, $0.to])
        }
        return [row] + names + NameSearch.rows(self.names.map(\.value.text))
            + contacts.map { Row(PeopleTables.contact, key: $0.0, [$0.1, $0.2, $0.3, $0.4]) } + posts
    }

    /// Each post as a standing.
    public func facts(_ reference: inout ReferenceReader) -> [Fact] {
        posts.compactMap { post in
            guard post.span != nil else { return nil }
            return Fact(
                standing: "people.post", key: post.entry, from: post.from, to: post.to,
                references: ["organisation": post.value.organisation])
        }
    }
}
