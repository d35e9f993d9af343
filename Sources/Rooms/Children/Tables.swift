import Access
import CivilTime
import Ledger
import People

/// A child as lists show it.
struct ChildRow: Sendable, Hashable {
    let id: String
    /// "Surname, Forenames".
    let name: String
    let birthDate: Day?
    /// The main setting on the day of asking; nil where there is none.
    let setting: String?
}

/// A search among the children that somebody may see.
struct ChildSearch: Sendable {
    /// What was typed, trimmed; at most ``longest`` code points, because no name or number has more.
    let words: String
    private let asking: Asking
    private static let longest = 200

    init(_ words: String, _ asking: Asking) {
        self.words = String(words.unicodeScalars.prefix(Self.longest)).trimmed
        self.asking = asking
    }

    private var isEmpty: Bool { words.isEmpty }

    /// The children in scope that fit; every one where nothing is searched for.
    private var condition: SQL {
        let scope = scope(asking.visitor, .viewChild, at: asking.moment)
        return "child.subject_kind = 'child' AND child.subject_id IN (\(scope)) AND (\(fitting))"
    }

    private var fitting: SQL {
        guard !isEmpty else { return "1 = 1" }
        if let day = Self.day(words) { return "child.birth_day = \(day)" }
        let parts = [numbers, postcode, names].compactMap { $0 }
        guard let first = parts.first else { return "1 = 0" }
        return parts.dropFirst().reduce(first) { "\($0) OR \($1)" }
    }

    /// A date as forms and people write it: 2014-05-10, 10/5/2014, 10.5.2014.
    private static func day(_ text: String) -> Day? {
        if let day = Day(iso: text) { return day }
        let parts = text.split(whereSeparator: { "/.- ".contains($0) }).map { Int($0) }
        guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2], year > 999
        else { return nil }
        return Day(year: year, month: month, day: day)
    }

    /// Numbers, of records merged into this one too.
    private var numbers: SQL? {
        NumberSearch.ids(ofChildrenWith: words).map { "child.subject_id IN (\($0))" }
    }

    /// A postcode at an address that is not kept from the asker.
    private var postcode: SQL? {
        guard let code = Postcode(words) else { return nil }
        let withheld = scope(asking.visitor, .viewWithheldAddress, at: asking.moment)
        return """
            child.subject_id IN (SELECT subject_id FROM people_address WHERE postcode = \(code.text)
            AND (withheld = 0 OR subject_id IN (\(withheld))))
            """
    }

    /// Names ever held, on this record or on one merged into it.
    private var names: SQL? {
        NameSearch.ids(of: Child.kind, matching: words).map { "child.subject_id IN \($0)" }
    }

    /// How many fit.
    func count(_ reader: Reader) throws -> Int {
        try reader.first("SELECT COUNT(*) FROM people_child AS child WHERE \(condition)") { $0.integer(0) }
            ?? 0
    }

    /// Those that fit, in order of name, from one place on.
    func rows(_ reader: Reader, limit: Int?, offset: Int) throws -> [ChildRow] {
        let bounds: SQL = limit.map { "LIMIT \($0) OFFSET \(offset)" } ?? ""
        let found = try reader.all(
            """
            SELECT child.subject_id, child.name, child.birth_day FROM people_child AS child
            WHERE \(condition)
            ORDER BY child.surname_key, child.forename_key, child.subject_id \(bounds)
            """
        ) { (id: $0.text(0), name: $0.text(1), birthDate: $0.day(2)) }
        let settings = try Self.settings(
            of: limit == nil ? nil : found.map(\.id), on: asking.moment.today, reader)
        return found.map {
            ChildRow(id: $0.id, name: $0.name, birthDate: $0.birthDate, setting: settings[$0.id])
        }
    }

    /// The main setting of each child who has one on a day, of several the one that began last; of all
    /// children where none are named.
    private static func settings(
        of children: [String]?, on day: Day, _ reader: Reader
    ) throws -> [String: String] {
        var settings: [String: String] = [:]
        let only: SQL = children.map { "AND placed.subject_id IN \(list: $0)" } ?? ""
        try reader.forEach(
            """
            SELECT placed.subject_id, setting.name FROM people_placement AS placed
            JOIN people_organisation AS setting
                ON setting.subject_kind = 'organisation' AND setting.subject_id = placed.organisation
            WHERE placed.subject_kind = 'child' AND placed.from_day <= \(day)
            AND (placed.to_day IS NULL OR placed.to_day >= \(day)) \(only)
            ORDER BY placed.kind DESC, placed.from_day, placed.subject_id, placed.row_key
            """
        ) { settings[$0.text(0)] = $0.text(1) }
        return settings
    }
}

/// One page of a search.
struct ChildPage: Sendable {
    static let length = 50
    let rows: [ChildRow]
    let page: Int
    let pages: Int
    let count: Int

    init(_ search: ChildSearch, page: Int, _ reader: Reader) throws {
        count = try search.count(reader)
        pages = max((count + Self.length - 1) / Self.length, 1)
        self.page = min(page, pages)
        rows = try search.rows(reader, limit: Self.length, offset: (self.page - 1) * Self.length)
    }
}

extension String {
    /// The same without white space at its ends.
    var trimmed: String {
        var text = self[...]
        while text.first?.isWhitespace ?? false { text.removeFirst() }
        while text.last?.isWhitespace ?? false { text.removeLast() }
        return String(text)
    }
}
