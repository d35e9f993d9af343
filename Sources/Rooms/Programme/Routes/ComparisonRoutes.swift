import Access
import Pages

/// The addresses of comparisons of a plan with itself.
enum ComparisonRoutes {
    /// The query names what is compared: `from` and `to`, each the number of an issue or a day.
    static let compare = Route<Code>("plans", .value("plan"), "compare", action: .public)
    static let file = Route<(Code, String)>(
        "plans", .value("plan"), "compare", .value("file"), action: .public)
    static let slip = Route<Code>("plans", .value("plan"), "slip", action: .public)

    static func query(_ choice: ComparisonChoice) -> [(name: String, value: String)] {
        [("from", choice.from.text), ("to", choice.to.text)]
    }
}
