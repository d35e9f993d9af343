import CivilTime
import Pages
import People

/// The questions for a home address, on every form that asks for it.
struct AddressQuestions: Sendable {
    let first = Ask.text("line-1", "Address line 1")
    let second = Ask.text("line-2", "Address line 2").optional()
    let town = Ask.text("town", "Town or city").optional()
    let postcode = PostcodeQuestion("postcode").converted(
        { (text: String) throws(Unfit) -> Postcode in
            do throws(IdentifierProblem) { return try Postcode(reading: text) } catch {
                throw Unfit(error.forPerson.withoutStop)
            }
        }, back: \.text
    ).optional()
    let withheld = YesNoQuestion("withheld", "Must this address be kept from others?")
        .hint("Only those who need it then see it. Families and other organisations do not.")

    var all: [any Question] { [first, second, town, postcode, withheld] }

    func read(_ reading: inout Reading) -> HomeAddress? {
        let lines = [reading.ask(first), reading.ask(second), reading.ask(town)].compactMap { $0 }
        let code = reading.ask(postcode)
        guard let isWithheld = reading.ask(withheld), !lines.isEmpty else { return nil }
        return HomeAddress(Address(lines: lines, postcode: code), isWithheld: isWithheld)
    }

    func fill(_ typed: inout Typed, with home: HomeAddress) {
        let lines = home.address.lines
        if let line = lines.first { first.fill(&typed, with: line) }
        if lines.count > 2 { second.fill(&typed, with: lines[1]) }
        if lines.count > 1, let line = lines.last { town.fill(&typed, with: line) }
        if let code = home.address.postcode { postcode.fill(&typed, with: code) }
        withheld.fill(&typed, with: home.isWithheld)
    }
}

/// The curriculum years a child can be taught in, from nursery to the years after school.
let yearChoices: [Choice<CurriculumYear>] = (-1...14).map { number in
    let year = CurriculumYear(number: number)
    return Choice(year, key: "\(number)", year.name.capitalizedFirst)
}

extension TopicForm {
    static func address(_ setting: FormSetting) -> TopicForm {
        let questions = AddressQuestions()
        return TopicForm(
            questions: questions.all + [Ask.from, Ask.to],
            read: { reading in
                let home = questions.read(&reading)
                let (from, to) = (reading.ask(Ask.from), reading.ask(Ask.to))
                guard reading.isFine, let home, let from else { return [] }
                return [.state(.address(home), from: from, to: to)]
            },
            fill: { typed, statement in
                guard case .address(let home) = statement.detail else { return }
                questions.fill(&typed, with: home)
                typed.fill(days: statement)
            })
    }

    static func placement(_ setting: FormSetting) -> TopicForm {
        let place = SelectQuestion("setting", "School or setting", setting.choices(\.isSetting))
        let kind = RadiosQuestion(
            "kind", "Which place it is",
            [Choice(Placement.Kind.main, "The only or main one"), Choice(.subsidiary, "The second of two")])
        let year = SelectQuestion("year", "Year group taught in", yearChoices).optional()
        return TopicForm(
            questions: [place, kind, year, Ask.from, Ask.to],
            read: { reading in
                let (place, kind, year) = (reading.ask(place), reading.ask(kind), reading.ask(year))
                let (from, to) = (reading.ask(Ask.from), reading.ask(Ask.to))
                guard reading.isFine, let place, let kind, let from else { return [] }
                return [.state(.placement(Placement(at: place, kind, year: year)), from: from, to: to)]
            },
            fill: { typed, statement in
                guard case .placement(let held) = statement.detail else { return }
                place.fill(&typed, with: held.organisation)
                kind.fill(&typed, with: held.kind)
                if let held = held.year { year.fill(&typed, with: held) }
                typed.fill(days: statement)
            })
    }

    static func team(_ setting: FormSetting) -> TopicForm {
        let team = SelectQuestion("team", "SEND team", setting.choices { $0 == .team })
        return TopicForm(
            questions: [team, Ask.from],
            read: { reading in
                let chosen = reading.ask(team)
                guard let from = reading.ask(Ask.from), let chosen else { return [] }
                return [.state(.team(ResponsibleTeam(chosen)), from: from, to: nil)]
            },
            fill: { typed, statement in
                guard case .team(let held) = statement.detail else { return }
                team.fill(&typed, with: held.organisation)
                typed.fill(days: statement)
            })
    }

    static func need(_ setting: FormSetting) -> TopicForm {
        let type = SelectQuestion("need", "Need", NeedType.allCases.map { Choice($0, $0.name) })
        let rank = RadiosQuestion(
            "rank", "Which it is",
            [
                Choice(NeedRank.primary, key: "1", "The first or only need"),
                Choice(.secondary, key: "2", "The second need"),
            ])
        let since = Ask.since(setting.today)
        return TopicForm(
            questions: [type, rank, since, Ask.to],
            read: { reading in
                let (type, rank) = (reading.ask(type), reading.ask(rank))
                let (from, to) = (reading.ask(since), reading.ask(Ask.to))
                guard reading.isFine, let type, let rank, let from else { return [] }
                return [.state(.need(Need(type, rank)), from: from, to: to)]
            },
            fill: { typed, statement in
                guard case .need(let held) = statement.detail else { return }
                type.fill(&typed, with: held.type)
                rank.fill(&typed, with: held.rank)
                typed.fill(days: statement)
            })
    }
}
