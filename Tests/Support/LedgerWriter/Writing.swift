import CivilTime
import Foundation
import Ledger

/// Commits from several tasks to one ledger, waiting for the disk, until somebody kills the program.
enum Writing {
    static let registry = Registry([Tally.self])
    static let clock = Clock { Int64(Date().timeIntervalSince1970 * 1_000_000) }
    private static let author = Author(account: "writer", role: nil, channel: .command)
    private static let tasks = 4
    private static let commitsEach = 100

    /// Says each acknowledged commit in a line: its number and its entries' ids.
    static func run(path: String) async throws {
        let ledger = try await Ledger.open(.init(path: path), registry, clock: clock)
        let shared = Identifiers.live.next()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<tasks {
                group.addTask {
                    let own = Identifiers.live.next()
                    // Not without end: on a busy machine the killer may come late.
                    for _ in 0..<commitsEach { try await commit(to: ledger, [own, shared]) }
                }
            }
            try await group.waitForAll()
        }
        try await Task.sleep(for: .seconds(180))  // in case nobody kills it
    }

    /// Says each acknowledged read in a line: its sequence and the children it names.
    static func recordReads(path: String) async throws {
        let reads = try await Ledger.open(.init(path: path), registry, clock: clock).reads
        try await withThrowingTaskGroup(of: Void.self) { group in
            for task in 0..<tasks * 4 {
                group.addTask { for number in 0..<commitsEach { try await record(task + number, in: reads) } }
            }
            try await group.waitForAll()
        }
        try await Task.sleep(for: .seconds(180))
    }

    private static func record(_ number: Int, in reads: Reads) async throws {
        let children = (0...number % 3).map { _ in Identifiers.live.next() }.sorted()
        let read = Reads.Read(
            account: "writer", role: nil, basis: "duty", route: "/children/:child", commit: number,
            children: children.map { .init(child: $0, opened: number % 2 == 0) })
        let sequence = try await reads.record(read)
        let line = (["\(sequence)"] + children).joined(separator: " ") + "\n"
        try FileHandle.standardOutput.write(contentsOf: Data(line.utf8))
    }

    private static func commit(to ledger: Ledger, _ subjects: [String]) async throws {
        let command = Command(id: Identifiers.live.next(), fields: "", author: author) { deciding in
            try subjects.map { subject in
                let before = try deciding.state(of: Tally.self, subject)?.state.counted.count ?? 0
                return try deciding.record(
                    Counted(number: before + 1), on: Tally.self, subject, day: deciding.today)
            }
        }
        let outcome = try await ledger.commit(command)
        let line = (["\(outcome.commit ?? 0)"] + outcome.value).joined(separator: " ") + "\n"
        try FileHandle.standardOutput.write(contentsOf: Data(line.utf8))
    }
}
