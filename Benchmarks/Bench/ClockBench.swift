import CivilTime
import Foundation
import Statute

/// Working-day arithmetic against numpy's busday functions, which get the same days and holidays and must reach
/// the same sums; and duties a second on one core, beside the same peer.
enum ClockBench {
    private static let days = 1_800
    private static let rounds = 300
    private static let matters = 50_000
    private static let calendar = WorkingCalendar.englandAndWales

    static func run() async throws {
        let first = calendar.coverage.from + 7
        var sums = Sums()
        let ours = await Bench.rate(2 * days * rounds) { sums = added(from: first) }
        let peer = try await numpy(from: first)
        guard sums == peer.sums else { throw Differs(ours: sums, numpy: peer.sums) }
        Bench.report(
            "working days added and counted", ours, "numpy \(peer.version) busday_offset and busday_count",
            peer.rate, unit: "a second")
        try await duties(beside: peer.rate)
    }

    /// A request with ten events, read on a different day each time.
    private static func duties(beside peer: Double) async throws {
        let clock = Statute.Clock()
        let matter = request
        let first = Day(number: 20_598)
        let each = clock.duties(of: matter, today: first).count
        var found = 0
        let ours = await Bench.rate(matters * each) {
            for round in 0..<matters { found += clock.duties(of: matter, today: first + round % 30).count }
        }
        guard found == matters * each else { throw Changed(expected: matters * each, found: found) }
        Bench.report(
            "statutory duties on one core", ours, "working days by numpy, above", peer, unit: "a second")
    }

    private struct Changed: Error { let expected, found: Int }

    /// What both must agree on.
    private struct Sums: Equatable {
        var days = 0
        var counts = 0
    }

    private struct Differs: Error { let ours, numpy: Sums }

    private struct Unreadable: Error { let output: String }

    /// From each day 1 to `rounds` working days on, and how many working days that took.
    private static func added(from first: Day) -> Sums {
        var sums = Sums()
        for count in 1...rounds {
            for offset in 0..<days {
                let day = first + offset
                let end = calendar.adding(workingDays: count, to: day)
                sums.days += end.number
                sums.counts += calendar.workingDays(after: day, to: end)
            }
        }
        return sums
    }

    private static func numpy(from first: Day) async throws -> (sums: Sums, rate: Double, version: String) {
        // Christmas Day and Good Friday are in the table where they fall on a weekday.
        let holidays = calendar.holidays.map { "\($0.number)" }.joined(separator: ",")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: ".venv/bin/python")
        process.arguments = [
            "-B", "Benchmarks/busday.py", "\(first.number)", "\(days)", "\(rounds)", holidays,
        ]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = try await Task.detached { try output.fileHandleForReading.readToEnd() ?? Data() }.value
        process.waitUntilExit()
        let text = String(decoding: data, as: UTF8.self)
        let parts = text.split(whereSeparator: \.isWhitespace)
        guard process.terminationStatus == 0, parts.count == 4, let days = Int(parts[0]),
            let counts = Int(parts[1]), let rate = Double(parts[2])
        else { throw Unreadable(output: text) }
        return (Sums(days: days, counts: counts), rate, String(parts[3]))
    }

    /// From a request to a final plan in twenty weeks, beginning on Monday 5 January 2026.
    private static var request: Matter {
        let received = Day(number: 20_458)
        let all = ["family", "setting", "icb", "care"]
        return Matter(
            id: "m", kind: .request, born: Day(number: 16_953),
            events: [
                Event(id: "1", day: received, kind: .requestReceived),
                Event(id: "2", day: received + 1, kind: .consideringNoticeSent, to: all),
                Event(id: "3", day: received + 36, kind: .assessmentNoticeSent, to: all),
                Event(id: "4", day: received + 36, kind: .adviceAsked, about: "E", choice: .psychologist),
                Event(id: "5", day: received + 36, kind: .adviceAsked, about: "H", choice: .health),
                Event(id: "6", day: received + 64, kind: .adviceReceived, about: "H", choice: .health),
                Event(id: "7", day: received + 74, kind: .adviceReceived, about: "E", choice: .psychologist),
                Event(id: "8", day: received + 105, kind: .draftSent, to: ["family"]),
                Event(id: "9", day: received + 107, kind: .settingConsulted, about: "S1"),
                Event(id: "10", day: received + 135, kind: .finalPlanSent, to: ["family", "setting"]),
            ])
    }
}
