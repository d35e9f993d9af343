import Access
import CivilTime
import Ledger
import Markup
import Pages

/// What a board decided on a recommendation, and what is withdrawn.
struct DecideController: Sendable {
    let ledger: Ledger

    func register(in table: inout RouteTable) {
        table.add(MeasuresRoutes.deciding) { names, request in
            try await decidingPage(names, Reading(request.typed()), request)
        }
        table.add(MeasuresRoutes.decide) { names, request in try await decide(names, request) }
        table.add(MeasuresRoutes.withdrawing) { names, request in
            try await withdrawingPage(names, Reading(request.typed()), request)
        }
        table.add(MeasuresRoutes.withdraw) { names, request in try await withdraw(names, request) }
    }

    private static let kinds: Set<String> = [
        LevelApproved.kind, LevelSentBack.kind, LevelWithdrawn.kind,
    ]

    private func form(_ code: IndicatorCode, _ entry: String, _ action: Action) -> IndicatorForm {
        IndicatorForm(
            ledger: ledger, code: code, action: action, kinds: Self.kinds, what: "Decision",
            says: { indicator in
                indicator.recommendations.first { $0.entry == entry }.map {
                    IndicatorView.outcome(indicator.standing(of: $0, on: .latest))
                }
            })
    }

    private static func lead(_ recommendation: Indicator.Recommendation, _ indicator: Indicator) -> HTML {
        let unit = indicator.definition?.unit ?? .score
        return Kit.summary([
            (
                name: LevelWords.title(recommendation.level.kind),
                value: HTML(text: LevelWords.text(recommendation.level, unit))
            ),
            (name: "When", value: HTML(text: LevelWords.when(recommendation.level))),
            (name: "For whom", value: HTML(text: recommendation.cohort ?? "All whom the indicator counts")),
            (
                name: "Recommended by",
                value: HTML(
                    text: "\(LevelWords.recommender(recommendation.by)), \(recommendation.day.short)")
            ),
            (name: "Why", value: HTML(text: recommendation.reasoning)),
        ])
    }

    // MARK: Deciding

    private static let outcome = RadiosQuestion(
        "outcome", "What the board decided",
        [Choice("approved", "Approved"), Choice("sent-back", "Sent back to the group")]
    ).whenEmpty("Choose what the board decided")
    private static let board = TextQuestion("board", "Board", most: 200).noun("the name of the board")
    private static let words = LongTextQuestion("words", "What the board said", most: 2_000, rows: 4)
        .hint("Needed where it was sent back: what the board asks for. Everybody can read it once approved.")
        .optional()

    private func decidingPage(
        _ names: (IndicatorCode, String), _ reading: Reading, _ request: Request, over banner: HTML? = nil
    ) async throws -> Reply {
        let found = try await Found.indicator(names.0, ledger)
        let recommendation = try Found.recommendation(names.1, of: found.state)
        var form = IndicatorForm.form(
            to: MeasuresRoutes.decide(names), found.version, reading, request, over: banner,
            button: "Record the decision")
        form.ask(Self.outcome, Self.board, Self.decidedOn(request.context.today), Self.words)
        form.add(link: "Cancel", to: MeasuresRoutes.indicator(names.0))
        return IndicatorForm.reply(
            "Decide on a \(recommendation.level.kind.rawValue) for \(names.0.text)", names.0, form, reading,
            request, over: banner, lead: Self.lead(recommendation, found.state))
    }

    private static func decidedOn(_ today: Day) -> DateQuestion {
        DateQuestion("day", "Day the board decided", latest: .today(today)).noun("the day the board decided")
    }

    private func decide(_ names: (IndicatorCode, String), _ request: Request) async throws -> Reply {
        var reading = Reading(request.form)
        let chosen = reading.ask(Self.outcome)
        let board = reading.ask(Self.board)
        let day = reading.ask(Self.decidedOn(request.context.today))
        let words = reading.ask(Self.words)
        if chosen == "sent-back", words == nil {
            reading.refuse("Say what the board asks for", at: Self.words)
        }
        guard reading.isFine, let chosen, let board, let day else {
            return try await decidingPage(names, reading, request)
        }
        let decision = DecideOnLevel(
            chosen == "approved" ? .approved : .sentBack(words ?? ""), on: names.1, of: names.0, board: board,
            words: words, account: request.visitor.account, day: day)
        let yours = "\(chosen == "approved" ? "Approved" : "Sent back") by \(board), \(day.short)"
        let outcome = try await form(names.0, names.1, .decideTargets).carryOut(
            &reading, request, yours: yours
        ) { deciding in try decision.decide(&deciding) }
        switch outcome {
        case .done: return .seeOther(MeasuresRoutes.indicator(names.0))
        case .refused: return try await decidingPage(names, reading, request)
        case .overtaken(let banner): return try await decidingPage(names, reading, request, over: banner)
        }
    }

    // MARK: Withdrawing

    private static let reason = TextQuestion("reason", "Why", most: 500).whenEmpty("Say why it is withdrawn")

    private static func withdrawnOn(_ today: Day) -> DateQuestion {
        DateQuestion("day", "Day from which it no longer holds", latest: .today(today))
            .noun("the day from which it no longer holds")
    }

    /// What a board put in force is ended only by who records its decisions.
    private func withdrawable(
        _ names: (IndicatorCode, String), _ request: Request
    ) async throws -> (found: Versioned<Indicator>, recommendation: Indicator.Recommendation) {
        let found = try await Found.indicator(names.0, ledger)
        let recommendation = try Found.recommendation(names.1, of: found.state)
        let may = Permitted(request.visitor)
        let isAllowed =
            if case .approved = found.state.standing(of: recommendation, on: .latest) {
                may.decide
            } else {
                may.recommend
            }
        guard isAllowed else { throw PageError.notFound }
        return (found, recommendation)
    }

    private func withdrawingPage(
        _ names: (IndicatorCode, String), _ reading: Reading, _ request: Request, over banner: HTML? = nil
    ) async throws -> Reply {
        let (found, recommendation) = try await withdrawable(names, request)
        var form = IndicatorForm.form(
            to: MeasuresRoutes.withdraw(names), found.version, reading, request, over: banner,
            button: "Withdraw")
        form.ask(Self.withdrawnOn(request.context.today), Self.reason)
        form.add(link: "Cancel", to: MeasuresRoutes.indicator(names.0))
        return IndicatorForm.reply(
            "Withdraw a \(recommendation.level.kind.rawValue) of \(names.0.text)", names.0, form, reading,
            request, over: banner, lead: Self.lead(recommendation, found.state))
    }

    private func withdraw(_ names: (IndicatorCode, String), _ request: Request) async throws -> Reply {
        _ = try await withdrawable(names, request)
        var reading = Reading(request.form)
        let day = reading.ask(Self.withdrawnOn(request.context.today))
        let reason = reading.ask(Self.reason)
        guard reading.isFine, let day, let reason else {
            return try await withdrawingPage(names, reading, request)
        }
        let withdrawal = WithdrawLevel(names.1, of: names.0, reason: reason, on: day)
        let outcome = try await form(names.0, names.1, .withdrawTargets).carryOut(
            &reading, request, yours: "Withdrawn on \(day.short)"
        ) { deciding in try withdrawal.decide(&deciding) }
        switch outcome {
        case .done: return .seeOther(MeasuresRoutes.indicator(names.0))
        case .refused: return try await withdrawingPage(names, reading, request)
        case .overtaken(let banner): return try await withdrawingPage(names, reading, request, over: banner)
        }
    }
}
