public import Ledger
public import Markup
import People

/// Records on a meeting that it received a report, inside the command of another module.
///
///     let receiving = Receiving(meeting: id, what: "Report for October 2024", link: report.link)
///     try receiving.decide(&deciding)
public struct Receiving: Sendable {
    /// The meeting's id.
    public var meeting: String
    /// What was received, in at most 200 characters.
    public var what: String
    /// The page of this site on which it stands; a link elsewhere is left out.
    public var link: Link?

    /// States what a meeting received.
    public init(meeting: String, what: String, link: Link? = nil) {
        self.meeting = meeting
        self.what = what
        self.link = link
    }

    /// Records it on the day of the meeting, which must have come.
    ///
    /// - Throws: a `Refusal`: there is no such meeting, its day has not come, or the text is empty or too long.
    public func decide(_ deciding: inout Deciding) throws {
        let (_, day) = try deciding.meeting(meeting)
        if day > deciding.today { throw MeetingsRefusal.notYet(day) }
        guard let what = ShortText(what) else { throw MeetingsRefusal.badText }
        try deciding.record(
            ReportReceived(what: what, page: link.flatMap { SitePath($0) }), on: Meeting.self, meeting,
            day: day)
    }
}
