import Access
import CivilTime
import Documents
import Ledger
import Markup
import Pages
import People
import Testing

@testable import Meetings

private let report = Upload(
    id: "f1", filename: "report.pdf", content: .pdf, size: 12, digest: "the bytes")

@Suite struct `Papers of a meeting` {
    private func add(_ board: Board) async throws -> String {
        let added = try await board.lab.post(
            "/meetings/of/\(board.may)/papers", ["title": "Report"], upload: report, by: board.team)
        #expect(added.status == 303)
        return try #require(try await board.lab.meeting(board.may).papers.first?.data.paper)
    }

    @Test func `are filed as documents and given back to who may see meetings`() async throws {
        let board = try await Board()
        let paper = try await add(board)
        let document = try #require(try await board.lab.meeting(board.may).papers.first?.data.document)
        let filed = try await board.lab.ledger.read { try $0.state(of: Document.self, document)?.state }
        #expect(filed?.current?.title == "Report")
        let path = "/meetings/of/\(board.may)/papers/\(paper)"
        #expect(try await board.lab.get(path, by: board.scrutiny).text == "the bytes")
        #expect(try await board.lab.get(path).status == 404)
    }

    @Test func `are public only when somebody else than who added them marked them`() async throws {
        let board = try await Board()
        let paper = try await add(board)
        let path = "/meetings/of/\(board.may)/papers/\(paper)/public"
        let address = "/forums/papers/\(board.may)/\(paper)"
        #expect(try await board.lab.get(address).status == 404)
        #expect(try await board.lab.get(path, by: board.team).has("You added this paper"))
        let own = try await board.lab.post(path, ["confirm": "yes", "shown": "3"], by: board.team)
        #expect(own.status == 422)
        #expect(
            own.problems == [
                "You added this paper, so you cannot make it public. Ask somebody else to read it and do so"
            ])
        #expect(try await board.lab.get(address).status == 404)
        let unread = try await board.lab.post(path, [:], by: board.lead)
        #expect(unread.status == 422)
        #expect(
            try await board.lab.post(path, ["confirm": "yes", "shown": "3"], by: board.lead).status == 303)
        #expect(try await board.lab.get(address).text == "the bytes")
        #expect(try await board.lab.get("/forums/\(board.forum)/meetings/\(board.may)").has("Report"))
        let version = try await board.lab.get(path, by: board.team).hidden("shown") ?? ""
        let back = ["reason": "A name stands in it", "shown": version]
        #expect(try await board.lab.post(path, back, by: board.team).status == 303)
        #expect(try await board.lab.get(address).status == 404)
    }

    @Test(arguments: [
        (
            Upload(id: "", filename: "tool.pdf", content: .program, size: 12),
            "This file holds a program, a script or macros. Save it without them, or as a PDF"
        ),
        (Upload(id: "f", filename: "empty.pdf", content: .pdf, size: 0), "The file you chose is empty"),
    ])
    func `are no programs, and not empty`(upload: Upload, problem: String) async throws {
        let board = try await Board()
        let seen = try await board.lab.post(
            "/meetings/of/\(board.may)/papers", ["title": "Tool"], upload: upload, by: board.team)
        #expect(seen.status == 422)
        #expect(seen.problems == [problem])
        #expect(seen.has("value=\"Tool\""))
        #expect(try await board.lab.meeting(board.may).papers.isEmpty)
    }

    @Test(arguments: ["https://example.org/x", "//example.org", "plans", "javascript:alert(1)"])
    func `lead to pages of this site alone`(address: String) async throws {
        let board = try await Board()
        let seen = try await board.lab.post(
            "/meetings/of/\(board.may)/papers", ["title": "Elsewhere", "page": address], by: board.team)
        #expect(
            seen.problems == ["Enter the address of a page of this site, beginning with one slash"])
    }

    @Test func `may be a page of this site, and are removed with a reason`() async throws {
        let board = try await Board()
        let path = "/meetings/of/\(board.may)/papers"
        #expect(
            try await board.lab.post(path, ["title": "Nothing"], by: board.team).problems
                == ["Choose a file, or enter the address of a page of this site"])
        #expect(
            try await board.lab.post(path, ["title": "Plan", "page": "/plans"], by: board.team).status == 303)
        #expect(try await board.lab.get("/meetings/of/\(board.may)", by: board.member).has("href=\"/plans\""))
        let paper = try #require(try await board.lab.meeting(board.may).papers.first?.data.paper)
        let removed = try await board.lab.post(
            "\(path)/\(paper)/removal", ["reason": "Wrong meeting"], by: board.team)
        #expect(removed.status == 303)
        #expect(try await board.lab.meeting(board.may).papers.isEmpty)
    }
}
