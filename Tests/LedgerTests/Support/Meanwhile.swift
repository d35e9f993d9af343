import CivilTime
import Dispatch

@testable import Ledger

/// Lets the decision that runs first wait until another commit has been made.
private final class Turnstile: Sendable {
    private let opened = DispatchSemaphore(value: 0)
    let runs = Counter()

    /// Called in each run of the decision; it runs on a thread of the engine, so it may wait.
    func pass() {
        guard runs.next() == 0 else { return }
        _ = opened.wait(timeout: .now() + 20)
    }

    /// Runs `body` while the first decision waits.
    func between(_ body: @Sendable () async throws -> Void) async throws {
        defer { opened.signal() }
        for _ in 0..<20_000 where runs.value == 0 { try await Task.sleep(for: .milliseconds(1)) }
        try await body()
    }
}

/// Commits while a decision waits for its end.
struct Meanwhile: Sendable {
    let lab: Lab
    let commit: @Sendable () async throws -> Void

    init(_ lab: Lab, _ commit: @escaping @Sendable () async throws -> Void) {
        self.lab = lab
        self.commit = commit
    }

    /// Carries out a command that is overtaken so; gives its outcome and how often it was decided.
    func overtaking<Value: Codable & Sendable>(
        _ decide: @escaping @Sendable (inout Deciding) throws -> Value
    ) async throws -> (outcome: Outcome<Value>, runs: Int) {
        let turnstile = Turnstile()
        async let outcome = lab.commit { deciding in
            let value = try decide(&deciding)
            turnstile.pass()
            return value
        }
        try await turnstile.between(commit)
        return (try await outcome, turnstile.runs.value)
    }
}
