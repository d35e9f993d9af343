public import CivilTime

/// A matter as a file holds it, with the day and the settings it is to be read with: `docs/clock.md`.
public struct ClockFile: Sendable {
    /// The matter, as far as it could be read.
    public let matter: Matter
    /// The day it is read on.
    public let today: Day
    /// Settings of the area.
    public let settings: Settings
    /// Days off and terms.
    public let calendars: Calendars
    /// What could not be read.
    public let problems: [Problem]

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - bytes: JSON in UTF-8.
    ///   - today: the day to read it on; nil: the day in the file.
    ///   - otherwise: the day where the file has none.
    /// - Throws: `Problem.unreadable` where there is no matter of a known kind or no day; whatever else is wrong
    ///   stands in `problems`.
    public static func read(
        _ bytes: some Sequence<UInt8>, today: Day? = nil, otherwise: Day? = nil
    ) throws(Problem) -> ClockFile {
        guard let value = JSONValue.read(bytes) else {
            throw .unreadable(at: "the file", reason: "it is not JSON")
        }
        guard case .object(let fields) = value else {
            throw .unreadable(at: "the file", reason: "it is not an object")
        }
        var reader = ClockFileReader()
        reader.expect(
            fields, ["matter", "today", "settings", "holidays", "terms", "name", "note", "expected"])
        let matter = try reader.matter(fields["matter"])
        guard let day = today ?? reader.day(fields, "today", of: "the file") ?? otherwise else {
            throw .unreadable(at: "today", reason: "there is no day")
        }
        let settings = reader.settings(fields["settings"])
        let calendars = reader.calendars(fields)
        return ClockFile(
            matter: matter, today: day, settings: settings, calendars: calendars, problems: reader.problems)
    }

    /// What the clock says, with what could not be read named first.
    public func reading(law: Law = .england) -> Reading {
        let reading = Clock(law: law, settings: settings, calendars: calendars).read(matter, today: today)
        return Reading(
            matter: reading.matter, kind: reading.kind, today: reading.today, duties: reading.duties,
            withheld: reading.withheld, turns: reading.turns, ahead: reading.ahead,
            problems: problems + reading.problems)
    }
}

/// Reads the parts of a file and gathers what is wrong with them.
struct ClockFileReader {
    var problems: [Problem] = []

    mutating func expect(_ fields: [String: JSONValue], _ known: Set<String>) {
        for name in fields.keys.sorted() where !known.contains(name) { problems.append(.unknownField(name)) }
    }

    mutating func matter(_ value: JSONValue?) throws(Problem) -> Matter {
        guard case .object(let fields)? = value else {
            throw .unreadable(at: "matter", reason: "it is not an object")
        }
        guard case .text(let word)? = fields["kind"], let kind = MatterKind(name: word) else {
            throw .unreadable(at: "matter.kind", reason: "there is no such kind of matter")
        }
        guard case .list(let list)? = fields["events"] else {
            throw .unreadable(at: "matter.events", reason: "it is not a list")
        }
        expect(
            fields,
            [
                "id", "kind", "born", "attendsSetting", "namesSetting", "settingHoldsReview", "detained",
                "holders", "events",
            ])
        var events: [Event] = []
        for (place, value) in list.enumerated() {
            if let event = event(value, place) { events.append(event) }
        }
        return Matter(
            id: text(fields, "id", of: "the matter") ?? "matter", kind: kind,
            born: day(fields, "born", of: "the matter"),
            attendsSetting: flag(fields, "attendsSetting") ?? true,
            namesSetting: flag(fields, "namesSetting"),
            settingHoldsReview: flag(fields, "settingHoldsReview") ?? true,
            detained: flag(fields, "detained") ?? false, holders: holders(fields["holders"]), events: events)
    }

    private mutating func holders(_ value: JSONValue?) -> [Holder] {
        guard let value else { return [] }
        guard case .list(let list) = value else {
            problems.append(.unreadable(at: "matter.holders", reason: "it is not a list"))
            return []
        }
        return list.compactMap { one in
            switch one {
            case .text(let name): return Holder(name: name)
            case .object(let fields):
                guard let name = text(fields, "name", of: "a holder") else {
                    problems.append(.missing(event: "a holder", field: "name"))
                    return nil
                }
                let from = day(fields, "from", of: name) ?? .earliest
                let until = day(fields, "until", of: name)
                guard let span = Span(from: from, to: until) else {
                    problems.append(.endsBeforeItBegins(event: name))
                    return nil
                }
                return Holder(name: name, span: span)
            default:
                problems.append(.unreadable(at: "matter.holders", reason: "a holder is a name or an object"))
                return nil
            }
        }
    }

    mutating func text(_ fields: [String: JSONValue], _ name: String, of owner: String) -> String? {
        switch fields[name] {
        case nil, .null?: return nil
        case .text(let text)?: return text
        default:
            problems.append(.unreadable(at: "\(name) of \(owner)", reason: "it is not text"))
            return nil
        }
    }

    mutating func day(_ fields: [String: JSONValue], _ name: String, of owner: String) -> Day? {
        guard let text = text(fields, name, of: owner) else { return nil }
        if let day = Day(iso: text) { return day }
        problems.append(.unreadableDay(event: owner, field: name, text: text))
        return nil
    }

    mutating func flag(_ fields: [String: JSONValue], _ name: String) -> Bool? {
        switch fields[name] {
        case nil, .null?: return nil
        case .bool(let value)?: return value
        default:
            problems.append(.unreadable(at: name, reason: "it is neither true nor false"))
            return nil
        }
    }
}
