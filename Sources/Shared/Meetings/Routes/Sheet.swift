import Access
import CivilTime
import Ledger
import Markup
import Pages

/// One form of the module: what it asks, and what is recorded of what was answered.
struct Sheet: Sendable {
    /// What records the answers, and gives the id of what was recorded on.
    typealias Decide = @Sendable (inout Deciding) throws -> String

    /// What the form shows of a subject, so that somebody else's change meanwhile is seen.
    struct About: Sendable {
        let subject: SubjectID
        let version: Int
        let kinds: Set<String>
        /// What it shows in words, as known at a commit, or now where that is nil.
        let words: @Sendable (Snapshot, Int?) throws -> [(what: String, words: String?)]
        /// What was typed of the same, in the same order.
        var typed: @Sendable (Typed) -> [String?] = { _ in [] }
    }

    var title: String
    var thread: [Crumb]
    /// Where it is sent; its page stands at the same address.
    var to: Link
    /// Where “Cancel” leads.
    var back: Link
    var action = Action.recordMeetings
    var button = "Save"
    /// What a further button says that saves and asks again; nil for none.
    var again: String?
    var lead = HTML()
    /// What stands in it before anybody typed.
    var first = Typed()
    var about: About?
    /// The question whose file becomes part of the record.
    var file: String?
    var ask: @Sendable (inout Form) -> Void
    /// Reads the answers, for the account that sends them; nil where they cannot be taken.
    var read: @Sendable (inout Reading, String) -> Decide?
    /// Where one is led afterwards.
    var next: @Sendable (String) -> Link
}

extension Sheet {
    /// What records a change; nil where none was read.
    static func deciding<Change: Sendable>(
        _ change: Change?, _ record: @escaping @Sendable (Change, inout Deciding) throws -> String
    ) -> Decide? {
        guard let change else { return nil }
        return { deciding in try record(change, &deciding) }
    }
}

/// Shows forms and carries out what they ask for.
struct Desk: Sendable {
    static let againKey = "again"

    let ledger: Ledger
    let papers: any Papers

    /// Registers a form: the page that shows it and the address it is sent to.
    func add<Place>(
        _ page: Route<Place>, _ form: Route<Place>, to table: inout RouteTable,
        _ make: @escaping @Sendable (Place, Request) async throws -> Sheet
    ) {
        table.add(page) { place, request in show(try await make(place, request), request) }
        table.add(form) { place, request in try await take(request) { try await make(place, request) } }
    }

    /// The form as it is first shown.
    func show(_ sheet: Sheet, _ request: Request) -> Reply {
        page(sheet, Reading(request.typed(or: sheet.first)), request)
    }

    /// Reads what was sent and carries it out; what is wrong is shown with what was typed.
    ///
    /// - Parameter make: the form as it is now; asked again where somebody else was quicker.
    func take(_ request: Request, _ make: @Sendable () async throws -> Sheet) async throws -> Reply {
        let sheet = try await make()
        var reading = Reading(request.form)
        let author = try request.author(sheet.action)
        guard let decide = sheet.read(&reading, author.account ?? ""), reading.isFine else {
            return page(sheet, reading, request)
        }
        let command = Command(
            id: try CommandID.of(request.form), fields: request.form.fieldsText, author: author,
            shown: Self.shown(sheet, request), decide: decide)
        let filing = papers.filing(sheet.file.flatMap { request.form.uploads[$0] }, command)
        do {
            guard let outcome = try await reading.carryOut({ try await ledger.commit(filing) }) else {
                return page(sheet, reading, request)
            }
            let isAgain = request.form[Form.buttonField] == Self.againKey
            return .seeOther(isAgain ? sheet.to : sheet.next(outcome.value))
        } catch LedgerError.overtaken(let entries) {
            let fresh = try await make()
            let banner = try await banner(entries, fresh, request)
            return page(fresh, reading, request, over: banner)
        }
    }

    private static func shown(_ sheet: Sheet, _ request: Request) -> [Shown] {
        sheet.about.map { about in
            let version = request.form[Form.shownField].flatMap { Int(pathText: $0) } ?? 0
            return [Shown(about.subject, version: version, kinds: about.kinds)]
        } ?? []
    }

    private func page(
        _ sheet: Sheet, _ reading: Reading, _ request: Request, over banner: HTML? = nil
    ) -> Reply {
        let version = sheet.about.map { "\($0.version)" }
        // After somebody else's change the form is sent with what is there now.
        let shown = banner == nil && version != nil ? request.form[Form.shownField] ?? version : version
        var form = Form(
            to: sheet.to, after: reading, token: request.context.formToken, command: CommandID.new(),
            shown: shown, button: sheet.button)
        sheet.ask(&form)
        if let again = sheet.again { form.add(button: again, key: Self.againKey) }
        form.add(link: "Cancel", to: sheet.back)
        let page = Page.form(
            banner == nil ? sheet.title : "Not saved yet: \(sheet.title)", thread: sheet.thread,
            section: MeetingsRoutes.section, banner: banner ?? request.draftBanner, lead: sheet.lead, form)
        return .page(page, request.context, status: reading.isFine && banner == nil ? 200 : 422)
    }

    /// What somebody else did meanwhile, in words.
    private func banner(_ entries: [String], _ sheet: Sheet, _ request: Request) async throws -> HTML {
        guard let about = sheet.about else { return "" }
        let (typed, today) = (about.typed(request.form), request.context.today)
        return try await ledger.read { snapshot in
            let fresh = try snapshot.chronicle(of: about.subject).filter { entries.contains($0.id) }
            guard let first = fresh.first, let last = fresh.last else { return "" }
            let name = try last.author.account.flatMap { try AccountRow.name($0, snapshot.reader) }
            let role = last.author.role.flatMap(Role.init(rawValue:))?.words
            let before = try about.words(snapshot, first.commit - 1)
            let now = try about.words(snapshot, nil)
            let changes = now.enumerated().map { index, line in
                Kit.MeanwhileChange(
                    line.what, before: index < before.count ? before[index].words : nil, now: line.words,
                    yours: index < typed.count ? typed[index] : nil)
            }
            return Kit.changedMeanwhile(
                by: [name, role].compactMap(\.self).joined(separator: ", "),
                when: Moments.words(last.recordedAt, today), changes)
        }
    }
}

/// Moments as people say them.
enum Moments {
    /// “today at 10:15”, “on 3 May 2024 at 10:15”.
    static func words(_ moment: Int64, _ today: Day) -> String {
        let (day, hour, minute) = Day.londonClock(microsecondsSince1970: moment)
        let clock = "\(Digits.two(hour)):\(Digits.two(minute))"
        return day == today ? "today at \(clock)" : "on \(day.short) at \(clock)"
    }
}
