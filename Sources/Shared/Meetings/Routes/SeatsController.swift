import CivilTime
import Ledger
import Markup
import Pages
import People

/// Members of a forum, its chair, the reports it owes and the outcomes it set itself.
struct SeatsController: Sendable {
    let desk: Desk

    func register(in table: inout RouteTable) {
        desk.add(MeetingsRoutes.joining, MeetingsRoutes.join, to: &table) { id, _ in
            try await joining(id)
        }
        desk.add(MeetingsRoutes.seat, MeetingsRoutes.correctSeat, to: &table) { place, _ in
            try await correcting(place.0, place.1)
        }
        desk.add(MeetingsRoutes.leaving, MeetingsRoutes.leave, to: &table) { place, _ in
            try await leaving(place.0, place.1)
        }
        desk.add(MeetingsRoutes.chairing, MeetingsRoutes.nameChair, to: &table) { id, request in
            try await chairing(id, request.context.today)
        }
        desk.add(MeetingsRoutes.reporting, MeetingsRoutes.setReport, to: &table) { id, _ in
            try await reporting(id)
        }
        desk.add(MeetingsRoutes.endingReport, MeetingsRoutes.endReport, to: &table) { place, _ in
            try await endingReport(place.0, place.1)
        }
        desk.add(MeetingsRoutes.outcome, MeetingsRoutes.setOutcome, to: &table) { id, _ in
            try await outcome(id)
        }
        desk.add(MeetingsRoutes.judging, MeetingsRoutes.judge, to: &table) { place, _ in
            try await judging(place.0, place.1)
        }
    }

    private func forum(_ id: String) async throws -> Versioned<Forum> {
        try await desk.ledger.read { try $0.forum(id) }
    }

    private func sheet(
        _ title: String, _ forum: Forum, to link: Link, button: String = "Save", first: Typed = Typed(),
        lead: HTML = "", about: Sheet.About? = nil, ask: @escaping @Sendable (inout Form) -> Void,
        read: @escaping @Sendable (inout Reading) -> ChangeForum.Change?
    ) -> Sheet {
        let id = forum.id
        return Sheet(
            title: title, thread: ForumView.thread(forum), to: link, back: MeetingsRoutes.forum(id),
            button: button, lead: lead, first: first, about: about, ask: ask,
            read: { reading, _ in
                Sheet.deciding(read(&reading)) { change, deciding in
                    try ChangeForum(forum: id, change: change).decide(&deciding)
                }
            }, next: { MeetingsRoutes.forum($0) })
    }

    /// What a form shows of the forum, so that somebody else's change meanwhile is seen.
    private static func about(
        _ found: Versioned<Forum>, _ kinds: Set<String>, typed names: [String],
        _ words: @escaping @Sendable (Forum?) -> [(what: String, words: String?)]
    ) -> Sheet.About {
        let id = found.state.id
        return Sheet.About(
            subject: SubjectID(kind: Forum.kind, id: id), version: found.version, kinds: kinds,
            words: { snapshot, commit in words(try snapshot.known(Forum.self, id, at: commit)) },
            typed: { typed in names.map { typed[$0] } })
    }

    // MARK: Members

    private static let chairs = YesNoQuestion("chairs", "Does this member chair?")

    private func joining(_ id: String) async throws -> Sheet {
        let forum = try await forum(id).state
        return sheet(
            "Add a member", forum, to: MeetingsRoutes.join(id), button: "Add member",
            ask: { form in
                SeatQuestions.ask(&form)
                form.ask(Self.chairs)
            },
            read: { reading in
                let taken = SeatQuestions.read(&reading, seat: "")
                let chairs = reading.ask(Self.chairs)
                guard let taken, let chairs else { return nil }
                return .join(taken, chairs: chairs)
            })
    }

    private static func found(_ seat: String, in forum: Forum) throws -> Forum.Seat {
        guard let found = forum.seats.last(where: { $0.id == seat }) else { throw PageError.notFound }
        return found
    }

