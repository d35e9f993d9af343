import Access
import Pages

extension Action {
    /// Running a plan's month: closing it to reports, opening it again, recording that a board received its report.
    static let runMonths = Action("run-months", for: [.programmeTeam])
}

/// The addresses of a plan's months and of the reports that a board received.
enum MonthRoutes {
    static let months = Route<Code>("programme", "plans", .value("plan"), "months", action: .seeProgramme)
    static let month = Route<(Code, MonthText)>(
        "programme", "plans", .value("plan"), "months", .value("month"), action: .seeProgramme)
    static let report = Route<(Code, MonthText)>(
        "programme", "plans", .value("plan"), "months", .value("month"), "report", action: .seeProgramme)
    static let paper = Route<(Code, MonthText)>(
        "programme", "plans", .value("plan"), "months", .value("month"), "report.pdf", action: .seeProgramme)
    static let highlights = Route<(Code, MonthText)>(
        "programme", "plans", .value("plan"), "months", .value("month"), "groups", action: .seeProgramme)
    static let introducing = Route<(Code, MonthText)>(
        "programme", "plans", .value("plan"), "months", .value("month"), "introduction", action: .runMonths)
    static let introduce = Route<(Code, MonthText)>(
        "programme", "plans", .value("plan"), "months", .value("month"), "introduction", method: .post,
        action: .runMonths)
    static let close = Route<(Code, MonthText)>(
        "programme", "plans", .value("plan"), "months", .value("month"), "closing", method: .post,
        action: .runMonths)
    static let reopening = Route<(Code, MonthText)>(
        "programme", "plans", .value("plan"), "months", .value("month"), "reopening", action: .runMonths)
    static let reopen = Route<(Code, MonthText)>(
        "programme", "plans", .value("plan"), "months", .value("month"), "reopening", method: .post,
        action: .runMonths)
    static let receiving = Route<(Code, MonthText)>(
        "programme", "plans", .value("plan"), "months", .value("month"), "receipt", action: .runMonths)
    static let receive = Route<(Code, MonthText)>(
        "programme", "plans", .value("plan"), "months", .value("month"), "receipt", method: .post,
        action: .runMonths)

    static let published = Route<Code>("plans", .value("plan"), "reports", action: .public)
    static let publishedReport = Route<(Code, MonthText)>(
        "plans", .value("plan"), "reports", .value("month"), action: .public)
    static let publishedPaper = Route<(Code, MonthText)>(
        "plans", .value("plan"), "reports", .value("month"), "report.pdf", action: .public)
}
