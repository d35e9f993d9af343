import CivilTime

@testable import Ledger

/// A read with what does not matter to a test filled in; `*` before a child's id says it was opened.
func look(
    _ children: String..., by account: String = "anna", role: String? = "officer", safeguarding: Bool = false
) -> Reads.Read {
    Reads.Read(
        account: account, role: role, basis: "duty", route: "/children/:child", commit: 7,
        children: children.map { child in
            child.hasPrefix("*")
                ? .init(child: String(child.dropFirst()), opened: true) : .init(child: child, opened: false)
        }, safeguarding: safeguarding)
}

extension Lab {
    var readsPath: String { ledger.reads.path }

    @discardableResult
    func record(_ read: Reads.Read) async throws -> Int { try await ledger.reads.record(read) }
}

extension [Reads.Recorded] {
    /// Sequence and children of each, for short.
    var short: [String] {
        map { recorded in
            let children = recorded.read.children.map { ($0.opened ? "*" : "") + $0.child }
            return (["\(recorded.sequence)"] + children).joined(separator: " ")
        }
    }
}

/// Five reads of every sort, the same for every test that checks their chain.
struct ReadsChain: Sendable {
    static let count = 5

    let lab: Lab
    let root: Root
    var path: String { lab.readsPath }

    init() async throws {
        lab = try await Lab()
        try await lab.record(look("*a", "b"))
        try await lab.record(look(by: "é, 100 %", role: nil))
        try await lab.record(look("*a", by: "ben", safeguarding: true))
        lab.clock.advance(5)
        try await lab.record(look("b", "c", "*d", by: "carla", role: ""))
        try await lab.record(look("*a"))
        root = try await lab.ledger.reads.root
    }

    func verify(against root: Root? = nil) async throws -> Verification {
        try await lab.ledger.reads.verify(against: root)
    }
}
