import CivilTime
import Ledger
import Markup
import Pages

/// One indicator: what is to be reached, from where and by when, who recommended and who approved it.
struct IndicatorView: Sendable {
    let code: IndicatorCode
    let indicator: Indicator
    let today: Day
    let may: Permitted

    static func thread(_ code: IndicatorCode) -> [Crumb] {
        [
            Crumb("Indicators", MeasuresRoutes.indicators()),
            Crumb(code.text, MeasuresRoutes.indicator(code)),
        ]
    }

    var unit: IndicatorUnit { indicator.definition?.unit ?? .score }

    func page() -> Page {
        Page(
            title: "\(code.text): \(indicator.words)", thread: Array(Self.thread(code).dropLast()),
            section: MeasuresRoutes.section,
            body: """
                <h1>\(code.text): \(indicator.words)</h1>
                \(lead)\(problems)\(waiting)\(inForce)\(trajectories)\(history)
                <h2>About this indicator</h2>
                \(Kit.summary(summary))\(changes)\(ways)
                """)
    }

    // MARK: What is to be reached

    private var lead: HTML {
        if let retirement = indicator.retirement {
            let instead: HTML? = retirement.successor.map { successor in
                " <a href=\"\(MeasuresRoutes.indicator(successor))\">\(successor.text)</a> is used instead."
            }
            let why: HTML? = retirement.reason.map { "<p>Why: \($0)</p>\n" }
            return """
                <p class="lead">This indicator has not been used since \(retirement.day.written).\(instead)</p>
                \(why)
                """
        }
        let goals = indicator.inForce(on: today).filter { $0.recommendation.level.kind == .target }
        guard !goals.isEmpty else {
            return "<p class=\"lead\">No target has been approved yet.\(wanted)</p>\n"
        }
        return HTML.joined(
            goals.map { goal -> HTML in
                let level = goal.recommendation.level
                let cohort = goal.recommendation.cohort.map { " For \($0)." } ?? ""
                let start = indicator.baseline(for: goal.recommendation.cohort, on: today).map {
                    " It stood at \(LevelWords.figure($0.value, unit)) (\(LevelWords.when($0.recommendation.level)))."
                }
                return """
                    <p class="lead">To be reached: \(LevelWords.text(level, unit))\(by(level)).\(cohort)\(start)</p>

                    """
            })
    }

    private func by(_ level: Level) -> String {
        level.by.map { " by the end of \($0.written)" } ?? " (\(LevelWords.when(level)))"
    }

    /// What is wanted while no number says it.
    private var wanted: String {
        switch indicator.definition?.better {
        case .higher where unit == .achieved: " It is to be achieved."
        case .higher: " It is to rise."
        case .lower: " It is to fall."
        case .neither, nil: ""
        }
    }

    /// What cannot be true together; the public is told of what it sees.
    private var problems: HTML {
        let shown = Set(indicator.recommendations.filter(isPublic).map(\.entry))
        let recommended = Set(indicator.recommendations.map(\.entry))
        let told = indicator.problems.filter { problem in
            may.see || problem.entries.allSatisfy { !recommended.contains($0) || shown.contains($0) }
        }
        return HTML.joined(told.map { Kit.doubt(HTML(text: $0.text)) })
    }

    private var inForce: HTML {
        let found = indicator.inForce(on: today)
        guard !found.isEmpty else { return "" }
        var columns: [DataTable.Column] = [
            .plain("What"), .text("Value"), .text("When"), .text("For whom"), .text("Approved by"),
        ]
        if may.decide { columns.append(.plain("Withdraw")) }
        var table = DataTable("In force on \(today.short)", columns)
        for (recommendation, approval) in found where recommendation.level.kind != .trajectory {
            var cells: [HTML] = [
                HTML(text: LevelWords.title(recommendation.level.kind)),
                HTML(text: LevelWords.text(recommendation.level, unit)),
                HTML(text: LevelWords.when(recommendation.level)),
                HTML(text: recommendation.cohort ?? "All"), HTML(text: LevelWords.approval(approval)),
            ]
            if may.decide { cells.append(withdraw(recommendation)) }
            table.add(cells)
        }
        return table.count == 0 ? "" : "<h2>In force</h2>\(table.html())"
    }

    func withdraw(_ recommendation: Indicator.Recommendation) -> HTML {
        """
        <a href="\(MeasuresRoutes.withdrawing((code, recommendation.entry)))">Withdraw<span class="unseen"> the \
        \(recommendation.level.kind.rawValue)</span></a>
        """
    }

    // MARK: Trajectories

    private var trajectories: HTML {
        let found = indicator.inForce(on: today).filter { $0.recommendation.level.kind == .trajectory }
        return HTML.joined(
            found.enumerated().map { index, found -> HTML in
                guard case .trajectory(let trajectory) = found.recommendation.level else { return "" }
                return TrajectorySection(
                    view: self, index: index, recommendation: found.recommendation,
                    approval: found.approval, trajectory: trajectory
                ).html
            })
    }

    // MARK: Who recommended and approved

