import Access
import Pages

/// The addresses of the administration.
enum AdminRoutes {
    static let accounts = Route<Void>("admin", "accounts", action: .manageAccounts)
    static let newAccount = Route<Void>("admin", "accounts", "new", action: .manageAccounts)
    static let openAccount = Route<Void>("admin", "accounts", "new", method: .post, action: .manageAccounts)
    static let account = Route<String>("admin", "accounts", "of", .value("account"), action: .manageAccounts)
    static let giveLink = Route<String>(
        "admin", "accounts", "of", .value("account"), "link", method: .post, action: .manageAccounts)
    static let newRole = Route<String>(
        "admin", "accounts", "of", .value("account"), "roles", action: .manageAccounts)
    static let giveRole = Route<String>(
        "admin", "accounts", "of", .value("account"), "roles", method: .post, action: .manageAccounts)
    static let endingRole = Route<(String, String)>(
        "admin", "accounts", "of", .value("account"), "roles", .value("role"), action: .manageAccounts)
    static let endRole = Route<(String, String)>(
        "admin", "accounts", "of", .value("account"), "roles", .value("role"), method: .post,
        action: .manageAccounts)
    static let closing = Route<String>(
        "admin", "accounts", "of", .value("account"), "closing", action: .manageAccounts)
    static let close = Route<String>(
        "admin", "accounts", "of", .value("account"), "closing", method: .post, action: .manageAccounts)
    static let losing = Route<String>(
        "admin", "accounts", "of", .value("account"), "second-factor", action: .manageAccounts)
    static let revoke = Route<String>(
        "admin", "accounts", "of", .value("account"), "second-factor", method: .post, action: .manageAccounts)

    static let organisations = Route<Void>("admin", "organisations", action: .manageOrganisations)
    static let newOrganisation = Route<Void>("admin", "organisations", "new", action: .manageOrganisations)
    static let addOrganisation = Route<Void>(
        "admin", "organisations", "new", method: .post, action: .manageOrganisations)
    static let organisationFile = Route<Void>("admin", "organisations", "file", action: .manageOrganisations)
    static let addOrganisationFile = Route<Void>(
        "admin", "organisations", "file", method: .post, action: .manageOrganisations
    ).taking(fileBytes: 1_000_000)
    static let organisation = Route<String>(
        "admin", "organisations", "of", .value("organisation"), action: .manageOrganisations)
    static let renaming = Route<String>(
        "admin", "organisations", "of", .value("organisation"), "name", action: .manageOrganisations)
    static let rename = Route<String>(
        "admin", "organisations", "of", .value("organisation"), "name", method: .post,
        action: .manageOrganisations)
    static let endingOrganisation = Route<String>(
        "admin", "organisations", "of", .value("organisation"), "closing", action: .manageOrganisations)
    static let endOrganisation = Route<String>(
        "admin", "organisations", "of", .value("organisation"), "closing", method: .post,
        action: .manageOrganisations)

    static let settings = Route<Void>("admin", "settings", action: .manageReference)
    static let setting = Route<String>("admin", "settings", .value("setting"), action: .manageReference)
    static let set = Route<String>(
        "admin", "settings", .value("setting"), method: .post, action: .manageReference)

    static let reads = Route<Void>("admin", "reads", action: .seeReads)
    static let readsFile = Route<Void>("admin", "reads", "reads.csv", action: .seeReads)

    static let restrictions = Route<Void>("admin", "restrictions", action: .restrictRecords)
    static let newRestriction = Route<Void>("admin", "restrictions", "new", action: .restrictRecords)
    static let restrict = Route<Void>(
        "admin", "restrictions", "new", method: .post, action: .restrictRecords)
    static let lifting = Route<String>(
        "admin", "restrictions", "of", .value("restriction"), action: .restrictRecords)
    static let lift = Route<String>(
        "admin", "restrictions", "of", .value("restriction"), method: .post, action: .restrictRecords)
    static let review = Route<String>(
        "admin", "emergencies", .value("access"), action: .restrictRecords)
    static let recordReview = Route<String>(
        "admin", "emergencies", .value("access"), method: .post, action: .restrictRecords)
}
