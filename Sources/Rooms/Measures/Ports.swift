/// What the measures room asks of whoever holds the published plans.
public struct PrintedTargets: Sendable {
    /// A plan by its id and title.
    public struct Plan: Sendable, Hashable {
        /// The plan's id.
        public let code: String
        /// The plan's title.
        public let title: String

        /// Names a plan.
        public init(code: String, title: String) {
            self.code = code
            self.title = title
        }
    }

    /// The plans that print figures, the newest first.
    public var plans: @Sendable () async throws -> [Plan]
    /// What the current issue of a plan prints; nil where there is no such plan.
    public var printed: @Sendable (_ plan: String) async throws -> PrintedPlan?

    /// Fills the port.
    public init(
        plans: @escaping @Sendable () async throws -> [Plan],
        printed: @escaping @Sendable (_ plan: String) async throws -> PrintedPlan?
    ) {
        self.plans = plans
        self.printed = printed
    }

    /// No plans at all.
    public static let none = PrintedTargets(plans: { [] }, printed: { _ in nil })
}
