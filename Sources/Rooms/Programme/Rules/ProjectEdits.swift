import CivilTime
import Ledger

/// Who records something on a project.
struct ProjectEditor: Sendable, Hashable {
    /// The programme team may work on every project, others on those that they lead.
    let isTeam: Bool
    let account: String?
}

/// Why something about a project or theme cannot be recorded.
enum ProjectRefusal: Refusal, Equatable {
    case unknownProject
    case unknownTheme
    case unknownMilestone
    case notLead
    case closed
    case alreadyStarted
    case alreadyMet
    case monthToCome(Month)
    case inThePast(Month, today: Day)
    case sameMonth(Month)
    case notYet(Day)
    case agreedBeforeWritten(Day, written: Day)
    case alreadyAgreed
    /// It is the project's own lead who would agree to it.
    case ownProject

    /// What happened and what to do next.
    var forPerson: String {
        switch self {
        case .unknownProject: "There is no such project. Go back to the list of projects."
        case .unknownTheme: "There is no such theme any more. Choose another, or none."
        case .unknownMilestone: "The project has no such milestone. Open its page again."
        case .notLead:
            "Only the lead of this project and the programme team can record this. Ask the programme team to name "
                + "you as its lead."
        case .closed: "This project is closed. If work goes on, record a new project."
        case .alreadyStarted: "It is recorded already that work began."
        case .alreadyMet: "This milestone is recorded as met already."
        case .monthToCome(let month):
            "\(month.written) has not begun. Report on a month that has, up to the present one."
        case .inThePast(let month, let today):
            "\(month.written) has passed (today is \(today.short)). Enter a month that has not ended, or record that "
                + "the milestone was met."
        case .sameMonth(let month): "It is expected in \(month.written) already. Enter another month."
        case .notYet(let day): "\(day.short) has not come yet. Enter the day on which it happened."
        case .agreedBeforeWritten(let day, let written):
            "The agreement (\(day.short)) lies before the day on which the document was written (\(written.short)). "
                + "Check the day."
        case .alreadyAgreed: "This version of the document is agreed already."
        case .ownProject: "You lead this project, so somebody else has to record that it was agreed."
        }
    }

    /// The kind of refusal.
    var forOperator: String {
        switch self {
        case .unknownProject: "project: unknown"
        case .unknownTheme: "project: unknown theme"
        case .unknownMilestone: "project: unknown milestone"
        case .notLead: "project: not its lead"
        case .closed: "project: closed"
        case .alreadyStarted: "project: started already"
        case .alreadyMet: "project: milestone met already"
        case .monthToCome: "project: month to come"
        case .inThePast: "project: month in the past"
        case .sameMonth: "project: same month"
        case .notYet: "project: day to come"
        case .agreedBeforeWritten: "project: agreed before written"
        case .alreadyAgreed: "project: agreed already"
        case .ownProject: "project: own project"
        }
    }
}

/// Writes the first version of a project's document.
struct ProposeProject: Sendable, Hashable {
    var document: ProjectDocument
    var editor: ProjectEditor

    /// Records it and gives the project's id.
    ///
    /// - Throws: ``ProjectRefusal``.
    func decide(_ deciding: inout Deciding) throws -> String {
        try deciding.refuseUnknownTheme(document.theme)
        let id = deciding.newID()
        var document = document
        // Who may not work on every project leads the one they propose, or could not go on with it.
        if !editor.isTeam { document.lead = editor.account }
        try deciding.record(
            ProjectStated(document: document, account: editor.account), on: Project.self, id,
            day: deciding.today)
        return id
    }
}

/// Something recorded on a project.
struct RecordOnProject: Sendable, Hashable {
    /// What is recorded.
    enum Change: Sendable, Hashable {
        /// A new version of the document.
        case document(ProjectDocument)
        /// A board or group agreed to the document as last written.
        case agreed(body: String, on: Day, words: String)
        case started(on: Day)
        case milestoneExpected(Code, in: Month, why: String)
        case milestoneMet(Code, on: Day)
        case highlight(ProjectHighlight)
        case closed(on: Day, how: String)
    }

    var project: String
    var change: Change
    var editor: ProjectEditor

