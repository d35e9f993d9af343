public import Access

extension Action {
    /// Seeing forums, their meetings and what was said there.
    public static let seeMeetings = Action(
        "see-meetings", for: [.programmeTeam, .groupLead, .boardMember, .scrutiny])
    /// Seeing what meetings gave whom to do.
    public static let seeMeetingActions = Action(
        "see-meeting-actions", for: [.programmeTeam, .groupLead, .boardMember])
    /// Keeping forums and recording meetings.
    public static let recordMeetings = Action("record-meetings", for: [.programmeTeam, .groupLead])
    /// Writing to the public for the chair of a forum.
    public static let publishPosts = Action("publish-posts", for: [.programmeTeam, .boardMember])
}
