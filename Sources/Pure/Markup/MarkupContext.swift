/// Follows the text of an HTML literal and says whether a value may stand where it stands.
///
/// Escaping protects text and quoted attributes only; a value in a tag's name, an unquoted attribute, a
/// script or an address needs something else, so such literals are refused while the program is written.
public struct MarkupContext: Sendable {
    /// What is about to be written.
    public enum Value: Sendable { case text, element, link, attribute }

    private enum Place { case text, tagStart, tagName, inTag, attributeName, beforeValue, value, bareValue }

    private var place = Place.text
    private var quote: UInt8 = 0
    private var tag = ""
    private var closing = false
    private var attribute = ""
    private var literalFault: String?
    private static let addresses: Set<String> = [
        "href", "src", "action", "formaction", "poster", "cite", "data", "xlink:href",
    ]
    private static let forbidden: Set<String> = ["style", "srcdoc", "srcset", "ping", "background"]
    private static let unescapable: Set<String> = ["script", "style", "iframe", "object", "embed", "base"]

    /// Starts where elements may stand.
    public init() {}

    /// Follows literal text.
    public mutating func read(_ text: some Sequence<UInt8>) { for byte in text { step(byte) } }

    /// Why the value may not stand here, or nil where it may.
    public func fault(of value: Value) -> String? {
        if let literalFault { return literalFault }
        switch (place, value) {
        case (.text, .text), (.text, .element), (.inTag, .attribute), (.tagName, .attribute): return nil
        case (.value, .text):
            return Self.addresses.contains(attribute) ? "\(attribute) takes a Link, not text" : nil
        case (.value, .link):
            return Self.addresses.contains(attribute) ? nil : "a Link stands in \(attribute)"
        case (.text, .link): return "a Link stands in text"
        case (.bareValue, _), (.beforeValue, _): return "a value stands in an unquoted attribute"
        default: return "a value stands inside a tag"
        }
    }

    /// Why a literal may not end here, or nil where it may.
    public var faultAtEnd: String? {
        if let literalFault { return literalFault }
        return place == .text ? nil : "the literal ends inside a tag"
    }

    private mutating func step(_ byte: UInt8) {
        guard literalFault == nil else { return }
        let character = Character(UnicodeScalar(byte))
        switch place {
        case .text: if character == "<" { place = .tagStart }
        case .tagStart: startTag(character)
        case .tagName: nameTag(character)
        case .inTag: inTag(character)
        case .attributeName: nameAttribute(character)
        case .beforeValue: beginValue(byte, character)
        case .value: if byte == quote { place = .inTag }
        case .bareValue:
            if character == ">" { endTag() } else if character.isWhitespace { place = .inTag }
        }
    }

    private mutating func startTag(_ character: Character) {
        closing = character == "/"
        tag = closing || character == "!" ? "" : character.lowercased()
        place = character == "!" ? .inTag : .tagName
    }

    private mutating func nameTag(_ character: Character) {
        if character == ">" {
            endTag()
        } else if character.isWhitespace || character == "/" {
            place = .inTag
        } else {
            tag += character.lowercased()
        }
    }

    private mutating func inTag(_ character: Character) {
        if character == ">" {
            endTag()
        } else if character == "=" {
            literalFault = "a space stands before ="
        } else if !character.isWhitespace, character != "/" {
            attribute = character.lowercased()
            place = .attributeName
        }
    }

    private mutating func nameAttribute(_ character: Character) {
        if character == "=" {
            checkAttribute()
            place = .beforeValue
        } else if character == ">" {
            checkAttribute()
            endTag()
        } else if character.isWhitespace || character == "/" {
            checkAttribute()
            place = .inTag
        } else {
            attribute += character.lowercased()
        }
    }

    private mutating func beginValue(_ byte: UInt8, _ character: Character) {
        if character == "\"" || character == "'" {
            quote = byte
            place = .value
        } else {
            place = .bareValue
        }
    }

    private mutating func checkAttribute() {
        if Self.forbidden.contains(attribute) || attribute.hasPrefix("on") {
            literalFault = "the attribute \(attribute) is not allowed"
        }
    }

    private mutating func endTag() {
        if Self.unescapable.contains(tag), !closing { literalFault = "the element \(tag) is not allowed" }
        place = .text
    }
}
