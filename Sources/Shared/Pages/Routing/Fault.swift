import Markup

/// A request that cannot be answered, and the page a person gets instead.
public enum Fault: Int, Error, CaseIterable {
    case badRequest = 400
    /// A form without the token that it was shown with, or sent by another site.
    case forged = 403
    case notFound = 404
    case wrongMethod = 405
    case tooLarge = 413
    case addressTooLong = 414
    /// The body of a form that cannot be read.
    case badForm = 415
    /// Asked for under a name that is not this site's.
    case misdirected = 421
    case headersTooLarge = 431
    case broken = 500
    case unavailable = 503

    var title: String {
        switch self {
        case .badRequest: "We could not understand that address"
        case .forged: "We could not take that form"
        case .notFound: "Page not found"
        case .wrongMethod: "That cannot be done here"
        case .tooLarge: "That is too large"
        case .addressTooLong: "That address is too long"
        case .badForm: "We could not read that form"
        case .misdirected: "This is not the site you asked for"
        case .headersTooLarge: "Your browser sent too much"
        case .broken: "Sorry, something went wrong"
        case .unavailable: "Sorry, we cannot reach the records at the moment"
        }
    }

    var advice: String {
        switch self {
        case .badRequest: "Check the address for stray characters, or start again from the home page."
        case .forged:
            "It was open in your browser for too long, or it came from another site. Nothing was changed. Go back, "
                + "copy what you typed, open the page again and send it from there."
        case .notFound:
            "If you typed the address, check it is right. If you followed a link, the page may have moved, or it "
                + "may be for people who are signed in."
        case .wrongMethod: "Go back and use the page's own links and buttons."
        case .tooLarge: "Nothing was kept. Send something smaller."
        case .addressTooLong:
            "If you searched for something, search for less. Otherwise start again from the home page."
        case .badForm: "Nothing was changed. Open the page again and send the form from there."
        case .misdirected: "Check the address you followed."
        case .headersTooLarge:
            "If you searched for something long, search for less. Otherwise clear this site's cookies, then try again."
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
