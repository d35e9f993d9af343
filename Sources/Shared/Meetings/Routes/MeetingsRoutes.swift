import Access
import Documents
import Pages

/// The addresses of the module's pages for who may see or record meetings.
enum MeetingsRoutes {
    static let section = "meetings"

    static let meetings = Route<Void>("meetings", action: .seeMeetings)
    static let challenges = Route<Void>("meetings", "challenges", action: .seeMeetings)
    static let reports = Route<Void>("meetings", "reports", action: .seeMeetings)

    // Forums
    static let newForum = Route<Void>("meetings", "forums", "new", action: .recordMeetings)
    static let openForum = Route<Void>("meetings", "forums", "new", method: .post, action: .recordMeetings)
    static let forum = Route<String>("meetings", "forums", "of", .value("forum"), action: .seeMeetings)
    static let describing = Route<String>(
        "meetings", "forums", "of", .value("forum"), "description", action: .recordMeetings)
    static let describe = Route<String>(
        "meetings", "forums", "of", .value("forum"), "description", method: .post, action: .recordMeetings)
    static let terms = Route<String>(
        "meetings", "forums", "of", .value("forum"), "terms", action: .recordMeetings)
    static let agreeTerms = Route<String>(
        "meetings", "forums", "of", .value("forum"), "terms", method: .post, action: .recordMeetings)
    static let ending = Route<String>(
        "meetings", "forums", "of", .value("forum"), "end", action: .recordMeetings)
    static let end = Route<String>(
        "meetings", "forums", "of", .value("forum"), "end", method: .post, action: .recordMeetings)

    // Members, reports and outcomes
    static let joining = Route<String>(
        "meetings", "forums", "of", .value("forum"), "members", action: .recordMeetings)
    static let join = Route<String>(
        "meetings", "forums", "of", .value("forum"), "members", method: .post, action: .recordMeetings)
    static let seat = Route<(String, String)>(
        "meetings", "forums", "of", .value("forum"), "members", .value("member"), action: .recordMeetings)
    static let correctSeat = Route<(String, String)>(
        "meetings", "forums", "of", .value("forum"), "members", .value("member"), method: .post,
        action: .recordMeetings)
    static let leaving = Route<(String, String)>(
        "meetings", "forums", "of", .value("forum"), "members", .value("member"), "leaving",
        action: .recordMeetings)
    static let leave = Route<(String, String)>(
        "meetings", "forums", "of", .value("forum"), "members", .value("member"), "leaving", method: .post,
        action: .recordMeetings)
    static let chairing = Route<String>(
        "meetings", "forums", "of", .value("forum"), "chair", action: .recordMeetings)
    static let nameChair = Route<String>(
        "meetings", "forums", "of", .value("forum"), "chair", method: .post, action: .recordMeetings)
    static let reporting = Route<String>(
        "meetings", "forums", "of", .value("forum"), "reports", action: .recordMeetings)
    static let setReport = Route<String>(
        "meetings", "forums", "of", .value("forum"), "reports", method: .post, action: .recordMeetings)
    static let endingReport = Route<(String, String)>(
        "meetings", "forums", "of", .value("forum"), "reports", .value("report"), action: .recordMeetings)
    static let endReport = Route<(String, String)>(
        "meetings", "forums", "of", .value("forum"), "reports", .value("report"), method: .post,
        action: .recordMeetings)
    static let outcome = Route<String>(
        "meetings", "forums", "of", .value("forum"), "outcomes", action: .recordMeetings)
    static let setOutcome = Route<String>(
        "meetings", "forums", "of", .value("forum"), "outcomes", method: .post, action: .recordMeetings)
    static let judging = Route<(String, String)>(
        "meetings", "forums", "of", .value("forum"), "outcomes", .value("outcome"), action: .recordMeetings)
    static let judge = Route<(String, String)>(
        "meetings", "forums", "of", .value("forum"), "outcomes", .value("outcome"), method: .post,
        action: .recordMeetings)

