import CivilTime
import Dispatch
import Foundation
public import Ledger
import Markup
import Synchronization

/// Why a document cannot be printed.
public enum PressError: Explained, Equatable {
    /// As many as can wait are waiting.
    case busy
    /// The program that makes PDFs is not there or ended otherwise than it should.
    case failed(status: Int32)
    /// It took longer than a minute.
    case tookTooLong

    /// What happened and what to do next.
    public var forPerson: String {
        switch self {
        case .busy: "Many documents are being made at this moment. Try again in a minute."
        case .failed, .tookTooLong: "We cannot make PDFs at the moment. The page itself can be printed."
        }
    }

    /// What was wrong.
    public var forOperator: String {
        switch self {
        case .busy: "the queue of documents to be printed is full"
        case .failed(let status): "the PDF program ended with \(status); is WeasyPrint installed?"
        case .tookTooLong: "the PDF program took longer than a minute"
        }
    }
}

/// Makes tagged PDFs (PDF/UA-1, ISO 14289) with WeasyPrint in a process of its own: two at a time, a few waiting.
///
/// The process is handed the document and its style and can fetch nothing; its clock is the document's own day,
/// so the same document gives the same bytes on every day.
public final class Press: Sendable {
    private let python: String
    private let patience: TimeInterval
    private let waitingLimit: Int
    private let queue: OperationQueue
    private let waiting = Mutex(0)

    /// Makes a press.
    ///
    /// - Parameters:
    ///   - python: the Python that has WeasyPrint: Debian's own unless told otherwise.
    ///   - patience: after how many seconds a document is given up.
    public init(
        python: String = "/usr/bin/python3", patience: Double = 60, width: Int = 2, waitingLimit: Int = 20
    ) {
        self.python = python
        self.patience = patience
        self.waitingLimit = waitingLimit
        queue = OperationQueue()
        queue.maxConcurrentOperationCount = width
        // Writing to a process that has ended is an error of that document, not the end of this program.
        signal(SIGPIPE, SIG_IGN)
    }

    /// The document as PDF.
    ///
    /// - Throws: ``PressError``.
    public func pdf(of page: PrintedPage) async throws -> [UInt8] {
        let isAdmitted = waiting.withLock { count in
            guard count < waitingLimit else { return false }
            count += 1
            return true
        }
        guard isAdmitted else { throw PressError.busy }
        defer { waiting.withLock { $0 -= 1 } }
        return try await withCheckedThrowingContinuation { continuation in
            queue.addOperation { [self] in continuation.resume(with: Result { try made(page) }) }
        }
    }

    private struct Given: Encodable {
        let html: String
        let css: String
    }

    private func made(_ page: PrintedPage) throws -> [UInt8] {
        let css = String(decoding: PackageResources.print_css, as: UTF8.self)
        let given = try JSONEncoder().encode(
            Given(html: String(decoding: page.html.bytes, as: UTF8.self), css: css))
        let process = Process()
        process.executableURL = URL(fileURLWithPath: python)
        // -I: nothing from the environment or the folder it is run in.
        process.arguments = ["-I", "-c", String(decoding: PackageResources.press_py, as: UTF8.self)]
        process.environment = [
            "SOURCE_DATE_EPOCH": "\(page.day.number * 86_400)", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin",
            "HOME": NSTemporaryDirectory(),
        ]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        do { try process.run() } catch { throw PressError.failed(status: -1) }
        let deadline = DispatchWorkItem { kill(process.processIdentifier, SIGKILL) }
        DispatchQueue.global().asyncAfter(deadline: .now() + patience, execute: deadline)
        defer { deadline.cancel() }
        DispatchQueue.global().async {
            // Where the process has ended meanwhile, its status says so.
            try? input.fileHandleForWriting.write(contentsOf: given)
            try? input.fileHandleForWriting.close()
        }
        let made = (try? output.fileHandleForReading.readToEnd()) ?? Data()
        process.waitUntilExit()
        if process.terminationReason == .uncaughtSignal { throw PressError.tookTooLong }
        guard process.terminationStatus == 0, made.starts(with: Array("%PDF-".utf8)) else {
            throw PressError.failed(status: process.terminationStatus)
        }
        return Array(made)
    }
}
