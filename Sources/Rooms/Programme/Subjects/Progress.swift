import CivilTime
import Ledger

/// What was reported of one objective or action, month by month; it has the id of the part that it stands beside.
struct Progress: Subject {
    static let kind = "progress"
    static let entryKinds: [EntryKind<Progress>] = [
        EntryKind(ProgressReported.self) { $0.report($1) },
        EntryKind(MilestoneStated.self) { $0.state($1) },
        EntryKind(MilestoneForecast.self) { progress, forecast in
            progress.note(about: forecast.data)
            let move = MilestoneMove(
                day: forecast.day, to: forecast.data.to, why: forecast.data.why,
                source: .forecast(entry: forecast.id), commit: forecast.commit)
            progress.change(forecast.data.milestone) { $0.moves.append(move) }
        },
        EntryKind(MilestoneMet.self) { progress, met in
            progress.note(about: met.data)
            progress.change(met.data.milestone) {
                $0.met.append(.init(entry: met.id, commit: met.commit, on: met.data.on))
            }
        },
        EntryKind(EvidenceAdded.self) { $0.add($1) },
        EntryKind(EvidenceCleared.self) { progress, cleared in
            progress.clearances.append(
                (cleared.data.evidence, .init(entry: cleared.id, day: cleared.day, by: cleared.data.by)))
        },
    ]
    static let tables = [ProgressTables.report, ProgressTables.milestone, ProgressTables.evidence]
    static let derivation = 1

    let id: String
    /// The subject id of the plan; empty before any entry.
    private(set) var plan = ""
    /// The word for the part.
    private(set) var part = ""
    /// The part's published id.
    private(set) var code = Code(stored: "")
    /// Every report, in the order of the days reported.
    private(set) var reports: [ProgressReport] = []
    /// What was said of milestones, in the order in which they were first spoken of.
    private(set) var milestones: [ReportedMilestone] = []
    private var added: [EvidenceItem] = []
    private var clearances: [(evidence: String, clearance: EvidenceItem.Clearance)] = []
    private var noted: [Problem] = []

    init(id: String) { self.id = id }

    mutating func note(_ problem: Problem) { noted.append(problem) }

    private mutating func note(about part: some AboutPart) {
        plan = part.plan
        self.part = part.part
        code = part.code
    }

    private mutating func report(_ reported: Recorded<ProgressReported>) {
        note(about: reported.data)
        let data = reported.data
        reports.append(
            ProgressReport(
                entry: reported.id, commit: reported.commit, day: reported.day, month: data.month,
                rating: data.rating, narrative: data.narrative, impact: data.impact, group: data.group))
    }

    private mutating func state(_ stated: Recorded<MilestoneStated>) {
        note(about: stated.data)
        let statement = ReportedMilestone.Statement(
            entry: stated.id, commit: stated.commit, text: stated.data.text, first: stated.data.first,
            isOfPlan: stated.data.isOfPlan)
        if let held = milestones.first(where: { $0.code == stated.data.milestone })?.statement {
            // The first promise stays, so that nobody hides a slip by stating the milestone anew.
            if held.first != statement.first || held.text != statement.text {
                note(
                    Problem(
                        "A milestone was stated twice with different words or months; the first is used.",
                        entries: [held.entry, stated.id]))
            }
        } else {
            change(stated.data.milestone) { $0.statement = statement }
        }
    }

    private mutating func change(_ code: Code, _ change: (inout ReportedMilestone) -> Void) {
        let found = milestones.firstIndex { $0.code == code }
        if found == nil { milestones.append(ReportedMilestone(code: code)) }
        change(&milestones[found ?? milestones.count - 1])
    }

    private mutating func add(_ evidence: Recorded<EvidenceAdded>) {
        note(about: evidence.data)
        let data = evidence.data
        added.append(
            EvidenceItem(
                entry: evidence.id, commit: evidence.commit, day: evidence.day, month: data.month,
                title: data.title, shows: data.shows, kind: data.kind, source: data.source,
                addedBy: data.addedBy))
    }

    /// What was reported for each month, the first month first.
    var months: [MonthlyReport] { MonthlyReport.all(reports) }

    /// The evidence, in the order in which it was added; cleared by the first other person who did so.
    var evidence: [EvidenceItem] {
        added.map { item in
            var item = item
            item.clearance =
                clearances.first { $0.evidence == item.entry && $0.clearance.by != item.addedBy }?
                .clearance
            return item
        }
    }

