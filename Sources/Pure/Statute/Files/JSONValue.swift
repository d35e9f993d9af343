import Foundation

/// Any value of a JSON file, read by Foundation and nothing else in this module.
enum JSONValue: Sendable, Hashable, Decodable {
    case null
    case bool(Bool)
    case number(Double)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([JSONValue].self) {
            self = .list(value)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    /// Reads a file; nil where it is no JSON.
    static func read(_ bytes: some Sequence<UInt8>) -> JSONValue? {
        try? JSONDecoder().decode(JSONValue.self, from: Data(bytes))
    }
}

/// Writing JSON in a given order of fields, so that reports can be compared byte by byte.
enum JSONOut {
    case null
    case bool(Bool)
    case number(Int)
    case text(String)
    case list([JSONOut])
    case object([(String, JSONOut)])

    init(_ text: String?) { self = text.map(JSONOut.text) ?? .null }

    init(_ number: Int?) { self = number.map(JSONOut.number) ?? .null }

    /// With two spaces of indent a level.
    func written(indent: Int = 0) -> String {
        let inner = String(repeating: " ", count: indent + 2)
        let outer = String(repeating: " ", count: indent)
        switch self {
        case .null: return "null"
        case .bool(let value): return value ? "true" : "false"
        case .number(let value): return "\(value)"
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
