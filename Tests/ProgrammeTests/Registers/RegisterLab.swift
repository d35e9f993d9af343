import Access
import CivilTime
import Foundation
import Markup
import Operations
import People
import Testing

@testable import Documents
@testable import Ledger
@testable import Pages
@testable import Programme

/// The registers over a ledger with the small plan, with files, and with somebody of each role who asks.
struct RegisterLab: Sendable {
    static let today = day("2024-09-20")
    static let plan = code("HOLLIN-2024")

    let file: TemporaryFile
    let ledger: Ledger
    let operations: Operations
    let programme: Programme
    let routes: RouteTable
    let team: Visitor
    let colleague: Visitor

    init() async throws {
        file = try TemporaryFile()
        let clock = SetClock(Self.today).clock
        var options = Ledger.Options(path: file.path)
        options.durable = false
        ledger = try await Ledger.open(
            options, Registry([Account.self] + Documents.subjects + Programme.subjects), clock: clock)
        operations = try await Operations.open(
            ledger, key: AreaKey(), clock: clock, files: file.path + "-files")
        programme = Programme(ledger, documents: Documents(operations))
        var table = RouteTable()
        programme.register(in: &table)
        routes = table
        team = try await Self.account("Rowan Underhill", .programmeTeam, ledger)
        colleague = try await Self.account("Asha Merriden", .programmeTeam, ledger)
        let plan = try PlanFile.read(Array(SmallActionPlan.text.utf8))
        _ = try await programme.record(plan, fingerprint: "small", by: author)
    }

    private static func account(_ name: String, _ role: Role, _ ledger: Ledger) async throws -> Visitor {
        let address = name.lowercased().filter { $0 != " " } + "@example.org"
        let administrator = Author(account: "admin", role: Role.administrator.rawValue, channel: .command)
        let id = try await Accounts(ledger).open(
            try #require(PersonName(name)), try #require(MailAddress(address)),
            roles: [.init(role, from: day("2020-01-01"))], by: administrator
        ).id
        let account = try #require(await Accounts(ledger).account(id))
        return .account(account.holder(on: today))
    }

    var author: Author { Author(account: team.account, role: Role.programmeTeam.rawValue, channel: .web) }

    /// Somebody of a role, whose account is not held.
    static func visitor(_ role: Role) -> Visitor {
        .account(AccountHolder(account: String(repeating: "7", count: 26), grants: [.init(role)]))
    }

    // MARK: Recording without forms

    @discardableResult
    func commit<Value: Codable & Sendable>(
        _ decide: @escaping @Sendable (inout Deciding) throws -> Value
    ) async throws -> Value {
        try await ledger.commit(
            Command(id: UUID().uuidString, fields: "", author: author, decide: decide)
        ).value
    }

    func item(_ kind: String = "strategy", _ details: RegisterDetails? = nil) async throws -> String {
        let kind = try #require(RegisterKind(pathText: kind))
        let details =
            details
            ?? RegisterDetails(
                title: "Early help strategy", owner: "Director of Early Help",
                serving: Serving(plan: Self.plan, objectives: [code("P1A:1")]), due: day("2024-08-31"),
                answers: ["priorities": "Reach families sooner"])
        return try await commit { try RecordRegisterItem(kind, details).decide(&$0) }
    }

    @discardableResult
    func record(_ change: RecordOnRegisterItem.Change, on item: String) async throws -> String {
        try await commit { try RecordOnRegisterItem(change, on: item).decide(&$0) }
    }

    func state<S: Subject>(_ type: S.Type, _ id: String) async throws -> S {
        try #require(await ledger.read { try $0.state(of: type, id)?.state })
    }

