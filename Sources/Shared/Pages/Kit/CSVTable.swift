public import Ledger
import Statistics

/// A table that somebody sends as comma-separated values (RFC 4180): named columns, then lines.
public struct CSVTable: Sendable {
    /// One line, by the names of its columns.
    public struct Line: Sendable {
        /// Where it begins in the file, from 1.
        public let number: Int
        private let values: [String: String]

        init(_ number: Int, _ values: [String: String]) {
            self.number = number
            self.values = values
        }

        /// What stands in a column, without spaces around it; nil where it is empty.
        public subscript(column: String) -> String? {
            values[column].flatMap { $0.isEmpty ? nil : $0 }
        }
    }

    /// The lines behind the header.
    public let lines: [Line]

    /// Reads a file, whose columns may stand in any order.
    ///
    /// - Parameters:
    ///   - columns: the names that may stand in its first line.
    ///   - required: those of them that must.
    ///   - most: the most lines behind the header.
    public init(
        _ bytes: [UInt8], columns: [String], required: Set<String>, most: Int
    ) throws(CSVProblem) {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw .notUTF8 }
        // A byte order mark is no part of the first name.
        let text = CSVText(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...])
        if let line = text.badQuote { throw .badQuote(line: line) }
        guard let first = text.records.first else { throw .empty }
        let names = first.fields.map { Self.trimmed($0).lowercased() }
        for (index, name) in names.enumerated() {
            guard columns.contains(name) else { throw .unknownColumn(name, known: columns) }
            guard !names[..<index].contains(name) else { throw .doubledColumn(name) }
        }
        for name in columns where required.contains(name) && !names.contains(name) {
            throw .missingColumn(name)
        }
        guard text.records.count <= most + 1 else { throw .tooManyLines(most: most) }
        var lines: [Line] = []
        for record in text.records.dropFirst() {
            guard record.fields.count == names.count else {
                throw .wrongCount(line: record.line, fields: record.fields.count, columns: names.count)
            }
            let values = zip(names, record.fields.map(Self.trimmed))
            lines.append(Line(record.line, Dictionary(values, uniquingKeysWith: { first, _ in first })))
        }
        guard !lines.isEmpty else { throw .empty }
        self.lines = lines
    }

    private static func trimmed(_ text: String) -> String {
        let inner = text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
        return String(inner)
    }
}

/// Why a file is no such table.
public enum CSVProblem: Refusal, Equatable {
    case empty
    case notUTF8
    case badQuote(line: Int)
    case unknownColumn(String, known: [String])
    case doubledColumn(String)
    case missingColumn(String)
    case tooManyLines(most: Int)
    case wrongCount(line: Int, fields: Int, columns: Int)

    /// What happened and what to do next.
    public var forPerson: String {
        switch self {
        case .empty: "The file holds no lines below its first."
        case .notUTF8: "The file is not in UTF-8. Save it again as “CSV UTF-8”."
        case .badQuote(let line): "Line \(line): a quotation mark is opened and not closed."
        case .unknownColumn(let name, let known):
            "The first line names a column “\(name.prefix(60))”. It may name: \(known.joined(separator: ", "))."
        case .doubledColumn(let name): "The first line names the column “\(name)” twice."
        case .missingColumn(let name): "The first line must name the column “\(name)”."
        case .tooManyLines(let most):
            "The file has more than \(Digits.grouped(most)) lines. Send it in parts."
        case .wrongCount(let line, let fields, let columns):
            "Line \(line) has \(fields) values, the first line has \(columns)."
        }
    }

    /// The same without what the file holds.
    public var forOperator: String {
        switch self {
        case .unknownColumn: "a column that is not known"
        default: forPerson
        }
    }
}
