import Documents
import Ledger
import Markup
import Pages

/// What everybody may read: forums that are public, their meetings and agreed minutes, the chair's posts.
struct PublicController: Sendable {
    let ledger: Ledger
    let papers: any Papers

    func register(in table: inout RouteTable) {
        table.add(PublicRoutes.forums) { _, request in
            let today = request.context.today
            let model = try await ledger.read { try PublicListModel(today, $0.reader) }
            return .page(PublicViews.forums(model, today: today), request.context)
        }
        table.add(PublicRoutes.forum) { id, request in
            let today = request.context.today
            let model = try await ledger.read { try PublicForumModel(id, today, $0) }
            return .page(PublicViews.forum(model, today: today), request.context)
        }
        table.add(PublicRoutes.meeting) { place, request in
            let model = try await ledger.read { try PublicMeetingModel(place.0, place.1, $0) }
            return .page(PublicViews.meeting(model, today: request.context.today), request.context)
        }
        table.add(PublicRoutes.paper) { place, _ in try await paper(place.0, place.1) }
        table.add(PublicRoutes.posts) { _, request in
            let posts = try await ledger.read { try PublicPost.all($0.reader) }
            return .page(PublicViews.posts(posts), request.context)
        }
        table.add(PublicRoutes.post) { id, request in
            let found = try await ledger.read { try $0.post(id) }
            guard found.post.stage != .draft else { throw PageError.notFound }
            return .page(PublicViews.post(found), request.context)
        }
    }

    /// A paper that somebody else than who added it made public, of a forum that is public.
    private func paper(_ meeting: String, _ paper: String) async throws -> Reply {
        let document = try await ledger.read { snapshot in
            let found = try snapshot.meeting(meeting)
            guard found.forum.isPublic, found.meeting.opening(of: paper) != nil,
                let held = found.meeting.papers.last(where: { $0.data.paper == paper })?.data
            else { throw PageError.notFound }
            return try held.document.flatMap { try snapshot.state(of: Document.self, $0)?.state.current }
        }
        guard let document else { throw PageError.notFound }
        return try await papers.reply(document)
    }
}
