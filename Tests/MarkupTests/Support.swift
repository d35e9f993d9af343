import Markup
import Testing

/// A piece of HTML as the small reader below sees it.
enum Token: Equatable {
    case text(String)
    case tag(name: String, attributes: [Attribute])
    case end(name: String)

    struct Attribute: Equatable {
        let name: String
        let value: String
    }
}

/// What the small reader cannot read.
struct Unreadable: Error, Equatable {
    let why: String
}

/// Reads HTML scalar by scalar: text, tags with double- or single-quoted attributes, the five entities.
///
/// It knows nothing of how Markup writes; whatever else it meets, it refuses.
struct TinyReader {
    private var rest: ArraySlice<Unicode.Scalar>

    static func tokens(_ html: HTML) throws -> [Token] {
        var reader = TinyReader(rest: Array(html.string.unicodeScalars)[...])
        var tokens: [Token] = []
        while let scalar = reader.rest.first { tokens.append(try reader.token(scalar)) }
        return tokens
    }

    private mutating func token(_ scalar: Unicode.Scalar) throws -> Token {
        guard scalar == "<" else { return .text(try unescaped(reader: take { $0 == "<" })) }
        rest.removeFirst()
        if rest.first == "/" {
            rest.removeFirst()
            let name = take { $0 == ">" }
            try expect(">")
            return .end(name: name)
        }
        let name = take { " />".unicodeScalars.contains($0) }
        guard name.unicodeScalars.allSatisfy({ ("a"..."z").contains($0) }), !name.isEmpty else {
            throw Unreadable(why: "a tag called \(name)")
        }
        var attributes: [Token.Attribute] = []
        while rest.first == " " {
            rest.removeFirst()
            attributes.append(try attribute())
        }
        try expect(">")
        return .tag(name: name, attributes: attributes)
    }

    private mutating func attribute() throws -> Token.Attribute {
        let name = take { "=> ".unicodeScalars.contains($0) }
        guard name.unicodeScalars.allSatisfy({ ("a"..."z").contains($0) }), !name.isEmpty else {
            throw Unreadable(why: "an attribute called \(name)")
        }
        guard rest.first == "=" else { return .init(name: name, value: "") }
        rest.removeFirst()
        guard let quote = rest.popFirst(), quote == "\"" || quote == "'" else {
            throw Unreadable(why: "an unquoted attribute")
        }
        let value = try unescaped(reader: take { $0 == quote })
        rest.removeFirst()
        return .init(name: name, value: value)
    }

    private mutating func expect(_ scalar: Unicode.Scalar) throws {
        guard rest.popFirst() == scalar else { throw Unreadable(why: "\(scalar) is missing") }
    }

    private mutating func take(until end: (Unicode.Scalar) -> Bool) -> String {
        let taken = rest.prefix { !end($0) }
        rest = rest.dropFirst(taken.count)
        var text = String.UnicodeScalarView()
        text.append(contentsOf: taken)
        return String(text)
    }

    private func unescaped(reader text: String) throws -> String {
        let entities: [(String, Unicode.Scalar)] = [
            ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"),
        ]
        var rest = Array(text.unicodeScalars)[...]
        var plain = String.UnicodeScalarView()
        while let scalar = rest.first {
            guard scalar == "&" else {
                guard !"<>\"'".unicodeScalars.contains(scalar) else { throw Unreadable(why: "a bare mark") }
                plain.append(rest.removeFirst())
                continue
            }
            guard let (entity, meant) = entities.first(where: { rest.starts(with: $0.0.unicodeScalars) })
            else { throw Unreadable(why: "a bare ampersand") }
            rest = rest.dropFirst(entity.unicodeScalars.count)
            plain.append(meant)
        }
        return String(plain)
    }
}

/// The same numbers in every run: SplitMix64.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A text of characters that have broken other people's escaping.
    mutating func nastyText() -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...40, using: &self) {
            if Bool.random(using: &self) {
                text.append(Self.nasty.randomElement(using: &self) ?? "<")
            } else if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x2FFF, using: &self)) {
                text.append(scalar)
            }
        }
        return String(text)
    }

    /// Marks of HTML, control characters, the edges of the surrogates, marks of direction and joining.
    private static let nasty =
        Array(
            "<>\"'&=/!-;#x `\t\n\r\u{0}\u{1}\u{8}\u{B}\u{C}\u{1F}\u{7F}\u{D7FF}\u{E000}\u{FFFD}\u{FFFE}\u{10FFFF}"
                .unicodeScalars)
        + Array(
            "\u{202E}\u{202D}\u{2066}\u{200F}\u{200D}\u{301}\u{338}\u{FEFF}\u{85}\u{2028}é–😀<\"'"
                .unicodeScalars)
}

/// The text with control characters replaced, as Markup promises it.
func shown(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        let isControl =
            (scalar.value < 0x20 && !"\t\n\r".unicodeScalars.contains(scalar)) || scalar.value == 0x7F
        shown.append(isControl ? "\u{FFFD}" : scalar)
    }
    return String(shown)
}
