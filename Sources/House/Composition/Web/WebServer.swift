import HTTPTypes
import Hummingbird
import HummingbirdCore
import Ledger
import Logging
import NIOCore
import NIOHTTPTypes
import Pages
import ServiceLifecycle

/// The HTTP server of a site.
enum WebServer {
    /// The largest header list of a request, in bytes.
    static let headerLimit = 16 * 1_024
    /// The largest body that a request may announce, in bytes; one that announces none is let go unread.
    static let bodyLimit = FormBody.byteLimit
    /// How long a whole request may take to arrive.
    static let patience = TimeAmount.seconds(20)

    static func application(
        _ site: Site, at address: ListenAddress, url: String?, proxies: TrustedProxies = TrustedProxies(),
        logger: Logger,
        patience: TimeAmount = patience,
        onRunning: @escaping @Sendable (Int) async -> Void = { _ in }
    ) -> Application<WebResponder> {
        let responder = WebResponder(site: site, url: url, proxies: proxies, logger: logger)
        let malformed = malformedAnswer(site, SecurityHeaders(isHTTPS: false))
        let channel = HTTP1Channel.Configuration(
            additionalChannelHandlers: [RequestGuard(patience: patience, malformed: malformed)],
            idleTimeout: patience,
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: headerLimit, maxHeaderListSize: headerLimit, maxHeaderFieldCount: 100))
        return Application(
            responder: responder, server: .http1(configuration: channel),
            configuration: .init(address: .hostname(address.host, port: address.port)),
            services: [HeadFollower(ledger: site.ledger, logger: logger)],
            onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? address.port) },
            logger: logger)
    }

    private static func malformedAnswer(
        _ site: Site, _ headers: SecurityHeaders
    ) -> @Sendable (Bool) -> (head: HTTPResponse, body: ByteBuffer) {
        { headersTooLarge in
            let fault: Fault = headersTooLarge ? .headersTooLarge : .badRequest
            let reply = fault.reply(site.context())
            var fields = headers.fields
            fields[.contentType] = reply.type
            fields[.contentLength] = "\(reply.body.count)"
            fields[.connection] = "close"
            return (
                HTTPResponse(status: .init(code: reply.status), headerFields: fields),
                ByteBuffer(bytes: reply.body)
            )
        }
    }
}

/// Looks four times a second whether another process has committed, so that pages follow.
struct HeadFollower: Service {
    let ledger: Ledger
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                do {
                    try await ledger.followHead()
                } catch is CancellationError {
                    return
                } catch {
                    let trouble = (error as? any Explained)?.forOperator ?? "\(type(of: error))"
                    logger.error("cannot follow the ledger", metadata: ["trouble": "\(trouble)"])
                }
                try? await Task.sleep(for: .milliseconds(250))
            }
        }
    }
}
