import Access
import CivilTime
import Ledger
import Markup
import Meetings
import Pages

/// The forms by which a month is run: what stands above its report, closing, opening again, the board's receipt.
struct MonthChangeController: Sendable {
    let ledger: Ledger

    typealias Place = (Code, MonthText)

    func register(in table: inout RouteTable) {
        table.add(MonthRoutes.introducing) { place, request in
            try await introducing(place, Reading(request.typed()), request)
        }
        table.add(MonthRoutes.introduce) { place, request in try await introduce(place, request) }
        table.add(MonthRoutes.close) { place, request in try await close(place, request) }
        table.add(MonthRoutes.reopening) { place, request in
            try await reopening(place, Reading(request.typed()), request)
        }
        table.add(MonthRoutes.reopen) { place, request in try await reopen(place, request) }
        table.add(MonthRoutes.receiving) { place, request in
            try await receiving(place, Reading(request.typed()), request)
        }
        table.add(MonthRoutes.receive) { place, request in try await receive(place, request) }
    }

    private func found(_ place: Place) async throws -> (record: PlanRecord, held: Versioned<ProgrammeMonth>?)
    {
        try await ledger.read { snapshot in
            let record = try PlanRecord.load(place.0, snapshot)
            return (record, try MonthOverview.held(of: record.plan.id, place.1.month, snapshot))
        }
    }

    private func thread(_ header: PlanHeader, _ place: Place) -> [Crumb] {
        MonthView.thread(header) + [Crumb(place.1.month.written, MonthRoutes.month(place))]
    }

    // MARK: What stands above the report

    private static let summary = LongTextQuestion("summary", "The month in short", most: 4_000, rows: 10)
        .hint("What a parent who reads nothing else should know.")
    private static let asks = LongTextQuestion("asks", "What the board is asked to decide", most: 2_000)
        .hint("One question a line. Leave it empty where nothing is asked.").optional()

    private func introducing(
        _ place: Place, _ reading: Reading, _ request: Request, over banner: HTML? = nil
    ) async throws -> Reply {
        let (record, held) = try await found(place)
        var reading = reading
        if reading.isFine, reading.typed.fields.isEmpty, let introduction = held?.state.introduction {
            var typed = Typed()
            Self.summary.fill(&typed, with: introduction.summary)
            Self.asks.fill(&typed, with: introduction.asks.joined(separator: "\n"))
            reading = Reading(typed)
        }
        let shown = banner == nil ? request.form[Form.shownField] : nil
        var form = Form(
            to: MonthRoutes.introduce(place), after: reading, token: request.context.formToken,
            command: CommandID.new(), shown: shown ?? "\(held?.version ?? 0)", button: "Save")
        form.ask(Self.summary, Self.asks)
        form.add(link: "Cancel", to: MonthRoutes.month(place))
        let page = Page.form(
            "What stands above the report", thread: thread(record.header, place), section: PlanRoutes.section,
            banner: banner ?? request.draftBanner, form)
        return .page(page, request.context, status: reading.isFine && banner == nil ? 200 : 422)
    }

    private func introduce(_ place: Place, _ request: Request) async throws -> Reply {
        var reading = Reading(request.form)
        let summary = reading.ask(Self.summary)
        let asks = reading.ask(Self.asks)
        guard reading.isFine, let summary else { return try await introducing(place, reading, request) }
        let (record, held) = try await found(place)
        let lines = (asks ?? "").split(separator: "\n").map { String($0) }.filter {
            !$0.allSatisfy(\.isWhitespace)
        }
        let change = IntroduceMonth(
            plan: record.plan.id, month: place.1.month,
            introduction: MonthIntroduction(summary: summary, asks: lines))
        let command = try command(request, held, kinds: [MonthIntroduced.kind, MonthClosed.kind]) {
            try change.decide(&$0)
        }
        do {
            guard try await reading.carryOut({ try await ledger.commit(command) }) != nil else {
                return try await introducing(place, reading, request)
            }
        } catch LedgerError.overtaken {
            let now = try await found(place).held?.state.introduction
            let banner = Kit.changedMeanwhile(
                by: "somebody else", when: "just now",
                [
                    .init(
                        "The month in short", before: held?.state.introduction?.summary, now: now?.summary,
                        yours: summary)
                ])
            return try await introducing(place, reading, request, over: banner)
        }
        return .seeOther(MonthRoutes.month(place))
    }

    // MARK: Closing and opening again

    private func close(_ place: Place, _ request: Request) async throws -> Reply {
        let (record, held) = try await found(place)
        let change = ChangeMonth(plan: record.plan.id, month: place.1.month, change: .close)
        let command = try command(request, held, kinds: []) { try change.decide(&$0) }
        _ = try await ledger.commit(command)
        return .seeOther(MonthRoutes.month(place))
    }

    private static let reason = TextQuestion("reason", "Why it is opened again", most: 300)

    private func reopening(_ place: Place, _ reading: Reading, _ request: Request) async throws -> Reply {
        let (record, held) = try await found(place)
        let isReceived = held?.state.receipt != nil
        var form = Form(
            to: MonthRoutes.reopen(place), after: reading, token: request.context.formToken,
            command: CommandID.new(), button: "Open \(place.1.month.written) again")
        form.ask(Self.reason)
        form.add(link: "Cancel", to: MonthRoutes.month(place))
        let lead: HTML =
            isReceived
            ? "<p>The public goes on reading what the board received. What is reported now is public once a board has received it.</p>"
            : "<p>Groups can report again, and change what they reported.</p>"
        let page = Page.form(
            "Open this month again", thread: thread(record.header, place), section: PlanRoutes.section,
            banner: request.draftBanner, lead: lead, form)
        return .page(page, request.context, status: reading.isFine ? 200 : 422)
    }

