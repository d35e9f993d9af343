/// Finds what somebody else has recorded since a form was shown.
struct Overtaking {
    let shown: [Shown]
    let reader: Reader

    /// Refuses where entries touch what the form showed.
    ///
    /// - Throws: ``LedgerError/overtaken(entries:)``.
    func refuse() throws {
        for shown in shown {
            let newer = try Storage.entries(of: shown.subject, after: shown.version, reader)
            let touching = try newer.filter { entry in
                // Whatever the form shows, it may be of a record that is now another's.
                let kind = try Self.kindTouched(by: entry, reader)
                return kind == Merge.into || shown.kinds.contains(kind)
            }
            if !touching.isEmpty { throw LedgerError.overtaken(entries: touching.map(\.id)) }
        }
    }

    /// Gives what a decision gives; where it is refused, says first what somebody else did meanwhile, because that
    /// is often why, and whoever is refused should see it.
    func explaining<Value>(_ decide: () throws -> Value) throws -> Value {
        do {
            return try decide()
        } catch let error where error is any Refusal || (error as? LedgerError)?.isRefusal ?? false {
            try refuse()
            throw error
        }
    }

    /// An entry's kind; of a withdrawal, the kind of what it takes back or brings back in the end.
    static func kindTouched(by entry: StoredEntry, _ reader: Reader) throws -> String {
        var (kind, payload) = (entry.kind, entry.payload)
        while kind == Withdrawal.kind, let text = payload,
            let target = try? Stored.value(Envelope<NoData>.self, from: text).withdraws,
            let named = try reader.first(
                "SELECT kind, payload FROM entry WHERE id = \(target)", { ($0.text(0), $0.textOrNil(1)) })
        {
            (kind, payload) = named
        }
        return kind
    }
}
