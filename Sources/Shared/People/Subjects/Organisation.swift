public import CivilTime
public import Ledger

/// An organisation was recorded.
struct OrganisationRecorded: Payload {
    static let kind = "organisation.recorded"
    var kind: OrganisationKind
    var name: ShortText
    /// The day it opened; nil where unknown.
    var opened: Day?
}

/// It took another name from a day on.
struct OrganisationRenamed: Payload {
    static let kind = "organisation.renamed"
    var name: ShortText
    var from: Day
}

/// A code of it was recorded.
struct OrganisationCoded: Payload {
    static let kind = "organisation.coded"
    var code: OrganisationCode
}

/// It became part of another, or of none.
struct OrganisationJoined: Payload {
    static let kind = "organisation.part-of"
    var organisation: String?
    var from: Day
}

/// It closed; its last day and who took over.
struct OrganisationClosed: Payload {
    static let kind = "organisation.closed"
    var to: Day
    var successor: String?
}

/// An organisation of the area over time: an authority, its teams, an NHS body, a setting, a forum, a provider.
public struct Organisation: Subject {
    /// What it is part of, from a day on; nil for nothing.
    public typealias Membership = Dated<String?>

    /// The subject kind.
    public static let kind = "organisation"
    /// Recording, then names, codes, what it is part of, and closing.
    public static let entryKinds: [EntryKind<Organisation>] = [
        EntryKind(OrganisationRecorded.self) { organisation, recorded in
            organisation.kind = recorded.data.kind
            organisation.openings.append(recorded.data.opened)
            organisation.recordedFrom = recorded.data.opened ?? recorded.day
            organisation.named.insert(
                Dated(
                    entry: recorded.id, recorded.data.name, from: recorded.data.opened ?? recorded.day,
                    to: nil), at: 0)
        },
        EntryKind(OrganisationRenamed.self) { organisation, renamed in
            organisation.named.append(
                Dated(entry: renamed.id, renamed.data.name, from: renamed.data.from, to: nil))
        },
        EntryKind(OrganisationCoded.self) { organisation, coded in
            organisation.codings.append((coded.id, coded.data.code))
        },
        EntryKind(OrganisationJoined.self) { organisation, joined in
            organisation.joined.append(
                Dated(entry: joined.id, joined.data.organisation, from: joined.data.from, to: nil))
        },
        EntryKind(OrganisationClosed.self) { organisation, closed in
            organisation.closings.append((closed.id, closed.data.to, closed.data.successor))
        },
    ]
    /// The list of organisations, their names ever and their codes.
    public static let tables = [
        PeopleTables.organisation, PeopleTables.organisationName, PeopleTables.nameWord,
        PeopleTables.organisationCode,
    ]
    /// See ``Ledger/Subject/derivation``.
    public static let derivation = 1

    /// The subject id.
    public let id: String
    /// What it is; nil before it was recorded.
    public private(set) var kind: OrganisationKind?
    /// Its codes, each with the entry that records it.
    public private(set) var codings: [(entry: String, code: OrganisationCode)] = []
    private var openings: [Day?] = []
    private var recordedFrom = Day.latest
    private var named: [Dated<ShortText>] = []
    private var joined: [Membership] = []
    private var closings: [(entry: String, to: Day, successor: String?)] = []
    private var noted: [Problem] = []

    /// An organisation before any entry.
    public init(id: String) { self.id = id }

    /// Takes note of a problem.
    public mutating func note(_ problem: Problem) { noted.append(problem) }

    /// Its names, the first first, each until the next.
    public var names: [Dated<ShortText>] { named.successive() }
    /// Its present name; nil before it was recorded.
    public var name: ShortText? { names.last?.value }
    /// What it was called on a day; the first name for a day before it.
    public func name(on day: Day) -> ShortText? { (names.last { $0.from <= day } ?? names.first)?.value }
    /// Its codes.
    public var codes: [OrganisationCode] { codings.map(\.code) }
    /// The day it opened; nil where unknown.
    public var opened: Day? { openings.last ?? nil }
    /// Its last day; nil while it is open.
    public var closed: Day? { closings.last?.to }
    /// Who took over; nil where nobody did.
    public var successor: String? { closings.last?.successor }
    /// What it was part of, over time.
    public var memberships: [Membership] { joined.successive() }
    /// What it is part of by the last entry; nil for nothing.
    public var partOf: String? { memberships.last?.value }

    /// Whether it is open on a day, as far as its days are known.
    public func isOpen(on day: Day) -> Bool {
        kind != nil && (opened.map { $0 <= day } ?? true) && (closed.map { day <= $0 } ?? true)
    }

    /// What cannot be true together.
    public var problems: [Problem] {
        var problems = noted
        if openings.count > 1 {
            problems.append(Problem("The organisation was recorded twice; the later is used.", entries: []))
        }
        if let opened, let closed, closed < opened {
            problems.append(
                Problem("It closed before it opened.", entries: closings.suffix(1).map(\.entry)))
        }
        if Set(closings.map(\.to)).count > 1 {
            problems.append(
                Problem(
                    "Two closing days are recorded; the later entry is used.", entries: closings.map(\.entry))
            )
        }
        for (register, same) in Dictionary(grouping: codings, by: \.code.register).sorted(by: {
            $0.key < $1.key
        })
        where Set(same.map(\.code)).count > 1 {
            problems.append(
                Problem("It has two codes of one kind (\(register)).", entries: same.map(\.entry)))
        }
        return problems
    }
}

extension Organisation {
    /// One row of the organisation, one of each name and code.
    public func rows(_ reference: inout ReferenceReader) -> [Row] {
        guard let kind, let name else { return [] }
        let row = Row(
            PeopleTables.organisation,
            [
                kind.rawValue, name.text, SearchKey(of: name.text).text, partOf, opened, closed, successor,
            ])
        let names = names.map {
            Row(
                PeopleTables.organisationName, key: $0.entry,
                [$0.value.text, SearchKey(of: $0.value.text).text])
        }
        let codes = codings.map {
            Row(PeopleTables.organisationCode, key: $0.entry, [$0.code.register, $0.code.text])
        }
        return [row] + names + codes + NameSearch.rows(self.names.map(\.value.text))
    }

    /// The organisation as a standing from its opening, or the day it was recorded, to its closing.
    public func facts(_ reference: inout ReferenceReader) -> [Fact] {
        guard let kind, closed.map({ $0 >= recordedFrom }) ?? true else { return [] }
        var references = ["kind": kind.rawValue]
        references["part of"] = partOf
        references["successor"] = successor
        return [
            Fact(
                standing: "people.organisation", key: "organisation", from: recordedFrom, to: closed,
                references: references)
        ]
    }
}
