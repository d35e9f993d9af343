import CivilTime
import Ledger

/// Something was counted.
struct Counted: Payload {
    static let kind = "counter.counted"
    var amount: Int
    var note: String
}

/// The subject of the benchmarks: adds up, puts one row in a list and gives one fact.
struct Counter: Subject {
    static let kind = "counter"
    static let entryKinds: [EntryKind<Counter>] = [
        EntryKind(Counted.self) { counter, counted in
            counter.total += counted.data.amount
            counter.last = counted.day
        }
    ]
    static let tables = [table]
    static let derivation = 1
    static let table = Table("bench_counter", [.integer("total"), .optionalInteger("last_day")])

    let id: String
    var total = 0
    var last: Day?

    init(id: String) { self.id = id }
    mutating func note(_ problem: Problem) {}
    func rows(_ reference: inout ReferenceReader) -> [Row] { [Row(Self.table, [total, last])] }
    func facts(_ reference: inout ReferenceReader) -> [Fact] {
        last.map { [Fact(standing: "bench.counter", key: "counter", from: $0, to: nil)] } ?? []
    }

    static let author = Author(account: nil, role: nil, channel: .program)

    static func ledger(_ path: String, durable: Bool) async throws -> Ledger {
        var options = Ledger.Options(path: path)
        options.durable = durable
        return try await Ledger.open(
            options, Registry([Counter.self]), clock: Clock { 1_700_000_000_000_000 })
    }
}