    /// Records it and gives the project's id.
    ///
    /// - Throws: ``ProjectRefusal``.
    func decide(_ deciding: inout Deciding) throws -> String {
        guard let held = try deciding.state(of: Project.self, project)?.state, let document = held.document
        else { throw ProjectRefusal.unknownProject }
        guard held.status != .closed else { throw ProjectRefusal.closed }
        let isLead = editor.account != nil && document.lead == editor.account
        if case .agreed(let body, let day, let words) = change {
            return try agree(held, body, day, words, isLead: isLead, &deciding)
        }
        guard editor.isTeam || isLead else { throw ProjectRefusal.notLead }
        switch change {
        case .document(var document):
            try deciding.refuseUnknownTheme(document.theme)
            if !editor.isTeam { document.lead = held.document?.lead }
            return try enter(
                ProjectStated(document: document, account: editor.account), deciding.today, &deciding)
        case .agreed: return project
        case .started(let day):
            guard held.starts.isEmpty else { throw ProjectRefusal.alreadyStarted }
            return try enter(ProjectStarted(account: editor.account), day, &deciding)
        case .milestoneExpected(let code, let month, let why):
            return try expect(held, code, month, why, &deciding)
        case .milestoneMet(let code, let day):
            guard try milestone(code, held).met == nil else { throw ProjectRefusal.alreadyMet }
            return try enter(ProjectMilestoneMet(milestone: code, account: editor.account), day, &deciding)
        case .highlight(let highlight):
            guard highlight.month <= deciding.today.calendarMonth else {
                throw ProjectRefusal.monthToCome(highlight.month)
            }
            return try enter(ProjectHighlighted(highlight: highlight), deciding.today, &deciding)
        case .closed(let day, let how):
            return try enter(ProjectClosed(how: how, account: editor.account), day, &deciding)
        }
    }

    private func agree(
        _ held: Project, _ body: String, _ day: Day, _ words: String, isLead: Bool,
        _ deciding: inout Deciding
    ) throws -> String {
        guard !isLead else { throw ProjectRefusal.ownProject }
        guard let version = held.versions.last else { throw ProjectRefusal.unknownProject }
        guard !held.isAgreedAsWritten else { throw ProjectRefusal.alreadyAgreed }
        guard day >= version.day else {
            throw ProjectRefusal.agreedBeforeWritten(day, written: version.day)
        }
        return try enter(
            ProjectAgreed(version: version.entry, body: body, words: words, account: editor.account), day,
            &deciding)
    }

    private func expect(
        _ held: Project, _ code: Code, _ month: Month, _ why: String, _ deciding: inout Deciding
    ) throws -> String {
        let standing = try milestone(code, held)
        guard standing.met == nil else { throw ProjectRefusal.alreadyMet }
        guard month.last >= deciding.today else {
            throw ProjectRefusal.inThePast(month, today: deciding.today)
        }
        guard standing.now != month else { throw ProjectRefusal.sameMonth(month) }
        return try enter(
            ProjectMilestoneExpected(milestone: code, to: month, why: why, account: editor.account),
            deciding.today, &deciding)
    }

    private func milestone(_ code: Code, _ held: Project) throws -> ProjectMilestoneStanding {
        guard let found = held.milestones.first(where: { $0.milestone.code == code }) else {
            throw ProjectRefusal.unknownMilestone
        }
        return found
    }

    private func enter(_ payload: some Payload, _ day: Day, _ deciding: inout Deciding) throws -> String {
        guard day <= deciding.today else { throw ProjectRefusal.notYet(day) }
        try deciding.record(payload, on: Project.self, project, day: day)
        return project
    }
}

/// Records a theme, or records it anew.
struct RecordTheme: Sendable, Hashable {
    /// The subject id; nil for a new theme.
    var theme: String?
    var title: String
    var purpose: String
    var coChairs: [String]
    var account: String?

    /// Records it and gives its id; a title that another theme has is refused by the commit.
    ///
    /// - Throws: ``ProjectRefusal/unknownTheme``, at the commit `LedgerError.taken`.
    func decide(_ deciding: inout Deciding) throws -> String {
        if let theme { try deciding.refuseUnknownTheme(theme) }
        let id = theme ?? deciding.newID()
        try deciding.record(
            ThemeStated(title: title, purpose: purpose, coChairs: coChairs, account: account), on: Theme.self,
            id, day: deciding.today)
        return id
    }
}

/// Ends a theme; its projects stay, and show that it has ended.
struct CloseTheme: Sendable, Hashable {
    var theme: String
    var why: String
    var account: String?

    /// Records it and gives its id.
    ///
    /// - Throws: ``ProjectRefusal/unknownTheme``.
    func decide(_ deciding: inout Deciding) throws -> String {
        try deciding.refuseUnknownTheme(theme)
        try deciding.record(
            ThemeClosed(why: why, account: account), on: Theme.self, theme, day: deciding.today)
        return theme
    }
}

extension Deciding {
    /// Refuses a theme that is not there or has ended.
    mutating func refuseUnknownTheme(_ theme: String?) throws {
        guard let theme else { return }
        guard let held = try state(of: Theme.self, theme)?.state, held.current != nil, !held.isClosed else {
            throw ProjectRefusal.unknownTheme
        }
    }
}
