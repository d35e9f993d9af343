import CivilTime
import Testing

@testable import Ledger

/// Checks the chain as `docs/ledger.md` tells a stranger to: from the file alone, with hashing of its own.
@Suite struct `A stranger with the file and the page about it` {
    /// A part: its length in bytes, a colon, its bytes; `~` where there is none.
    private func part(_ text: String?) -> [UInt8] {
        guard let text else { return Array("~".utf8) }
        return Array("\(text.utf8.count):".utf8) + Array(text.utf8)
    }

    private func hash(_ parts: [String?]) -> String { PlainHash.digest(parts.flatMap(part)) }

    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func `has the right hash function`(_ text: String, _ expected: String) {
        #expect(PlainHash.digest(Array(text.utf8)) == expected)
    }

    @Test func `finds the same root`() async throws {
        let chain = try await Chain()
        let rows = try chain.raw.open().run(
            """
            SELECT entry.sequence, commit_record.number, entry.id, commit_record.command_id,
            commit_record.fields_digest, commit_record.recorded_at, commit_record.account, commit_record.role,
            commit_record.on_behalf_of, commit_record.channel, commit_record.result, entry.subject_kind,
            entry.subject_id, entry.subject_version, entry.kind, entry.kind_version, entry.digest, entry.hash,
            entry.salt, entry.payload
            FROM entry JOIN commit_record ON commit_record.number = entry.commit_number ORDER BY entry.sequence
            """)
        #expect(rows.count == Chain.entries)
        var previous = ""
        for row in rows {
            let (digest, stored, salt, payload) = (row[16], row[17], row[18], row[19])
            #expect(hash([salt, payload]) == digest)
            previous = hash(["goldenthread entry 1", previous] + row[0...16])
            #expect(previous == stored)
        }
        #expect(previous == chain.lab.ledger.knownHead.hash)
    }

    @Test func `finds a command's fields by their digest`() async throws {
        let chain = try await Chain()
        let stored = try chain.raw.open().first("SELECT fields_digest FROM commit_record WHERE number = 1")
        #expect(stored == hash(["a=1"]))
        #expect(stored == fieldsDigest("a=1"))
    }

    @Test func `finds the example of the page`() {
        let digest = hash(["00112233445566778899aabbccddeeff", #"{"data":{"amount":1},"day":"2024-06-30"}"#])
        #expect(digest == "98deb63f68043e74f135be07a475f1131245da994e52f00692517adb53d6d264")
        let fields = hash(["a=1"])
        #expect(fields == "523a4ed8f2555d910a70cc67f97a22bdc9bec5bccbbfee221b09a7b4b9267b51")
        let root = hash([
            "goldenthread entry 1", "", "1", "1", "entry-1", "command-1", fields, "1719748800000000", nil,
            nil,
            nil, "program", #"{"value":"entry-1"}"#, "notebook", "book-1", "1", "noted", "1", digest,
        ])
        #expect(root == "8c6fb9f97228a96f855e8aabc5889a6d594a2cfaf673f9b12420c4b1e3bf31d1")
    }
}