    // Meetings
    static let planning = Route<String>(
        "meetings", "forums", "of", .value("forum"), "plan", action: .recordMeetings)
    static let plan = Route<String>(
        "meetings", "forums", "of", .value("forum"), "plan", method: .post, action: .recordMeetings)
    static let meeting = Route<String>("meetings", "of", .value("meeting"), action: .seeMeetings)
    static let moving = Route<String>("meetings", "of", .value("meeting"), "move", action: .recordMeetings)
    static let move = Route<String>(
        "meetings", "of", .value("meeting"), "move", method: .post, action: .recordMeetings)
    static let cancelling = Route<String>(
        "meetings", "of", .value("meeting"), "cancel", action: .recordMeetings)
    static let cancel = Route<String>(
        "meetings", "of", .value("meeting"), "cancel", method: .post, action: .recordMeetings)
    static let inviting = Route<String>(
        "meetings", "of", .value("meeting"), "invitations", action: .recordMeetings)
    static let invite = Route<String>(
        "meetings", "of", .value("meeting"), "invitations", method: .post, action: .recordMeetings)
    static let newItem = Route<String>(
        "meetings", "of", .value("meeting"), "agenda", action: .recordMeetings)
    static let putItem = Route<String>(
        "meetings", "of", .value("meeting"), "agenda", method: .post, action: .recordMeetings)
    static let item = Route<(String, String)>(
        "meetings", "of", .value("meeting"), "agenda", .value("item"), action: .recordMeetings)
    static let changeItem = Route<(String, String)>(
        "meetings", "of", .value("meeting"), "agenda", .value("item"), method: .post,
        action: .recordMeetings)

    // Papers
    static let newPaper = Route<String>(
        "meetings", "of", .value("meeting"), "papers", action: .recordMeetings)
    static let addPaper = Route<String>(
        "meetings", "of", .value("meeting"), "papers", method: .post, action: .recordMeetings
    ).taking(fileBytes: Documents.fileBytes)
    static let paper = Route<(String, String)>(
        "meetings", "of", .value("meeting"), "papers", .value("paper"), action: .seeMeetings)
    static let opening = Route<(String, String)>(
        "meetings", "of", .value("meeting"), "papers", .value("paper"), "public", action: .recordMeetings)
    static let open = Route<(String, String)>(
        "meetings", "of", .value("meeting"), "papers", .value("paper"), "public", method: .post,
        action: .recordMeetings)
    static let removing = Route<(String, String)>(
        "meetings", "of", .value("meeting"), "papers", .value("paper"), "removal", action: .recordMeetings)
    static let remove = Route<(String, String)>(
        "meetings", "of", .value("meeting"), "papers", .value("paper"), "removal", method: .post,
        action: .recordMeetings)

    // What a meeting did
    static let register = Route<String>(
        "meetings", "of", .value("meeting"), "register", action: .recordMeetings)
    static let takeRegister = Route<String>(
        "meetings", "of", .value("meeting"), "register", method: .post, action: .recordMeetings)
    static let sitting = Route<String>(
        "meetings", "of", .value("meeting"), "record", action: .recordMeetings)
    static let recordSitting = Route<String>(
        "meetings", "of", .value("meeting"), "record", method: .post, action: .recordMeetings)
    static let decision = Route<(String, String)>(
        "meetings", "of", .value("meeting"), "decisions", .value("decision"), action: .recordMeetings)
    static let correctDecision = Route<(String, String)>(
        "meetings", "of", .value("meeting"), "decisions", .value("decision"), method: .post,
        action: .recordMeetings)
    static let challenge = Route<(String, String)>(
        "meetings", "of", .value("meeting"), "challenges", .value("challenge"), action: .recordMeetings)
    static let settle = Route<(String, String)>(
        "meetings", "of", .value("meeting"), "challenges", .value("challenge"), method: .post,
        action: .recordMeetings)
    static let correctingChallenge = Route<(String, String)>(
        "meetings", "of", .value("meeting"), "challenges", .value("challenge"), "correction",
        action: .recordMeetings)
    static let correctChallenge = Route<(String, String)>(
        "meetings", "of", .value("meeting"), "challenges", .value("challenge"), "correction", method: .post,
        action: .recordMeetings)
    static let minutes = Route<String>(
        "meetings", "of", .value("meeting"), "minutes", action: .recordMeetings)
    static let writeMinutes = Route<String>(
        "meetings", "of", .value("meeting"), "minutes", method: .post, action: .recordMeetings)
    static let agreeing = Route<String>(
        "meetings", "of", .value("meeting"), "agreement", action: .recordMeetings)
    static let agree = Route<String>(
        "meetings", "of", .value("meeting"), "agreement", method: .post, action: .recordMeetings)
}

