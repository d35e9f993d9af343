import CivilTime
import Testing

@testable import Ledger
@testable import People

/// One entry kind of version 1 as it is stored for ever, and the same made by today's program.
private struct Example: Sendable, CustomTestStringConvertible {
    let kind: String
    let text: String
    let made: @Sendable () throws -> String
    let read: @Sendable (String) throws -> Void
    var testDescription: String { kind }

    init<S: Subject, P: Payload>(_ type: S.Type, _ payload: P, _ data: String) {
        kind = P.kind
        text = "{\"data\":\(data),\"day\":\"2024-01-02\"}"
        made = { try stored(payload, on: day("2024-01-02")) }
        read = { _ = try folded(S.self, kind: P.kind, payload: $0) }
    }
}

private func child<Value: Statement>(_ value: Value, _ text: String) -> Example {
    Example(
        Child.self, Stated<Child, Value>(value: value, from: day("2024-01-02"), to: day("2024-01-03")),
        "{\"from\":\"2024-01-02\",\"to\":\"2024-01-03\",\"value\":\(text)}")
}

private func person<Value: Statement>(_ value: Value, _ text: String) -> Example {
    Example(
        Person.self, Stated<Person, Value>(value: value, from: day("2024-01-02"), to: nil),
        "{\"from\":\"2024-01-02\",\"value\":\(text)}")
}

private let address = HomeAddress(
    Address(lines: [text("1 High Street")], postcode: Postcode(stored: "QZ1 1AA")), isWithheld: true)
private let addressText =
    #"{"address":{"lines":["1 High Street"],"postcode":"QZ1 1AA"},"isWithheld":true}"#
private let language = LanguageUse(text("Welsh"), needsInterpreter: true)
private let languageText = #"{"language":"Welsh","needsInterpreter":true}"#

private let examples: [Example] = [
    Example(
        Organisation.self,
        OrganisationRecorded(kind: .icb, name: text("A"), opened: day("2020-01-01")),
        #"{"kind":"icb","name":"A","opened":"2020-01-01"}"#),
    Example(
        Organisation.self, OrganisationRenamed(name: text("A"), from: day("2020-01-01")),
        #"{"from":"2020-01-01","name":"A"}"#),
    Example(
        Organisation.self, OrganisationCoded(code: .ods(ODSCode(stored: "QM7"))),
        #"{"code":{"code":"QM7","register":"ods"}}"#),
    Example(
        Organisation.self, OrganisationJoined(organisation: "o", from: day("2020-01-01")),
        #"{"from":"2020-01-01","organisation":"o"}"#),
    Example(
        Organisation.self, OrganisationClosed(to: day("2020-01-01"), successor: "o"),
        #"{"successor":"o","to":"2020-01-01"}"#),
    person(PersonName(stored: "Ann"), #""Ann""#), person(address, addressText),
    person(language, languageText),
    person(
        TelephoneContact(Telephone(stored: "01632 960123"), note: text("work")),
        #"{"note":"work","number":"01632 960123"}"#),
    person(sure(MailAddress("a@example.org")), #""a@example.org""#),
    person(ContactWays([.mail, .largePrint]), #"{"ways":["mail","largePrint"]}"#),
    person(
        Profession(text("Teacher"), registration: text("R 1")), #"{"registration":"R 1","title":"Teacher"}"#),
    person(Post(at: "o", as: text("SENCO")), #"{"job":"SENCO","organisation":"o"}"#),
    Example(
        Person.self, Ended<Person>(entry: "e", to: day("2020-01-01")), #"{"entry":"e","to":"2020-01-01"}"#),
    Example(Person.self, Died<Person>(on: day("2020-01-01")), #"{"on":"2020-01-01"}"#),
    Example(Child.self, ChildBorn(on: day("2020-01-01")), #"{"on":"2020-01-01"}"#),
    child(called("Ada", "Byron", knownAs: "Gus"), #"{"forenames":"Ada","knownAs":"Gus","surname":"Byron"}"#),
    child(
        Identification(UPN(stored: "A123456789012"), isFormer: true, source: text("school")),
        #"{"kind":"formerUPN","source":"school","value":"A123456789012"}"#),
    child(Sex.female, #""F""#), child(sure(Ethnicity("WBRI")), #""WBRI""#), child(language, languageText),
    child(address, addressText),
    child(
        Placement(at: "o", .subsidiary, year: CurriculumYear(number: 5)),
        #"{"kind":"subsidiary","organisation":"o","year":5}"#),
    child(SocialCare(.lookedAfter, authority: "o"), #"{"authority":"o","status":"lookedAfter"}"#),
    child(Need(.autism, .secondary), #"{"rank":2,"type":"ASD"}"#),
    child(Relationship(person: "p", .grandparent), #"{"kind":"grandparent","person":"p"}"#),
    child(ParentalResponsibility(person: "p", .courtOrder), #"{"person":"p","source":"courtOrder"}"#),
    child(
        CourtRestriction(person: "p", .noInformation, order: text("1")),
        #"{"kind":"noInformation","order":"1","person":"p"}"#),
    child(
        CorporateParent(organisation: "o", .careOrder), #"{"footing":"careOrder","organisation":"o"}"#),
    child(ResponsibleTeam("o"), #"{"organisation":"o"}"#),
    child(Home(with: "p"), #"{"person":"p"}"#),
    child(
        CapacityJudgement(
            of: .parent("p"), for: [.appeal, .request], isLacking: true, by: text("Dr A"),
            representative: .init("r", .deputy)),
        #"{"decisions":["request","appeal"],"isLacking":true,"judgedBy":"Dr A","representative":{"authority":"deputy","person":"r"},"whose":{"parent":{"_0":"p"}}}"#
    ),
    child(Sharing(with: "p", isAgreed: true), #"{"isAgreed":true,"person":"p"}"#),
    Example(Child.self, Ended<Child>(entry: "e", to: day("2020-01-01")), #"{"entry":"e","to":"2020-01-01"}"#),
    Example(Child.self, Died<Child>(on: day("2020-01-01")), #"{"on":"2020-01-01"}"#),
]

@Suite struct `Stored entries` {
    @Test(arguments: examples)
    fileprivate func `are written and read as they always were`(example: Example) throws {
        #expect(try example.made() == example.text)
        try example.read(example.text)
    }

    @Test func `have an example of every kind there is`() {
        let declared =
            Organisation.entryKinds.map(\.name) + Person.entryKinds.map(\.name) + Child.entryKinds.map(\.name)
        #expect(Set(declared) == Set(examples.map(\.kind)))
        #expect(declared.count == examples.count)
    }
}

extension PersonName {
    init(stored text: String) { self = sure(PersonName(text)) }
}
