/// An error with a text for the person it happens to and one for who runs the system.
///
/// Neither text holds anything personal: the operator's goes to logs, the person's to error pages.
public protocol Explained: Error, Sendable {
    /// What happened and what to do next, in plain words.
    var forPerson: String { get }
    /// What went wrong and where, for whoever runs the system.
    var forOperator: String { get }
}

/// Why something a person asked for is not done, while everything works: its text is shown to them.
public protocol Refusal: Explained {}
