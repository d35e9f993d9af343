import NIOCore
import NIOPosix
import Synchronization

/// A connection to a server on this machine, byte for byte.
final class Wire: Sendable {
    struct Seen: Sendable {
        var bytes: [UInt8] = []
        var isClosed = false

        var answers: [Answer] { Answer.all(in: bytes) }
    }

    private let channel: any Channel
    private let inbox: Inbox

    private init(_ channel: any Channel, _ inbox: Inbox) {
        self.channel = channel
        self.inbox = inbox
    }

    deinit { channel.close(promise: nil) }

    static func open(_ port: Int) async throws -> Wire {
        let inbox = Inbox()
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connectTimeout(.seconds(10))
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(Collector(inbox))
                }
            }
            .connect(host: "127.0.0.1", port: port).get()
        return Wire(channel, inbox)
    }

    var seen: Seen { inbox.seen.withLock { $0 } }

    func send(_ text: String) async throws { try await send(Array(text.utf8)) }

    func send(_ bytes: [UInt8]) async throws {
        try await channel.writeAndFlush(ByteBuffer(bytes: bytes)).get()
    }

    /// Waits until what was received is enough.
    @discardableResult
    func until(_ what: String, seconds: Double = 20, _ isEnough: (Seen) -> Bool) async throws -> Seen {
        try await eventually(what, seconds: seconds) { isEnough(seen) }
        return seen
    }

    /// Waits for so many whole answers.
    func answers(_ count: Int) async throws -> [Answer] {
        try await until("answer \(count)") { $0.answers.count >= count }.answers
    }

    /// Waits until the server closes.
    @discardableResult func closed() async throws -> Seen {
        try await until("closing") { $0.isClosed }
    }

    /// Closes, where the server has not.
    func close() async { try? await channel.close() }

    private final class Inbox: Sendable {
        let seen = Mutex(Seen())
    }

    private final class Collector: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        private let inbox: Inbox
        init(_ inbox: Inbox) { self.inbox = inbox }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            let bytes = Array(unwrapInboundIn(data).readableBytesView)
            inbox.seen.withLock { $0.bytes += bytes }
        }

        func channelInactive(context: ChannelHandlerContext) { inbox.seen.withLock { $0.isClosed = true } }

        func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
    }
}

/// An HTTP answer taken apart.
struct Answer: Sendable {
    let status: Int
    /// Names in lower case.
    let fields: [String: String]
    let body: String

    /// The whole answers in what was received, each with a body as long as it says.
    static func all(in bytes: [UInt8]) -> [Answer] {
        var answers: [Answer] = []
        var rest = bytes[...]
        while let end = endOfHead(rest) {
            let lines = String(decoding: rest[..<end], as: UTF8.self).split(separator: "\r\n")
            guard let first = lines.first, first.hasPrefix("HTTP/1.1 "),
                let status = Int(first.dropFirst(9).prefix(3))
            else { return answers }
            let pairs = lines.dropFirst().map { $0.split(separator: ":", maxSplits: 1).map(String.init) }
            let fields = Dictionary(
                pairs.filter { $0.count == 2 }.map { ($0[0].lowercased(), String($0[1].dropFirst())) },
                uniquingKeysWith: { "\($0), \($1)" })
            let body = rest[(end + 4)...]
            let length = fields["content-length"].flatMap { Int($0) } ?? 0
            guard body.count >= length else { return answers }
            answers.append(
                Answer(
                    status: status, fields: fields,
                    body: String(decoding: body.prefix(length), as: UTF8.self)))
            rest = body.dropFirst(length)
        }
        return answers
    }

    private static func endOfHead(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard bytes.count >= 4 else { return nil }
        return (bytes.startIndex...(bytes.endIndex - 4)).first { index in
            bytes[index] == 13 && bytes[index + 1] == 10 && bytes[index + 2] == 13 && bytes[index + 3] == 10
        }
    }
}
