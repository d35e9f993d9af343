import CivilTime
public import Ledger

extension Indicator {
    /// One row of the register, and one of each level that is in force or waits.
    public func rows(_ reference: inout ReferenceReader) -> [Row] {
        guard let definition else { return [] }
        let row = Row(
            MeasuresTables.indicator,
            [
                definition.code.text, words, definition.unit.rawValue, definition.better.rawValue,
                definition.group, retirement?.day, problems.count,
            ])
        let inForce = inForce(on: .latest).map {
            level($0.recommendation, definition.code, approved: $0.approval)
        }
        return [row] + inForce + waiting(on: .latest).map { level($0, definition.code, approved: nil) }
    }

    private func level(
        _ recommendation: Recommendation, _ code: IndicatorCode, approved: Decision?
    ) -> Row {
        let level = recommendation.level
        var when: String? {
            switch level {
            case .baseline(let baseline): baseline.when ?? baseline.last?.iso
            case .target(let target): target.when
            case .trajectory: nil
            }
        }
        return Row(
            MeasuresTables.level, key: recommendation.entry,
            [
                code.text, level.kind.rawValue, recommendation.cohort, level.value?.text,
                level.comparison?.rawValue, level.by?.iso, when, approved?.day,
            ])
    }

    /// The indicator as a standing while it is used, and each approved level while it is in force.
    public func facts(_ reference: inout ReferenceReader) -> [Fact] {
        guard let first = definitions.first else { return [] }
        let references = ["indicator": first.definition.code.text]
        let end = retirement?.day
        let used = Fact(
            standing: "measures.indicator", key: first.entry, from: min(first.day, end ?? first.day), to: end,
            references: references)
        return [used]
            + spans.map { span in
                Fact(
                    standing: "measures.\(span.recommendation.level.kind.rawValue)",
                    key: "\(span.approval.entry) \(span.from.iso)", from: span.from, to: span.to,
                    value: span.recommendation.level.value?.number ?? 1, references: references)
            }
    }
}
