import Composition
import Foundation
import Hummingbird

/// Requests a second over loopback: the public plan page and a 200-row list that is made each time, against the
/// framework's empty route, all driven by `wrk` in turn.
enum PageBench {
    static func run() async throws {
        let folder = try Bench.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        try await BenchSite.withServer(folder.appendingPathComponent("site.sqlite").path) { port, session in
            let plan = try await requests(port, "/plans/\(BenchSite.plan)", folder)
            let list = try await requests(port, "/plans/\(BenchSite.bigPlan)?n=%d", folder)
            let made = try await requests(port, "/plans/\(BenchSite.plan)?n=%d", folder)
            let signedIn = try await requests(
                port, "/plans/\(BenchSite.plan)?n=%d", folder, cookie: "gt-session=\(session)")
            Bench.report(
                "the plan page for somebody signed in", signedIn, "the same page made each time for nobody",
                made,
                unit: "requests a second")
            try await withEmptyRoute { empty in
                let peer = try await requests(empty, "/", folder)
                Bench.report(
                    "public plan page", plan, "the framework's empty route", peer, unit: "requests a second")
                Bench.report(
                    "list of 200 objectives, made each time", list, "the framework's empty route", peer,
                    unit: "requests a second")
            }
        }
    }

    private static func withEmptyRoute(_ body: @escaping @Sendable (Int) async throws -> Void) async throws {
        let router = Router(context: SiteRequestContext.self)
        router.get("/") { _, _ in "" }
        try await BenchSite.run(router.buildResponder(), body)
    }

    /// Runs wrk for five seconds after one to warm up; `%d` in the path becomes a new number each time.
    private static func requests(
        _ port: Int, _ path: String, _ folder: URL, cookie: String? = nil
    ) async throws -> Double {
        let script = folder.appendingPathComponent("paths.lua")
        let line = path.contains("%d") ? "string.format(\"\(path)\", n)" : "\"\(path)\""
        let header = cookie.map { "wrk.headers[\"Cookie\"] = \"\($0)\"\n" } ?? ""
        let text =
            header + "local n = 0\nfunction request() n = n + 1 return wrk.format(\"GET\", \(line)) end\n"
        try text.write(to: script, atomically: true, encoding: .utf8)
        _ = try await wrk(port, script, seconds: 1)
        return try await wrk(port, script, seconds: 5)
    }

    private static func wrk(_ port: Int, _ script: URL, seconds: Int) async throws -> Double {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "wrk", "-t1", "-c16", "-d\(seconds)s", "-s", script.path, "http://127.0.0.1:\(port)/",
        ]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = try await Task.detached { try output.fileHandleForReading.readToEnd() ?? Data() }.value
        process.waitUntilExit()
        let text = String(decoding: data, as: UTF8.self)
        guard process.terminationStatus == 0, !text.contains("Non-2xx"),
            let line = text.split(separator: "\n").first(where: { $0.hasPrefix("Requests/sec:") }),
            let rate = Double(line.split(separator: " ").last ?? "")
        else { throw LoadFailed(output: text) }
        return rate
    }

    private struct LoadFailed: Error { let output: String }
}
