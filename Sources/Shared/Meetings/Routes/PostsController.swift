import Access
import CivilTime
import Ledger
import Markup
import Pages
import People

/// The chair's posts to the public, for who writes them.
struct PostsController: Sendable {
    let desk: Desk

    func register(in table: inout RouteTable) {
        table.add(PostRoutes.posts) { _, request in try await list(request) }
        table.add(PostRoutes.post) { id, request in try await post(id, request) }
        desk.add(PostRoutes.newPost, PostRoutes.addPost, to: &table) { _, request in
            try await drafting(nil, request.queryValue("meeting"))
        }
        desk.add(PostRoutes.redrafting, PostRoutes.redraft, to: &table) { id, _ in
            try await drafting(id, nil)
        }
        desk.add(PostRoutes.publishing, PostRoutes.publish, to: &table) { id, _ in
            try await publishing(id)
        }
        desk.add(PostRoutes.correcting, PostRoutes.correct, to: &table) { id, _ in
            try await correcting(id)
        }
        desk.add(PostRoutes.withdrawing, PostRoutes.withdraw, to: &table) { id, _ in
            try await withdrawing(id)
        }
    }

    private func list(_ request: Request) async throws -> Reply {
        let (rows, names) = try await desk.ledger.read { snapshot in
            (try PostRow.all(snapshot.reader), try ForumRow.names(snapshot.reader))
        }
        return .page(PostsView.list(rows, names: names), request.context)
    }

    private func post(_ id: String, _ request: Request) async throws -> Reply {
        let found = try await desk.ledger.read { try $0.post(id) }
        return .page(PostsView.page(found), request.context)
    }

    // MARK: Forms

    private static let title = Ask.line("title", "Title")
    private static let text = LongTextQuestion("text", "Text", most: 8_000, rows: 14)
        .hint("Write to families: what the meeting heard, what it decided, what happens next.")
    private static let signed = Ask.line("signed", "Signed by").hint("As the public reads it.")

    private func sheet(
        _ title: String, _ found: FoundPost?, to link: Link, button: String, lead: HTML = "",
        first: Typed = Typed(), ask: @escaping @Sendable (inout Form) -> Void,
        read: @escaping @Sendable (inout Reading) -> ChangePost.Change?
    ) -> Sheet {
        let id = found?.post.id
        let about = found.map { found in
            Sheet.About(
                subject: SubjectID(kind: ChairPost.kind, id: found.post.id), version: found.version,
                kinds: [
                    PostDrafted.kind, PostPublished.kind, PostCorrected.kind, PostTakenDown.kind,
                ],
                words: { [id = found.post.id] snapshot, commit in
                    let held = try snapshot.known(ChairPost.self, id, at: commit)
                    return [
                        ("Title", held?.said?.title), ("Text", held?.said?.text),
                        ("State", held?.stage.words),
                    ]
                }, typed: { [$0["title"], $0["text"], nil] })
        }
        return Sheet(
            title: title, thread: PostsView.thread(found), to: link,
            back: id.map { PostRoutes.post($0) } ?? PostRoutes.posts(), action: .publishPosts,
            button: button, lead: lead, first: first, about: about, ask: ask,
            read: { reading, _ in
                Sheet.deciding(read(&reading)) { change, deciding in
                    try ChangePost(post: id, change: change).decide(&deciding)
                }
            }, next: { PostRoutes.post($0) })
    }

    private func drafting(_ id: String?, _ meeting: String?) async throws -> Sheet {
        let (found, forums, meetings, about) = try await desk.ledger.read { snapshot in
            let found = try id.map { try snapshot.post($0) }
            let forums = try ForumRow.all(snapshot.reader)
            let names = Dictionary(forums.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
            let held = try MeetingRow.lately(snapshot.reader).map { row in
                Choice(row.id, key: row.id, "\(names[row.forum] ?? ""), \(row.day.short)")
            }
            return (found, forums, held, meeting.flatMap { try? snapshot.meeting($0) })
        }
        let forum = Ask.forum("forum", "For which forum", forums)
        let after = SelectQuestion("meeting", "About which meeting", meetings, none: "No one meeting")
            .optional()
        var first = Typed()
        if let found {
            Self.title.fill(&first, with: found.draft.title)
            Self.text.fill(&first, with: found.draft.text)
            Self.signed.fill(&first, with: found.draft.signed)
        }
        if let id = found?.draft.forum ?? about?.forum.id { forum.fill(&first, with: id) }
        if let id = found?.draft.meeting ?? about?.id { after.fill(&first, with: id) }
        return sheet(
            id == nil ? "Write a post" : "Change the draft", found,
            to: id.map { PostRoutes.redraft($0) } ?? PostRoutes.addPost(), button: "Save draft",
            first: first, ask: { $0.ask(forum, after, Self.title, Self.text, Self.signed) },
            read: { reading in
                let forum = reading.ask(forum)
                let meeting = reading.ask(after)
                let title = reading.ask(Self.title)
                let text = reading.ask(Self.text)
                let signed = reading.ask(Self.signed)
                guard let forum, let title, let text, let signed else { return nil }
                return .draft(
                    PostDrafted(
                        forum: forum, meeting: meeting, title: title, text: text, signed: signed))
            })
    }

    private static let confirm = ConfirmQuestion(
        "confirm", "No child or family can be recognised in it")

    private func publishing(_ id: String) async throws -> Sheet {
        let found = try await desk.ledger.read { try $0.post(id) }
        return sheet(
            "Publish “\(found.title)”", found, to: PostRoutes.publish(id), button: "Publish now",
            lead: PostsView.text(found), ask: { $0.ask(Self.confirm) },
            read: { reading in reading.ask(Self.confirm).map { _ in .publish } })
    }

    private static let shownReason = LongTextQuestion("reason", "Why", most: 1_000, rows: 3)
        .hint("The public reads this.")

    private func correcting(_ id: String) async throws -> Sheet {
        let found = try await desk.ledger.read { try $0.post(id) }
        var first = Typed()
        first.set("title", found.title)
        first.set("text", found.text)
        return sheet(
            "Correct “\(found.title)”", found, to: PostRoutes.correct(id), button: "Publish correction",
            first: first, ask: { $0.ask(Self.title, Self.text, Self.shownReason) },
            read: { reading in
                let title = reading.ask(Self.title)
                let text = reading.ask(Self.text)
                let reason = reading.ask(Self.shownReason)
                guard let title, let text, let reason else { return nil }
                return .correct(PostCorrected(title: title, text: text), reason: reason)
            })
    }

    private func withdrawing(_ id: String) async throws -> Sheet {
        let found = try await desk.ledger.read { try $0.post(id) }
        return sheet(
            "Withdraw “\(found.title)”", found, to: PostRoutes.withdraw(id), button: "Withdraw post",
            lead: "<p>Its text is no longer shown; that it was withdrawn, and why, is.</p>",
            ask: { $0.ask(Self.shownReason) },
            read: { reading in reading.ask(Self.shownReason).map { .withdraw(reason: $0) } })
    }
}

extension ChairPost.Stage {
    /// The stage in words.
    var words: String {
        switch self {
        case .draft: "Draft"
        case .published: "Published"
        case .withdrawn: "Withdrawn"
        }
    }
}

extension MeetingRow {
    /// The last hundred meetings of all forums that are not cancelled, the latest first.
    static func lately(_ reader: Reader) throws -> [MeetingRow] {
        Array(try from(.earliest, reader).filter { $0.stage != .cancelled }.suffix(100).reversed())
    }
}
