import CivilTime
import Testing

@testable import Ledger

/// Checks the chain of reads as `docs/ledger.md` tells a stranger to, with hashing of its own.
@Suite struct `A stranger with the file of reads and the page about it` {
    /// A part: its length in bytes, a colon, its bytes; `~` where there is none.
    private func hash(_ parts: [String?]) -> String {
        PlainHash.digest(
            parts.flatMap { part in
                part.map { Array("\($0.utf8.count):".utf8) + Array($0.utf8) } ?? Array("~".utf8)
            })
    }

    @Test func `finds the same root`() async throws {
        let chain = try await ReadsChain()
        let raw = try RawDatabase(chain.path)
        var previous = ""
        let rows = try raw.run(
            """
            SELECT sequence, recorded_at, account, role, basis, route, commit_number, safeguarding, hash
            FROM read_entry ORDER BY sequence
            """)
        for row in rows {
            let children = try raw.run(
                "SELECT child, opened FROM read_child WHERE sequence = \(row[0] ?? "") ORDER BY child")
            previous = hash(
                ["goldenthread read 1", previous] + row[0...7] + ["\(children.count)"]
                    + children.flatMap(\.self))
            #expect(previous == row[8])
        }
        #expect(rows.count == ReadsChain.count)
        #expect(previous == chain.root.hash)
        let head = try raw.run("SELECT sequence, hash, recorded_at FROM read_head")
        #expect(head == [["5", previous, rows.last?[1]]])
    }

    @Test func `finds the example of the page`() async throws {
        let root = hash([
            "goldenthread read 1", "", "1", "1719748800000000", "account-1", "officer", "duty",
            "/children/:child", "12", "0", "2", "child-1", "1", "child-2", "0",
        ])
        #expect(root == "37d5247053d296486f726b2749df64bb994d46bce48fbab34216dcf1b7b0f0ad")
        let lab = try await Lab()
        _ = try await lab.record(
            Reads.Read(
                account: "account-1", role: "officer", basis: "duty", route: "/children/:child", commit: 12,
                children: [.init(child: "child-2", opened: false), .init(child: "child-1", opened: true)]))
        #expect(try await lab.ledger.reads.root == Root(sequence: 1, hash: root))
    }
}
