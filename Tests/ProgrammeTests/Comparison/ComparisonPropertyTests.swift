import CivilTime
import Testing

@testable import Ledger
@testable import Programme

/// A random history of the small plan: dates moved, objectives dropped and back.
private struct RandomPlan: Sendable {
    static let objectives = ["P1A:1", "P1A:2", "P1B:1", "P2A:1", "P2A:2"]
    /// The month of each objective in each issue; nil where it is dropped, “ongoing” where it has no month.
    let issues: [[String: String?]]
    let compared: Compared

    init(seed: UInt64) async throws {
        var random = SteadyRandom(state: seed)
        let lab = try await Lab()
        var issues: [[String: String?]] = []
        for number in 0..<3 {
            var dates: [String: String?] = [:]
            for objective in Self.objectives {
                let roll = Int.random(in: 0..<6, using: &random)
                let offset = Int.random(in: 0..<20, using: &random)
                dates[objective] = roll == 0 ? nil : roll == 1 ? "ongoing" : (month("2024-10") + offset).iso
            }
            if dates.values.allSatisfy({ $0 == nil }) { dates["P2A:1"] = "2025-01" }
            issues.append(dates)
            try await lab.record(Self.tree(dates, number))
        }
        self.issues = issues
        compared = try await Compared(lab)
    }

    private static func tree(_ dates: [String: String?], _ number: Int) throws -> Tree {
        func objectives(_ list: Tree) -> Tree {
            .list(
                list.items.compactMap { objective in
                    guard let due = dates[objective["id"].string ?? ""] ?? nil else { return nil }
                    return objective.setting("due", .text(due)).setting("due_text", nil)
                        .setting("months_stated", nil).setting("milestones", nil)
                })
        }
        let kept = Set(dates.filter { $0.value != nil }.keys)
        return try SmallActionPlan.tree.get()
            .setting("plan.published", .text("2024-0\(number + 1)-12")).setting("plan.counts", nil)
            .changing("priority_areas[0].responses[0].objectives", objectives)
            .changing("priority_areas[0].responses[1].objectives", objectives)
            .changing("priority_areas[1].responses[0].objectives", objectives)
            .changing("areas_for_improvement[0].objectives") {
                .list($0.items.filter { kept.contains($0.string ?? "") })
            }
            .changing("areas_for_improvement[1].objectives") {
                .list($0.items.filter { kept.contains($0.string ?? "") })
            }
    }

    /// The months each dated objective stands later than first promised after an issue, worked out plainly.
    func plainSlip(after last: Int) -> (
        months: Int, later: Int, earlier: Int, dropped: Int, undated: Int, same: Int
    ) {
        var found = (months: 0, later: 0, earlier: 0, dropped: 0, undated: 0, same: 0)
        for objective in Self.objectives {
            let stated = issues[...last].map { $0[objective] ?? nil }
            guard let first = stated.compactMap({ $0.flatMap { Month(iso: $0) } }).first else { continue }
            guard let now = stated[last] else {
                found.dropped += 1
                continue
            }
            guard let now = Month(iso: now) else {
                found.undated += 1
                continue
            }
            if now > first { (found.months, found.later) = (found.months + (now - first), found.later + 1) }
            if now < first { found.earlier += 1 }
            if now == first { found.same += 1 }
        }
        return found
    }
}

@Suite struct `Whatever the plan, a comparison` {
    @Test(arguments: 0..<12)
    func `holds each promise of either end once, with one move`(seed: UInt64) async throws {
        let plan = try await RandomPlan(seed: seed)
        for (from, to) in [("1", "2"), ("2", "3"), ("1", "3")] {
            let comparison = try plan.compared.compare(from, to)
            let names = comparison.promises.map(\.name)
            let either = (comparison.from.record.promises + comparison.to.record.promises).map(\.name)
            #expect(Set(names) == Set(either) && names.count == Set(names).count)
            let parts = [
                comparison.slipped, comparison.broughtForward, comparison.redated, comparison.added,
                comparison.dropped, comparison.promises.filter { $0.move == .same },
            ]
            #expect(parts.reduce(0) { $0 + $1.count } == names.count)
        }
    }

    @Test(arguments: 0..<12)
    func `turned round says the opposite`(seed: UInt64) async throws {
        let compared = try await RandomPlan(seed: seed).compared
        let there = try compared.compare("1", "3")
        let back = Comparison(from: there.to, to: there.from, history: compared.history)
        let reversed = Dictionary(uniqueKeysWithValues: back.promises.map { ($0.name, $0.move) })
        for promise in there.promises {
            let opposite: DateMove =
                switch promise.move {
                case .added: .dropped
                case .dropped: .added
                case .later(let months, let days): .earlier(months: months, days: days)
                case .earlier(let months, let days): .later(months: months, days: days)
                case .dateGiven: .dateTaken
                case .dateTaken: .dateGiven
                case .same: .same
                }
            #expect(reversed[promise.name] == opposite)
        }
    }

    @Test(arguments: 0..<12)
    func `over two steps adds up to that over both`(seed: UInt64) async throws {
        let compared = try await RandomPlan(seed: seed).compared
        func moves(_ from: String, _ to: String) throws -> [PromiseName: Int] {
            let promises = try compared.compare(from, to).promises
            return Dictionary(
                uniqueKeysWithValues: promises.compactMap { one in one.move.months.map { (one.name, $0) } })
        }
        let (first, second, whole) = (try moves("1", "2"), try moves("2", "3"), try moves("1", "3"))
        for (name, months) in first {
            if let next = second[name], let all = whole[name] { #expect(months + next == all, "\(name)") }
        }
    }

    @Test(arguments: 0..<12)
    func `with itself finds nothing`(seed: UInt64) async throws {
        let compared = try await RandomPlan(seed: seed).compared
        let side = try compared.compare("1", "2").to
        let comparison = Comparison(from: side, to: side, history: compared.history)
        #expect(
            comparison.changes.isEmpty
                && comparison.promises.allSatisfy { $0.move == .same && !$0.isReworded })
    }

    @Test(arguments: 0..<12)
    func `agrees with the slip worked out objective by objective`(seed: UInt64) async throws {
        let plan = try await RandomPlan(seed: seed)
        let curve = SlipCurve(plan.compared.history, until: day("2024-04-30"))
        #expect(curve.points.map(\.month.iso) == ["2024-01", "2024-02", "2024-03", "2024-04"])
        for (place, point) in curve.points.enumerated() {
            let plain = plan.plainSlip(after: min(place, 2))
            #expect(point.monthsLater == plain.months && point.later == plain.later)
            #expect(point.earlier == plain.earlier && point.dropped == plain.dropped)
            #expect(point.undated == plain.undated && point.same == plain.same)
        }
    }
}
