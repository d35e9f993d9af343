import CivilTime
import Ledger
import People

/// A board, group, panel, committee or forum over time: what it is for, its terms, its members.
struct Forum: Subject {
    static let kind = "forum"
    static let entryKinds: [EntryKind<Forum>] = [
        EntryKind(ForumDescribed.self) { forum, said in
            if forum.descriptions.isEmpty { forum.firstDay = said.data.began ?? said.day }
            forum.descriptions.append(said.data)
        },
        EntryKind(SeatTaken.self) { forum, taken in forum.takings.append((taken.id, taken.data)) },
        EntryKind(SeatLeft.self) { forum, left in forum.leavings.append((left.id, left.data)) },
        EntryKind(ChairNamed.self) { forum, named in forum.chairs.append(named.data) },
        EntryKind(TermsAgreed.self) { forum, agreed in
            forum.terms.append(Terms(entry: agreed.id, data: agreed.data))
        },
        EntryKind(ReportingSet.self) { forum, set in forum.reportings.append((set.id, set.data)) },
        EntryKind(ReportingEnded.self) { forum, ended in
            forum.reportingEnds[ended.data.reporting] = ended.data.to
        },
        EntryKind(OutcomeSet.self) { forum, set in forum.outcomesSet.append((set.id, set.day, set.data)) },
        EntryKind(OutcomeJudged.self) { forum, judged in
            forum.judgements[judged.data.outcome] = (judged.day, judged.data)
        },
        EntryKind(ForumEnded.self) { forum, ended in forum.endings.append((ended.id, ended.data)) },
    ]
    static let tables = [MeetingsTables.forum, MeetingsTables.report]
    static let derivation = 1

    /// Terms of reference from a day on.
    struct Terms: Sendable {
        let entry: String
        let data: TermsAgreed
    }

    /// A seat with the days it is held.
    struct Seat: Sendable {
        /// The entry that stands for it, which a correction names.
        let entry: String
        let data: SeatTaken
        /// The last day; nil while it is held.
        let to: Day?

        var id: String { data.seat }

        func holds(on day: Day) -> Bool { data.from <= day && day <= to ?? day }
    }

    /// An outcome that the forum set itself.
    struct Outcome: Sendable {
        let entry: String
        let set: Day
        let data: OutcomeSet
        /// The last judgement and its day.
        let judged: (day: Day, data: OutcomeJudged)?
    }

    /// A report that it owes somebody.
    struct Reporting: Sendable {
        let entry: String
        let data: ReportingSet
        let ended: Day?
    }

    let id: String
    private(set) var descriptions: [ForumDescribed] = []
    private(set) var terms: [Terms] = []
    private(set) var firstDay = Day.latest
    private var takings: [(entry: String, data: SeatTaken)] = []
    private var leavings: [(entry: String, data: SeatLeft)] = []
    private var chairs: [ChairNamed] = []
    private var reportings: [(entry: String, data: ReportingSet)] = []
    private var reportingEnds: [String: Day] = [:]
    private var outcomesSet: [(entry: String, day: Day, data: OutcomeSet)] = []
    private var judgements: [String: (day: Day, data: OutcomeJudged)] = [:]
    private var endings: [(entry: String, data: ForumEnded)] = []
    private var noted: [Problem] = []

    init(id: String) { self.id = id }

    mutating func note(_ problem: Problem) { noted.append(problem) }

    /// What it is, by the last entry; nil before it was recorded.
    var description: ForumDescribed? { descriptions.last }
    var name: String { description?.name.text ?? "" }
    var isPublic: Bool { description?.isPublic ?? false }
    /// Its last day; nil while it goes on.
    var ended: Day? { endings.last?.data.to }

    /// The terms in force on a day; nil where none were.
    func terms(on day: Day) -> Terms? {
        terms.enumerated().filter { $0.element.data.from <= day }
            .max { ($0.element.data.from, $0.offset) < ($1.element.data.from, $1.offset) }?.element
    }

    /// Every seat ever held, in the order of their first days.
    var seats: [Seat] {
        takings.map { taking in
            let left = leavings.last { $0.data.seat == taking.data.seat }?.data.to
            return Seat(
                entry: taking.entry, data: taking.data,
                to: [taking.data.to, left].compactMap(\.self).min())
        }
    }

    /// The seats held on a day.
    func seats(on day: Day) -> [Seat] { seats.filter { $0.holds(on: day) } }

    /// Who chairs on a day.
    func chair(on day: Day) -> Seat? {
        let named = chairs.enumerated().filter { $0.element.from <= day }
            .max { ($0.element.from, $0.offset) < ($1.element.from, $1.offset) }?.element.seat
        return named.flatMap { seat in seats(on: day).first { $0.id == seat } }
    }

    var reports: [Reporting] {
        reportings.map { Reporting(entry: $0.entry, data: $0.data, ended: reportingEnds[$0.data.reporting]) }
    }

    var outcomes: [Outcome] {
        outcomesSet.map {
            Outcome(entry: $0.entry, set: $0.day, data: $0.data, judged: judgements[$0.data.outcome])
        }
    }

    /// What cannot be true together.
    var problems: [Problem] {
        var problems = noted
        for terms in terms where terms.data.quorum.atLeast > seats(on: terms.data.from).count {
            problems.append(
                Problem(
                    "The quorum from \(terms.data.from.short) is larger than the number of members on that day.",
                    entries: [terms.entry]))
        }
        for seat in seats where seat.to.map({ $0 < seat.data.from }) ?? false {
            problems.append(Problem("A member left before joining.", entries: [seat.entry]))
        }
        let known = Set(takings.map(\.data.seat))
        for leaving in leavings where !known.contains(leaving.data.seat) {
            problems.append(Problem("Somebody left who is no member.", entries: [leaving.entry]))
        }
        if Set(endings.map(\.data.to)).count > 1 {
            problems.append(
                Problem("Two last days are recorded; the later entry is used.", entries: endings.map(\.entry))
            )
        }
        return problems
    }
}

extension Forum {
    /// One row of the forum, one for each day on which a report is due.
    func rows(_ reference: inout ReferenceReader) -> [Row] {
        guard let description else { return [] }
        let body = description.represents
        let row = Row(
            MeetingsTables.forum,
            [
                description.name.text, SearchKey(of: description.name.text).text, description.kind.rawValue,
                description.isPublic, body?.plan, body?.body, ended,
            ])
        var reports: [Row] = []
        for report in self.reports {
            for day in Set(report.data.days).sorted() where report.ended.map({ day <= $0 }) ?? true {
                reports.append(
                    Row(
                        MeetingsTables.report, key: "\(report.entry) \(day.iso)",
                        [
                            report.data.reporting, report.data.report.text, report.data.to.forum,
                            report.data.to.name, day,
                        ]))
            }
        }
        return [row] + reports
    }

    /// The forum as a standing, and each seat with its constituency.
    func facts(_ reference: inout ReferenceReader) -> [Fact] {
        guard let description, ended.map({ $0 >= firstDay }) ?? true else { return [] }
        let whole = Fact(
            standing: "meetings.forum", key: "forum", from: firstDay, to: ended,
            references: ["forum": id, "kind": description.kind.rawValue])
        var keys: Set<String> = []
        let held = seats.filter { seat in
            (seat.to.map { $0 >= seat.data.from } ?? true) && keys.insert(seat.id).inserted
        }
        return [whole]
            + held.map { seat in
                Fact(
                    standing: "meetings.seat", key: seat.id, from: seat.data.from, to: seat.to,
                    references: ["forum": id, "constituency": seat.data.constituency.rawValue])
            }
    }
}
