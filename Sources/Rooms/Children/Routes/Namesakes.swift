import Access
import Ledger
import Pages
import People

/// People recorded already under the name of an adult who is about to be recorded.
enum Namesakes {
    /// Those among whom somebody has still to choose before an adult is recorded as new; the reading then
    /// says so. Only people on records that the asker sees are named, and only those can be chosen.
    static func toDecide(
        _ changes: [Change], _ setting: FormSetting, _ reading: inout Reading, _ asking: Asking,
        _ snapshot: Snapshot
    ) throws -> [Choice<String>] {
        guard reading.typed["adult"] == AdultQuestions.other, case .adult(let recording)? = changes.first,
            let name = PersonName(reading.typed["name"] ?? "")
        else { return [] }
        let known = try choices(name, asking, snapshot.reader)
        let question = EditView.sameQuestion(known)
        switch recording.adult {
        case .recorded(let id) where !known.contains { $0.value == id }:
            reading.refuse("Choose one of these people, or none of them", at: question)
        case .new where !known.isEmpty && reading.typed[AdultQuestions.sameField] == nil:
            reading.refuse("Choose whether it is one of these people", at: question)
        default: break
        }
        return known
    }

    private static func choices(
        _ name: PersonName, _ asking: Asking, _ reader: Reader
    ) throws -> [Choice<String>] {
        try reader.all(
            """
            SELECT person.subject_id, person.name, COUNT(DISTINCT tie.child) FROM people_person AS person
            JOIN people_relationship AS tie ON tie.person = person.subject_id
            WHERE person.subject_kind = 'person' AND person.subject_id IN (
                SELECT subject_id FROM people_person_name WHERE name_key = \(name.key.text))
            AND tie.child IN (\(scope(asking.visitor, .viewChild, at: asking.moment)))
            GROUP BY person.subject_id, person.name ORDER BY person.name, person.subject_id
            """
        ) { fields in
            let count = fields.integer(2)
            let records = count == 1 ? "1 record" : "\(count) records"
            return Choice(fields.text(0), "\(fields.text(1)), on \(records) that you work with")
        }
    }
}
