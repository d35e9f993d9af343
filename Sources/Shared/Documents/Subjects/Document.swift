public import CivilTime
public import Ledger
public import Pages

/// A file as a record holds it: what it is called and what it was; its bytes lie elsewhere, under its id.
public struct FiledFile: Sendable, Hashable, Codable {
    /// The random name under which its bytes are kept.
    public var id: String
    /// The sender's name of it, cleaned.
    public var filename: String
    /// The media type that its bytes show.
    public var mediaType: String
    /// Its size in bytes.
    public var size: Int
    /// SHA-256 of its bytes, as hexadecimal digits.
    public var digest: String

    /// Takes a file that came with a form.
    public init(_ upload: Upload) {
        id = upload.id
        filename = upload.filename
        mediaType = upload.content.mediaType
        size = upload.size
        digest = upload.digest
    }
}

/// A document was filed, or a newer version of it.
struct DocumentFiled: Payload {
    static let kind = "document.filed"
    var title: String
    var file: FiledFile
}

/// A document over its versions: a paper, a piece of evidence, a strategy as it was published.
public struct Document: Subject {
    /// One version.
    public struct Version: Sendable, Hashable {
        /// The entry that records it.
        public let entry: String
        /// The day it was filed.
        public let day: Day
        /// What it was called.
        public let title: String
        /// The file.
        public let file: FiledFile
    }

    /// The subject kind.
    public static let kind = "document"
    /// Filed, and filed again.
    public static let entryKinds: [EntryKind<Document>] = [
        EntryKind(DocumentFiled.self) { document, filed in
            document.versions.append(
                Version(entry: filed.id, day: filed.day, title: filed.data.title, file: filed.data.file))
        }
    ]
    /// None: whoever names a document lists it.
    public static let tables: [Table] = []
    /// See ``Ledger/Subject/derivation``.
    public static let derivation = 1

    /// The subject id.
    public let id: String
    /// All versions, the first first.
    public private(set) var versions: [Version] = []
    /// What the fold found wrong.
    public private(set) var problems: [Problem] = []

    /// A document before any entry.
    public init(id: String) { self.id = id }

    /// Takes note of a problem.
    public mutating func note(_ problem: Problem) { problems.append(problem) }

    /// The last version.
    public var current: Version? { versions.last }

    /// None.
    public func rows(_ reference: inout ReferenceReader) -> [Row] { [] }
    /// None.
    public func facts(_ reference: inout ReferenceReader) -> [Fact] { [] }
}
