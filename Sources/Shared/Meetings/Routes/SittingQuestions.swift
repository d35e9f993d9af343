import CivilTime
import Ledger
import Markup
import Pages
import People

/// One challenge, as forms ask it.
struct ChallengeQuestions: Sendable {
    let text: LongTextQuestion
    let by: ConvertedQuestion<TextQuestion, ShortText>
    let item: SelectQuestion<String>
    let concern: LongTextQuestion
    let answer: LongTextQuestion
    let decision: LongTextQuestion
    let forum: SelectQuestion<String>
    let body: ConvertedQuestion<TextQuestion, ShortText>
    private let isOptional: Bool

    init(_ name: String, _ meeting: Meeting, _ forums: [ForumRow], isOptional: Bool) {
        self.isOptional = isOptional
        let asked = LongTextQuestion(name, "Challenge: what was asked", most: 2_000, rows: 3)
        let asker = Ask.line("\(name)-by", "Who asked")
        text = isOptional ? asked.optional() : asked
        by = isOptional ? asker.optional() : asker
        item = Ask.item("\(name)-item", meeting)
        concern = LongTextQuestion("\(name)-concern", "Concern behind it", most: 2_000, rows: 2).optional()
        answer = LongTextQuestion("\(name)-answer", "What was answered", most: 2_000, rows: 3).optional()
        decision = LongTextQuestion("\(name)-decision", "What was decided on it", most: 2_000, rows: 2)
            .optional()
        forum = Ask.forum("\(name)-to", "Escalated to which forum", forums).optional()
        body = Ask.line("\(name)-to-name", "Or escalated to another body").optional()
    }

    private var questions: [any Question] {
        [text, by, item, concern, answer, decision, forum, body]
    }

    func ask(_ form: inout Form) { for question in questions { form.ask(question) } }

    /// The challenge; nil where nothing was typed, or something is wrong.
    func read(_ reading: inout Reading) -> ChallengeMade? {
        let text = reading.ask(text)
        let by = reading.ask(by)
        let item = reading.ask(item)
        let concern = reading.ask(concern)
        let answer = reading.ask(answer)
        let decision = reading.ask(decision)
        let forum = reading.ask(forum)
        let body = reading.ask(body)
        let isEmpty =
            by == nil && concern == nil && answer == nil && decision == nil && forum == nil && body == nil
        if isOptional, text == nil, !isEmpty { reading.refuse("Enter what was asked", at: self.text) }
        if isOptional, text != nil, by == nil { reading.refuse("Enter who asked", at: self.by) }
        guard let text, let by else { return nil }
        let to = Addressee(forum: forum, name: body?.text ?? "")
        return ChallengeMade(
            challenge: "", item: item, concern: concern, by: by, text: text, answer: answer,
            decision: decision, escalatedTo: forum == nil && body == nil ? nil : to)
    }

    func fill(_ typed: inout Typed, _ held: ChallengeMade) {
        text.fill(&typed, with: held.text)
        by.fill(&typed, with: held.by)
        if let held = held.item { item.fill(&typed, with: held) }
        if let held = held.concern { concern.fill(&typed, with: held) }
        if let held = held.answer { answer.fill(&typed, with: held) }
        if let held = held.decision { decision.fill(&typed, with: held) }
        if let held = held.escalatedTo?.forum {
            forum.fill(&typed, with: held)
        } else if let held = held.escalatedTo.flatMap({ ShortText($0.name) }) {
            body.fill(&typed, with: held)
        }
    }
}

/// The form by which one sitting is recorded: rooms for some of each; what is left empty is not recorded.
struct SittingQuestions: Sendable {
    struct Decision: Sendable {
        let text: LongTextQuestion
        let item: SelectQuestion<String>
        let by: ConvertedQuestion<TextQuestion, ShortText>
    }

    struct Action: Sendable {
        let text: LongTextQuestion
        let item: SelectQuestion<String>
        let account: SelectQuestion<String>
        let post: ConvertedQuestion<TextQuestion, ShortText>
        let due: DateQuestion
    }