/// The addresses of the list of actions.
enum ActionRoutes {
    static let actions = Route<Void>("meetings", "actions", action: .seeMeetingActions)
    static let action = Route<String>(
        "meetings", "actions", .value("action"), action: .seeMeetingActions)
    static let progressing = Route<String>(
        "meetings", "actions", .value("action"), "progress", action: .recordMeetings)
    static let progress = Route<String>(
        "meetings", "actions", .value("action"), "progress", method: .post, action: .recordMeetings)
    static let moving = Route<String>(
        "meetings", "actions", .value("action"), "due", action: .recordMeetings)
    static let move = Route<String>(
        "meetings", "actions", .value("action"), "due", method: .post, action: .recordMeetings)
    static let closing = Route<String>(
        "meetings", "actions", .value("action"), "closing", action: .recordMeetings)
    static let close = Route<String>(
        "meetings", "actions", .value("action"), "closing", method: .post, action: .recordMeetings)
    static let reopening = Route<String>(
        "meetings", "actions", .value("action"), "reopening", action: .recordMeetings)
    static let reopen = Route<String>(
        "meetings", "actions", .value("action"), "reopening", method: .post, action: .recordMeetings)
}

/// The addresses of posts before and after they are public, for who writes them.
enum PostRoutes {
    static let posts = Route<Void>("meetings", "posts", action: .publishPosts)
    static let newPost = Route<Void>("meetings", "posts", "new", action: .publishPosts)
    static let addPost = Route<Void>("meetings", "posts", "new", method: .post, action: .publishPosts)
    static let post = Route<String>("meetings", "posts", "of", .value("post"), action: .publishPosts)
    static let redrafting = Route<String>(
        "meetings", "posts", "of", .value("post"), "draft", action: .publishPosts)
    static let redraft = Route<String>(
        "meetings", "posts", "of", .value("post"), "draft", method: .post, action: .publishPosts)
    static let publishing = Route<String>(
        "meetings", "posts", "of", .value("post"), "publication", action: .publishPosts)
    static let publish = Route<String>(
        "meetings", "posts", "of", .value("post"), "publication", method: .post, action: .publishPosts)
    static let correcting = Route<String>(
        "meetings", "posts", "of", .value("post"), "correction", action: .publishPosts)
    static let correct = Route<String>(
        "meetings", "posts", "of", .value("post"), "correction", method: .post, action: .publishPosts)
    static let withdrawing = Route<String>(
        "meetings", "posts", "of", .value("post"), "withdrawal", action: .publishPosts)
    static let withdraw = Route<String>(
        "meetings", "posts", "of", .value("post"), "withdrawal", method: .post, action: .publishPosts)
}

/// The addresses of what is public.
enum PublicRoutes {
    static let forums = Route<Void>("forums", action: .public)
    static let forum = Route<String>("forums", .value("forum"), action: .public)
    static let meeting = Route<(String, String)>(
        "forums", .value("forum"), "meetings", .value("meeting"), action: .public)
    static let paper = Route<(String, String)>(
        "forums", "papers", .value("meeting"), .value("paper"), action: .public)
    static let posts = Route<Void>("posts", action: .public)
    static let post = Route<String>("posts", .value("post"), action: .public)
}
