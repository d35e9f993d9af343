import Access
import CivilTime
import Foundation
import HTTPTypes
package import Hummingbird
import Ledger
package import Logging
import Markup
import Pages

/// Answers HTTP requests with the site's routes: limits, public pages kept as bytes, headers, one log line each.
package struct WebResponder: HTTPResponder {
    package typealias Context = BasicRequestContext

    let site: Site
    let logger: Logger
    let cache = PublicCache()
    private let headers: SecurityHeaders

    package init(site: Site, url: String?, logger: Logger) {
        self.site = site
        self.logger = logger
        headers = SecurityHeaders(isHTTPS: url?.hasPrefix("https://") ?? false)
    }

    package func respond(to request: Hummingbird.Request, context: Context) async throws -> Response {
        let started = ContinuousClock.now
        let (response, route, trouble) = await answer(request)
        log(request, response, route, trouble, started.duration(to: .now))
        return request.method == .head ? response.createHeadResponse() : response
    }

    private func answer(_ request: Hummingbird.Request) async -> (Response, route: String, trouble: String?) {
        let target = request.head.path ?? "/"
        let method = request.method.rawValue
        let head = site.ledger.knownHead
        let today = site.day()
        let isRead = request.method == .get || request.method == .head
        if let length = request.headers[.contentLength], Int(length) ?? .max > WebServer.bodyLimit {
            return (made(Fault.tooLarge.reply(site.context())), "too large", nil)
        }
        if isRead, let kept = cache.page(target, commit: head.commit, today: today) {
            return (conditional(kept, request), kept.route, nil)
        }
        if target == "/health" { return (plain("alive"), "/health", nil) }
        if target == "/ready" { return await ready() }
        let context = site.context()
        do throws(Fault) {
            let parsed = try RequestTarget(target)
            if let elsewhere = parsed.withoutSlash, isRead, !parsed.segments.isEmpty {
                return (redirect(to: elsewhere), "slash", nil)
            }
            let answer = await site.routes.answer(
                Pages.Request(
                    method: method, segments: parsed.segments, query: parsed.query, context: context))
            let response = made(answer.reply)
            guard isRead, answer.isPublic, answer.reply.status == 200 else {
                return (response, answer.route, answer.trouble)
            }
            let kept = PublicCache.Kept(
                response: response, tag: response.headers[.eTag], route: answer.route)
            cache.keep(
                kept, size: answer.reply.body.count, for: target, commit: context.head.commit, today: today)
            return (conditional(kept, request), answer.route, nil)
        } catch {
            return (made(error.reply(context)), "fault", nil)
        }
    }

    /// The page, or only its tag where the asker has it already.
    private func conditional(_ kept: PublicCache.Kept, _ request: Hummingbird.Request) -> Response {
        guard let tag = kept.tag, let known = request.headers[.ifNoneMatch], EntityTag.isNamed(tag, in: known)
        else { return kept.response }
        var fields = kept.response.headers
        fields[.contentLength] = nil
        return Response(status: .notModified, headers: fields)
    }

    private func made(_ reply: Reply) -> Response {
        var fields = headers.fields
        fields[.contentType] = reply.type
        switch reply.keeping {
        case .revalidated:
            fields[.cacheControl] = "no-cache"
            fields[.eTag] = EntityTag.of(reply.body)
        case .forEver: fields[.cacheControl] = "public, max-age=31536000, immutable"
        case .never: fields[.cacheControl] = "no-store"
        }
        for (name, value) in reply.headers {
            if let name = HTTPField.Name(name) { fields[name] = value }
        }
        return Response(
            status: .init(code: reply.status), headers: fields,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: reply.body)))
    }

    private func redirect(to link: Link) -> Response {
        var fields = headers.fields
        fields[.location] = link.text
        return Response(status: .permanentRedirect, headers: fields)
    }

    private func plain(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        var fields = headers.fields
        fields[.contentType] = "text/plain; charset=utf-8"
        fields[.cacheControl] = "no-store"
        return Response(
            status: status, headers: fields, body: ResponseBody(byteBuffer: ByteBuffer(string: text + "\n")))
    }

    private func ready() async -> (Response, route: String, trouble: String?) {
        do {
            try await site.ledger.followHead()
            return (plain("ready"), "/ready", nil)
        } catch {
            let trouble = (error as? any Explained)?.forOperator ?? "\(type(of: error))"
            return (plain("not ready", status: .serviceUnavailable), "/ready", trouble)
        }
    }

    private func log(
        _ request: Hummingbird.Request, _ response: Response, _ route: String, _ trouble: String?,
        _ time: Duration
    ) {
        let level: Logger.Level = trouble == nil ? .info : .error
        guard logger.logLevel <= level else { return }
        let microseconds =
            time.components.seconds * 1_000_000 + time.components.attoseconds / 1_000_000_000_000
        var metadata: Logger.Metadata = [
            "route": "\(route)", "method": "\(request.method.rawValue.prefix(10))",
            "status": "\(response.status.code)", "microseconds": "\(microseconds)",
        ]
        if let trouble { metadata["trouble"] = "\(trouble)" }
        logger.log(level: level, "request", metadata: metadata)
    }
}
