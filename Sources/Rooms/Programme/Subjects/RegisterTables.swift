import CivilTime
import Ledger

/// The rows of the registers.
enum RegisterTables {
    static let item = Table(
        "programme_register",
        [
            .text("kind"), .text("title"), .text("owner"), .text("status"), .integer("is_public"),
            .optionalInteger("due"), .optionalInteger("published"), .optionalInteger("ends"),
            .optionalInteger("review"), .optionalText("version"), .integer("open_actions"),
            .optionalInteger("action_due"), .integer("coproduced"), .optionalText("plan"),
            .text("objectives"),
        ], indexes: [["kind", "title"]])

    static let recommendation = Table(
        "programme_recommendation",
        [
            .text("committee"), .text("report"), .integer("report_day"), .integer("number"), .text("text"),
            .optionalText("acceptance"), .optionalText("owner"), .text("state"), .integer("state_day"),
            .integer("is_answered"), .integer("is_followed_up"), .integer("is_public"), .optionalText("plan"),
            .text("objectives"),
        ], indexes: [["report_day", "number"]],
        uniques: [
            Unique(
                ["report", "report_day", "number"],
                refusal: "This report has a recommendation with this number already.")
        ])

    static let review = Table(
        "programme_review",
        [
            .text("kind"), .text("title"), .text("body"), .optionalInteger("planned"),
            .integer("is_day_known"), .optionalInteger("held"), .optionalInteger("next"),
            .integer("has_findings"), .integer("open_actions"), .optionalInteger("action_due"),
            .integer("is_public"), .optionalText("plan"), .text("objectives"),
        ], indexes: [["planned"]])

    static let duty = Table(
        "programme_reporting",
        [
            .text("committee"), .text("reporter"), .text("what"), .text("frequency"),
            .optionalInteger("ended"), .optionalText("plan"), .text("objectives"),
        ], indexes: [["committee"]])

    static let report = Table(
        "programme_report_due",
        [.integer("due"), .optionalInteger("sent"), .text("paper"), .integer("has_outcome")],
        indexes: [["due"]])

    static let sharing = Table(
        "programme_sharing",
        [
            .text("title"), .text("recipient"), .text("arrangement"), .integer("papers"),
            .integer("checks"), .optionalInteger("shared"), .optionalText("plan"), .text("objectives"),
        ], indexes: [["title"]])

    /// Under which an objective is served by what: one row for each objective.
    static let served = Table(
        "programme_served", [.text("plan"), .text("code"), .text("title"), .integer("is_public")],
        indexes: [["plan", "code"]])

    static func served(_ serving: Serving, title: String, isPublic: Bool) -> [Row] {
        guard let plan = serving.plan else { return [] }
        var seen: Set<Code> = []
        return serving.objectives.filter { seen.insert($0).inserted }.map {
            Row(served, key: $0.text, [plan.text, $0.text, title, isPublic])
        }
    }

    static func serving(_ plan: String?, _ objectives: String) -> Serving {
        Serving(
            plan: plan.map { Code(stored: $0) },
            objectives: objectives.split(separator: " ").map { Code(stored: String($0)) })
    }
}

/// An action that was agreed within something, and how it goes.
struct AgreedAction: Sendable {
    /// The entry that agrees it.
    let entry: String
    /// The day it was agreed.
    let day: Day
    let text: String
    let owner: String
    let due: Day?
    let serving: Serving
    /// What was said of it since, the first first.
    private(set) var reports: [(entry: String, day: Day, state: ActionState, words: String)] = []

    init(
        entry: String, day: Day, text: String, owner: String, due: Day?, serving: Serving = Serving()
    ) {
        self.entry = entry
        self.day = day
        self.text = text
        self.owner = owner
        self.due = due
        self.serving = serving
    }

    var state: ActionState { reports.last?.state ?? .open }

    mutating func report(_ entry: String, _ day: Day, _ state: ActionState, _ words: String) {
        reports.append((entry, day, state, words))
    }

    /// How it stands against its day.
    func lateness(on today: Day) -> Lateness {
        state == .dropped
            ? .undated : Lateness(days: [due].compactMap { $0 }, isDone: state == .done, today: today)
    }
}

extension [AgreedAction] {
    /// How many are still to be done.
    var openCount: Int { count { $0.state.isOpen } }
    /// The first day by which one that is still to be done is due.
    var firstDue: Day? { filter(\.state.isOpen).compactMap(\.due).min() }

    /// Notes what was said of one of them; false where there is none of that entry.
    mutating func report(
        on action: String, _ entry: String, _ day: Day, _ state: ActionState, _ words: String
    ) -> Bool {
        guard let index = firstIndex(where: { $0.entry == action }) else { return false }
        self[index].report(entry, day, state, words)
        return true
    }
}
