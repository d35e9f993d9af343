import CivilTime

/// Sentences about exceptions and status.
extension Duty {
    func sentence(_ one: Circumstance) -> String {
        let name = Law.exceptionNames[one.exception] ?? one.exception
        switch one.finding {
        case .asked(let day, let opens, let closes):
            if one.isMet {
                return
                    "Exception \(one.exception) (\(name)) is met: advice was asked on \(day.written), between "
                    + "\(opens.short) and \(closes.short)."
            }
            let place =
                day < opens
                ? "\(Self.days(opens - day)) before the window opened on \(opens.written)"
                : "\(Self.days(day - closes)) after the window ended on \(closes.written)"
            return "Exception \(one.exception), the closure, does not apply: advice was asked \(place)."
        case .tooShort(let days, let needed):
            return "Exception \(one.exception) (\(name)) does not apply: \(Self.days(days)), and "
                + "\(Self.days(needed)) are needed."
        case .away(let days):
            return "Exception \(one.exception) (\(name)) is met: away for \(Self.days(days)) within the time."
        case .nobodyAsked:
            return "Exception \(one.exception), the closure, does not apply: the one that was closed was not "
                + "asked for advice within the time."
        case .outside:
            return "Exception \(one.exception) (\(name)) does not apply: its days lie outside the time."
        case .declared(let span):
            return "Exception \(one.exception) (\(name)) is recorded from \(span.from.written)"
                + (span.to.map { " to \($0.written)." } ?? ".")
        case .missed(let day):
            return "Exception \(one.exception) (\(name)) is met: on \(day.written)."
        case .askedForTime(let day):
            return "Exception \(one.exception) (\(name)) is met: asked on \(day.written)."
        }
    }

    private static func days(_ count: Int) -> String {
        let words = ["no days", "one day", "two days", "three days", "four days", "five days", "six days"]
        return count >= 0 && count < words.count ? words[count] : "\(count) days"
    }

    var statusSentence: String {
        switch status {
        case .notYetRunning: return "Not yet running."
        case .running(nil): return "Not yet done."
        case .running(.some(let days)):
            if rule.shape == .permission { return "It may until \(dueWritten): \(Self.days(days)) left." }
            if rule.shape == .window { return "The time runs until \(dueWritten): \(Self.days(days)) left." }
            return "\(Self.days(days).capitalisedFirst) left."
        case .dueSoon(0): return "It is due today."
        case .dueSoon(let days): return "Due soon: \(Self.days(days)) left."
        case .metInTime: return metSentence
        case .metLate(let days):
            return "\(satisfiedText), \(Self.days(days)) after the last day."
        case .overdue(let days): return "Not done: \(Self.days(days)) after the last day."
        case .limitDisapplied: return satisfied == nil ? "Not yet done." : "\(satisfiedText)."
        case .ended: return rule.shape == .permission ? "That time is over." : "Nothing is owed any more."
        case .tooEarly(let days):
            return "\(satisfiedText), \(Self.days(days)) before it was allowed."
        }
    }

    private var dueWritten: String { due?.written ?? "a day not known" }

    private var satisfiedText: String {
        satisfied.map { "\($0.kind.name.capitalisedFirst) \($0.day.written)" } ?? ""
    }

    private var metSentence: String {
        if satisfied == nil { return "The time has passed in full." }
        return due == nil ? "\(satisfiedText)." : "\(satisfiedText): in time."
    }
}

extension Law {
    /// What the exceptions are called.
    static let exceptionNames = Dictionary(
        Exemption.all.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
}
