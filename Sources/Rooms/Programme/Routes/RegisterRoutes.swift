import Access
import Documents
import Pages

/// A form that is named in an address.
protocol FormName: PathValue, RawRepresentable where RawValue == String {}

extension FormName {
    init?(pathText: String) { self.init(rawValue: pathText) }
    var pathText: String { rawValue }
}

/// What can be recorded on a thing in a register.
enum RegisterItemForm: String, FormName, CaseIterable {
    case details, version, coproduction, action
    case actionState = "action-state"
    case status, publicity
}

/// What can be recorded on a recommendation.
enum RecommendationForm: String, FormName, CaseIterable {
    case answer
    case followUp = "follow-up"
    case publicity
}

/// What can be recorded on a review.
enum ExternalReviewForm: String, FormName, CaseIterable {
    case details, held, findings, paper, action
    case actionState = "action-state"
    case publicity
}

/// What can be recorded on a duty to report.
enum ReportingForm: String, FormName, CaseIterable {
    case details, due, sent, outcome, ended
}

/// What can be recorded on a set of evidence.
enum SharingForm: String, FormName, CaseIterable {
    case details, add, remove, checklist, shared
}

/// The addresses of registers, for staff and for everybody.
enum RegisterRoutes {
    static let section = "registers"

    static let index = Route<Void>("registers", action: .seeProgramme)
    static let list = Route<RegisterKind>("registers", "kinds", .value("kind"), action: .seeProgramme)
    static let new = Route<RegisterKind>(
        "registers", "kinds", .value("kind"), "new", action: .keepRegisters)
    static let add = Route<RegisterKind>(
        "registers", "kinds", .value("kind"), "new", method: .post, action: .keepRegisters)
    static let item = Route<String>("registers", "items", .value("item"), action: .seeProgramme)
    static let paper = Route<(String, String)>(
        "registers", "items", .value("item"), "papers", .value("paper"), action: .seeProgramme)
    static let changing = Route<(String, RegisterItemForm)>(
        "registers", "items", .value("item"), "change", .value("form"), action: .keepRegisters)
    static let change = Route<(String, RegisterItemForm)>(
        "registers", "items", .value("item"), "change", .value("form"), method: .post,
        action: .keepRegisters
    ).taking(fileBytes: Documents.fileBytes)

    static let published = Route<Void>("strategies", action: .public)
    static let publishedItem = Route<String>("strategies", .value("item"), action: .public)
    static let publishedPaper = Route<(String, String)>(
        "strategies", .value("item"), "papers", .value("paper"), action: .public)
}

/// The addresses of recommendations, for staff and for everybody.
enum RecommendationRoutes {
    static let list = Route<Void>("registers", "recommendations", action: .seeProgramme)
    static let new = Route<Void>("registers", "recommendations", "new", action: .answerRecommendations)
    static let add = Route<Void>(
        "registers", "recommendations", "new", method: .post, action: .answerRecommendations)
    static let recommendation = Route<String>(
        "registers", "recommendations", "of", .value("recommendation"), action: .seeProgramme)
    static let changing = Route<(String, RecommendationForm)>(
        "registers", "recommendations", "of", .value("recommendation"), .value("form"),
        action: .answerRecommendations)
    static let change = Route<(String, RecommendationForm)>(
        "registers", "recommendations", "of", .value("recommendation"), .value("form"), method: .post,
        action: .answerRecommendations)

    static let published = Route<Void>("recommendations", action: .public)
    static let publishedOne = Route<String>(
        "recommendations", .value("recommendation"), action: .public)
}

/// The addresses of reviews, for staff and for everybody.
enum ExternalReviewRoutes {
    static let calendar = Route<Void>("registers", "reviews", action: .seeProgramme)
    static let new = Route<Void>("registers", "reviews", "new", action: .keepRegisters)
    static let add = Route<Void>("registers", "reviews", "new", method: .post, action: .keepRegisters)
    static let review = Route<String>("registers", "reviews", "of", .value("review"), action: .seeProgramme)
    static let paper = Route<(String, String)>(
        "registers", "reviews", "of", .value("review"), "papers", .value("paper"), action: .seeProgramme)
    static let changing = Route<(String, ExternalReviewForm)>(
        "registers", "reviews", "of", .value("review"), "change", .value("form"), action: .keepRegisters)
    static let change = Route<(String, ExternalReviewForm)>(
        "registers", "reviews", "of", .value("review"), "change", .value("form"), method: .post,
        action: .keepRegisters
    ).taking(fileBytes: Documents.fileBytes)

    static let published = Route<Void>("reviews", action: .public)
    static let publishedOne = Route<String>("reviews", .value("review"), action: .public)
    static let publishedPaper = Route<(String, String)>(
        "reviews", .value("review"), "papers", .value("paper"), action: .public)
}

/// The addresses of what is reported to boards and committees.
enum ReportingRoutes {
    static let calendar = Route<Void>("registers", "reporting", action: .seeProgramme)
    static let new = Route<Void>("registers", "reporting", "new", action: .keepRegisters)
    static let add = Route<Void>("registers", "reporting", "new", method: .post, action: .keepRegisters)
    static let duty = Route<String>("registers", "reporting", "of", .value("duty"), action: .seeProgramme)
    static let paper = Route<(String, String)>(
        "registers", "reporting", "of", .value("duty"), "papers", .value("paper"), action: .seeProgramme)
    static let changing = Route<(String, ReportingForm)>(
        "registers", "reporting", "of", .value("duty"), "change", .value("form"), action: .keepRegisters)
    static let change = Route<(String, ReportingForm)>(
        "registers", "reporting", "of", .value("duty"), "change", .value("form"), method: .post,
        action: .keepRegisters
    ).taking(fileBytes: Documents.fileBytes)
}

/// The addresses of sets of evidence shared with the department.
enum SharingRoutes {
    static let list = Route<Void>("registers", "sharing", action: .seeProgramme)
    static let new = Route<Void>("registers", "sharing", "new", action: .keepRegisters)
    static let add = Route<Void>("registers", "sharing", "new", method: .post, action: .keepRegisters)
    static let set = Route<String>("registers", "sharing", "of", .value("set"), action: .seeProgramme)
    static let file = Route<String>(
        "registers", "sharing", "of", .value("set"), "set.csv", action: .seeProgramme)
    static let paper = Route<(String, String)>(
        "registers", "sharing", "of", .value("set"), "papers", .value("paper"), action: .seeProgramme)
    static let changing = Route<(String, SharingForm)>(
        "registers", "sharing", "of", .value("set"), "change", .value("form"), action: .keepRegisters)
    static let change = Route<(String, SharingForm)>(
        "registers", "sharing", "of", .value("set"), "change", .value("form"), method: .post,
        action: .keepRegisters
    ).taking(fileBytes: Documents.fileBytes)
}
