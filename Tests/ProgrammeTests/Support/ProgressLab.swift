import Access
import CivilTime
import People
import Testing

@testable import Ledger
@testable import Programme

/// Whoever recorded something in a test.
enum Someone: String, CaseIterable { case hearing, timely, team, second }

/// The small plans with people who report on them.
struct ProgressLab: Sendable {
    let lab: Lab
    /// The subject ids of the plans.
    let plan: String
    let statement: String

    init(today: Day = Lab.today, leads: Bool = true) async throws {
        lab = try await Lab(today: today)
        // In 2018 the plan of 2024 is not published yet.
        let isPublished = today >= day("2024-01-12")
        if isPublished { try await lab.record(SmallActionPlan.text) }
        try await lab.record(SmallStatement.text)
        plan = isPublished ? try await lab.recordOf("HOLLIN-2024").plan.id : ""
        statement = try await lab.recordOf("HOLLIN-2018").plan.id
        guard leads else { return }
        try await name(.hearing, of: "TF-HEAR")
        try await name(.timely, of: "TF-TIME")
    }

    func commit<Value: Codable & Sendable>(
        by someone: Someone = .team, seen: [(SubjectID, version: Int, kinds: Set<String>)] = [],
        _ decide: @escaping @Sendable (inout Deciding) throws -> Value
    ) async throws -> Value {
        let id = Identifiers.live.next()
        let author = Author(account: someone.rawValue, role: "programmeTeam", channel: .web)
        return try await lab.ledger.commit(
            Command(
                id: id, fields: id, author: author,
                shown: seen.map { .init($0.0, version: $0.version, kinds: $0.kinds) }, decide: decide)
        ).value
    }

    /// The subject id of an objective or action.
    func part(_ code: String, _ part: String = ObjectiveStatement.part) async throws -> String {
        let found = try await lab.ledger.read { snapshot in
            try snapshot.reader.first(
                "SELECT subject_id FROM programme_part WHERE part = \(part) AND code = \(code)"
            ) { $0.text(0) }
        }
        return try #require(found)
    }

    func name(_ someone: Someone, of body: String, from: Day = day("2024-01-12"), to: Day? = nil) async throws
    {
        let naming = NameLead(
            account: someone.rawValue, plan: plan, body: code(body), from: from, to: to)
        _ = try await commit { try naming.decide(&$0) }
    }

    /// Reports as the lead of a group, or as the programme team.
    @discardableResult
    func report(
        _ objective: String, for month: Month, _ rating: Rating.Colour?, by someone: Someone = .team,
        _ milestones: [ReportProgress.MilestoneChange] = [], narrative: String = "We asked.",
        group: String = "Hearing Families", part: String = ObjectiveStatement.part
    ) async throws -> String {
        let reporter: Reporter =
            someone == .team ? .programmeTeam : .lead(account: someone.rawValue)
        let report = ReportProgress(
            part: try await self.part(objective, part), month: month, rating: rating, narrative: narrative,
            impact: "", group: group, milestones: milestones, reporter: reporter)
        return try await commit(by: someone) { try report.decide(&$0) }
    }

    @discardableResult
    func evidence(
        _ objective: String, _ kind: EvidenceKind, for month: Month, by someone: Someone = .team,
        source: EvidenceSource = .link(address: "https://example.org/survey")
    ) async throws -> String {
        let adding = AddEvidence(
            part: try await part(objective), month: month, title: "Survey", shows: "More are asked.",
            kind: kind, account: someone.rawValue,
            reporter: someone == .team ? .programmeTeam : .lead(account: someone.rawValue))
        return try await commit(by: someone) { try adding.decide(source, &$0) }
    }

    func clear(_ evidence: String, of objective: String, by someone: Someone) async throws {
        let clearing = ClearEvidence(
            part: try await part(objective), evidence: evidence, account: someone.rawValue)
        _ = try await commit(by: someone) { try clearing.decide(&$0) }
    }

    func change(_ month: Month, _ change: ChangeMonth.Change) async throws {
        let changing = ChangeMonth(plan: plan, month: month, change: change)
        _ = try await commit { try changing.decide(&$0) }
    }

    func progress(_ objective: String, _ part: String = ObjectiveStatement.part) async throws -> Progress {
        let id = try await self.part(objective, part)
        return try await #require(lab.ledger.read { try $0.state(of: Progress.self, id)?.state })
    }

    func milestones(_ objective: String) async throws -> [MilestoneStanding] {
        let id = try await part(objective)
        return try await lab.ledger.read { snapshot in
            let found = try #require(try snapshot.state(of: Objective.self, id)?.state)
            let progress = try snapshot.state(of: Progress.self, id)?.state
            return try #require(ProgressPart(found)).milestones(progress)
        }
    }

    func gate() async throws -> MonthGate {
        let plan = plan
        return try await lab.ledger.read { try MonthGate.load(plan, $0.reader) }
    }
}

/// What was refused, or nil where it was done.
func refusal<R: Refusal & Equatable, Value>(
    _ type: R.Type, _ work: () async throws -> Value
) async throws -> R? {
    do {
        _ = try await work()
        return nil
    } catch let refusal as R {
        #expect(!refusal.forPerson.isEmpty && !refusal.forOperator.isEmpty)
        return refusal
    }
}
