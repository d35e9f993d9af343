import Access
import CivilTime
import Ledger
import Markup
import Pages
import People

/// The family's list of who opened the record: role and organisation, never a name.
struct ReadersController: Sendable {
    let ledger: Ledger
    static let pageLength = 50

    func register(in table: inout RouteTable) {
        table.add(ChildRoutes.readers) { id, request in try await page(id, request) }
    }

    private struct Asked: Sendable {
        let found: FoundChild
        let ids: [String]
        let marks: [ReadersMark]
    }

    private func page(_ id: String, _ request: Request) async throws -> Reply {
        try await ledger.answer(
            id, for: .viewReaders, request, movedTo: { ChildRoutes.readers($0) },
            { found, snapshot in
                let ids = try ChildStanding.sameAs(found.id, snapshot.reader)
                return Asked(found: found, ids: ids, marks: try ReadersMark.all(of: ids, snapshot.reader))
            },
            { asked in
                let before = request.queryValue("before").flatMap { Int(pathText: $0) }
                let reads = try await shown(asked, before: before)
                let page = reads.prefix(Self.pageLength)
                let rows = try await rows(Array(page), own: request.visitor.account)
                let older = reads.count > Self.pageLength ? page.last?.sequence : nil
                return .page(ReadersView.page(asked.found, rows, older: older), request.context)
                    .showing(asked.found.opened)
            })
    }

    /// One page of what the family may see, and one more where there is more: what is kept from them leaves
    /// no gap.
    private func shown(_ asked: Asked, before: Int?) async throws -> [Reads.Recorded] {
        var (shown, last): ([Reads.Recorded], Int?) = ([], before)
        while shown.count <= Self.pageLength {
            let batch = try await ledger.reads.reads(
                of: asked.ids, openedOnly: true, leavingOutSafeguarding: true, before: last, limit: 200)
            shown += batch.filter { read in !asked.marks.contains { $0.hides(read) } }
            guard batch.count == 200, let oldest = batch.last else { break }
            last = oldest.sequence
        }
        return shown
    }

    private func rows(_ reads: [Reads.Recorded], own: String?) async throws -> [ReaderRow] {
        let accounts = Set(reads.map(\.read.account))
        return try await ledger.read { snapshot in
            let grants = try HeldRole.all(of: accounts, snapshot.reader)
            return reads.map { ReaderRow($0, grants, isOwn: $0.read.account == own) }
        }
    }
}

/// A mark that keeps one account's reads from the family, not released yet.
struct ReadersMark: Sendable, Hashable {
    let id: String
    let account: String
    let from: Day

    /// All marks on a child, by the ids under which it is recorded.
    static func all(of children: [String], _ reader: Reader) throws -> [ReadersMark] {
        try reader.all(
            """
            SELECT subject_id, account, from_day FROM access_safeguarding WHERE child IN \(list: children)
            ORDER BY from_day, subject_id
            """
        ) { ReadersMark(id: $0.text(0), account: $0.text(1), from: $0.day(2) ?? .earliest) }
    }

    func hides(_ read: Reads.Recorded) -> Bool {
        read.read.account == account && from <= Day.inLondon(microsecondsSince1970: read.recordedAt)
    }
}

/// A role that an account held over days, with the organisation it was held at.
struct HeldRole: Sendable {
    let account: String
    let role: String
    let organisation: String?
    let from: Day
    let to: Day?

    static func all(of accounts: Set<String>, _ reader: Reader) throws -> [HeldRole] {
        try reader.all(
            """
            SELECT held.subject_id, held.role, at.name, held.from_day, held.to_day FROM access_role AS held
            LEFT JOIN people_organisation AS at
                ON at.subject_kind = 'organisation' AND at.subject_id = held.organisation
            WHERE held.subject_kind = 'account' AND held.subject_id IN \(list: accounts.sorted())
            ORDER BY held.subject_id, held.from_day, held.row_key
            """
        ) { fields in
            HeldRole(
                account: fields.text(0), role: fields.text(1), organisation: fields.textOrNil(2),
                from: fields.day(3) ?? .earliest, to: fields.day(4))
        }
    }
}

/// A read as the family sees it.
struct ReaderRow: Sendable {
    let sequence: Int
    let when: String
    let role: String
    let organisation: String
    let basis: String

    init(_ recorded: Reads.Recorded, _ grants: [HeldRole], isOwn: Bool) {
        let (day, hour, minute) = Day.londonClock(microsecondsSince1970: recorded.recordedAt)
        let read = recorded.read
        sequence = recorded.sequence
        when = "\(day.short), \(Digits.two(hour)):\(Digits.two(minute))"
        let words = read.role.flatMap(Role.init(rawValue:))?.words.capitalizedFirst ?? "Somebody"
        role = isOwn ? "You" : words
        let at = grants.filter {
            $0.account == read.account && $0.role == read.role && $0.from <= day && day <= $0.to ?? day
        }.compactMap(\.organisation)
        let isFamily = read.role.flatMap(Role.init(rawValue:))?.isFamily ?? false
        organisation =
            isFamily ? "Family" : at.isEmpty ? "the area's SEND service" : at.joined(separator: " or ")
        basis = Basis(rawValue: read.basis)?.familyWords ?? "not recorded"
    }
}

extension Basis {
    /// Why somebody was allowed to look, in plain words for a family.
    var familyWords: String {
        switch self {
        case .own: "It is your own or your child's record"
        case .statutoryDuty: "The law gives them work to do for this child"
        case .consent: "Somebody with the right to agree has agreed"
        case .vitalInterests: "They said it was an emergency; this is being checked"
        }
    }
}
