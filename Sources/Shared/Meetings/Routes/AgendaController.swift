import Ledger
import Markup
import Pages
import People

/// The agenda of a meeting.
struct AgendaController: Sendable {
    let desk: Desk

    func register(in table: inout RouteTable) {
        desk.add(MeetingsRoutes.newItem, MeetingsRoutes.putItem, to: &table) { id, _ in
            try await adding(id)
        }
        desk.add(MeetingsRoutes.item, MeetingsRoutes.changeItem, to: &table) { place, _ in
            try await changing(place.0, place.1)
        }
    }

    private static let title = Ask.line("title", "Title")
    private static let kind = RadiosQuestion("kind", "For", ItemKind.allCases.map { Choice($0, $0.words) })
    private static let presenter = Ask.line("presenter", "Who presents it").optional()
    private static let position = WholeNumberQuestion("position", "Place on the agenda", in: 1...99)
    private static let keeping = RadiosQuestion(
        "keeping", "What to do",
        [
            Choice(true, key: "keep", "Change it"),
            Choice(
                false, key: "remove", "Take it off the agenda",
                hint: "Its papers and what was recorded under it stay."),
        ])

    private static func read(_ reading: inout Reading, item: String) -> ItemPut? {
        let title = reading.ask(title)
        let kind = reading.ask(kind)
        let presenter = reading.ask(presenter)
        let position = reading.ask(position)
        guard let title, let kind, let position else { return nil }
        return ItemPut(item: item, position: position, kind: kind, title: title, presenter: presenter)
    }

    private func adding(_ id: String) async throws -> Sheet {
        let found = try await desk.ledger.read { try $0.meeting(id) }
        var first = Typed()
        Self.position.fill(&first, with: min((found.meeting.items.last?.data.position ?? 0) + 1, 99))
        var sheet = desk.sheet(
            "Add an item to the agenda", found, to: MeetingsRoutes.putItem(id), button: "Add item",
            first: first, ask: { $0.ask(Self.title, Self.kind, Self.presenter, Self.position) },
            read: { reading, _ in Self.read(&reading, item: "").map { .put($0) } })
        sheet.again = "Add and enter another"
        return sheet
    }

    private func changing(_ id: String, _ item: String) async throws -> Sheet {
        let found = try await desk.ledger.read { try $0.meeting(id) }
        guard let held = found.meeting.items.last(where: { $0.data.item == item })?.data else {
            throw PageError.notFound
        }
        var first = Typed()
        Self.keeping.fill(&first, with: true)
        Self.title.fill(&first, with: held.title)
        Self.kind.fill(&first, with: held.kind)
        if let presenter = held.presenter { Self.presenter.fill(&first, with: presenter) }
        Self.position.fill(&first, with: held.position)
        let about = Sheet.About(
            subject: SubjectID(kind: Meeting.kind, id: id), version: found.version, kinds: [ItemPut.kind],
            words: { snapshot, commit in
                let items = try snapshot.known(Meeting.self, id, at: commit)?.items
                let now = items?.last { $0.data.item == item }?.data
                return [
                    ("Title", now?.title.text), ("Who presents it", now?.presenter?.text),
                    ("Place on the agenda", now.map { "\($0.position)" }),
                ]
            }, typed: { [$0["title"], $0["presenter"], $0["position"]] })
        return desk.sheet(
            "Change an item", found, to: MeetingsRoutes.changeItem((id, item)), first: first, about: about,
            ask: {
                $0.ask(
                    Self.keeping, Self.title, Self.kind, Self.presenter, Self.position,
                    Ask.reason.optional())
            },
            read: { reading, _ in
                let keeps = reading.ask(Self.keeping)
                let reason = reading.ask(Ask.reason.optional()) ?? "The agenda was changed."
                if keeps == false { return .removeItem(item, reason: reason) }
                return Self.read(&reading, item: item).map { .correctItem($0, reason: reason) }
            })
    }
}
