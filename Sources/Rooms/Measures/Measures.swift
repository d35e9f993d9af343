public import CivilTime
public import Ledger
public import Pages

/// The measures room: indicators with their baselines, targets and trajectories.
public struct Measures: Sendable {
    let ledger: Ledger
    let printed: PrintedTargets

    /// Makes the room over a ledger.
    ///
    /// - Parameter printed: what published plans print.
    public init(_ ledger: Ledger, printed: PrintedTargets) {
        self.ledger = ledger
        self.printed = printed
    }

    /// The subject kinds of the room.
    public static let subjects: [any Subject.Type] = [Indicator.self]

    /// The part of the site that the header leads to.
    public static let navigation = NavigationItem(
        section: MeasuresRoutes.section, title: "Indicators", link: MeasuresRoutes.indicators())

    /// Registers the room's routes.
    public func register(in table: inout RouteTable) {
        IndicatorsController(ledger: ledger, printed: printed).register(in: &table)
        TakingController(measures: self).register(in: &table)
        RecommendController(ledger: ledger).register(in: &table)
        DecideController(ledger: ledger).register(in: &table)
        RegisterController(ledger: ledger).register(in: &table)
    }

    /// Puts indicators in the register that are not in it; those that are stay as they are.
    ///
    /// - Throws: ``Ledger/LedgerError``.
    @discardableResult
    public func install(
        _ definitions: [IndicatorDefinition], by author: Author
    ) async throws -> InstallIndicators.Installed {
        let head = try await ledger.followHead()
        let codes = definitions.map(\.code.text).joined(separator: " ")
        // The head is part of the id: a list is put in again after it was made longer.
        let command = Command(
            id: "install-indicators \(head.commit) \(fieldsDigest(codes))", fields: codes, author: author
        ) { deciding in try InstallIndicators(definitions).decide(&deciding) }
        return try await ledger.commit(command).value
    }

    /// Takes what a plan prints as baselines, targets and trajectories.
    ///
    /// - Parameter command: made with a form; nil for one of the terminal.
    /// - Throws: ``MeasuresRefusal/unknownPlan(_:)``, ``Ledger/LedgerError``.
    @discardableResult
    public func takeTargets(
        of plan: String, by author: Author, command: String? = nil
    ) async throws -> TakenTargets {
        guard let printed = try await printed.printed(plan) else { throw MeasuresRefusal.unknownPlan(plan) }
        let head = try await ledger.followHead()
        let taking = TakePrinted(plan: printed, account: author.account)
        return try await ledger.commit(
            Command(
                id: command ?? "take-targets \(plan) \(printed.issue) \(head.commit)", fields: plan,
                author: author
            ) { deciding in try taking.decide(&deciding) }
        ).value
    }

    /// What taking the targets of a plan would do now; nil where there is no such plan.
    func wouldTake(_ plan: String) async throws -> (plan: PrintedPlan, taken: TakenTargets)? {
        guard let printed = try await printed.printed(plan) else { return nil }
        let taken = try await ledger.read { snapshot in
            var states: [IndicatorCode: Indicator] = [:]
            for code in Set(printed.targets.flatMap(\.indicators)).compactMap({ IndicatorCode($0) }) {
                guard let id = try IndicatorRow.subject(of: code, snapshot.reader) else { continue }
                states[code] = try snapshot.state(of: Indicator.self, id)?.state
            }
            return TakePrinted(plan: printed, account: nil).decide(on: states).taken
        }
        return (printed, taken)
    }

    /// The register with what is in force, by id.
    public func summaries() async throws -> [IndicatorSummary] {
        try await ledger.read { try IndicatorRow.all($0.reader) }.map(IndicatorSummary.init)
    }

    /// What is in force on a day of some indicators; those that are not in the register are left out.
    public func inForce(_ indicators: [String], on day: Day) async throws -> [IndicatorInForce] {
        let codes = indicators.compactMap { IndicatorCode($0) }
        return try await ledger.read { snapshot in
            try codes.compactMap { code in
                guard let id = try IndicatorRow.subject(of: code, snapshot.reader),
                    let state = try snapshot.state(of: Indicator.self, id)?.state
                else { return nil }
                return IndicatorInForce(state, on: day)
            }
        }
    }
}
