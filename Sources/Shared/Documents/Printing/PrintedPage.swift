public import CivilTime
public import Ledger
public import Markup
import Pages

/// A document to be printed: what it says, of which day it is, and up to which entry it was made.
public struct PrintedPage: Sendable {
    /// Its title, which is also the PDF's.
    public let title: String
    /// Whose it is: the area's name.
    public let area: String
    /// Its own day, which it keeps whenever it is made again.
    public let day: Day
    /// The ledger's head that it was made from.
    public let head: Head
    /// What it says; begins with its only `h1`.
    public let body: HTML

    /// States a document.
    public init(title: String, area: String, day: Day, head: Head, body: HTML) {
        self.title = title
        self.area = area
        self.day = day
        self.head = head
        self.body = body
    }

    /// The whole document as HTML, without its style; the same for the same content, whenever it is made.
    public var html: HTML {
        """
        <!DOCTYPE html>
        <html lang="en-GB">
        <head>
        <meta charset="utf-8">
        <title>\(title)</title>
        <meta name="author" content="\(area) SEND partnership">
        </head>
        <body>
        <p class="letterhead"><strong>\(area)</strong> SEND partnership</p>
        <main>
        \(body)
        </main>
        <p class="root">Of \(day.written). Made from \(Digits.grouped(head.sequence)) entries of the record; ledger root \
        \(head.sequence) \(head.hash).</p>
        </body>
        </html>

        """
    }
}
