import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTP1
import NIOHTTPTypes
import Testing

@testable import Composition

@Suite(.few) struct `The guard of a connection` {
    private enum Step: Sendable {
        case head
        case body
        case large
        case end
        case answer
        case time(Int64)
    }

    /// A connection with patience of ten seconds.
    private static func connection() throws -> EmbeddedChannel {
        let guardian = RequestGuard(patience: .seconds(10)) { isLarge in
            (
                HTTPResponse(status: isLarge ? .requestHeaderFieldsTooLarge : .badRequest),
                ByteBuffer(string: "page")
            )
        }
        let channel = EmbeddedChannel(handler: guardian)
        channel.connect(to: try SocketAddress(unixDomainSocketPath: "/nowhere"), promise: nil)
        return channel
    }

    private static func take(_ step: Step, _ channel: EmbeddedChannel) throws {
        let request = HTTPRequest(method: .post, scheme: "http", authority: "x", path: "/")
        switch step {
        case .head: try channel.writeInbound(HTTPRequestPart.head(request))
        case .body: try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(string: "a")))
        case .large:
            try channel.writeInbound(HTTPRequestPart.body(ByteBuffer(repeating: 0x61, count: 40_000)))
        case .end: try channel.writeInbound(HTTPRequestPart.end(nil))
        case .answer:
            try channel.writeOutbound(HTTPResponsePart.head(HTTPResponse(status: .ok)))
            try channel.writeOutbound(HTTPResponsePart.end(nil))
        case .time(let seconds): channel.embeddedEventLoop.advanceTime(by: .seconds(seconds))
        }
    }

    private static let open: [(String, [Step])] = [
        ("nothing, not long", [.time(9)]),
        ("an answer that takes long", [.head, .end, .time(60)]),
        ("a body that is in time", [.time(5), .head, .time(2), .body, .time(2), .end, .time(60)]),
        (
            "a large body as long as it keeps coming",
            [.head, .time(9), .large, .large, .time(9), .large, .large, .time(9), .end, .time(60)]
        ),
        ("soon after an answer", [.head, .end, .time(60), .answer, .time(9)]),
        ("the second of two sent ahead", [.head, .end, .head, .end, .answer, .time(60)]),
        (
            "a next one soon after an early answer",
            [.head, .answer, .time(9), .end, .time(9), .head, .end, .time(60)]
        ),
    ]

    private static let closed: [(String, [Step])] = [
        ("nothing", [.time(11)]), ("no body", [.head, .time(11)]),
        ("a large body that stops", [.head, .time(9), .large, .large, .time(11)]),
        ("a large body that comes too slowly", [.head, .time(6), .large, .time(6)]),
        ("a body by drops", [.head, .time(4), .body, .time(4), .body, .time(4)]),
        ("nothing after an answer", [.head, .end, .time(60), .answer, .time(11)]),
        ("nothing after two answers", [.head, .end, .head, .end, .answer, .answer, .time(11)]),
        ("no rest after an early answer", [.head, .answer, .body, .time(6), .body, .time(6)]),
        ("nothing after the rest of what was answered early", [.head, .answer, .end, .time(11)]),
        ("a slow body after that", [.head, .answer, .end, .head, .time(6), .body, .time(6)]),
        ("half of the next one after an answer", [.head, .end, .head, .answer, .time(6), .body, .time(6)]),
    ]

    @Test(arguments: open.map { ($0.0, $0.1, true) } + closed.map { ($0.0, $0.1, false) })
    private func `waits for requests, and not while one is answered`(
        name: String, steps: [Step], isOpen: Bool
    ) throws {
        let channel = try Self.connection()
        for (index, step) in steps.enumerated() {
            #expect(channel.isActive, "before step \(index) of: \(name)")
            try Self.take(step, channel)
        }
        #expect(channel.isActive == isOpen)
        _ = try? channel.finish()
    }

    @Test(arguments: [
        (HTTPParserError.headerOverflow, HTTPResponse.Status.requestHeaderFieldsTooLarge),
        (HTTPParserError.invalidMethod, .badRequest), (HTTPParserError.unknown, .badRequest),
    ])
    func `answers what is not HTTP and closes`(error: HTTPParserError, status: HTTPResponse.Status) throws {
        let channel = try Self.connection()
        channel.pipeline.fireErrorCaught(error)
        guard case .head(let head)? = try channel.readOutbound(as: HTTPResponsePart.self) else {
            Issue.record("no answer")
            return
        }
        #expect(head.status == status)
        channel.embeddedEventLoop.run()
        #expect(!channel.isActive)
    }

    @Test(arguments: [[Step.head], [.head, .end], [.head, .end, .head, .end, .answer]])
    private func `leaves an error to others while a request is answered`(steps: [Step]) throws {
        let channel = try Self.connection()
        for step in steps { try Self.take(step, channel) }
        while try channel.readOutbound(as: HTTPResponsePart.self) != nil {}
        channel.pipeline.fireErrorCaught(HTTPParserError.unknown)
        #expect(throws: HTTPParserError.unknown) { try channel.throwIfErrorCaught() }
        #expect(try channel.readOutbound(as: HTTPResponsePart.self) == nil)
        _ = try? channel.finish()
    }

    @Test func `leaves other errors to others`() throws {
        let channel = try Self.connection()
        channel.pipeline.fireErrorCaught(ChannelError.inputClosed)
        #expect(throws: ChannelError.inputClosed) { try channel.throwIfErrorCaught() }
        #expect(try channel.readOutbound(as: HTTPResponsePart.self) == nil)
        _ = try? channel.finish()
    }
}
