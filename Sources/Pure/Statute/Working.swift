import CivilTime

/// How a duty explains itself.
extension Duty {
    /// In sentences for a parent: what happened, how the day was counted, what changed it, how it stands.
    public var working: [String] {
        guard let trigger else { return ["Nothing has set this going yet: \(startsWith)."] }
        var text = ["\(trigger.kind.name.capitalisedFirst) \(trigger.day.written)."]
        text += counted.map { sentence($0, trigger) }
        if counted.count > 1 { text.append("The \(rule.limit.pick.rawValue) of these days counts.") }
        text += notes.compactMap { sentence($0) }
        text += circumstances.map(sentence)
        text += judgementSentences
        text.append(statusSentence)
        if rule.mark.certainty == .toVerify {
            text.append("This reading of the law is still to be verified.")
        }
        return text
    }

    /// In one line for a lawyer: rule, version, citation, sum, exceptions, status.
    public var exact: String {
        var parts = ["\(rule.id) v\(rule.version)", "\(rule.citation) [\(rule.mark.rawValue)]"]
        parts += counted.map { one in
            "\((one.kind ?? trigger?.kind)?.name ?? "") \(one.from.iso) \(one.clause.count.exact) = \(one.day.iso)"
        }
        if counted.count > 1 { parts.append("\(rule.limit.pick.rawValue)") }
        if let due { parts.append("due \(due.iso)") }
        if let named { parts.append("named \(named.iso)") }
        for one in circumstances { parts.append("\(one.exception) \(one.isMet ? "met" : "not met")") }
        if let judgement {
            let found = judgement.isImpractical ? "impractical" : "practicable"
            parts.append("\(judgement.exception) judged \(found) by \(judgement.by) \(judgement.day.iso)")
        }
        if let satisfied {
            parts.append("\(satisfied.kind.name) \(satisfied.day.iso) [\(satisfied.event)]")
        }
        parts.append(status.name + (status.days.map { " \($0) d" } ?? ""))
        parts.append(isBinding ? "binding" : "not binding")
        return parts.joined(separator: "; ")
    }

    private var startsWith: String {
        "it starts with “" + rule.trigger.kinds.words.map(\.name).joined(separator: "” or “") + "”"
    }

    private func sentence(_ one: Counted, _ trigger: Occurrence) -> String {
        let start: String
        if let kind = one.kind {
            start = "\(kind.name.capitalisedFirst) \(one.from.written): "
        } else if one.from != trigger.day {
            start = "Counted from \(one.from.written): "
        } else {
            start = ""
        }
        if case .before = one.clause.count, let named {
            return "\(start)It must be done before \(named.written); the last day in time is "
                + "\(one.day.written)."
        }
        if one.clause.count == .sameDay { return "\(start)The day is \(one.day.written)." }
        let words = one.clause.count.inWords
        let first = start.isEmpty ? words.capitalisedFirst : words
        return "\(start)\(first)\(firstDay(one, trigger)): \(one.day.written)."
    }

    /// What is said about the first day, where it is not counted.
    private func firstDay(_ one: Counted, _ trigger: Occurrence) -> String {
        if notes.contains(.receiptDayCounted) { return "" }
        let what = rule.fromReceipt ? "the day of receipt" : "the first day"
        return switch one.clause.count {
        case .days(let count), .weeks(let count), .months(let count), .tribunalDays(let count):
            count > 0 ? "; \(what) is not counted" : ""
        case .workingDays(let count, _), .schoolDays(let count), .tribunalWorkingDays(let count):
            count > 0 ? "; day 1 is the next one" : ""
        default: ""
        }
    }

    private func sentence(_ note: Note) -> String? {
        switch note {
        case .receiptDayCounted: "In this area the day of receipt is counted as the first day."
        case .movedToWorkingDay(let from):
            "\(from.written) is not a working day, so the last day is \(dueText)."
        case .movedByTribunal(let from):
            "\(from.written) is not a day on which time ends by the tribunal's rules (25 December to 1 January, "
                + "August, no working day), so the last day is \(dueText)."
        case .otherDay(let day, let by):
            "Another day was set\(by.isEmpty ? "" : " by \(by)"): \(day.written)."
        case .extended(let day): "The person was told in time that more time is needed: \(day.written)."
        case .stoodStill(let days): "The clock stood still for \(days) days: \(dueText)."
        case .standsStill(let since):
            "The clock has stood still since \(since.written), so no day can be told."
        case .heldUntil(let day): "It was held open until \(day.written)."
        case .openToAppeal(let decided, let until):
            "The appeal was decided on \(decided.written); permission to appeal further can be asked for until "
                + "\(until.written), so it is not finally decided before."
        case .afterHours(let time):
            "It came at \(time), after \(rule.closesAt ?? ""), so it counts on the next day."
        case .notTold(let names): "Not yet sent to: \(names.joined(separator: ", "))."
        case .waived: "It was agreed in writing that this time need not be kept."
        case .dayUnknown: "Something needed to tell the day has not been recorded."
        case .noDay: "The law names no day: it is owed \(rule.limit.pace)."
        case .endedBy(let kind, let day): "\(kind.name.capitalisedFirst) \(day.written) ended it."
        }
    }

    private var dueText: String { due?.written ?? "not known" }

    private var judgementSentences: [String] {
        if let judgement {
            let found = judgement.isImpractical ? "made it impractical" : "did not make it impractical"
            return [
                "\(judgement.by) judged on \(judgement.day.written) that \(judgement.exception) \(found) to keep "
                    + "the limit"
                    + (judgement.isImpractical
                        ? ": it does not bind, but the duty remains, as soon as practicable." : ".")
            ]
        }
        if circumstances.contains(where: \.isMet) {
            return [
                "Whether that made it impractical to keep the limit is a judgement nobody has recorded: the "
                    + "limit binds."
            ]
        }
        return []
    }
}
