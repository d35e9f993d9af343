public import CivilTime
public import Ledger

/// Puts indicators in the register that are not in it yet; those that are stay as they are.
public struct InstallIndicators: Sendable, Hashable {
    /// What became of a list.
    public struct Installed: Sendable, Hashable, Codable {
        /// How many were put in.
        public var added: Int
        /// How many were in it already.
        public var present: Int
    }

    /// The indicators.
    public var definitions: [IndicatorDefinition]

    /// Names the indicators.
    public init(_ definitions: [IndicatorDefinition]) { self.definitions = definitions }

    /// Records each that is missing, effective today.
    public func decide(_ deciding: inout Deciding) throws -> Installed {
        let held = Set(try deciding.lookUp("SELECT code FROM measures_indicator") { $0.text(0) })
        let missing = definitions.filter { !held.contains($0.code.text) }
        for definition in missing {
            try deciding.record(
                IndicatorDefined(definition: definition), on: Indicator.self, deciding.newID(),
                day: deciding.today)
        }
        return Installed(added: missing.count, present: definitions.count - missing.count)
    }
}

/// An indicator is worded differently, used no longer, or used again.
public struct ChangeIndicator: Sendable, Hashable {
    /// What changes.
    public enum Change: Sendable, Hashable {
        /// Other words for the same count.
        case renamed(String)
        /// It is used no longer; what is used instead, where that is known.
        case retired(successor: IndicatorCode?)
        /// It is used again.
        case reinstated
    }

    /// The indicator.
    public var code: IndicatorCode
    /// What changes.
    public var change: Change
    /// Why.
    public var reason: String
    /// The day it was decided, today or before.
    public var day: Day

    /// States a change.
    public init(_ change: Change, of code: IndicatorCode, reason: String, on day: Day) {
        self.code = code
        self.change = change
        self.reason = reason
        self.day = day
    }

    /// Records it and gives the entry's id.
    ///
    /// - Throws: ``MeasuresRefusal``, at the commit `LedgerError`.
    @discardableResult
    public func decide(_ deciding: inout Deciding) throws -> String {
        let (id, indicator) = try deciding.indicator(code)
        switch change {
        case .renamed(let words):
            return try deciding.record(
                IndicatorRenamed(words: words), on: Indicator.self, id, day: day, reason: reason)
        case .retired(let successor):
            if let retirement = indicator.retirement { throw MeasuresRefusal.retired(retirement.day) }
            if let successor {
                if successor == code { throw MeasuresRefusal.unknownIndicator }
                _ = try deciding.indicator(successor)
            }
            return try deciding.record(
                IndicatorRetired(successor: successor), on: Indicator.self, id, day: day, reason: reason)
        case .reinstated:
            if indicator.retirement == nil { throw MeasuresRefusal.notRetired }
            return try deciding.record(
                IndicatorReinstated(), on: Indicator.self, id, day: day, reason: reason)
        }
    }
}
