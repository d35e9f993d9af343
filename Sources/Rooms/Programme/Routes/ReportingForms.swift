import CivilTime
import Markup
import Pages

/// The forms of what is reported to boards and committees.
struct ReportingForms: Sendable {
    typealias ItemForm = RegisterForm<ReportingDuty>

    let around: RegisterSurroundings
    let today: Day

    private static let committee = RegisterAsk.line("committee", "Board or committee")
    private static let reporter = RegisterAsk.line("reporter", "Who reports").hint("A post or a group.")
    private static let what = RegisterAsk.text("what", "What is reported")
    private static let frequency = RadiosQuestion(
        "frequency", "How often", ReportingFrequency.allCases.map { Choice($0, $0.words) })
    private static let firstDue = DateQuestion("due", "The first report is due on").optional()

    private var parts: [ItemForm.Part] {
        let questions: [any Question] = [
            Self.committee, Self.reporter, Self.what, Self.frequency, RegisterAsk.plan(around),
            RegisterAsk.objectives,
        ]
        return questions.map { .question($0) }
    }

    private func details(_ reading: inout Reading) -> ReportingDetails? {
        let (committee, reporter) = (reading.ask(Self.committee), reading.ask(Self.reporter))
        let (what, frequency) = (reading.ask(Self.what), reading.ask(Self.frequency))
        let serving = RegisterAsk.serving(around, &reading)
        guard reading.isFine, let committee, let reporter, let what, let frequency else { return nil }
        return ReportingDetails(
            committee: committee, reporter: reporter, what: what, frequency: frequency, serving: serving)
    }

    func new() -> ItemForm {
        ItemForm(
            title: "Add what has to be reported", button: "Add",
            parts: parts + [.question(Self.firstDue)]
        ) { reading in
            let details = details(&reading)
            let due = reading.ask(Self.firstDue)
            guard let details else { return nil }
            let recording = RecordReportingDuty(details, firstDue: due)
            return RegisterGiven { try recording.decide(&$0) }
        }
    }

    func form(_ name: ReportingForm, _ duty: ReportingDuty, _ preset: Typed) -> ItemForm? {
        switch name {
        case .details: change(duty)
        case .due: due(duty)
        case .sent: duty.waiting.isEmpty ? nil : sent(duty, preset)
        case .outcome: duty.reports.isEmpty ? nil : outcome(duty, preset)
        case .ended: ended(duty)
        }
    }

    private func given(_ change: RecordOnReportingDuty.Change, _ duty: ReportingDuty) -> RegisterGiven {
        let recording = RecordOnReportingDuty(change, on: duty.id)
        return RegisterGiven { try recording.decide(&$0) }
    }

    private func change(_ duty: ReportingDuty) -> ItemForm {
        var first = Typed()
        if let held = duty.details {
            Self.committee.fill(&first, with: held.committee)
            Self.reporter.fill(&first, with: held.reporter)
            Self.what.fill(&first, with: held.what)
            Self.frequency.fill(&first, with: held.frequency)
            RegisterAsk.fill(&first, with: held.serving, around)
        }
        return ItemForm(
            title: "Change what is reported to \(duty.details?.committee ?? "the committee")",
            kinds: [ReportingStated.kind],
            aspects: [
                .init("Board or committee", field: "committee") { $0.details?.committee },
                .init("Who reports", field: "reporter") { $0.details?.reporter },
                .init("What is reported", field: "what") { $0.details?.what },
                .init(
                    "How often", { $0.details?.frequency.words },
                    typed: { $0["frequency"].flatMap(ReportingFrequency.init(rawValue:))?.words }),
            ], parts: parts, first: first
        ) { reading in
            details(&reading).map { given(.details($0), duty) }
        }
    }

