/// Reads a form sent as `multipart/form-data` (RFC 7578) while it comes: bytes in, events out.
///
/// It holds no more than a part's header, a field's value and the last few bytes, so a file of any size
/// streams through. Like ``FormBody`` it is strict: what no browser sends is refused.
public struct Multipart: Sendable {
    /// What has come.
    public enum Event: Sendable, Hashable {
        /// A field, whole; line ends are `\n`.
        case field(name: String, value: String)
        /// A file begins: the name of its field, its own name, cleaned, and the media type that is claimed.
        case fileBegins(name: String, filename: String, mediaType: String)
        /// Bytes of that file.
        case fileBytes([UInt8])
        /// The file has come whole.
        case fileEnds
    }

    /// How much is taken.
    public struct Limits: Sendable, Hashable {
        /// The most parts: fields and files together.
        public var parts = FormBody.fieldLimit
        /// The most bytes of one part's header.
        public var headerBytes = 4_096
        /// The most bytes of all fields' values together.
        public var fieldBytes = FormBody.byteLimit
        /// The most bytes of one file.
        public var fileBytes: Int

        /// Takes files up to so many bytes, and as much besides as other forms take.
        public init(fileBytes: Int) { self.fileBytes = fileBytes }
    }

    private enum Place {
        case start, delimited, header
        case field(String)
        case file(Int)
        case noFile, closed, failed
    }

    private let delimiter: [UInt8]
    private let limits: Limits
    private var place = Place.start
    /// What has come and is not used; a delimiter begins with the line end before it, also the first.
    private var pending: [UInt8] = [0x0D, 0x0A]
    /// How much of `pending` was searched for the end of a header.
    private var searched = 0
    private var value: [UInt8] = []
    private var fieldBytes = 0
    private var parts = 0

    /// The media type.
    public static let mediaType = "multipart/form-data"

    /// Begins to read a body.
    ///
    /// - Parameter type: the `Content-Type` field, with its boundary; any other is refused.
    public init(type: String?, limits: Limits) throws(FormRefusal) {
        guard let type = MediaType(type), type.name == Self.mediaType else { throw .wrongType }
        let boundary = Array((type.parameters["boundary"] ?? "").utf8)
        // RFC 2046, 5.1.1, without the space.
        let marks = Array("'()+_,-./:=?".utf8)
        let isPlain = boundary.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || marks.contains(byte)
        }
        guard (1...70).contains(boundary.count), isPlain else { throw .malformed }
        delimiter = [0x0D, 0x0A, 0x2D, 0x2D] + boundary
        self.limits = limits
    }

    /// Takes the next bytes and gives what they bring; after a refusal it takes no more.
    public mutating func feed(_ bytes: some Sequence<UInt8>) throws(FormRefusal) -> [Event] {
        pending += bytes
        var events: [Event] = []
        do throws(FormRefusal) {
            while try step(&events) {}
        } catch {
            place = .failed
            pending = []
            throw error
        }
        return events
    }

    /// Says that no more will come.
    public mutating func end() throws(FormRefusal) {
        if case .failed = place { throw .malformed }
        guard case .closed = place else { throw .cutShort }
    }

    /// Takes one step; false where more has to come first.
    private mutating func step(_ events: inout [Event]) throws(FormRefusal) -> Bool {
        switch place {
        case .start: return try start()
        case .delimited: return try pass()
        case .header: return try header(&events)
        case .field, .file, .noFile: return try body(&events)
        case .closed:
            // Browsers end the last line, and send nothing behind it.
            guard [0x0D, 0x0A].starts(with: pending) else { throw .malformed }
            return false
        case .failed: throw .malformed
        }
    }

    private mutating func start() throws(FormRefusal) -> Bool {
        guard pending.starts(with: delimiter.prefix(pending.count)) else { throw .malformed }
        guard pending.count >= delimiter.count else { return false }
        pending.removeFirst(delimiter.count)
        place = .delimited
        return true
    }

    /// Behind a delimiter: `--` at the end of all, otherwise the end of its line.
    private mutating func pass() throws(FormRefusal) -> Bool {
        guard pending.count >= 2 else { return false }
        let mark = [pending[0], pending[1]]
        pending.removeFirst(2)
        if mark == [0x2D, 0x2D] {
            place = .closed
        } else if mark == [0x0D, 0x0A] {
            parts += 1
            guard parts <= limits.parts else { throw .tooManyFields(limit: limits.parts) }
            searched = 0
            place = .header
        } else {
            throw .malformed
        }
        return true
    }

    private mutating func header(_ events: inout [Event]) throws(FormRefusal) -> Bool {
        let blank: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]
        guard let end = Self.find(blank, in: pending, from: max(0, searched - 3)) else {
            guard pending.count <= limits.headerBytes else { throw .malformed }
            searched = pending.count
            return false
        }
        guard end <= limits.headerBytes else { throw .malformed }
        let part = try PartHeader(pending[..<end])
        pending.removeFirst(end + blank.count)
        if let filename = part.filename {
            place = filename.isEmpty ? .noFile : .file(0)
            if !filename.isEmpty {
                events.append(
                    .fileBegins(
                        name: part.name, filename: PartHeader.cleaned(filename), mediaType: part.mediaType))
            }
        } else {
            value = []
            place = .field(part.name)
        }
        return true
    }

    private mutating func body(_ events: inout [Event]) throws(FormRefusal) -> Bool {
        let end = Self.find(delimiter, in: pending, from: 0)
        // What may be the beginning of a delimiter waits for its rest.
        let count = end ?? max(0, pending.count - delimiter.count + 1)
        try take(Array(pending[..<count]), &events)
        pending.removeFirst(count)
        guard end != nil else { return false }
        pending.removeFirst(delimiter.count)
        switch place {
        case .field(let name):
            guard let text = String(validating: value, as: UTF8.self) else { throw .malformed }
            events.append(.field(name: name, value: FieldText.lines(text)))
        case .file: events.append(.fileEnds)
        default: break
        }
        place = .delimited
        return true
    }

    private mutating func take(_ bytes: [UInt8], _ events: inout [Event]) throws(FormRefusal) {
        guard !bytes.isEmpty else { return }
        switch place {
        case .field:
            fieldBytes += bytes.count
            guard fieldBytes <= limits.fieldBytes else { throw .fieldTooLarge(limit: limits.fieldBytes) }
            value += bytes
        case .file(let size):
            guard size + bytes.count <= limits.fileBytes else {
                throw .fileTooLarge(limit: limits.fileBytes)
            }
            place = .file(size + bytes.count)
            events.append(.fileBytes(bytes))
        default: throw .malformed
        }
    }

    private static func find(_ wanted: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
        return bytes.withUnsafeBufferPointer { bytes in
            wanted.withUnsafeBufferPointer { wanted in
                var index = start
                while index <= bytes.count - wanted.count {
                    if bytes[index] == first,
                        bytes[index..<(index + wanted.count)].elementsEqual(wanted)
                    {
                        return index
                    }
                    index += 1
                }
                return nil
            }
        }
    }
}
