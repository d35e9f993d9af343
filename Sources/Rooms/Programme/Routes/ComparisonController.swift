import CivilTime
import Ledger
import Markup
import Pages

/// Answers for comparisons of a plan's issues and days, and for how far its dates have moved.
struct ComparisonController: Sendable {
    let ledger: Ledger

    func register(in table: inout RouteTable) {
        table.add(ComparisonRoutes.compare) { code, request in try await compare(code, request) }
        table.add(ComparisonRoutes.file) { arguments, request in try await file(arguments, request) }
        table.add(ComparisonRoutes.slip) { code, request in
            let history = try await ledger.read { try PlanHistory.load(code, $0) }
            guard let header = history.plan.current?.header else { throw PageError.notFound }
            let curve = SlipCurve(history, until: request.context.today)
            return .page(SlipView(header: header, curve: curve).page(), request.context)
        }
    }

    // MARK: The two ends

    static func versions(_ name: String, _ label: String, _ plan: Plan) -> SelectQuestion<ComparisonPoint> {
        SelectQuestion(
            name, label,
            plan.issues.map { issue in
                let point = ComparisonPoint.issue(issue.number)
                return Choice(
                    point, key: point.text,
                    "Issue \(issue.number), \(PlanWords.published(issue.day, issue.header))")
            })
    }

    static let since = DateQuestion("since", "Earlier day")
    static let until = DateQuestion("until", "Later day")

    /// What an address asks for: nil where it asks for nothing; what is wrong with it is noted.
    private static func points(_ reading: inout Reading, _ plan: Plan) -> ComparisonChoice? {
        let typed = reading.typed
        if (since.fieldNames + until.fieldNames).contains(where: { typed[$0]?.isEmpty == false }) {
            let (first, second) = (reading.ask(since), reading.ask(until))
            guard let first, let second else { return nil }
            return ComparisonChoice(from: .day(first), to: .day(second))
        }
        let texts = [typed["from"] ?? "", typed["to"] ?? ""]
        guard texts.contains(where: { !$0.isEmpty }) else { return nil }
        let questions = [versions("from", "Earlier version", plan), versions("to", "Later version", plan)]
        var points: [ComparisonPoint] = []
        for (text, question) in zip(texts, questions) {
            if let point = ComparisonPoint(text) {
                points.append(point)
            } else if text.isEmpty {
                reading.refuse(question.emptyText, at: question)
            } else {
                reading.refuse(ComparisonRefusal.unreadable(text).forPerson.withoutStop, at: question)
            }
        }
        return points.count == 2 ? ComparisonChoice(from: points[0], to: points[1]) : nil
    }

    private func compare(_ code: Code, _ request: Request) async throws -> Reply {
        let today = request.context.today
        let known = try await known(code)
        let history = known.history
        guard let header = history.plan.current?.header else { throw PageError.notFound }
        var reading = Reading(Typed(request.query.map { Typed.Field($0.name, $0.value) }))
        let asked = Self.points(&reading, history.plan)
        if reading.isFine, let asked, asked.from.text != reading.typed["from"] {
            // Days come in three fields each; the address they lead to can be kept and sent on.
            return .seeOther(ComparisonRoutes.compare(code, query: ComparisonRoutes.query(asked)))
        }
        let choice = asked ?? ComparisonChoice(default: history.plan, today: today)
        var comparison: Comparison?
        if reading.isFine {
            do throws(ComparisonRefusal) {
                // A plan published only today cannot be compared with itself, and nobody asked for it.
                let isNothing =
                    asked == nil && history.plan.issues.count == 1 && header.published >= today
                comparison = isNothing ? nil : try known.compare(choice, today)
            } catch {
                reading.refuse(error.forPerson.withoutStop)
            }
        }
        let view = ComparisonView(
            header: header, plan: history.plan, choice: choice, comparison: comparison, reading: reading,
            today: today)
        return .page(view.page(), request.context, status: reading.isFine ? 200 : 422)
    }

    /// What comparisons of a plan rest on.
    private struct Known: Sendable {
        let history: PlanHistory
        let approved: [ApprovedChange]
        let due: DueDays

        func compare(
            _ choice: ComparisonChoice, _ today: Day
        ) throws(ComparisonRefusal) -> Comparison {
            let sides = try choice.sides(of: history, today: today)
            var comparison = Comparison(
                from: sides.from, to: sides.to, history: history, due: due, approved: approved)
            comparison.wasReversed = sides.wasReversed
            return comparison
        }
    }

    private func known(_ code: Code) async throws -> Known {
        let due = DueDays(try await ledger.referenceInForce())
        return try await ledger.read { snapshot in
            let history = try PlanHistory.load(code, snapshot).withReports(snapshot, everything: false)
            let approved = try ApprovedChange.all(of: history.plan.id, snapshot)
            return Known(history: history, approved: approved, due: due)
        }
    }

    // MARK: Files

    private func file(_ arguments: (Code, String), _ request: Request) async throws -> Reply {
        let (code, name) = arguments
        let today = request.context.today
        let known = try await known(code)
        let history = known.history
        let prefix = code.text.replacing(":", with: "-")
        if name == ComparisonExport.slipName {
            let csv = ComparisonExport.slip(SlipCurve(history, until: today))
            return .download("\(prefix)-\(name)", type: "text/csv; charset=utf-8", csv.bytes)
        }
        guard [ComparisonExport.csvName, ComparisonExport.jsonName].contains(name) else {
            throw PageError.notFound
        }
        var reading = Reading(Typed(request.query.map { Typed.Field($0.name, $0.value) }))
        let choice =
            Self.points(&reading, history.plan) ?? ComparisonChoice(default: history.plan, today: today)
        guard reading.isFine else { throw PageError.notFound }
        let comparison = try known.compare(choice, today)
        let isCSV = name == ComparisonExport.csvName
        let body = isCSV ? ComparisonExport.csv(comparison).bytes : try ComparisonExport.json(comparison)
        return .download(
            "\(prefix)-\(choice.from.text)-to-\(choice.to.text)-\(name)",
            type: isCSV ? "text/csv; charset=utf-8" : "application/json", body)
    }
}

extension PlanHistory {
    /// The plan with this code, with every part it ever had.
    static func load(_ code: Code, _ snapshot: Snapshot) throws -> PlanHistory {
        let plan = try PlanRecord.plan(code, snapshot)
        return PlanHistory(
            plan: plan, objectives: try parts(of: plan.id, snapshot),
            actions: try parts(of: plan.id, snapshot),
            areas: try parts(of: plan.id, snapshot), bodies: try parts(of: plan.id, snapshot),
            targets: try parts(of: plan.id, snapshot))
    }

    private static func parts<Statement: PartStatement>(
        of plan: String, _ snapshot: Snapshot
    ) throws -> [PlanPart<Statement>] {
        try snapshot.reader.all(
            """
            SELECT subject_id FROM programme_part WHERE plan_id = \(plan) AND part = \(Statement.part)
            ORDER BY position, code
            """
        ) { $0.text(0) }.compactMap { try snapshot.state(of: PlanPart<Statement>.self, $0)?.state }
    }
}
