import Access
import HTTPTypes
import Hummingbird
import NIOCore
import Operations
import Pages

/// Reads the form that comes with a request; files stream to where they are kept and never lie whole in memory.
struct FormReceiving {
    /// How many times the allowed size is read of a file that is too large, so that the form can say so and
    /// keeps all else that was typed.
    static let patienceWithLargeFiles = 3

    let site: Site
    let segments: [String]
    let request: Hummingbird.Request
    /// Whose form it is: who is signed in, or whose session has ended.
    let account: String?
    /// Whether the token that came before any file is of this browser.
    let admits: (Typed) -> Bool

    /// The most bytes that the body of a form sent to a path may have.
    static func bodyLimit(_ site: Site, _ segments: [String]) -> Int {
        WebServer.bodyLimit + (site.routes.fileBytes(segments) ?? 0) * patienceWithLargeFiles
    }

    func typed() async throws -> Typed {
        let type = request.headers[.contentType]
        guard let limit = site.routes.fileBytes(segments), type?.hasPrefix(Multipart.mediaType) == true else {
            return try await fields(type)
        }
        guard let account else { throw Fault.notFound }
        var receiving = try FilesReceiving(
            files: site.operations.files, account: account, limit: limit, type: type)
        do {
            for try await buffer in request.body {
                for event in try receiving.events(of: buffer) {
                    try await receiving.take(event, admits: admits)
                }
            }
            try receiving.end()
        } catch {
            receiving.abandon()
            throw Self.fault(error)
        }
        return try await Self.withKept(receiving.typed, site.operations.files, account)
    }

    /// The same with the files that came before, named by hidden fields, where they still wait.
    static func withKept(_ typed: Typed, _ files: Files, _ account: String) async throws -> Typed {
        var typed = typed
        for field in typed.fields {
            guard let question = FileQuestion.question(keptAs: field.name), typed.uploads[question] == nil,
                let file = try await files.waiting(field.value, of: account)
            else { continue }
            typed.set(question, upload: Upload(file))
        }
        return typed
    }

    private func fields(_ type: String?) async throws -> Typed {
        let body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: WebServer.bodyLimit)
        } catch {
            throw Fault.tooLarge
        }
        do throws(FormRefusal) {
            return try FormBody.read(body.readableBytesView, type: type)
        } catch {
            throw Fault.badForm
        }
    }

    private static func fault(_ error: any Error) -> any Error {
        switch error {
        case let refusal as FormRefusal: refusal.status == 413 ? Fault.tooLarge : Fault.badForm
        case is Fault, is FileError: error
        // The connection ended, or more came than was announced.
        default: Fault.badForm
        }
    }
}

/// The files of one form as they come.
private struct FilesReceiving {
    private let files: Files
    private let account: String
    private let limit: Int
    private var multipart: Multipart
    private var current: Current?
    private(set) var typed = Typed()

    private struct Current {
        let question: String
        let filename: String
        /// Nil once it is too large to be kept.
        var incoming: IncomingFile?
        var inspection = FileInspection()
        var size = 0
    }

    init(files: Files, account: String, limit: Int, type: String?) throws {
        self.files = files
        self.account = account
        self.limit = limit
        multipart = try Multipart(
            type: type, limits: .init(fileBytes: limit * FormReceiving.patienceWithLargeFiles))
    }

    mutating func events(of buffer: ByteBuffer) throws -> [Multipart.Event] {
        try multipart.feed(buffer.readableBytesView)
    }

    mutating func take(_ event: Multipart.Event, admits: (Typed) -> Bool) async throws {
        switch event {
        case .field(let name, let value): typed.add(name, value)
        case .fileBegins(let question, let filename, _):
            // Our forms send their token first; whoever has none is not let to fill the disk.
            guard admits(typed) else { throw Fault.forged }
            guard typed.uploads[question] == nil else { throw FormRefusal.malformed }
            current = Current(question: question, filename: filename, incoming: try files.begin())
        case .fileBytes(let bytes): try append(bytes)
        case .fileEnds: try await keep()
        }
    }

    mutating func end() throws { try multipart.end() }

    func abandon() { current?.incoming?.abandon() }

    private mutating func append(_ bytes: [UInt8]) throws {
        current?.size += bytes.count
        if current?.size ?? 0 > limit {
            current?.incoming?.abandon()
            current?.incoming = nil
        }
        current?.inspection.append(bytes)
        try current?.incoming?.append(bytes)
    }

    /// Keeps the file that has come whole; one that no question would take is only described.
    private mutating func keep() async throws {
        guard let file = current else { return }
        current = nil
        let content = file.inspection.content
        guard let incoming = file.incoming, file.size > 0, content != .program else {
            file.incoming?.abandon()
            let described = Upload(id: "", filename: file.filename, content: content, size: file.size)
            return typed.set(file.question, upload: described)
        }
        let kept = try await files.keep(
            incoming, filename: file.filename, mediaType: content.mediaType, of: account)
        typed.set(file.question, upload: Upload(kept))
    }
}

extension Upload {
    /// A kept file as the questions of forms know it.
    init(_ file: KeptFile) {
        self.init(
            id: file.id, filename: file.filename, content: FileContent(mediaType: file.mediaType),
            size: file.size, digest: file.digest)
    }
}