    /// The same with only what boards have received: what was said of milestones came with a report, and is as
    /// public as that is.
    func received(_ gate: MonthGate) -> Progress {
        var received = self
        received.reports = reports.filter(gate.isPublic)
        let commits = Set(received.reports.map(\.commit))
        received.milestones = milestones.compactMap { milestone in
            var milestone = milestone
            if let statement = milestone.statement, !commits.contains(statement.commit) {
                milestone.statement = nil
            }
            milestone.moves = milestone.moves.filter { commits.contains($0.commit) }
            milestone.met = milestone.met.filter { commits.contains($0.commit) }
            let isSilent = milestone.statement == nil && milestone.moves.isEmpty && milestone.met.isEmpty
            return isSilent ? nil : milestone
        }
        received.added = added.filter { gate.holds($0.month, $0.commit) }
        return received
    }

    /// The entries that clear a piece of evidence.
    func clearingEntries(of evidence: String) -> [String] {
        clearances.filter { $0.evidence == evidence }.map(\.clearance.entry)
    }

    /// What cannot be true together.
    var problems: [Problem] {
        var problems = noted
        for milestone in milestones {
            if milestone.statement == nil {
                let moves = milestone.moves.compactMap { move -> String? in
                    if case .forecast(let entry) = move.source { entry } else { nil }
                }
                problems.append(
                    Problem(
                        "Something is said of a milestone that nobody stated.",
                        entries: moves + milestone.met.map(\.entry)))
            }
            if Set(milestone.met.map(\.on)).count > 1 {
                problems.append(
                    Problem(
                        "A milestone was met on two days; the later entry is used.",
                        entries: milestone.met.map(\.entry)))
            }
        }
        for (evidence, clearance) in clearances {
            if let item = added.first(where: { $0.entry == evidence }) {
                guard item.addedBy == clearance.by else { continue }
                problems.append(
                    Problem(
                        "Evidence was cleared by the person who added it; that does not count.",
                        entries: [evidence, clearance.entry]))
            } else {
                problems.append(
                    Problem(
                        "Evidence was cleared that has been changed or taken back since; it needs clearing again.",
                        entries: [evidence, clearance.entry]))
            }
        }
        return problems
    }
}

extension Progress {
    /// One row of each month reported, of each milestone spoken of and of each piece of evidence.
    func rows(_ reference: inout ReferenceReader) -> [Row] {
        let months = months.map { month in
            Row(
                ProgressTables.report, key: month.month.iso,
                [
                    plan, part, code.text, month.month.iso, month.current.rating?.rawValue,
                    month.current.day, month.current.group, month.earlier.count + 1,
                ])
        }
        var steps: [Row] = []
        for step in milestones.compactMap(\.standing) {
            steps.append(
                Row(
                    ProgressTables.milestone, key: step.code.text,
                    [
                        plan, part, code.text, step.code.text, step.text, step.first.iso,
                        DueRule.day(of: step.first, &reference), step.now.iso,
                        DueRule.day(of: step.now, &reference), step.met, step.isOfPlan,
                    ]))
        }
        let evidence = evidence.map { item in
            Row(
                ProgressTables.evidence, key: item.entry,
                [
                    plan, part, code.text, item.month.iso, item.kind.rawValue, item.title, item.day,
                    item.addedBy, item.clearance != nil,
                ])
        }
        return months + steps + evidence
    }

    /// Each report and each piece of evidence as an event, and the days of each milestone.
    func facts(_ reference: inout ReferenceReader) -> [Fact] {
        let references = ["plan": plan, part: id]
        let reports = reports.map {
            Fact(event: "programme.report-made", key: $0.entry, on: $0.day, references: references)
        }
        let evidence = evidence.map {
            Fact(
                event: "programme.evidence-added", key: $0.entry, on: $0.day,
                references: references.merging(["kind": $0.kind.rawValue]) { $1 })
        }
        var steps: [Fact] = []
        for step in milestones.compactMap(\.standing) {
            let days = [
                ("first", DueRule.day(of: step.first, &reference)),
                ("now", DueRule.day(of: step.now, &reference)),
            ]
            let met = step.met.map { [("met", $0)] } ?? []
            steps += (days + met).map {
                Fact(
                    event: "programme.milestone-\($0.0)", key: step.code.text, on: $0.1,
                    references: references)
            }
        }
        return reports + evidence + steps
    }
}
