import Access
import CivilTime
import Ledger
import Markup
import Pages

/// Wording an indicator anew, retiring it and bringing it back.
struct RegisterController: Sendable {
    let ledger: Ledger

    func register(in table: inout RouteTable) {
        table.add(MeasuresRoutes.renaming) { code, request in
            let found = try await Found.indicator(code, ledger)
            var first = Typed()
            Self.words.fill(&first, with: found.state.words)
            return try await renamingPage(code, Reading(request.typed(or: first)), request)
        }
        table.add(MeasuresRoutes.rename) { code, request in try await rename(code, request) }
        table.add(MeasuresRoutes.retiring) { code, request in
            try await retiringPage(code, Reading(request.typed()), request)
        }
        table.add(MeasuresRoutes.retire) { code, request in try await retire(code, request) }
    }

    private static let words = TextQuestion("words", "What it counts, of what", most: 200)
    private static let reason = TextQuestion("reason", "Why", most: 500).whenEmpty("Say why")

    private static func day(_ today: Day) -> DateQuestion {
        DateQuestion("day", "Day it was decided", latest: .today(today)).noun("the day it was decided")
    }

    private func form(_ code: IndicatorCode) -> IndicatorForm {
        IndicatorForm(
            ledger: ledger, code: code, action: .keepIndicators,
            kinds: [IndicatorRenamed.kind, IndicatorRetired.kind, IndicatorReinstated.kind],
            what: "Indicator",
            says: { indicator in
                indicator.words + (indicator.retirement.map { " (retired on \($0.day.short))" } ?? "")
            })
    }

    // MARK: Words

    private func renamingPage(
        _ code: IndicatorCode, _ reading: Reading, _ request: Request, over banner: HTML? = nil
    ) async throws -> Reply {
        let found = try await Found.indicator(code, ledger)
        var form = IndicatorForm.form(
            to: MeasuresRoutes.rename(code), found.version, reading, request, over: banner,
            button: "Save words")
        form.ask(Self.words, Self.day(request.context.today), Self.reason)
        form.add(link: "Cancel", to: MeasuresRoutes.indicator(code))
        return IndicatorForm.reply(
            "Word \(code.text) anew", code, form, reading, request, over: banner,
            lead: """
                <p>The words may change, what is counted may not: for another count take another indicator.</p>

                """)
    }

    private func rename(_ code: IndicatorCode, _ request: Request) async throws -> Reply {
        var reading = Reading(request.form)
        let words = reading.ask(Self.words)
        let day = reading.ask(Self.day(request.context.today))
        let reason = reading.ask(Self.reason)
        guard reading.isFine, let words, let day, let reason else {
            return try await renamingPage(code, reading, request)
        }
        let change = ChangeIndicator(.renamed(words), of: code, reason: reason, on: day)
        let outcome = try await form(code).carryOut(&reading, request, yours: words) { deciding in
            try change.decide(&deciding)
        }
        switch outcome {
        case .done: return .seeOther(MeasuresRoutes.indicator(code))
        case .refused: return try await renamingPage(code, reading, request)
        case .overtaken(let banner): return try await renamingPage(code, reading, request, over: banner)
        }
    }

    // MARK: Use

    private static let successor = TextQuestion(
        "successor", "Id of the indicator that is used instead", most: 10, width: .ten, isCode: true
    ).hint("Such as K302. Leave it empty where there is none.").optional().converted(
        { IndicatorCode($0) }, back: \.text, otherwise: "Enter an id such as K302")

    private func retiringPage(
        _ code: IndicatorCode, _ reading: Reading, _ request: Request, over banner: HTML? = nil
    ) async throws -> Reply {
        let found = try await Found.indicator(code, ledger)
        let isRetired = found.state.retirement != nil
        var form = IndicatorForm.form(
            to: MeasuresRoutes.retire(code), found.version, reading, request, over: banner,
            button: isRetired ? "Bring back" : "Retire")
        if !isRetired { form.ask(Self.successor) }
        form.ask(Self.day(request.context.today), Self.reason)
        form.add(link: "Cancel", to: MeasuresRoutes.indicator(code))
        let lead: HTML =
            isRetired
            ? "<p>It can be given baselines and targets again.</p>\n"
            : """
            <p>Its page and its history stay. Nothing more can be recommended for it, and lists say that it is no longer \
            used.</p>

            """
        return IndicatorForm.reply(
            "\(isRetired ? "Bring back" : "Retire") \(code.text)", code, form, reading, request, over: banner,
            lead: lead)
    }

    private func retire(_ code: IndicatorCode, _ request: Request) async throws -> Reply {
        let isRetired = try await Found.indicator(code, ledger).state.retirement != nil
        var reading = Reading(request.form)
        let successor = isRetired ? nil : reading.ask(Self.successor)
        let day = reading.ask(Self.day(request.context.today))
        let reason = reading.ask(Self.reason)
        guard reading.isFine, let day, let reason else {
            return try await retiringPage(code, reading, request)
        }
        let change = ChangeIndicator(
            isRetired ? .reinstated : .retired(successor: successor), of: code, reason: reason, on: day)
        let outcome = try await form(code).carryOut(
            &reading, request, yours: isRetired ? "Brought back" : "Retired on \(day.short)"
        ) { deciding in try change.decide(&deciding) }
        switch outcome {
        case .done: return .seeOther(MeasuresRoutes.indicator(code))
        case .refused: return try await retiringPage(code, reading, request)
        case .overtaken(let banner): return try await retiringPage(code, reading, request, over: banner)
        }
    }
}
