import CivilTime

@testable import Ledger

/// The codes of a tool were written down anew, by row key.
struct Placed: Payload {
    static let kind = "placed"
    var codes: [String: String]
}

/// What tells apart the subject kinds that fill one table.
protocol ToolKind: Sendable {
    static var name: String { get }
    static var derivation: Int { get }
    static var maker: String { get }
    static var tables: [Table] { get }
}

extension ToolKind {
    static var derivation: Int { 1 }
    static var maker: String { name }
    static var tables: [Table] { [toolTable] }
}

/// A table that several subject kinds fill.
let toolTable = Table(
    "tool", [.text("code"), .text("maker")], indexes: [["maker"]],
    uniques: [Unique(["code"], refusal: "Another tool has this code.")])

/// A subject whose kind, and with it what it gives to the shared table, is handed in.
struct Tool<K: ToolKind>: Subject {
    static var kind: String { K.name }
    static var entryKinds: [EntryKind<Tool<K>>] {
        [EntryKind(Placed.self) { $0.codes = $1.data.codes }]
    }
    static var tables: [Table] { K.tables }
    static var derivation: Int { K.derivation }

    var codes: [String: String] = [:]

    init(id: String) {}
    mutating func note(_ problem: Problem) {}

    func rows(_ reference: inout ReferenceReader) -> [Row] {
        codes.sorted { $0.key < $1.key }.flatMap { key, code in
            K.tables.map { table in
                Row(table, key: key, Array(([code, K.maker] + ["more"]).prefix(table.columns.count)))
            }
        }
    }

    func facts(_ reference: inout ReferenceReader) -> [Fact] { [] }
}

enum Hammer: ToolKind { static let name = "hammer" }
enum Saw: ToolKind { static let name = "saw" }
