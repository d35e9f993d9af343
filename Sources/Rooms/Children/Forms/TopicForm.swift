import CivilTime
import Ledger
import Pages
import People

/// What a form on one child can offer: who is around the child, which organisations there are.
struct FormSetting: Sendable {
    let today: Day
    let child: Child
    let organisations: [OrganisationChoice]
    /// The adults of the record with their names.
    let adults: [(id: String, name: String)]

    init(_ found: FoundChild, today: Day, _ reader: Reader) throws {
        self.today = today
        child = found.child
        organisations = try OrganisationChoice.all(on: today, reader)
        adults = found.child.adults.map { ($0, found.names.person($0)) }
    }

    func choices(_ fits: (OrganisationKind) -> Bool) -> [Choice<String>] {
        organisations.filter { fits($0.kind) }.map { Choice($0.id, $0.name) }
    }

    var adultChoices: [Choice<String>] { adults.map { Choice($0.id, $0.name) } }
}

/// The questions of one topic, how their answers are read, and how a recorded statement is put back into them.
struct TopicForm: Sendable {
    let questions: [any Question]
    /// What the answers come to; nothing where something is wrong, which the reading then says.
    let read: @Sendable (inout Reading) -> [Change]
    /// Puts what is recorded where it would have been typed, to be corrected.
    let fill: @Sendable (inout Typed, Statement) -> Void

    /// The form of a topic.
    static func of(_ topic: Topic, _ setting: FormSetting) -> TopicForm {
        switch topic {
        case .name: name(setting)
        case .birth: birth(setting)
        case .identifier: identifier(setting)
        case .details: details(setting)
        case .sex: sex(setting)
        case .ethnicity: ethnicity(setting)
        case .language: language(setting)
        case .address: address(setting)
        case .placement: placement(setting)
        case .team: team(setting)
        case .need: need(setting)
        case .socialCare: socialCare(setting)
        case .corporateParent: corporateParent(setting)
        case .relationship: relationship(setting)
        case .responsibility: responsibility(setting)
        case .restriction: restriction(setting)
        case .home: home(setting)
        case .capacity: capacity(setting)
        case .sharing: sharing(setting)
        case .death: death(setting)
        }
    }
}

/// What a form records of a child.
enum Change: Sendable {
    case state(ChildDetail, from: Day, to: Day?)
    case birth(Day?)
    case death(Day)
    /// An adult who may not be recorded yet, with what is known of their rights.
    case adult(RecordAdultOfChild)

    /// Records it, or puts it in the place of an entry.
    func decide(
        on child: String, reason: ShortText?, correcting: Correction?, _ deciding: inout Deciding
    ) throws {
        switch self {
        case .state(let detail, let from, let to):
            try RecordOnChild(detail, of: child, from: from, to: to, reason: reason)
                .decide(&deciding, correcting: correcting)
        case .birth(let day): try StateBirthDate(day, of: child, reason: reason).decide(&deciding)
        case .death(let day): try RecordDeath(of: child, on: day).decide(&deciding)
        case .adult(var recording):
            recording.reason = reason
            try recording.decide(&deciding)
        }
    }

    /// What it would record, in plain words.
    func words(_ names: Names) -> String {
        switch self {
        case .state(let detail, let from, let to):
            "\(detail.words(names)), from \(from.short)" + (to.map { " to \($0.short)" } ?? "")
        case .birth(let day): day?.short ?? "not known"
        case .death(let day): day.short
        case .adult(let recording):
            switch recording.adult {
            case .recorded(let id): "\(names.person(id)), \(recording.kind.name.lowercased())"
            case .new(let name): "\(name.text), \(recording.kind.name.lowercased())"
            }
        }
    }
}

/// Questions that several topics ask.
enum Ask {
    static let reason = TextQuestion("reason", "Why", most: ShortText.limit)
        .converted({ ShortText($0) }, back: \.text, otherwise: "Enter why in plain letters")

    /// The first day of what may begin on a day to come.
    static let from = DateQuestion("from", "From").hint("The first day. It may lie ahead.")
    static let to = DateQuestion("to", "Until").hint("The last day, where it is known.").optional()

    /// The first day of what has begun.
    static func since(_ today: Day) -> DateQuestion {
        DateQuestion("from", "Since", latest: .today(today)).hint("The first day on which it was so.")
    }

    static func text(_ name: String, _ label: String) -> ConvertedQuestion<TextQuestion, ShortText> {
        TextQuestion(name, label, most: ShortText.limit).converted(
            { (text: String) throws(Unfit) -> ShortText in
                do throws(TextProblem) { return try ShortText(reading: text) } catch {
                    throw Unfit(error.forPerson.withoutStop)
                }
            }, back: \.text)
    }

    static func personName(_ name: String, _ label: String) -> ConvertedQuestion<TextQuestion, PersonName> {
        TextQuestion(name, label, most: PersonName.limit).converted(
            { (text: String) throws(Unfit) -> PersonName in
                do throws(TextProblem) { return try PersonName(reading: text) } catch {
                    throw Unfit(error.forPerson.withoutStop)
                }
            }, back: \.text)
    }

    static func adult(
        _ name: String, _ label: String, _ setting: FormSetting
    ) -> SelectQuestion<String> {
        SelectQuestion(name, label, setting.adultChoices)
            .hint("Whoever is missing here is first recorded as an adult around the child.")
    }
}

extension Typed {
    /// Fills in the days of a recorded statement.
    mutating func fill(days statement: Statement) {
        Ask.from.fill(&self, with: statement.from)
        if let to = statement.to { Ask.to.fill(&self, with: to) }
    }
}
