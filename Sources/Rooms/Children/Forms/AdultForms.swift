import CivilTime
import Ledger
import Pages
import People

/// What a form records of an adult.
enum AdultChange: Sendable {
    case state(PersonDetail, from: Day, to: Day?)
    case correct(String, PersonDetail, from: Day, to: Day?)
    case end(String, Day)
    case withdraw(String)

    /// Records it; a correction and a withdrawal need a reason.
    func decide(on person: String, reason: ShortText?, _ deciding: inout Deciding) throws {
        switch self {
        case .state(let detail, let from, let to):
            try RecordOnPerson(detail, of: person, from: from, to: to, reason: reason).decide(&deciding)
        case .correct(let entry, let detail, let from, let to):
            try RecordOnPerson(detail, of: person, from: from, to: to, reason: reason).decide(
                &deciding, correcting: reason.map { Correction(of: entry, because: $0) })
        case .end(let entry, let to):
            try EndOnPerson(entry, of: person, to: to, reason: reason).decide(&deciding)
        case .withdraw(let entry):
            guard let reason else { return }
            try Withdraw(entry, of: Person.self, person, because: reason).decide(&deciding)
        }
    }

    /// What it would record, in plain words.
    func words(_ names: Names) -> String {
        switch self {
        case .state(let detail, let from, let to), .correct(_, let detail, let from, let to):
            "\(detail.words(names)), from \(from.short)" + (to.map { " to \($0.short)" } ?? "")
        case .end(_, let day): "ended on \(day.short)"
        case .withdraw: "taken back"
        }
    }
}

/// The questions of one topic about an adult, how their answers are read, and how what is recorded is put back.
struct AdultForm: Sendable {
    let questions: [any Question]
    let read: @Sendable (inout Reading) -> (detail: PersonDetail, from: Day, to: Day?)?
    let fill: @Sendable (inout Typed, AdultStatement) -> Void

    /// The form of a topic.
    static func of(_ topic: AdultTopic, _ organisations: [OrganisationChoice], today: Day) -> AdultForm {
        switch topic {
        case .name: name(today)
        case .address: address(today)
        case .telephone: telephone(today)
        case .mail: mail(today)
        case .language: language(today)
        case .contactWays: contactWays(today)
        case .profession: profession(today)
        case .post: post(organisations, today)
        }
    }

    /// The questions of a topic with its first day and, where it can end of its own, its last.
    private init(
        _ topic: AdultTopic, _ today: Day, _ questions: [any Question],
        read: @escaping @Sendable (inout Reading) -> PersonDetail?,
        fill: @escaping @Sendable (inout Typed, PersonDetail) -> Void
    ) {
        let first = topic.mayLieAhead ? Ask.from : Ask.since(today)
        var all = questions
        all.append(first)
        if topic.ends { all.append(Ask.to) }
        self.questions = all
        self.read = { reading in
            let detail = read(&reading)
            let from = reading.ask(first)
            let to = topic.ends ? reading.ask(Ask.to) : nil
            guard reading.isFine, let detail, let from else { return nil }
            return (detail, from, to)
        }
        self.fill = { typed, statement in
            fill(&typed, statement.detail)
            first.fill(&typed, with: statement.from)
            if topic.ends, let to = statement.to { Ask.to.fill(&typed, with: to) }
        }
    }

    private static func name(_ today: Day) -> AdultForm {
        let name = Ask.personName("name", "Full name")
        return AdultForm(
            .name, today, [name], read: { $0.ask(name).map { .name($0) } },
            fill: { if case .name(let held) = $1 { name.fill(&$0, with: held) } })
    }

    private static func address(_ today: Day) -> AdultForm {
        let questions = AddressQuestions()
        return AdultForm(
            .address, today, questions.all, read: { questions.read(&$0).map { .address($0) } },
            fill: { if case .address(let held) = $1 { questions.fill(&$0, with: held) } })
    }

    private static func telephone(_ today: Day) -> AdultForm {
        let number = TelephoneQuestion("number").converted(
            { (text: String) throws(Unfit) -> Telephone in
                do throws(IdentifierProblem) { return try Telephone(reading: text) } catch {
                    throw Unfit(error.forPerson.withoutStop)
                }
            }, back: \.text)
        let note = Ask.text("note", "Whose or which").hint("Such as “work” or “grandmother’s”.").optional()
        return AdultForm(
            .telephone, today, [number, note],
            read: { reading in
                let (number, note) = (reading.ask(number), reading.ask(note))
                return number.map { .telephone(TelephoneContact($0, note: note)) }
            },
            fill: { typed, detail in
                guard case .telephone(let held) = detail else { return }
                number.fill(&typed, with: held.number)
                if let held = held.note { note.fill(&typed, with: held) }
            })
    }

    private static func mail(_ today: Day) -> AdultForm {
        let mail = MailQuestion("mail").converted(
            { MailAddress($0) }, back: \.text,
            otherwise: "Enter an email address in the correct format, like name@example.org")
        return AdultForm(
            .mail, today, [mail], read: { $0.ask(mail).map { .mail($0) } },
            fill: { if case .mail(let held) = $1 { mail.fill(&$0, with: held) } })
    }

    private static func language(_ today: Day) -> AdultForm {
        let (language, interpreter) = (DetailQuestions.language, DetailQuestions.interpreter)
        return AdultForm(
            .language, today, [language, interpreter],
            read: { reading in
                let (spoken, needed) = (reading.ask(language), reading.ask(interpreter))
                guard let spoken, let needed else { return nil }
                return .language(LanguageUse(spoken, needsInterpreter: needed))
            },
            fill: { typed, detail in
                guard case .language(let held) = detail else { return }
                language.fill(&typed, with: held.language)
                interpreter.fill(&typed, with: held.needsInterpreter)
            })
    }

    private static func contactWays(_ today: Day) -> AdultForm {
        let ways = CheckboxesQuestion(
            "ways", "How they wish to be reached", ContactWay.allCases.map { Choice($0, $0.name) })
        return AdultForm(
            .contactWays, today, [ways], read: { $0.ask(ways).map { .contactWays(ContactWays(Set($0))) } },
            fill: { if case .contactWays(let held) = $1 { ways.fill(&$0, with: held.ways) } })
    }

    private static func profession(_ today: Day) -> AdultForm {
        let title = Ask.text("title", "Profession")
        let registration = Ask.text("registration", "Register and number")
            .hint("Where they stand in one, such as “HCPC PYL00000”.").optional()
        return AdultForm(
            .profession, today, [title, registration],
            read: { reading in
                let (title, registration) = (reading.ask(title), reading.ask(registration))
                return title.map { .profession(Profession($0, registration: registration)) }
            },
            fill: { typed, detail in
                guard case .profession(let held) = detail else { return }
                title.fill(&typed, with: held.title)
                if let held = held.registration { registration.fill(&typed, with: held) }
            })
    }

    private static func post(_ organisations: [OrganisationChoice], _ today: Day) -> AdultForm {
        let place = SelectQuestion(
            "organisation", "Organisation", organisations.map { Choice($0.id, $0.name) })
        let job = Ask.text("job", "Job").hint("Such as “SENCO” or “Speech and language therapist”.")
        return AdultForm(
            .post, today, [place, job],
            read: { reading in
                let (place, job) = (reading.ask(place), reading.ask(job))
                guard let place, let job else { return nil }
                return .post(Post(at: place, as: job))
            },
            fill: { typed, detail in
                guard case .post(let held) = detail else { return }
                place.fill(&typed, with: held.organisation)
                job.fill(&typed, with: held.job)
            })
    }
}
