import CivilTime
import Ledger
import Pages
import People

/// Questions that several forms of the module ask.
enum Ask {
    static func line(_ name: String, _ label: String) -> ConvertedQuestion<TextQuestion, ShortText> {
        TextQuestion(name, label, most: ShortText.limit).converted(
            { (text) throws(Unfit) in
                do throws(TextProblem) {
                    return try ShortText(reading: text)
                } catch {
                    throw Unfit(error.forPerson.withoutStop)
                }
            }, back: \.text)
    }

    static let reason = LongTextQuestion("reason", "Why", most: 1_000, rows: 3)
    static let optionalItem = "Item of the agenda"

    static func day(_ name: String, _ label: String) -> DateQuestion { DateQuestion(name, label) }

    /// The items of an agenda.
    static func item(_ name: String, _ meeting: Meeting) -> SelectQuestion<String> {
        SelectQuestion(
            name, optionalItem,
            meeting.items.map { Choice($0.data.item, key: $0.data.item, $0.data.title.text) },
            none: "No item"
        ).optional()
    }

    /// Forums by name.
    static func forum(_ name: String, _ label: String, _ forums: [ForumRow]) -> SelectQuestion<String> {
        SelectQuestion(name, label, forums.map { Choice($0.id, key: $0.id, $0.name) })
    }

    static let constituency = SelectQuestion(
        "constituency", "Sits for", Constituency.allCases.map { Choice($0, $0.words) })
}

/// When and where a forum meets, as a form asks it.
enum ScheduleQuestions {
    static let day = Ask.day("day", "Day")
    static let time = TextQuestion("time", "Time", most: 10, width: .ten).converted(
        TimeOfDay.minute, back: { Schedule(day: .earliest, minute: $0).time ?? "" },
        otherwise: "Enter a time, like 9:30 or 2pm"
    ).optional()
    static let place = Ask.line("place", "Place").optional()
    static let online = YesNoQuestion("online", "Can people take part online?")

    static func ask(_ form: inout Form) { form.ask(day, time, place, online) }

    static func read(_ reading: inout Reading) -> Schedule? {
        let day = reading.ask(day)
        let minute = reading.ask(time)
        let place = reading.ask(place)
        let online = reading.ask(online)
        guard let day, let online else { return nil }
        if place == nil, !online {
            reading.refuse("Enter the place, or choose that people can take part online", at: Self.place)
        }
        return Schedule(day: day, minute: minute, place: place, isOnline: online)
    }

    static func fill(_ typed: inout Typed, _ schedule: Schedule) {
        day.fill(&typed, with: schedule.day)
        if let minute = schedule.minute { time.fill(&typed, with: minute) }
        if let held = schedule.place { place.fill(&typed, with: held) }
        online.fill(&typed, with: schedule.isOnline)
    }
}
