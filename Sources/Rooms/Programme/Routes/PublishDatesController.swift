import CivilTime
import Ledger
import Markup
import Pages

/// Publishing a plan again with the dates that a board or group approved.
struct PublishDatesController: Sendable {
    let ledger: Ledger

    func register(in table: inout RouteTable) {
        table.add(ChangeRequestRoutes.publishing) { code, request in
            let publishing = try await publishing(code)
            return publishing.form.show(request, first: publishing.first(request.context.today))
        }
        table.add(ChangeRequestRoutes.publish) { code, request in try await publish(code, request) }
    }

    /// Asks for the version, beside the one that the issue in force has printed.
    private static func version(after held: String?) -> TextQuestion {
        let last = held.map { "The last is \($0). " } ?? ""
        return TextQuestion("version", "Version as it is printed", most: 20, width: .ten)
            .hint("\(last)Leave it empty where the plan prints none.").optional()
    }

    private static let day = DateQuestion("day", "Day of publication")

    /// The form, and what it is about.
    private struct Publishing {
        let form: ProgrammeForm<Plan>
        let plan: Plan
        let approved: [ApprovedChange]
        let version: TextQuestion
        /// A question for the words of each part that says something else, with the words as they stand.
        let words: [(code: Code, question: LongTextQuestion, held: String)]

        func first(_ today: Day) -> Typed {
            var typed = Typed()
            PublishDatesController.day.fill(&typed, with: today)
            for part in words { part.question.fill(&typed, with: part.held) }
            return typed
        }
    }

    private func publishing(_ code: Code) async throws -> Publishing {
        let (record, approved, version) = try await ledger.read { snapshot in
            let record = try PlanRecord.load(code, snapshot)
            let pending = try ApprovedChange.pending(record, snapshot)
            let version = try snapshot.state(of: Plan.self, record.plan.id)?.version ?? 0
            return (record, pending, version)
        }
        let words = Self.words(of: approved, in: record)
        let printed = Self.version(after: record.header.printedVersion)
        let form = ProgrammeForm<Plan>(
            ledger: ledger, action: .publishIssue, title: "Publish the plan with the approved dates",
            thread: PlanWords.thread(record.header)
                + [Crumb("Requests to change dates", ChangeRequestRoutes.all(code))],
            section: PlanRoutes.section, link: ChangeRequestRoutes.publish(code),
            back: ChangeRequestRoutes.all(code), button: "Publish the plan again",
            lead: Self.lead(approved, record), subject: (record.plan.id, version), kinds: [PlanIssued.kind],
            aspects: [
                FormAspect("Issue", field: "none") { $0.current.map { "\($0.number)" } },
                FormAspect("Day of publication", field: "none") { $0.current?.day.short },
            ],
            questions: approved.isEmpty ? [] : [printed, Self.day] + words.map(\.question))
        return Publishing(
            form: form, plan: record.plan, approved: approved, version: printed, words: words)
    }

    private static func words(
        of approved: [ApprovedChange], in record: PlanRecord
    ) -> [(code: Code, question: LongTextQuestion, held: String)] {
        var seen: Set<Code> = []
        return approved.map(\.name.code).filter { seen.insert($0).inserted }.compactMap { code in
            let held =
                record.objectives.first { $0.code == code }?.text
                ?? record.actions.first { $0.code == code }?.text
            guard let held else { return nil }
            let question = LongTextQuestion(
                "words-" + Code(slugOf: code.text).text, "What \(code.text) promises", most: 2_000, rows: 4
            ).hint("Put it in other words where it names the old date.")
            return (code, question, held)
        }
    }

    private static func lead(_ approved: [ApprovedChange], _ record: PlanRecord) -> HTML {
        guard !approved.isEmpty else {
            return "<p>The plan states every date that was approved. There is nothing to publish.</p>"
        }
        let items = approved.map { change -> HTML in
            let promise = record.promises.first { $0.name == change.name }
            let name = PlanWords.capitalised(change.name.words)
            return """
                <li><strong>\(name)</strong>: \(promise?.dueWords ?? "no date"), now \(change.month.written). Approved \
                by \(change.body) on \(change.day.short).</li>
                """
        }
        return """
            <p>A new issue of the plan with these dates is public at once. The issue before stays, and anybody can \
            compare the two.</p><ul class="bullets">\(items)</ul>
            """
    }

    private func publish(_ code: Code, _ request: Request) async throws -> Reply {
        let publishing = try await publishing(code)
        let (plan, requests) = (publishing.plan.id, publishing.approved.map(\.request))
        return try await publishing.form.take(request) { reading in
            guard !requests.isEmpty else {
                reading.refuse(ChangeRequestRefusal.nothingToPublish.forPerson.withoutStop)
                return nil
            }
            let version = reading.ask(publishing.version)
            let day = reading.ask(Self.day)
            var words: [Code: String] = [:]
            for part in publishing.words { words[part.code] = reading.ask(part.question) }
            if let day, day > request.context.today {
                reading.refuse(ChangeRequestRefusal.publishedLater(day).forPerson.withoutStop, at: Self.day)
            }
            guard reading.isFine, let day else { return nil }
            let edit = PublishDates(
                plan: plan, version: version, day: day, requests: requests, words: words)
            return { "\(try edit.decide(&$0))" }
        } done: { _ in
            PlanRoutes.plan(code)
        }
    }
}
