import Crypto
import CryptoExtras
import Dispatch
import Foundation
import Synchronization

/// A password's hash with all that is needed to check it: `scrypt$N$r$p$salt$hash` (RFC 7914).
public struct PasswordHash: Sendable, Hashable {
    let text: String
}

/// What hashing a password costs.
public struct PasswordCost: Sendable, Hashable {
    let rounds: Int
    let blockSize: Int
    let parallelism: Int

    /// 32 MiB and about a quarter of a second: N = 2^15, r = 8, p = 3.
    public static let standard = PasswordCost(rounds: 1 << 15, blockSize: 8, parallelism: 3)
    /// Next to nothing: for tests, which sign in thousands of times.
    public static let trifling = PasswordCost(rounds: 1 << 4, blockSize: 8, parallelism: 1)
}

/// Hashes passwords on threads of its own: a few at once, a bounded number waiting.
public final class PasswordHashing: Sendable {
    /// There are more sign-ins at this moment than can wait.
    public struct Busy: Error {}

    private let cost: PasswordCost
    private let waitingLimit: Int
    private let queue: OperationQueue
    private let waiting = Mutex(0)
    /// Checked where there is no account: costs as much as any, and nobody knows its password.
    private let decoy: PasswordHash

    /// Hashes at most `width` passwords at once while at most `waitingLimit` wait.
    public init(cost: PasswordCost = .standard, width: Int = 2, waitingLimit: Int = 40) {
        self.cost = cost
        self.waitingLimit = waitingLimit
        queue = OperationQueue()
        queue.maxConcurrentOperationCount = width
        queue.qualityOfService = .userInitiated
        decoy = Self.hash(Self.randomBytes(32), salt: Self.randomBytes(16), cost)
    }

    /// The hash of a password under a new random salt.
    ///
    /// - Throws: ``Busy``.
    public func hash(_ password: String) async throws -> PasswordHash {
        let cost = cost
        return try await onOwnThread { try Self.hash(password, cost) }
    }

    /// Whether a password is the hashed one; where there is no hash it takes as long and says no.
    ///
    /// - Throws: ``Busy``.
    public func confirms(_ password: String, _ hash: PasswordHash?) async throws -> Bool {
        let against = hash ?? decoy
        let isSame = try await onOwnThread { Self.matches(password, against) }
        return isSame && hash != nil
    }

    private func onOwnThread<Value: Sendable>(
        _ work: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        let isAdmitted = waiting.withLock { count in
            guard count < waitingLimit else { return false }
            count += 1
            return true
        }
        guard isAdmitted else { throw Busy() }
        defer { waiting.withLock { $0 -= 1 } }
        return try await withCheckedThrowingContinuation { continuation in
            queue.addOperation { continuation.resume(with: Result { try work() }) }
        }
    }

    /// The same text however its accents were typed (RFC 8265).
    private static func bytes(_ password: String) -> Data {
        Data(password.precomposedStringWithCanonicalMapping.utf8)
    }

    private static func hash(_ password: String, _ cost: PasswordCost) throws -> PasswordHash {
        try derived(password, salt: randomBytes(16), cost: cost)
    }

    private static func randomBytes(_ count: Int) -> Data {
        SymmetricKey(size: .init(bitCount: count * 8)).withUnsafeBytes { Data($0) }
    }

    static func derived(_ password: String, salt: Data, cost: PasswordCost) throws -> PasswordHash {
        hash(try derive(password, salt, cost), salt: salt, cost)
    }

    private static func hash(_ key: Data, salt: Data, _ cost: PasswordCost) -> PasswordHash {
        let parts = [cost.rounds, cost.blockSize, cost.parallelism].map { "\($0)" }
        let stored = ["scrypt"] + parts + [salt.base64EncodedString(), key.base64EncodedString()]
        return PasswordHash(text: stored.joined(separator: "$"))
    }

    private static func matches(_ password: String, _ hash: PasswordHash) -> Bool {
        let parts = hash.text.split(separator: "$").map { String($0) }
        guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(parts[1]), let size = Int(parts[2]),
            let parallelism = Int(parts[3]), let salt = Data(base64Encoded: parts[4]),
            let stored = Data(base64Encoded: parts[5]),
            let key = try? derive(
                password, salt, PasswordCost(rounds: rounds, blockSize: size, parallelism: parallelism))
        else { return false }
        return isEqual(key, stored)
    }

    private static func derive(_ password: String, _ salt: Data, _ cost: PasswordCost) throws -> Data {
        let key = try KDF.Scrypt.deriveKey(
            from: bytes(password), salt: salt, outputByteCount: 32, rounds: cost.rounds,
            blockSize: cost.blockSize, parallelism: cost.parallelism)
        return key.withUnsafeBytes { Data($0) }
    }

    /// Takes as long wherever the first difference is.
    private static func isEqual(_ left: Data, _ right: Data) -> Bool {
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
