import CivilTime
import Foundation
import Testing

@testable import Ledger
@testable import LedgerWriter

@Suite struct `Reads of a program that is killed` {
    private static let kills = 10

    @Test func `are all there where they were acknowledged, and their chain is whole, each time`()
        async throws
    {
        let file = try TemporaryFile()
        var random = Seeded(UInt64.random(in: 0...UInt64.max))
        var acknowledged = 0
        var known = Root(sequence: 0, hash: "")
        for round in 1...Self.kills {
            let writer = try WriterProcess(
                ledger: file.path, output: file.path + ".acknowledged", mode: .reads)
            try await writer.hasBegun()
            try await Task.sleep(for: .milliseconds(10 + random.below(71)))
            #expect(try await writer.kill(), "round \(round): it ended by itself")
            let lines = try writer.acknowledged()

            let ledger = try await Ledger.open(.init(path: file.path), Writing.registry, clock: Writing.clock)
            let root = try await ledger.reads.root
            let verified = try await ledger.reads.verify(against: known)
            #expect(verified == .whole(root, entries: root.sequence), "round \(round)")
            for (sequence, children) in lines {
                let kept = try await ledger.reads.reads(by: "writer", before: sequence + 1, limit: 1).first
                #expect(kept?.sequence == sequence && kept?.read.children.map(\.child) == children)
            }
            #expect(lines.count <= root.sequence - known.sequence)
            acknowledged += lines.count
            known = root
            try ledger.close()
        }
        #expect(acknowledged >= Self.kills)
        print(
            "kill test of reads: \(Self.kills) kills, \(acknowledged) reads acknowledged and kept,",
            "\(known.sequence - acknowledged) kept unacknowledged")
    }
}
