import Access
import CivilTime
import Ledger
import Markup
import Pages

/// A group recommends a baseline, a target or a trajectory.
struct RecommendController: Sendable {
    let ledger: Ledger

    func register(in table: inout RouteTable) {
        table.add(MeasuresRoutes.recommending) { names, request in
            try await page(names, Reading(request.typed()), request)
        }
        table.add(MeasuresRoutes.recommend) { names, request in try await recommend(names, request) }
    }

    private func page(
        _ names: (IndicatorCode, Level.Kind), _ reading: Reading, _ request: Request, over banner: HTML? = nil
    ) async throws -> Reply {
        let (code, kind) = names
        let found = try await Found.indicator(code, ledger)
        guard let unit = found.state.definition?.unit else { throw PageError.notFound }
        var form = IndicatorForm.form(
            to: MeasuresRoutes.recommend(names), found.version, reading, request, over: banner,
            button: "Recommend to the board")
        for question in LevelQuestions(unit: unit, today: request.context.today).questions(kind) {
            form.ask(question)
        }
        form.add(link: "Cancel", to: MeasuresRoutes.indicator(code))
        let present = Self.says(kind, unit)(found.state)
        return IndicatorForm.reply(
            "Recommend a \(kind.rawValue) for \(code.text)", code, form, reading, request, over: banner,
            lead: """
                <p>\(found.state.words)</p>
                <p>\(present ?? "No \(kind.rawValue) is in force or waits for the board yet.") It is in force once the \
                board has approved it; until then only those who work on the plan see it.</p>

                """)
    }

    private func recommend(_ names: (IndicatorCode, Level.Kind), _ request: Request) async throws -> Reply {
        let (code, kind) = names
        let found = try await Found.indicator(code, ledger)
        guard let unit = found.state.definition?.unit else { throw PageError.notFound }
        let questions = LevelQuestions(unit: unit, today: request.context.today)
        var reading = Reading(request.form)
        let level = questions.level(kind, &reading)
        let cohort = reading.ask(LevelQuestions.cohort)
        let group = reading.ask(LevelQuestions.group)
        let day = reading.ask(questions.day)
        let reasoning = reading.ask(LevelQuestions.reasoning)
        guard reading.isFine, let level, let group, let day, let reasoning else {
            return try await page(names, reading, request)
        }
        let recommending = RecommendLevel(
            level, of: code, for: cohort, by: Recommender(group: group, account: request.visitor.account),
            reasoning: reasoning, on: day)
        let outcome = try await form(code, kind, unit).carryOut(
            &reading, request, yours: LevelWords.text(level, unit)
        ) { deciding in try recommending.decide(&deciding) }
        switch outcome {
        case .done: return .seeOther(MeasuresRoutes.indicator(code))
        case .refused: return try await page(names, reading, request)
        case .overtaken(let banner): return try await page(names, reading, request, over: banner)
        }
    }

    private func form(_ code: IndicatorCode, _ kind: Level.Kind, _ unit: IndicatorUnit) -> IndicatorForm {
        IndicatorForm(
            ledger: ledger, code: code, action: .recommendTargets,
            kinds: [
                "indicator.\(kind.rawValue)-recommended", LevelApproved.kind, LevelWithdrawn.kind,
                IndicatorRetired.kind,
            ], what: LevelWords.title(kind), says: Self.says(kind, unit))
    }

    /// What is in force and what waits of a kind.
    private static func says(
        _ kind: Level.Kind, _ unit: IndicatorUnit
    ) -> @Sendable (Indicator) -> String? {
        { indicator in
            let inForce = indicator.inForce(on: .latest).map(\.recommendation)
            let lines = [("In force", inForce), ("Waits for the board", indicator.waiting(on: .latest))]
                .flatMap { title, found in
                    found.filter { $0.level.kind == kind }.map { recommendation in
                        let cohort = recommendation.cohort.map { ", \($0)" } ?? ""
                        let when = kind == .target ? " by \(LevelWords.when(recommendation.level))" : ""
                        return "\(title): \(LevelWords.text(recommendation.level, unit))\(when)\(cohort)."
                    }
                }
            return lines.isEmpty ? nil : lines.joined(separator: " ")
        }
    }
}
