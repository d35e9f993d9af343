import CivilTime
import Ledger
import People

/// One meeting of a forum: its agenda, who came, what was decided, and its minutes.
struct Meeting: Subject {
    static let kind = "meeting"
    static let entryKinds: [EntryKind<Meeting>] = [
        EntryKind(MeetingPlanned.self) { meeting, planned in
            meeting.forum = planned.data.forum
            meeting.schedules.append((planned.data.schedule, nil))
        },
        EntryKind(MeetingMoved.self) { meeting, moved in
            meeting.schedules.append((moved.data.schedule, moved.reason))
        },
        EntryKind(MeetingCancelled.self) { meeting, gone in
            meeting.cancellations.append((gone.id, gone.reason))
        },
        EntryKind(Invited.self) { meeting, invited in meeting.invited = invited.data },
        EntryKind(ItemPut.self) { meeting, put in meeting.itemEntries.append((put.id, put.data)) },
        EntryKind(PaperAdded.self) { meeting, added in meeting.papers.append((added.id, added.data)) },
        EntryKind(PaperOpened.self) { meeting, opened in meeting.openings.append((opened.id, opened.data)) },
        EntryKind(RegisterTaken.self) { meeting, taken in
            meeting.registers.append((taken.id, taken.data))
        },
        EntryKind(ReportReceived.self) { meeting, received in
            meeting.received.append((received.id, received.day, received.data))
        },
        EntryKind(DecisionTaken.self) { meeting, taken in meeting.decisions.append((taken.id, taken.data)) },
        EntryKind(ChallengeMade.self) { meeting, made in
            meeting.challengeEntries.append((made.id, made.day, made.data))
        },
        EntryKind(ChallengeSettled.self) { meeting, settled in
            meeting.settlements[settled.data.challenge] = (settled.day, settled.data.outcome)
        },
        EntryKind(MinutesWritten.self) { meeting, written in
            meeting.minutes.append((written.id, written.day, written.data.text))
        },
        EntryKind(MinutesAgreed.self) { meeting, agreed in
            meeting.agreements.append((agreed.id, agreed.data))
        },
    ]
    static let tables = [MeetingsTables.meeting, MeetingsTables.decision, MeetingsTables.challenge]
    static let derivation = 1

    /// A challenge with what came of it.
    struct Challenge: Sendable {
        let entry: String
        let day: Day
        let data: ChallengeMade
        let settled: (day: Day, outcome: String)?
    }

    /// Where a meeting stands.
    enum Stage: String, Sendable {
        case planned, held, cancelled
    }

    let id: String
    private(set) var forum = ""
    private(set) var schedules: [(schedule: Schedule, reason: String?)] = []
    private(set) var invited: Invited?
    private(set) var papers: [(entry: String, data: PaperAdded)] = []
    private(set) var decisions: [(entry: String, data: DecisionTaken)] = []
    private(set) var received: [(entry: String, day: Day, data: ReportReceived)] = []
    private(set) var minutes: [(entry: String, day: Day, text: String)] = []
    private(set) var cancellations: [(entry: String, reason: String?)] = []
    private var itemEntries: [(entry: String, data: ItemPut)] = []
    private var openings: [(entry: String, data: PaperOpened)] = []
    private var registers: [(entry: String, data: RegisterTaken)] = []
    private var challengeEntries: [(entry: String, day: Day, data: ChallengeMade)] = []
    private var settlements: [String: (day: Day, outcome: String)] = [:]
    private var agreements: [(entry: String, data: MinutesAgreed)] = []
    private var noted: [Problem] = []

    init(id: String) { self.id = id }

    mutating func note(_ problem: Problem) { noted.append(problem) }

    /// When and where, by the last entry; nil before it was planned.
    var schedule: Schedule? { schedules.last?.schedule }
    /// The register that stands, with its entry.
    var register: (entry: String, data: RegisterTaken)? { registers.last }
    /// The day it was held, or is planned for; nil before it was planned.
    var day: Day? { register?.data.on ?? schedule?.day }

    var stage: Stage {
        let isHeld =
            register != nil || !decisions.isEmpty || !challengeEntries.isEmpty || !received.isEmpty
            || !minutes.isEmpty
        return isHeld ? .held : cancellations.isEmpty ? .planned : .cancelled
    }

    /// The agenda in its order.
    var items: [(entry: String, data: ItemPut)] {
        itemEntries.enumerated().sorted {
            ($0.element.data.position, $0.offset) < ($1.element.data.position, $1.offset)
        }.map(\.element)
    }

    /// Whether it had its quorum; nil where no register was taken or no terms held.
    var quoracy: Quoracy? {
        register.flatMap { register in register.data.quorum?.quoracy(of: register.data.attending) }
    }

    var challenges: [Challenge] {
        challengeEntries.map { made in
            Challenge(
                entry: made.entry, day: made.day, data: made.data, settled: settlements[made.data.challenge])
        }
    }

    /// The entry by which a paper became public; nil where the public may not read it.
    func opening(of paper: String) -> String? {
        guard let added = papers.last(where: { $0.data.paper == paper }) else { return nil }
        return openings.last { $0.data.paper == paper && $0.data.by != added.data.addedBy }?.entry
    }

    /// Minutes that were agreed: the text, the meeting that agreed them, and the day.
    var agreed: (text: String, meeting: String, on: Day)? {
        guard let last = agreements.last?.data,
            let text = minutes.first(where: { $0.entry == last.minutes })?.text
        else { return nil }
        return (text, last.meeting, last.on)
    }

    /// Whether minutes were written anew after those that were agreed.
    var isRewritten: Bool { agreements.last.map { $0.data.minutes != minutes.last?.entry } ?? false }

    /// What cannot be true together.
    var problems: [Problem] {
        var problems = noted
        if stage == .held, !cancellations.isEmpty {
            problems.append(
                Problem(
                    "It is recorded as cancelled and as held.", entries: cancellations.map(\.entry)))
        }
        for opening in openings
        where papers.contains(where: {
            $0.data.paper == opening.data.paper && $0.data.addedBy == opening.data.by
        }) {
            problems.append(
                Problem("A paper was made public by who added it; it is not shown.", entries: [opening.entry])
            )
        }
        if let last = agreements.last, let day, last.data.on < day {
            problems.append(Problem("The minutes were agreed before the meeting.", entries: [last.entry]))
        }
        if let last = agreements.last, agreed == nil {
            problems.append(Problem("What was agreed as minutes is not here.", entries: [last.entry]))
        }
        return problems
    }
}
