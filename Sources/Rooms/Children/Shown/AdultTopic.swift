import Pages
import People

/// What one page records of an adult.
enum AdultTopic: String, Sendable, CaseIterable, PathValue {
    case name, address, telephone, mail, language
    case contactWays = "contact-ways"
    case profession, post

    /// Reads the name of a topic as it stands in an address.
    init?(pathText: String) { self.init(rawValue: pathText) }
    /// The name as it stands in an address.
    var pathText: String { rawValue }

    /// The title of the page that records it.
    var title: String {
        switch self {
        case .name: "Record a new name"
        case .address: "Record an address"
        case .telephone: "Record a telephone number"
        case .mail: "Record an email address"
        case .language: "Record a language"
        case .contactWays: "Record how they wish to be reached"
        case .profession: "Record a profession"
        case .post: "Record a job"
        }
    }

    /// What it is about, as it stands before its words.
    var subject: String {
        switch self {
        case .name: "Name"
        case .address: "Address"
        case .telephone: "Telephone"
        case .mail: "Email"
        case .language: "Language"
        case .contactWays: "Wishes to be reached by"
        case .profession: "Profession"
        case .post: "Job"
        }
    }

    /// How they are reached, in the order of the page.
    static let contacts: [AdultTopic] = [.telephone, .mail, .address, .contactWays, .language]
    /// What they do.
    static let work: [AdultTopic] = [.profession, .post]

    /// Whether it can come to an end of its own, instead of lasting until the next.
    var ends: Bool { ![.name, .contactWays, .profession].contains(self) }
    /// Whether it may begin on a day to come.
    var mayLieAhead: Bool { self == .address || self == .post }

    /// The kinds of entries on which its page depends.
    var entryKinds: Set<String> {
        ["person.\(self == .name ? "named" : rawValue)", "person.ended", "withdrawn"]
    }
}

extension PersonDetail {
    /// The topic it belongs to.
    var topic: AdultTopic {
        switch self {
        case .name: .name
        case .address: .address
        case .telephone: .telephone
        case .mail: .mail
        case .language: .language
        case .contactWays: .contactWays
        case .profession: .profession
        case .post: .post
        }
    }

    /// What it says, in plain words.
    func words(_ names: Names) -> String {
        switch self {
        case .name(let name): name.text
        case .address(let home): home.words
        case .telephone(let contact):
            contact.number.text + (contact.note.map { " (\($0.text))" } ?? "")
        case .mail(let address): address.text
        case .language(let use): use.language.text + (use.needsInterpreter ? ", interpreter needed" : "")
        case .contactWays(let ways): ways.ways.map(\.name).joined(separator: ", ")
        case .profession(let profession):
            profession.title.text + (profession.registration.map { ", \($0.text)" } ?? "")
        case .post(let post): "\(post.job.text), \(names.organisation(post.organisation))"
        }
    }
}

/// One thing that stands in the record of an adult.
typealias AdultStatement = Stating<PersonDetail>

extension Person {
    /// All that stands in the record, but death.
    var statements: [AdultStatement] {
        func list<Value>(_ all: [Dated<Value>], _ make: (Value) -> PersonDetail) -> [AdultStatement] {
            all.map { AdultStatement(entry: $0.entry, detail: make($0.value), from: $0.from, to: $0.to) }
        }
        return list(names, PersonDetail.name) + list(addresses, PersonDetail.address)
            + list(telephones, PersonDetail.telephone) + list(mailAddresses, PersonDetail.mail)
            + list(languages, PersonDetail.language) + list(contactWays, PersonDetail.contactWays)
            + list(professions, PersonDetail.profession) + list(posts, PersonDetail.post)
    }
}
