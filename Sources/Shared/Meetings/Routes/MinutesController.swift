import CivilTime
import Ledger
import Markup
import Pages

/// Minutes of a meeting: written, and agreed at a later one.
struct MinutesController: Sendable {
    let desk: Desk

    func register(in table: inout RouteTable) {
        desk.add(MeetingsRoutes.minutes, MeetingsRoutes.writeMinutes, to: &table) { id, _ in
            try await writing(id)
        }
        desk.add(MeetingsRoutes.agreeing, MeetingsRoutes.agree, to: &table) { id, request in
            try await agreeing(id, request.context.today)
        }
    }

    private static let text = LongTextQuestion("minutes", "Minutes", most: 20_000, rows: 20)
        .hint("What was asked, what was agreed, what will be done. No child's name.")

    private static func about(_ found: FoundMeeting) -> Sheet.About {
        let id = found.id
        return Sheet.About(
            subject: SubjectID(kind: Meeting.kind, id: id), version: found.version,
            kinds: [MinutesWritten.kind, MinutesAgreed.kind],
            words: { snapshot, commit in
                let held = try snapshot.known(Meeting.self, id, at: commit)
                return [
                    ("Minutes", held?.minutes.last?.text), ("Agreed", held?.agreed?.on.short),
                ]
            }, typed: { [$0["minutes"], nil] })
    }

    private func writing(_ id: String) async throws -> Sheet {
        let found = try await desk.ledger.read { try $0.meeting(id) }
        var first = Typed()
        if let held = found.meeting.minutes.last { Self.text.fill(&first, with: held.text) }
        let lead: HTML =
            found.meeting.agreed == nil
            ? "<p>They are a draft until a later meeting agrees them.</p>"
            : """
            <p>These minutes were agreed. What you write now is a new draft; what was agreed stays as it is until a \
            later meeting agrees the new text.</p>
            """
        return Sheet(
            title: "Write the minutes", thread: MeetingView.thread(found),
            to: MeetingsRoutes.writeMinutes(id), back: MeetingsRoutes.meeting(id), button: "Save minutes",
            lead: lead, first: first, about: Self.about(found), ask: { $0.ask(Self.text) },
            read: { reading, _ in
                Sheet.deciding(reading.ask(Self.text)) { text, deciding in
                    try ChangeRecord(meeting: id, change: .minutes(text)).decide(&deciding)
                }
            }, next: { MeetingsRoutes.meeting($0) })
    }

    private func agreeing(_ id: String, _ today: Day) async throws -> Sheet {
        let (found, later) = try await desk.ledger.read { snapshot in
            let found = try snapshot.meeting(id)
            let all = try MeetingRow.all(of: found.forum.id, snapshot.reader)
            let fits = { (row: MeetingRow) in
                row.day > found.day && row.day <= today && row.stage != .cancelled
            }
            return (found, all.filter(fits))
        }
        let at = RadiosQuestion(
            "at", "Agreed at which meeting", later.map { Choice($0.id, key: $0.id, $0.day.written) }
        ).whenEmpty("Choose the later meeting at which they were agreed")
        let lead: HTML =
            later.isEmpty
            ? """
            <p>No later meeting of \(found.forum.name) has been held yet. Minutes are agreed at the next one; \
            <a href="\(MeetingsRoutes.planning(found.forum.id))">plan it</a> if it is not planned.</p>
            """ : ""
        return Sheet(
            title: "Record that the minutes were agreed", thread: MeetingView.thread(found),
            to: MeetingsRoutes.agree(id), back: MeetingsRoutes.meeting(id), button: "Save",
            lead: lead, about: Self.about(found), ask: { $0.ask(at) },
            read: { reading, _ in
                Sheet.deciding(reading.ask(at)) { later, deciding in
                    try ChangeRecord(meeting: id, change: .agree(at: later)).decide(&deciding)
                }
            }, next: { MeetingsRoutes.meeting($0) })
    }
}