    private func reopen(_ place: Place, _ request: Request) async throws -> Reply {
        var reading = Reading(request.form)
        guard let reason = reading.ask(Self.reason), reading.isFine else {
            return try await reopening(place, reading, request)
        }
        let (record, held) = try await found(place)
        let change = ChangeMonth(
            plan: record.plan.id, month: place.1.month, change: .reopen(reason: reason))
        let command = try command(request, held, kinds: []) { try change.decide(&$0) }
        guard try await reading.carryOut({ try await ledger.commit(command) }) != nil else {
            return try await reopening(place, reading, request)
        }
        return .seeOther(MonthRoutes.month(place))
    }

    // MARK: The board's receipt

    private static let day = DateQuestion("day", "Day of the meeting").optional()

    /// The meetings that may have received it: those held by forums that represent a body of the plan.
    private func meetings(_ record: PlanRecord, _ month: Month) async throws -> [BoardMeeting] {
        try await ledger.read { snapshot in
            try record.bodies.flatMap { body -> [BoardMeeting] in
                let forum = try Meetings.forum(
                    representing: body.code.text, of: record.code.text, snapshot.reader)
                guard let forum else { return [] }
                return try Meetings.meetings(of: forum.id, onOrAfter: month.first, snapshot.reader)
                    .filter(\.isHeld).map { BoardMeeting(id: $0.id, board: forum.name, day: $0.day) }
            }.sorted { ($1.day, $0.id) < ($0.day, $1.id) }
        }
    }

    private func receiving(_ place: Place, _ reading: Reading, _ request: Request) async throws -> Reply {
        let (record, _) = try await found(place)
        let questions = ReceiptQuestions(
            meetings: try await meetings(record, place.1.month), bodies: record.bodies.map(\.name))
        var form = Form(
            to: MonthRoutes.receive(place), after: reading, token: request.context.formToken,
            command: CommandID.new(), button: "Record receipt")
        if let meeting = questions.meeting { form.ask(meeting) }
        form.ask(questions.board, Self.day)
        form.add(link: "Cancel", to: MonthRoutes.month(place))
        let page = Page.form(
            "Record that a board received \(place.1.month.written)", thread: thread(record.header, place),
            section: PlanRoutes.section, banner: request.draftBanner,
            lead: """
                <p>From then on everybody can read the month's ratings, what was written, and the evidence that was cleared.</p>
                """, form)
        return .page(page, request.context, status: reading.isFine ? 200 : 422)
    }

    private func receive(_ place: Place, _ request: Request) async throws -> Reply {
        let (record, held) = try await found(place)
        let questions = ReceiptQuestions(
            meetings: try await meetings(record, place.1.month), bodies: record.bodies.map(\.name))
        var reading = Reading(request.form)
        let chosen = questions.meeting.flatMap { reading.ask($0) }
        let board = reading.ask(questions.board)
        let day = reading.ask(Self.day)
        let meeting = questions.meetings.first { $0.id == chosen }
        if meeting == nil, reading.isFine {
            if board == nil { reading.refuse("Choose which board received it", at: questions.board) }
            if day == nil { reading.refuse("Enter the day of the meeting", at: Self.day) }
        }
        guard reading.isFine, let board = meeting?.board ?? board, let day = meeting?.day ?? day else {
            return try await receiving(place, reading, request)
        }
        let change = ChangeMonth(
            plan: record.plan.id, month: place.1.month,
            change: .receive(board: board, meeting: meeting?.id, on: day))
        let noted = meeting.map {
            Receiving(
                meeting: $0.id, what: "Assurance report, \(place.1.month.written)",
                link: MonthRoutes.report(place))
        }
        let command = try command(request, held, kinds: []) { deciding in
            let id = try change.decide(&deciding)
            try noted?.decide(&deciding)
            return id
        }
        guard try await reading.carryOut({ try await ledger.commit(command) }) != nil else {
            return try await receiving(place, reading, request)
        }
        return .seeOther(MonthRoutes.month(place))
    }

    // MARK: Commands

    private func command(
        _ request: Request, _ held: Versioned<ProgrammeMonth>?, kinds: Set<String>,
        _ decide: @escaping @Sendable (inout Deciding) throws -> String
    ) throws -> Command<String> {
        let version = request.form[Form.shownField].flatMap { Int(pathText: $0) }
        let subject = held.map { SubjectID(kind: ProgrammeMonth.kind, id: $0.state.id) }
        let shown = subject.flatMap { subject in
            version.map { Shown(subject, version: $0, kinds: kinds) }
        }
        return Command(
            id: try CommandID.of(request.form), fields: request.form.fieldsText,
            author: try request.author(.runMonths), shown: shown.map { [$0] } ?? [], decide: decide)
    }
}

/// A meeting at which a report may have been received.
struct BoardMeeting: Sendable, Hashable {
    let id: String
    let board: String
    let day: Day
}

/// Which meeting received a report: one that is recorded here, or a board and a day.
struct ReceiptQuestions: Sendable {
    let meetings: [BoardMeeting]
    /// Nil where no meeting is recorded.
    let meeting: SelectQuestion<String>?
    let board: SelectQuestion<String>

    init(meetings: [BoardMeeting], bodies: [String]) {
        self.meetings = meetings
        meeting =
            meetings.isEmpty
            ? nil
            : SelectQuestion(
                "meeting", "Meeting", meetings.map { Choice($0.id, "\($0.board), \($0.day.short)") }
            ).hint("Leave it empty where the meeting is not recorded here, and give board and day below.")
                .optional()
        board = SelectQuestion("board", "Board or group", bodies.map { Choice($0, $0) }).optional()
    }
}