    private func due(_ duty: ReportingDuty) -> ItemForm {
        let due = DateQuestion("due", "The report is due on")
        var first = Typed()
        if let next = duty.nextDue { due.fill(&first, with: next) }
        return ItemForm(
            title: "Add a day on which a report is due", button: "Add day", kinds: [ReportingDue.kind],
            aspects: [
                .init("Last day", { $0.reports.last?.due.short }, typed: RegisterAsk.typedDay("due"))
            ], parts: [.question(due)], first: first
        ) { reading in
            reading.ask(due).map { given(.due($0), duty) }
        }
    }

    private func which(_ reports: [ReportingDuty.Report]) -> SelectQuestion<String> {
        SelectQuestion(
            "report", "Which report", reports.map { Choice($0.entry, "The report due on \($0.due.short)") })
    }

    private func sent(_ duty: ReportingDuty, _ preset: Typed) -> ItemForm {
        let which = which(duty.waiting)
        let day = RegisterAsk.day("Sent on", today)
        let next = DateQuestion("next", "The next report is due on")
            .hint("Leave it empty where none is due, or it stands in the calendar already.").optional()
        var first = preset
        if duty.waiting.count == 1, let only = duty.waiting.first { which.fill(&first, with: only.entry) }
        if duty.waiting.count == 1, let due = duty.nextDue { next.fill(&first, with: due) }
        let questions: [any Question] = [
            which, day, RegisterAsk.title, RegisterAsk.file, RegisterAsk.link, next,
        ]
        return ItemForm(
            title: "Record that a report was sent", button: "Record report", kinds: [ReportingSent.kind],
            aspects: [
                .init("Last report sent", field: "title") { duty in
                    duty.reports.compactMap(\.sent).max { $0.day < $1.day }.map {
                        "\($0.title), \($0.day.short)"
                    }
                }
            ], parts: questions.map { .question($0) }, first: first
        ) { reading in
            let (report, on) = (reading.ask(which), reading.ask(day))
            let title = reading.ask(RegisterAsk.title)
            let paper = RegisterAsk.paper(&reading)
            let due = reading.ask(next)
            guard let report, let on, let title else { return nil }
            var given = given(.sent(report, on, title: title, paper, next: due), duty)
            given.upload = paper.upload
            return given
        }
    }

    private func outcome(_ duty: ReportingDuty, _ preset: Typed) -> ItemForm {
        let which = which(duty.reports)
        let day = RegisterAsk.day("Day of the meeting", today)
        let words = RegisterAsk.text("words", "What was asked, challenged and decided")
        let escalated = RegisterAsk.text("escalated", "What was taken further, and to whom").optional()
        let minutes = RegisterAsk.address("minutes", "Link to the minutes").optional()
        let questions: [any Question] = [which, day, words, escalated, minutes]
        return ItemForm(
            title: "Record what came of a report", kinds: [ReportingOutcome.kind],
            aspects: [
                .init("What was recorded last", field: "words") { duty in
                    duty.reports.compactMap(\.outcome).max { $0.day < $1.day }?.words
                }
            ], parts: questions.map { .question($0) }, first: preset
        ) { reading in
            let (report, on, said) = (reading.ask(which), reading.ask(day), reading.ask(words))
            let (further, link) = (reading.ask(escalated) ?? "", reading.ask(minutes))
            guard let report, let on, let said else { return nil }
            return given(.outcome(report, on, words: said, escalated: further, minutes: link), duty)
        }
    }

    private func ended(_ duty: ReportingDuty) -> ItemForm {
        let day = RegisterAsk.day("Since which day", today)
        let why = RegisterAsk.text("why", "Why")
        return ItemForm(
            title: "Record that it need not be reported any more", kinds: [ReportingEnded.kind],
            aspects: [.init("Why", field: "why") { $0.ended?.why }],
            parts: [.question(day), .question(why)]
        ) { reading in
            let (on, words) = (reading.ask(day), reading.ask(why))
            guard let on, let words else { return nil }
            return given(.ended(on, why: words), duty)
        }
    }
}