    /// Whether the public sees it: a board approved it before anybody withdrew it.
    func isPublic(_ recommendation: Indicator.Recommendation) -> Bool {
        indicator.decisions.contains { decision in
            decision.recommendation == recommendation.entry && decision.isApproval && decision.day <= today
                && !indicator.takenBack.contains {
                    $0.recommendation == recommendation.entry && $0.day <= decision.day
                }
        }
    }

    private var waiting: HTML {
        let found = may.see ? indicator.waiting(on: today) : []
        guard !found.isEmpty else { return "" }
        var table = DataTable(
            "Waiting for the board",
            [.plain("What"), .text("Value"), .text("When"), .text("For whom"), .text("By"), .plain("Next")])
        for recommendation in found {
            var ways: [HTML] = []
            if may.decide {
                ways.append(
                    """
                    <a href="\(MeasuresRoutes.deciding((code, recommendation.entry)))">Record the decision<span \
                    class="unseen"> on the \(recommendation.level.kind.rawValue)</span></a>
                    """)
            }
            if may.recommend { ways.append(withdraw(recommendation)) }
            table.add([
                HTML(text: LevelWords.title(recommendation.level.kind)),
                HTML(text: LevelWords.text(recommendation.level, unit)),
                HTML(text: LevelWords.when(recommendation.level)),
                HTML(text: recommendation.cohort ?? "All"),
                HTML(text: "\(LevelWords.recommender(recommendation.by)), \(recommendation.day.short)"),
                ways.isEmpty ? "The board decides" : HTML.joined(ways, separator: "<br>"),
            ])
        }
        return "<h2>Waiting for the board</h2>\(table.html())"
    }

    private var history: HTML {
        let shown = indicator.recommendations.filter { may.see || isPublic($0) }
        guard !shown.isEmpty else { return "" }
        var table = DataTable(
            "Who recommended and who approved",
            [.plain("What"), .text("Recommended by"), .text("Why"), .text("Outcome")])
        for recommendation in shown.reversed() {
            let cohort = recommendation.cohort.map { ", \($0)" } ?? ""
            table.add([
                HTML(
                    text: "\(LevelWords.title(recommendation.level.kind)): "
                        + "\(LevelWords.text(recommendation.level, unit)), "
                        + "\(LevelWords.when(recommendation.level))\(cohort)"),
                HTML(text: "\(LevelWords.recommender(recommendation.by)), \(recommendation.day.short)"),
                HTML(text: recommendation.reasoning), outcome(recommendation),
            ])
        }
        return "<h2>Who recommended and who approved</h2>\(table.html())"
    }

    /// How a recommendation stands, in words.
    static func outcome(_ standing: Indicator.Standing) -> String {
        switch standing {
        case .waiting: "Waits for the board"
        case .approved(let decision): "Approved by \(LevelWords.approval(decision))"
        case .sentBack(let decision): "Sent back by \(LevelWords.approval(decision))"
        case .withdrawn(let back): "Withdrawn on \(back.day.short)"
        }
    }

    private func outcome(_ recommendation: Indicator.Recommendation) -> HTML {
        let standing = indicator.standing(of: recommendation, on: today)
        var lines = [Self.outcome(standing)]
        switch standing {
        case .waiting: break
        case .approved(let decision):
            if let words = decision.words { lines.append("“\(words)”") }
            let present = indicator.inForce(
                recommendation.level.kind, for: recommendation.cohort, on: today)
            if present?.recommendation.entry != recommendation.entry {
                lines.append("Superseded by a later approval")
            }
        case .sentBack(let decision):
            if may.see, let words = decision.words { lines.append("“\(words)”") }
        case .withdrawn(let back):
            if may.see, let reason = back.reason { lines.append(reason) }
        }
        return HTML.joined(lines.map { HTML(text: $0) }, separator: "<br>")
    }

    // MARK: The indicator itself

    private var summary: [(name: String, value: HTML)] {
        [
            ("Counted in", HTML(text: unit.words)),
            ("Which way", HTML(text: indicator.definition?.better.words ?? "")),
            ("Group", HTML(text: indicator.definition?.group ?? "")),
            ("Value now", "No value is computed for this indicator yet."),
        ]
    }

    private var changes: HTML {
        guard !indicator.changes.isEmpty, let first = indicator.definition else { return "" }
        var table = DataTable("Changes of words and use", [.text("Day"), .text("What"), .text("Why")])
        for change in indicator.changes.reversed() {
            let what = change.words.map { "Worded anew: \($0)" } ?? (change.isUsed ? "Used again" : "Retired")
            table.add([HTML(text: change.day.short), HTML(text: what), HTML(text: change.reason ?? "")])
        }
        return "<p>First worded: \(first.words).</p>\(table.html())"
    }

    private var ways: HTML {
        var links: [(title: String, link: Link)] = []
        if may.recommend, indicator.retirement == nil {
            links += Level.Kind.allCases.map { kind in
                ("Recommend a \(kind.rawValue)", MeasuresRoutes.recommending((code, kind)))
            }
        }
        if may.keep {
            links.append(("Word it anew", MeasuresRoutes.renaming(code)))
            links.append(
                (indicator.retirement == nil ? "Retire" : "Bring back", MeasuresRoutes.retiring(code)))
        }
        return links.isEmpty ? "" : Kit.links(links, label: "What can be done")
    }
}
