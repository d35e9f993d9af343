import Access
public import Ledger
import Pages

extension Programme {
    /// The subject kinds of the registers.
    static let registerSubjects: [any Subject.Type] = [
        RegisterItem.self, Recommendation.self, ExternalReview.self, ReportingDuty.self, SharingSet.self,
    ]

    /// Registers the routes of the registers.
    func registerRegisters(in table: inout RouteTable) {
        RegisterController(ledger: ledger, documents: documents).register(in: &table)
        RecommendationController(ledger: ledger).register(in: &table)
        ExternalReviewController(ledger: ledger, documents: documents).register(in: &table)
        ReportingController(ledger: ledger, documents: documents).register(in: &table)
        SharingController(ledger: ledger, documents: documents).register(in: &table)
    }

    /// Records a published report of recommendations; the same file again adds nothing, what it states
    /// differently is corrected.
    ///
    /// - Parameter fingerprint: the file's text or its digest, to tell a repeated command.
    /// - Throws: ``RegisterRefusal``, ``Ledger/LedgerError``.
    public func record(
        _ published: PublishedRecommendations, fingerprint: String, by author: Author
    ) async throws -> Outcome<RecommendationImportResult> {
        let head = try await ledger.followHead()
        // The moment is part of the id: going back to an earlier text of a report is a change like any other.
        let id = "import-recommendations \(head.commit) \(fieldsDigest(fingerprint))"
        return try await ledger.commit(
            Command(id: id, fields: fingerprint, author: author) { deciding in
                try RecommendationImporting(published: published).decide(&deciding)
            })
    }
}
