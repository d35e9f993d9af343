import Markup
import Testing

@testable import Pages

@Suite struct `A reply` {
    @Test func `with a page is HTML that is asked for again each time`() {
        let reply = Reply.page(Page(title: "A", body: "<h1>A</h1>"), .sample)
        #expect(reply.status == 200)
        #expect(reply.type == "text/html; charset=utf-8")
        #expect(reply.keeping == .revalidated)
        #expect(reply.text.hasPrefix("<!DOCTYPE html>\n<html lang=\"en-GB\">"))
    }

    @Test func `with another status is not kept`() {
        #expect(Reply.page(Page(title: "A", body: ""), .sample, status: 404).keeping == .never)
    }

    @Test func `with a file names it`() {
        let reply = Reply.download("plan.csv", type: "text/csv", [1, 2])
        #expect(reply.header("Content-Disposition") == "attachment; filename=\"plan.csv\"")
        #expect(reply.body == [1, 2])
        #expect(reply.type == "text/csv")
    }
}

@Suite struct `The pages of every site` {
    private func answer(_ path: String) async -> RouteTable.Answer {
        var table = RouteTable()
        SitePages.register(in: &table)
        return await table.answer(.sample(path))
    }

    @Test(arguments: ["/how-to-check", "/accessibility", "/privacy"])
    func `are public, with one heading and nothing that runs`(path: String) async {
        let answer = await answer(path)
        #expect(answer.reply.status == 200)
        #expect(answer.isPublic)
        #expect(answer.reply.text.ranges(of: "<h1>").count == 1)
        expectInert(answer.reply.text)
    }

    @Test func `say the whole root`() async {
        #expect(await answer("/how-to-check").reply.text.contains("verify --root 12345:0123456789abcdef"))
    }

    @Test func `are dressed by a sheet whose address holds its version`() async {
        let sheet = await answer(Assets.styleLink.text)
        #expect(sheet.reply.status == 200)
        #expect(sheet.reply.type == "text/css; charset=utf-8")
        #expect(sheet.reply.keeping == .forEver)
        #expect(!sheet.reply.text.isEmpty)
        #expect(await answer("/assets/style/other.css").reply.status == 404)
        #expect(await answer("/assets/icon.svg").reply.type == "image/svg+xml")
    }
}
