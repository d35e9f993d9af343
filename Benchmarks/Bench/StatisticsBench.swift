import CivilTime
import Foundation
import Statistics

/// Series of five years of months read as XmR charts a second on one core, with every rule and both icons, against
/// pandas computing mean, limits and who lies outside them alone.
enum StatisticsBench {
    private static let count = 20_000
    private static let months = 60

    static func run() async throws {
        let series = made()
        let observations = series.map { values in
            values.enumerated().map { place, value in
                Observation(day: Day(number: 16_000).adding(months: place), value: value)
            }
        }
        var outside = 0
        let ours = try await Bench.rate(count) {
            for one in observations {
                let chart = try XmRChart(one, settings: ChartSettings(target: 60))
                outside += chart.points.count { $0.outside != nil }
            }
        }
        guard let peer = try peer(series) else {
            FileHandle.standardError.write(Data("statistics: no peer, since there is no pandas\n".utf8))
            return
        }
        guard peer.outside == outside else { throw Differ(ours: outside, theirs: peer.outside) }
        Bench.report("XmR charts", ours, "pandas, a series at a time", peer.singly, unit: "series a second")
        Bench.report(
            "XmR charts", ours, "pandas, all series in one frame", peer.together, unit: "series a second")
    }

    private struct Differ: Error {
        let ours: Int
        let theirs: Int
    }

    private struct Peer: Decodable {
        let singly: Double
        let together: Double
        /// How many points it found outside the limits: the same as ours, or nothing was compared.
        let outside: Int
    }

    private static func made() -> [[Double]] {
        var random = SplitMix64(seed: 12)
        return (0..<count).map { _ in
            (0..<months).map { _ in
                let noise = (0..<4).reduce(0.0) { sum, _ in sum + Double.random(in: -5...5, using: &random) }
                return 50 + noise + (Int.random(in: 0..<50, using: &random) == 0 ? 30 : 0)
            }
        }
    }

    /// What the script beside measures; nil where Python or pandas is missing. PYTHON names another interpreter.
    private static func peer(_ series: [[Double]]) throws -> Peer? {
        let folder = try Bench.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let values = folder.appendingPathComponent("series.json")
        try JSONEncoder().encode(series).write(to: values)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let python = ProcessInfo.processInfo.environment["PYTHON"] ?? "python3"
        process.arguments = [python, "Benchmarks/Peers/xmr_pandas.py"]
        process.standardInput = try FileHandle(forReadingFrom: values)
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let answer = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { return nil }
        return try JSONDecoder().decode(Peer.self, from: answer)
    }
}
