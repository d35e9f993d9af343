import CivilTime

extension Problem {
    /// One plain sentence. It may hold words of the file.
    public var description: String {
        switch self {
        case .unreadable(let place, let reason): "The file cannot be read at \(place): \(reason)."
        case .unknownField(let name): "There is no field “\(name)”."
        case .unknownKind(let event, let kind): "Event \(event): there is no kind “\(kind)”."
        case .unknownWord(let event, let field, let word):
            "Event \(event): “\(word)” is not a word for “\(field)” here."
        case .unreadableDay(let event, let field, let text):
            "Event \(event): “\(text)” in “\(field)” is not a day of the form YYYY-MM-DD."
        case .doubled(let id): "Two events have the id \(id)."
        case .nothingToCorrect(let event, let target):
            "Event \(event) corrects or takes back “\(target)”, which is not an earlier entry."
        case .missing(let event, let field): "Event \(event) needs “\(field)”."
        case .endsBeforeItBegins(let event): "Event \(event): the last day lies before the first."
        case .inTheFuture(let event, let day): "Event \(event) is dated \(day.short), after today."
        case .beforeBirth(let event, let day):
            "Event \(event) is dated \(day.short), before the child was born."
        default: aboutHistory
        }
    }

    private var aboutHistory: String {
        switch self {
        case .impossibleOrder(let event, let earlier):
            "Event \(event) is dated before event \(earlier), which it follows from."
        case .neverAsked(let event, let about): "Event \(event) is an answer from “\(about)”, never asked."
        case .recipientsNotNamed(let event):
            "Event \(event) does not say to whom it was sent, so no holder of rights counts as told."
        case .contradiction(let event, let other): "Events \(event) and \(other) cannot both stand."
        case .judgedWithoutCircumstance(let event, let exception):
            "Event \(event) relies on exception \(exception), but the facts recorded do not show it."
        case .unknownRule(let event, let id): "Event \(event): there is no rule or exception “\(id)”."
        case .cannotBeChanged(let event, let rule): "Event \(event): the day of \(rule) cannot be changed."
        case .extendedTooFar(let event, let rule, let last):
            "Event \(event) extends \(rule) too far: its last day can be \(last.short)."
        case .extendedTooLate(let event, let rule):
            "Event \(event) came after the limit of \(rule), so it does not extend it."
        case .notOpposedTooLate(let event):
            "Event \(event) came after the response was due, so regulation 45 does not apply."
        default: aboutRules
        }
    }

    private var aboutRules: String {
        switch self {
        case .birthDayNeeded(let rule): "Rule \(rule) needs the child's day of birth."
        case .eventNeeded(let rule, let kinds):
            "Rule \(rule) needs an event: \(kinds.map(\.name).joined(separator: ", or "))."
        case .termsNeeded(let rule): "Rule \(rule) counts school days: hand in terms that reach far enough."
        case .beyondHolidays(let rule, let day):
            "The day of \(rule), \(day.short), lies beyond the bank holidays that are known."
        default: name
        }
    }
}
