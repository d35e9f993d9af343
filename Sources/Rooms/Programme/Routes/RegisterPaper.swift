import Documents
import Ledger
public import Pages

/// A paper as a form gives it: a file that came with it, a link, or both.
public struct GivenPaper: Sendable {
    /// The file.
    public var upload: Upload?
    /// An `https` address.
    public var link: String?

    /// Gives a paper.
    public init(upload: Upload? = nil, link: String? = nil) {
        self.upload = upload
        self.link = link
    }

    /// Files what came and says where the paper is.
    ///
    /// - Throws: ``RegisterRefusal/noPaper`` where there is neither, ``Ledger/LedgerError``.
    func place(title: String, _ deciding: inout Deciding) throws -> PaperPlace {
        guard upload != nil || link != nil else { throw RegisterRefusal.noPaper }
        return try placeIfAny(title: title, &deciding)
    }

    /// The same where there may be neither.
    func placeIfAny(title: String, _ deciding: inout Deciding) throws -> PaperPlace {
        let document = try upload.map { try Documents.file($0, title: title, &deciding) }
        return PaperPlace(link: link, document: document)
    }
}
