import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Guards one connection: closes it where a request is not whole in time, and answers what is not HTTP.
///
/// Lives on its connection's event loop; a framework's idle timer alone would let a slow sender stay for ever.
final class RequestGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let patience: TimeAmount
    private let malformed: @Sendable (_ headersTooLarge: Bool) -> (head: HTTPResponse, body: ByteBuffer)
    private var deadline: Scheduled<Void>?
    /// Requests whose head has come, and those that have come whole, less those that were answered.
    private var begun = 0
    private var whole = 0
    /// Bytes of a body that came since the time was last started anew.
    private var arrived = 0
    /// So many bytes earn the whole time again: a large file may take long, a slow sender may not.
    private static let worthWaiting = 65_536

    /// Waits so long for a whole request; `malformed` gives the answer to what is not HTTP.
    init(
        patience: TimeAmount,
        malformed: @escaping @Sendable (_ headersTooLarge: Bool) -> (head: HTTPResponse, body: ByteBuffer)
    ) {
        self.patience = patience
        self.malformed = malformed
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { wait(context) }
    }

    func channelActive(context: ChannelHandlerContext) {
        wait(context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        deadline?.cancel()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { deadline?.cancel() }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head: begun += 1
        case .body(let bytes):
            arrived += bytes.readableBytes
            if arrived >= Self.worthWaiting { wait(context) }
        case .end:
            whole += 1
            wait(context)
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) {
            begun -= 1
            whole -= 1
            wait(context)
        }
        context.write(data, promise: promise)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let error = error as? HTTPParserError, begun <= 0 else {
            context.fireErrorCaught(error)
            return
        }
        let (head, body) = malformed(error == .headerOverflow)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(body)), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil))).assumeIsolated().whenComplete { _ in
            context.close(promise: nil)
        }
    }

    /// Starts the time anew for what is still to come; a whole request that waits for its answer needs none.
    private func wait(_ context: ChannelHandlerContext) {
        deadline?.cancel()
        arrived = 0
        // An answer may be given before its request has come whole: then the rest of that is awaited.
        guard whole <= 0 else { return }
        deadline = context.eventLoop.assumeIsolated().scheduleTask(in: patience) {
            context.close(promise: nil)
        }
    }
}
