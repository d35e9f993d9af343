import Access
import CivilTime
import Ledger
import Markup
import Pages
import People

/// Records that may be of one child: proposed with reasons, merged by a person, and taken apart again.
struct DoublesController: Sendable {
    let ledger: Ledger

    func register(in table: inout RouteTable) {
        table.add(ChildRoutes.doubles) { id, request in try await list(id, request) }
        table.add(ChildRoutes.merging) { place, request in
            try await pair(place, request) { mergingPage($0, Reading(request.typed()), request) }
        }
        table.add(ChildRoutes.merge) { place, request in
            try await pair(place, request) { try await merge($0, request) }
        }
        table.add(ChildRoutes.separating) { place, request in
            try await separated(place, request) { separatingPage($0, Reading(request.typed()), request) }
        }
        table.add(ChildRoutes.separate) { place, request in
            try await separated(place, request) { try await separate($0, request) }
        }
    }

    private func list(_ id: String, _ request: Request) async throws -> Reply {
        let asking = request.asking
        return try await ledger.answer(
            id, for: .mergeChildren, request, movedTo: { ChildRoutes.doubles($0) },
            { found, snapshot in (found, try Doubles.of(found.child, asking, snapshot)) },
            { found, doubles in
                let shown = ShownChildren(
                    opened: [found.id], listed: doubles.map(\.id), as: found.permission)
                return .page(DoublesView.list(found, doubles), request.context).showing(shown)
            })
    }

    // MARK: Merging

    private func pair(
        _ place: (String, String), _ request: Request, _ reply: (MergePair) async throws -> Reply
    ) async throws -> Reply {
        let (asking, other) = (request.asking, place.1)
        return try await ledger.answer(
            place.0, for: .mergeChildren, request, movedTo: { ChildRoutes.doubles($0) },
            { found, snapshot -> MergePair? in
                guard other != found.id else { throw PageError.notFound }
                let second = try snapshot.open(other, for: .mergeChildren, asking) { $0 }
                guard case .here(let second) = second else { return nil }
                return try MergePair(found, second, asking, snapshot)
            },
            { pair in
                // Merged meanwhile by somebody else.
                guard let pair else { return .seeOther(ChildRoutes.doubles(place.0)) }
                return try await reply(pair)
            })
    }

    private func mergingPage(_ pair: MergePair, _ reading: Reading, _ request: Request) -> Reply {
        var form = Form(
            to: ChildRoutes.merge((pair.found.id, pair.other.id)), after: reading,
            token: request.context.formToken, command: CommandID.new(), button: "Merge the records")
        form.ask(Ask.reason)
        form.add(link: "Cancel", to: ChildRoutes.doubles(pair.found.id))
        let page = Page.form(
            "Merge two records", thread: RecordView.thread(pair.found), section: "children",
            banner: request.draftBanner, lead: DoublesView.merging(pair), form)
        return .page(page, request.context, status: reading.isFine ? 200 : 422).showing(pair.shown)
    }

    private func merge(_ pair: MergePair, _ request: Request) async throws -> Reply {
        var reading = Reading(request.form)
        guard let reason = reading.ask(Ask.reason) else { return mergingPage(pair, reading, request) }
        let (child, other, moment) = (pair.found.id, pair.other.id, request.moment)
        let author = try request.author(as: pair.found.permission)
        let command = Command(
            id: try CommandID.of(request.form), fields: request.form.fieldsText, author: author
        ) { deciding -> Bool in
            for id in [child, other] {
                try deciding.admit(author, to: .mergeChildren, child: id, at: moment)
            }
            try Merging.merge(child: other, into: child, because: reason, &deciding)
            return true
        }
        guard case .done = try await reading.commit(command, to: ledger) else {
            return mergingPage(pair, reading, request)
        }
        return .seeOther(ChildRoutes.child(child))
    }

    // MARK: Taking a merge back

    private func separated(
        _ place: (String, String), _ request: Request, _ reply: (MergedRecord) async throws -> Reply
    ) async throws -> Reply {
        let other = place.1
        return try await ledger.answer(
            place.0, for: .mergeChildren, request,
            movedTo: { ChildRoutes.separating(($0, other)) },
            { found, snapshot -> MergedRecord in
                let subject = SubjectID(kind: Child.kind, id: found.id)
                guard try snapshot.merged(into: subject).contains(where: { $0.id == other }) else {
                    throw PageError.notFound
                }
                let name = try snapshot.state(of: Child.self, other)?.state.name?.full
                return MergedRecord(found: found, other: other, name: name ?? "")
            }, reply)
    }

    private func separatingPage(
        _ merged: MergedRecord, _ reading: Reading, _ request: Request
    ) -> Reply {
        var form = Form(
            to: ChildRoutes.separate((merged.found.id, merged.other)), after: reading,
            token: request.context.formToken, command: CommandID.new(), button: "Take the merge back")
        form.ask(Ask.reason)
        form.add(link: "Cancel", to: ChildRoutes.child(merged.found.id))
        let page = Page.form(
            "Take a merge back", thread: RecordView.thread(merged.found), section: "children",
            banner: request.draftBanner,
            lead: """
                <p>The record of \(merged.name) (<span class="mono">\(merged.other)</span>) will stand by itself \
                again, with all that was recorded on it before and since. What was recorded on this page since the \
                merge stays here.</p>
                """, form)
        let shown = ShownChildren(opened: [merged.found.id, merged.other], as: merged.found.permission)
        return .page(page, request.context, status: reading.isFine ? 200 : 422).showing(shown)
    }

    private func separate(_ merged: MergedRecord, _ request: Request) async throws -> Reply {
        var reading = Reading(request.form)
        guard let reason = reading.ask(Ask.reason) else {
            return separatingPage(merged, reading, request)
        }
        let (child, other, moment) = (merged.found.id, merged.other, request.moment)
        let author = try request.author(as: merged.found.permission)
        let command = Command(
            id: try CommandID.of(request.form), fields: request.form.fieldsText, author: author
        ) { deciding -> Bool in
            try deciding.admit(author, to: .mergeChildren, child: child, at: moment)
            try Merging.separate(child: other, because: reason, &deciding)
            return true
        }
        guard case .done = try await reading.commit(command, to: ledger) else {
            return separatingPage(merged, reading, request)
        }
        return .seeOther(ChildRoutes.child(merged.found.id))
    }
}
