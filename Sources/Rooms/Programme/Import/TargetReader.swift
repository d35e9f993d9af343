import CivilTime

/// Reads the figures of the form of 2018: the timeliness trajectory, the exclusion target and the others.
struct TargetReader {
    private let problems: ProblemList

    init(_ problems: ProblemList) { self.problems = problems }

    func read(_ file: inout ObjectReader) -> [TargetStatement] {
        var targets: [TargetStatement] = []
        if file.has("timeliness_trajectory"), let reader = file.object("timeliness_trajectory") {
            targets.append(trajectory(reader))
        }
        if file.has("exclusion_figures"), let reader = file.object("exclusion_figures") {
            targets.append(exclusions(reader, position: targets.count))
        }
        for reader in file.objects("other_targets", isOptional: true) {
            targets.append(other(reader, position: targets.count))
        }
        return targets
    }

    private func trajectory(_ reader: ObjectReader) -> TargetStatement {
        var reader = reader
        var figures: [TargetStatement.Figure] = []
        if let baseline = reader.integer("at_inspection_percent") {
            figures.append(
                .init(
                    kind: .baseline, label: reader.optionalText("at_inspection_text"), when: "At inspection",
                    month: nil, value: baseline, unit: .percent, comparison: nil))
        }
        figures += reader.objects("targets").map { step in
            var step = step
            let figure = TargetStatement.Figure(
                kind: .target, label: nil, when: step.optionalText("date_text"), month: step.month("date"),
                value: step.requiredInteger("target_percent"), unit: .percent, comparison: nil)
            step.finish()
            return figure
        }
        let statement = TargetStatement(
            code: Code(slugOf: "timeliness"), position: 0, title: reader.text("measure"),
            cohort: reader.optionalText("cohort"), indicators: indicator(&reader), figures: figures,
            actions: [],
            remarks: [])
        reader.finish()
        return statement
    }

    private func exclusions(_ reader: ObjectReader, position: Int) -> TargetStatement {
        var reader = reader
        let baseline = reader.optionalText("baseline_year")
        let figures: [TargetStatement.Figure] = [
            .init(
                kind: .baseline, label: "Days lost", when: baseline, month: nil,
                value: reader.requiredInteger("days_lost"), unit: .days, comparison: nil),
            .init(
                kind: .baseline, label: "Days lost, social, emotional and mental health needs",
                when: baseline,
                month: nil, value: reader.requiredInteger("days_lost_semh"), unit: .days, comparison: nil),
            .init(
                kind: .target, label: "Reduction", when: reader.optionalText("reduction_by_text"),
                month: reader.month("reduction_by"), value: reader.requiredInteger("reduction_percent"),
                unit: .percent, comparison: nil),
            .init(
                kind: .target, label: "Days recovered", when: reader.optionalText("days_recovered_year"),
                month: nil, value: reader.requiredInteger("days_recovered"), unit: .days, comparison: nil),
        ]
        var remarks: [Remark] = []
        if let longer = reader.optionalText("longer_target") {
            remarks.append(Remark(about: "longer target", text: longer, isDoubt: false))
        }
        if let note = reader.optionalText("note") {
            remarks.append(Remark(about: nil, text: note, isDoubt: true))
        }
        let statement = TargetStatement(
            code: Code(slugOf: "exclusions"), position: position, title: reader.text("scope"), cohort: nil,
            indicators: reader.indicators("measure_refs"), figures: figures, actions: [], remarks: remarks)
        reader.finish()
        return statement
    }

    private func other(_ reader: ObjectReader, position: Int) -> TargetStatement {
        var reader = reader
        let title = reader.text("measure")
        let statement = TargetStatement(
            code: Code(slugOf: title), position: position, title: title, cohort: nil,
            indicators: indicator(&reader), figures: reader.objects("values").compactMap(value),
            actions: reader.codes("actions", isOptional: true), remarks: [])
        reader.finish()
        return statement
    }

    private func value(_ reader: ObjectReader) -> TargetStatement.Figure? {
        var reader = reader
        let percent = reader.integer("percent")
        let count = reader.integer("count")
        let month = reader.month("by")
        let year = reader.optionalText("year")
        let kind = reader.optionalText("kind")
        let comparison = reader.optionalText("comparison")
        reader.finish()
        if let kind, kind != "target" { reader.report("kind", "expected “target”, found “\(kind)”") }
        guard let value = percent ?? count, percent == nil || count == nil else {
            reader.report("percent", "expected either “percent” or “count”")
            return nil
        }
        let when = [year, month.map { "by \($0.written)" }].compactMap(\.self)
        return .init(
            kind: kind == nil ? .stated : .target, label: nil,
            when: when.isEmpty ? nil : when.joined(separator: ", "),
            month: month, value: value, unit: percent == nil ? .count : .percent, comparison: comparison)
    }

    private func indicator(_ reader: inout ObjectReader) -> [String] {
        guard let id = reader.optionalText("measure_ref") else { return [] }
        return ObjectReader.isIndicator(id, report: { reader.report("measure_ref", $0) }) ? [id] : []
    }
}
