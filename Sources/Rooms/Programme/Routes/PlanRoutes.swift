import Access
import Pages

/// The addresses of the programme's public pages.
enum PlanRoutes {
    static let section = "plan"

    static let plans = Route<Void>("plans", action: .public)
    static let plan = Route<Code>("plans", .value("plan"), action: .public)
    static let priority = Route<(Code, Code)>(
        "plans", .value("plan"), "priorities", .value("priority"), action: .public)
    static let objective = Route<(Code, Code)>(
        "plans", .value("plan"), "objectives", .value("objective"), action: .public)
    static let action = Route<(Code, Code)>(
        "plans", .value("plan"), "actions", .value("action"), action: .public)
    static let areas = Route<Code>("plans", .value("plan"), "areas", action: .public)
    static let area = Route<(Code, Code)>("plans", .value("plan"), "areas", .value("area"), action: .public)
    static let governance = Route<Code>("plans", .value("plan"), "governance", action: .public)
    static let group = Route<(Code, Code)>(
        "plans", .value("plan"), "groups", .value("group"), action: .public)
    static let dates = Route<Code>("plans", .value("plan"), "dates", action: .public)
    static let targets = Route<Code>("plans", .value("plan"), "targets", action: .public)
    static let doubts = Route<Code>("plans", .value("plan"), "uncertain", action: .public)
    static let issues = Route<Code>("plans", .value("plan"), "versions", action: .public)
    static let issue = Route<(Code, Int)>(
        "plans", .value("plan"), "versions", .value("version"), action: .public)
    static let downloads = Route<Code>("plans", .value("plan"), "downloads", action: .public)
    static let download = Route<(Code, String)>(
        "plans", .value("plan"), "downloads", .value("file"), action: .public)
}
