/// A value of an indicator, exact to three decimals and below 1,000,000,000 in size.
///
/// It is stored as text, because what a board approved must not change by a rounding.
public struct Figure: Sendable, Hashable, Comparable, Codable {
    let thousandths: Int

    /// A whole number; what is too large stops at the end of the range.
    public init(_ whole: Int) {
        thousandths = min(max(whole, -Self.limit), Self.limit) * 1_000
    }

    private static let limit = 999_999_999

    /// Reads “53.7”, “1,200”, “1 200” or “−3”, with or without “%”; nil where it is no such number.
    public init?(_ text: some StringProtocol) {
        var plain = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case ",", " ", "\u{A0}", "\u{202F}": continue
            case "−": plain.append("-")
            default: plain.unicodeScalars.append(scalar)
            }
        }
        if plain.hasSuffix("%") { plain.removeLast() }
        guard let match = plain.wholeMatch(of: /(-?)([0-9]{1,9})(\.([0-9]{1,3}))?/), let whole = Int(match.2)
        else { return nil }
        let decimals = String(match.4 ?? "")
        let part = Int(decimals + String(repeating: "0", count: 3 - decimals.count)) ?? 0
        thousandths = (whole * 1_000 + part) * (match.1.isEmpty ? 1 : -1)
    }

    /// Whether it has no decimals.
    public var isWhole: Bool { thousandths.isMultiple(of: 1_000) }

    /// The number, for charts and rows.
    public var number: Double { Double(thousandths) / 1_000 }

    /// The whole number nearest to it.
    public var rounded: Int { Int(number.rounded()) }

    /// The digits before the point, without sign.
    var wholePart: Int { Int(thousandths.magnitude) / 1_000 }

    /// The decimals as they are needed: “7” of 53.700; empty where there are none.
    var decimals: String {
        let rest = Int(thousandths.magnitude) % 1_000
        let digits = String(repeating: "0", count: 3 - "\(rest)".count) + "\(rest)"
        return rest == 0 ? "" : String(digits.reversed().drop { $0 == "0" }.reversed())
    }

    /// The number with a point and no more decimals than it has: “53.7”.
    public var text: String {
        "\(thousandths < 0 ? "-" : "")\(wholePart)\(decimals.isEmpty ? "" : "." + decimals)"
    }

    /// Reads a stored number.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let figure = Figure(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a figure")
        }
        self = figure
    }

    /// Stores it as ``text``.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    /// By size.
    public static func < (left: Figure, right: Figure) -> Bool { left.thousandths < right.thousandths }
}
