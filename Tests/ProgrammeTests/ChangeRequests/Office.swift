import Access
import CivilTime
import Foundation
import People
import Testing

@testable import Ledger
@testable import Pages
@testable import Programme

/// The programme with people of each role at work on it.
struct Office: Sendable {
    static let plan = "/plans/HOLLIN-2024"

    let lab: Lab
    let team: Visitor
    let otherTeam: Visitor
    let lead: Visitor
    let otherLead: Visitor
    let board: Visitor
    let scrutiny: Visitor
    let parent: Visitor

    /// Records the small plan, or what is given, and opens the accounts.
    init(_ plans: [Tree]? = nil) async throws {
        lab = try await Lab()
        for plan in try plans ?? [SmallActionPlan.tree.get()] { try await lab.record(plan) }
        team = try await Self.account(lab, "Asha Merriden", .programmeTeam)
        otherTeam = try await Self.account(lab, "Odd Fellow", .programmeTeam)
        lead = try await Self.account(lab, "Imani Farrow", .groupLead)
        otherLead = try await Self.account(lab, "Sam Penn", .groupLead)
        board = try await Self.account(lab, "Bo Ard", .boardMember)
        scrutiny = try await Self.account(lab, "Sue Tiny", .scrutiny)
        parent = try await Self.account(lab, "Pat Elder", .parent)
    }

    private static func account(_ lab: Lab, _ name: String, _ role: Role) async throws -> Visitor {
        let accounts = Accounts(lab.ledger)
        let administrator = try await accounts.author(
            try #require(MailAddress("first@example.org")), for: .manageAccounts)
        let address = name.lowercased().filter { $0 != " " } + "@example.org"
        let id = try await accounts.open(
            try #require(PersonName(name)), try #require(MailAddress(address)),
            roles: [.init(role, from: day("2020-01-01"))], by: administrator
        ).id
        return .account(try #require(try await accounts.account(id)).holder(on: lab.ledger.today))
    }

    /// The author of what one of them records without a form.
    static func author(_ visitor: Visitor) -> Author {
        Author(account: visitor.account, role: visitor.roles.first?.rawValue, channel: .command)
    }

    @discardableResult
    func commit(
        by visitor: Visitor, _ decide: @escaping @Sendable (inout Deciding) throws -> String
    ) async throws -> String {
        let command = Command(
            id: Identifiers.live.next(), fields: "", author: Self.author(visitor), decide: decide)
        return try await lab.ledger.commit(command).value
    }

    // MARK: Asking

    func get(_ address: String, by visitor: Visitor) async -> Answered {
        let (segments, query) = Self.parts(address)
        return Answered(await answer("GET", segments, query, Typed(), visitor))
    }

    /// Sends a form with a command id of its own, unless one is given, and as one who has just opened it, unless
    /// the fields say what state of things it showed.
    func post(
        _ address: String, _ fields: [String: String], by visitor: Visitor, command: String? = nil
    ) async -> Answered {
        var typed = Typed(fields.sorted { $0.key < $1.key }.map { Typed.Field($0.key, $0.value) })
        typed.set(Form.commandField, command ?? Identifiers.live.next())
        if fields[Form.shownField] == nil {
            let shown = await get(address, by: visitor).hidden(Form.shownField)
            if let shown { typed.set(Form.shownField, shown) }
        }
        return Answered(await answer("POST", Self.parts(address).0, [], typed, visitor))
    }

    /// Everything around a page is the same in every test but for who asks.
    private func answer(
        _ method: String, _ segments: [String], _ query: [(name: String, value: String)], _ form: Typed,
        _ visitor: Visitor
    ) async -> RouteTable.Answer {
        var context = Lab.context()
        context.formToken = "token"
        var request = Request(
            method: method, segments: segments, query: query, visitor: visitor, context: context)
        request.form = form
        return await lab.routes.answer(request)
    }

    private static func parts(_ address: String) -> ([String], [(name: String, value: String)]) {
        let parts = address.split(separator: "?", maxSplits: 1)
        let segments = (parts.first ?? "").split(separator: "/").map {
            String($0).removingPercentEncoding ?? ""
        }
        let query = parts.dropFirst().joined().split(separator: "&").map { part in
            let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
            return (
                name: pair[0],
                value: pair.count > 1
                    ? pair[1].replacing("+", with: " ").removingPercentEncoding ?? "" : ""
            )
        }
        return (segments, query)
    }

    /// The plan's subject id.
    func planID(_ plan: String = "HOLLIN-2024") async throws -> String {
        let code = code(plan)
        return try await lab.ledger.read { try PlanRecord.plan(code, $0).id }
    }

    /// Runs an edit and gives why it was refused; nil where it was not.
    func refusal<R: Refusal>(
        _ type: R.Type, by visitor: Visitor, _ decide: @escaping @Sendable (inout Deciding) throws -> String
    ) async throws -> R? {
        do {
            try await commit(by: visitor, decide)
            return nil
        } catch let refusal as R {
            return refusal
        }
    }
}

/// An answer as a test looks at it.
struct Answered: Sendable {
    let status: Int
    let html: String
    let location: String?
    let body: [UInt8]

    init(_ answer: RouteTable.Answer) {
        status = answer.reply.status
        body = answer.reply.body
        html = String(decoding: answer.reply.body, as: UTF8.self)
        location = answer.reply.headers.first { $0.name == "Location" }?.value
    }

    /// The words of the main part, white space folded.
    var text: String { words(of: between(html, "<main", "</main>").first ?? "") }

    /// What the error summary says.
    var problems: [String] {
        let summary = between(html, "<div class=\"error-summary\"", "</div>").first ?? ""
        return between(summary, "<li>", "</li>").map { words(of: $0) }
    }

    /// The value of a hidden field.
    func hidden(_ name: String) -> String? {
        between(html, "name=\"\(name)\" value=\"", "\"").first
    }
}
