public import Markup

/// A mail address.
public struct MailQuestion: Question {
    /// Its name and its words.
    public var asked: Asked
    private let isOwn: Bool

    /// Asks for a mail address.
    ///
    /// - Parameter isOwn: whether it is the person's own, so that the browser may fill it in.
    public init(_ name: String, _ label: String = "Email address", isOwn: Bool = false) {
        asked = Asked(name, label)
        self.isOwn = isOwn
    }

    /// The address as typed; wrong where it has not the form of one: one `@` between a name and a dotted domain.
    ///
    /// A coarse check whose words help; what counts as an address is decided by ``Question/converted(_:back:otherwise:)``.
    public func read(_ typed: Typed) -> Entered<String> {
        LineReading.read(self, typed, isCode: true, most: 254) { Self.problem(in: $0) }
    }

    private static func problem(in text: String) -> String? {
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        let domain = parts.last?.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) ?? []
        let isMail =
            parts.count == 2 && !parts[0].isEmpty && domain.count > 1 && domain.allSatisfy { !$0.isEmpty }
            && !text.utf8.contains(0x20)
        return isMail ? nil : "Enter an email address in the correct format, like name@example.com"
    }

    /// The label over one input; a phone shows the keys of an address.
    public func html(_ typed: Typed, _ problem: FormProblem?) -> HTML {
        LineInput(kind: .email, width: .thirty, autocomplete: isOwn ? .mail : nil, spellcheck: "false")
            .html(asked, typed, problem)
    }

    /// Puts the address back.
    public func fill(_ typed: inout Typed, with answer: String) { typed.set(asked.name, answer) }
}

/// A telephone number.
public struct TelephoneQuestion: Question {
    /// Its name and its words.
    public var asked: Asked
    private let isOwn: Bool

    /// Asks for a telephone number.
    ///
    /// - Parameter isOwn: whether it is the person's own, so that the browser may fill it in.
    public init(_ name: String, _ label: String = "Telephone number", isOwn: Bool = false) {
        asked = Asked(name, label)
        self.isOwn = isOwn
    }

    /// The number as typed, cleaned: 7 to 15 digits (ITU-T E.164) with a plus, spaces, brackets, hyphens and
    /// full stops between them, and an extension of up to 6 digits behind `x`, `ext` or `extension`.
    public func read(_ typed: Typed) -> Entered<String> {
        LineReading.read(self, typed, isCode: true, most: 50) { text in
            Self.isNumber(text)
                ? nil
                : "Enter a telephone number, like 01632 960 001, 07700 900 982 or +44 808 157 0192"
        }
    }

    private static func isNumber(_ text: String) -> Bool {
        guard
            let match = text.lowercased().wholeMatch(
                of: /([0-9+()\-. ]+?)(?:\s*(?:x|ext\.?|extension)\s*([0-9]{1,6}))?/)
        else { return false }
        let digits = match.output.1.utf8.count { (0x30...0x39).contains($0) }
        return (7...15).contains(digits) && !match.output.1.dropFirst().contains("+")
    }

    /// The label over one input; a phone shows its number keys.
    public func html(_ typed: Typed, _ problem: FormProblem?) -> HTML {
        LineInput(kind: .tel, width: .twenty, autocomplete: isOwn ? .telephone : nil)
            .html(asked, typed, problem)
    }

    /// Puts the number back.
    public func fill(_ typed: inout Typed, with answer: String) { typed.set(asked.name, answer) }
}

/// A postcode of the United Kingdom.
public struct PostcodeQuestion: Question {
    /// Its name and its words.
    public var asked: Asked
    private let isOwn: Bool

    /// Asks for a postcode.
    ///
    /// - Parameter isOwn: whether it is the person's own, so that the browser may fill it in.
    public init(_ name: String, _ label: String = "Postcode", isOwn: Bool = false) {
        asked = Asked(name, label)
        self.isOwn = isOwn
    }

    /// The postcode in capitals with one space before its last three characters, whatever case, spaces and
    /// stops were typed. Its form is checked (BS 7666), not whether it is in use.
    public func read(_ typed: Typed) -> Entered<String> {
        let entered = LineReading.read(self, typed, isCode: true, most: 30) { text in
            Self.postcode(text) == nil ? "Enter a full UK postcode, like QZ1 1AA" : nil
        }
        guard case .answer(let text) = entered, let postcode = Self.postcode(text) else { return entered }
        return .answer(postcode)
    }

    private static func postcode(_ text: String) -> String? {
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        let plain = text.uppercased().filter { !" .-()".contains($0) }
        guard plain.wholeMatch(of: /[A-Z]{1,2}[0-9][0-9A-Z]?[0-9][ABD-HJLNP-UW-Z]{2}/) != nil else {
            return nil
        }
        return "\(plain.dropLast(3)) \(plain.suffix(3))"
    }

    /// The label over one short input.
    public func html(_ typed: Typed, _ problem: FormProblem?) -> HTML {
        LineInput(width: .ten, autocomplete: isOwn ? .postcode : nil, spellcheck: "false")
            .html(asked, typed, problem)
    }

    /// Puts the postcode back.
    public func fill(_ typed: inout Typed, with answer: String) { typed.set(asked.name, answer) }
}
