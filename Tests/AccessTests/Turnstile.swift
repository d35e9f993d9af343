import Dispatch
import Synchronization

/// Lets a decision wait at the end of its first run until another commit has been made.
final class Turnstile: Sendable {
    private let opened = DispatchSemaphore(value: 0)
    private let count = Mutex(0)
    private let first: AsyncStream<Void>
    private let ran: AsyncStream<Void>.Continuation

    init() { (first, ran) = AsyncStream.makeStream(of: Void.self) }

    /// How often the decision has run.
    var runs: Int { count.withLock { $0 } }

    /// Called in each run of the decision; it runs on a thread of the engine, so it may wait.
    func pass() {
        let run = count.withLock { count -> Int in
            count += 1
            return count
        }
        guard run == 1 else { return }
        ran.finish()
        _ = opened.wait(timeout: .now() + 20)
    }

    /// Runs `body` while the first decision waits.
    func between(_ body: @Sendable () async throws -> Void) async throws {
        defer { opened.signal() }
        for await _ in first {}
        try await body()
    }
}
