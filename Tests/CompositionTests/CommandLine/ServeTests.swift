import Foundation
import Testing

@testable import Composition

@Suite(.few, .timeLimit(.minutes(5))) struct `Serving` {
    @Test(arguments: [SIGTERM, SIGINT])
    func `on a free port prints the address, answers and stops when told`(signal: Int32) async throws {
        let folder = try TemporaryFolder()
        let path = try await Databases.demonstration(in: folder)
        let running = try Program.start(
            ["serve", "--database", path, "--listen", "127.0.0.1:0"], in: folder)
        let port = try await running.port()
        defer { running.signal(SIGKILL) }
        #expect(port > 0)
        let wire = try await Wire.open(port)
        try await wire.send("GET /plans/VOA-2023?name=SECRET HTTP/1.1\r\nHost: x\r\n\r\n")
        let answer = try #require(try await wire.answers(1).first)
        #expect(answer.status == 200)
        #expect(answer.body.contains("Shown as on 20 September 2024."))

        running.signal(signal)
        let end = try await running.finished()
        #expect(end.code == 0, "\(end)")
        #expect(end.output.isEmpty, "a server has no results")
        #expect(end.errors.hasSuffix("GoldenThread has stopped.\n"))
        #expect(!end.errors.contains("SECRET"))
        let lines = end.errors.split(separator: "\n").filter { $0.hasPrefix("{") }
        let logged = try lines.map { try JSONDecoder().decode([String: String].self, from: Data($0.utf8)) }
        let requests = logged.filter { $0["message"] == "request" }
        #expect(requests.map { $0["route"] } == ["/plans/{plan}"])
        #expect(requests.first?["status"] == "200")
        #expect(requests.first?["at"]?.isEmpty == false)
        try await wire.closed()
    }

    @Test func `goes on when whoever read its log has gone`() async throws {
        let folder = try TemporaryFolder()
        let path = try await Databases.demonstration(in: folder)
        let pipe = Pipe()
        let running = try Program.start(
            ["serve", "--database", path, "--listen", "127.0.0.1:0"], in: folder, errors: pipe)
        defer { running.signal(SIGKILL) }
        try pipe.fileHandleForWriting.close()
        var text = ""
        try await eventually("serving", seconds: 20) {
            text += String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self)
            return Running.port(in: text) != nil
        }
        try pipe.fileHandleForReading.close()
        let port = try #require(Running.port(in: text))
        for _ in 0..<3 {
            let wire = try await Wire.open(port)
            try await wire.send("GET /plans HTTP/1.1\r\nHost: x\r\n\r\n")
            #expect(try await wire.answers(1).first?.status == 200)
            await wire.close()
        }
        running.signal(SIGTERM)
        #expect(try await running.finished().code == 0)
    }

    @Test func `on a port that is taken says so and ends with 3`() async throws {
        let folder = try TemporaryFolder()
        let path = try await Databases.demonstration(in: folder)
        try await TestSite.example().serve { server in
            let run = try await Program.run(
                ["serve", "--database", path, "--listen", "127.0.0.1:\(server.port)"], in: folder)
            #expect(run.code == 3, "\(run)")
            #expect(run.output.isEmpty)
            #expect(
                run.errors.contains(
                    "The server could not run at 127.0.0.1:\(server.port). Is something else using that port?"
                ))
            #expect(!run.errors.contains("GoldenThread is at"))
        }
    }

    @Test func `follows what another command records`() async throws {
        let folder = try TemporaryFolder()
        let path = try await Databases.ordinary(in: folder)
        let running = try Program.start(
            ["serve", "--database", path, "--listen", "127.0.0.1:0", "--area", "The Fens"], in: folder)
        defer { running.signal(SIGKILL) }
        let port = try await running.port()
        func home() async throws -> String {
            let wire = try await Wire.open(port)
            try await wire.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            let answer = try #require(try await wire.answers(1).first)
            await wire.close()
            return answer.body
        }
        let before = try await home()
        #expect(before.contains("No improvement plan has been published here yet."))
        #expect(before.contains("SEND in The Fens"))
        #expect(!before.contains("invented"), "no demonstration")
        let imported = try await Program.run(
            ["import", "plan", "-", "--database", path, "--by", Databases.programme], in: folder,
            input: PlanFiles.whole)
        #expect(imported.code == 0, "\(imported)")
        try await eventually("the plan") { try await home().contains("Vale of Arden SEND improvement plan") }
        running.signal(SIGTERM)
        #expect(try await running.finished().code == 0)
    }

    private static let refused: [([String], [String: String], Int32, String)] = [
        (["--today", "2024-09-20"], [:], 1, "A simulated day works only on a demonstration database"),
        ([], ["GOLDENTHREAD_LOG": "loud"], 2, "“loud” is not a log level; write trace, debug, info,"),
        (["--listen", "256.256.256.256:0"], [:], 3, "The server could not run at 256.256.256.256:0."),
    ]

    @Test(arguments: refused)
    func `is refused where it cannot be`(
        arguments: [String], environment: [String: String], code: Int32, words: String
    ) async throws {
        let folder = try TemporaryFolder()
        let path = try await Databases.ordinary(in: folder)
        let before = try await Databases.root(of: path)
        let run = try await Program.run(
            ["serve", "--database", path]
                + (arguments.contains("--listen") ? [] : ["--listen", "127.0.0.1:0"])
                + arguments, in: folder, environment: environment)
        #expect(run.code == code, "\(run)")
        #expect(run.output.isEmpty)
        #expect(run.errors.contains(words))
        #expect(try await Databases.root(of: path) == before)
    }
}
