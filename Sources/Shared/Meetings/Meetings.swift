public import Ledger

/// Meetings of boards, groups, panels and forums.
public struct Meetings: Sendable {
    /// The subject kinds of the module.
    public static let subjects: [any Subject.Type] = []
}
