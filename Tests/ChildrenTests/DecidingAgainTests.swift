import Access
import CivilTime
import Foundation
import Ledger
import Pages
import People
import Testing

@testable import Children

extension Lab {
    /// Ends all roles of somebody with yesterday, behind the back of a page they have open.
    func endRoles(of visitor: Visitor) async throws {
        let id = sure(visitor.account)
        for grant in try await sure(Accounts(ledger).account(id)).grants {
            try await Accounts(ledger).end(
                grant.id, of: id, on: today - 1, reason: nil,
                by: Author(account: "admin", role: "administrator", channel: .command),
                command: UUID().uuidString)
        }
    }
}

@Suite struct `A form whose sender's role ended after it was let in` {
    /// A form, who sends it, and what makes it ready to be sent.
    enum Sent: String, CaseIterable, Sendable {
        case change, correct, end, withdraw, merge, separate, mark, release, new, emergency
    }

    private func merge(_ double: String, into child: String, _ lab: Lab) async throws {
        try await lab.commit { deciding -> Bool in
            try Merging.merge(child: double, into: child, because: sure(ShortText("same")), &deciding)
            return true
        }
    }

    private func form(
        _ sent: Sent, _ town: Town
    ) async throws -> (path: String, fields: [String: String], by: Visitor) {
        let (lab, record) = (town.lab, "/children/\(town.child)")
        let need = try await lab.record(.need(Need(.autism)), of: town.child)
        let double = try await lab.child("Ada", "Byron")
        let shown = ["shown": try await lab.version(town.child), "reason": "Seen"]
        let since = dated("from", "2024-01-01")
        switch sent {
        case .change, .correct:
            let fields = ["need": "SLCN", "rank": "2"].merging(since) { $1 }.merging(shown) { $1 }
            let path = sent == .change ? "change/need" : "correct/\(need)"
            return ("\(record)/\(path)", fields, town.officer)
        case .end:
            let fields = shown.merging(dated("to", "2024-06-01")) { $1 }
            return ("\(record)/end/\(need)", fields, town.officer)
        case .withdraw: return ("\(record)/take-back/\(need)", shown, town.officer)
        case .merge: return ("\(record)/doubles/\(double)", shown, town.manager)
        case .separate:
            try await merge(double, into: town.child, lab)
            return ("\(record)/merged/\(double)", shown, town.manager)
        case .mark:
            let fields = ["account": "sampenn@example.org", "reason": "An enquiry"].merging(since) { $1 }
            return ("\(record)/marks", fields, town.lead)
        case .release:
            let mark = try await lab.change(
                .mark(child: town.child, account: sure(town.senco.account), from: lab.today))
            return ("\(record)/marks/\(mark)", shown, town.lead)
        case .new:
            let name = ["forenames": "Bea", "surname": "Booth", "address-known": "no", "team": town.team]
            let done = NewChildStep.allCases.map(\.rawValue).joined(separator: " ")
            return (
                "/children/new/record", name.merging([NewChildAnswers.doneField: done]) { $1 }, town.officer
            )
        case .emergency:
            let fields = ["full-name": "Charles Babbage", "reason": "Found alone"]
            return ("/emergency", fields.merging(dated("born", "2012-12-26")) { $1 }, town.senco)
        }
    }

    @Test(arguments: Sent.allCases)
    func `is answered as if there were nothing there, and keeps nothing`(sent: Sent) async throws {
        let town = try await Town()
        let (path, fields, visitor) = try await form(sent, town)
        try await town.lab.endRoles(of: visitor)
        let before = try await town.lab.ledger.followHead().commit
        let answer = try await town.lab.post(path, fields, by: visitor)
        #expect(answer.status == 404 && answer.trouble == nil)
        #expect(try await town.lab.ledger.followHead().commit == before)
    }

    @Test(arguments: Sent.allCases)
    func `is taken where nothing ended`(sent: Sent) async throws {
        let town = try await Town()
        let (path, fields, visitor) = try await form(sent, town)
        let before = try await town.lab.ledger.followHead().commit
        let answer = try await town.lab.post(path, fields, by: visitor)
        #expect(answer.status == 303, "\(answer.problems)")
        #expect(try await town.lab.ledger.followHead().commit == before + 1)
    }
}
