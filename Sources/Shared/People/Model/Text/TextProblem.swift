public import Ledger

/// Why a line of text was refused; holds nothing of the text itself.
public enum TextProblem: Explained, Equatable {
    /// Nothing that can be seen.
    case empty
    /// Longer than `limit` code points.
    case tooLong(limit: Int, length: Int)
    /// A character that steers machines and shows nothing, such as NUL or escape.
    case control
    /// A character that turns the order of reading, so that text would show as something else.
    case overridden
    /// More marks over and under one letter than any script uses.
    case marks

    /// What is wrong and what to do.
    public var forPerson: String {
        switch self {
        case .empty: "Nothing was entered."
        case .tooLong(let limit, let length):
            "This may be at most \(limit) characters long; it has \(length). Shorten it."
        case .control:
            "This holds a character that cannot be seen and may not be kept. Type it instead of pasting it."
        case .overridden:
            "This holds a hidden character that turns the order of reading. Type it instead of pasting it."
        case .marks: "One letter carries more marks than any writing uses. Type it again."
        }
    }

    /// The same in short.
    public var forOperator: String {
        switch self {
        case .empty: "text: empty"
        case .tooLong(let limit, let length): "text: \(length) code points, limit \(limit)"
        case .control: "text: control character"
        case .overridden: "text: direction override"
        case .marks: "text: too many combining marks"
        }
    }
}
