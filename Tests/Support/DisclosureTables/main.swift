import Disclosure
import Foundation

/// Writes made-up tables and what is published of them, one JSON object a line, for `attack.py`.
///
///     DisclosureTables COUNT [FIRST SEED]
struct Output: Encodable {
    struct Cell: Encodable {
        let names: [String?]
        let truth: Int?
        let text: String
    }
    struct Table: Encodable {
        let dimensions: [String]
        let cells: [Cell]
    }
    struct Range: Encodable {
        let cell: [String: String]
        let low: Int
        let high: Int?
        let exact: Bool
    }

    let seed: Int
    let shape: String
    let policy: String
    let symbol: String
    let threshold: Int
    let safe: Bool
    let right: Bool
    let table: Table
    let released: [Table]
    let ranges: [Range]
}

func output(_ table: PublishedTable, _ truth: CountTable?) -> Output.Table {
    Output.Table(
        dimensions: table.dimensions,
        cells: table.cells.enumerated().map { number, cell in
            Output.Cell(names: cell.names, truth: truth?.cells[number].count, text: cell.figure.text)
        })
}

func made(_ seed: Int) throws -> Output {
    var dice = Dice(seed: seed)
    let shape = Shape.allCases[seed % Shape.allCases.count]
    let table = try RandomTable(shape, &dice).table
    let policies = [
        Policy.dfeChildrenInNeed, .local, .nhs, .ons,
        Policy(name: "local", threshold: 5, symbol: .below(5)),
    ]
    let policy = policies[dice.int(0...4)]
    var released: [PublishedTable] = []
    if dice.isOne(in: 4), let cut = try Cut.first(of: table) {
        released = [try Suppression(of: cut, policy: policy).published]
    }
    let result = try Suppression(of: table, policy: policy, released: released)
    var place: [Int: CellPlace] = [:]
    for cell in result.certificate.unknown { place[cell.id] = cell.place }
    return Output(
        seed: seed, shape: shape.rawValue, policy: policy.name, symbol: result.policy.symbol.text,
        threshold: policy.threshold, safe: result.isSafe, right: result.certificate.isRight(),
        table: output(result.published, table), released: released.map { output($0, nil) },
        ranges: result.certificate.ranges.map { range in
            let categories = place[range.id]?.categories ?? []
            return Output.Range(
                cell: Dictionary(uniqueKeysWithValues: categories.map { ($0.dimension, $0.name) }),
                low: range.low, high: range.high, exact: range.isExact)
        })
}

let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
guard let count = numbers.first else {
    FileHandle.standardError.write(Data("usage: DisclosureTables COUNT [FIRST SEED]\n".utf8))
    exit(2)
}
let first = numbers.count > 1 ? numbers[1] : 1
let encoder = JSONEncoder()
encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
for seed in first..<(first + count) {
    let line = try encoder.encode(made(seed))
    FileHandle.standardOutput.write(line + Data("\n".utf8))
}
