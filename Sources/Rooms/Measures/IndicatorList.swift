import Foundation

/// The list of indicators that comes with the program.
public enum IndicatorList {
    private struct File: Decodable {
        struct Line: Decodable {
            var id: String
            var words: String
            var unit: IndicatorUnit
            var better: Direction
            var group: String
        }

        var groups: [String: String]
        var indicators: [Line]
    }

    /// A line that is no indicator: a fault of the program.
    struct Faulty: Error { let line: String }

    /// The indicators, by id.
    public static func definitions() throws -> [IndicatorDefinition] {
        let file = try JSONDecoder().decode(File.self, from: Data(PackageResources.indicators_json))
        return try file.indicators.map { line in
            guard let code = IndicatorCode(line.id), let group = file.groups[line.group] else {
                throw Faulty(line: line.id)
            }
            return IndicatorDefinition(
                code: code, words: line.words, unit: line.unit, better: line.better, group: group)
        }.sorted { $0.code < $1.code }
    }
}
