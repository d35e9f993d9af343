import HTTPTypes
import Hummingbird
import Markup
import Pages

/// Makes HTTP answers of replies: the headers of every answer, how long it may be kept, its tag.
struct ResponseMaking: Sendable {
    let headers: SecurityHeaders

    func response(_ reply: Reply, cookies: [String] = []) -> Response {
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
        for cookie in cookies { fields.append(HTTPField(name: .setCookie, value: cookie)) }
        return Response(
            status: .init(code: reply.status), headers: fields,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: reply.body)))
    }

    /// The page, or only its tag where the asker has it already.
    func conditional(_ kept: PublicCache.Kept, _ request: Hummingbird.Request) -> Response {
        guard let tag = kept.tag, let known = request.headers[.ifNoneMatch], EntityTag.isNamed(tag, in: known)
        else { return kept.response }
        var fields = kept.response.headers
        fields[.contentLength] = nil
        return Response(status: .notModified, headers: fields)
    }

    func permanentRedirect(to link: Link) -> Response {
        var fields = headers.fields
        fields[.location] = link.text
        return Response(status: .permanentRedirect, headers: fields)
    }

    func plain(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        var fields = headers.fields
        fields[.contentType] = "text/plain; charset=utf-8"
        fields[.cacheControl] = "no-store"
        return Response(
            status: status, headers: fields, body: ResponseBody(byteBuffer: ByteBuffer(string: text + "\n")))
    }
}
