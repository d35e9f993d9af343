import CivilTime

/// Reads the form of 2018: areas of weakness, required outcomes, actions, a trajectory and targets.
struct WrittenStatementFile {
    private let problems: ProblemList

    init(_ problems: ProblemList) { self.problems = problems }

    func read(_ file: inout ObjectReader) -> PublishedPlan? {
        let notes = file.texts("transcription_notes", isOptional: true)
        var remarks = notes.map { Remark(about: nil, text: $0, isDoubt: true) }
        let sources =
            file.optionalText("source").map { [PlanHeader.Statement(name: "Source", text: $0)] } ?? []
        let priorities = file.objects("outcomes").map(readOutcome)
        let (framework, name) = readFramework(&file, &remarks)
        guard var statement = file.object("statement") else { return nil }
        let (scheme, month) = readScheme(&statement)
        let rater = ActionReader(priorities: priorities, scheme: scheme, month: month)
        let actions = file.objects("actions").enumerated().map { rater.read($1, position: $0) }
        let targets = TargetReader(problems).read(&file)
        let (bodies, review) = readGovernance(&statement)
        let governance = review.map { [PlanHeader.Statement(name: "Board review", text: $0)] } ?? []
        let header = readHeader(
            &statement, governance + sources + name, scheme, priorities, framework, remarks)
        file.finish()
        guard let header else { return nil }
        return PublishedPlan(
            header: header, objectives: [], actions: actions, areas: [], bodies: bodies, targets: targets)
    }

    private func readHeader(
        _ statement: inout ObjectReader, _ sources: [PlanHeader.Statement], _ scheme: RatingScheme,
        _ priorities: [Priority], _ framework: [FrameworkGroup], _ remarks: [Remark]
    ) -> PlanHeader? {
        let code = statement.code("id")
        let title = statement.text("title")
        let period = statement.text("period")
        var statements = [PlanHeader.Statement(name: "Period", text: period)]
        if let inspection = statement.optionalText("inspection") {
            statements.append(.init(name: "Inspection", text: inspection))
        }
        if let vision = statement.optionalText("core_vision") {
            statements.append(.init(name: "Vision", text: vision))
        }
        statement.finish()
        guard let first = PlainMonth.first(in: period) else {
            statement.report(
                "period", "expected a period that begins with a month such as March 2018, found “\(period)”")
            return nil
        }
        return PlanHeader(
            code: code, form: .writtenStatement, title: title, printedVersion: nil, published: first.first,
            isPublishedPrinted: false, statements: statements + sources, scheme: scheme,
            priorities: priorities,
            framework: framework, remarks: remarks)
    }

    private func readScheme(_ statement: inout ObjectReader) -> (RatingScheme, Month?) {
        guard var reader = statement.object("progress_scheme") else {
            return (RatingScheme(name: "RAG", use: nil, ratings: [], columns: []), nil)
        }
        let columns = reader.texts("columns", isOptional: true)
        for (index, column) in columns.enumerated() where Month(iso: column) == nil {
            reader.report("columns[\(index)]", "expected a month such as 2018-03, found “\(column)”")
        }
        let ratings = RatingReader.ratings(&reader)
        let month = reader.month("rag_as_at")
        reader.finish()
        let name = ratings.contains { $0.colour == .grey } ? "RAG with grey" : "RAG"
        return (RatingScheme(name: name, use: nil, ratings: ratings, columns: columns), month)
    }

    private func readOutcome(_ reader: ObjectReader) -> Priority {
        var reader = reader
        let responses = reader.objects("required_outcomes").map { required in
            var required = required
            let response = Response(
                code: required.code("id"), title: required.text("text"), outcomes: [], signsLead: nil,
                signs: [])
            required.finish()
            return response
        }
        let priority = Priority(
            code: reader.code("id"), text: reader.text("area_of_weakness"),
            outcomes: reader.texts("outcomes_sought", isOptional: true), responses: responses)
        reader.finish()
        return priority
    }

    private func readFramework(
        _ file: inout ObjectReader, _ remarks: inout [Remark]
    ) -> (groups: [FrameworkGroup], name: [PlanHeader.Statement]) {
        guard file.has("annex_b"), var annex = file.object("annex_b") else { return ([], []) }
        let title = annex.text("title")
        let isUncertain = annex.flag("uncertain")
        if let why = annex.optionalText("uncertain_why") {
            remarks.append(Remark(about: Remark.framework, text: why, isDoubt: isUncertain))
        } else if isUncertain {
            let remark = Remark.unexplained
            remarks.append(Remark(about: Remark.framework, text: remark.text, isDoubt: true))
        }
        let groups = annex.objects("groups").map { group in
            var group = group
            let name = group.text("group")
            let measures = group.objects("measures").map { measure in
                var measure = measure
                let found = Measure(
                    text: measure.text("text"), indicators: measure.indicators("measure_refs"))
                measure.finish()
                return found
            }
            group.finish()
            return FrameworkGroup(name: name, measures: measures)
        }
        annex.finish()
        return (groups, [.init(name: "Measures printed with it", text: title)])
    }

    /// Bodies stand here by name only, so each gets an id made of it.
    private func readGovernance(_ statement: inout ObjectReader) -> (bodies: [BodyStatement], review: String?)
    {
        guard var governance = statement.object("governance") else { return ([], nil) }
        var bodies: [BodyStatement] = []
        func index(of name: String, kind: String) -> Int {
            if let found = bodies.firstIndex(where: { $0.name == name }) { return found }
            bodies.append(
                BodyStatement(code: Code(slugOf: name), position: bodies.count, name: name, kind: kind))
            return bodies.count - 1
        }
        for var line in governance.objects("reporting_lines") {
            let from = index(of: line.text("from"), kind: "board or group")
            let to = index(of: line.text("to"), kind: "board or group")
            let note = line.optionalText("note")
            bodies[from].reportsTo.append(
                .init(to: bodies[to].code, what: line.optionalText("what"), note: note))
            if let note { bodies[from].remarks.append(.onReportingLine(to: bodies[to].name, note)) }
            line.finish()
        }
        for name in governance.texts("also_held_to_account_by", isOptional: true) {
            _ = index(of: name, kind: "also holds to account")
        }
        let review = governance.optionalText("board_review")
        governance.finish()
        return (bodies, review)
    }
}
