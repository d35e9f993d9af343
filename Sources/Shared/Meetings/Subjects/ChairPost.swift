import CivilTime
import Ledger
import People

/// A post was written, or written anew before it was published.
struct PostDrafted: Payload {
    static let kind = "chair-post.drafted"
    var forum: String
    /// The meeting it is about; nil for none.
    var meeting: String?
    var title: ShortText
    var text: String
    /// Who signs it, as the public reads it.
    var signed: ShortText
}

/// It was published.
struct PostPublished: Payload {
    static let kind = "chair-post.published"
    var title: ShortText
    var text: String
    var signed: ShortText
}

/// It was corrected after it was published; the reason is shown.
struct PostCorrected: Payload {
    static let kind = "chair-post.corrected"
    var title: ShortText
    var text: String
}

/// It was withdrawn; the reason is shown.
struct PostTakenDown: Payload {
    static let kind = "chair-post.withdrawn"
}

/// What the chair of a forum writes to the public after a meeting.
struct ChairPost: Subject {
    static let kind = "chair-post"
    static let entryKinds: [EntryKind<ChairPost>] = [
        EntryKind(PostDrafted.self) { post, drafted in post.drafts.append(drafted.data) },
        EntryKind(PostPublished.self) { post, published in
            post.publications.append((published.id, published.day, published.data))
        },
        EntryKind(PostCorrected.self) { post, corrected in
            post.corrections.append((corrected.day, corrected.data, corrected.reason ?? ""))
        },
        EntryKind(PostTakenDown.self) { post, gone in post.withdrawn = (gone.day, gone.reason ?? "") },
    ]
    static let tables = [MeetingsTables.post]
    static let derivation = 1

    /// Where a post stands.
    enum Stage: String, Sendable {
        case draft, published, withdrawn
    }

    let id: String
    private(set) var drafts: [PostDrafted] = []
    private(set) var corrections: [(day: Day, data: PostCorrected, reason: String)] = []
    private(set) var withdrawn: (day: Day, reason: String)?
    private var publications: [(entry: String, day: Day, data: PostPublished)] = []
    private var noted: [Problem] = []

    init(id: String) { self.id = id }

    mutating func note(_ problem: Problem) { noted.append(problem) }

    var draft: PostDrafted? { drafts.last }
    /// The day it was published; nil before.
    var published: Day? { publications.last?.day }
    var stage: Stage { withdrawn != nil ? .withdrawn : published != nil ? .published : .draft }

    /// What it says: to the public once published, else as the last draft has it; nil before it was written.
    var said: (title: String, text: String, signed: String)? {
        if let publication = publications.last?.data {
            let last = corrections.last?.data
            return (
                (last?.title ?? publication.title).text, last?.text ?? publication.text,
                publication.signed.text
            )
        }
        return draft.map { ($0.title.text, $0.text, $0.signed.text) }
    }

    /// What cannot be true together.
    var problems: [Problem] {
        publications.count > 1
            ? noted + [
                Problem("It was published twice; the later is used.", entries: publications.map(\.entry))
            ]
            : noted
    }

    /// Its row in the list of posts.
    func rows(_ reference: inout ReferenceReader) -> [Row] {
        guard let draft, let said else { return [] }
        return [
            Row(
                MeetingsTables.post,
                [draft.forum, draft.meeting, said.title, stage.rawValue, published, withdrawn?.day])
        ]
    }

    /// That it was published.
    func facts(_ reference: inout ReferenceReader) -> [Fact] {
        guard let draft, let published else { return [] }
        return [
            Fact(
                event: "meetings.post", key: "published", on: published,
                references: ["forum": draft.forum])
        ]
    }
}
