import CivilTime

/// Reading events: one that lacks its id, day or kind is left out and named.
extension ClockFileReader {
    private static let known: Set<String> = [
        "id", "day", "kind", "by", "to", "about", "choice", "on", "from", "until", "time", "text",
        "exception",
        "rules", "corrects", "withdraws",
    ]

    mutating func event(_ value: JSONValue, _ place: Int) -> Event? {
        let position = "event \(place + 1)"
        guard case .object(let fields) = value else {
            problems.append(.unreadable(at: position, reason: "it is not an object"))
            return nil
        }
        expect(fields, Self.known)
        let id = text(fields, "id", of: position) ?? "\(place + 1)"
        guard let word = text(fields, "kind", of: id) else {
            problems.append(.missing(event: id, field: "kind"))
            return nil
        }
        guard let kind = EventKind(name: word) else {
            problems.append(.unknownKind(event: id, kind: word))
            return nil
        }
        let found = problems.count
        guard let day = day(fields, "day", of: id) else {
            if problems.count == found { problems.append(.missing(event: id, field: "day")) }
            return nil
        }
        var event = Event(id: id, day: day, kind: kind)
        fill(&event, fields, id)
        return event
    }

    private mutating func fill(_ event: inout Event, _ fields: [String: JSONValue], _ id: String) {
        event.by = text(fields, "by", of: id)
        event.to = texts(fields, "to", of: id)
        event.about = text(fields, "about", of: id) ?? ""
        event.choice = choice(fields, id)
        event.on = day(fields, "on", of: id)
        event.span = span(fields, id)
        event.time = time(fields, id)
        event.text = text(fields, "text", of: id) ?? ""
        event.exception = text(fields, "exception", of: id)
        event.rules = texts(fields, "rules", of: id)
        event.corrects = text(fields, "corrects", of: id)
        event.withdraws = text(fields, "withdraws", of: id)
    }

    private mutating func choice(_ fields: [String: JSONValue], _ id: String) -> Choice? {
        guard let word = text(fields, "choice", of: id) else { return nil }
        if let choice = Choice(name: word) { return choice }
        problems.append(.unknownWord(event: id, field: "choice", word: word))
        return nil
    }

    private mutating func span(_ fields: [String: JSONValue], _ id: String) -> Span? {
        let until = day(fields, "until", of: id)
        guard let from = day(fields, "from", of: id) else { return nil }
        if let span = Span(from: from, to: until) { return span }
        problems.append(.endsBeforeItBegins(event: id))
        return nil
    }

    private mutating func time(_ fields: [String: JSONValue], _ id: String) -> String? {
        guard let time = text(fields, "time", of: id) else { return nil }
        let parts = time.split(separator: ":", omittingEmptySubsequences: false)
        if parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }), let hour = Int(parts[0]),
            let minute = Int(parts[1]), 0...23 ~= hour, 0...59 ~= minute
        {
            return time
        }
        problems.append(.unknownWord(event: id, field: "time", word: time))
        return nil
    }

    private mutating func texts(_ fields: [String: JSONValue], _ name: String, of owner: String) -> [String] {
        switch fields[name] {
        case nil, .null?: return []
        case .text(let text)?: return [text]
        case .list(let list)?:
            return list.compactMap { value in
                if case .text(let text) = value { return text }
                problems.append(.unreadable(at: "\(name) of \(owner)", reason: "it is not a list of texts"))
                return nil
            }
        default:
            problems.append(.unreadable(at: "\(name) of \(owner)", reason: "it is not a list of texts"))
            return []
        }
    }
}

/// Reading settings, holidays and terms.
extension ClockFileReader {
    mutating func settings(_ value: JSONValue?) -> Settings {
        var settings = Settings()
        guard let value else { return settings }
        guard case .object(let fields) = value else {
            problems.append(.unreadable(at: "settings", reason: "it is not an object"))
            return settings
        }
        expect(fields, ["countReceiptDay", "fixedDayInTime", "tribunalRules", "dueSoonDays"])
        settings.countReceiptDay = flag(fields, "countReceiptDay") ?? settings.countReceiptDay
        settings.fixedDayInTime = flag(fields, "fixedDayInTime") ?? settings.fixedDayInTime
        settings.tribunalRules = flag(fields, "tribunalRules") ?? settings.tribunalRules
        switch fields["dueSoonDays"] {
        case nil: break
        case .number(let days)? where days >= 0 && days <= 1000 && days == days.rounded():
            settings.dueSoonDays = Int(days)
        default: problems.append(.unreadable(at: "dueSoonDays", reason: "it is not a number of days"))
        }
        return settings
    }

    mutating func calendars(_ fields: [String: JSONValue]) -> Calendars {
        var (england, kingdom) = (WorkingCalendar.englandAndWales, WorkingCalendar.unitedKingdom)
        if let value = fields["holidays"] {
            if case .object(let holidays) = value {
                expect(holidays, ["englandAndWales", "unitedKingdom", "from", "until", "more"])
                let from = day(holidays, "from", of: "holidays") ?? england.coverage.from
                let until = day(holidays, "until", of: "holidays") ?? england.coverage.to
                let span = Span(from: from, to: until) ?? england.coverage
                if let days = days(holidays, "englandAndWales") {
                    england = WorkingCalendar(holidays: days, covers: span)
                }
                if let days = days(holidays, "unitedKingdom") {
                    kingdom = WorkingCalendar(holidays: days, covers: span)
                }
                let more = days(holidays, "more") ?? []
                (england, kingdom) = (england.adding(holidays: more), kingdom.adding(holidays: more))
            } else {
                problems.append(.unreadable(at: "holidays", reason: "it is not an object"))
            }
        }
        return Calendars(englandAndWales: england, unitedKingdom: kingdom, terms: terms(fields["terms"]))
    }

    private mutating func days(_ fields: [String: JSONValue], _ name: String) -> Set<Day>? {
        guard fields[name] != nil else { return nil }
        var days: Set<Day> = []
        for text in texts(fields, name, of: "holidays") {
            if let day = Day(iso: text) {
                days.insert(day)
            } else {
                problems.append(.unreadableDay(event: "holidays", field: name, text: text))
            }
        }
        return days
    }

    private mutating func terms(_ value: JSONValue?) -> TermCalendar? {
        guard let value else { return nil }
        guard case .list(let list) = value else {
            problems.append(.unreadable(at: "terms", reason: "it is not a list"))
            return nil
        }
        let terms = list.compactMap { term($0) }
        do {
            return try TermCalendar(terms: terms)
        } catch {
            problems.append(.unreadable(at: "terms", reason: error.description))
            return nil
        }
    }

    private mutating func term(_ value: JSONValue) -> Term? {
        guard case .object(let fields) = value, let name = text(fields, "name", of: "a term"),
            let first = day(fields, "first", of: name), let last = day(fields, "last", of: name)
        else {
            problems.append(.unreadable(at: "terms", reason: "a term needs name, first and last"))
            return nil
        }
        var half: Span?
        if case .object(let part)? = fields["halfTerm"], let from = day(part, "from", of: name) {
            half = Span(from: from, to: day(part, "to", of: name))
        }
        do {
            return try Term(name: name, first: first, last: last, halfTerm: half)
        } catch {
            problems.append(.unreadable(at: "terms", reason: error.description))
            return nil
        }
    }
}
