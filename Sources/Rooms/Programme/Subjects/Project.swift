import CivilTime
import Ledger

/// The initiation document was written, or written anew.
struct ProjectStated: Payload {
    static let kind = "project.stated"
    var document: ProjectDocument
    var account: String?
}

/// A board or group agreed to a version of the document; the effective day is that of the agreement.
struct ProjectAgreed: Payload {
    static let kind = "project.agreed"
    /// The entry with the version agreed.
    var version: String
    var body: String
    var words: String
    var account: String?
}

/// Work began.
struct ProjectStarted: Payload {
    static let kind = "project.started"
    var account: String?
}

/// A milestone is expected in another month than before.
struct ProjectMilestoneExpected: Payload {
    static let kind = "project.milestone-expected"
    var milestone: Code
    var to: Month
    var why: String
    var account: String?
}

/// A milestone was met; the effective day is the day it was.
struct ProjectMilestoneMet: Payload {
    static let kind = "project.milestone-met"
    var milestone: Code
    var account: String?
}

/// The highlight report of a month.
struct ProjectHighlighted: Payload {
    static let kind = "project.highlight"
    var highlight: ProjectHighlight
}

/// The project ended.
struct ProjectClosed: Payload {
    static let kind = "project.closed"
    var how: String
    var account: String?
}

/// A project or workstream: the versions of its initiation document, who agreed, milestones, monthly highlights.
struct Project: Subject {
    /// How far it is.
    enum Status: String, Sendable, CaseIterable {
        case proposed, agreed, live, closed

        /// The status in words.
        var words: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
    }

    /// One version of the document.
    struct Version: Sendable {
        let entry: String
        let day: Day
        let document: ProjectDocument
    }

    static let kind = "project"
    static let entryKinds: [EntryKind<Project>] = [
        EntryKind(ProjectStated.self) { project, stated in
            project.versions.append(
                Version(entry: stated.id, day: stated.day, document: stated.data.document))
        },
        EntryKind(ProjectAgreed.self) { $0.agreements.append($1) },
        EntryKind(ProjectStarted.self) { $0.starts.append($1) },
        EntryKind(ProjectMilestoneExpected.self) { $0.expectations.append($1) },
        EntryKind(ProjectMilestoneMet.self) { $0.met.append($1) },
        EntryKind(ProjectHighlighted.self) { $0.highlights.append($1) },
        EntryKind(ProjectClosed.self) { $0.closings.append($1) },
    ]
    static let tables = [ProjectTables.project]
    static let derivation = 1

    let id: String
    /// The versions of the initiation document, the first first.
    private(set) var versions: [Version] = []
    private(set) var agreements: [Recorded<ProjectAgreed>] = []
    private(set) var starts: [Recorded<ProjectStarted>] = []
    private(set) var expectations: [Recorded<ProjectMilestoneExpected>] = []
    private(set) var met: [Recorded<ProjectMilestoneMet>] = []
    /// Every highlight report, in the order reported; of two for a month the later stands.
    private(set) var highlights: [Recorded<ProjectHighlighted>] = []
    private(set) var closings: [Recorded<ProjectClosed>] = []
    private var noted: [Problem] = []

    init(id: String) { self.id = id }

    mutating func note(_ problem: Problem) { noted.append(problem) }

    /// The document as it was last written; nil before any.
    var document: ProjectDocument? { versions.last?.document }

    /// How far it is.
    var status: Status {
        if !closings.isEmpty { return .closed }
        if !starts.isEmpty { return .live }
        return agreements.isEmpty ? .proposed : .agreed
    }

    /// The number of a version, from 1, by its entry.
    func number(of entry: String) -> Int? { versions.firstIndex { $0.entry == entry }.map { $0 + 1 } }

    /// Whether the document as last written was agreed to.
    var isAgreedAsWritten: Bool {
        agreements.contains { $0.data.version == versions.last?.entry }
    }

    /// The highlight that stands for each month, the last month first.
    var byMonth: [Recorded<ProjectHighlighted>] {
        let last = Dictionary(highlights.map { ($0.data.highlight.month, $0) }, uniquingKeysWith: { $1 })
        return last.sorted { $0.key > $1.key }.map(\.value)
    }

    /// The milestones of the document as they stand.
    var milestones: [ProjectMilestoneStanding] {
        (document?.milestones ?? []).map { milestone in
            let stated = versions.compactMap { version in
                version.document.milestones.first { $0.code == milestone.code }.map {
                    (version.day, $0.month)
                }
            }
            let said = expectations.filter { $0.data.milestone == milestone.code }.map {
                ($0.day, $0.data.to)
            }
            // What a document and a forecast of one day say: the forecast is later by rank.
            let all = (stated + said).enumerated().sorted {
                ($0.element.0, $0.offset) < ($1.element.0, $1.offset)
            }.map(\.element.1)
            return ProjectMilestoneStanding(
                milestone: milestone, first: all.first ?? milestone.month, now: all.last ?? milestone.month,
                met: met.last { $0.data.milestone == milestone.code }?.day,
                whys: expectations.filter { $0.data.milestone == milestone.code }.map(\.data.why))
        }
    }

