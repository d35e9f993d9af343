/// Writing JSON in a given order of fields, so that reports can be compared byte by byte.
enum ReportJSON {
    case null
    case bool(Bool)
    case number(Double)
    case text(String)
    case list([ReportJSON])
    case object([(String, ReportJSON)])

    init(_ text: String?) { self = text.map(ReportJSON.text) ?? .null }

    init(_ number: Double?) { self = number.map(ReportJSON.number) ?? .null }

    init(_ number: Int?) { self = number.map { .number(Double($0)) } ?? .null }

    /// With two spaces of indent a level; numbers in the shortest form that reads back.
    func written(indent: Int = 0) -> String {
        let inner = String(repeating: " ", count: indent + 2)
        let outer = String(repeating: " ", count: indent)
        switch self {
        case .null: return "null"
        case .bool(let value): return value ? "true" : "false"
        case .number(let value): return NumberText.shortest(value)
        case .text(let value): return Self.quoted(value)
        case .list(let values):
            if values.isEmpty { return "[]" }
            return "[\n" + values.map { inner + $0.written(indent: indent + 2) }.joined(separator: ",\n")
                + "\n\(outer)]"
        case .object(let fields):
            if fields.isEmpty { return "{}" }
            return "{\n"
                + fields.map { "\(inner)\(Self.quoted($0)): \($1.written(indent: indent + 2))" }
                .joined(separator: ",\n") + "\n\(outer)}"
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
            case ..<" ": out += "\\u" + String(scalar.value + 0x10000, radix: 16).suffix(4)
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }
}
