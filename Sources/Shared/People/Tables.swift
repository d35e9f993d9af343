public import Ledger

/// The rows of people, children and organisations; `people_involvement` is ``Involvement/table``.
///
/// Keys are the texts of ``SearchKey``; days are inclusive and NULL where unknown or while something lasts. A
/// query by `subject_id` names `subject_kind` too, because the primary key begins with it.
enum PeopleTables {
    static let organisation = Table(
        "people_organisation",
        [
            .text("kind"), .text("name"), .text("name_key"), .optionalText("part_of"),
            .optionalInteger("opened_day"), .optionalInteger("closed_day"), .optionalText("successor"),
        ], indexes: [["kind", "name_key"], ["part_of"]])

    static let organisationName = Table(
        "people_organisation_name", [.text("name"), .text("name_key")], indexes: [["name_key"]])

    static let organisationCode = Table(
        "people_organisation_code", [.text("register"), .text("code")],
        uniques: [
            Unique(["register", "code"], refusal: "Another organisation already has this code.")
        ])

    /// Every word of every name ever, of children, people and organisations; see ``NameSearch``.
    static let nameWord = Table("people_name_word", [.text("word")], indexes: [["subject_kind", "word"]])

    static let person = Table(
        "people_person",
        [.text("name"), .text("name_key"), .optionalText("profession"), .optionalInteger("died_day")],
        indexes: [["name_key"]])

    static let personName = Table(
        "people_person_name", [.text("name"), .text("name_key")], indexes: [["name_key"]])

    /// Mail addresses and telephone digits, for finding a person.
    static let contact = Table(
        "people_contact",
        [.text("kind"), .text("value"), .integer("from_day"), .optionalInteger("to_day")],
        indexes: [["kind", "value"]])

    static let post = Table(
        "people_post",
        [.text("organisation"), .text("job"), .integer("from_day"), .optionalInteger("to_day")],
        indexes: [["organisation"]])

    static let child = Table(
        "people_child",
        [
            .text("name"), .text("forename_key"), .text("surname_key"), .optionalInteger("birth_day"),
            .optionalText("sex"), .optionalInteger("died_day"),
        ], indexes: [["surname_key", "forename_key"], ["birth_day"]])

    /// All names ever; `known_key` is empty where the child is called by a forename.
    static let childName = Table(
        "people_child_name",
        [
            .text("name"), .text("forenames"), .optionalText("surname"), .optionalText("known_as"),
            .text("forename_key"), .text("surname_key"), .text("known_key"), .integer("is_latest"),
        ], indexes: [["surname_key", "forename_key"]])

    /// Numbers given by others; not unique. A former UPN stands in the register `upn` too.
    static let identifier = Table(
        "people_identifier",
        [.text("kind"), .text("register"), .text("value"), .optionalText("source")],
        indexes: [["register", "value"]])

    /// What a merged child is still found by, for the record that goes on for it; see ``FormerKeys``.
    static let former = Table(
        "people_former", [.text("register"), .text("value")],
        indexes: [["subject_kind", "register", "value"]])

    static let placement = Table(
        "people_placement",
        [
            .text("organisation"), .text("kind"), .integer("from_day"), .optionalInteger("to_day"),
            .optionalInteger("year"),
        ], indexes: [["organisation"]])

    /// `rights` is 1 where parental responsibility goes with the relationship or was recorded for the adult.
    static let relationship = Table(
        "people_relationship",
        [
            .text("person"), .text("child"), .text("kind"), .integer("from_day"), .optionalInteger("to_day"),
            .integer("rights"),
        ], indexes: [["person"], ["child"]])

    static let address = Table(
        "people_address",
        [
            .integer("withheld"), .optionalText("postcode"), .optionalText("district"), .integer("from_day"),
            .optionalInteger("to_day"),
        ], indexes: [["postcode"]])
}

/// What the program registers of this module.
public enum PeopleSubjects {
    /// The subject kinds: organisations, people, children.
    public static let all: [any Subject.Type] = [Organisation.self, Person.self, Child.self]
}
