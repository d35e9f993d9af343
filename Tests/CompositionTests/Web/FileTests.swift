import Foundation
import HTTPTypes
import Ledger
import Testing

@testable import Composition
@testable import Operations
@testable import Pages

private let path = "/admin/organisations/file"
private let good = """
    name,kind,urn,part of
    Alder Primary,School,990101,
    "Birch, Cedar and Co",provider,,
    Elm Team,Team,,Vale of Arden Council
    """

@Suite(.few, .timeLimit(.minutes(5))) struct `A file that comes with a form` {
    private func files(_ test: TestSite) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: test.folder.path("files"))) ?? []).sorted()
    }

    @Test func `is checked, shown, and recorded when somebody has looked; twice is once`() async throws {
        let test = try await TestSite.example()
        try await test.ask { client in
            let browser = try await test.signedIn("administrator@example.org", client)
            let form = try await browser.get(path)
            let bytes = Array(good.utf8)
            let checked = try await browser.send(path, file: "file", "schools.csv", bytes, from: form)
            #expect(checked.status == 200, "\(checked.problems)")
            #expect(checked.text.contains("Nothing is wrong with the file"))
            #expect(checked.text.contains("Add 3 organisations"))
            #expect(try await !browser.get("/admin/organisations?q=Alder").text.contains("Alder Primary"))
            let kept = try #require(checked.hidden("file-kept"))
            let added = try await browser.send(path, ["file-kept": kept], file: "file", "", [], from: checked)
            #expect(added.status == 303, "\(added.problems)")
            let list = try await browser.get("/admin/organisations")
            for name in ["Alder Primary", "Birch, Cedar and Co", "Elm Team"] {
                #expect(list.text.contains(name))
            }
            let again = try await browser.send(path, ["file-kept": kept], file: "file", "", [], from: checked)
            #expect([303, 422].contains(again.status))
            let count = try await browser.get("/admin/organisations?q=Alder").text
                .components(separatedBy: ">Alder Primary<").count
            #expect(count == 2)
        }
    }

    @Test(arguments: [
        ("kind,name\nSchool,", "a.csv", "The file has 1 problem"),
        ("kind,nom\nSchool,A", "a.csv", "The first line names a column “nom”"),
        ("kind,kind,name\nSchool,School,A", "a.csv", "The first line names the column “kind” twice"),
        ("name\nA", "a.csv", "The first line must name the column “kind”"),
        ("kind,name\nSchool,A,B", "a.csv", "Line 2 has 3 values, the first line has 2"),
        ("kind,name\nSchool,\"A", "a.csv", "Line 2: a quotation mark is opened and not closed"),
        ("kind,name", "a.csv", "The file holds no lines below its first"),
        ("", "a.csv", "The file you chose is empty"),
        ("kind,name\nSchool,A", "a.pdf", "The file must be CSV"),
        ("#!/bin/sh\nrm", "a.csv", "This file holds a program, a script or macros"),
        ("MZ\u{0}\u{1}", "a.csv", "This file holds a program, a script or macros"),
        ("%PDF-1.7", "a.csv", "What is in the file is not what its name says"),
    ])
    func `is refused in words`(text: String, name: String, problem: String) async throws {
        let test = try await TestSite.example()
        try await test.ask { client in
            let browser = try await test.signedIn("administrator@example.org", client)
            let form = try await browser.get(path)
            let answer = try await browser.send(path, file: "file", name, Array(text.utf8), from: form)
            #expect(answer.status == 422)
            #expect(answer.problems.first?.hasPrefix(problem) == true, "\(answer.problems)")
        }
    }

    @Test func `names every wrong line`() async throws {
        let test = try await TestSite.example()
        try await test.ask { client in
            let browser = try await test.signedIn("administrator@example.org", client)
            let text =
                "kind,name,urn,opened,part of\nPub,A,,,\nSchool,B,x,9/2019,Nowhere\nSchool,C,,,\nSchool,C,,,"
            let form = try await browser.get(path)
            let answer = try await browser.send(path, file: "file", "a.csv", Array(text.utf8), from: form)
            #expect(answer.problems.first?.hasPrefix("The file has 5 problems") == true)
            for words in [
                "Line 2: its kind must be one of", "Line 3: The URN is made of digits only",
                "Line 3: its opening must be like",
                "Line 3: what it is part of",
                "Line 5: “C” stands in a line above too",
            ] { #expect(answer.text.contains(words), "\(words)") }
        }
    }

    @Test func `that is too large is described and not kept, and far too large is not read`() async throws {
        let test = try await TestSite.example()
        try await test.ask { client in
            let browser = try await test.signedIn("administrator@example.org", client)
            let form = try await browser.get(path)
            let large = [UInt8](repeating: 0x61, count: 1_000_001)
            let answer = try await browser.send(path, file: "file", "a.csv", large, from: form)
            #expect(answer.problems.first == "The file must be 1 MB or smaller")
            let huge = [UInt8](repeating: 0x61, count: 3_100_000)
            #expect(try await browser.send(path, file: "file", "a.csv", huge, from: form).status == 413)
            #expect(files(test).isEmpty)
        }
    }

    @Test func `is taken from nobody who may not send the form, and needs its token before the file`()
        async throws
    {
        let test = try await TestSite.example()
        try await test.ask { client in
            let administrator = try await test.signedIn("administrator@example.org", client)
            let form = try await administrator.get(path)
            let bytes = Array(good.utf8)
            #expect(
                try await administrator.send(path, file: "file", "a.csv", bytes, from: nil).status == 403)
            let nobody = Browsing(client)
            let answer = try await nobody.send(path, file: "file", "a.csv", bytes, from: form)
            #expect([303, 403, 404].contains(answer.status))
            let other = try await test.signedIn("programme@example.org", client)
            #expect(try await other.send(path, file: "file", "a.csv", bytes, from: form).status == 404)
            let site = try #require(HTTPField.Name("Sec-Fetch-Site"))
            let crossed = try await administrator.send(
                path, file: "file", "a.csv", bytes, from: form, [site: "cross-site"])
            #expect(crossed.status == 403)
            #expect(files(test).isEmpty)
        }
    }

    @Test func `is kept over the end of a session, encrypted, and of no use to anybody else`() async throws {
        let clock = SetClock()
        let test = try await TestSite.example(clock: Clock { clock.now })
        try await test.ask { client in
            let browser = try await test.signedIn("administrator@example.org", client)
            let form = try await browser.get(path)
            clock.pass(seconds: 3_700)
            let sent = try await browser.send(path, file: "file", "schools.csv", Array(good.utf8), from: form)
            #expect(sent.status == 303 && sent.location?.hasPrefix("/sign-in") == true)
            let name = try #require(files(test).first)
            let stored = try #require(FileManager.default.contents(atPath: test.folder.path("files/\(name)")))
            #expect(!String(decoding: stored, as: UTF8.self).contains("Alder"))
            let back = try await test.signedIn("administrator@example.org", client)
            let kept = try await back.get(path + "?kept=1")
            #expect(kept.text.contains("schools.csv") && kept.hidden("file-kept") == name)
            let other = try await test.signedIn("manager@example.org", client)
            let theirs = try await other.get(path)
            let taken = try await other.send(path, ["file-kept": name], file: "file", "", [], from: theirs)
            #expect(taken.problems == ["Choose a file: file of organisations"])
        }
    }
}