    /// What cannot be true together.
    var problems: [Problem] {
        var problems = noted
        if let start = starts.first, agreements.allSatisfy({ $0.day > start.day }) {
            problems.append(
                Problem("Work began before anybody is recorded as having agreed.", entries: [start.id]))
        }
        if closings.count > 1 {
            problems.append(Problem("It was closed twice.", entries: closings.map(\.id)))
        }
        let codes = Set(versions.flatMap { $0.document.milestones.map(\.code) })
        let strangers =
            expectations.filter { !codes.contains($0.data.milestone) }.map(\.id)
            + met.filter { !codes.contains($0.data.milestone) }.map(\.id)
        if !strangers.isEmpty {
            problems.append(
                Problem("Something was reported of a milestone that no version has.", entries: strangers))
        }
        return problems
    }
}

/// A milestone of a project with what was said of its date.
struct ProjectMilestoneStanding: Sendable, Hashable {
    let milestone: ProjectMilestone
    /// The month first given.
    let first: Month
    /// The month expected now.
    let now: Month
    /// The day it was met.
    let met: Day?
    /// Why its date was moved, each time.
    let whys: [String]

    var slipMonths: Int { now - first }
}

extension Project {
    /// One row.
    func rows(_ reference: inout ReferenceReader) -> [Row] {
        guard let document else { return [] }
        let last = byMonth.first
        return [
            Row(
                ProjectTables.project,
                [
                    document.title, document.kind.rawValue, document.theme, document.owner, status.rawValue,
                    document.lead, last?.data.highlight.month.iso, last?.data.highlight.rating.rawValue,
                ])
        ]
    }

    /// The project as a standing, and each highlight and milestone met as an event.
    func facts(_ reference: inout ReferenceReader) -> [Fact] {
        guard let first = versions.first else { return [] }
        let end = closings.first.map { max($0.day, first.day) }
        return [Fact(standing: "programme.project", key: "project", from: first.day, to: end)]
            + highlights.map { Fact(event: "programme.project-highlight", key: $0.id, on: $0.day) }
            + met.map { Fact(event: "programme.project-milestone-met", key: $0.id, on: $0.day) }
    }
}

/// A theme of the programme was recorded, or recorded anew.
struct ThemeStated: Payload {
    static let kind = "theme.stated"
    var title: String
    var purpose: String
    /// Who chairs it together, by post.
    var coChairs: [String]
    var account: String?
}

/// A theme ended.
struct ThemeClosed: Payload {
    static let kind = "theme.closed"
    var why: String
    var account: String?
}

/// A theme of the programme, with who chairs it together; projects name it.
struct Theme: Subject {
    static let kind = "theme"
    static let entryKinds: [EntryKind<Theme>] = [
        EntryKind(ThemeStated.self) { $0.versions.append($1) },
        EntryKind(ThemeClosed.self) { $0.closings.append($1) },
    ]
    static let tables = [ProjectTables.theme]
    static let derivation = 1

    let id: String
    private(set) var versions: [Recorded<ThemeStated>] = []
    private(set) var closings: [Recorded<ThemeClosed>] = []
    private(set) var problems: [Problem] = []

    init(id: String) { self.id = id }

    mutating func note(_ problem: Problem) { problems.append(problem) }

    /// What it is now; nil before any entry.
    var current: ThemeStated? { versions.last?.data }
    var isClosed: Bool { !closings.isEmpty }

    /// One row.
    func rows(_ reference: inout ReferenceReader) -> [Row] {
        guard let current else { return [] }
        return [
            Row(ProjectTables.theme, [current.title, current.coChairs.joined(separator: "; "), isClosed])
        ]
    }

    /// The theme as a standing.
    func facts(_ reference: inout ReferenceReader) -> [Fact] {
        guard let first = versions.first else { return [] }
        let end = closings.first.map { max($0.day, first.day) }
        return [Fact(standing: "programme.theme", key: "theme", from: first.day, to: end)]
    }
}

/// The rows of projects and themes.
enum ProjectTables {
    static let project = Table(
        "programme_project",
        [
            .text("title"), .text("kind"), .optionalText("theme"), .text("owner"), .text("status"),
            .optionalText("lead"), .optionalText("last_month"), .optionalText("last_rating"),
        ], indexes: [["theme"], ["status"]])

    static let theme = Table(
        "programme_theme", [.text("title"), .text("co_chairs"), .integer("is_closed")],
        uniques: [Unique(["title"], refusal: "There is already a theme of this name.")])
}
