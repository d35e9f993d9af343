public import Ledger

/// A number or code that somebody else gives out and that can be checked by its form.
///
/// Read tolerantly (spaces, hyphens, either case), kept in one form, stored as text.
public protocol CheckedIdentifier: Sendable, Hashable, Codable, CustomStringConvertible {
    /// What it is called: "NHS number".
    static var name: String { get }
    /// The kept form.
    var text: String { get }
    /// Takes what was typed.
    ///
    /// - Throws: ``IdentifierProblem``.
    init(reading typed: some StringProtocol) throws(IdentifierProblem)
    /// Takes a stored text, which was checked when it was recorded.
    init(stored text: String)
}

extension CheckedIdentifier {
    /// Takes what was typed; nil where it is not one.
    public init?(_ typed: some StringProtocol) { try? self.init(reading: typed) }

    /// What is wrong with what was typed, or nil.
    public static func problem(in typed: some StringProtocol) -> IdentifierProblem? {
        do throws(IdentifierProblem) {
            _ = try Self(reading: typed)
            return nil
        } catch {
            return error
        }
    }

    /// The kept form.
    public var description: String { text }

    /// Reads a stored identifier as it was recorded.
    public init(from decoder: any Decoder) throws {
        self.init(stored: try decoder.singleValueContainer().decode(String.self))
    }

    /// Stores it as text.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    /// What was typed without spaces and hyphens, in capitals; nothing but ASCII letters and digits is left.
    static func compact(_ typed: some StringProtocol) throws(IdentifierProblem) -> [UInt8] {
        // Nothing of this kind has over 40 characters, however it is spaced.
        guard typed.utf8.count <= 100 else { throw .length(name, wanted: "fewer", found: typed.utf8.count) }
        var kept: [UInt8] = []
        for character in typed
        where !character.isWhitespace && !"-\u{2010}\u{2011}\u{2013}".contains(character) {
            guard let byte = character.asciiValue, byte.isASCIIDigit || byte.isASCIILetter else {
                throw .characters(name, wanted: "letters and digits")
            }
            kept.append(byte.isASCIILetter ? byte & 0xDF : byte)
        }
        if kept.isEmpty { throw .empty(name) }
        return kept
    }

    /// The same, where it must be so many digits.
    static func digits(
        _ typed: some StringProtocol, _ counts: ClosedRange<Int>
    ) throws(IdentifierProblem) -> [UInt8] {
        let bytes = try compact(typed)
        guard bytes.allSatisfy(\.isASCIIDigit) else { throw .characters(name, wanted: "digits") }
        guard counts.contains(bytes.count) else {
            let wanted =
                counts.count == 1 ? "\(counts.lowerBound)" : "\(counts.lowerBound) to \(counts.upperBound)"
            throw .length(name, wanted: "\(wanted) digits", found: bytes.count)
        }
        return bytes
    }
}

/// Why something typed is not the identifier it should be; holds nothing of what was typed.
public enum IdentifierProblem: Explained, Equatable {
    /// Nothing was typed.
    case empty(String)
    /// Too few or too many characters: how many it should have and has.
    case length(String, wanted: String, found: Int)
    /// Characters that it cannot hold.
    case characters(String, wanted: String)
    /// The form is wrong: what it should be.
    case form(String, wanted: String)
    /// The last digit does not fit the others: one of them is mistyped.
    case checkDigit(String)
    /// The first letter does not fit the digits: one of them is mistyped.
    case checkLetter(String)

    /// What is wrong, in plain words.
    public var forPerson: String {
        switch self {
        case .empty(let name): "No \(name) was entered."
        case .length(let name, let wanted, let found): "The \(name) has \(wanted); this has \(found)."
        case .characters(let name, let wanted): "The \(name) is made of \(wanted) only."
        case .form(let name, let wanted): "The \(name) \(wanted)."
        case .checkDigit(let name):
            "The \(name) is mistyped: its last digit does not fit the others."
        case .checkLetter(let name):
            "The \(name) is mistyped: its first letter does not fit the rest."
        }
    }

    /// The same in short.
    public var forOperator: String {
        switch self {
        case .empty(let name): "\(name): empty"
        case .length(let name, let wanted, let found): "\(name): \(found) characters, not \(wanted)"
        case .characters(let name, _): "\(name): characters"
        case .form(let name, _): "\(name): form"
        case .checkDigit(let name): "\(name): check digit"
        case .checkLetter(let name): "\(name): check letter"
        }
    }
}

extension UInt8 {
    var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
    var isASCIILetter: Bool { (0x41...0x5A).contains(self & 0xDF) && self >= 0x41 }
    /// What an ASCII digit counts.
    var digitValue: Int { Int(self) - 0x30 }
}

extension [UInt8] {
    /// The text of ASCII bytes.
    var asciiText: String { String(decoding: self, as: UTF8.self) }
    /// The sum of the first digits, each times its weight: the first takes `first`, each next one less.
    func weighted(_ count: Int, from first: Int) -> Int {
        prefix(count).enumerated().reduce(0) { $0 + $1.element.digitValue * (first - $1.offset) }
    }
}
