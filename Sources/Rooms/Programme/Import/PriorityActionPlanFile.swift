import CivilTime

/// Reads the form of 2023: priorities, responses, objectives, areas for improvement, groups.
struct PriorityActionPlanFile {
    private let problems: ProblemList

    init(_ problems: ProblemList) { self.problems = problems }

    func read(_ file: inout ObjectReader) -> PublishedPlan? {
        var remarks: [Remark] = []
        let sources = readSources(&file, &remarks)
        let bodies = readGovernance(&file, &remarks)
        var objectives: [ObjectiveStatement] = []
        let priorities = file.objects("priority_areas").map { readPriority($0, &objectives) }
        let areas = file.objects("areas_for_improvement").enumerated().map { readArea($1, position: $0) }
        let header = readHeader(&file, sources, priorities, remarks)
        if var counts = file.object("plan").flatMap({ Self.counts($0) }) {
            check(&counts, "priority_areas", priorities.count)
            check(&counts, "responses", priorities.reduce(0) { $0 + $1.responses.count })
            check(&counts, "objectives", objectives.count)
            check(&counts, "areas_for_improvement", areas.count)
            counts.finish()
        }
        file.finish()
        guard let header else { return nil }
        return PublishedPlan(
            header: header, objectives: objectives, actions: [], areas: areas, bodies: bodies, targets: [])
    }

    // MARK: The plan as a whole

    private func readSources(_ file: inout ObjectReader, _ remarks: inout [Remark]) -> [PlanHeader.Statement]
    {
        guard var sources = file.object("sources") else { return [] }
        var statements = [PlanHeader.Statement(name: "Source", text: sources.text("main"))]
        if let check = sources.optionalText("cross_check") {
            statements.append(.init(name: "Checked against", text: check))
        }
        if let note = sources.optionalText("note") {
            remarks.append(Remark(about: nil, text: note, isDoubt: true))
        }
        sources.finish()
        return statements
    }

    private func readHeader(
        _ file: inout ObjectReader, _ sources: [PlanHeader.Statement], _ priorities: [Priority],
        _ remarks: [Remark]
    ) -> PlanHeader? {
        guard var plan = file.object("plan") else { return nil }
        var remarks = remarks
        let code = plan.code("id")
        let title = plan.text("title")
        let version = plan.optionalText("version")
        if !plan.has("published") {
            plan.report("published", "expected the day of publication, found nothing")
        }
        let published = plan.day("published")
        var statements: [PlanHeader.Statement] = []
        if let text = plan.optionalText("published_text") {
            statements.append(.init(name: "Dated", text: text))
        }
        if let note = plan.optionalText("published_note") {
            remarks.append(Remark(about: "publication", text: note, isDoubt: false))
        }
        let scheme = readScheme(&plan)
        if let rule = plan.optionalText("target_rule") {
            statements.append(.init(name: "How targets are set", text: rule))
        }
        _ = plan.value("counts")
        plan.finish()
        guard let published else { return nil }
        return PlanHeader(
            code: code, form: .priorityActionPlan, title: title, printedVersion: version,
            published: published,
            isPublishedPrinted: true, statements: statements + sources, scheme: scheme,
            priorities: priorities,
            framework: [], remarks: remarks)
    }

    private func readScheme(_ plan: inout ObjectReader) -> RatingScheme {
        guard var scheme = plan.object("status_scheme") else {
            return RatingScheme(name: "", use: nil, ratings: [], columns: [])
        }
        let name = scheme.text("name")
        let use = scheme.optionalText("use")
        let ratings = RatingReader.ratings(&scheme)
        scheme.finish()
        return RatingScheme(name: name, use: use, ratings: ratings, columns: [])
    }

    private static func counts(_ plan: ObjectReader) -> ObjectReader? {
        var plan = plan
        return plan.has("counts") ? plan.object("counts") : nil
    }

    private func check(_ counts: inout ObjectReader, _ key: String, _ found: Int) {
        guard let stated = counts.integer(key), stated != found else { return }
        counts.report(key, "the file says \(stated), but holds \(found)")
    }

    // MARK: Priorities and objectives

    private func readPriority(_ reader: ObjectReader, _ objectives: inout [ObjectiveStatement]) -> Priority {
        var reader = reader
        let code = reader.code("id")
        let text = reader.text("text")
        var responses: [Response] = []
        for var response in reader.objects("responses") {
            let responseCode = response.code("id")
            for objective in response.objects("objectives") {
                objectives.append(
                    ObjectiveReader(position: objectives.count, priority: code, response: responseCode)
                        .read(objective))
            }
            responses.append(
                Response(
                    code: responseCode, title: response.text("title"),
                    outcomes: response.texts("intended_outcomes", isOptional: true),
                    signsLead: response.optionalText("looks_like_lead"),
                    signs: response.texts("looks_like", isOptional: true)))
            response.finish()
        }
        reader.finish()
        return Priority(code: code, text: text, outcomes: [], responses: responses)
    }

    private func readArea(_ reader: ObjectReader, position: Int) -> AreaStatement {
        var reader = reader
        let note = reader.optionalText("confidence_note")
        let area = AreaStatement(
            code: reader.code("id"), position: position, text: reader.text("text"),
            group: reader.text("group"),
            objectives: reader.codes("objectives"),
            confidence: reader.optionalText("confidence"),
            remarks: note.map { [Remark(about: "matrix", text: $0, isDoubt: true)] } ?? [])
        reader.finish()
        return area
    }

    // MARK: Governance

    private func readGovernance(_ file: inout ObjectReader, _ remarks: inout [Remark]) -> [BodyStatement] {
        guard var governance = file.object("governance") else { return [] }
        var bodies = governance.objects("bodies").enumerated().map { BodyReader(position: $0).read($1) }
        for key in ["task_and_finish_note", "reporting_note"] {
            if let note = governance.optionalText(key) {
                remarks.append(Remark(about: Remark.governance, text: note, isDoubt: key == "reporting_note"))
            }
        }
        for var line in governance.objects("reporting_lines", isOptional: true) {
            let from = line.text("from")
            let to = line.text("to")
            let what = line.optionalText("what")
            let note = line.optionalText("note")
            line.finish()
            guard let index = bodies.firstIndex(where: { $0.isCalled(from) }) else {
                line.report("from", "there is no body called “\(from)”")
                continue
            }
            guard let target = bodies.first(where: { $0.isCalled(to) }) else {
                line.report("to", "there is no body called “\(to)”")
                continue
            }
            bodies[index].reportsTo.append(.init(to: target.code, what: what, note: note))
            if let note { bodies[index].remarks.append(.onReportingLine(to: target.name, note)) }
        }
        bodies += readScrutiny(&governance, from: bodies.count)
        governance.finish()
        return bodies
    }

    private func readScrutiny(_ governance: inout ObjectReader, from position: Int) -> [BodyStatement] {
        guard governance.has("scrutiny"), var scrutiny = governance.object("scrutiny") else { return [] }
        let source = scrutiny.optionalText("source")
        let bodies = scrutiny.texts("bodies").enumerated().map { index, name in
            BodyStatement(
                code: Code(slugOf: name), position: position + index, name: name, kind: "scrutiny",
                remarks: source.map { [Remark(about: "source", text: "Named in \($0).", isDoubt: false)] }
                    ?? [])
        }
        scrutiny.finish()
        return bodies
    }
}
