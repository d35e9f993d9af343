extension Reads {
    /// Reads that showed any of these children, the latest first; each names only these of its children.
    ///
    /// - Parameters:
    ///   - children: the child's id with those of all that were merged into it.
    ///   - openedOnly: leaves out where they only stood in a list.
    ///   - leavingOutSafeguarding: leaves out what a family may not see before it is released.
    ///   - sequence: only reads before this one, to go on where a page ended.
    ///   - limit: how many at most, 1 to 1,000.
    /// - Throws: ``LedgerError/storage(_:)``.
    public func reads(
        of children: [String], openedOnly: Bool, leavingOutSafeguarding: Bool = false,
        before sequence: Int? = nil, limit: Int
    ) async throws -> [Recorded] {
        let condition: SQL = """
            sequence IN (SELECT sequence FROM read_child
            WHERE child IN \(list: children) AND opened >= \(openedOnly))
            AND safeguarding <= \(!leavingOutSafeguarding)
            """
        return try await reads(where: condition, children: children, before: sequence, limit)
    }

    /// Reads by an account, the latest first, with all children they showed.
    ///
    /// - Parameters:
    ///   - account: the account's id.
    ///   - sequence: only reads before this one, to go on where a page ended.
    ///   - limit: how many at most, 1 to 1,000.
    /// - Throws: ``LedgerError/storage(_:)``.
    public func reads(
        by account: String, before sequence: Int? = nil, limit: Int
    ) async throws -> [Recorded] {
        try await reads(where: "account = \(account)", children: nil, before: sequence, limit)
    }

    private func reads(
        where condition: SQL, children: [String]?, before sequence: Int?, _ limit: Int
    ) async throws -> [Recorded] {
        let limit = min(max(limit, 1), 1_000)
        return try await ask([]) { reader in
            let rows = try reader.all(
                """
                SELECT sequence, recorded_at, account, role, basis, route, commit_number, safeguarding
                FROM read_entry WHERE \(condition) AND sequence < \(sequence ?? .max)
                ORDER BY sequence DESC LIMIT \(limit)
                """
            ) { fields in
                Recorded(
                    sequence: fields.integer(0), recordedAt: Int64(fields.integer(1)),
                    read: Read(
                        account: fields.text(2), role: fields.textOrNil(3), basis: fields.text(4),
                        route: fields.text(5), commit: fields.integer(6), children: [],
                        safeguarding: fields.flag(7)))
            }
            let shown = try Self.shown(rows.map(\.sequence), children, reader)
            return rows.map { $0.showing(shown[$0.sequence] ?? []) }
        }
    }

    /// The children of reads, by the reads' sequences; of these children only, where they are given.
    private static func shown(
        _ sequences: [Int], _ children: [String]?, _ reader: Reader
    ) throws -> [Int: [Shown]] {
        let only: SQL = children.map { "AND child IN \(list: $0)" } ?? ""
        var shown: [Int: [Shown]] = [:]
        try reader.forEach(
            "SELECT sequence, child, opened FROM read_child WHERE sequence IN \(list: sequences) \(only)"
        ) { fields in
            shown[fields.integer(0), default: []].append(
                Shown(child: fields.text(1), opened: fields.flag(2)))
        }
        return shown
    }
}

extension Reads.Recorded {
    fileprivate func showing(_ children: [Reads.Shown]) -> Reads.Recorded {
        Reads.Recorded(
            sequence: sequence, recordedAt: recordedAt,
            read: Reads.Read(
                account: read.account, role: read.role, basis: read.basis, route: read.route,
                commit: read.commit, children: children, safeguarding: read.safeguarding))
    }
}
