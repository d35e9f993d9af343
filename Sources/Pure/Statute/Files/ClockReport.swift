import CivilTime

/// What the clock says, written out.
public enum ClockReport {
    /// As JSON, with two spaces of indent and fields in a fixed order; ends without a new line.
    public static func json(_ reading: Reading) -> String {
        JSONOut.object([
            ("matter", .text(reading.matter)), ("kind", .text(reading.kind.name)),
            ("today", .text(reading.today.iso)), ("duties", .list(reading.duties.map(json))),
            ("withheld", .list(reading.withheld.map(JSONOut.text))),
            ("turns", .list(reading.turns.spans.map(json))), ("over", .bool(reading.turns.isOver)),
            ("ownDays", .object(reading.turns.own.map { ($0.holder, .number($0.days)) })),
            ("ahead", .list(reading.ahead.map(json))), ("problems", .list(reading.problems.map(json))),
        ]).written()
    }

    private static func json(_ duty: Duty) -> JSONOut {
        .object([
            ("id", .text(duty.id)), ("rule", .text(duty.rule.id)), ("version", .number(duty.rule.version)),
            ("title", .text(duty.rule.title)), ("about", .text(duty.about)),
            ("owedBy", .text(duty.rule.owedBy.name)), ("owedTo", .text(duty.rule.owedTo.name)),
            ("trigger", json(duty.trigger)), ("due", JSONOut(duty.due?.iso)),
            ("named", JSONOut(duty.named?.iso)), ("shape", .text(duty.rule.shape.rawValue)),
            (
                "circumstanceMet", .list(duty.circumstances.filter(\.isMet).map { .text($0.exception) })
            ), ("judgement", json(duty.judgement)), ("force", .text(duty.rule.force.rawValue)),
            ("binding", .bool(duty.isBinding)), ("status", .text(duty.status.name)),
            ("days", JSONOut(duty.status.days)), ("satisfiedBy", json(duty.satisfied)),
            ("citation", .text(duty.rule.citation)), ("mark", .text(duty.rule.mark.rawValue)),
            ("certainty", .text(duty.rule.mark.certainty.rawValue)),
            ("working", .list(duty.working.map(JSONOut.text))), ("exact", .text(duty.exact)),
        ])
    }

    private static func json(_ occurrence: Occurrence?) -> JSONOut {
        guard let occurrence else { return .null }
        return .object([
            ("event", .text(occurrence.event)), ("kind", .text(occurrence.kind.name)),
            ("day", .text(occurrence.day.iso)),
        ])
    }

    private static func json(_ judgement: Judgement?) -> JSONOut {
        guard let judgement else { return .null }
        return .object([
            ("exception", .text(judgement.exception)), ("impractical", .bool(judgement.isImpractical)),
            ("by", .text(judgement.by)), ("day", .text(judgement.day.iso)),
        ])
    }

    private static func json(_ turn: Turn) -> JSONOut {
        .object([
            ("from", .text(turn.from.iso)), ("to", .text(turn.to.iso)), ("days", .number(turn.days)),
            ("holders", .list(turn.holders.map(JSONOut.text))),
        ])
    }

    private static func json(_ step: AheadStep) -> JSONOut {
        .object([
            ("step", .text(step.id)), ("title", .text(step.title)), ("latest", .text(step.day.iso)),
            ("daysLeft", .number(step.daysLeft)), ("rule", .text(step.rule)), ("due", .text(step.due.iso)),
            ("working", .text(step.working)),
        ])
    }

    private static func json(_ problem: Problem) -> JSONOut {
        .object([
            ("problem", .text(problem.name)), ("about", .text(problem.about)),
            ("says", .text(problem.description)),
        ])
    }

    /// As a table of plain text, one line a duty.
    public static func table(_ reading: Reading) -> String { rows(reading) + closing(reading) }

    private static func rows(_ reading: Reading) -> String {
        let rows = reading.duties.map { duty in
            [
                duty.id, duty.due?.iso ?? "no day", statusText(duty.status), Law.inWords(duty.rule.owedBy),
                duty.rule.title,
            ]
        }
        return aligned([["duty", "due", "status", "owed by", "what"]] + rows)
    }

    /// The table, and below it the working of every duty.
    public static func explain(_ reading: Reading) -> String {
        let parts = reading.duties.map { duty in
            "\(duty.id)  \(duty.due?.iso ?? "no day")  \(statusText(duty.status))\n  \(duty.rule.title)"
                + " (\(Law.inWords(duty.rule.owedBy)) to \(Law.inWords(duty.rule.owedTo)))\n"
                + duty.working.map { "    \($0)\n" }.joined() + "    [\(duty.exact)]\n"
        }
        return rows(reading) + "\n" + parts.joined(separator: "\n") + closing(reading)
    }

    private static func statusText(_ status: Status) -> String {
        status.name + (status.days.map { " (\($0) day\($0 == 1 ? "" : "s"))" } ?? "")
    }

    /// Turns, coming steps and problems, below the duties.
    private static func closing(_ reading: Reading) -> String {
        var text = ""
        if !reading.turns.spans.isEmpty {
            text += "\nWhose turn\n"
            for turn in reading.turns.spans {
                text += "  \(turn.from.iso) to \(turn.to.iso)  \(turn.days)  "
                text += turn.holders.joined(separator: " + ") + "\n"
            }
        }
        if !reading.ahead.isEmpty {
            text += "\nLatest safe days\n"
            for step in reading.ahead { text += "  \(step.day.iso)  \(step.title)\n" }
        }
        if !reading.withheld.isEmpty {
            text += "\nNot given, because they rest on something below: "
            text += reading.withheld.joined(separator: ", ") + "\n"
        }
        if !reading.problems.isEmpty {
            text += "\nProblems\n" + reading.problems.map { "  \($0.description)\n" }.joined()
        }
        return text
    }

    /// Columns side by side.
    static func aligned(_ rows: [[String]]) -> String {
        let columns = rows.map(\.count).max() ?? 0
        let widths = (0..<columns).map { column in
            rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        }
        return rows.map { row in
            row.enumerated().map { column, cell in
                column == row.count - 1
                    ? cell : cell + String(repeating: " ", count: widths[column] - cell.count)
            }.joined(separator: "  ") + "\n"
        }.joined()
    }
}
