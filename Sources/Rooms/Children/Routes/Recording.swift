import Access
import CivilTime
import Ledger
import Markup
import Pages
import People

/// What became of what a form asked for.
enum Recorded<Value: Sendable>: Sendable {
    case done(Value)
    /// Refused; the reading says why.
    case refused
    /// Somebody recorded, since the form was shown, what it shows: the entries.
    case overtaken([String])
}

extension Reading {
    /// Commits a command; a refusal becomes a problem of the form.
    ///
    /// - Throws: what is no refusal: the records cannot be reached.
    mutating func commit<Value>(
        _ command: Command<Value>, to ledger: Ledger
    ) async throws -> Recorded<Value> {
        do {
            return .done(try await ledger.commit(command).value)
        } catch LedgerError.overtaken(let entries) {
            return .overtaken(entries)
        } catch let error as LedgerError where error.isRefusal {
            refuse(error.forPerson.withoutStop)
            return .refused
        } catch let refusal as any Refusal {
            refuse(refusal.forPerson.withoutStop)
            return .refused
        }
    }
}

/// What a form on one child showed: its version, and the entry kinds that it depends on.
struct ShownRecord: Sendable {
    let child: String
    let version: String
    let kinds: Set<String>

    /// Takes the version from the form; where it is none, everything since the beginning counts as new.
    init(_ form: Typed, of child: String, kinds: Set<String>) {
        self.child = child
        version = form[Form.shownField] ?? ""
        self.kinds = kinds
    }

    var shown: [Shown] {
        [Shown(SubjectID(kind: Child.kind, id: child), version: Int(pathText: version) ?? 0, kinds: kinds)]
    }
}

/// What somebody else recorded while a form was being filled in.
struct Meanwhile: Sendable {
    let who: String
    let when: String
    let before: String?
    let now: String?

    /// Nil where the entries are not found, which cannot be: they were just named by the ledger.
    init?(_ entries: [String], on topic: Topic, of found: FoundChild, today: Day, _ snapshot: Snapshot)
        throws
    {
        let subject = SubjectID(kind: Child.kind, id: found.id)
        try self.init(entries, of: subject, today: today, snapshot) { commit in
            guard let commit else { return Self.words(of: found.child, topic, found.sight, found.names) }
            let earlier = try snapshot.state(of: Child.self, found.id, asKnownAt: commit)?.state
            return try earlier.flatMap {
                Self.words(of: $0, topic, found.sight, try Names(of: $0, snapshot.reader))
            }
        }
    }

    /// - Parameter words: what stood as known at a commit, and what stands now.
    init?(
        _ entries: [String], of subject: SubjectID, today: Day, _ snapshot: Snapshot,
        words: (_ commit: Int?) throws -> String?
    ) throws {
        let fresh = try snapshot.chronicle(of: subject).filter { entries.contains($0.id) }
        guard let first = fresh.first, let last = fresh.last else { return nil }
        let names = try AccountNames(Set([last.author.account].compactMap { $0 }), snapshot.reader)
        let role = last.author.role.flatMap(Role.init(rawValue:))?.words
        who = [names.name(last.author.account), role].compactMap { $0 }.joined(separator: ", ")
        when = Self.words(last.recordedAt, today)
        before = try words(first.commit - 1)
        now = try words(nil)
    }

    private static func words(_ moment: Int64, _ today: Day) -> String {
        let (day, hour, minute) = Day.londonClock(microsecondsSince1970: moment)
        let clock = "\(Digits.two(hour)):\(Digits.two(minute))"
        return day == today ? "today at \(clock)" : "on \(day.short) at \(clock)"
    }

    /// What stands under a topic, in words; nil where nothing does.
    static func words(of child: Child, _ topic: Topic, _ sight: Sight, _ names: Names) -> String? {
        switch topic {
        case .birth: return child.birthDate?.short
        case .death: return child.died?.short
        default:
            let words = child.statements(on: topic).filter { sight.shows($0.detail) }.map {
                statement -> String in
                let end = statement.to.map { " to \($0.short)" } ?? ""
                return "\(statement.detail.words(names)), from \(statement.from.short)\(end)"
            }
            return words.isEmpty ? nil : words.joined(separator: "; ")
        }
    }

    /// The other's change, to stand over the form with one's own words.
    func banner(_ subject: String, yours: String?) -> HTML {
        Kit.changedMeanwhile(
            by: who, when: when,
            [Kit.MeanwhileChange(subject, before: before, now: now, yours: yours)])
    }
}
