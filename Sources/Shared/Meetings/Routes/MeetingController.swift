import CivilTime
import Ledger
import Markup
import Pages
import People

/// One meeting: its page, planning it, moving, cancelling, inviting.
struct MeetingController: Sendable {
    let desk: Desk

    func register(in table: inout RouteTable) {
        table.add(MeetingsRoutes.meeting) { id, request in try await meeting(id, request) }
        desk.add(MeetingsRoutes.planning, MeetingsRoutes.plan, to: &table) { id, _ in
            try await planning(id)
        }
        desk.add(MeetingsRoutes.moving, MeetingsRoutes.move, to: &table) { id, _ in try await moving(id) }
        desk.add(MeetingsRoutes.cancelling, MeetingsRoutes.cancel, to: &table) { id, _ in
            try await cancelling(id)
        }
        desk.add(MeetingsRoutes.inviting, MeetingsRoutes.invite, to: &table) { id, _ in
            try await inviting(id)
        }
    }

    private func meeting(_ id: String, _ request: Request) async throws -> Reply {
        let model = try await desk.ledger.read { try MeetingModel(id, $0) }
        return .page(
            MeetingView(model: model, sight: Sight(request.visitor), today: request.context.today).page(),
            request.context)
    }

    private func planning(_ id: String) async throws -> Sheet {
        let forum = try await desk.ledger.read { try $0.forum(id).state }
        return Sheet(
            title: "Plan a meeting of \(forum.name)", thread: ForumView.thread(forum),
            to: MeetingsRoutes.plan(id), back: MeetingsRoutes.forum(id), button: "Plan meeting",
            lead: "<p>A meeting that has been held already is recorded the same way, with its day.</p>",
            ask: { ScheduleQuestions.ask(&$0) },
            read: { reading, _ in
                Sheet.deciding(ScheduleQuestions.read(&reading)) { schedule, deciding in
                    try PlanMeeting(forum: id, schedule: schedule).decide(&deciding)
                }
            }, next: { MeetingsRoutes.meeting($0) })
    }

    private func moving(_ id: String) async throws -> Sheet {
        let found = try await desk.ledger.read { try $0.meeting(id) }
        var first = Typed()
        ScheduleQuestions.fill(&first, found.schedule)
        return desk.sheet(
            "Move this meeting", found, to: MeetingsRoutes.move(id), button: "Move meeting", first: first,
            about: Self.about(found),
            ask: { form in
                ScheduleQuestions.ask(&form)
                form.ask(Ask.reason)
            },
            read: { reading, _ in
                let schedule = ScheduleQuestions.read(&reading)
                let reason = reading.ask(Ask.reason)
                guard let schedule, let reason else { return nil }
                return .move(schedule, reason: reason)
            })
    }

    private func cancelling(_ id: String) async throws -> Sheet {
        let found = try await desk.ledger.read { try $0.meeting(id) }
        return desk.sheet(
            "Cancel this meeting", found, to: MeetingsRoutes.cancel(id), button: "Cancel meeting",
            about: Self.about(found), ask: { $0.ask(Ask.reason) },
            read: { reading, _ in reading.ask(Ask.reason).map { .cancel(reason: $0) } })
    }

    private static func about(_ found: FoundMeeting) -> Sheet.About {
        let id = found.id
        return Sheet.About(
            subject: SubjectID(kind: Meeting.kind, id: id), version: found.version,
            kinds: [MeetingMoved.kind, MeetingCancelled.kind],
            words: { snapshot, commit in
                let held = try snapshot.known(Meeting.self, id, at: commit)
                return [
                    ("When and where", held?.schedule?.words),
                    ("Cancelled", held.map { $0.cancellations.isEmpty ? "No" : "Yes" }),
                ]
            })
    }

    private static let guests = LongTextQuestion(
        "guests", "Guests, one on each line", most: 4_000, rows: 4
    ).optional()

    private func inviting(_ id: String) async throws -> Sheet {
        let found = try await desk.ledger.read { try $0.meeting(id) }
        let seats = found.forum.seats(on: found.day)
        let members = CheckboxesQuestion(
            "members", "Members", seats.map { Choice($0.id, key: $0.id, $0.data.fullName) },
            none: "No member")
        var first = Typed()
        members.fill(&first, with: found.meeting.invited?.seats ?? seats.map(\.id))
        if let guests = found.meeting.invited?.guests, !guests.isEmpty {
            Self.guests.fill(&first, with: guests.map(\.text).joined(separator: "\n"))
        }
        let about = Sheet.About(
            subject: SubjectID(kind: Meeting.kind, id: id), version: found.version, kinds: [Invited.kind],
            words: { snapshot, commit in
                let invited = try snapshot.known(Meeting.self, id, at: commit)?.invited
                return [
                    ("Members", invited.map { "\($0.seats.count)" }),
                    ("Guests", invited.map { Words.list($0.guests.map(\.text)) }),
                ]
            }, typed: { typed in ["\(typed.values("members").count)", typed["guests"]] })
        return desk.sheet(
            "Record who is invited", found, to: MeetingsRoutes.invite(id), first: first, about: about,
            ask: { $0.ask(members, Self.guests) },
            read: { reading, _ in
                let chosen = reading.ask(members)
                let names = reading.ask(Self.guests).map(Lines.of) ?? []
                let guests = names.compactMap { ShortText($0) }
                if guests.count < names.count {
                    reading.refuse("Each line may be at most 200 characters long", at: Self.guests)
                }
                return chosen.map { .invite(Invited(seats: $0, guests: guests)) }
            })
    }
}

/// Lines of a text that was typed one thing a line.
enum Lines {
    static func of(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map { line in
            line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }.filter { !$0.isEmpty }
    }
}

extension Desk {
    /// A form that changes a meeting.
    func sheet(
        _ title: String, _ found: FoundMeeting, to link: Link, button: String = "Save",
        lead: HTML = "", first: Typed = Typed(), about: Sheet.About? = nil, file: String? = nil,
        ask: @escaping @Sendable (inout Form) -> Void,
        read: @escaping @Sendable (inout Reading, String) -> ChangeMeeting.Change?
    ) -> Sheet {
        let id = found.id
        return Sheet(
            title: title, thread: MeetingView.thread(found), to: link, back: MeetingsRoutes.meeting(id),
            button: button, lead: lead, first: first, about: about, file: file, ask: ask,
            read: { reading, account in
                Sheet.deciding(read(&reading, account)) { change, deciding in
                    try ChangeMeeting(meeting: id, change: change).decide(&deciding)
                }
            }, next: { MeetingsRoutes.meeting($0) })
    }
}
