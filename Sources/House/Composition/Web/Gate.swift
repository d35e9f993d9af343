import Access
import HTTPTypes
import Ledger
import Operations
import Pages

/// Who is asking, as cookies and sessions tell.
struct Asking: Sendable {
    /// Who may be let in as whom.
    var visitor = Visitor.nobody
    /// The secret of a session in use, at whatever stage.
    var session: String?
    /// How far the session has come.
    var stage: Sessions.Stage?
    /// The account whose session ended by itself.
    var endedAccount: String?
    /// What the forms of this browser are bound to.
    var formSecret: String
    /// Whether the browser has no such secret yet and must get this one.
    var isNewVisit = false
}

/// Tells who is asking, and whether a form that comes in was shown by this site to this browser.
struct Gate: Sendable {
    let site: Site
    let cookies: Cookies
    private static let purpose = "forms"

    func identify(_ fields: HTTPFields) async throws -> Asking {
        let visit = cookies.value(.visit, in: fields)
        var asking = Asking(formSecret: visit ?? Self.newSecret(), isNewVisit: visit == nil)
        guard let secret = cookies.value(.session, in: fields) else { return asking }
        let (found, holder) = try await site.signIn.session(secret)
        switch found {
        case .none: break
        case .ended(let account):
            asking.endedAccount = account
            asking.formSecret = secret
        case .live(_, let stage):
            asking.session = secret
            asking.stage = stage
            asking.formSecret = secret
            asking.visitor = holder.map { .account($0) } ?? .nobody
        }
        return asking
    }

    /// The token that forms shown now carry.
    func token(_ asking: Asking) -> String {
        site.operations.key.code(over: asking.formSecret, for: Self.purpose)
    }

    /// Whether a form may be taken: its token is of this browser's secret, and the browser does not say that
    /// another site sent it.
    func admits(_ form: Typed, _ fields: HTTPFields, _ asking: Asking) -> Bool {
        if let name = HTTPField.Name("Sec-Fetch-Site"), let from = fields[name],
            from != "same-origin", from != "none"
        {
            return false
        }
        guard !asking.isNewVisit || asking.session != nil || asking.endedAccount != nil,
            let token = form["token"]
        else { return false }
        return site.operations.key.confirms(token, over: asking.formSecret, for: Self.purpose)
    }

    static func newSecret() -> String { Identifiers.live.next() + Identifiers.live.next() }
}
