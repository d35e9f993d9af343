/// What stands in a published table in place of a number, as the Department for Education's analysts' guide and
/// the Government Statistical Service have it; `*`, `~`, `:` and `-` are those of older tables.
public enum Symbol: Sendable, Hashable {
    /// `c`: confidential, for small counts and their complements alike.
    case confidential
    /// `*`: suppressed, in tables of the NHS and older ones.
    case asterisk
    /// `<N`: from 1 to N − 1. It says more than `c`.
    case below(Int)
    /// `z`: not applicable; no observation can exist.
    case notApplicable
    /// `x`, and `:` before: not available for another reason.
    case unavailable
    /// `low`, and `~` or `k` before: rounds to 0 but is not 0.
    case low
    /// `u`: of low reliability.
    case unreliable
    /// `-`: nil or negligible, in older tables.
    case dash

    /// As it is written.
    public var text: String {
        switch self {
        case .confidential: "c"
        case .asterisk: "*"
        case .below(let limit): "<\(limit)"
        case .notApplicable: "z"
        case .unavailable: "x"
        case .low: "low"
        case .unreliable: "u"
        case .dash: "-"
        }
    }

    /// Reads a symbol; nil where there is no such one.
    public init?(_ text: String) {
        switch text {
        case "c": self = .confidential
        case "*": self = .asterisk
        case "z": self = .notApplicable
        case "x", ":": self = .unavailable
        case "low", "k", "~": self = .low
        case "u": self = .unreliable
        case "-": self = .dash
        default:
            guard text.hasPrefix("<"), let limit = Int(text.dropFirst()),
                (2...Policy.largestThreshold).contains(limit)
            else { return nil }
            self = .below(limit)
        }
    }

    /// The counts it says are possible, where it says anything: `high` nil, no upper limit.
    ///
    /// `low` is read as 1 to 4, what the nearest 10 rounds to 0.
    public var bounds: (low: Int, high: Int?)? {
        switch self {
        case .confidential, .asterisk: (1, nil)
        case .below(let limit): (1, limit - 1)
        case .notApplicable: (0, 0)
        case .low: (1, 4)
        case .unavailable, .unreliable, .dash: nil
        }
    }
}

/// What a published cell holds.
public enum Figure: Sendable, Hashable {
    /// A number, rounded where the policy rounds.
    case count(Int)
    /// A symbol in its place.
    case symbol(Symbol)

    /// As it is written.
    public var text: String {
        switch self {
        case .count(let count): "\(count)"
        case .symbol(let symbol): symbol.text
        }
    }

    /// Whether a count is hidden here.
    public var isHidden: Bool {
        switch self {
        case .count, .symbol(.notApplicable), .symbol(.low): false
        default: true
        }
    }
}

/// The least and the greatest count that is possible.
struct Bounds: Sendable, Hashable {
    var low: Int
    var high: Int

    /// In place of an upper limit where there is none; sums of it stay in range.
    static let unlimited = 1 << 42

    var isFixed: Bool { low == high }
    func contains(_ count: Int) -> Bool { low <= count && count <= high }
}
