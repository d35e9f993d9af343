import Access
import CivilTime
import Ledger
import People

/// The invented children, families and staff of the example area, and what there is to see about them.
struct ExamplePeople {
    let ledger: Ledger
    /// The day on which everything is recorded.
    let day: Day
    let accounts: Accounts
    let administrator: Author

    private struct Places {
        var north = ""
        var south = ""
        var primary = ""
        var academy = ""
        var college = ""
    }

    /// Records organisations, adults, children and the accounts of those who work with them.
    func record() async throws {
        let places = try await organisations()
        let families = try await families(places)
        try await staff(places, families)
    }

    private func commit<Value: Codable & Sendable>(
        _ name: String, _ decide: @escaping @Sendable (inout Deciding) throws -> Value
    ) async throws -> Value {
        try await ledger.commit(
            Command(id: "example \(name)", fields: "", author: administrator, decide: decide)
        ).value
    }

    private func organisation(
        _ kind: OrganisationKind, _ name: String, urn: String? = nil, partOf: String? = nil
    ) async throws -> String {
        guard let text = ShortText(name) else { throw ExampleError.badData }
        let codes = urn.flatMap { URN($0) }.map { [OrganisationCode.urn($0)] } ?? []
        let recording = RecordOrganisation(kind, text, codes: codes, partOf: partOf)
        return try await commit("organisation \(name)") { try recording.decide(&$0) }
    }

    private func organisations() async throws -> Places {
        let council = try await organisation(.localAuthority, "Vale of Arden Council")
        _ = try await organisation(.icb, "Arden and Wold Integrated Care Board")
        _ = try await organisation(.parentCarerForum, "Vale of Arden Parent Carer Forum")
        return Places(
            north: try await organisation(.team, "SEND team North", partOf: council),
            south: try await organisation(.team, "SEND team South", partOf: council),
            primary: try await organisation(.school, "Arden Hill Primary School", urn: "990001"),
            academy: try await organisation(.school, "Coldbrook Academy", urn: "990002"),
            college: try await organisation(.college, "Alderbrook College", urn: "990003"))
    }

    // MARK: Families

    private struct Families {
        var mother = ""
        var officer = ""
        var youngPerson = ""
        var closed = ""
    }

    private func person(_ name: String, telephone: String? = nil) async throws -> String {
        guard let name = PersonName(name) else { throw ExampleError.badData }
        let number = telephone.flatMap { Telephone($0) }
        let recording = RecordPerson(name, number.map { [.telephone(TelephoneContact($0))] } ?? [])
        return try await commit("person \(name.text)") { try recording.decide(&$0) }
    }

    private func families(_ places: Places) async throws -> Families {
        let mother = try await person("Farida Halloway", telephone: "07700 900123")
        let officer = try await person("Rhys Calder")
        let carer = try await person("Maeve Lorne")
        let (north, south) = (places.north, places.south)
        _ = try await child(
            ExampleChild(
                "Noor", "Halloway", "2015-03-12", .female, north, places.primary, nhs: "9990000018",
                upn: "Y000123200001", needs: [.autism, .speechLanguage], adult: mother))
        _ = try await child(
            ExampleChild(
                "Ida", "Fenwick-O’Dell", "2016-11-02", .female, north, places.primary, upn: "M000123200002",
                needs: [.hearing]))
        _ = try await child(
            ExampleChild(
                "Tom", "Fenwick-O’Dell", "2016-11-02", .male, north, places.primary, upn: "B000123200003"))
        _ = try await child(
            ExampleChild("Wayan", "", "2014-06-30", .male, south, places.primary, nhs: "9990000034"))
        _ = try await child(
            ExampleChild(
                "Robin", "Ashdown", "2012-09-14", nil, north, places.academy, nhs: "9990000042",
                needs: [.socialEmotional], adult: carer, isLookedAfter: true))
        _ = try await child(
            ExampleChild("Leo", "Marsh", "2013-01-25", .male, south, places.academy, nhs: "9990000050"))
        _ = try await child(
            ExampleChild("Leon", "Marsh", "2013-01-25", .male, south, places.academy, nhs: "9990000050"))
        _ = try await child(
            ExampleChild(
                "Wren", "Calder", "2017-04-08", .female, north, places.primary, upn: "E000123200005",
                adult: officer))
        let closed = try await child(
            ExampleChild(
                "Mila", "Voss", "2011-12-19", .female, north, places.academy, nhs: "9990000069"))
        let young = try await child(
            ExampleChild(
                "Callum", "Reyes", "2007-05-02", .male, south, places.college, nhs: "9990000077",
                upn: "H000123200007", needs: [.moderateLearning]))
        return Families(mother: mother, officer: officer, youngPerson: young, closed: closed)
    }