    /// A version number that a test knows to be one.
    static func number(_ text: String) throws -> VersionNumber { try #require(VersionNumber(text)) }

    /// What is refused; nil where it is taken.
    func refusal(_ work: () async throws -> some Any) async throws -> RegisterRefusal? {
        do {
            _ = try await work()
            return nil
        } catch let refusal as RegisterRefusal {
            return refusal
        }
    }

    // MARK: Files

    /// A file that came with a form and waits.
    func upload(
        _ name: String = "strategy.pdf", _ content: FileContent = .pdf, _ bytes: String = "%PDF-1.7 …"
    ) async throws -> Upload {
        let incoming = try operations.files.begin()
        try incoming.append(Array(bytes.utf8))
        let kept = try await operations.files.keep(
            incoming, filename: name, mediaType: content.mediaType, of: try #require(team.account))
        return Upload(
            id: kept.id, filename: name, content: content, size: kept.size, digest: kept.digest)
    }

    // MARK: Asking

    func get(_ address: String, by visitor: Visitor? = nil) async -> RegisterAnswer {
        await ask("GET", address, Typed(), visitor ?? team)
    }

    /// Sends a form with what the page at the same address hid in it.
    func post(
        _ address: String, _ fields: [String: String], file: Upload? = nil, command: String? = nil,
        shown: String? = nil, by visitor: Visitor? = nil
    ) async -> RegisterAnswer {
        var typed = Typed(fields.sorted { $0.key < $1.key }.map { Typed.Field($0.key, $0.value) })
        typed.set(Form.commandField, command ?? Identifiers.live.next())
        if let shown { typed.set(Form.shownField, shown) }
        if let file { typed.set("file", upload: file) }
        return await ask("POST", address, typed, visitor ?? team)
    }

    /// Sends a form as it is.
    func send(_ typed: Typed, to address: String) async -> RegisterAnswer {
        await ask("POST", address, typed, team)
    }

    /// Opens a form and sends it filled in.
    func fill(
        _ address: String, _ fields: [String: String], file: Upload? = nil
    ) async -> RegisterAnswer {
        let page = await get(address)
        return await post(address, fields, file: file, shown: page.hidden(Form.shownField))
    }

    private func ask(
        _ method: String, _ address: String, _ form: Typed, _ visitor: Visitor
    ) async -> RegisterAnswer {
        let parts = address.split(separator: "?", maxSplits: 1)
        let query = parts.dropFirst().joined().split(separator: "&").map { part in
            let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
            return (name: pair[0], value: pair.count > 1 ? pair[1].removingPercentEncoding ?? "" : "")
        }
        var context = Lab.context(today: Self.today)
        context.formToken = "token"
        var request = Request(
            method: method,
            segments: (parts.first ?? "").split(separator: "/").map {
                String($0).removingPercentEncoding ?? ""
            }, query: query, visitor: visitor, context: context)
        request.form = form
        let answer = await routes.answer(request)
        return RegisterAnswer(answer.reply, address, trouble: answer.trouble)
    }
}

/// An answer as these tests look at it.
struct RegisterAnswer: Sendable {
    let status: Int
    let html: String
    let body: [UInt8]
    let location: String?
    let trouble: String?
    let page: Shown

    init(_ reply: Reply, _ address: String, trouble: String?) {
        status = reply.status
        body = reply.body
        html = String(decoding: reply.body, as: UTF8.self)
        location = reply.headers.first { $0.name == "Location" }?.value
        self.trouble = trouble
        page = Shown(address, reply)
    }

    /// The words of the page's own part.
    var text: String { page.text }

    /// The value of a hidden field.
    func hidden(_ name: String) -> String? { between(html, "name=\"\(name)\" value=\"", "\"").first }

    /// What the error summary says.
    var problems: [String] {
        between(html, "<div class=\"error-summary\"", "</div>").first.map { summary in
            between(summary, "<li>", "</li>").map { words(of: $0) }
        } ?? []
    }

    /// The fields that the summary leads to.
    var wrong: [String] {
        between(html, "<div class=\"error-summary\"", "</div>").first.map { between($0, "href=\"#", "\"") }
            ?? []
    }
}

/// The three fields of a date.
func dateFields(_ name: String, _ iso: String) -> [String: String] {
    let parts = iso.split(separator: "-").map(String.init)
    return ["\(name)-year": parts[0], "\(name)-month": parts[1], "\(name)-day": parts[2]]
}
