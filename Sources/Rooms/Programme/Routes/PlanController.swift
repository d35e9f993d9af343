import CivilTime
import Ledger
import Markup
import Pages

/// Answers for the plan's public pages.
struct PlanController: Sendable {
    let ledger: Ledger
    let targets: Programme.Targets
    let progress: ProgressContext

    func register(in table: inout RouteTable) {
        table.add(PlanRoutes.plans) { _, request in
            .page(PlanListView.page(try await summaries(request.context.today)), request.context)
        }
        table.add(PlanRoutes.plan) { code, request in try await plan(code, request) }
        table.add(PlanRoutes.objective) { codes, request in try await objective(codes, request) }
        table.add(PlanRoutes.action) { codes, request in try await action(codes, request) }
        table.add(PlanRoutes.dates) { code, request in try await dates(code, request) }
        registerRecordPages(in: &table)
    }

    /// The pages that show the current record of a plan or one part of it, whatever the day.
    private func registerRecordPages(in table: inout RouteTable) {
        table.add(PlanRoutes.areas) { code, request in
            .page(AreasView(record: try await record(code)).page(), request.context)
        }
        table.add(PlanRoutes.governance) { code, request in
            .page(GovernanceView(record: try await record(code)).page(), request.context)
        }
        table.add(PlanRoutes.targets) { code, request in try await targetsPage(code, request) }
        table.add(PlanRoutes.doubts) { code, request in
            .page(DoubtsView(record: try await record(code)).page(), request.context)
        }
        table.add(PlanRoutes.priority) { codes, request in
            let record = try await record(codes.0)
            guard let priority = record.header.priorities.first(where: { $0.code == codes.1 }) else {
                throw PageError.notFound
            }
            return .page(PriorityView(record: record, priority: priority).page(), request.context)
        }
        table.add(PlanRoutes.area) { codes, request in
            let (record, part) = try await part(AreaStatement.self, codes)
            guard let area = part.current else { throw PageError.notFound }
            let view = AreaView(record: record, area: area, versions: part.changes)
            return .page(view.page(), request.context)
        }
        table.add(PlanRoutes.group) { codes, request in
            let (record, part) = try await part(BodyStatement.self, codes)
            guard let group = part.current else { throw PageError.notFound }
            let view = GroupView(record: record, group: group, versions: part.changes)
            return .page(view.page(), request.context)
        }
        table.add(PlanRoutes.issues) { code, request in
            let plan = try await ledger.read { try PlanRecord.plan(code, $0) }
            guard let current = plan.current else { throw PageError.notFound }
            return .page(VersionsView(header: current.header, issues: plan.issues).page(), request.context)
        }
        table.add(PlanRoutes.issue) { arguments, request in try await issue(arguments, request) }
    }

    /// Each plan with how its objectives and actions stand today, the newest first.
    func summaries(_ today: Day) async throws -> [PlanSummary] {
        try await ledger.read { snapshot in
            let ids = try snapshot.reader.all(
                "SELECT subject_id FROM programme_plan ORDER BY published DESC, code"
            ) { $0.text(0) }
            return try ids.compactMap { id in
                guard let header = try snapshot.state(of: Plan.self, id)?.state.current?.header else {
                    return nil
                }
                let objectives = try ObjectiveRow.all(of: id, snapshot.reader)
                let actions = try ActionRow.all(of: id, snapshot.reader)
                let ratings = try ReceivedRatings(of: id, snapshot)
                return PlanSummary(
                    code: header.code, title: header.title, published: header.published,
                    isPublishedPrinted: header.isPublishedPrinted,
                    standings: objectives.map { Self.standing($0, header.scheme, ratings, today) }
                        + actions.map { Self.standing($0, header.scheme, ratings, today) },
                    objectives: objectives.count, actions: actions.count)
            }
        }
    }

    private static func standing(
        _ row: ObjectiveRow, _ scheme: RatingScheme, _ ratings: ReceivedRatings, _ today: Day
    ) -> Lateness {
        let rating = ratings[ObjectiveStatement.part, row.code]
        let isDone = rating.flatMap { scheme.rating($0) }?.saysDone ?? false
        return Lateness(days: row.dues, isOngoing: row.isOngoing, isDone: isDone, today: today)
    }

    /// By the rating that a board has received last, otherwise by the one printed in the plan.
    private static func standing(
        _ row: ActionRow, _ scheme: RatingScheme, _ ratings: ReceivedRatings, _ today: Day
    ) -> Lateness {
        let rating = ratings[ActionStatement.part, row.code] ?? row.rating
        let isDone = rating.flatMap { scheme.rating($0) }?.saysDone ?? false
        return Lateness(days: row.due.map { [$0] } ?? [], isDone: isDone, today: today)
    }

    private func targetsPage(_ code: Code, _ request: Request) async throws -> Reply {
        let record = try await record(code)
        let standings = try await targets.standings(record.indicators, on: request.context.today)
        let view = TargetsView(record: record, approved: ApprovedTargets(standings: standings))
        return .page(view.page(), request.context)
    }

    private func record(_ code: Code, issue: Int? = nil) async throws -> PlanRecord {
        try await ledger.read { try PlanRecord.load(code, issue: issue, $0) }
    }

    private func part<Statement: PartStatement>(
        _ type: Statement.Type, _ codes: (Code, Code)
    ) async throws -> (PlanRecord, PlanPart<Statement>) {
        try await ledger.read { snapshot in
            let record = try PlanRecord.load(codes.0, snapshot)
            return (record, try PlanRecord.part(type, codes.1, of: record.plan.id, snapshot))
        }
    }

