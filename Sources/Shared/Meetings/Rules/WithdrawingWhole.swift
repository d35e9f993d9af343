import Ledger

extension Deciding {
    /// Takes back an entry of a meeting with all that it corrected, so that nothing of it stands again.
    mutating func withdrawWhole(_ entry: String, of meeting: String, reason: String) throws {
        let corrected = try look { snapshot in
            let chronicle = try snapshot.chronicle(of: SubjectID(kind: Meeting.kind, id: meeting))
            return Dictionary(
                chronicle.compactMap { line in line.corrects.map { (line.id, $0) } },
                uniquingKeysWith: { first, _ in first })
        }
        var next: String? = entry
        while let one = next {
            try withdraw(one, on: Meeting.self, meeting, reason: reason)
            next = corrected[one]
        }
    }
}
