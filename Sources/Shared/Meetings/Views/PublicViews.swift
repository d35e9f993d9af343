import CivilTime
import Markup
import Pages

/// The pages that everybody may read.
enum PublicViews {
    private static let crumb = Crumb("Boards and groups", PublicRoutes.forums())
    private static let postsCrumb = Crumb("From the chair", PublicRoutes.posts())

    static func forums(_ model: PublicListModel, today: Day) -> Page {
        var table = DataTable("Boards and groups", [.plain("Name"), .text("Kind"), .text("Next meeting")])
        for (forum, next) in model.forums {
            table.add([
                "<a href=\"\(PublicRoutes.forum(forum.id))\">\(forum.name)</a>",
                HTML(text: forum.kind?.words ?? ""), HTML(text: next?.day.written ?? "None planned"),
            ])
        }
        return Page(
            title: "Boards and groups", section: MeetingsRoutes.section,
            body: """
                <h1>Boards and groups</h1>
                <p class="lead">Who meets to improve SEND here, when, and what they agreed.</p>
                \(model.forums.isEmpty ? Parts.empty("No board or group is public yet.") : table.html())
                <h2>From the chair</h2>
                \(postList(model.posts))
                \(model.posts.isEmpty ? "" : Kit.links([("All posts", PublicRoutes.posts())], label: "Posts"))
                """)
    }

    private static func postList(_ posts: [PublicPost]) -> HTML {
        guard !posts.isEmpty else { return Parts.empty("Nothing is published yet.") }
        let items = posts.map { post -> HTML in
            let gone: HTML = post.isWithdrawn ? " \(Kit.tag("Withdrawn", .grey))" : ""
            return """
                <li><a href="\(PublicRoutes.post(post.id))">\(post.title)</a>\(gone) \
                <span class="muted">\(post.forum), \(post.published.short)</span></li>

                """
        }
        return "<ul class=\"bullets\">\(items)</ul>"
    }

    // MARK: One forum

    static func forum(_ model: PublicForumModel, today: Day) -> Page {
        Page(
            title: model.name, thread: [crumb], section: MeetingsRoutes.section,
            body: """
                <h1>\(model.name)</h1>
                <p class="lead">\(next(model, today))</p>
                \(Parts.paragraphs(model.purpose))
                <h2>Meetings and minutes</h2>
                \(meetings(model))
                <h2>Members</h2>
                \(members(model))
                <h2>Terms of reference</h2>
                \(terms(model))
                \(posts(model))
                """)
    }

    private static func next(_ model: PublicForumModel, _ today: Day) -> String {
        if let ended = model.ended, ended < today { return "It ended on \(ended.short)." }
        let coming = model.meetings.last { $0.day >= today && !$0.isCancelled }
        return coming.map { "Next meeting: \($0.day.written)." } ?? "No meeting is planned at the moment."
    }

    private static func meetings(_ model: PublicForumModel) -> HTML {
        guard !model.meetings.isEmpty else { return Parts.empty("No meeting is recorded yet.") }
        var table = DataTable("Meetings", [.plain("Day"), .text("Minutes")])
        for meeting in model.meetings {
            let minutes = meeting.isCancelled ? "Cancelled" : meeting.hasMinutes ? "Agreed" : "Not yet agreed"
            table.add([
                "<a href=\"\(PublicRoutes.meeting((model.id, meeting.id)))\">\(meeting.day.written)</a>",
                HTML(text: minutes),
            ])
        }
        return table.html()
    }

    private static func members(_ model: PublicForumModel) -> HTML {
        guard !model.members.isEmpty else { return Parts.empty("No member is recorded yet.") }
        var table = DataTable("Members", [.plain("Member"), .text("Sits for")])
        for member in model.members {
            let chair: HTML = member.isChair ? " \(Kit.tag("Chair", .blue))" : ""
            table.add(["\(member.name)\(chair)", HTML(text: member.constituency)])
        }
        return """
            \(table.html())
            <p class="muted">People are named only where they have agreed to it; otherwise by their post.</p>
            """
    }

    private static func terms(_ model: PublicForumModel) -> HTML {
        guard let terms = model.terms else { return Parts.empty("None are recorded yet.") }
        let often = terms.everyWeeks.map { "Every \(Words.count($0, "week", "weeks"))" }
        return """
            \(Kit.summary([
                ("In force from", HTML(text: terms.from.short)), ("Quorum", HTML(text: terms.quorum.words)),
                ("How often it meets", HTML(text: often ?? "Not stated")),
            ]))
            \(Parts.paragraphs(terms.text))
            """
    }

    private static func posts(_ model: PublicForumModel) -> HTML {
        guard !model.posts.isEmpty else { return "" }
        let items = model.posts.map { post -> HTML in
            "<li><a href=\"\(PublicRoutes.post(post.id))\">\(post.title)</a> (\(post.published?.short ?? ""))</li>\n"
        }
        return "<h2>From the chair</h2>\n<ul class=\"bullets\">\(items)</ul>"
    }

    // MARK: One meeting, one post

    static func meeting(_ model: PublicMeetingModel, today: Day) -> Page {
        let way = Crumb(model.forum.name, PublicRoutes.forum(model.forum.id))
        let papers: HTML =
            model.papers.isEmpty
            ? Parts.empty("No paper is public.") : Kit.links(model.papers, label: "Papers")
        return Page(
            title: "\(model.forum.name), \(model.day.short)", thread: [crumb, way],
            section: MeetingsRoutes.section,
            body: """
                <h1>\(model.forum.name), \(model.day.written)</h1>
                <p class="lead">\(lead(model, today))</p>
                <h2>Minutes</h2>
                \(minutes(model))
                <h2>Papers</h2>
                \(papers)
                """)
    }

    private static func lead(_ model: PublicMeetingModel, _ today: Day) -> String {
        if let reason = model.cancelled { return "This meeting was cancelled. \(reason)" }
        if let minutes = model.minutes { return "Its minutes were agreed on \(minutes.on.written)." }
        if let when = model.when, model.day >= today { return "Planned for \(when)." }
        return "Its minutes have not been agreed yet."
    }

    private static func minutes(_ model: PublicMeetingModel) -> HTML {
        model.minutes.map { Parts.paragraphs($0.text) }
            ?? Parts.empty("They are shown here once a later meeting has agreed them.")
    }

    static func posts(_ posts: [PublicPost]) -> Page {
        Page(
            title: "From the chair", thread: [crumb], section: MeetingsRoutes.section,
            body: """
                <h1>From the chair</h1>
                <p class="lead">What was heard and decided, told after each meeting.</p>
                \(postList(posts))
                """)
    }

    static func post(_ found: FoundPost) -> Page {
        let published = found.post.published?.written ?? ""
        let body: HTML
        if let gone = found.post.withdrawn {
            body = Kit.notification(
                "This post was withdrawn", "<p>On \(gone.day.written). \(gone.reason)</p>")
        } else {
            let last = found.post.corrections.last
            let note: HTML =
                last.map { Kit.inset("<p>Corrected on \($0.day.written). \($0.reason)</p>") } ?? ""
            body = "\(note)\(PostsView.text(found))\(PostsView.history(found))"
        }
        let about = found.day.map { ", about the meeting of \($0.short)" } ?? ""
        return Page(
            title: found.title, thread: [crumb, postsCrumb], section: MeetingsRoutes.section,
            body: """
                <h1>\(found.title)</h1>
                <p class="muted">Published on \(published)\(about).</p>
                \(body)
                """)
    }
}
