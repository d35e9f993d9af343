import Foundation

/// Prints each figure as a ratio beside its peer, both measured in this run.
enum Bench {
    static func report(_ what: String, _ ours: Double, _ peer: String, _ theirs: Double, unit: String) {
        let ratio = String(format: "%.2f", ours / theirs)
        print("\(what): \(rounded(ours)) \(unit); \(peer): \(rounded(theirs)) \(unit); ratio \(ratio)")
    }

    static func rate(_ count: Int, _ body: () async throws -> Void) async rethrows -> Double {
        let clock = ContinuousClock()
        let start = clock.now
        try await body()
        let time = start.duration(to: clock.now)
        return Double(count) / (Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18)
    }

    static func folder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "goldenthread-bench-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    private static func rounded(_ value: Double) -> String { String(format: "%.0f", value) }
}
