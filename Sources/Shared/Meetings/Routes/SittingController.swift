import CivilTime
import Ledger
import Markup
import Pages
import People

/// What a meeting did: its register, and its decisions, challenges and actions in one sitting.
struct SittingController: Sendable {
    let desk: Desk

    func register(in table: inout RouteTable) {
        desk.add(MeetingsRoutes.register, MeetingsRoutes.takeRegister, to: &table) { id, _ in
            try await register(id)
        }
        desk.add(MeetingsRoutes.sitting, MeetingsRoutes.recordSitting, to: &table) { id, request in
            try await sitting(id, request.context.today)
        }
        desk.add(MeetingsRoutes.decision, MeetingsRoutes.correctDecision, to: &table) { place, _ in
            try await decision(place.0, place.1)
        }
        desk.add(MeetingsRoutes.challenge, MeetingsRoutes.settle, to: &table) { place, _ in
            try await settling(place.0, place.1)
        }
        desk.add(MeetingsRoutes.correctingChallenge, MeetingsRoutes.correctChallenge, to: &table) {
            place, _ in try await correcting(place.0, place.1)
        }
    }

    // MARK: Register

    private static let heldOn = Ask.day("on", "Day it was held")

    private func register(_ id: String) async throws -> Sheet {
        let found = try await desk.ledger.read { try $0.meeting(id) }
        let questions = RegisterQuestions(found.forum.seats(on: found.day))
        var first = Typed()
        Self.heldOn.fill(&first, with: found.day)
        questions.fill(&first, found.meeting.register?.data)
        let about = Sheet.About(
            subject: SubjectID(kind: Meeting.kind, id: id), version: found.version,
            kinds: [RegisterTaken.kind],
            words: { snapshot, commit in
                let register = try snapshot.known(Meeting.self, id, at: commit)?.register?.data
                return Presence.allCases.map { presence in
                    let there = register?.attending.filter { $0.presence == presence }.map(\.name)
                    return (presence.words, there.map { $0.isEmpty ? "Nobody" : Words.list($0) })
                }
            }, typed: questions.typed)
        return Sheet(
            title: "Take the register", thread: MeetingView.thread(found),
            to: MeetingsRoutes.takeRegister(id), back: MeetingsRoutes.meeting(id), button: "Save register",
            lead: questions.lead(found.forum.terms(on: found.day)?.data.quorum, found.forum),
            first: first, about: about,
            ask: { form in
                form.ask(Self.heldOn)
                questions.ask(&form)
            },
            read: { reading, _ in
                let on = reading.ask(Self.heldOn)
                let answers = questions.read(&reading)
                guard reading.isFine, let on else { return nil }
                let taking = TakeRegister(
                    meeting: id, on: on, members: answers.members, others: answers.others)
                return Sheet.deciding(taking) { taking, deciding in try taking.decide(&deciding) }
            }, next: { MeetingsRoutes.meeting($0) })
    }

    // MARK: Decisions, challenges, actions

    private func sitting(_ id: String, _ today: Day) async throws -> Sheet {
        let (model, forums, accounts) = try await desk.ledger.read { snapshot in
            let model = try MeetingModel(id, snapshot)
            let others = try ForumRow.all(snapshot.reader).filter { $0.id != model.found.forum.id }
            return (model, others, try AccountRow.owners(on: today, snapshot.reader))
        }
        let questions = SittingQuestions(model.found, forums: forums, accounts: accounts)
        return Sheet(
            title: "Record decisions, challenges and actions", thread: MeetingView.thread(model.found),
            to: MeetingsRoutes.recordSitting(id), back: MeetingsRoutes.meeting(id),
            button: "Save and finish", again: "Save and record more",
            lead: MeetingView.recordedSoFar(model), ask: { questions.ask(&$0) },
            read: { reading, _ in
                Sheet.deciding(questions.read(&reading, day: model.found.day)) { recording, deciding in
                    try recording.decide(&deciding)
                }
            }, next: { MeetingsRoutes.meeting($0) })
    }

    private static let decided = LongTextQuestion("decision", "Decision", most: 2_000, rows: 3)
    private static let decidedBy = Ask.line("by", "Who decided").hint(
        "Leave it empty for the meeting as a whole."
    ).optional()
    private static let keeping = RadiosQuestion(
        "keeping", "What to do",
        [
            Choice(true, key: "keep", "Correct it"),
            Choice(false, key: "remove", "Remove it: it was not decided"),
        ])

