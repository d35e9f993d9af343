import CivilTime
import Markup
import Pages

/// The words and small pieces that the pages of each month share.
enum ProgressWords {
    static let start = Crumb("Programme", ProgressRoutes.start())

    static func thread(_ header: PlanHeader) -> [Crumb] {
        [start, Crumb(header.code.text, ProgressRoutes.plan(header.code))]
    }

    static func thread(_ record: ProgressRecord) -> [Crumb] {
        thread(record.header) + [Crumb(name(record.part), ProgressRoutes.part(record.part.id))]
    }

    /// “Objective PAP1:1”.
    static func name(_ part: ProgressPart) -> String {
        "\(PlanWords.capitalised(part.part)) \(part.code.text)"
    }

    static func page(_ title: String, _ thread: [Crumb], _ body: HTML) -> Page {
        Page(title: title, thread: thread, section: ProgressRoutes.section, body: body)
    }

    static func tag(_ severity: Finding.Severity) -> HTML {
        switch severity {
        case .contradiction: Kit.tag("Speaks against the rating", .red)
        case .warning: Kit.tag("Needs an answer", .amber)
        case .note: Kit.tag("Worth knowing", .grey)
        }
    }

    /// What the system knows beside a rating; says so where that is nothing.
    static func findings(_ findings: [Finding]) -> HTML {
        guard !findings.isEmpty else { return "<p>Nothing that is recorded speaks against it.</p>" }
        let items = findings.map { finding -> HTML in
            "<li>\(tag(finding.severity)) \(finding.words)</li>"
        }
        return "<ul class=\"bullets\">\(items)</ul>"
    }

    /// What somebody wrote, with a paragraph for each line.
    static func paragraphs(_ text: String) -> HTML {
        HTML.joined(
            text.split(separator: "\n", omittingEmptySubsequences: true).map { line -> HTML in
                "<p>\(String(line))</p>"
            })
    }

    static func rating(_ rating: Rating?) -> HTML { rating.map(PlanWords.tag) ?? "Not rated" }

    static func days(_ count: Int) -> String { PlanWords.count(count, "day", "days") }
    static func months(_ count: Int) -> String { PlanWords.count(count, "month", "months") }

    /// Every milestone with its first month, where it stands now, and every move between.
    static func milestones(_ steps: [WhatIsKnown.Step], _ today: Day) -> HTML {
        guard !steps.isEmpty else { return "<p>No milestones are stated.</p>" }
        var table = DataTable(
            "Milestones",
            [
                .plain("Milestone"), .text("First promised"), .text("Now expected"), .text("Moved"),
                .plain("Standing"),
            ])
        for step in steps {
            let milestone = step.milestone
            let whose: HTML =
                milestone.isOfPlan ? "" : "<br><span class=\"muted\">Added by the group</span>"
            table.add([
                "<strong>\(milestone.code.text)</strong> \(milestone.text)\(whose)",
                HTML(text: milestone.first.written), HTML(text: milestone.now.written), moves(milestone),
                standing(step, today),
            ])
        }
        return table.html(namesFirst: true)
    }

    private static func moves(_ milestone: MilestoneStanding) -> HTML {
        guard !milestone.moves.isEmpty else { return "Never" }
        let slip = slip(milestone)
        let items = milestone.moves.map { move -> HTML in
            let by =
                switch move.source {
                case .forecast: move.why.isEmpty ? "no reason given" : move.why
                case .issue(let number): "issue \(number) of the plan"
                }
            return "<br><span class=\"muted\">\(move.day.short): to \(move.to.written), \(by)</span>"
        }
        return "\(slip)\(items)"
    }

    /// “3 months (91 days) later than first promised”.
    static func slip(_ milestone: MilestoneStanding) -> String {
        let (months, days) = (milestone.slipMonths, milestone.slipDays)
        if months == 0 { return "Back to the month first promised" }
        let far = "\(self.months(abs(months))) (\(self.days(abs(days))))"
        return "\(far) \(months > 0 ? "later" : "sooner") than first promised"
    }

    private static func standing(_ step: WhatIsKnown.Step, _ today: Day) -> HTML {
        if let met = step.milestone.met {
            let late = met - step.due
            return late > 0
                ? "Met on \(met.short), \(days(late)) late" : "\(Kit.tag("Met", .green)) on \(met.short)"
        }
        if step.milestone.isDropped { return "Dropped by the plan" }
        return PlanWords.lateness(Lateness(days: [step.due], today: today))
    }
}
