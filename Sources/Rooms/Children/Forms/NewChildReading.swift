import CivilTime
import Pages
import People

/// What the answers on the way to a new record come to.
struct NewChild: Sendable {
    var name: ChildName?
    var born: Day?
    var sex: Sex?
    var identifiers: [Identification] = []
    var address: HomeAddress?
    var addressFrom: Day?
    var setting: String?
    var settingFrom: Day?
    var team: String?
    var teamFrom: Day?

    /// What would be recorded; nil where the name or the team is missing.
    func recording(today: Day) -> RecordChild? {
        guard let name, let team else { return nil }
        var more: [RecordChild.Known] = []
        if let address, let addressFrom {
            more.append(RecordChild.Known(.address(address), from: addressFrom))
        }
        if let setting, let settingFrom {
            more.append(RecordChild.Known(.placement(Placement(at: setting)), from: settingFrom))
        }
        more.append(RecordChild.Known(.team(ResponsibleTeam(team)), from: teamFrom ?? today))
        return RecordChild(name, birthDate: born, identifiers: identifiers, sex: sex, more: more)
    }

    /// What possible matches are looked for by; nil before there is a name.
    var profile: MatchProfile? {
        guard let name else { return nil }
        let shared = address.flatMap { $0.isWithheld ? nil : $0.address.postcode }
        return MatchProfile(
            names: [name], birthDate: born, sex: sex, identifiers: identifiers,
            postcodes: Set([shared].compactMap { $0 }))
    }
}

extension NewChildQuestions {
    /// Reads one page's answers into what is known so far; what is wrong goes to the reading.
    func read(_ step: NewChildStep, _ reading: inout Reading, into child: inout NewChild) {
        switch step {
        case .name:
            child.name = NameQuestions.read(&reading)
            child.born = reading.ask(born)
            child.sex = reading.ask(sex)
        case .matches: _ = reading.ask(unlike)
        case .numbers: readNumbers(&reading, into: &child)
        case .address: readAddress(&reading, into: &child)
        case .setting:
            (child.setting, child.settingFrom) = (reading.ask(place), reading.ask(placeFrom))
            together(child.setting, child.settingFrom, placeFrom, place, &reading)
            refuseBeforeBirth(child.settingFrom, child.born, placeFrom, &reading)
        case .team:
            (child.team, child.teamFrom) = (reading.ask(team), reading.ask(teamFrom))
            refuseBeforeBirth(child.teamFrom, child.born, teamFrom, &reading)
        }
    }

    private func readNumbers(_ reading: inout Reading, into child: inout NewChild) {
        let (nhs, upn, uln) = (reading.ask(nhs), reading.ask(upn), reading.ask(uln))
        let from = reading.ask(source)
        child.identifiers = [
            nhs.map { Identification($0, source: from) }, upn.map { Identification($0, source: from) },
            uln.map { Identification($0, source: from) },
        ].compactMap { $0 }
    }

    private func readAddress(_ reading: inout Reading, into child: inout NewChild) {
        guard reading.ask(isAddressKnown) ?? false else { return }
        child.address = address.read(&reading)
        child.addressFrom = reading.ask(addressFrom)
        if child.address != nil, child.addressFrom == nil, reading.isFine {
            reading.refuse("Enter the day since when the child lives there", at: addressFrom)
        }
        refuseBeforeBirth(child.addressFrom, child.born, addressFrom, &reading)
    }

    /// A setting needs its first day, and a first day its setting.
    private func together(
        _ setting: String?, _ from: Day?, _ day: DateQuestion, _ place: SelectQuestion<String>,
        _ reading: inout Reading
    ) {
        guard reading.isFine else { return }
        if setting != nil, from == nil { reading.refuse("Enter the first day there", at: day) }
        if setting == nil, from != nil { reading.refuse("Choose the school or setting", at: place) }
    }

    private func refuseBeforeBirth(
        _ from: Day?, _ born: Day?, _ question: DateQuestion, _ reading: inout Reading
    ) {
        guard let from, let born, from < born else { return }
        reading.refuse("This is before the birth date you gave, \(born.short)", at: question)
    }
}