    private let meeting: String
    private let accounts: [AccountRow]
    private let decisions: [Decision]
    private let challenges: [ChallengeQuestions]
    private let actions: [Action]

    init(_ found: FoundMeeting, forums: [ForumRow], accounts: [AccountRow]) {
        let agenda = found.meeting
        meeting = found.id
        self.accounts = accounts
        decisions = (1...2).map { number in
            let name = "decision-\(number)"
            return Decision(
                text: LongTextQuestion(name, "Decision", most: 2_000, rows: 3).optional(),
                item: Ask.item("\(name)-item", agenda),
                by: Ask.line("\(name)-by", "Who decided").hint("Leave it empty for the meeting as a whole.")
                    .optional())
        }
        challenges = (1...2).map {
            ChallengeQuestions("challenge-\($0)", agenda, forums, isOptional: true)
        }
        actions = (1...3).map { number in
            let name = "action-\(number)"
            return Action(
                text: LongTextQuestion(name, "Action: what is to be done", most: 1_000, rows: 2).optional(),
                item: Ask.item("\(name)-item", agenda),
                account: SelectQuestion(
                    "\(name)-owner", "Owner", accounts.map { Choice($0.id, key: $0.id, $0.name) }
                ).optional(),
                post: Ask.line("\(name)-post", "Or a named post").optional(),
                due: Ask.day("\(name)-due", "Due").optional())
        }
    }

    func ask(_ form: inout Form) {
        form.add("<h2>Decisions</h2>")
        for decision in decisions { form.ask(decision.text, decision.item, decision.by) }
        form.add("<h2>Challenges</h2>")
        for challenge in challenges { challenge.ask(&form) }
        form.add("<h2>Actions</h2>")
        for action in actions {
            form.ask(action.text, action.item, action.account, action.post, action.due)
        }
    }

    func read(_ reading: inout Reading, day: Day) -> RecordSitting? {
        let decided = decisions.compactMap { Self.read($0, &reading) }
        let asked = challenges.compactMap { $0.read(&reading) }
        let raised = actions.compactMap { read($0, &reading, day: day) }
        if reading.isFine, decided.isEmpty, asked.isEmpty, raised.isEmpty, let first = decisions.first {
            reading.refuse("Enter a decision, a challenge or an action", at: first.text)
        }
        guard reading.isFine else { return nil }
        return RecordSitting(meeting: meeting, decisions: decided, challenges: asked, actions: raised)
    }

    private static func read(_ decision: Decision, _ reading: inout Reading) -> DecisionTaken? {
        let text = reading.ask(decision.text)
        let item = reading.ask(decision.item)
        let by = reading.ask(decision.by)
        if text == nil, by != nil { reading.refuse("Enter the decision", at: decision.text) }
        return text.map { DecisionTaken(decision: "", item: item, text: $0, by: by) }
    }

    private func read(
        _ action: Action, _ reading: inout Reading, day: Day
    ) -> RecordSitting.Raising? {
        let text = reading.ask(action.text)
        let item = reading.ask(action.item)
        let account = reading.ask(action.account)
        let post = reading.ask(action.post)
        let due = reading.ask(action.due)
        guard let text else {
            if account != nil || post != nil || due != nil {
                reading.refuse("Enter what is to be done", at: action.text)
            }
            return nil
        }
        if account == nil, post == nil {
            reading.refuse("Choose an owner, or enter a named post", at: action.account)
        }
        if due == nil { reading.refuse("Enter the day it is due", at: action.due) }
        if let due, due < day {
            let refusal = MeetingsRefusal.dueBeforeMeeting(due: due, meeting: day)
            reading.refuse(refusal.forPerson.withoutStop, at: action.due)
        }
        guard let due else { return nil }
        let name = post?.text ?? accounts.first { $0.id == account }?.name ?? ""
        return RecordSitting.Raising(
            text: text, owner: Owner(account: account, name: name), due: due, item: item)
    }
}
