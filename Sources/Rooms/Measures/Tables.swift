import CivilTime
import Ledger

/// The rows of the measures room: the register of indicators, and what is in force or waits of each.
enum MeasuresTables {
    static let indicator = Table(
        "measures_indicator",
        [
            .text("code"), .text("words"), .text("unit"), .text("better"), .text("family"),
            .optionalInteger("retired_day"), .integer("problems"),
        ], uniques: [Unique(["code"], refusal: "There is already an indicator with this id.")])

    /// A row without `approved_day` waits for a decision.
    static let level = Table(
        "measures_level",
        [
            .text("code"), .text("kind"), .optionalText("cohort"), .optionalText("value"),
            .optionalText("comparison"), .optionalText("by_month"), .optionalText("when_words"),
            .optionalInteger("approved_day"),
        ], indexes: [["code", "kind"]])
}

/// A level as lists show it.
struct LevelRow: Sendable {
    let kind: Level.Kind
    let cohort: String?
    let value: Figure?
    let comparison: Bound?
    let by: Month?
    let when: String?
    /// The day it was approved; nil while it waits.
    let approved: Day?
}

/// An indicator as lists show it.
struct IndicatorRow: Sendable {
    let code: IndicatorCode
    let words: String
    let unit: IndicatorUnit
    let better: Direction
    let group: String
    let retired: Day?
    let problems: Int
    let levels: [LevelRow]

    /// What is in force of a kind, those for all before those of a cohort.
    func inForce(_ kind: Level.Kind) -> [LevelRow] {
        levels.filter { $0.kind == kind && $0.approved != nil }
    }
    /// How many recommendations wait for a decision.
    var waiting: Int { levels.count { $0.approved == nil } }

    /// The register, by id.
    static func all(_ reader: Reader) throws -> [IndicatorRow] {
        var levels: [String: [LevelRow]] = [:]
        try reader.forEach(
            """
            SELECT code, kind, cohort, value, comparison, by_month, when_words, approved_day
            FROM measures_level ORDER BY code, kind, cohort NULLS FIRST, row_key
            """
        ) { fields in
            guard let kind = Level.Kind(rawValue: fields.text(1)) else { return }
            levels[fields.text(0), default: []].append(
                LevelRow(
                    kind: kind, cohort: fields.textOrNil(2),
                    value: fields.textOrNil(3).flatMap { Figure($0) },
                    comparison: fields.textOrNil(4).flatMap(Bound.init(rawValue:)),
                    by: fields.textOrNil(5).flatMap { Month(iso: $0) }, when: fields.textOrNil(6),
                    approved: fields.day(7)))
        }
        return try reader.all(
            """
            SELECT code, words, unit, better, family, retired_day, problems FROM measures_indicator
            ORDER BY code
            """
        ) { fields in
            IndicatorRow(
                code: IndicatorCode(stored: fields.text(0)), words: fields.text(1),
                unit: IndicatorUnit(rawValue: fields.text(2)) ?? .score,
                better: Direction(rawValue: fields.text(3)) ?? .neither, group: fields.text(4),
                retired: fields.day(5), problems: fields.integer(6), levels: levels[fields.text(0)] ?? [])
        }
    }

    /// The subject id of the indicator with an id.
    static func subject(of code: IndicatorCode, _ reader: Reader) throws -> String? {
        try reader.first("SELECT subject_id FROM measures_indicator WHERE code = \(code.text)") { $0.text(0) }
    }
}
