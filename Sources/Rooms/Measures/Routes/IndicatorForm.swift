import Access
import CivilTime
import Ledger
import Markup
import Pages
import People

/// A form on one indicator: how it is shown, carried out, and shown again over somebody else's change.
struct IndicatorForm: Sendable {
    let ledger: Ledger
    let code: IndicatorCode
    let action: Action
    /// The entry kinds that the form depends on.
    let kinds: Set<String>
    /// What the form is about, for the banner over a change of somebody else.
    let what: String
    /// What the record says of it.
    let says: @Sendable (Indicator) -> String?

    enum Outcome {
        case done
        /// The reading says why.
        case refused
        /// Somebody else changed it since the form was shown: what they did, over the form.
        case overtaken(HTML)
    }

    /// Carries out what the form asks for.
    ///
    /// - Parameter yours: what was typed, in the words of ``says``.
    func carryOut(
        _ reading: inout Reading, _ request: Request, yours: String?,
        _ decide: @escaping @Sendable (inout Deciding) throws -> String
    ) async throws -> Outcome {
        let id = try await Found.indicator(code, ledger).state.id
        let version = request.form[Form.shownField].flatMap { Int(pathText: $0) } ?? 0
        let command = Command(
            id: try CommandID.of(request.form), fields: request.form.fieldsText,
            author: try request.author(action),
            shown: [Shown(SubjectID(kind: Indicator.kind, id: id), version: version, kinds: kinds)],
            decide: decide)
        do {
            return try await reading.carryOut({ try await ledger.commit(command) }) == nil ? .refused : .done
        } catch LedgerError.overtaken(let entries) {
            return .overtaken(try await banner(id, entries, yours, request.context.today))
        }
    }

    /// What somebody else did meanwhile, in words.
    private func banner(
        _ id: String, _ entries: [String], _ yours: String?, _ today: Day
    ) async throws -> HTML {
        let (what, says) = (what, says)
        return try await ledger.read { snapshot in
            let chronicle = try snapshot.chronicle(of: SubjectID(kind: Indicator.kind, id: id))
            let fresh = chronicle.filter { entries.contains($0.id) }
            guard let first = fresh.first, let last = fresh.last else { return "" }
            let name = try last.author.account.flatMap {
                try snapshot.state(of: Account.self, $0)?.state.name
            }
            let role = last.author.role.flatMap(Role.init(rawValue:))?.words
            let (day, hour, minute) = Day.londonClock(microsecondsSince1970: last.recordedAt)
            let clock = "\(Digits.two(hour)):\(Digits.two(minute))"
            let before = try snapshot.state(of: Indicator.self, id, asKnownAt: first.commit - 1)?.state
            let now = try snapshot.state(of: Indicator.self, id)?.state
            return Kit.changedMeanwhile(
                by: [name?.text, role].compactMap(\.self).joined(separator: ", "),
                when: day == today ? "today at \(clock)" : "on \(day.short) at \(clock)",
                [.init(what, before: before.flatMap(says), now: now.flatMap(says), yours: yours)])
        }
    }

    /// The form with its hidden fields; after somebody else's change it is sent with what is there now.
    static func form(
        to link: Link, _ version: Int, _ reading: Reading, _ request: Request, over banner: HTML?,
        button: String
    ) -> Form {
        let shown = banner == nil ? request.form[Form.shownField] : nil
        return Form(
            to: link, after: reading, token: request.context.formToken, command: CommandID.new(),
            shown: shown ?? "\(version)", button: button)
    }

    /// The page around it.
    static func reply(
        _ title: String, _ code: IndicatorCode, _ form: Form, _ reading: Reading, _ request: Request,
        over banner: HTML?, lead: HTML = ""
    ) -> Reply {
        let page = Page.form(
            banner == nil ? title : "Not saved yet: \(title)", thread: IndicatorView.thread(code),
            section: MeasuresRoutes.section, banner: banner ?? request.draftBanner, lead: lead, form)
        return .page(page, request.context, status: reading.isFine && banner == nil ? 200 : 422)
    }
}
