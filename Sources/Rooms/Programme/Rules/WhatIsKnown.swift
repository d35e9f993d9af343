import CivilTime

/// Something that the system knows and that a board should read beside a rating.
struct Finding: Sendable, Hashable {
    /// How much it matters beside the rating.
    enum Severity: Int, Sendable, Hashable, Comparable, CaseIterable {
        /// Worth knowing.
        case note = 1
        /// Needs an answer.
        case warning
        /// Cannot be true together with the rating.
        case contradiction

        static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
    }

    /// What it is about; at most one finding for each.
    enum About: Sendable, Hashable {
        case reporting, due, evidence, groups, indicators
        case milestone(Code)
    }

    let about: About
    let severity: Severity
    /// A sentence for a board.
    let words: String
}

/// Says what the records say about a rating, from what is recorded and the day alone.
///
/// Worse evidence never makes it say anything milder. That is why a milestone is held to the month first promised: a
/// forecast that was put off must not make lateness disappear.
struct WhatIsKnown: Sendable {
    /// A milestone with the last day on which it is in time by its first promise.
    struct Step: Sendable, Hashable {
        let milestone: MilestoneStanding
        let due: Day
    }

    /// How the plan rates.
    var scheme: RatingScheme
    /// The month of the first issue of the plan, from which reports are expected.
    var begun: Month
    /// Everything reported, the first month first.
    var months: [MonthlyReport]
    var steps: [Step]
    var evidence: [EvidenceItem]
    /// The days until which it is in time; none where it is ongoing or undated.
    var dues: [Day]
    var today: Day
    /// What the indicators say, in words made elsewhere.
    var indicators: [String] = []

    /// Evidence of impact older than so many months is no longer fresh.
    static let freshMonths = 6

    private var last: MonthlyReport? { months.last }
    private var rating: Rating? { last?.current.rating.flatMap { scheme.rating($0) } }
    private var claim: RatingClaim? { rating.map { RatingClaim($0) } }

    /// All findings, the gravest first.
    var findings: [Finding] {
        let found = [due, evidenceFinding, reporting, groups].compactMap { $0 } + steps.compactMap(milestone)
        return (found + said).enumerated().sorted {
            ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset)
        }.map(\.element)
    }

    private var said: [Finding] {
        guard !indicators.isEmpty else { return [] }
        let words = "Indicators: " + indicators.joined(separator: "; ")
        return [Finding(about: .indicators, severity: .note, words: words)]
    }

    /// “Rated green”, or that there is no rating.
    private var rated: String { claim.map { "Rated \($0.label.lowercased())" } ?? "Not rated" }

    // MARK: Dates

    private var due: Finding? {
        guard let first = dues.min(), first < today, claim?.isDone != true else { return nil }
        let isContradiction = claim?.isOnTrack == true
        return Finding(
            about: .due, severity: isContradiction ? .contradiction : .warning,
            words: "The due date passed \(Self.days(today - first)) ago. \(rated).")
    }

    private func milestone(_ step: Step) -> Finding? {
        guard !step.milestone.isDropped else { return nil }
        let found = step.milestone.met.map { met(step, $0) } ?? unmet(step)
        return found.map {
            Finding(about: .milestone(step.milestone.code), severity: $0.0, words: $0.1)
        }
    }

    private func met(_ step: Step, _ day: Day) -> (Finding.Severity, String)? {
        guard day > step.due else { return nil }
        let words = "Milestone \(step.milestone.code.text) was met \(Self.days(day - step.due)) late."
        return (.note, words)
    }

    private func unmet(_ step: Step) -> (Finding.Severity, String)? {
        let name = "milestone \(step.milestone.code.text)"
        let slip = step.milestone.slipMonths
        let moved = slip > 0 ? " and now expected \(Self.months(slip)) later than first promised" : ""
        if step.due < today {
            let severity: Finding.Severity = claim?.isOnTrack == true ? .contradiction : .warning
            return (severity, "\(rated); \(name) is \(Self.days(today - step.due)) overdue\(moved).")
        }
        if claim?.isDone == true {
            return (.warning, "\(rated); \(name) is not recorded as met\(moved).")
        }
        guard slip > 0 else { return nil }
        let severity: Finding.Severity = claim?.isOnTrack == true ? .warning : .note
        return (severity, "\(rated); \(name) is\(moved.dropFirst(4)).")
    }

    // MARK: Evidence

    private var evidenceFinding: Finding? {
        guard let claim else { return nil }
        let claimed = "\(rated), “\(claim.definition)”"
        if evidence.isEmpty {
            if claim.isDone {
                return evidence(.contradiction, "\(claimed): no evidence at all is attached.")
            }
            return claim.isOnTrack ? evidence(.note, "\(rated): no evidence is attached.") : nil
        }
        guard claim.hasImpact else { return nil }
        guard let latest = evidence.filter({ $0.kind == .impact }).map(\.month).max() else {
            return evidence(.contradiction, "\(claimed): no evidence of impact is attached.")
        }
        let age = today.calendarMonth - latest
        guard age > Self.freshMonths else { return nil }
        return evidence(
            claim.isEmbedded ? .warning : .note,
            "The latest evidence of impact is of \(latest.written), \(Self.months(age)) ago.")
    }

    private func evidence(_ severity: Finding.Severity, _ words: String) -> Finding {
        Finding(about: .evidence, severity: severity, words: words)
    }

    // MARK: Reporting

    private var reporting: Finding? {
        let columns = scheme.columns.compactMap { Month(iso: $0) }
        let missing = columns.isEmpty ? missingMonths : missingColumns(columns)
        return missing.map { Finding(about: .reporting, severity: .warning, words: $0) }
    }

    /// Two whole months without a word; the present month is not over.
    private var missingMonths: String? {
        let present = today.calendarMonth
        guard let last else {
            return present - begun > 2 ? "Nothing has been reported since the plan began." : nil
        }
        return present - last.month > 2 ? "Nothing reported since \(last.month.written)." : nil
    }

    private func missingColumns(_ columns: [Month]) -> String? {
        let missing = columns.filter { column in
            column.last < today && !months.contains { $0.month == column }
        }
        guard !missing.isEmpty else { return nil }
        return "Nothing reported for \(missing.map(\.written).joined(separator: ", "))."
    }

    private var groups: Finding? {
        guard let last else { return nil }
        let spoken = last.byGroup
        guard Set(spoken.map(\.rating)).count > 1 else { return nil }
        let words = spoken.map { report in
            let rating = report.rating.flatMap { scheme.rating($0) }?.label.lowercased() ?? "not rated"
            return "\(report.group): \(rating)"
        }
        return Finding(
            about: .groups, severity: .warning,
            words: "Groups differ on \(last.month.written): \(words.joined(separator: "; ")).")
    }

    private static func days(_ count: Int) -> String { count == 1 ? "1 day" : "\(count) days" }
    private static func months(_ count: Int) -> String { count == 1 ? "1 month" : "\(count) months" }
}
