public import Access
public import CivilTime
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
    let evidence: Evidence

    /// What the room asks others about the evidence behind an objective; filled where the house is put together.
    public struct Evidence: Sendable {
        /// The objective or action that is asked about.
        public struct Asked: Sendable, Hashable {
            /// The published id of the plan.
            public let plan: String
            /// The published id of the objective or action.
            public let part: String
            /// The ids of the indicators that its measures name, such as K301.
            public let indicators: [String]
        }

        /// What indicators say of it on a day: a sentence each, none where they say nothing.
        public var whatIndicatorsSay: @Sendable (Asked, Day) async throws -> [String]

        /// Fills the port.
        public init(whatIndicatorsSay: @escaping @Sendable (Asked, Day) async throws -> [String]) {
            self.whatIndicatorsSay = whatIndicatorsSay
        }

        /// Nobody to ask.
        public static let none = Evidence { _, _ in [] }
    }

    /// Makes the room over a ledger.
    ///
    /// - Parameters:
    ///   - documents: where files are kept; without it evidence can only be links.
    ///   - targets: who holds the approved targets of indicators.
    ///   - evidence: whom to ask what indicators say.
    ///   - press: what makes its papers PDFs.
    public init(
        _ ledger: Ledger, documents: Documents? = nil, targets: Targets = .none, evidence: Evidence = .none,
        press: Press = Press()
    ) {
        self.ledger = ledger
        self.documents = documents
        self.targets = targets
        self.evidence = evidence
        self.press = press
    }

    /// The subject kinds of the room.
    public static let subjects: [any Subject.Type] =
        [
            Plan.self, Objective.self, PlanAction.self, Area.self, Body.self, PlanTarget.self, Progress.self,
            Risk.self, GroupLead.self, ProgrammeMonth.self, ChangeRequest.self, Project.self, Theme.self,
        ] + registerSubjects

    /// Registers the room's routes.
    public func register(in table: inout RouteTable) {
        let context = ProgressContext(ledger: ledger, documents: documents, evidence: evidence)
        PlanController(ledger: ledger, targets: targets, progress: context).register(in: &table)
        DownloadController(ledger: ledger).register(in: &table)
        ProgressController(context).register(in: &table)
        ProgressReportController(context).register(in: &table)
        EvidenceController(context).register(in: &table)
        RiskController(ledger: ledger).register(in: &table)
        LeadController(context).register(in: &table)
        registerRegisters(in: &table)
        ComparisonController(ledger: ledger).register(in: &table)
        ChangeRequestController(ledger: ledger).register(in: &table)
        ProjectController(ledger: ledger).register(in: &table)
        ThemeController(ledger: ledger).register(in: &table)
        MonthController(ledger: ledger, press: press).register(in: &table)
        MonthChangeController(ledger: ledger).register(in: &table)
    }

    /// The part of the site that the header leads to.
    public static let navigation = NavigationItem(
        section: PlanRoutes.section, title: "Improvement plan", link: PlanRoutes.plans())

    /// The parts of the header that are for somebody with these permissions.
    public static func navigation(for visitor: Visitor) -> [NavigationItem] {
        guard decide(visitor, .seeProgramme).isAllowed else { return [navigation] }
        let work = NavigationItem(
            section: ProgressRoutes.section, title: "Programme", link: ProgressRoutes.start())
        return [
            work, navigation,
            NavigationItem(section: ProjectRoutes.section, title: "Projects", link: ProjectRoutes.all()),
            NavigationItem(section: RegisterRoutes.section, title: "Registers", link: RegisterRoutes.index()),
        ]
    }

    /// The page that the work of these roles starts at, where it is in this room.
    public static func start(_ roles: Set<Role>) -> Link? {
        roles.contains { Action.seeProgramme.reaches[$0] != nil } ? ProgressRoutes.start() : nil
    }

    /// What the home page says about the plans, or nil where there is none.
    public func homeSection(_ context: PageContext) async throws -> HTML? {
        let progress = ProgressContext(ledger: ledger, documents: documents, evidence: evidence)
        let plans = try await PlanController(ledger: ledger, targets: targets, progress: progress)
            .summaries(context.today)
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
