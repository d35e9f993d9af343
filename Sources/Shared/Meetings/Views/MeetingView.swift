import CivilTime
import Documents
import Ledger
import Markup
import Pages
import People

/// What a meeting's page shows.
struct MeetingModel: Sendable {
    let found: FoundMeeting
    let raised: [ActionRow]
    let carried: [ActionRow]
    let names: [String: String]
    let posts: [PostRow]

    init(_ id: String, _ snapshot: Snapshot) throws {
        found = try snapshot.meeting(id)
        raised = try ActionRow.raised(at: id, snapshot.reader)
        carried = try ActionRow.carried(to: id, of: found.forum.id, on: found.day, snapshot.reader)
        names = try ForumRow.names(snapshot.reader)
        posts = try PostRow.all(snapshot.reader).filter { $0.meeting == id }
    }
}

/// One meeting, for who may see meetings.
struct MeetingView: Sendable {
    let model: MeetingModel
    let sight: Sight
    let today: Day

    static func thread(_ found: FoundMeeting) -> [Crumb] {
        ForumView.thread(found.forum) + [Crumb(found.day.short, MeetingsRoutes.meeting(found.id))]
    }

    var found: FoundMeeting { model.found }
    var meeting: Meeting { model.found.meeting }
    var id: String { model.found.id }

    func page() -> Page {
        Page(
            title: found.title, thread: ForumView.thread(found.forum), section: MeetingsRoutes.section,
            body: """
                <h1>\(found.forum.name), \(found.day.written)</h1>
                <p class="lead">\(lead)</p>
                \(likely)
                \(Parts.problems(meeting.problems.map(\.text)))
                \(quorum)
                \(facts)
                <h2>Agenda</h2>
                \(agenda)
                <h2>Actions from earlier meetings</h2>
                \(carried)
                \(record)
                <h2>Minutes</h2>
                \(minutes)
                \(ways)
                """)
    }

    private var lead: String {
        switch meeting.stage {
        case .cancelled:
            "It was cancelled: \(meeting.cancellations.last?.reason ?? "no reason is recorded")"
        case .planned:
            found.day < today
                ? "The day has passed, and nothing is recorded of it yet."
                : "Planned for \(found.schedule.words)."
        case .held: "It was held. \(meeting.quoracy?.reason ?? noQuorum)"
        }
    }

    private var noQuorum: String {
        meeting.register == nil
            ? "No register was taken, so nothing is known of its quorum."
            : "No terms of reference were in force on that day, so nothing is known of its quorum."
    }

    /// What is most likely to be done next.
    private var likely: HTML {
        guard sight.records, meeting.stage != .cancelled else { return "" }
        let step: (title: String, link: Link)
        if found.day > today {
            step = ("Add an item to the agenda", MeetingsRoutes.newItem(id))
        } else if meeting.register == nil {
            step = ("Take the register", MeetingsRoutes.register(id))
        } else if meeting.minutes.isEmpty, meeting.decisions.isEmpty, meeting.challenges.isEmpty {
            step = ("Record decisions, challenges and actions", MeetingsRoutes.sitting(id))
        } else if meeting.minutes.isEmpty {
            step = ("Write the minutes", MeetingsRoutes.minutes(id))
        } else if meeting.agreed == nil || meeting.isRewritten {
            step = ("Record that the minutes were agreed", MeetingsRoutes.agreeing(id))
        } else {
            return ""
        }
        return "<p><a class=\"button\" href=\"\(step.link)\">\(step.title)</a></p>"
    }

    private var quorum: HTML {
        guard meeting.stage == .held else { return "" }
        let changed = meeting.register.map { register in
            register.data.quorum != found.forum.terms(on: register.data.on)?.data.quorum
        }
        let doubt: HTML =
            changed == true
            ? Kit.doubt(
                "The terms recorded for that day have changed since the register was taken. Take it again to judge the quorum by them."
            ) : ""
        return "<p>\(Parts.quorum(meeting.quoracy?.isQuorate))</p>\(doubt)"
    }

    private var facts: HTML {
        var rows: [(name: String, value: HTML)] = [
            ("Planned for", HTML(text: found.schedule.words))
        ]
        for moved in meeting.schedules.dropFirst() {
            rows.append(("Moved", "To \(moved.schedule.day.short): \(moved.reason ?? "no reason given")"))
        }
        if let invited = meeting.invited {
            let seats = found.forum.seats.filter { invited.seats.contains($0.id) }.map(\.data.fullName)
            rows.append(("Invited", HTML(text: Words.list(seats + invited.guests.map(\.text)))))
        }
        for presence in Presence.allCases {
            let lines = meeting.register?.data.attending.filter { $0.presence == presence } ?? []
            if !lines.isEmpty {
                rows.append((presence.words, HTML(text: lines.map(Self.line).joined(separator: "; "))))
            }
        }
        return Kit.summary(rows)
    }

    private static func line(_ attendee: Attendee) -> String {
        let deputy = attendee.deputy.map { " (\($0) came)" } ?? ""
        return attendee.name + deputy + (attendee.seat == nil ? " (no member, not counted)" : "")
    }

    private var ways: HTML {
        var ways: [(title: String, link: Link)] = []
        if sight.records {
            ways += [
                ("Record who is invited", MeetingsRoutes.inviting(id)),
                ("Add an item", MeetingsRoutes.newItem(id)), ("Add a paper", MeetingsRoutes.newPaper(id)),
                (
                    meeting.register == nil ? "Take the register" : "Take the register again",
                    MeetingsRoutes.register(id)
                ),
                ("Record decisions, challenges and actions", MeetingsRoutes.sitting(id)),
                ("Write the minutes", MeetingsRoutes.minutes(id)),
            ]
            if meeting.stage == .planned {
                ways += [
                    ("Move it", MeetingsRoutes.moving(id)), ("Cancel it", MeetingsRoutes.cancelling(id)),
                ]
            }
        }
        if sight.publishes {
            ways.append(("Write a post about it", PostRoutes.newPost(query: [("meeting", id)])))
        }
        return Parts.ways(ways, label: "Record about this meeting")
    }
}
