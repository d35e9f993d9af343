import CivilTime

/// The rules written out: `goldenthread clock rules`.
extension Law {
    /// One line a rule: id, mark, who owes it, limit, title.
    public func table() -> String {
        let rows = rules.map { rule in
            [
                rule.id, rule.mark.rawValue, Self.inWords(rule.owedBy), rule.limit.inWords, rule.title,
            ]
        }
        let exceptions = exemptions.map { [$0.id, $0.mark.rawValue, $0.citation, $0.title] }
        return ClockReport.aligned([["rule", "mark", "owed by", "limit", "what"]] + rows) + "\n"
            + ClockReport.aligned([["exception", "mark", "citation", "what"]] + exceptions)
    }

    /// Everything about every rule and exception.
    public func json() -> String {
        JSONOut.object([
            ("rules", .list(rules.map(json))), ("exceptions", .list(exemptions.map(json))),
        ]).written()
    }

    private func json(_ rule: Rule) -> JSONOut {
        .object([
            ("id", .text(rule.id)), ("version", .number(rule.version)), ("title", .text(rule.title)),
            ("matters", .list(rule.matters.map { .text($0.name) })), ("owedBy", .text(rule.owedBy.name)),
            ("owedTo", .text(rule.owedTo.name)), ("trigger", pattern(rule.trigger)),
            ("times", .text(rule.times.rawValue)), ("limit", .text(rule.limit.inWords)),
            ("shape", .text(rule.shape.rawValue)), ("force", .text(rule.force.rawValue)),
            ("satisfiedBy", pattern(rule.metBy)), ("sentTo", sentTo(rule.recipients)),
            ("dayEnds", JSONOut(rule.closesAt)), ("endedBy", pattern(rule.endedBy)),
            ("exceptions", .list(rule.exceptions.map(JSONOut.text))), ("citation", .text(rule.citation)),
            ("mark", .text(rule.mark.rawValue)), ("certainty", .text(rule.mark.certainty.rawValue)),
            ("validFrom", .text(rule.validFrom.iso)), ("validTo", JSONOut(rule.validTo?.iso)),
        ])
    }

    private func sentTo(_ recipients: Recipients) -> JSONOut {
        switch recipients {
        case .none: .null
        case .holders: .text(Party.family.name)
        case .party(let party): .text(party.name)
        }
    }

    private func json(_ exemption: Exemption) -> JSONOut {
        .object([
            ("id", .text(exemption.id)), ("title", .text(exemption.title)),
            ("citation", .text(exemption.citation)), ("mark", .text(exemption.mark.rawValue)),
            ("certainty", .text(exemption.mark.certainty.rawValue)),
        ])
    }

    private func pattern(_ pattern: Pattern) -> JSONOut {
        .object([
            ("kinds", .list(pattern.kinds.words.map { .text($0.name) })),
            ("choices", .list(pattern.choices.words.map { .text($0.name) })),
        ])
    }
}
