import Access
import Pages

/// The addresses of the adults around a child, each below the record they are reached from.
enum AdultRoutes {
    static let adult = Route<(String, String)>(
        "children", .value("child"), "adults", .value("adult"), action: .viewChild)
    /// An entry is enough to find the adult of the child's record whose it is.
    static let correcting = Route<(String, String)>(
        "children", .value("child"), "adults", "correct", .value("entry"), action: .editChild)
    static let correct = Route<(String, String)>(
        "children", .value("child"), "adults", "correct", .value("entry"), method: .post,
        action: .editChild)
    static let ending = Route<(String, String)>(
        "children", .value("child"), "adults", "end", .value("entry"), action: .editChild)
    static let end = Route<(String, String)>(
        "children", .value("child"), "adults", "end", .value("entry"), method: .post, action: .editChild)
    static let withdrawing = Route<(String, String)>(
        "children", .value("child"), "adults", "take-back", .value("entry"), action: .editChild)
    static let withdraw = Route<(String, String)>(
        "children", .value("child"), "adults", "take-back", .value("entry"), method: .post,
        action: .editChild)

    /// The page that records something of a topic.
    static func changing(_ topic: AdultTopic) -> Route<(String, String)> {
        Route(
            "children", .value("child"), "adults", .value("adult"), "change", .literal(topic.rawValue),
            action: .editChild)
    }

    static func change(_ topic: AdultTopic) -> Route<(String, String)> {
        Route(
            "children", .value("child"), "adults", .value("adult"), "change", .literal(topic.rawValue),
            method: .post, action: .editChild)
    }
}
