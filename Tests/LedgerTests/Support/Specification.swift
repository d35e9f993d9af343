import CivilTime

@testable import Ledger

/// One entry as the specification sees it.
struct Made: Sendable {
    enum What: Sendable {
        case opened(String)
        case noted(Int)
        case closed
        case withdrawal(of: String)
    }

    var id: String
    var what: What
    var day: Day
    var corrects: String?

    var isWithdrawal: Bool { if case .withdrawal = what { true } else { false } }
    var kind: String {
        switch what {
        case .opened: Opened.kind
        case .noted: Noted.kind
        case .closed: Closed.kind
        case .withdrawal: "withdrawn"
        }
    }

    /// As the ledger stores it; its sequence is also its version.
    func stored(_ sequence: Int, commit: Int) throws -> StoredEntry {
        let payload =
            switch what {
            case .opened(let title):
                try Stored.text(Envelope(day: day, corrects: corrects, data: Opened(title: title, code: nil)))
            case .noted(let amount):
                try Stored.text(Envelope(day: day, corrects: corrects, data: Noted(amount: amount)))
            case .closed:
                try Stored.text(Envelope(day: day, corrects: corrects, data: Closed(because: "full")))
            case .withdrawal(let target): try Stored.text(Envelope<NoData>(day: day, withdraws: target))
            }
        return StoredEntry(
            sequence: sequence, id: id, commit: commit, subject: SubjectID(kind: Notebook.kind, id: "book"),
            version: sequence, kind: kind, kindVersion: kind == Opened.kind ? 2 : 1, payload: payload,
            salt: "",
            digest: "", hash: "")
    }
}

/// What the fold of a notebook's entries must be, said in the plainest way: every question asked anew.
struct Specification {
    let entries: [Made]

    private func position(_ id: String) -> Int? { entries.firstIndex { $0.id == id } }

    /// A withdrawal that is itself withdrawn takes nothing back.
    func isWithdrawn(_ id: String) -> Bool {
        entries.contains { if case .withdrawal(id) = $0.what { !isWithdrawn($0.id) } else { false } }
    }

    /// The corrections of an entry that count, oldest first.
    private func corrections(of id: String) -> [Made] {
        entries.filter { $0.corrects == id && !isWithdrawn($0.id) }
    }

    /// What stands in the place of an entry that corrects nothing.
    private func standing(for root: Made) -> Made? {
        var now = root
        while let next = corrections(of: now.id).last { now = next }
        return now.id == root.id && isWithdrawn(root.id) ? nil : now
    }

    /// The entries that stand, in the order of folding.
    func folded() -> [Made] {
        let ranks = [Opened.kind: 0, Noted.kind: 1, Closed.kind: 2]
        let roots = entries.filter { $0.corrects == nil && !$0.isWithdrawal }
        let lines = roots.compactMap { root in standing(for: root).map { (root: root, now: $0) } }
        return lines.sorted { one, other in
            if one.now.day != other.now.day { return one.now.day < other.now.day }
            let (rank, otherRank) = (ranks[one.root.kind] ?? 9, ranks[other.root.kind] ?? 9)
            if rank != otherRank { return rank < otherRank }
            return (position(one.root.id) ?? 0) < (position(other.root.id) ?? 0)
        }.map(\.now)
    }

    /// The problems that the fold must name, as sets of entries.
    func problems() -> Set<Set<String>> {
        var found: Set<Set<String>> = []
        for entry in entries where entry.corrects != nil && !isWithdrawn(entry.id) {
            guard let target = entry.corrects else { continue }
            if isWithdrawn(target) { found.insert([entry.id, target]) }
            let all = corrections(of: target)
            if all.count > 1 { found.insert(Set([target] + all.map(\.id))) }
        }
        return found
    }

    func notes() -> [Notebook.Note] {
        folded().compactMap { entry in
            if case .noted(let amount) = entry.what {
                Notebook.Note(id: entry.id, day: entry.day, amount: amount)
            } else {
                nil
            }
        }
    }
}

extension Seeded {
    /// A history of so many entries: of every sort, in any order, each naming only what came before.
    mutating func history(_ count: Int, days: Int = 20) -> [Made] {
        var made: [Made] = []
        for number in 0..<count {
            let id = "e\(number)"
            let day = CivilTime.Day(number: Lab.today.number - below(days))
            let target = made.isEmpty ? nil : made[below(made.count)]
            switch below(10) {
            case 0: made.append(Made(id: id, what: .opened("title \(number)"), day: day))
            case 1: made.append(Made(id: id, what: .closed, day: day))
            case 2...5: made.append(Made(id: id, what: .noted(number), day: day))
            case 6, 7:
                if let target, !target.isWithdrawal {
                    made.append(
                        Made(id: id, what: target.what.changed(number), day: day, corrects: target.id))
                } else {
                    made.append(Made(id: id, what: .noted(number), day: day))
                }
            default:
                let what = target.map { Made.What.withdrawal(of: $0.id) } ?? .noted(number)
                made.append(Made(id: id, what: what, day: day))
            }
        }
        return made
    }
}

extension Made.What {
    fileprivate func changed(_ number: Int) -> Made.What {
        switch self {
        case .opened: .opened("corrected \(number)")
        case .noted: .noted(-number)
        case .closed, .withdrawal: self
        }
    }
}
