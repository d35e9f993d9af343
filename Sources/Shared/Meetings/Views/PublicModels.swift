import CivilTime
import Ledger
import Markup
import Pages
import People

/// What everybody may know of a meeting in a list.
struct PublicMeeting: Sendable {
    let id: String
    let day: Day
    let isCancelled: Bool
    let hasMinutes: Bool

    init(_ row: MeetingRow) {
        id = row.id
        day = row.day
        isCancelled = row.stage == .cancelled
        hasMinutes = row.isAgreed
    }
}

/// A post that was published, as a list shows it.
struct PublicPost: Sendable {
    let id: String
    let title: String
    let forum: String
    let published: Day
    let isWithdrawn: Bool

    /// All that were ever published, the latest first.
    static func all(_ reader: Reader) throws -> [PublicPost] {
        let names = try ForumRow.names(reader)
        return try PostRow.all(reader).compactMap { row in
            guard let published = row.published else { return nil }
            return PublicPost(
                id: row.id, title: row.title, forum: names[row.forum] ?? "", published: published,
                isWithdrawn: row.stage == .withdrawn)
        }
    }
}

/// The list of public forums.
struct PublicListModel: Sendable {
    let forums: [(forum: ForumRow, next: PublicMeeting?)]
    let posts: [PublicPost]

    init(_ today: Day, _ reader: Reader) throws {
        let coming = try MeetingRow.from(today, reader).filter { $0.stage == .planned }
        forums = try ForumRow.all(reader).filter { $0.isPublic && $0.ended.map { $0 >= today } ?? true }.map {
            forum in (forum, coming.first { $0.forum == forum.id }.map { PublicMeeting($0) })
        }
        posts = Array(try PublicPost.all(reader).prefix(3))
    }
}

/// What everybody may read of a forum that is public.
struct PublicForumModel: Sendable {
    let id: String
    let name: String
    let kind: String
    let purpose: String
    let ended: Day?
    let terms: TermsAgreed?
    /// Members by the words the public may read.
    let members: [(name: String, constituency: String, isChair: Bool)]
    let meetings: [PublicMeeting]
    let posts: [PostRow]

    /// - Throws: ``Pages/PageError/notFound``, also where it is not public.
    init(_ id: String, _ today: Day, _ snapshot: Snapshot) throws {
        let forum = try snapshot.forum(id).state
        guard let description = forum.description, description.isPublic else { throw PageError.notFound }
        self.id = id
        name = forum.name
        kind = description.kind.words
        purpose = description.purpose
        ended = forum.ended
        terms = forum.terms(on: today)?.data
        let chair = forum.chair(on: today)?.id
        members = forum.seats(on: today).map {
            ($0.data.publicName, $0.data.constituency.words, $0.id == chair)
        }
        meetings = try MeetingRow.all(of: id, snapshot.reader).map { PublicMeeting($0) }
        posts = try PostRow.all(snapshot.reader).filter { $0.forum == id && $0.published != nil }
    }
}

/// What everybody may read of a meeting of a public forum: when it was, agreed minutes, papers made public.
struct PublicMeetingModel: Sendable {
    let forum: (id: String, name: String)
    let meeting: String
    let day: Day
    let when: String?
    let cancelled: String?
    let minutes: (text: String, on: Day)?
    let papers: [(title: String, link: Link)]

    /// - Throws: ``Pages/PageError/notFound``, also where the forum is not public.
    init(_ forum: String, _ meeting: String, _ snapshot: Snapshot) throws {
        let found = try snapshot.meeting(meeting)
        guard found.forum.id == forum, found.forum.isPublic else { throw PageError.notFound }
        let held = found.meeting
        self.forum = (forum, found.forum.name)
        self.meeting = meeting
        day = found.day
        when = held.stage == .planned ? found.schedule.words : nil
        cancelled = held.stage == .cancelled ? held.cancellations.last?.reason ?? "" : nil
        minutes = held.agreed.map { ($0.text, $0.on) }
        papers = held.papers.map(\.data).filter { held.opening(of: $0.paper) != nil }.map { paper in
            (paper.title.text, paper.page?.link ?? PublicRoutes.paper((meeting, paper.paper)))
        }
    }
}
