import CivilTime
import Ledger
import Markup
import Pages

/// The chair's posts, for who writes them.
enum PostsView {
    static let crumb = Crumb("Posts to the public", PostRoutes.posts())

    static func thread(_ found: FoundPost?) -> [Crumb] {
        let first = [ForumListView.crumb, crumb]
        return found.map { first + [Crumb($0.title, PostRoutes.post($0.post.id))] } ?? first
    }

    static func list(_ rows: [PostRow], names: [String: String]) -> Page {
        var table = DataTable(
            "Posts", [.plain("Title"), .text("Forum"), .text("Stands"), .text("Published")])
        for row in rows {
            table.add([
                "<a href=\"\(PostRoutes.post(row.id))\">\(row.title)</a>",
                HTML(text: names[row.forum] ?? "–"), tag(row.stage),
                HTML(text: row.published?.short ?? "Not yet"),
            ])
        }
        let drafts = rows.count { $0.stage == .draft }
        let lead = drafts == 0 ? "No draft waits." : "\(Words.count(drafts, "draft waits", "drafts wait"))."
        return Page(
            title: "Posts to the public", thread: [ForumListView.crumb], section: MeetingsRoutes.section,
            body: """
                <h1>Posts to the public</h1>
                <p class="lead">\(lead)</p>
                <p><a class="button" href="\(PostRoutes.newPost())">Write a post</a></p>
                \(rows.isEmpty ? Parts.empty("None is written yet.") : table.html())
                """)
    }

    static func tag(_ stage: ChairPost.Stage) -> HTML {
        switch stage {
        case .draft: Kit.tag("Draft", .amber)
        case .published: Kit.tag("Published", .green)
        case .withdrawn: Kit.tag("Withdrawn", .grey)
        }
    }

    /// A post as the public reads it, or would.
    static func text(_ found: FoundPost) -> HTML {
        "\(Parts.paragraphs(found.text))<p>\(found.signed), \(found.forum.name)</p>"
    }

    static func page(_ found: FoundPost) -> Page {
        let id = found.post.id
        var ways: [(title: String, link: Link)] = []
        var likely = HTML()
        switch found.post.stage {
        case .draft:
            likely = "<p><a class=\"button\" href=\"\(PostRoutes.publishing(id))\">Publish it</a></p>"
            ways = [("Change the draft", PostRoutes.redrafting(id))]
        case .published:
            ways = [
                ("What the public sees", PublicRoutes.post(id)), ("Correct it", PostRoutes.correcting(id)),
                ("Withdraw it", PostRoutes.withdrawing(id)),
            ]
        case .withdrawn: ways = [("What the public sees", PublicRoutes.post(id))]
        }
        return Page(
            title: found.title, thread: thread(nil), section: MeetingsRoutes.section,
            body: """
                <h1>\(found.title)</h1>
                <p>\(tag(found.post.stage)) \(state(found))</p>
                \(likely)\(Parts.problems(found.post.problems.map(\.text)))\(text(found))\(history(found))
                \(Parts.ways(ways, label: "What can be done with this post"))
                """)
    }

    static func state(_ found: FoundPost) -> String {
        if let gone = found.post.withdrawn { return "Withdrawn on \(gone.day.short): \(gone.reason)" }
        return found.post.published.map { "Published on \($0.written)." }
            ?? "Only who writes posts sees it."
    }

    /// Corrections with their reasons; nothing where there are none.
    static func history(_ found: FoundPost) -> HTML {
        guard !found.post.corrections.isEmpty else { return "" }
        let items = found.post.corrections.map { correction -> HTML in
            "<li>\(correction.day.short): \(correction.reason)</li>\n"
        }
        return "<h2>Corrected</h2>\n<ul class=\"bullets\">\(items)</ul>"
    }
}
