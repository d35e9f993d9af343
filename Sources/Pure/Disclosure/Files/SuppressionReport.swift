/// A suppression written out. What is given for publication does not tell small counts from their complements.
public enum SuppressionReport {
    /// The published table as JSON: policy, dimensions, and a row a cell with a number or a symbol in text.
    public static func json(_ suppression: Suppression, percentOf dimension: String? = nil) -> String {
        let table = suppression.published
        let percentages = dimension.map { TableFile.percentages(table, of: $0, suppression.policy) }
        let cells = table.cells.enumerated().map { number, cell in
            var fields: [(String, JSONText)] = zip(table.dimensions, cell.names).map {
                ($0, .text($1 ?? "Total"))
            }
            switch cell.figure {
            case .count(let count): fields.append(("count", .number(count)))
            case .symbol(let symbol): fields.append(("count", .text(symbol.text)))
            }
            if let percentages { fields.append(("percent", .text(percentages[number]))) }
            return JSONText.object(fields)
        }
        return JSONText.object([
            ("policy", .text(suppression.policy.name)),
            ("dimensions", .list(table.dimensions.map(JSONText.text))),
            ("hidden", .number(table.cells.reduce(0) { $0 + ($1.figure.isHidden ? 1 : 0) })),
            ("cells", .list(cells)),
        ]).written()
    }

    /// The certificate as JSON: `docs/suppress.md` says how to check it. To be kept beside the table, not in it.
    public static func certificate(_ suppression: Suppression) -> String {
        let (policy, certificate) = (suppression.policy, suppression.certificate)
        return JSONText.object([
            ("policy", .text(policy.name)), ("threshold", .number(policy.threshold)),
            ("protection", .text(policy.protection.rawValue)), ("safe", .bool(suppression.isSafe)),
            ("exposed", .list(suppression.exposures.map(json))),
            ("unknown", .list(certificate.unknown.map(json))),
            ("relations", .list(certificate.relations.map(json))),
            ("ranges", .list(certificate.ranges.map(json))),
        ]).written()
    }

    private static func json(_ exposure: Suppression.Exposure) -> JSONText {
        .object([("cell", json(exposure.place)), ("because", .text(exposure.cause.rawValue))])
    }

    private static func json(_ cell: Certificate.Unknown) -> JSONText {
        .object([
            ("id", .number(cell.id)), ("cell", json(cell.place)),
            ("otherVersion", .bool(cell.isOtherVersion)),
            ("low", .number(cell.low)), ("high", JSONText(cell.high)), ("example", .number(cell.example)),
        ])
    }

    private static func json(_ relation: Certificate.Relation) -> JSONText {
        .object([("terms", .numbers(relation.terms)), ("constant", .number(relation.constant))])
    }

    /// What whoever publishes should know, in sentences. Not for publication.
    public static func notes(_ suppression: Suppression) -> [String] {
        let cells = suppression.published.cells.count
        var notes = [
            "\(suppression.primary + suppression.complements) of \(cells) cells are hidden: \(suppression.primary) "
                + "that must be, \(suppression.complements) to protect them, which hold \(suppression.loss)."
        ]
        notes += suppression.exposures.map { "Exposed: \($0.place.text): \($0.cause.rawValue)." }
        notes += suppression.unlinked.map {
            "Release \($0) has no category in common with this table: are its columns and categories named alike?"
        }
        notes += suppression.groups.map {
            "All \($0.count) of “\($0.group.text)” are “\($0.category.text)”: where that is sensitive, combine categories."
        }
        return notes
    }

    private static func json(_ place: CellPlace) -> JSONText {
        .object(place.categories.map { ($0.dimension, .text($0.name)) })
    }

    private static func json(_ range: Certificate.Range) -> JSONText {
        func moves(_ moves: [Move]) -> JSONText {
            .object(moves.map { ("\($0.variable)", .number($0.by)) })
        }
        return .object([
            ("id", .number(range.id)), ("low", .number(range.low)), ("high", JSONText(range.high)),
            ("exact", .bool(range.isExact)), ("lowBy", moves(range.lowBy)), ("highBy", moves(range.highBy)),
        ])
    }
}

/// JSON with its fields in a given order.
enum JSONText {
    case null
    case bool(Bool)
    case number(Int)
    case numbers([Int])
    case text(String)
    case list([JSONText])
    case object([(String, JSONText)])

    init(_ number: Int?) { self = number.map(JSONText.number) ?? .null }

    /// One line for each thing in a list, so that files can be compared and stay small.
    func written(isTop: Bool = true) -> String {
        switch self {
        case .null: return "null"
        case .bool(let value): return value ? "true" : "false"
        case .number(let value): return "\(value)"
        case .numbers(let values): return "[" + values.map { "\($0)" }.joined(separator: ",") + "]"
        case .text(let value): return Self.quoted(value)
        case .list(let values):
            let parts = values.map { $0.written(isTop: false) }
            return parts.isEmpty ? "[]" : "[\n    " + parts.joined(separator: ",\n    ") + "\n  ]"
        case .object(let fields):
            let parts = fields.map { "\(Self.quoted($0)): \($1.written(isTop: false))" }
            return isTop
                ? "{\n  " + parts.joined(separator: ",\n  ") + "\n}"
                : "{" + parts.joined(separator: ", ") + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            case ..<" ": out += "\\u" + String(String(scalar.value + 0x10000, radix: 16).suffix(4))
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }
}
