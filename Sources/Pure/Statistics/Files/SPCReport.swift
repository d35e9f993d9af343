import CivilTime

/// A chart, written out: `docs/spc.md` describes every field.
public enum SPCReport {
    /// As JSON, with two spaces of indent and fields in a fixed order; ends without a new line.
    public static func json(_ chart: XmRChart, unit: String = "") -> String {
        ReportJSON.object([
            ("settings", settings(chart.settings)), ("sections", .list(chart.sections.map(section))),
            ("points", .list(chart.points.map { point($0, of: chart) })),
            ("target", ReportJSON(chart.target)),
            ("variationIcon", ReportJSON(chart.variation?.rawValue)),
            ("assuranceIcon", ReportJSON(chart.assurance?.rawValue)),
            ("commentary", .list(chart.commentary(unit: unit).map(ReportJSON.text))),
            ("notes", .list(chart.notes.map { .text($0.description) })), ("caption", .text(chart.caption)),
        ]).written()
    }

    private static func settings(_ settings: ChartSettings) -> ReportJSON {
        .object([
            ("improvement", .text(settings.improvement.rawValue)), ("target", ReportJSON(settings.target)),
            ("rebases", .list(settings.rebases.map(rebase))), ("fixAfter", ReportJSON(settings.fixAfter)),
            ("screensMovingRanges", .bool(settings.screensMovingRanges)),
            ("runLength", ReportJSON(settings.runLength)), ("trendLength", ReportJSON(settings.trendLength)),
            ("twoOfThree", .text(settings.twoOfThree.rawValue)),
            ("showsIconsEarly", .bool(settings.showsIconsEarly)),
        ])
    }

    private static func rebase(_ rebase: Rebase) -> ReportJSON {
        .object([("date", .text(rebase.day.iso)), ("reason", ReportJSON(rebase.reason))])
    }

    private static func section(_ section: ChartSection) -> ReportJSON {
        .object([
            ("section", ReportJSON(section.number)), ("start", .text(section.start.iso)),
            ("reason", ReportJSON(section.reason)), ("n", ReportJSON(section.count)),
            ("baseline", ReportJSON(section.baseline)), ("mean", ReportJSON(section.mean)),
            ("lpl", ReportJSON(section.limits?.lower)), ("upl", ReportJSON(section.limits?.upper)),
            ("nearLower", ReportJSON(section.limits?.nearLower)),
            ("nearUpper", ReportJSON(section.limits?.nearUpper)),
            ("meanMovingRange", ReportJSON(section.meanMovingRange)),
            ("movingRangesScreenedOut", ReportJSON(section.screenedOut)), ("trial", .bool(section.isTrial)),
            ("constant", .bool(section.isConstant)), ("unreliable", .bool(section.isUnreliable)),
        ])
    }

    private static func point(_ point: ChartPoint, of chart: XmRChart) -> ReportJSON {
        let one = point.observation
        let carried = [
            ("numerator", one.numerator), ("denominator", one.denominator), ("trajectory", one.trajectory),
        ].compactMap { name, value in value.map { (name, ReportJSON.number($0)) } }
        return .object(
            [("date", .text(one.day.iso)), ("value", .number(one.value))] + carried + [
                ("ghost", .bool(one.isGhost)), ("section", ReportJSON(point.section)),
                ("target", ReportJSON(point.target)), ("side", ReportJSON(side(point.side))),
                ("outside", ReportJSON(side(point.outside))), ("trend", ReportJSON(trend(point.trend))),
                ("near", ReportJSON(near(point.near))), ("twoOfThree", ReportJSON(side(point.twoOfThree))),
                ("run", ReportJSON(side(point.run))),
                ("rules", .list(point.rules.map { .text($0.rawValue) })),
                ("label", .text(chart.label(of: point))), ("kind", .text(point.kind.rawValue)),
            ])
    }

    /// The names of the columns of `csv`.
    static let columns = [
        "date", "value", "ghost", "section", "target", "mean", "lower_limit", "upper_limit", "near_lower",
        "near_upper", "side", "outside", "trend", "near", "two_of_three", "run", "special_cause", "kind",
    ]

    /// As comma-separated values, a line a point under a header, with the figures of its section; lines end in
    /// LF, the last without. With the summary, an empty line and a table `item,section,value` follow.
    public static func csv(_ chart: XmRChart, summary: Bool = true, unit: String = "") -> String {
        var lines = [columns] + chart.points.map { row($0, of: chart) }
        if summary { lines += [[], ["item", "section", "value"]] + summaryRows(chart, unit: unit) }
        return lines.map { $0.map(CSVText.written).joined(separator: ",") }.joined(separator: "\n")
    }

    private static func row(_ point: ChartPoint, of chart: XmRChart) -> [String] {
        let section = chart.section(of: point)
        return [
            point.observation.day.iso, number(point.observation.value),
            point.observation.isGhost ? "yes" : "", "\(point.section)", number(point.target),
            number(section.mean), number(section.limits?.lower), number(section.limits?.upper),
            number(section.limits?.nearLower), number(section.limits?.nearUpper), side(point.side) ?? "",
            side(point.outside) ?? "", trend(point.trend) ?? "", near(point.near) ?? "",
            side(point.twoOfThree) ?? "", side(point.run) ?? "", chart.label(of: point), point.kind.rawValue,
        ]
    }

    private static func summaryRows(_ chart: XmRChart, unit: String) -> [[String]] {
        var rows: [[String]] = []
        for section in chart.sections { rows += sectionRows(section) }
        rows.append(["target", "", number(chart.target)])
        rows.append(["variation", "", chart.variation?.rawValue ?? ""])
        rows.append(["assurance", "", chart.assurance?.rawValue ?? ""])
        rows += chart.commentary(unit: unit).map { ["commentary", "", $0] }
        rows += chart.notes.map { ["note", "", $0.description] }
        return rows + [["settings", "", chart.caption]]
    }

    private static func sectionRows(_ section: ChartSection) -> [[String]] {
        let figures: [(String, String)] = [
            ("start", section.start.iso), ("reason", section.reason ?? ""), ("points", "\(section.count)"),
            ("baseline", "\(section.baseline)"), ("mean", number(section.mean)),
            ("lower limit", number(section.limits?.lower)), ("upper limit", number(section.limits?.upper)),
            ("near lower", number(section.limits?.nearLower)),
            ("near upper", number(section.limits?.nearUpper)),
            ("mean moving range", number(section.meanMovingRange)),
            ("moving ranges screened out", "\(section.screenedOut)"),
            ("trial limits", section.isTrial ? "yes" : "no"),
        ]
        return figures.map { [$0.0, "\(section.number)", $0.1] }
    }

    private static func number(_ value: Double?) -> String { value.map(NumberText.shortest) ?? "" }

    private static func side(_ direction: Direction?) -> String? {
        direction.map { $0 == .up ? "above" : "below" }
    }

    private static func trend(_ direction: Direction?) -> String? {
        direction.map { $0 == .up ? "increasing" : "decreasing" }
    }

    private static func near(_ direction: Direction?) -> String? {
        direction.map { $0 == .up ? "upper" : "lower" }
    }
}
