import Access
import Pages

extension Action {
    /// Asking a board or group to change a date of the plan.
    static let requestChange = Action("request-change", for: [.groupLead, .programmeTeam])
    /// Recording what a board or group decided on such a request.
    static let decideChanges = Action("decide-changes", for: [.boardMember, .programmeTeam])
    /// Publishing the plan again with the dates that were approved.
    static let publishIssue = Action("publish-issue", for: [.programmeTeam])
    /// Going through every date of the plan in one sitting.
    static let reviewDates = Action("review-dates", for: [.programmeTeam])
}

/// The addresses of requests to change dates, and of the review of all dates.
enum ChangeRequestRoutes {
    static let review = Route<Code>("plans", .value("plan"), "review", action: .reviewDates)

    static let all = Route<Code>("plans", .value("plan"), "changes", action: .seeProgramme)
    /// The query names what is to be changed (`promise`).
    static let asking = Route<Code>("plans", .value("plan"), "changes", "new", action: .requestChange)
    static let ask = Route<Code>(
        "plans", .value("plan"), "changes", "new", method: .post, action: .requestChange)
    static let publishing = Route<Code>("plans", .value("plan"), "changes", "issue", action: .publishIssue)
    static let publish = Route<Code>(
        "plans", .value("plan"), "changes", "issue", method: .post, action: .publishIssue)
    static let one = Route<(Code, String)>(
        "plans", .value("plan"), "changes", "of", .value("request"), action: .seeProgramme)
    static let askingAgain = Route<(Code, String)>(
        "plans", .value("plan"), "changes", "of", .value("request"), "again", action: .requestChange)
    static let askAgain = Route<(Code, String)>(
        "plans", .value("plan"), "changes", "of", .value("request"), "again", method: .post,
        action: .requestChange)
    static let takingBack = Route<(Code, String)>(
        "plans", .value("plan"), "changes", "of", .value("request"), "taking-back", action: .requestChange)
    static let takeBack = Route<(Code, String)>(
        "plans", .value("plan"), "changes", "of", .value("request"), "taking-back", method: .post,
        action: .requestChange)
    static let deciding = Route<(Code, String)>(
        "plans", .value("plan"), "changes", "of", .value("request"), "decision", action: .decideChanges)
    static let decide = Route<(Code, String)>(
        "plans", .value("plan"), "changes", "of", .value("request"), "decision", method: .post,
        action: .decideChanges)
}
