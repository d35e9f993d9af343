import CivilTime
import Ledger

/// A committee's recommendations with their answers, as one file holds them.
public struct PublishedRecommendations: Sendable, Hashable {
    /// The report in which they are answered.
    public var report: CommitteeReport
    /// Each recommendation with its answer.
    public var items: [Item]

    /// One recommendation with its answer.
    public struct Item: Sendable, Hashable {
        /// What is recommended.
        public var text: RecommendationText
        /// The answer; nil where there is none yet.
        public var answer: RecommendationAnswer?
    }
}

/// Reads recommendations from a file's bytes; docs/recommendations-format.md says how they are written down.
public enum RecommendationFile {
    /// Reads and checks the file.
    ///
    /// - Throws: ``FileRefusal`` with everything that is wrong.
    public static func read(_ bytes: [UInt8]) throws(FileRefusal) -> PublishedRecommendations {
        let problems = ProblemList()
        var file = ObjectReader(try PlanFile.decode(bytes), path: "", problems)
        let report = report(&file)
        let items = file.objects("recommendations").map { reader in
            var reader = reader
            return item(&reader, report)
        }
        file.finish()
        if items.isEmpty, problems.problems.isEmpty {
            problems.add("recommendations", "expected at least one recommendation, found none")
        }
        for (number, same) in Dictionary(grouping: items, by: \.text.number).sorted(by: { $0.key < $1.key })
        where same.count > 1 {
            problems.add("recommendations", "number \(number) stands \(same.count) times")
        }
        guard problems.problems.isEmpty else { throw FileRefusal(problems: problems.problems) }
        return PublishedRecommendations(report: report, items: items)
    }

    private static func report(_ file: inout ObjectReader) -> CommitteeReport {
        let day = file.day("report_date")
        if !file.has("report_date") { file.report("report_date", "expected a day, found nothing") }
        return CommitteeReport(
            title: file.text("report"), day: day ?? Day.earliest,
            dayText: file.optionalText("report_date_text"),
            answers: file.optionalText("recommendations_from"), note: file.optionalText("committee_note"),
            source: file.optionalText("source"))
    }

    private static func item(
        _ reader: inout ObjectReader, _ report: CommitteeReport
    ) -> PublishedRecommendations.Item {
        let number = positive("number", &reader) ?? 0
        if !reader.has("number") { reader.report("number", "expected a whole number, found nothing") }
        let text = RecommendationText(
            committee: reader.text("issuing_committee"), report: report, number: number,
            paragraph: positive("paragraph", &reader), text: reader.text("text"))
        let response = reader.optionalText("response")
        let acceptance = acceptance(&reader)
        let owner = reader.optionalText("owner")
        let plan = reader.has("plan") ? reader.code("plan") : nil
        let serving = Serving(plan: plan, objectives: reader.codes("objectives", isOptional: true))
        if plan == nil, !serving.objectives.isEmpty {
            reader.report("objectives", "expected “plan” beside objectives, found none")
        }
        if response == nil, acceptance != nil || owner != nil || plan != nil {
            reader.report("response", "expected an answer where it is said how it is carried out, found none")
        }
        reader.finish()
        return .init(
            text: text,
            answer: response.map {
                RecommendationAnswer(response: $0, acceptance: acceptance, owner: owner, serving: serving)
            })
    }

    private static func positive(_ key: String, _ reader: inout ObjectReader) -> Int? {
        guard let number = reader.integer(key) else { return nil }
        if number < 1 { reader.report(key, "expected a number from 1, found \(number)") }
        return number
    }

    private static func acceptance(_ reader: inout ObjectReader) -> Acceptance? {
        guard let text = reader.optionalText("acceptance") else { return nil }
        if let acceptance = Acceptance(rawValue: text) { return acceptance }
        reader.report("acceptance", "expected “accepted”, “partly” or “declined”, found “\(text)”")
        return nil
    }
}

/// What recording a file of recommendations did.
public struct RecommendationImportResult: Sendable, Hashable, Codable {
    /// How many the file holds.
    public var recommendations: Int
    /// How many were not held before.
    public var added: Int
    /// How many are stated, or answered, differently now.
    public var changed: Int
}

/// Decides what a file of recommendations adds to what is recorded.
struct RecommendationImporting: Sendable {
    let published: PublishedRecommendations

    func decide(_ deciding: inout Deciding) throws -> RecommendationImportResult {
        var result = RecommendationImportResult(
            recommendations: published.items.count, added: 0, changed: 0)
        for item in published.items {
            let (title, day, number) = (item.text.report.title, item.text.report.day, item.text.number)
            let found = try deciding.lookUp(
                """
                SELECT subject_id FROM programme_recommendation
                WHERE report = \(title) AND report_day = \(day) AND number = \(number)
                """
            ) { $0.text(0) }.first
            if let found {
                if try change(found, item, &deciding) { result.changed += 1 }
            } else {
                _ = try RecordRecommendation(item.text, answer: item.answer, isPublished: true)
                    .decide(&deciding)
                result.added += 1
            }
        }
        return result
    }

    /// Corrects what the file states differently now; an answer is a new entry only where there was none.
    private func change(
        _ id: String, _ item: PublishedRecommendations.Item, _ deciding: inout Deciding
    ) throws -> Bool {
        guard let held = try deciding.state(of: Recommendation.self, id)?.state, let made = held.made else {
            throw RegisterRefusal.unknown
        }
        let day = item.text.report.day
        var isChanged = false
        if made.text != item.text {
            try deciding.correct(
                made.entry, to: RecommendationMade(recommendation: item.text), on: Recommendation.self, id,
                day: day, reason: Self.reason)
            isChanged = true
        }
        guard let answer = item.answer else { return isChanged }
        try deciding.refuseUnknown(answer.serving)
        let payload = RecommendationAnswered(answer: answer)
        // A person's later answer is not overruled by the file of the report.
        if let first = held.answers.first {
            guard first.answer != answer, first.day == day else { return isChanged }
            try deciding.correct(
                first.entry, to: payload, on: Recommendation.self, id, day: day, reason: Self.reason)
        } else {
            try deciding.record(payload, on: Recommendation.self, id, day: day)
        }
        return true
    }

    private static let reason = "The file of the report states it differently."
}