    private func plan(_ code: Code, _ request: Request) async throws -> Reply {
        let filter = PlanView.Filter(rawValue: request.queryValue("show") ?? "all") ?? .all
        let today = request.context.today
        let view = try await ledger.read { snapshot in
            let plan = try PlanRecord.plan(code, snapshot)
            guard let issue = plan.current else { throw PageError.notFound }
            let counts = try PartCounts(of: plan.id, snapshot.reader)
            let ratings = try ReceivedRatings(of: plan.id, snapshot)
            return PlanView(
                header: issue.header, issue: issue.number,
                objectives: try ObjectiveRow.all(of: plan.id, snapshot.reader).map {
                    ($0, Self.standing($0, issue.header.scheme, ratings, today))
                },
                actions: try ActionRow.all(of: plan.id, snapshot.reader).map {
                    ($0, Self.standing($0, issue.header.scheme, ratings, today))
                },
                areaCount: counts[AreaStatement.part], targetCount: counts[TargetStatement.part],
                doubtCount: counts.doubts + issue.header.remarks.count(where: \.isDoubt), filter: filter,
                ratings: ratings)
        }
        return .page(view.page(), request.context)
    }

    private func objective(_ codes: (Code, Code), _ request: Request) async throws -> Reply {
        let today = request.context.today
        var view = try await ledger.read { snapshot -> ObjectiveView in
            let record = try PlanRecord.load(codes.0, snapshot)
            let part = try PlanRecord.part(ObjectiveStatement.self, codes.1, of: record.plan.id, snapshot)
            guard let objective = part.current else { throw PageError.notFound }
            let dues = try DueRow.all(of: record.plan.id, snapshot.reader).filter {
                $0.code == codes.1 && $0.what != DueRow.action
            }
            return ObjectiveView(
                record: record, objective: objective, versions: part.changes,
                dues: dues.map { ($0, Lateness(days: [$0.day], today: today)) }, today: today,
                pending: try ApprovedChange.pending(record, about: codes.1, snapshot),
                beside: try RegisterServedView.section(codes.0, codes.1, snapshot.reader), id: part.id)
        }
        let indicators = view.objective.measures.flatMap(\.indicators)
        view.approved = ApprovedTargets(standings: try await targets.standings(indicators, on: today))
        let received = try await progress.received(view.id)
        view.progress = received.section
        view.isDone = received.saysDone
        view.hasReport = received.hasReport
        return .page(view.page(), request.context)
    }

    private func action(_ codes: (Code, Code), _ request: Request) async throws -> Reply {
        let (record, part) = try await part(ActionStatement.self, codes)
        guard let action = part.current else { throw PageError.notFound }
        let (rows, ratings, pending, beside) = try await ledger.read { snapshot in
            (
                try ActionRow.all(of: record.plan.id, snapshot.reader),
                try ReceivedRatings(of: record.plan.id, snapshot),
                try ApprovedChange.pending(record, about: action.code, snapshot),
                try RegisterServedView.section(codes.0, codes.1, snapshot.reader)
            )
        }
        let row = rows.first { $0.code == action.code }
        let lateness =
            row.map { Self.standing($0, record.header.scheme, ratings, request.context.today) } ?? .undated
        let received = try await progress.received(part.id)
        let view = ActionView(
            record: record, action: action, versions: part.changes, lateness: lateness, pending: pending,
            beside: beside, progress: received.section)
        return .page(view.page(), request.context)
    }

    private func dates(_ code: Code, _ request: Request) async throws -> Reply {
        let today = request.context.today
        let view = try await ledger.read { snapshot -> DatesView in
            let plan = try PlanRecord.plan(code, snapshot)
            guard let header = plan.current?.header else { throw PageError.notFound }
            let actions = try ActionRow.all(of: plan.id, snapshot.reader)
            let ratings = try ReceivedRatings(of: plan.id, snapshot)
            let done = Set(
                actions.filter { Self.standing($0, header.scheme, ratings, today) == .done }.map(\.code))
            let dues = try DueRow.all(of: plan.id, snapshot.reader).map { row in
                let rated = ratings[row.what, row.code].flatMap { header.scheme.rating($0) }
                let isDone =
                    switch row.what {
                    case DueRow.action: done.contains(row.code)
                    case DueRow.milestone: ratings.isMet(row.text, of: row.code)
                    default: rated?.saysDone ?? false
                    }
                return (row, Lateness(days: [row.day], isDone: isDone, today: today))
            }
            let ongoing = try ObjectiveRow.all(of: plan.id, snapshot.reader).filter(\.isOngoing).map(\.code)
            return DatesView(header: header, dues: dues, ongoing: ongoing, today: today)
        }
        return .page(view.page(), request.context)
    }

    private func issue(_ arguments: (Code, Int), _ request: Request) async throws -> Reply {
        let (code, number) = arguments
        let view = try await ledger.read { snapshot -> IssueView in
            let record = try PlanRecord.load(code, issue: number, snapshot)
            guard number > 1 else { return IssueView(record: record, changes: []) }
            let before = try PlanRecord.load(code, issue: number - 1, snapshot)
            let comparison = Comparison(
                from: .init(record: before, day: before.issue.day, isIssue: true),
                to: .init(record: record, day: record.issue.day, isIssue: true),
                history: try PlanHistory.load(code, snapshot),
                approved: try ApprovedChange.all(of: record.plan.id, snapshot))
            return IssueView(record: record, changes: comparison.changes, unasked: comparison.unasked)
        }
        return .page(view.page(), request.context)
    }
}