    private func decision(_ id: String, _ decision: String) async throws -> Sheet {
        let found = try await desk.ledger.read { try $0.meeting(id) }
        guard let held = found.meeting.decisions.last(where: { $0.data.decision == decision })?.data else {
            throw PageError.notFound
        }
        let item = Ask.item("item", found.meeting)
        var first = Typed()
        Self.decided.fill(&first, with: held.text)
        Self.keeping.fill(&first, with: true)
        if let by = held.by { Self.decidedBy.fill(&first, with: by) }
        if let held = held.item { item.fill(&first, with: held) }
        let about = Sheet.About(
            subject: SubjectID(kind: Meeting.kind, id: id), version: found.version,
            kinds: [DecisionTaken.kind],
            words: { snapshot, commit in
                let all = try snapshot.known(Meeting.self, id, at: commit)?.decisions
                return [("Decision", all?.last { $0.data.decision == decision }?.data.text)]
            }, typed: { [$0["decision"]] })
        return sheet(
            "Correct a decision", found, to: MeetingsRoutes.correctDecision((id, decision)), first: first,
            about: about, ask: { $0.ask(Self.keeping, Self.decided, item, Self.decidedBy, Ask.reason) },
            read: { reading in
                let keeps = reading.ask(Self.keeping)
                let reason = reading.ask(Ask.reason)
                if keeps == false { return reason.map { .removeDecision(decision, reason: $0) } }
                let text = reading.ask(Self.decided)
                let item = reading.ask(item)
                let by = reading.ask(Self.decidedBy)
                guard let text, let reason else { return nil }
                return .correctDecision(
                    DecisionTaken(decision: decision, item: item, text: text, by: by), reason: reason)
            })
    }

    private static let outcome = LongTextQuestion("outcome", "What came of it", most: 2_000, rows: 4)
    private static let settledOn = Ask.day("on", "Day")

    private func settling(_ id: String, _ challenge: String) async throws -> Sheet {
        let found = try await desk.ledger.read { try $0.meeting(id) }
        let held = try Self.found(challenge, in: found)
        var first = Typed()
        if let settled = held.settled { Self.outcome.fill(&first, with: settled.outcome) }
        let about = Sheet.About(
            subject: SubjectID(kind: Meeting.kind, id: id), version: found.version,
            kinds: [ChallengeSettled.kind],
            words: { snapshot, commit in
                let all = try snapshot.known(Meeting.self, id, at: commit)?.challenges
                return [("What came of it", all?.last { $0.data.challenge == challenge }?.settled?.outcome)]
            }, typed: { [$0["outcome"]] })
        return sheet(
            "Record what came of a challenge", found, to: MeetingsRoutes.settle((id, challenge)),
            first: first, lead: MeetingView.challenge(held), about: about,
            ask: { $0.ask(Self.outcome, Self.settledOn) },
            read: { reading in
                let outcome = reading.ask(Self.outcome)
                let on = reading.ask(Self.settledOn)
                guard let outcome, let on else { return nil }
                return .settle(ChallengeSettled(challenge: challenge, outcome: outcome), on: on)
            })
    }

    private func correcting(_ id: String, _ challenge: String) async throws -> Sheet {
        let (found, forums) = try await desk.ledger.read { snapshot in
            let found = try snapshot.meeting(id)
            return (found, try ForumRow.all(snapshot.reader).filter { $0.id != found.forum.id })
        }
        let held = try Self.found(challenge, in: found)
        let questions = ChallengeQuestions("challenge", found.meeting, forums, isOptional: false)
        var first = Typed()
        questions.fill(&first, held.data)
        let about = Sheet.About(
            subject: SubjectID(kind: Meeting.kind, id: id), version: found.version,
            kinds: [ChallengeMade.kind],
            words: { snapshot, commit in
                let all = try snapshot.known(Meeting.self, id, at: commit)?.challenges
                let now = all?.last { $0.data.challenge == challenge }?.data
                return [
                    ("Challenge", now?.text), ("Answer", now?.answer),
                    ("Escalated to", now?.escalatedTo?.name),
                ]
            }, typed: { [$0["challenge"], $0["challenge-answer"], nil] })
        return sheet(
            "Correct a challenge", found, to: MeetingsRoutes.correctChallenge((id, challenge)),
            first: first, about: about,
            ask: { form in
                questions.ask(&form)
                form.ask(Ask.reason)
            },
            read: { reading in
                let made = questions.read(&reading)
                let reason = reading.ask(Ask.reason)
                guard var made, let reason else { return nil }
                made.challenge = challenge
                return .correctChallenge(made, reason: reason)
            })
    }

    private static func found(_ challenge: String, in found: FoundMeeting) throws -> Meeting.Challenge {
        guard let held = found.meeting.challenges.last(where: { $0.data.challenge == challenge }) else {
            throw PageError.notFound
        }
        return held
    }

    private func sheet(
        _ title: String, _ found: FoundMeeting, to link: Link, first: Typed, lead: HTML = "",
        about: Sheet.About, ask: @escaping @Sendable (inout Form) -> Void,
        read: @escaping @Sendable (inout Reading) -> ChangeRecord.Change?
    ) -> Sheet {
        let id = found.id
        return Sheet(
            title: title, thread: MeetingView.thread(found), to: link, back: MeetingsRoutes.meeting(id),
            lead: lead, first: first, about: about, ask: ask,
            read: { reading, _ in
                Sheet.deciding(read(&reading)) { change, deciding in
                    try ChangeRecord(meeting: id, change: change).decide(&deciding)
                }
            }, next: { MeetingsRoutes.meeting($0) })
    }
}
