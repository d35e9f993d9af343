import Children
import Synchronization

/// Counts look-ups in an emergency as the house does, but that the wait never ends.
final class TestPace: Sendable {
    private let failed = Mutex<[String: Int]>([:])

    var pace: EmergencyPace {
        EmergencyPace(
            begin: { account in
                self.failed.withLock { failed in
                    guard failed[account, default: 0] < 5 else { return 2 }
                    failed[account, default: 0] += 1
                    return nil
                }
            },
            foundOwn: { account in self.failed.withLock { $0[account, default: 1] -= 1 } },
            opened: { account in self.failed.withLock { $0[account] = nil } })
    }
}
