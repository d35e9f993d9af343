public import CivilTime

/// What marks a database as a demonstration, where time may be simulated.
public struct Demonstration: Sendable, Hashable {
    /// The day that the demonstration shows as today.
    public let today: Day
}

extension Ledger {
    /// Marks an empty database as a demonstration; a database that holds anything is refused.
    ///
    /// - Throws: ``LedgerError/simulatedTime``.
    public func markAsDemonstration(today: Day) async throws {
        do {
            try await engine.write { connection in
                let writer = Writer(connection)
                guard try Storage.head(writer.reader).commit == 0 else { throw LedgerError.simulatedTime }
                try writer.execute("DELETE FROM meta WHERE name = 'demonstration'")
                try writer.execute("INSERT INTO meta VALUES ('demonstration', \(today.iso))")
            }
        } catch {
            throw engineError(error)
        }
    }

    /// The mark, where the database is a demonstration.
    public func demonstration() async throws -> Demonstration? {
        try await read { snapshot in
            let text = try snapshot.reader.first("SELECT value FROM meta WHERE name = 'demonstration'") {
                $0.text(0)
            }
            return text.flatMap { Day(iso: $0) }.map { Demonstration(today: $0) }
        }
    }
}