    private func correcting(_ id: String, _ seat: String) async throws -> Sheet {
        let found = try await forum(id)
        let held = try Self.found(seat, in: found.state)
        var first = Typed()
        SeatQuestions.fill(&first, held.data)
        let about = Self.about(found, [SeatTaken.kind, SeatLeft.kind], typed: ["person", "post"]) { forum in
            let data = forum?.seats.last { $0.id == seat }?.data
            return [("Name", data?.person?.text), ("Post", data?.post?.text)]
        }
        return sheet(
            "Put right what is recorded of \(held.data.name)", found.state,
            to: MeetingsRoutes.correctSeat((id, seat)), first: first, about: about,
            ask: { form in
                SeatQuestions.ask(&form)
                form.ask(Ask.reason)
            },
            read: { reading in
                let taken = SeatQuestions.read(&reading, seat: seat)
                let reason = reading.ask(Ask.reason)
                guard let taken, let reason else { return nil }
                return .correct(taken, reason: reason)
            })
    }

    private static let lastDay = Ask.day("to", "Last day")

    private func leaving(_ id: String, _ seat: String) async throws -> Sheet {
        let found = try await forum(id)
        let held = try Self.found(seat, in: found.state)
        let about = Self.about(found, [SeatLeft.kind], typed: []) { forum in
            [("Last day", forum?.seats.last { $0.id == seat }?.to?.short)]
        }
        return sheet(
            "Record that \(held.data.name) leaves", found.state, to: MeetingsRoutes.leave((id, seat)),
            about: about, ask: { $0.ask(Self.lastDay) },
            read: { reading in reading.ask(Self.lastDay).map { .leave(seat: seat, to: $0) } })
    }

    private static let chairFrom = Ask.day("from", "First day")

    private func chairing(_ id: String, _ today: Day) async throws -> Sheet {
        let found = try await forum(id)
        let seats = found.state.seats(on: today)
        let about = Self.about(found, [ChairNamed.kind], typed: []) { forum in
            [("Chair", forum?.chair(on: today)?.data.fullName)]
        }
        let member = SelectQuestion(
            "member", "Who chairs", seats.map { Choice($0.id, key: $0.id, $0.data.fullName) },
            none: "Nobody"
        ).optional()
        return sheet(
            "Record who chairs", found.state, to: MeetingsRoutes.nameChair(id), about: about,
            ask: { $0.ask(member, Self.chairFrom) },
            read: { reading in
                let seat = reading.ask(member)
                return reading.ask(Self.chairFrom).map { .chair(seat: seat, from: $0) }
            })
    }

    // MARK: Reports

    private static let report = Ask.line("report", "Report")
    private static let months = WholeNumberQuestion(
        "months", "How often: every so many months", in: 1...24, unit: "months"
    ).optional()
    private static let toName = Ask.line("to-name", "Or another body").optional()
    private static let days = (1...4).map { number in
        let question = Ask.day("due-\(number)", number == 1 ? "Next day it is due" : "And then")
        return number == 1 ? question : question.optional()
    }

    private func reporting(_ id: String) async throws -> Sheet {
        let (found, forums) = try await desk.ledger.read { snapshot in
            (try snapshot.forum(id), try ForumRow.all(snapshot.reader).filter { $0.id != id })
        }
        let to = Ask.forum("to-forum", "To which forum", forums).optional()
        return sheet(
            "Add a report that is due", found.state, to: MeetingsRoutes.setReport(id), button: "Add report",
            ask: { form in
                form.ask(Self.report, to, Self.toName, Self.months)
                for day in Self.days { form.ask(day) }
            },
            read: { reading in
                let report = reading.ask(Self.report)
                let forum = reading.ask(to)
                let name = reading.ask(Self.toName)
                let months = reading.ask(Self.months)
                let days = Self.days.compactMap { reading.ask($0) }
                if forum == nil, name == nil { reading.refuse("Choose to whom it is due", at: to) }
                guard reading.isFine, let report else { return nil }
                let called = forums.first { $0.id == forum }?.name ?? name?.text ?? ""
                return .reports(
                    ReportingSet(
                        reporting: "", report: report,
                        to: Addressee(forum: forum, name: called), everyMonths: months,
                        days: Set(days).sorted()))
            })
    }

    private func endingReport(_ id: String, _ reporting: String) async throws -> Sheet {
        let found = try await forum(id)
        guard let report = found.state.reports.first(where: { $0.data.reporting == reporting }) else {
            throw PageError.notFound
        }
        let about = Self.about(found, [ReportingEnded.kind], typed: []) { forum in
            [("Last day", forum?.reports.first { $0.data.reporting == reporting }?.ended?.short)]
        }
        return sheet(
            "Record that “\(report.data.report.text)” is no longer due", found.state,
            to: MeetingsRoutes.endReport((id, reporting)), about: about, ask: { $0.ask(Self.lastDay) },
            read: { reading in
                reading.ask(Self.lastDay).map { .endReport(reporting: reporting, to: $0) }
            })
    }

