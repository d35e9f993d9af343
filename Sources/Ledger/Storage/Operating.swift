/// What the module of operational tables may ask of the ledger's storage; nobody else may.
///
/// These tables (sessions, credentials, drafts, …) are no record: they are not entries, not rebuilt and not
/// exported. They stand in the same database so that several servers share them and so that a credential can
/// change in the same transaction as the entry that says so.
extension Ledger {
    /// Makes the operational tables or brings them to their newest structure.
    ///
    /// - Parameter steps: named steps, never edited once released.
    /// - Throws: ``LedgerError/newerStructure(_:)`` where a newer program has been here.
    @_spi(Operations)
    public func prepareOperations(_ steps: [(name: String, statements: [SQL])]) async throws {
        try await operate { try Structure.prepareOperations(steps, $0) }
    }

    /// Runs `body` alone in one transaction; undone where it throws.
    @_spi(Operations)
    @discardableResult
    public func operate<Value: Sendable>(_ body: @escaping @Sendable (Writer) throws -> Value) async throws
        -> Value
    {
        do {
            return try await engine.write { try body(Writer($0)) }
        } catch {
            throw engineError(error)
        }
    }
}

extension Command {
    /// The same command, with something more written in its transaction where it records anything.
    @_spi(Operations)
    public func alongside(_ body: @escaping @Sendable (Writer) throws -> Void) -> Command {
        var command = self
        let before = alongside
        command.alongside = { writer in
            try before?(writer)
            try body(writer)
        }
        return command
    }
}
