import Access
import CivilTime
import Ledger
import Markup
import Pages
import People

/// A change of an organisation that a form asks for, and what becomes of it.
struct OrganisationChange: Sendable {
    let ledger: Ledger
    let id: String
    let change: RecordOnOrganisation.Change
    let reason: ShortText?

    enum Outcome {
        case done
        /// The reading says why.
        case refused
        /// Somebody else changed it since the form was shown: what they did, over the form.
        case overtaken(HTML)
    }

    private static let kinds: Set<String> = [
        "organisation.recorded", "organisation.renamed", "organisation.part-of", "organisation.closed",
    ]

    func carryOut(_ reading: inout Reading, _ request: Request) async throws -> Outcome {
        let recording = RecordOnOrganisation(change, of: id, reason: reason)
        let version = request.form[Form.shownField].flatMap { Int(pathText: $0) } ?? 0
        let subject = SubjectID(kind: Organisation.kind, id: id)
        let command = Command(
            id: try CommandID.of(request.form), fields: request.form.fieldsText,
            author: try request.author(.manageOrganisations),
            shown: [Shown(subject, version: version, kinds: Self.kinds)]
        ) { deciding -> String in try recording.decide(&deciding) }
        do {
            return try await reading.carryOut({ try await ledger.commit(command) }) == nil ? .refused : .done
        } catch LedgerError.overtaken(let entries) {
            return .overtaken(try await banner(entries, request.context.today))
        }
    }

    /// What somebody else did meanwhile, in words.
    private func banner(_ entries: [String], _ today: Day) async throws -> HTML {
        let (id, yours) = (id, yours)
        return try await ledger.read { snapshot in
            let chronicle = try snapshot.chronicle(of: SubjectID(kind: Organisation.kind, id: id))
            let fresh = chronicle.filter { entries.contains($0.id) }
            guard let first = fresh.first, let last = fresh.last else { return "" }
            let names = try ReadRow.names(snapshot.reader)
            let role = last.author.role.flatMap(Role.init(rawValue:))?.words
            let who = [last.author.account.flatMap { names[$0] }, role].compactMap { $0 }
            let (day, hour, minute) = Day.londonClock(microsecondsSince1970: last.recordedAt)
            let clock = "\(Digits.two(hour)):\(Digits.two(minute))"
            let before = try snapshot.state(of: Organisation.self, id, asKnownAt: first.commit - 1)?.state
            let now = try snapshot.state(of: Organisation.self, id)?.state
            return Kit.changedMeanwhile(
                by: who.joined(separator: ", "),
                when: day == today ? "today at \(clock)" : "on \(day.short) at \(clock)",
                [
                    .init("Name", before: before?.name?.text, now: now?.name?.text, yours: yours.name),
                    .init(
                        "Last day", before: before?.closed?.short, now: now?.closed?.short,
                        yours: yours.closed),
                ])
        }
    }

    private var yours: (name: String?, closed: String?) {
        switch change {
        case .name(let name, _): (name.text, nil)
        case .closed(let to, _): (nil, to.short)
        default: (nil, nil)
        }
    }
}
