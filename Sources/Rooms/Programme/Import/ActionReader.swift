import CivilTime

/// Reads an action of the form of 2018, with its rating and what is uncertain about it.
struct ActionReader {
    let priorities: [Priority]
    let scheme: RatingScheme
    let month: Month?

    func read(_ reader: ObjectReader, position: Int) -> ActionStatement {
        var reader = reader
        let priority = reader.code("outcome")
        let response = reader.code("required_outcome_id")
        checkRequiredOutcome(&reader, priority, response)
        let timescale = reader.text("timescale", mayBeEmpty: true)
        let isUncertain = reader.flag("uncertain")
        let statement = ActionStatement(
            code: reader.code("id"), position: position, priority: priority, response: response,
            text: reader.text("action"), parts: reader.texts("sub_actions", isOptional: true),
            timescale: timescale,
            due: PlainMonth.only(timescale), owners: reader.texts("owners"),
            accountable: reader.texts("accountable"),
            measures: MeasureReader.measures(&reader, texts: "measures_of_success"), isUncertain: isUncertain,
            rating: rating(&reader), remarks: remarks(&reader, isUncertain))
        reader.finish()
        return statement
    }

    /// The file repeats the required outcome's words beside its id: they must be those stated above.
    private func checkRequiredOutcome(_ reader: inout ObjectReader, _ priority: Code, _ response: Code) {
        let words = reader.text("required_outcome")
        guard let stated = priorities.first(where: { $0.code == priority }) else {
            reader.report("outcome", "there is no outcome “\(priority.text)” in this file")
            return
        }
        guard let required = stated.responses.first(where: { $0.code == response }) else {
            reader.report(
                "required_outcome_id", "outcome \(priority.text) has no required outcome “\(response.text)”")
            return
        }
        if required.title != words {
            reader.report("required_outcome", "differs from the words of required outcome \(response.text)")
        }
    }

    private func rating(_ reader: inout ObjectReader) -> PrintedRating? {
        let label = reader.text("rag", mayBeEmpty: true)
        let letter = reader.text("rag_letter", mayBeEmpty: true)
        guard !label.isEmpty else {
            if !letter.isEmpty { reader.report("rag_letter", "a letter “\(letter)” without a rating") }
            return nil
        }
        guard let rating = scheme.ratings.first(where: { $0.label == label }) else {
            let known = scheme.ratings.map(\.label).joined(separator: ", ")
            reader.report(
                "rag", "“\(label)” is not a rating of this plan: expected one of \(known), or an empty text")
            return nil
        }
        if rating.letter ?? "" != letter {
            reader.report("rag_letter", "expected “\(rating.letter ?? "")” for \(label), found “\(letter)”")
        }
        if month == nil { reader.report("rag", "the file does not say which month the ratings are of") }
        return month.map { PrintedRating(month: $0, colour: rating.colour) }
    }

    private static let fieldNames = [
        "required_outcome": "required outcome", "measures_of_success": "measures of success",
        "owners": "owners",
        "accountable": "accountable leader", "timescale": "timescale", "rag": "rating",
        "sub_actions": "parts",
        "action": "action",
    ]

    private func remarks(_ reader: inout ObjectReader, _ isUncertain: Bool) -> [Remark] {
        var remarks: [Remark] = []
        if reader.has("uncertain_fields"), var fields = reader.object("uncertain_fields") {
            for (key, name) in Self.fieldNames.sorted(by: { $0.key < $1.key }) where fields.has(key) {
                guard var field = fields.object(key) else { continue }
                let isDoubt = field.flag("uncertain")
                remarks.append(Remark(about: name, text: field.text("why"), isDoubt: isDoubt))
                field.finish()
            }
            fields.finish()
        }
        if let note = reader.optionalText("note") {
            remarks.append(Remark(about: nil, text: note, isDoubt: true))
        }
        if isUncertain, !remarks.contains(where: \.isDoubt) { remarks.append(.unexplained) }
        return remarks
    }
}
