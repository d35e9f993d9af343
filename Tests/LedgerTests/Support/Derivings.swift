import Synchronization

/// Counts how often a subject's rows were asked for, by its id; ids are random, so tests do not meet here.
final class Derivings: Sendable {
    static let shared = Derivings()
    private let counts = Mutex<[String: Int]>([:])

    func count(_ id: String) { counts.withLock { $0[id, default: 0] += 1 } }
    subscript(id: String) -> Int { counts.withLock { $0[id, default: 0] } }
}

/// A number that closures on other threads may raise.
final class Counter: Sendable {
    private let number = Mutex(0)

    /// Raises it and gives what it was.
    @discardableResult func next() -> Int {
        number.withLock { number in
            defer { number += 1 }
            return number
        }
    }
    var value: Int { number.withLock { $0 } }
}
