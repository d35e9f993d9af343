import Foundation
import Testing

struct TookTooLong: Error, CustomStringConvertible {
    let what: String
    var description: String { "\(what) took too long" }
}

/// Looks again and again until something is so, and fails where it does not become so in time.
func eventually(_ what: String, seconds: Double = 10, _ isSo: () async throws -> Bool) async throws {
    let end = ContinuousClock.now + .seconds(seconds)
    while try await !isSo() {
        guard ContinuousClock.now < end else { throw TookTooLong(what: what) }
        try await Task.sleep(for: .milliseconds(10))
    }
}

/// Gives what `work` gives, or fails where it takes longer; `work` must end when it is cancelled.
func bounded<Value: Sendable>(
    _ what: String, seconds: Double = 10, _ work: @escaping @Sendable () async throws -> Value
) async throws -> Value {
    try await withThrowingTaskGroup(of: Value.self) { group in
        group.addTask { try await work() }
        group.addTask {
            try await Task.sleep(for: .seconds(seconds))
            throw TookTooLong(what: what)
        }
        defer { group.cancelAll() }
        guard let value = try await group.next() else { throw TookTooLong(what: what) }
        return value
    }
}

/// Lets so many through at a time.
actor Gate {
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ places: Int) { free = places }

    func pass<Value: Sendable>(_ work: @Sendable () async throws -> Value) async rethrows -> Value {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
        defer {
            if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
        }
        return try await work()
    }
}

/// One case of a test, called by its name: what is sent may be megabytes.
struct Sending: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]

    init(_ name: String, _ bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    init(_ name: String, _ text: String) { self.init(name, Array(text.utf8)) }

    var testDescription: String { name }
}

/// Runs few cases at a time: dozens of servers and processes at once would make each other late.
struct Few: SuiteTrait, TestTrait, TestScoping {
    private static let gate = Gate(4)

    var isRecursive: Bool { true }

    func scopeProvider(for test: Test, testCase: Test.Case?) -> Few? { testCase == nil ? nil : self }

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        try await Self.gate.pass { try await function() }
    }
}

extension Trait where Self == Few {
    static var few: Few { Few() }
}

/// The same numbers in every run: SplitMix64.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
