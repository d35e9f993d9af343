public import Documents
public import Ledger
public import Markup
public import Pages

/// The programme room: published plans, who answers for them, and what is due.
public struct Programme: Sendable {
    let ledger: Ledger
    let documents: Documents?
    let targets: Targets
    let press: Press

    /// Makes the room over a ledger.
    ///
    /// - Parameters:
    ///   - documents: where its forms may bring files; nil where they may not.
    ///   - targets: who holds the approved targets of indicators.
    ///   - press: what makes its papers PDFs.
    public init(
        _ ledger: Ledger, documents: Documents? = nil, targets: Targets = .none, press: Press = Press()
    ) {
        self.ledger = ledger
        self.documents = documents
        self.targets = targets
        self.press = press
    }

    /// The subject kinds of the room.
    public static let subjects: [any Subject.Type] =
        [
            Plan.self, Objective.self, PlanAction.self, Area.self, Body.self, PlanTarget.self,
        ] + registerSubjects

    /// Registers the room's routes.
    public func register(in table: inout RouteTable) {
        PlanController(ledger: ledger, targets: targets).register(in: &table)
        DownloadController(ledger: ledger).register(in: &table)
        registerRegisters(in: &table)
        ComparisonController(ledger: ledger).register(in: &table)
    }

    /// The part of the site that the header leads to.
    public static let navigation = NavigationItem(
        section: PlanRoutes.section, title: "Improvement plan", link: PlanRoutes.plans())

    /// What the home page says about the plans, or nil where there is none.
    public func homeSection(_ context: PageContext) async throws -> HTML? {
        let plans = try await PlanController(ledger: ledger, targets: targets).summaries(context.today)
        return plans.isEmpty ? nil : PlanListView.section(plans)
    }

    /// Records a published plan; the same plan again adds nothing, a changed one becomes a new issue.
    ///
    /// - Parameter fingerprint: the file's text or its digest, to tell a repeated command.
    /// - Throws: ``ImportRefusal``, ``Ledger/LedgerError``.
    public func record(
        _ published: PublishedPlan, fingerprint: String, by author: Author
    ) async throws -> Outcome<ImportResult> {
        let code = published.header.code.text
        let issue = try await ledger.read { snapshot in
            try snapshot.reader.first("SELECT issue FROM programme_plan WHERE code = \(code)") {
                $0.integer(0)
            }
        }
        // The issue is part of the id: going back to an earlier text of a plan is a change like any other.
        let id = "import-plan \(issue ?? 0) \(fieldsDigest(fingerprint))"
        return try await ledger.commit(
            Command(id: id, fields: fingerprint, author: author) { deciding in
                try Importing(published: published).decide(&deciding)
            })
    }
}
