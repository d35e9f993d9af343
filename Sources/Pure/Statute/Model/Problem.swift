public import CivilTime

/// What is wrong with what was handed in. Each names its event; duties that do not rest on it are given.
public enum Problem: Error, Sendable, Hashable {
    /// The file is not one the clock can read, at this place in it.
    case unreadable(at: String, reason: String)
    /// A field that the format does not know.
    case unknownField(String)
    /// An event of a kind that does not exist.
    case unknownKind(event: String, kind: String)
    /// A word that does not exist, or not for this kind.
    case unknownWord(event: String, field: String, word: String)
    /// A day that is no day.
    case unreadableDay(event: String, field: String, text: String)
    /// Two entries with one id.
    case doubled(String)
    /// A correction or withdrawal of an entry that is not there, or comes later.
    case nothingToCorrect(event: String, target: String)
    /// Something the kind cannot do without is missing.
    case missing(event: String, field: String)
    /// A span whose last day lies before its first.
    case endsBeforeItBegins(event: String)
    /// It lies after today.
    case inTheFuture(event: String, day: Day)
    /// It lies before the child was born.
    case beforeBirth(event: String, day: Day)
    /// It lies before what it follows from.
    case impossibleOrder(event: String, before: String)
    /// An answer from somebody who was never asked.
    case neverAsked(event: String, about: String)
    /// A sending that does not say to whom, in a matter that says who holds the rights: it reached nobody.
    case recipientsNotNamed(event: String)
    /// Two decisions that cannot both stand.
    case contradiction(event: String, with: String)
    /// The child's day of birth is needed for a rule.
    case birthDayNeeded(rule: String)
    /// An event is needed for a rule.
    case eventNeeded(rule: String, kinds: [EventKind])
    /// Terms are needed for a rule.
    case termsNeeded(rule: String)
    /// An exception was judged whose circumstance the facts do not show.
    case judgedWithoutCircumstance(event: String, exception: String)
    /// An exception or rule that does not exist.
    case unknownRule(event: String, id: String)
    /// A day was set for a rule whose day cannot be changed so.
    case cannotBeChanged(event: String, rule: String)
    /// An extension beyond what is allowed; the last day allowed counts.
    case extendedTooFar(event: String, rule: String, last: Day)
    /// The person was told of the extension after the first limit; it does not count.
    case extendedTooLate(event: String, rule: String)
    /// The authority said that it does not oppose after its response was due: regulation 45 does not apply.
    case notOpposedTooLate(event: String)
    /// The limit lies beyond the bank holidays that are known: load newer ones.
    case beyondHolidays(rule: String, day: Day)

    /// Its name in a report.
    public var name: String {
        (Mirror(reflecting: self).children.first?.label ?? "").reduce(into: "") { text, letter in
            text += letter.isUppercase ? " \(letter.lowercased())" : String(letter)
        }
    }
}

extension Problem: CustomStringConvertible {
    /// The id of the event or rule it is about.
    public var about: String {
        switch self {
        case .unreadable(let place, _): place
        case .unknownField(let name), .doubled(let name): name
        case .birthDayNeeded(let rule), .eventNeeded(let rule, _), .termsNeeded(let rule),
            .beyondHolidays(let rule, _):
            rule
        case .unknownKind(let event, _), .unknownWord(let event, _, _), .unreadableDay(let event, _, _),
            .nothingToCorrect(let event, _), .missing(let event, _), .endsBeforeItBegins(let event),
            .inTheFuture(let event, _), .beforeBirth(let event, _), .impossibleOrder(let event, _),
            .neverAsked(let event, _), .contradiction(let event, _),
            .judgedWithoutCircumstance(let event, _), .unknownRule(let event, _),
            .cannotBeChanged(let event, _), .extendedTooFar(let event, _, _), .extendedTooLate(let event, _),
            .notOpposedTooLate(let event), .recipientsNotNamed(let event):
            event
        }
    }
}
