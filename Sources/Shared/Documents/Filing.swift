public import Ledger
import Markup
public import Operations
public import Pages

/// Files what came with forms, and gives it back.
///
/// It decides nobody's access: whoever shows a document has decided whether it may be seen.
public struct Documents: Sendable {
    private let files: Files

    /// The subject kinds of the module.
    public static let subjects: [any Subject.Type] = [Document.self]
    /// The most bytes of a paper or a piece of evidence.
    public static let fileBytes = 20_000_000

    /// Makes the module over the files of a deployment.
    public init(_ operations: Operations) { files = operations.files }

    /// Records a file that came with a form as a new document, or as a newer version of one, and gives its id.
    ///
    /// The command must be passed through ``filing(_:_:)``, so that the file stays.
    @discardableResult
    public static func file(
        _ upload: Upload, title: String, as document: String? = nil, _ deciding: inout Deciding
    ) throws -> String {
        let id = document ?? deciding.newID()
        try deciding.record(
            DocumentFiled(title: title, file: FiledFile(upload)), on: Document.self, id, day: deciding.today)
        return id
    }

    /// The same command, after which the file of a form is part of the record.
    public func filing<Value>(_ upload: Upload?, _ command: Command<Value>) -> Command<Value> {
        upload.map { files.attaching($0.id, to: command) } ?? command
    }

    /// A version of a document as a file to be saved.
    ///
    /// - Throws: ``Operations/FileError``; ``Pages/PageError/notFound`` where its bytes were destroyed.
    public func reply(_ version: Document.Version) async throws -> Reply {
        guard let bytes = try await files.bytes(version.file.id) else { throw PageError.notFound }
        return .download(version.file.filename, type: version.file.mediaType, bytes)
    }
}
