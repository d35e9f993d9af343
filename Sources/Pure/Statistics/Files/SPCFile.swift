import CivilTime

/// A series as a file holds it: `docs/spc.md`.
public struct SPCFile: Sendable, Hashable {
    /// The points, in order of lines.
    public let observations: [Observation]
    /// Where the file itself begins new sections.
    public let rebases: [Rebase]

    /// Columns of the file.
    enum Column: String, CaseIterable {
        case date, value, target, rebase, ghost, numerator, denominator, trajectory

        static let names = allCases.map(\.rawValue).joined(separator: ", ")
    }

    /// Reads comma-separated values with a header; columns in any order, `date` and `value` needed.
    ///
    /// - Parameter bytes: UTF-8.
    /// - Throws: `SPCRefusal` with every problem, by line.
    public static func read(_ bytes: [UInt8]) throws(SPCRefusal) -> SPCFile {
        let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        guard String(validating: bytes, as: UTF8.self) != nil else { throw SPCRefusal(problems: [.notText]) }
        let text = CSVText(bytes)
        if let line = text.badQuote { throw SPCRefusal(problems: [.quote(line: line)]) }
        guard let header = text.records.first else { throw SPCRefusal(problems: [.noData]) }
        var reader = try SPCReader(header: header)
        for record in text.records.dropFirst() { reader.read(record) }
        if reader.problems.isEmpty, reader.observations.isEmpty { reader.problems = [.noData] }
        guard reader.problems.isEmpty else { throw SPCRefusal(problems: reader.problems) }
        return SPCFile(observations: reader.observations, rebases: reader.rebases)
    }

    /// Reads a number as a field of a file is read: "12", "-4.5", "1e3"; nil for anything else.
    public static func number(_ text: String) -> Double? { NumberText.read(text).map { $0 + 0 } }

    /// The chart of the file.
    ///
    /// - Parameter settings: how to read it; new sections of the file are added to theirs.
    /// - Throws: `SPCRefusal` where there is no chart.
    public func chart(_ settings: ChartSettings = ChartSettings()) throws(SPCRefusal) -> XmRChart {
        var settings = settings
        settings.rebases += rebases
        do {
            return try XmRChart(observations, settings: settings)
        } catch {
            throw SPCRefusal(problems: [.chart(error)])
        }
    }
}

/// Reads lines and gathers what is wrong with them.
struct SPCReader {
    private let places: [SPCFile.Column: Int]
    private let width: Int
    private var lines: [Day: Int] = [:]
    private(set) var observations: [Observation] = []
    private(set) var rebases: [Rebase] = []
    var problems: [SPCProblem] = []

    init(header: CSVText.Record) throws(SPCRefusal) {
        var places: [SPCFile.Column: Int] = [:]
        var problems: [SPCProblem] = []
        for (place, field) in header.fields.enumerated() {
            let name = Self.trimmed(field).lowercased()
            guard let column = SPCFile.Column(rawValue: name) else {
                problems.append(.unknownColumn(Self.trimmed(field), place: place + 1))
                continue
            }
            if places[column] != nil { problems.append(.repeatedColumn(name)) }
            places[column] = place
        }
        for needed in [SPCFile.Column.date, .value] where places[needed] == nil {
            problems.append(.missingColumn(needed.rawValue))
        }
        guard problems.isEmpty else { throw SPCRefusal(problems: problems) }
        self.places = places
        width = header.fields.count
    }

    mutating func read(_ record: CSVText.Record) {
        guard record.fields.count == width else {
            problems.append(.fields(line: record.line, expected: width, found: record.fields.count))
            return
        }
        let (before, day) = (problems.count, day(record))
        let value = number(record, .value, isNeeded: true)
        let observation = Observation(
            day: day ?? .earliest, value: value ?? 0, numerator: number(record, .numerator),
            denominator: number(record, .denominator), target: number(record, .target),
            trajectory: number(record, .trajectory), isGhost: ghost(record))
        guard problems.count == before, let day else { return }
        observations.append(observation)
        if let reason = rebase(record) {
            rebases.append(Rebase(day: day, reason: reason.isEmpty ? nil : reason))
        }
    }

    private mutating func day(_ record: CSVText.Record) -> Day? {
        let text = text(record, .date)
        guard let day = Day(iso: text) else {
            problems.append(.day(line: record.line, found: text))
            return nil
        }
        if let first = lines[day] {
            problems.append(.dayTwice(line: record.line, day: day, first: first))
        } else {
            lines[day] = record.line
        }
        return day
    }

    private mutating func number(
        _ record: CSVText.Record, _ column: SPCFile.Column, isNeeded: Bool = false
    ) -> Double? {
        let text = text(record, column)
        if text.isEmpty, !isNeeded { return nil }
        guard let value = NumberText.read(text) else {
            problems.append(.number(line: record.line, column: column.rawValue, found: text))
            return nil
        }
        guard value.magnitude <= Observation.largest else {
            problems.append(.tooLarge(line: record.line, column: column.rawValue))
            return nil
        }
        // Minus nought and nought are one value, and are printed as one.
        return value + 0
    }

    private mutating func ghost(_ record: CSVText.Record) -> Bool {
        let text = text(record, .ghost)
        if Self.no.contains(text.lowercased()) { return false }
        if !Self.yes.contains(text.lowercased()) { problems.append(.flag(line: record.line, found: text)) }
        return true
    }

    /// The reason for a new section, "" where none is given; nil where no section begins.
    private func rebase(_ record: CSVText.Record) -> String? {
        let text = text(record, .rebase)
        if Self.no.contains(text.lowercased()) { return nil }
        return Self.yes.contains(text.lowercased()) ? "" : text
    }

    private func text(_ record: CSVText.Record, _ column: SPCFile.Column) -> String {
        places[column].map { Self.trimmed(record.fields[$0]) } ?? ""
    }

    private static let yes: Set<String> = ["1", "true", "yes", "y", "x"]
    private static let no: Set<String> = ["", "0", "false", "no", "n"]

    private static func trimmed(_ text: String) -> String {
        let front = text.drop { $0.isWhitespace }
        return String(front.reversed().drop { $0.isWhitespace }.reversed())
    }
}
