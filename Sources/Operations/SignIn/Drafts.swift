@_spi(Operations) import Ledger

/// What was typed into forms and not sent yet: encrypted, one for each account and form, kept for 30 days.
public struct Drafts: Sendable {
    let ledger: Ledger
    let keys: WrappedKeys
    let clock: Clock
    let identifiers: Identifiers

    private static let life = 30 * Micros.day
    /// The most that one draft may hold, in bytes.
    public static let limit = 1_048_576

    /// A draft is longer than ``limit``.
    public struct TooLong: Error {}

    /// Keeps what was typed, in the place of an earlier draft of the same form.
    ///
    /// - Parameter form: names the form and what it is about; holds ids alone, nothing personal.
    public func keep(_ bytes: [UInt8], of account: String, form: String) async throws {
        guard bytes.count <= Self.limit else { throw TooLong() }
        let (id, now) = (identifiers.next(), clock.now)
        try await ledger.operate { [keys] writer in
            try Self.drop(account, form, keys, writer)
            let sealed = try keys.seal(bytes, id: Self.keyID(id), writer)
            try writer.execute(
                "INSERT INTO draft VALUES (\(id), \(account), \(form), \(sealed), \(now))")
        }
    }

    /// The draft of a form, and when it was kept.
    public func find(of account: String, form: String) async throws -> (bytes: [UInt8], keptAt: Int64)? {
        let since = clock.now - Self.life
        return try await ledger.read { [keys] snapshot in
            let row = try snapshot.reader.first(
                """
                SELECT id, sealed, kept_at FROM draft WHERE account = \(account) AND form = \(form)
                AND kept_at >= \(since)
                """
            ) { ($0.text(0), $0.text(1), Int64($0.integer(2))) }
            guard let row, let bytes = try keys.open(row.1, id: Self.keyID(row.0), snapshot.reader) else {
                return nil
            }
            return (bytes, row.2)
        }
    }

    /// Deletes the draft of a form, with its key.
    public func drop(of account: String, form: String) async throws {
        try await ledger.operate { [keys] in try Self.drop(account, form, keys, $0) }
    }

    private static func drop(_ account: String, _ form: String, _ keys: WrappedKeys, _ writer: Writer) throws
    {
        let ids = try writer.reader.all(
            "SELECT id FROM draft WHERE account = \(account) AND form = \(form)"
        ) { $0.text(0) }
        for id in ids { try keys.forget(keyID(id), writer) }
        try writer.execute("DELETE FROM draft WHERE account = \(account) AND form = \(form)")
    }

    private static func keyID(_ draft: String) -> String { "draft \(draft)" }

    static func sweep(_ now: Int64, _ writer: Writer) throws {
        let since = now - life
        try writer.execute(
            """
            DELETE FROM wrapped_key WHERE id IN (SELECT 'draft ' || id FROM draft WHERE kept_at < \(since))
            """)
        try writer.execute("DELETE FROM draft WHERE kept_at < \(since)")
    }
}
