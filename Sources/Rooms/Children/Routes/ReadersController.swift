import Access
import CivilTime
import Ledger
import Markup
import Pages
import People

/// The family's list of who opened the record: role and organisation, never a name.
struct ReadersController: Sendable {
    let ledger: Ledger
    /// How many lines make a page; the last day on it is shown whole.
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
                let (reads, older) = try await shown(asked, before: before)
                let rows = try await rows(reads, own: request.visitor.account)
                return .page(ReadersView.page(asked.found, rows, older: older), request.context)
                    .showing(asked.found.opened)
            })
    }

    /// What the family may see, whole days until a page is full, and where the next page begins, if there is more:
    /// what is kept from them leaves no gap.
    private func shown(
        _ asked: Asked, before: Int?
    ) async throws -> (reads: [Reads.Recorded], older: Int?) {
        var (days, last) = (ReadDays(), before)
        while true {
            let batch = try await ledger.reads.reads(
                of: asked.ids, openedOnly: true, leavingOutSafeguarding: true, before: last, limit: 200)
            for read in batch where !asked.marks.contains(where: { $0.hides(read) }) {
                if days.isFull(before: read) { return (days.reads, days.reads.last?.sequence) }
                days.add(read)
            }
            guard batch.count == 200, let oldest = batch.last else { return (days.reads, nil) }
            last = oldest.sequence
        }
    }

    private func rows(_ reads: [Reads.Recorded], own: String?) async throws -> [ReaderRow] {
        let accounts = Set(reads.map(\.read.account))
        return try await ledger.read { snapshot in
            let grants = try HeldRole.all(of: accounts, snapshot.reader)
            return ReaderRow.all(reads, grants, own: own)
        }
    }
}

/// The reads of whole days, the latest first, until they make a page.
private struct ReadDays {
    private(set) var reads: [Reads.Recorded] = []
    private var lines: Set<ReaderRow.Key> = []

    /// Whether the page ends before this read, the first of an earlier day.
    func isFull(before read: Reads.Recorded) -> Bool {
        guard lines.count >= ReadersController.pageLength, let last = reads.last else { return false }
        return ReaderRow.Key(last).day != ReaderRow.Key(read).day
    }

    mutating func add(_ read: Reads.Recorded) {
        reads.append(read)
        lines.insert(ReaderRow.Key(read))
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

/// What one person read on one day in one role, as the family sees it.
struct ReaderRow: Sendable {
    /// What makes reads one line: the same account, day, role and basis.
    struct Key: Hashable {
        let day: Day
        let account: String
        let role: String?
        let basis: String

        init(_ recorded: Reads.Recorded) {
            day = Day.inLondon(microsecondsSince1970: recorded.recordedAt)
            account = recorded.read.account
            role = recorded.read.role
            basis = recorded.read.basis
        }
    }

    let day: Day
    let role: String
    let organisation: String
    /// How often, and at what times.
    let often: String
    let basis: String

    /// A line for each key, in the order of its latest read.
    static func all(_ reads: [Reads.Recorded], _ grants: [HeldRole], own: String?) -> [ReaderRow] {
        var order: [Key] = []
        var byKey: [Key: [Reads.Recorded]] = [:]
        for read in reads {
            let key = Key(read)
            if byKey[key] == nil { order.append(key) }
            byKey[key, default: []].append(read)
        }
        return order.map { ReaderRow($0, byKey[$0] ?? [], grants, isOwn: $0.account == own) }
    }

    private init(_ key: Key, _ reads: [Reads.Recorded], _ grants: [HeldRole], isOwn: Bool) {
        let held = key.role.flatMap(Role.init(rawValue:))
        day = key.day
        role = isOwn ? "You" : held?.words.capitalizedFirst ?? "Somebody"
        let at = grants.filter {
            $0.account == key.account && $0.role == key.role && $0.from <= key.day
                && key.day <= $0.to ?? key.day
        }.compactMap(\.organisation)
        organisation =
            held?.isFamily ?? false
            ? "Family" : at.isEmpty ? "the area's SEND service" : at.joined(separator: " or ")
        often = Self.often(reads.map(\.recordedAt))
        basis = Basis(rawValue: key.basis)?.familyWords ?? "not recorded"
    }

    private static func often(_ moments: [Int64]) -> String {
        let clocks = moments.sorted().map { moment -> String in
            let (_, hour, minute) = Day.londonClock(microsecondsSince1970: moment)
            return "\(Digits.two(hour)):\(Digits.two(minute))"
        }
        guard let first = clocks.first, let last = clocks.last else { return "" }
        if moments.count == 1 { return "Once, at \(first)" }
        let times = moments.count == 2 ? "Twice" : "\(moments.count) times"
        return first == last ? "\(times), at \(first)" : "\(times), from \(first) to \(last)"
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
