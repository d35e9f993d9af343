import CivilTime

/// Reads the ratings of a scheme.
enum RatingReader {
    static func ratings(_ scheme: inout ObjectReader) -> [Rating] {
        var seen: Set<Rating.Colour> = []
        let known = Rating.Colour.allCases.map(\.rawValue).joined(separator: ", ")
        return scheme.objects("ratings").compactMap { reader in
            var reader = reader
            let id = reader.text("id")
            let label = reader.text("label")
            let definition = reader.text("definition")
            // An empty letter says that the plan prints none for this rating.
            let letter = reader.has("letter") ? reader.text("letter", mayBeEmpty: true) : nil
            reader.finish()
            guard let colour = Rating.Colour(rawValue: id) else {
                reader.report("id", "“\(id)” is not a rating that is known: expected one of \(known)")
                return nil
            }
            if !seen.insert(colour).inserted { reader.report("id", "the rating “\(id)” stands here twice") }
            return Rating(colour: colour, label: label, definition: definition, letter: letter)
        }
    }
}

/// Reads measures and the indicators they name, which stand in two lists beside each other.
enum MeasureReader {
    static func measures(_ reader: inout ObjectReader, texts key: String) -> [Measure] {
        let texts = reader.texts(key)
        let references = reader.list("measure_refs", isOptional: true)
        if !references.isEmpty, references.count != texts.count {
            reader.report(
                "measure_refs",
                "expected \(texts.count) lists, one for each of \(key), found \(references.count)")
        }
        return texts.enumerated().map { index, text in
            let reference = index < references.count ? references[index] : .list([])
            return Measure(text: text, indicators: indicators(reference, index, reader))
        }
    }

    private static func indicators(_ json: JSON, _ index: Int, _ reader: ObjectReader) -> [String] {
        guard case .list(let list) = json else {
            reader.report(
                "measure_refs[\(index)]", "expected a list of ids of indicators, found \(json.word)")
            return []
        }
        return list.enumerated().compactMap { position, item in
            let key = "measure_refs[\(index)][\(position)]"
            guard case .text(let id) = item else {
                reader.report(key, "expected the id of an indicator, found \(item.word)")
                return nil
            }
            return ObjectReader.isIndicator(id, report: { reader.report(key, $0) }) ? id : nil
        }
    }
}

/// Reads an objective of the form of 2023.
struct ObjectiveReader {
    let position: Int
    let priority: Code
    let response: Code

    func read(_ reader: ObjectReader) -> ObjectiveStatement {
        var reader = reader
        let statement = ObjectiveStatement(
            code: reader.code("id"), position: position, priority: priority, response: response,
            text: reader.text("text"), due: due(&reader), groups: reader.texts("groups"),
            impacts: reader.texts("impacts", isOptional: true),
            measures: MeasureReader.measures(&reader, texts: "measures"), milestones: milestones(&reader),
            remarks: reader.texts("notes", isOptional: true).map {
                Remark(about: nil, text: $0, isDoubt: true)
            })
        reader.finish()
        return statement
    }

    private func due(_ reader: inout ObjectReader) -> Due {
        var due = Due(months: [], isOngoing: false, text: nil, source: nil, monthsStated: nil)
        switch reader.value("due") {
        case .text("ongoing"): due.isOngoing = true
        case .text(let text): due.months = [month(text, "due", reader)].compactMap { $0 }
        case .list(let list) where !list.isEmpty:
            due.months = list.enumerated().compactMap { index, json in
                if case .text(let text) = json { return month(text, "due[\(index)]", reader) }
                reader.report("due[\(index)]", "expected a month such as 2024-04, found \(json.word)")
                return nil
            }
            if Set(due.months).count != due.months.count { reader.report("due", "a month stands here twice") }
            due.months.sort()
        case let other:
            let found = other.map { $0 == .list([]) ? "an empty list" : $0.word } ?? "nothing"
            reader.report("due", "expected a month, a list of months or “ongoing”, found \(found)")
        }
        due.text = reader.optionalText("due_text")
        due.source = reader.optionalText("due_text_source")
        due.monthsStated = reader.integer("months_stated")
        return due
    }

    private func month(_ text: String, _ key: String, _ reader: ObjectReader) -> Month? {
        if let month = Month(iso: text) { return month }
        reader.report(key, "expected a month such as 2024-04 or “ongoing”, found “\(text)”")
        return nil
    }

    private func milestones(_ reader: inout ObjectReader) -> [Milestone] {
        reader.objects("milestones", isOptional: true).compactMap { step in
            var step = step
            let code = step.code("id")
            let text = step.text("text")
            if !step.has("due") { step.report("due", "expected a month such as 2024-04, found nothing") }
            let due = step.month("due")
            step.finish()
            return due.map { Milestone(code: code, text: text, due: $0) }
        }
    }
}

/// Reads a body of the form of 2023.
struct BodyReader {
    let position: Int

    func read(_ reader: ObjectReader) -> BodyStatement {
        var reader = reader
        var remarks: [Remark] = []
        if let note = reader.optionalText("alias_note") {
            remarks.append(Remark(about: "names", text: note, isDoubt: true))
        }
        if let note = reader.optionalText("note") {
            remarks.append(Remark(about: nil, text: note, isDoubt: false))
        }
        let body = BodyStatement(
            code: reader.code("id"), position: position, name: reader.text("name"),
            aliases: reader.texts("aliases", isOptional: true), kind: reader.text("kind"),
            role: reader.optionalText("role"), leads: leads(&reader),
            members: reader.texts("members", isOptional: true),
            membersSource: reader.optionalText("members_source"),
            focus: focus(&reader), alsoWithinRemit: reader.texts("also_within_remit", isOptional: true),
            area: reader.has("area_for_improvement") ? reader.code("area_for_improvement") : nil,
            terms: terms(&reader), reportsTo: [], remarks: remarks)
        reader.finish()
        return body
    }

    private func leads(_ reader: inout ObjectReader) -> [BodyStatement.Lead] {
        reader.objects("leads", isOptional: true).map { lead in
            var lead = lead
            let name = lead.has("name") ? lead.text("name", mayBeEmpty: true) : nil
            let found = BodyStatement.Lead(
                role: lead.optionalText("role"), name: name, post: lead.optionalText("post"))
            lead.finish()
            return found
        }
    }

    private func focus(_ reader: inout ObjectReader) -> [BodyStatement.Focus] {
        var details: [String: [String]] = [:]
        let texts = reader.texts("areas_of_focus", isOptional: true)
        if reader.has("focus_detail"), var detail = reader.object("focus_detail") {
            for text in texts where detail.has(text) { details[text] = detail.texts(text) }
            detail.finish()
        }
        return texts.map { .init(text: $0, detail: details[$0] ?? []) }
    }

    private func terms(_ reader: inout ObjectReader) -> BodyStatement.TermsOfReference? {
        guard reader.has("terms_of_reference"), var terms = reader.object("terms_of_reference") else {
            return nil
        }
        let found = BodyStatement.TermsOfReference(
            purpose: terms.text("purpose"), meets: terms.text("meets"), quorum: terms.text("quorum"))
        terms.finish()
        return found
    }
}

extension BodyStatement {
    /// A body of which a plan says little more than its name.
    init(
        code: Code, position: Int, name: String, kind: String, role: String? = nil, remarks: [Remark] = []
    ) {
        self.init(
            code: code, position: position, name: name, aliases: [], kind: kind, role: role, leads: [],
            members: [],
            membersSource: nil, focus: [], alsoWithinRemit: [], area: nil, terms: nil, reportsTo: [],
            remarks: remarks)
    }
}
