import Foundation

/// A JSON value that tests take apart and change; read without the room's own reader.
enum Tree: Codable, Sendable, Hashable {
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case list([Tree])
    case object([String: Tree])

    /// A step from a value to one inside it.
    enum Step: Sendable, Hashable {
        case key(String)
        case index(Int)
    }

    init(_ text: String) throws { self = try JSONDecoder().decode(Tree.self, from: Data(text.utf8)) }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .flag(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([Tree].self) {
            self = .list(value)
        } else {
            self = .object(try container.decode([String: Tree].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .flag(let value): try container.encode(value)
        case .number(let value): try container.encode(value)
        case .text(let value): try container.encode(value)
        case .list(let value): try container.encode(value)
        case .object(let value): try container.encode(value)
        }
    }

    /// The value as JSON, the same every time.
    var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    subscript(key: String) -> Tree {
        if case .object(let fields) = self { fields[key] ?? .null } else { .null }
    }
    subscript(index: Int) -> Tree {
        if case .list(let items) = self, items.indices.contains(index) { items[index] } else { .null }
    }

    var items: [Tree] { if case .list(let items) = self { items } else { [] } }
    var keys: [String] { if case .object(let fields) = self { fields.keys.sorted() } else { [] } }
    var string: String? { if case .text(let text) = self { text } else { nil } }
    var integer: Int? { if case .number(let number) = self { Int(exactly: number) } else { nil } }
    var strings: [String] { items.compactMap(\.string) }

    /// The value at a path such as `plan.counts` or `actions[2].rag`.
    subscript(path path: String) -> Tree { Tree.steps(path).reduce(self) { $0[$1] } }

    private subscript(step: Step) -> Tree {
        switch step {
        case .key(let key): self[key]
        case .index(let index): self[index]
        }
    }

    /// The same with another value at a path, or without it.
    func setting(_ path: String, _ value: Tree?) -> Tree { setting(Tree.steps(path)[...], value) }

    /// The same with the value at a path changed.
    func changing(_ path: String, _ change: (Tree) -> Tree) -> Tree {
        setting(path, change(self[path: path]))
    }

    /// The same with one more item in the list at a path.
    func appending(_ path: String, _ value: Tree) -> Tree { changing(path) { .list($0.items + [value]) } }

    func setting(_ steps: ArraySlice<Step>, _ value: Tree?) -> Tree {
        guard let step = steps.first else { return value ?? .null }
        let rest = steps.dropFirst()
        switch (self, step) {
        case (.object(var fields), .key(let key)):
            fields[key] = rest.isEmpty ? value : self[key].setting(rest, value)
            return .object(fields)
        case (.list(var items), .index(let index)) where index < items.count:
            if rest.isEmpty, value == nil {
                items.remove(at: index)
            } else {
                items[index] = items[index].setting(rest, value)
            }
            return .list(items)
        default: return self
        }
    }

    /// Every value that holds no others, with the steps to it, in the order of keys and items.
    var leaves: [(steps: [Step], value: Tree)] {
        switch self {
        case .object(let fields):
            fields.sorted { $0.key < $1.key }.flatMap { key, value in
                value.leaves.map { ([.key(key)] + $0.steps, $0.value) }
            }
        case .list(let items):
            items.enumerated().flatMap { index, value in
                value.leaves.map { ([.index(index)] + $0.steps, $0.value) }
            }
        default: [([], self)]
        }
    }

    static func steps(_ path: String) -> [Step] {
        path.split(separator: ".").flatMap { part -> [Step] in
            let pieces = part.split(separator: "[")
            return [.key(String(pieces[0]))]
                + pieces.dropFirst().map { .index(Int($0.dropLast()) ?? -1) }
        }
    }

    /// A path as problems write it.
    static func path(_ steps: [Step]) -> String {
        steps.reduce(into: "") { path, step in
            switch step {
            case .key(let key): path += path.isEmpty ? key : ".\(key)"
            case .index(let index): path += "[\(index)]"
            }
        }
    }
}
