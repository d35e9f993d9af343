/// A closed list of words of the field, each named in a file by its case in plain words:
/// `requestReceived` is written "request received", `primaryToSecondary` "primary to secondary".
public protocol Worded: CaseIterable, RawRepresentable, Hashable, Sendable
where RawValue == UInt8, AllCases == [Self] {
    /// The words of every case, in order of the cases.
    static var names: [String] { get }
}

extension Worded {
    /// The case as it is written in files and shown to people.
    public var name: String { Self.names[Int(rawValue)] }

    /// The case with these words; nil where there is none.
    public init?(name: some StringProtocol) {
        guard let index = Self.names.firstIndex(where: { $0 == name }) else { return nil }
        self = Self.allCases[index]
    }

    /// The names, made from the cases: a capital begins a new word.
    static func spacedNames() -> [String] {
        allCases.map { one in
            String(describing: one).reduce(into: "") { text, letter in
                text += letter.isUppercase ? " \(letter.lowercased())" : String(letter)
            }
        }
    }
}

/// A set of words of one list, held in four machine words so that asking costs next to nothing.
public struct WordSet<Word: Worded>: Sendable, Hashable, ExpressibleByArrayLiteral {
    private var first: UInt64 = 0
    private var second: UInt64 = 0
    private var third: UInt64 = 0
    private var fourth: UInt64 = 0

    /// The empty set.
    public init() {}

    /// The set of these words.
    public init(arrayLiteral words: Word...) {
        for word in words { insert(word) }
    }

    /// The set of these words.
    public init(_ words: some Sequence<Word>) {
        for word in words { insert(word) }
    }

    /// Whether nothing is in it.
    public var isEmpty: Bool { first | second | third | fourth == 0 }

    /// Whether the word is in it.
    public func contains(_ word: Word) -> Bool {
        let bit = UInt64(1) << UInt64(word.rawValue & 63)
        return switch word.rawValue >> 6 {
        case 0: first & bit != 0
        case 1: second & bit != 0
        case 2: third & bit != 0
        default: fourth & bit != 0
        }
    }

    /// Puts a word in.
    public mutating func insert(_ word: Word) {
        let bit = UInt64(1) << UInt64(word.rawValue & 63)
        switch word.rawValue >> 6 {
        case 0: first |= bit
        case 1: second |= bit
        case 2: third |= bit
        default: fourth |= bit
        }
    }

    /// Both sets together.
    public func union(_ other: WordSet) -> WordSet {
        var both = self
        both.first |= other.first
        both.second |= other.second
        both.third |= other.third
        both.fourth |= other.fourth
        return both
    }

    /// Its words in order of the list.
    public var words: [Word] { Word.allCases.filter(contains) }
}
