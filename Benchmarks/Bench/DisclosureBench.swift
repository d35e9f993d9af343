import Disclosure
import Foundation

/// Releases made safe and attacked a second, against an integer-programming solver attacking the same releases.
///
/// The release: children by area (30) and need (12), linked with area by age band (5) and with an earlier release of
/// need by age band, under the children-in-need policy.
enum DisclosureBench {
    private static let areas = 30
    private static let needs = 12
    private static let ages = 5

    static func run() async throws {
        let earlier = try Suppression(of: table { area, _, _ in area == nil }, policy: .dfeChildrenInNeed)
            .published
        let linked = try table { _, need, age in need == nil || age == nil }
        var safe = 0
        let rounds = 10
        let ours = try await Bench.rate(rounds) {
            for _ in 0..<rounds {
                let result = try Suppression(of: linked, policy: .dfeChildrenInNeed, released: [earlier])
                safe += result.isSafe ? 1 : 0
            }
        }
        let result = try Suppression(of: linked, policy: .dfeChildrenInNeed, released: [earlier])
        guard safe == rounds else { throw Broken(exposures: result.exposures.count) }
        let certificate = SuppressionReport.certificate(result)
        if let theirs = try peer(certificate) {
            Bench.report(
                "30 by 12 linked release made safe and attacked", ours * 60,
                "CP-SAT attacking the same release",
                theirs * 60, unit: "a minute")
        }
        try await large()
    }

    /// A table of 200 by 200 with one cell in twenty small, against reading it from CSV.
    private static func large() async throws {
        var counts = Counts(seed: 7)
        let text = try TableFile.csv(
            Suppression(of: grid(200, 200, &counts), policy: .none).published)
        let table = try TableFile.counts([UInt8](text.utf8))
        let ours = try await Bench.rate(1) { _ = try Suppression(of: table, policy: .dfeChildrenInNeed) }
        let peer = try await Bench.rate(1) { _ = try TableFile.counts([UInt8](text.utf8)) }
        Bench.report(
            "200 by 200 table made safe and attacked", ours * 3_600, "reading and checking the same table",
            peer * 3_600,
            unit: "an hour")
    }

    private struct Broken: Error { let exposures: Int }

    /// Attacks a second by OR-Tools; nil, with a line that says so, where there is no Python with it.
    private static func peer(_ certificate: String) throws -> Double? {
        let folder = try Bench.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("certificate.json")
        try Data(certificate.utf8).write(to: file)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        let python = ProcessInfo.processInfo.environment["PEER_PYTHON"] ?? "python3"
        process.arguments = [python, "-B", "Benchmarks/disclosure_peer.py", file.path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let text = String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        guard process.terminationStatus == 0, let seconds = Double(text) else {
            print("30 by 12 linked release: no peer, because no Python with the package ortools was found")
            return nil
        }
        return 1 / seconds
    }

    /// Counts that are the same in every run.
    private struct Counts {
        private var state: UInt64
        init(seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 | 1 }

        mutating func next() -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            let number = Int(state >> 40)
            switch number % 20 {
            case 0: return number / 20 % 5 + 1
            case 1: return 0
            default: return number / 20 % 300 + 6
            }
        }
    }

    private static func grid(_ rows: Int, _ columns: Int, _ counts: inout Counts) throws -> CountTable {
        var sums: [[String?]: Int] = [:]
        for row in 0..<rows {
            for column in 0..<columns {
                let count = counts.next()
                for place in [
                    ["r\(row)", "c\(column)"], ["r\(row)", nil], [nil, "c\(column)"], [nil, nil],
                ] {
                    sums[place, default: 0] += count
                }
            }
        }
        return try CountTable(dimensions: ["row", "column"], cells: sorted(sums))
    }

    private static func sorted(_ sums: [[String?]: Int]) -> [CountTable.Cell] {
        sums.map { CountTable.Cell($0.key, $0.value) }.sorted {
            $0.names.map { $0 ?? "~" }.lexicographicallyPrecedes($1.names.map { $0 ?? "~" })
        }
    }

    /// The tables of the release that are wanted, from one set of counts.
    private static func table(
        _ isWanted: (_ area: String?, _ need: String?, _ age: String?) -> Bool
    ) throws -> CountTable {
        var counts = Counts(seed: 1)
        var sums: [[String?]: Int] = [:]
        for area in 0..<areas {
            for need in 0..<needs {
                for age in 0..<ages {
                    let count = counts.next() / 60
                    for a in ["a\(area)", nil] {
                        for n in ["n\(need)", nil] {
                            for g in ["g\(age)", nil] where isWanted(a, n, g) {
                                sums[[a, n, g], default: 0] += count
                            }
                        }
                    }
                }
            }
        }
        return try CountTable(dimensions: ["area", "need", "age"], cells: sorted(sums))
    }
}
