import CivilTime
import Foundation
import Hummingbird
import Synchronization

/// Public pages as bytes, until a commit or a new day changes them.
final class PublicCache: Sendable {
    /// A page ready to be sent.
    struct Kept: Sendable {
        let response: Response
        let tag: String?
        /// The pattern of the route that made it.
        let route: String
    }

    private struct State {
        var commit = -1
        var today = Day(number: 0)
        var pages: [String: Kept] = [:]
        var bytes = 0
    }

    private let state = Mutex(State())
    private let limit: Int

    /// Keeps at most so many bytes; when they are used up it starts anew.
    init(limit: Int = 32 * 1_048_576) { self.limit = limit }

    func page(_ target: String, commit: Int, today: Day) -> Kept? {
        state.withLock { $0.commit == commit && $0.today == today ? $0.pages[target] : nil }
    }

    func keep(_ kept: Kept, size: Int, for target: String, commit: Int, today: Day) {
        state.withLock { state in
            if state.commit != commit || state.today != today || state.bytes + size > limit {
                state = State(commit: commit, today: today)
            }
            if state.pages.updateValue(kept, forKey: target) == nil {
                state.bytes += size + target.utf8.count
            }
        }
    }
}
