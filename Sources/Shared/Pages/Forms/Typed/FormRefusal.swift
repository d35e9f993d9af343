public import Ledger

/// Why the body of a form cannot be taken at all; what is wrong inside one field is a ``FormProblem``.
public enum FormRefusal: Explained, Hashable {
    /// Its media type is none that a form is sent as.
    case wrongType
    /// It holds more bytes than this.
    case tooLarge(limit: Int)
    /// It holds more fields or parts than this.
    case tooManyFields(limit: Int)
    /// One field holds more bytes than this.
    case fieldTooLarge(limit: Int)
    /// One file holds more bytes than this.
    case fileTooLarge(limit: Int)
    /// Its escapes, its UTF-8 or its parts are broken.
    case malformed
    /// It ended before its end.
    case cutShort

    /// The HTTP status that fits (RFC 9110): 400, 413 or 415.
    public var status: Int {
        switch self {
        case .wrongType: 415
        case .tooLarge, .tooManyFields, .fieldTooLarge, .fileTooLarge: 413
        case .malformed, .cutShort: 400
        }
    }

    /// What happened and what to do next.
    public var forPerson: String {
        switch self {
        case .wrongType, .malformed:
            "We could not read what your browser sent. Go back, reload the page and send the form again."
        case .tooLarge, .tooManyFields, .fieldTooLarge:
            "That is more text than this form can take. Go back, shorten it and send the form again."
        case .fileTooLarge(let limit):
            "That file is too large. The largest we can take is \(ByteCount.written(limit))."
        case .cutShort:
            "The connection ended before everything had arrived. Go back and send the form again."
        }
    }

    /// What was wrong, without anything that was sent.
    public var forOperator: String {
        switch self {
        case .wrongType: "form of another media type"
        case .tooLarge(let limit): "form over \(limit) bytes"
        case .tooManyFields(let limit): "form of over \(limit) fields"
        case .fieldTooLarge(let limit): "form field over \(limit) bytes"
        case .fileTooLarge(let limit): "file over \(limit) bytes"
        case .malformed: "form body is malformed"
        case .cutShort: "form body is cut short"
        }
    }
}

/// Sizes of files as people read them.
public enum ByteCount {
    /// In bytes, KB or MB (of 1,000), with one decimal place under ten.
    public static func written(_ bytes: Int) -> String {
        if bytes < 1_000 { return bytes == 1 ? "1 byte" : "\(max(0, bytes)) bytes" }
        // What rounds to 1,000 KB is 1 MB.
        return bytes < 999_500 ? scaled(bytes, 1_000) + " KB" : scaled(bytes, 1_000_000) + " MB"
    }

    private static func scaled(_ bytes: Int, _ unit: Int) -> String {
        let tenths = rounded(bytes, by: unit / 10)
        if tenths < 100, tenths % 10 != 0 { return "\(tenths / 10).\(tenths % 10)" }
        return "\(rounded(bytes, by: unit))"
    }

    private static func rounded(_ bytes: Int, by unit: Int) -> Int {
        bytes / unit + (bytes % unit * 2 >= unit ? 1 : 0)
    }
}
