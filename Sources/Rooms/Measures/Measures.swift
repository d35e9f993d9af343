public import Ledger

/// The measures room: indicators with their baselines, targets and trajectories.
public struct Measures: Sendable {
    /// The subject kinds of the room.
    public static let subjects: [any Subject.Type] = []
}
