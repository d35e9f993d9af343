import Access
import CivilTime
import Ledger
import Markup
import Pages

/// What meetings gave to do, over all forums.
struct ActionsController: Sendable {
    let desk: Desk

    func register(in table: inout RouteTable) {
        table.add(ActionRoutes.actions) { _, request in try await list(request) }
        table.add(ActionRoutes.action) { id, request in try await action(id, request) }
        desk.add(ActionRoutes.progressing, ActionRoutes.progress, to: &table) { id, _ in
            try await progressing(id)
        }
        desk.add(ActionRoutes.moving, ActionRoutes.move, to: &table) { id, _ in try await moving(id) }
        desk.add(ActionRoutes.closing, ActionRoutes.close, to: &table) { id, _ in try await closing(id) }
        desk.add(ActionRoutes.reopening, ActionRoutes.reopen, to: &table) { id, _ in
            try await reopening(id)
        }
    }

    private func list(_ request: Request) async throws -> Reply {
        let (rows, names) = try await desk.ledger.read { snapshot in
            (try ActionRow.all(snapshot.reader), try ForumRow.names(snapshot.reader))
        }
        let choice = ActionsView.Choice(rawValue: request.queryValue("show") ?? "")
        let view = ActionsView(
            rows: rows, names: names, account: request.visitor.account, today: request.context.today)
        return .page(view.page(choice ?? view.usual), request.context)
    }

    private func action(_ id: String, _ request: Request) async throws -> Reply {
        let model = try await desk.ledger.read { try ActionModel(id, $0) }
        return .page(
            ActionView(model: model, sight: Sight(request.visitor), today: request.context.today).page(),
            request.context)
    }

    // MARK: What becomes of one

    private static let note = LongTextQuestion("note", "Progress", most: 2_000, rows: 4)
    private static let due = Ask.day("due", "New day it is due")
    private static let how = LongTextQuestion("how", "How", most: 2_000, rows: 4)
    private static let ending = RadiosQuestion(
        "closing", "How it ended", Closing.allCases.map { Choice($0, $0.words) })
    private static let on = Ask.day("on", "Day")

    private func sheet(
        _ title: String, _ id: String, to link: Link, button: String,
        ask: @escaping @Sendable (inout Form) -> Void,
        read: @escaping @Sendable (inout Reading) -> ChangeAction.Change?
    ) async throws -> Sheet {
        let found = try await desk.ledger.read { try $0.action(id) }
        let about = Sheet.About(
            subject: SubjectID(kind: MeetingAction.kind, id: id), version: found.version,
            kinds: [ActionMoved.kind, ActionClosed.kind],
            words: { snapshot, commit in
                let held = try snapshot.known(MeetingAction.self, id, at: commit)
                let closed = held?.closed
                return [
                    ("How it ended", closed?.data.closing.words), ("How", closed?.data.how),
                    ("Day it ended", closed?.day.short), ("Due", held?.due?.short),
                ]
            },
            typed: { typed in
                [typed["closing"].flatMap(Closing.init)?.words, typed["how"], nil, nil]
            })
        return Sheet(
            title: title, thread: ActionView.thread(found), to: link, back: ActionRoutes.action(id),
            button: button, lead: "<p>\(found.raised.text)</p>", about: about, ask: ask,
            read: { reading, _ in
                Sheet.deciding(read(&reading)) { change, deciding in
                    try ChangeAction(action: id, change: change).decide(&deciding)
                }
            }, next: { ActionRoutes.action($0) })
    }

    private func progressing(_ id: String) async throws -> Sheet {
        try await sheet(
            "Note progress", id, to: ActionRoutes.progress(id), button: "Save note",
            ask: { $0.ask(Self.note) }, read: { reading in reading.ask(Self.note).map { .progress($0) } })
    }

    private func moving(_ id: String) async throws -> Sheet {
        try await sheet(
            "Change the day it is due", id, to: ActionRoutes.move(id), button: "Save",
            ask: { $0.ask(Self.due, Ask.reason) },
            read: { reading in
                let due = reading.ask(Self.due)
                let reason = reading.ask(Ask.reason)
                guard let due, let reason else { return nil }
                return .due(due, reason: reason)
            })
    }

    private func closing(_ id: String) async throws -> Sheet {
        try await sheet(
            "Close this action", id, to: ActionRoutes.close(id), button: "Close action",
            ask: { $0.ask(Self.ending, Self.how, Self.on) },
            read: { reading in
                let ending = reading.ask(Self.ending)
                let how = reading.ask(Self.how)
                let on = reading.ask(Self.on)
                guard let ending, let how, let on else { return nil }
                return .close(ActionClosed(closing: ending, how: how), on: on)
            })
    }

    private func reopening(_ id: String) async throws -> Sheet {
        try await sheet(
            "Open this action again", id, to: ActionRoutes.reopen(id), button: "Open again",
            ask: { $0.ask(Ask.reason) },
            read: { reading in reading.ask(Ask.reason).map { .reopen(reason: $0) } })
    }
}
