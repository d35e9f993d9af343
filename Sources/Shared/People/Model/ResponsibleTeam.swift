/// The team of an authority that answers for a child's special educational needs.
public struct ResponsibleTeam: Sendable, Hashable, Codable {
    /// The id of the team, an organisation of the kind ``OrganisationKind/team``.
    public var organisation: String

    /// Names the team.
    public init(_ organisation: String) { self.organisation = organisation }
}
