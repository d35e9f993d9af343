import CivilTime
import Foundation
import Statistics
import Testing

/// A chart as `make_vectors.py` has it.
struct ChartVector: Decodable, Sendable, CustomTestStringConvertible {
    struct Settings: Decodable {
        let improvement: String
        let screen: Bool
        let inclusive: Bool
        let run: Int
        let trend: Int
        let fixAfter: Int?
        let rebases: [String]?
        let target: String?
    }
    struct Section: Decodable {
        let n: Int
        let baseline: Int?
        let mean: Double?
        let amr: Double?
        let lpl: Double?
        let upl: Double?
        let nlpl: Double?
        let nupl: Double?
        let screened: Int?
    }
    struct Point: Decodable {
        let section: Int
        let signs: [Int]
        let label: String
        let kind: String

        init(from decoder: any Decoder) throws {
            var list = try decoder.unkeyedContainer()
            section = try list.decode(Int.self)
            signs = try (0..<6).map { _ in try list.decode(Int.self) }
            label = try list.decode(String.self)
            kind = try list.decode(String.self)
        }
    }
    struct Expected: Decodable {
        let sections: [Section]
        let points: [Point?]
        let variation: String?
        let assurance: String?
    }
    let name: String
    let dates: [String]
    let values: [String]
    let ghosts: [Bool]
    let settings: Settings
    let expected: Expected

    var testDescription: String { name }

    static let all = (try? Vectors.read("spc.json", as: [ChartVector].self)) ?? []

    func chart() throws -> XmRChart {
        let observations = try dates.indices.map { place in
            Observation(
                day: day(dates[place]), value: try #require(Double(values[place])), isGhost: ghosts[place])
        }
        let read = ChartSettings(
            improvement: try #require(Improvement(rawValue: settings.improvement)),
            target: settings.target.flatMap(Double.init),
            rebases: (settings.rebases ?? []).map { Rebase(day: day($0)) }, fixAfter: settings.fixAfter,
            screensMovingRanges: settings.screen, runLength: settings.run, trendLength: settings.trend,
            twoOfThree: settings.inclusive ? .inclusive : .strict)
        return try XmRChart(observations, settings: read)
    }
}

@Suite struct `Charts against vectors` {
    private func sign(_ direction: Direction?) -> Int { direction.map { $0 == .up ? 1 : -1 } ?? 0 }

    private func same(_ ours: Double?, _ theirs: Double?) -> Bool {
        guard let ours, let theirs else { return ours == nil && theirs == nil }
        return isClose(ours, theirs)
    }

    @Test func `there are more than a hundred, each with a name of its own`() {
        #expect(ChartVector.all.count > 100)
        #expect(Set(ChartVector.all.map(\.name)).count == ChartVector.all.count)
    }

    @Test(arguments: ChartVector.all)
    func `every figure of a section is the same`(vector: ChartVector) throws {
        let sections = try vector.chart().sections
        #expect(sections.map(\.count) == vector.expected.sections.map(\.n))
        for (ours, theirs) in zip(sections, vector.expected.sections) {
            #expect(same(ours.mean, theirs.mean))
            #expect(same(ours.meanMovingRange, theirs.amr))
            #expect(same(ours.limits?.lower, theirs.lpl) && same(ours.limits?.upper, theirs.upl))
            #expect(same(ours.limits?.nearLower, theirs.nlpl) && same(ours.limits?.nearUpper, theirs.nupl))
            #expect(ours.baseline == theirs.baseline ?? 0 && ours.screenedOut == theirs.screened ?? 0)
        }
    }

    @Test(arguments: ChartVector.all)
    func `every rule, label and kind of a point is the same`(vector: ChartVector) throws {
        let chart = try vector.chart()
        #expect(chart.points.count == vector.expected.points.count)
        for (ours, theirs) in zip(chart.points, vector.expected.points) {
            guard let theirs else {
                #expect(ours.kind == .ghost && ours.rules.isEmpty && chart.label(of: ours) == "Ghost")
                continue
            }
            let signs = [ours.side, ours.outside, ours.trend, ours.near, ours.twoOfThree, ours.run].map(sign)
            #expect(signs == theirs.signs, "\(ours.observation.day)")
            #expect(ours.section == theirs.section && ours.kind.rawValue == theirs.kind)
            #expect(chart.label(of: ours) == theirs.label)
        }
    }

    @Test(arguments: ChartVector.all)
    func `the icons are the same`(vector: ChartVector) throws {
        let chart = try vector.chart()
        #expect(chart.variation?.rawValue == vector.expected.variation)
        #expect(chart.assurance?.rawValue == vector.expected.assurance)
    }
}
