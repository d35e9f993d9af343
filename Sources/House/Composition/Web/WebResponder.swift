import Access
import CivilTime
import Foundation
import HTTPTypes
package import Hummingbird
import Ledger
package import Logging
import Markup
import Pages

/// Answers HTTP requests with the site's routes: limits, sessions, reads kept, headers, one log line each.
package struct WebResponder: HTTPResponder {
    package typealias Context = SiteRequestContext

    let site: Site
    let logger: Logger
    let cache = PublicCache()
    private let making: ResponseMaking
    private let gate: Gate
    private let host: String?
    private let proxies: TrustedProxies

    package init(site: Site, url: String?, logger: Logger) {
        self.init(site: site, url: url, proxies: TrustedProxies(), logger: logger)
    }

    init(site: Site, url: String?, proxies: TrustedProxies, logger: Logger) {
        self.site = site
        self.logger = logger
        self.proxies = proxies
        let isHTTPS = url?.hasPrefix("https://") ?? false
        making = ResponseMaking(headers: SecurityHeaders(isHTTPS: isHTTPS))
        gate = Gate(site: site, cookies: Cookies(isHTTPS: isHTTPS))
        host = url.flatMap { RequestTarget.authority(of: $0) }
    }

    /// An answer with what the log says of it.
    struct Logged {
        var response: Response
        var route: String
        var trouble: String?
    }

    package func respond(to request: Hummingbird.Request, context: Context) async throws -> Response {
        let started = ContinuousClock.now
        let logged = await answer(request, context)
        log(request, logged, started.duration(to: .now))
        return request.method == .head ? logged.response.createHeadResponse() : logged.response
    }

    private func answer(_ request: Hummingbird.Request, _ context: Context) async -> Logged {
        let target = request.head.path ?? "/"
        let isRead = request.method == .get || request.method == .head
        if let length = request.headers[.contentLength], Int(length) ?? .max > bodyLimit(request) {
            return fault(.tooLarge, "too large")
        }
        if isRead, target == "/health" { return Logged(response: making.plain("alive"), route: "/health") }
        if isRead, target == "/ready" { return await ready() }
        if let host, request.head.authority?.lowercased() != host {
            return fault(.misdirected, "misdirected")
        }
        let isKnown = gate.cookies.value(.session, in: request.headers) != nil
        if isRead, !isKnown,
            let kept = cache.page(target, commit: site.ledger.knownHead.commit, today: site.day())
        {
            return Logged(response: making.conditional(kept, request), route: kept.route)
        }
        do throws(Fault) {
            let parsed = try RequestTarget(target)
            if let elsewhere = parsed.withoutSlash, isRead, !parsed.segments.isEmpty {
                return Logged(response: making.permanentRedirect(to: elsewhere), route: "slash")
            }
            return await Answering(
                site: site, gate: gate, making: making, proxies: proxies,
                cache: isKnown || !isRead ? nil : cache, target: parsed,
                request: request, context: context
            ).run()
        } catch {
            return fault(error, "fault")
        }
    }

    private func bodyLimit(_ request: Hummingbird.Request) -> Int {
        guard request.method == .post, let target = try? RequestTarget(request.head.path ?? "/") else {
            return WebServer.bodyLimit
        }
        return FormReceiving.bodyLimit(site, target.segments)
    }

    private func fault(_ fault: Fault, _ route: String) -> Logged {
        Logged(response: making.response(fault.reply(site.context())), route: route)
    }

    private func ready() async -> Logged {
        do {
            try await site.ledger.followHead()
            return Logged(response: making.plain("ready"), route: "/ready")
        } catch {
            let trouble = (error as? any Explained)?.forOperator ?? "\(type(of: error))"
            return Logged(
                response: making.plain("not ready", status: .serviceUnavailable), route: "/ready",
                trouble: trouble)
        }
    }

    private func log(_ request: Hummingbird.Request, _ logged: Logged, _ time: Duration) {
        let level: Logger.Level = logged.trouble == nil ? .info : .error
        guard logger.logLevel <= level else { return }
        let microseconds =
            time.components.seconds * 1_000_000 + time.components.attoseconds / 1_000_000_000_000
        var metadata: Logger.Metadata = [
            "route": "\(logged.route)", "method": "\(request.method.rawValue.prefix(10))",
            "status": "\(logged.response.status.code)", "microseconds": "\(microseconds)",
        ]
        if let trouble = logged.trouble { metadata["trouble"] = "\(trouble)" }
        logger.log(level: level, "request", metadata: metadata)
    }
}
