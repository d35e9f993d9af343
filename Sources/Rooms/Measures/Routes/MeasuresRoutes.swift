import Access
public import Pages

extension IndicatorCode: PathValue {
    /// Reads a path segment.
    public init?(pathText: String) { self.init(pathText) }
    /// The id itself.
    public var pathText: String { text }
}

extension Level.Kind: PathValue {
    /// Reads a path segment.
    public init?(pathText: String) { self.init(rawValue: pathText) }
    /// The kind in lower case.
    public var pathText: String { rawValue }
}

/// The addresses of the measures room.
enum MeasuresRoutes {
    static let section = "indicators"

    static let indicators = Route<Void>("indicators", action: .public)
    static let indicator = Route<IndicatorCode>("indicators", .value("indicator"), action: .public)

    // Before what is about one indicator: “plans” is no id.
    static let plan = Route<String>("indicators", "plans", .value("plan"), action: .takeTargets)
    static let take = Route<String>(
        "indicators", "plans", .value("plan"), method: .post, action: .takeTargets)

    static let recommending = Route<(IndicatorCode, Level.Kind)>(
        "indicators", .value("indicator"), "recommend", .value("level"), action: .recommendTargets)
    static let recommend = Route<(IndicatorCode, Level.Kind)>(
        "indicators", .value("indicator"), "recommend", .value("level"), method: .post,
        action: .recommendTargets)
    static let deciding = Route<(IndicatorCode, String)>(
        "indicators", .value("indicator"), "decide", .value("recommendation"), action: .decideTargets)
    static let decide = Route<(IndicatorCode, String)>(
        "indicators", .value("indicator"), "decide", .value("recommendation"), method: .post,
        action: .decideTargets)
    static let withdrawing = Route<(IndicatorCode, String)>(
        "indicators", .value("indicator"), "withdraw", .value("recommendation"), action: .withdrawTargets)
    static let withdraw = Route<(IndicatorCode, String)>(
        "indicators", .value("indicator"), "withdraw", .value("recommendation"), method: .post,
        action: .withdrawTargets)

    static let renaming = Route<IndicatorCode>(
        "indicators", .value("indicator"), "name", action: .keepIndicators)
    static let rename = Route<IndicatorCode>(
        "indicators", .value("indicator"), "name", method: .post, action: .keepIndicators)
    static let retiring = Route<IndicatorCode>(
        "indicators", .value("indicator"), "retirement", action: .keepIndicators)
    static let retire = Route<IndicatorCode>(
        "indicators", .value("indicator"), "retirement", method: .post, action: .keepIndicators)
}
