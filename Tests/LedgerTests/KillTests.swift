import CivilTime
import Foundation
import Testing

@testable import Ledger
@testable import LedgerWriter

@Suite struct `A ledger whose program is killed` {
    private static let kills = 20

    @Test func `has every commit that was acknowledged, and is whole, each time`() async throws {
        let file = try TemporaryFile()
        var random = Seeded(UInt64.random(in: 0...UInt64.max))
        var acknowledged = 0
        var unacknowledged = 0
        var known = Root(sequence: 0, hash: "")
        var commits = 0
        let started = ContinuousClock.now
        for round in 1...Self.kills {
            let writer = try WriterProcess(ledger: file.path, output: file.path + ".acknowledged")
            try await writer.hasBegun()
            try await Task.sleep(for: .milliseconds(20 + random.below(131)))
            #expect(try await writer.kill(), "round \(round): it ended by itself")
            let lines = try writer.acknowledged()

            let ledger = try await Ledger.open(.init(path: file.path), Writing.registry, clock: Writing.clock)
            let kept = try await ledger.read { [commits] snapshot in
                var kept: [Int: [String]] = [:]
                try snapshot.reader.forEach(
                    "SELECT commit_number, id FROM entry WHERE commit_number > \(commits) ORDER BY sequence"
                ) { kept[$0.integer(0), default: []].append($0.text(1)) }
                return kept
            }
            for line in lines {
                #expect(kept[line.commit] == line.entries, "round \(round), commit \(line.commit)")
            }
            let head = ledger.knownHead
            let now = Root(sequence: head.sequence, hash: head.hash)
            // Whole, and what stood before the kill stands where it stood.
            #expect(try await ledger.verify(against: known) == .whole(now, entries: head.sequence))
            #expect(try await ledger.checkRebuild().difference == nil, "round \(round)")
            acknowledged += lines.count
            unacknowledged += head.commit - commits - lines.count
            (known, commits) = (now, head.commit)
            try ledger.close()
        }
        #expect(acknowledged >= Self.kills)
        #expect(unacknowledged >= 0)
        let seconds = (ContinuousClock.now - started) / .seconds(1)
        print(
            "kill test: \(Self.kills) kills, \(acknowledged) commits acknowledged and kept,",
            "\(unacknowledged) kept unacknowledged, \(known.sequence) entries,",
            String(format: "%.1f s", seconds))
    }
}
