import CivilTime
import Foundation
import Statistics
import Testing

/// A day that a test knows to exist.
func day(_ iso: String, _ place: SourceLocation = #_sourceLocation) -> Day {
    guard let day = Day(iso: iso) else {
        Issue.record("\(iso) is not a day", sourceLocation: place)
        return .earliest
    }
    return day
}

/// A monthly series from January 2020 on.
func series(_ values: [Double], ghosts: Set<Int> = []) -> [Observation] {
    values.enumerated().map { place, value in
        Observation(
            day: day("2020-01-01").adding(months: place), value: value, isGhost: ghosts.contains(place))
    }
}

/// A chart of a monthly series.
func chart(_ values: [Double], _ change: (inout ChartSettings) -> Void = { _ in }) throws -> XmRChart {
    var settings = ChartSettings()
    change(&settings)
    return try XmRChart(series(values), settings: settings)
}

/// The worked example of docs/spc.md.
let worked: [Double] = [48, 52, 50, 47, 53, 51, 49, 50, 46, 52, 54, 51, 55, 57, 58, 60, 61, 70]

/// Whether two figures are the same but for rounding on the way.
func isClose(_ ours: Double, _ theirs: Double, within tolerance: Double = 1e-12) -> Bool {
    (ours - theirs).magnitude <= tolerance * max(1, ours.magnitude, theirs.magnitude)
}

/// The vectors of a file in `Vectors/`.
enum Vectors {
    static func read<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Vectors")
        return try JSONDecoder().decode(type, from: Data(contentsOf: folder.appending(path: name)))
    }
}

/// The vectors that are no charts.
struct StatisticsVectors: Decodable {
    struct Quantile: Decodable {
        let values: [Double]
        let percent: Double
        let linear: Double
        let nearestRank: Double
    }
    struct Wilson: Decodable {
        let successes: Int
        let trials: Int
        let level: Double
        let lower: Double
        let upper: Double
    }
    struct Kappa: Decodable {
        let table: [[Int]]
        let weights: String
        let kappa: Double
        let standardError: Double
    }
    struct Alpha: Decodable {
        let units: [[Double?]]
        let scale: String
        let alpha: Double
    }
    struct Survival: Decodable {
        struct Line: Decodable {
            let time: Double
            let share: Double
            let limits: [Double]?

            init(from decoder: any Decoder) throws {
                var list = try decoder.unkeyedContainer()
                time = try list.decode(Double.self)
                share = try list.decode(Double.self)
                limits = try list.decode([Double]?.self)
            }
        }
        let times: [Double]
        let ended: [Int]
        let level: Double
        let lines: [Line]
        let median: Double?
    }
    struct Incidence: Decodable {
        let times: [Double]
        let kinds: [Int]
        /// A way of ending, and time, share and, where the library has it, standard error.
        let curves: [String: [[Double?]]]
    }
    struct Sample: Decodable {
        let whole: [String: Int]
        let seed: UInt64
        let total: Int
        let least: Int
        let drawn: [String: [String]]
    }

    let quantiles: [Quantile]
    let wilson: [Wilson]
    let normal: [[Double]]
    let kappa: [Kappa]
    let alpha: [Alpha]
    let survival: [Survival]
    let incidence: [Incidence]
    let samples: [Sample]

    static func read() throws -> StatisticsVectors {
        try Vectors.read("statistics.json", as: StatisticsVectors.self)
    }
}
