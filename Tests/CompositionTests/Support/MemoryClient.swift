import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import ServiceLifecycle
import Synchronization

@testable import Composition

/// Asks a site without sockets.
///
/// The framework has such a client too, but brings a TLS library and an HTTP client along with it, which take longer
/// to build than all of ours.
struct MemoryClient: Sendable {
    /// How much of a body arrives at a time.
    private static let chunk = 32_768

    let responder: WebResponder
    let logger: Logger

    /// Runs an application's services, and nothing that listens, while `body` asks it.
    static func asking<Value>(
        _ application: Application<WebResponder>, _ body: (MemoryClient) async throws -> Value
    ) async throws -> Value {
        let client = MemoryClient(responder: application.responder, logger: application.logger)
        let group = ServiceGroup(
            configuration: .init(
                services: application.services, gracefulShutdownSignals: [], logger: application.logger))
        let running = Task { try await group.run() }
        let result: Result<Value, any Error>
        do { result = .success(try await body(client)) } catch { result = .failure(error) }
        // Cancelled, for a graceful end that is asked for before the services have begun never comes.
        running.cancel()
        _ = await running.result
        return try result.get()
    }

    /// What came back.
    struct Response: Sendable {
        let head: HTTPResponse
        let body: ByteBuffer
        var status: HTTPResponse.Status { head.status }
        var headers: HTTPFields { head.headerFields }
    }

    /// Sends a request and gives the whole answer.
    func send(
        _ uri: String, _ method: HTTPRequest.Method = .get, _ headers: HTTPFields = [:],
        _ body: ByteBuffer? = nil
    ) async throws -> Response {
        var headers = headers
        if let body { headers[.contentLength] = "\(body.readableBytes)" }
        let request = Request(
            head: HTTPRequest(
                method: method, scheme: "http", authority: "localhost", path: uri, headerFields: headers),
            body: RequestBody(asyncSequence: Self.chunks(of: body ?? ByteBuffer())))
        let context = SiteRequestContext(
            source: ApplicationRequestContextSource(channel: NIOAsyncTestingChannel(), logger: logger))
        let answer = try await responder.respond(to: request, context: context)
        let written = Written()
        try await answer.body.write(Writer(written: written))
        return Response(head: answer.head, body: written.buffer.withLock { $0 })
    }

    private static func chunks(of body: ByteBuffer) -> AsyncStream<ByteBuffer> {
        AsyncStream { stream in
            var rest = body
            while let part = rest.readSlice(length: min(chunk, rest.readableBytes)), part.readableBytes > 0 {
                stream.yield(part)
            }
            stream.finish()
        }
    }

    private final class Written: Sendable {
        let buffer = Mutex(ByteBuffer())
    }

    private struct Writer: ResponseBodyWriter {
        let written: Written

        func write(_ buffer: ByteBuffer) async throws {
            written.buffer.withLock { _ = $0.writeImmutableBuffer(buffer) }
        }

        func finish(_ trailers: HTTPFields?) async throws {}
    }
}

extension MemoryClient {
    /// The answer to GET, or to another method.
    func ask(
        _ uri: String, _ method: HTTPRequest.Method = .get, _ headers: HTTPFields = [:]
    ) async throws -> Response { try await send(uri, method, headers) }
}

extension MemoryClient.Response {
    var text: String { String(buffer: body) }
    var length: Int { body.readableBytes }

    subscript(field: String) -> String? { HTTPField.Name(field).flatMap { headers[$0] } }
}