    // MARK: Outcomes

    private static let outcomeText = LongTextQuestion(
        "outcome", "Outcome", most: 500, rows: 3
    ).hint("What will be different, so that it can be seen whether it was achieved.")
    private static let by = Ask.day("by", "By").optional()
    private static let achieved = YesNoQuestion("achieved", "Was it achieved?")
    private static let how = LongTextQuestion("how", "How that shows", most: 1_000, rows: 3)
    private static let judgedOn = Ask.day("on", "Day of the judgement")

    private func outcome(_ id: String) async throws -> Sheet {
        let forum = try await forum(id).state
        return sheet(
            "Add an outcome", forum, to: MeetingsRoutes.setOutcome(id), button: "Add outcome",
            ask: { $0.ask(Self.outcomeText, Self.by) },
            read: { reading in
                let text = reading.ask(Self.outcomeText)
                let by = reading.ask(Self.by)
                return text.map {
                    .outcome(OutcomeSet(outcome: "", text: $0, by: by))
                }
            })
    }

    private func judging(_ id: String, _ outcome: String) async throws -> Sheet {
        let found = try await forum(id)
        guard let held = found.state.outcomes.first(where: { $0.data.outcome == outcome }) else {
            throw PageError.notFound
        }
        let about = Self.about(found, [OutcomeJudged.kind], typed: ["achieved", "how"]) { forum in
            let judged = forum?.outcomes.first { $0.data.outcome == outcome }?.judged?.data
            return [
                ("Achieved", judged.map { $0.isAchieved ? "Yes" : "No" }), ("How that shows", judged?.how),
            ]
        }
        return sheet(
            "Say whether it was achieved", found.state, to: MeetingsRoutes.judge((id, outcome)),
            lead: "<p>\(held.data.text)</p>", about: about,
            ask: { $0.ask(Self.achieved, Self.how, Self.judgedOn) },
            read: { reading in
                let achieved = reading.ask(Self.achieved)
                let how = reading.ask(Self.how)
                let on = reading.ask(Self.judgedOn)
                guard let achieved, let how, let on else { return nil }
                return .judge(OutcomeJudged(outcome: outcome, isAchieved: achieved, how: how), on: on)
            })
    }
}

/// A member, as forms ask it.
enum SeatQuestions {
    static let person = Ask.line("person", "Name").hint("Leave it empty for whoever holds the post.")
        .optional()
    static let post = Ask.line("post", "Post").optional()
    static let deputy = Ask.line("deputy", "Deputy").optional()
    static let named = YesNoQuestion(
        "named", "Has the person agreed to be named in public?", yes: "Yes, the public may read the name",
        no: "No, or not asked: only the post is shown")
    static let from = Ask.day("from", "First day")
    static let to = Ask.day("to", "Last day").hint("Leave it empty where none is set.").optional()

    static func ask(_ form: inout Form) {
        form.ask(person, post, Ask.constituency, deputy, named, from, to)
    }

    static func read(_ reading: inout Reading, seat: String) -> SeatTaken? {
        let person = reading.ask(person)
        let post = reading.ask(post)
        let constituency = reading.ask(Ask.constituency)
        let deputy = reading.ask(deputy)
        let named = reading.ask(named)
        let from = reading.ask(from)
        let to = reading.ask(to)
        if reading.isFine, person == nil, post == nil {
            reading.refuse("Enter the member's name or post", at: Self.person)
        }
        guard reading.isFine, let constituency, let named, let from else { return nil }
        return SeatTaken(
            seat: seat, person: person, post: post, constituency: constituency, deputy: deputy,
            mayBeNamed: named, from: from, to: to)
    }

    static func fill(_ typed: inout Typed, _ held: SeatTaken) {
        if let name = held.person { person.fill(&typed, with: name) }
        if let name = held.post { post.fill(&typed, with: name) }
        Ask.constituency.fill(&typed, with: held.constituency)
        if let name = held.deputy { deputy.fill(&typed, with: name) }
        named.fill(&typed, with: held.mayBeNamed)
        from.fill(&typed, with: held.from)
        if let last = held.to { to.fill(&typed, with: last) }
    }
}
