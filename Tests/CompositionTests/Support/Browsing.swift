import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Testing

/// A browser of one person: keeps cookies, follows nothing, fills forms as they were shown.
final class Browsing {
    private let client: MemoryClient
    private(set) var cookies: [String: String] = [:]
    private(set) var last = ""

    init(_ client: MemoryClient) { self.client = client }

    /// What came back.
    struct Page {
        let status: Int
        let text: String
        let location: String?
        let cookies: [String]
        let keeping: String?

        /// The value of a hidden field.
        func hidden(_ name: String) -> String? {
            text.split(separator: "<input").first { $0.contains("name=\"\(name)\"") && $0.contains("hidden") }
                .flatMap { $0.firstMatch(of: /value="([^"]*)"/)?.1 }.map { String($0) }
        }

        var title: String { text.firstMatch(of: /<title>([^<]*)</).map { String($0.1) } ?? "" }
        var problems: [String] {
            guard let start = text.range(of: "There is a problem"),
                let end = text.range(of: "</div>", range: start.upperBound..<text.endIndex)
            else { return [] }
            return text[start.upperBound..<end.lowerBound].matches(of: />([^<>\n]+)</).map { String($0.1) }
        }
    }

    func get(_ path: String, _ more: HTTPFields = [:]) async throws -> Page {
        try await ask(path, .get, more, nil)
    }

    /// Sends a form to a path with the token and command of the page shown last.
    func post(
        _ path: String, _ fields: [String: String], from page: Page? = nil, _ more: HTTPFields = [:]
    ) async throws -> Page {
        var all = fields
        if let page {
            for name in ["token", "command", "shown"] where all[name] == nil { all[name] = page.hidden(name) }
        }
        let body = all.sorted { $0.key < $1.key }.map { "\(Self.encoded($0.key))=\(Self.encoded($0.value))" }
            .joined(separator: "&")
        var more = more
        more[.contentType] = "application/x-www-form-urlencoded"
        return try await ask(path, .post, more, ByteBuffer(string: body))
    }

    /// Sends a form with a file, as browsers do: the hidden fields first.
    func send(
        _ path: String, _ fields: [String: String] = [:], file question: String, _ filename: String,
        _ bytes: [UInt8], from page: Page?, _ more: HTTPFields = [:]
    ) async throws -> Page {
        var all = ["token", "command", "shown"].compactMap { name in
            page?.hidden(name).map { (name, $0) }
        }
        all += fields.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        let boundary = "----test"
        var body = all.map { name, value in
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }.joined()
        body +=
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(question)\"; filename=\"\(filename)\"\r\n"
        body += "Content-Type: application/octet-stream\r\n\r\n"
        let sent = Array(body.utf8) + bytes + Array("\r\n--\(boundary)--\r\n".utf8)
        var more = more
        more[.contentType] = "multipart/form-data; boundary=\(boundary)"
        return try await ask(path, .post, more, ByteBuffer(bytes: sent))
    }

    func forget(_ name: String) { cookies[name] = nil }
    func plant(_ name: String, _ value: String) { cookies[name] = value }

    private func ask(
        _ path: String, _ method: HTTPRequest.Method, _ more: HTTPFields, _ body: ByteBuffer?
    ) async throws -> Page {
        var fields = more
        if !cookies.isEmpty {
            fields[.cookie] = cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
                .joined(separator: "; ")
        }
        let answer = try await client.send(path, method, fields, body)
        let set = answer.headers[values: .setCookie]
        for line in set {
            let pair = line.split(separator: ";")[0].split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            cookies[String(pair[0])] = line.contains("Max-Age=0") ? nil : String(pair[1])
        }
        return Page(
            status: Int(answer.status.code), text: String(buffer: answer.body),
            location: answer.headers[.location], cookies: set, keeping: answer.headers[.cacheControl])
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}
