import CivilTime
import Documents
import Foundation
import Markup
import Operations
import People
import Testing

@testable import Access
@testable import Ledger
@testable import Pages
@testable import Programme

/// The pages of each month over the small plans, with accounts, and a folder for files.
struct ProgressPages: Sendable {
    let lab: ProgressLab
    let operations: Operations
    private let routes: RouteTable
    /// What an instrument says of an objective, by its id.
    static let said = ["P1A:1": ["K101 has not moved since January 2024"]]

    init(today: Day = Lab.today) async throws {
        lab = try await ProgressLab(today: today)
        let ledger = lab.lab.ledger
        let folder = lab.lab.file.path + "-files"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        operations = try await Operations.open(
            ledger, key: AreaKey(), clock: lab.lab.clock.clock, files: folder)
        let programme = Programme(
            ledger, documents: Documents(operations),
            evidence: .init { asked, _ in Self.said[asked.part] ?? [] })
        var table = RouteTable()
        programme.register(in: &table)
        routes = table
        for someone in Someone.allCases { try await open(someone) }
    }

    /// Opens the account that a test names somebody by.
    private func open(_ someone: Someone) async throws {
        let name = try #require(PersonName(someone.name))
        let address = try #require(MailAddress("\(someone.rawValue).reports@example.org"))
        let role: Role = someone == .team ? .programmeTeam : .groupLead
        let first = min(day("2024-01-02"), lab.lab.ledger.today)
        _ = try await lab.commit { deciding -> Bool in
            try deciding.record(
                AccountOpened(name: name, address: address, firstOfDatabase: nil), on: Account.self,
                someone.rawValue, day: first)
            try deciding.record(
                RoleGranted(role: role, from: first, to: nil, organisation: nil),
                on: Account.self, someone.rawValue, day: first)
            return true
        }
    }

    static func visitor(_ someone: Someone) -> Visitor {
        visitor(someone.rawValue, someone == .team ? .programmeTeam : .groupLead)
    }

    static func visitor(_ account: String, _ role: Role) -> Visitor {
        .account(AccountHolder(account: account, grants: [.init(role)]))
    }

    /// Asks for a page.
    func page(_ address: String, by visitor: Visitor) async -> Shown {
        Shown(address, await ask("GET", address, Typed(), visitor).reply)
    }

    func page(_ address: String, by someone: Someone) async -> Shown {
        await page(address, by: Self.visitor(someone))
    }

    /// Sends a form; the version shown is the newest unless another is given.
    func post(
        _ address: String, _ fields: [String: String], by someone: Someone, command: String? = nil,
        shown: Int = 100, lists: [String: [String]] = [:], upload: Upload? = nil
    ) async -> Shown {
        var typed = Typed(fields.sorted { $0.key < $1.key }.map { Typed.Field($0.key, $0.value) })
        for (name, values) in lists { typed.set(name, values) }
        typed.set(Form.commandField, command ?? Identifiers.live.next())
        typed.set(Form.shownField, "\(shown)")
        if let upload { typed.set("file", upload: upload) }
        let reply = await ask("POST", address, typed, Self.visitor(someone)).reply
        return Shown(reply.headers.first { $0.name == "Location" }?.value ?? address, reply)
    }

    func ask(_ method: String, _ address: String, _ form: Typed, _ visitor: Visitor) async
        -> RouteTable.Answer
    {
        let parts = address.split(separator: "?", maxSplits: 1)
        let query = parts.dropFirst().joined().split(separator: "&").map { part in
            let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
            return (name: pair[0], value: pair.count > 1 ? pair[1].removingPercentEncoding ?? "" : "")
        }
        var context = Lab.context(today: lab.lab.ledger.today)
        context.formToken = "token"
        var request = Request(
            method: method,
            segments: (parts.first ?? "").split(separator: "/").map {
                String($0).removingPercentEncoding ?? ""
            },
            query: query, visitor: visitor, context: context)
        request.form = form
        return await routes.answer(request)
    }

    /// Every route of the room.
    var listing: [(method: String, pattern: String, action: Action)] { routes.listing }

    /// Keeps a file as the web server does, for a form to bring.
    func upload(_ text: String, _ name: String, by someone: Someone) async throws -> Upload {
        let incoming = try operations.files.begin()
        try incoming.append(Array(text.utf8))
        let kept = try await operations.files.keep(
            incoming, filename: name, mediaType: FileContent.text.mediaType, of: someone.rawValue)
        return Upload(
            id: kept.id, filename: kept.filename, content: .text, size: kept.size, digest: kept.digest)
    }

    func path(_ code: String, _ rest: String = "") async throws -> String {
        "/programme/of/\(try await lab.part(code))\(rest)"
    }

    /// A report's fields as a form sends them, with milestones as they stand.
    static let report = [
        "for": "2024-08", "rating": "amber", "narrative": "We asked every service.", "impact": "",
        "step-m1": "same", "step-m2": "same",
    ]
    static let risk = [
        "title": "Nobody answers the phone", "is-issue": "no", "likelihood": "3", "impact": "4",
        "mitigation": "A second line", "owner": "Head of SEND", "review-day": "1", "review-month": "12",
        "review-year": "2024",
    ]
    static let evidence = [
        "title": "Survey of families", "shows": "More families are asked.", "kind": "impact",
        "for": "2024-08", "link": "https://example.org/survey",
    ]
}

extension Someone {
    /// Names of people who are nobody.
    var name: String {
        switch self {
        case .hearing: "Hazel Ormerod"
        case .timely: "Tobias Wren"
        case .team: "Asha Merriden"
        case .second: "Silas Penhale"
        }
    }
}

/// A page with everything random in it named alike, so that it can be compared whole.
func steady(_ shown: Shown) -> [UInt8] {
    var names: [Substring: String] = [:]
    var text = ""
    var rest = shown.html[...]
    while let match = rest.firstMatch(of: /\b[0-9a-hjkmnp-tv-z]{26}\b/) {
        let name = names[match.output] ?? "id\(names.count + 1)"
        names[match.output] = name
        text += rest[..<match.range.lowerBound] + name
        rest = rest[match.range.upperBound...]
    }
    return Array((text + rest).utf8)
}
