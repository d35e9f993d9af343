import Access
import HTTPTypes
import Hummingbird
import Ledger
import Markup
import NIOCore
import Operations
import Pages

/// The answer to one request: who asks, the form that came with it, the route, the reads it makes.
struct Answering {
    let site: Site
    let gate: Gate
    let making: ResponseMaking
    let proxies: TrustedProxies
    /// Where the answer may be kept for everyone; nil where it is one person's.
    let cache: PublicCache?
    let target: RequestTarget
    let request: Hummingbird.Request
    let context: SiteRequestContext

    private var isRead: Bool { request.method == .get || request.method == .head }

    func run() async -> WebResponder.Logged {
        do {
            let asking = try await gate.identify(request.headers)
            return try await answer(asking)
        } catch let fault as Fault {
            return logged(fault, "fault")
        } catch {
            let trouble = (error as? any Explained)?.forOperator ?? "\(type(of: error))"
            return logged(.unavailable, "fault", trouble: trouble)
        }
    }

    private func logged(
        _ fault: Fault, _ route: String, trouble: String? = nil
    ) -> WebResponder.Logged {
        .init(response: making.response(fault.reply(site.context())), route: route, trouble: trouble)
    }

    private func answer(_ asking: Asking) async throws -> WebResponder.Logged {
        let page = try await site.context(for: asking, token: gate.token(asking))
        var asked = Pages.Request(
            method: request.method.rawValue, segments: target.segments, query: target.query,
            visitor: asking.visitor, context: page)
        asked.session = asking.session
        asked.now = site.operations.now
        asked.network = proxies.origin(
            peer: context.peer,
            forwarded: HTTPField.Name("X-Forwarded-For").flatMap { request.headers[$0] })
        if isRead {
            try await restoreDraft(into: &asked)
        } else if request.method == .post, site.routes.takesForm(target.segments) {
            asked.form = try await form(asked, asking)
            guard gate.admits(asked.form, request.headers, asking) else { throw Fault.forged }
            if let account = asking.endedAccount, !site.routes.takesFormOfAnybody(target.segments) {
                return try await keepDraft(asked, of: account)
            }
        }
        let answer = await site.routes.answer(asked)
        if answer.needsSignIn { return signInFirst(asking) }
        if let fault = await recordReads(answer, asked) { return fault }
        if request.method == .post, answer.reply.status == 303, let account = asked.visitor.account {
            try await dropDraft(asked, of: account)
        }
        return finished(answer, asking, page)
    }

    // MARK: Forms

    private func form(_ asked: Pages.Request, _ asking: Asking) async throws -> Typed {
        let mayBring = site.routes.admits(asked.visitor, form: target.segments)
        return try await FormReceiving(
            site: site, segments: target.segments, request: request,
            account: mayBring ? asked.visitor.account : asking.endedAccount,
            admits: { gate.admits($0, request.headers, asking) }
        ).typed()
    }

    /// The form's own address names it; only ids stand in addresses.
    private var formName: String { target.segments.joined(separator: "/") }

    /// Keeps what was sent after the session had ended, and leads back to it by way of signing in.
    private func keepDraft(_ asked: Pages.Request, of account: String) async throws -> WebResponder.Logged {
        let kept = asked.form.withoutSecrets.namingUploads
        if !kept.fields.isEmpty, site.routes.hasPage(target.segments) {
            try await site.operations.drafts.keep(FormBody.write(kept), of: account, form: formName)
        }
        let next = Link(path: target.segments, query: [(name: "kept", value: "1")])
        return redirect(to: SignInPages.signIn(query: [(name: "next", value: next.text)]))
    }

    private func restoreDraft(into asked: inout Pages.Request) async throws {
        guard asked.queryValue("kept") == "1", let account = asked.visitor.account,
            let draft = try await site.operations.drafts.find(of: account, form: formName),
            let typed = try? FormBody.read(draft.bytes, type: FormBody.mediaType)
        else { return }
        asked.form = try await FormReceiving.withKept(typed, site.operations.files, account)
        asked.draftKeptAt = draft.keptAt
    }

    private func dropDraft(_ asked: Pages.Request, of account: String) async throws {
        let drafts = site.operations.drafts
        guard try await drafts.find(of: account, form: formName) != nil else { return }
        try await drafts.drop(of: account, form: formName)
    }

    // MARK: Sessions

    /// Leads to where the next step of signing in is, and from there back to the page asked for.
    private func signInFirst(_ asking: Asking) -> WebResponder.Logged {
        var next = Link(path: target.segments, query: target.query).text
        // A form that nobody is known to have sent is lost; what can be seen again is its page.
        if !isRead { next = site.routes.hasPage(target.segments) ? Link(path: target.segments).text : "/" }
        let query = [(name: "next", value: next)]
        switch asking.stage {
        case .awaitingCode: return redirect(to: SignInPages.code(query: query))
        case .settingUp: return redirect(to: SignInPages.secondFactor(query: query))
        case .open, nil: return redirect(to: SignInPages.signIn(query: query))
        }
    }

    private func redirect(to link: Link) -> WebResponder.Logged {
        .init(response: making.response(.seeOther(link)), route: "sign in first")
    }

    private func cookies(_ reply: Reply, _ asking: Asking) -> [String] {
        switch reply.session {
        case .none: []
        case .begin(let secret):
            [gate.cookies.field(.session, secret), gate.cookies.field(.visit, nil)]
        case .end: [gate.cookies.field(.session, nil)]
        case .visit:
            asking.isNewVisit && asking.session == nil && asking.endedAccount == nil
                ? [gate.cookies.field(.visit, asking.formSecret)] : []
        }
    }

    private func finished(
        _ answer: RouteTable.Answer, _ asking: Asking, _ page: PageContext
    ) -> WebResponder.Logged {
        var reply = answer.reply
        if asking.session != nil, reply.keeping == .revalidated { reply.keeping = .never }
        let response = making.response(reply, cookies: cookies(reply, asking))
        let logged = WebResponder.Logged(
            response: response, route: answer.route, trouble: answer.trouble)
        guard let cache, answer.isPublic, reply.status == 200, reply.keeping != .never,
            let text = request.head.path
        else { return logged }
        let kept = PublicCache.Kept(
            response: response, tag: response.headers[.eTag], route: answer.route)
        cache.keep(
            kept, size: reply.body.count, for: text, commit: page.head.commit, today: page.today)
        return .init(
            response: making.conditional(kept, request), route: answer.route, trouble: answer.trouble)
    }

    // MARK: Reads

    /// Writes down whose records the answer shows; an answer that does not say is not sent.
    private func recordReads(
        _ answer: RouteTable.Answer, _ asked: Pages.Request
    ) async -> WebResponder.Logged? {
        let mustSay = answer.isAboutChildren && [200, 422].contains(answer.reply.status)
        guard mustSay || answer.reply.shown != nil else { return nil }
        guard let shown = answer.reply.shown, let account = asked.visitor.account else {
            return logged(.broken, answer.route, trouble: "shows children without saying which")
        }
        let read = Reads.Read(
            account: account, role: shown.role?.rawValue, basis: shown.basis.rawValue, route: answer.route,
            commit: asked.context.head.commit,
            children: shown.opened.map { Reads.Shown(child: $0, opened: true) }
                + shown.listed.map { Reads.Shown(child: $0, opened: false) })
        do {
            _ = try await site.ledger.reads.record(read)
            return nil
        } catch {
            let trouble = (error as? any Explained)?.forOperator ?? "\(type(of: error))"
            return logged(.unavailable, answer.route, trouble: "the read cannot be kept: \(trouble)")
        }
    }
}
