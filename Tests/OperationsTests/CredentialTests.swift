import Foundation
import Ledger
import Testing

@testable import Operations

@Suite struct `A password's hash` {
    @Test func `confirms its password and no other`() async throws {
        let hashing = PasswordHashing(cost: .trifling)
        let hash = try await hashing.hash("three random words")
        #expect(try await hashing.confirms("three random words", hash))
        for wrong in ["three random word", "Three random words", "", "three random words "] {
            #expect(try await !hashing.confirms(wrong, hash))
        }
        #expect(try await !hashing.confirms("three random words", nil))
    }

    @Test func `is another each time, and says what it cost`() async throws {
        let hashing = PasswordHashing(cost: .trifling)
        let (one, two) = (try await hashing.hash("same"), try await hashing.hash("same"))
        #expect(one != two)
        #expect(one.text.hasPrefix("scrypt$16$8$1$"))
    }

    @Test func `takes accents however they were typed`() async throws {
        let hashing = PasswordHashing(cost: .trifling)
        let hash = try await hashing.hash("caf\u{E9} au lait")
        #expect(try await hashing.confirms("cafe\u{301} au lait", hash))
    }

    @Test func `of the published vector is as published`() throws {
        // RFC 7914, section 12: N = 1024, r = 8, p = 16, "password", "NaCl"; its first 32 bytes.
        let hash = PasswordHash(
            text: "scrypt$1024$8$16$TmFDbA==$/bq+HJ00cgB4VucZDQHp/nxq18vII3gw53N2Y0s3MWI=")
        let cost = PasswordCost(rounds: 1_024, blockSize: 8, parallelism: 16)
        #expect(try PasswordHashing.derived("password", salt: Data("NaCl".utf8), cost: cost) == hash)
    }

    @Test(arguments: ["", "scrypt", "scrypt$16$8$1$x", "plain$16$8$1$AA==$AA==", "scrypt$0$0$0$AA==$AA=="])
    func `that is damaged confirms nothing`(text: String) async throws {
        let hashing = PasswordHashing(cost: .trifling)
        #expect(try await !hashing.confirms("any", PasswordHash(text: text)))
    }

    @Test func `is refused at once where too many wait already`() async throws {
        let hashing = PasswordHashing(cost: .standard, width: 1, waitingLimit: 2)
        let refused = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    do {
                        _ = try await hashing.hash("three random words")
                        return false
                    } catch {
                        return error is PasswordHashing.Busy
                    }
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(refused >= 1)
        #expect(try await hashing.hash("again").text.hasPrefix("scrypt$32768$8$3$"))
    }
}

@Suite struct `A code of the moment` {
    // RFC 6238, appendix B, SHA-1; the last six of its eight digits.
    @Test(arguments: [
        (Int64(59), "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"),
        (1_234_567_890, "005924"), (2_000_000_000, "279037"), (20_000_000_000, "353130"),
    ])
    func `is as published`(seconds: Int64, code: String) {
        let secret = TimeCode(secret: Array("12345678901234567890".utf8))
        #expect(secret.code(at: TimeCode.step(at: seconds * 1_000_000)) == code)
    }

    @Test(arguments: [
        ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
        ("foobar", "MZXW6YTBOI"),
    ])
    func `is typed in base 32 as published`(text: String, digits: String) {
        #expect(Base32.text(Array(text.utf8)) == digits)
    }

    @Test func `is taken in its step, the one before and the one after, and once`() async throws {
        let workshop = try await Workshop()
        let credentials = workshop.operations.credentials
        let secret = try await workshop.setUpSecondFactor(of: "a").secret
        workshop.pass(seconds: 300)
        let step = TimeCode.step(at: workshop.now)
        #expect(try await !credentials.takes(secret.code(at: step - 2), of: "a"))
        #expect(try await !credentials.takes(secret.code(at: step + 2), of: "a"))
        #expect(try await credentials.takes(secret.code(at: step - 1), of: "a"))
        #expect(try await credentials.takes(" \(secret.code(at: step)) ", of: "a"))
        #expect(try await !credentials.takes(secret.code(at: step), of: "a"))
        #expect(try await !credentials.takes(secret.code(at: step - 1), of: "a"))
        #expect(try await credentials.takes(secret.code(at: step + 1), of: "a"))
        #expect(try await !credentials.takes(secret.code(at: step + 1), of: "b"))
    }

    @Test func `is set up by a secret of each session's own, once, and ends every session`() async throws {
        let workshop = try await Workshop()
        let credentials = workshop.operations.credentials
        let (one, other) = (
            credentials.pendingSecondFactor(session: "one"), credentials.pendingSecondFactor(session: "other")
        )
        #expect(one != other && one == credentials.pendingSecondFactor(session: "one"))
        let code = one.code(at: TimeCode.step(at: workshop.now))
        #expect(credentials.step(of: code, session: "one") == TimeCode.step(at: workshop.now))
        #expect(credentials.step(of: code, session: "other") == nil)
        #expect(try await credentials.standing(of: "a").hasSecondFactor == false)
        let session = try await workshop.operations.sessions.begin("a", .settingUp)
        _ = try await workshop.setUpSecondFactor(of: "a")
        #expect(try await credentials.standing(of: "a").hasSecondFactor)
        #expect(try await credentials.recoveryCodesLeft(of: "a") == 10)
        #expect(try await workshop.operations.sessions.find(session) == .none)
        await #expect(throws: Credentials.AlreadyDone.self) {
            _ = try await workshop.setUpSecondFactor(of: "a")
        }
        #expect(try await !credentials.takes(code, of: "a"), "it was used to confirm")
    }

    @Test func `is replaced by a recovery code, each once and only its owner's`() async throws {
        let workshop = try await Workshop()
        let credentials = workshop.operations.credentials
        let codes = try await workshop.setUpSecondFactor(of: "a").codes
        #expect(Set(codes).count == 10)
        #expect(try await !credentials.takes(recovery: codes[0], of: "b"))
        #expect(try await credentials.takes(recovery: codes[0].lowercased(), of: "a"))
        #expect(try await !credentials.takes(recovery: codes[0], of: "a"))
        #expect(try await credentials.takes(recovery: codes[1].replacing("-", with: " "), of: "a"))
        #expect(try await credentials.recoveryCodesLeft(of: "a") == 8)
    }

    @Test func `is gone after it was revoked, with sessions and recovery codes`() async throws {
        let workshop = try await Workshop()
        let credentials = workshop.operations.credentials
        let codes = try await workshop.setUpSecondFactor(of: "a").codes
        let session = try await workshop.operations.sessions.begin("a", .open)
        _ = try await workshop.ledger.commit(
            credentials.revokingSecondFactor(of: "a", in: workshop.command()))
        #expect(try await credentials.standing(of: "a").hasSecondFactor == false)
        #expect(try await !credentials.takes(recovery: codes[3], of: "a"))
        #expect(try await workshop.operations.sessions.find(session) == .none)
        _ = try await workshop.setUpSecondFactor(of: "a", session: "later")
    }

    @Test func `a command that records nothing new changes no credential`() async throws {
        let workshop = try await Workshop()
        let hashing = PasswordHashing(cost: .trifling)
        let (first, second) = (try await hashing.hash("first words here"), try await hashing.hash("second"))
        let credentials = workshop.operations.credentials
        _ = try await workshop.ledger.commit(
            credentials.setting(first, of: "a", in: workshop.command("same")))
        _ = try await workshop.ledger.commit(
            credentials.setting(second, of: "a", in: workshop.command("same")))
        #expect(try await credentials.standing(of: "a").password == first)
    }
}
