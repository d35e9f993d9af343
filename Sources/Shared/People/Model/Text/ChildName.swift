/// A child's name: forenames, a surname where they have one, and what they are called where that differs.
///
/// Who has a single name has it as forenames. Kept as typed but for white space and hidden characters; equal
/// where canonically equivalent.
public struct ChildName: Sendable, Hashable, Codable {
    /// A part of the name, for saying where a problem lies.
    public enum Part: String, Sendable, Hashable, CaseIterable {
        /// All forenames.
        case forenames
        /// The surname.
        case surname
        /// What the child is called.
        case knownAs
    }

    /// All forenames, or the only name.
    public let forenames: PersonName
    /// The surname; nil where there is none.
    public let surname: PersonName?
    /// What the child is called where that is not the first forename.
    public let knownAs: PersonName?

    /// Makes a name of its parts.
    public init(forenames: PersonName, surname: PersonName? = nil, knownAs: PersonName? = nil) {
        self.forenames = forenames
        self.surname = surname
        self.knownAs = knownAs
    }

    /// Takes a name as typed; a blank surname or known name is none. Nil where any part is refused.
    public init?(_ forenames: String, _ surname: String = "", knownAs: String = "") {
        guard Self.problems(forenames: forenames, surname: surname, knownAs: knownAs).isEmpty,
            let first = PersonName(forenames)
        else { return nil }
        self.init(forenames: first, surname: PersonName(surname), knownAs: PersonName(knownAs))
    }

    /// What is wrong with each part as typed; empty where nothing is.
    public static func problems(
        forenames: String, surname: String = "", knownAs: String = ""
    ) -> [Part: TextProblem] {
        var problems: [Part: TextProblem] = [:]
        problems[.forenames] = PersonName.problem(in: forenames)
        for (part, text) in [(Part.surname, surname), (.knownAs, knownAs)] {
            let problem = PersonName.problem(in: text)
            if problem != .empty { problems[part] = problem }
        }
        return problems
    }

    /// Forenames and surname.
    public var full: String { [forenames.text, surname?.text].compactMap(\.self).joined(separator: " ") }

    /// What they are called, or their first forename, and the surname: for headings.
    public var short: String {
        let first = knownAs?.text ?? forenames.text.split(separator: " ").first.map { String($0) } ?? ""
        return [first, surname?.text].compactMap(\.self).joined(separator: " ")
    }

    /// "Surname, Forenames" for lists in order of surname; the single name alone where there is no surname.
    public var listed: String { surname.map { "\($0.text), \(forenames.text)" } ?? forenames.text }

    /// The form to find and compare the forenames by.
    public var forenameKey: SearchKey { forenames.key }

    /// The form to find and compare the surname by; empty where there is none.
    public var surnameKey: SearchKey { SearchKey(of: surname?.text ?? "") }
}