    private func child(_ child: ExampleChild) async throws -> String {
        let recording = try child.recording(from: day)
        return try await commit("child \(child.forename) \(child.surname)") { try recording.decide(&$0) }
    }

    // MARK: Staff

    private func account(
        _ name: String, _ address: String, _ role: Role, at organisation: String? = nil, person: String? = nil
    ) async throws -> String {
        guard let name = PersonName(name), let address = MailAddress("\(address)@example.org") else {
            throw ExampleError.badData
        }
        return try await accounts.open(
            name, address, roles: [.init(role, at: organisation)], person: person, by: administrator
        ).id
    }

    private func staff(_ places: Places, _ families: Families) async throws {
        _ = try await account("Farida Halloway", "farida", .parent, person: families.mother)
        _ = try await account("Callum Reyes", "callum", .youngPerson, person: families.youngPerson)
        _ = try await account("Bex Oduya", "senco", .senco, at: places.primary)
        _ = try await account(
            "Rhys Calder", "officer", .officer, at: places.north, person: families.officer)
        let manager = try await account("Imani Farrow", "manager", .sendManager)
        _ = try await account("Lesley Grange", "dsco", .dsco)
        let lead = try await account("Tomasz Bell", "safeguarding", .safeguardingLead)
        _ = try await account("Petra Lindqvist", "dpo", .dataProtectionOfficer)
        let order = RestrictionChange.order(
            child: families.closed, part: .record, from: day, named: [manager, lead])
        _ = try await commit("restriction") {
            try order.decide(&$0, reason: "The family is known to somebody who works here.")
        }
    }
}

/// What is known of one invented child.
struct ExampleChild {
    let forename: String
    let surname: String
    let born: String
    let sex: Sex?
    let team: String
    let setting: String
    var nhs: String?
    var upn: String?
    var needs: [NeedType]
    var adult: String?
    var isLookedAfter: Bool

    init(
        _ forename: String, _ surname: String, _ born: String, _ sex: Sex?, _ team: String, _ setting: String,
        nhs: String? = nil, upn: String? = nil, needs: [NeedType] = [], adult: String? = nil,
        isLookedAfter: Bool = false
    ) {
        self.forename = forename
        self.surname = surname
        self.born = born
        self.sex = sex
        self.team = team
        self.setting = setting
        self.nhs = nhs
        self.upn = upn
        self.needs = needs
        self.adult = adult
        self.isLookedAfter = isLookedAfter
    }

    /// What to record, as known on a day; a looked-after child's address is withheld.
    func recording(from day: Day) throws -> RecordChild {
        guard let name = ChildName(forename, surname), let born = Day(iso: born),
            let street = ShortText("\(12 + forename.count) Mill Lane"), let town = ShortText("Coldbrook"),
            let postcode = Postcode("QZ1 \(surname.count % 9 + 1)AA"),
            let source = ShortText("Roll of the school")
        else { throw ExampleError.badData }
        let numbers =
            [
                nhs.flatMap { NHSNumber($0) }.map { Identification($0) },
                upn.flatMap { UPN($0) }.map { Identification($0, source: source) },
            ].compactMap { $0 }
        let address = HomeAddress(
            People.Address(lines: [street, town], postcode: postcode), isWithheld: isLookedAfter)
        let first = max(born, day - 400)
        var more: [RecordChild.Known] = [
            .init(.team(ResponsibleTeam(team)), from: first),
            .init(.placement(Placement(at: setting)), from: first),
            .init(.address(address), from: first),
        ]
        for (index, need) in needs.enumerated() {
            more.append(.init(.need(Need(need, index == 0 ? .primary : .secondary)), from: first))
        }
        if let adult {
            let kind = isLookedAfter ? RelationshipKind.fosterCarer : .mother
            more.append(.init(.relationship(Relationship(person: adult, kind)), from: first))
        }
        if isLookedAfter { more.append(.init(.socialCare(SocialCare(.lookedAfter)), from: first)) }
        return RecordChild(name, birthDate: born, identifiers: numbers, sex: sex, more: more)
    }
}
