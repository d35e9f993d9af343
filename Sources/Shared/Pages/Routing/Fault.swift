import Markup

/// A request that cannot be answered, and the page a person gets instead.
public enum Fault: Int, Error, CaseIterable {
    case badRequest = 400
    case notFound = 404
    case wrongMethod = 405
    case tooLarge = 413
    case addressTooLong = 414
    case headersTooLarge = 431
    case broken = 500
    case unavailable = 503

    var title: String {
        switch self {
        case .badRequest: "We could not understand that address"
        case .notFound: "Page not found"
        case .wrongMethod: "That cannot be done here"
        case .tooLarge: "That is too large"
        case .addressTooLong: "That address is too long"
        case .headersTooLarge: "Your browser sent too much"
        case .broken: "Sorry, something went wrong"
        case .unavailable: "Sorry, we cannot reach the records at the moment"
        }
    }

    var advice: String {
        switch self {
        case .badRequest: "Check the address for stray characters, or start again from the home page."
        case .notFound:
            "If you typed the address, check it is right. If you followed a link, the page may have moved, or it "
                + "may be for people who are signed in."
        case .wrongMethod: "Go back and use the page's own links and buttons."
        case .tooLarge: "Nothing was kept. Send something smaller."
        case .addressTooLong: "Start again from the home page."
        case .headersTooLarge: "Clear this site's cookies, then try again."
        case .broken:
            "It is our fault, not yours, and it has been noted. Nothing you sent was half kept. Try again later."
        case .unavailable: "Nothing has been lost. Try again in a few minutes."
        }
    }

    /// The page with its status.
    public func reply(_ context: PageContext) -> Reply {
        let body: HTML = """
            <h1>\(title)</h1>
            <p>\(advice)</p>
            <p><a href="\(Link(path: []))">Go to the home page</a></p>
            """
        return .page(Page(title: title, body: body), context, status: rawValue)
    }
}
