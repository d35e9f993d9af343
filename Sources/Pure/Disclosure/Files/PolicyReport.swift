/// The presets written out.
public enum PolicyReport {
    /// A line a policy, columns side by side.
    public static func table() -> String {
        let head = ["policy", "small", "zero", "rounds", "symbol", "must stay possible"]
        let rows = [head] + Policy.all.map(row)
        let widths = head.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            row.enumerated().map { column, cell in
                column == row.count - 1
                    ? cell : cell + String(repeating: " ", count: widths[column] - cell.count)
            }.joined(separator: "  ")
        }.joined(separator: "\n")
    }

    /// As JSON.
    public static func json() -> String {
        JSONText.object([
            (
                "policies",
                .list(
                    Policy.all.map { policy in
                        .object([
                            ("name", .text(policy.name)), ("threshold", .number(policy.threshold)),
                            ("zeroIsSafe", .bool(policy.zeroIsSafe)), ("roundTo", .number(policy.roundTo)),
                            ("totalsRoundTo", .number(policy.totalsRoundTo)),
                            ("symbol", .text(policy.symbol.text)),
                            ("symbolMeansSmall", .bool(policy.symbolMeansSmall)),
                            ("protection", .text(policy.protection.rawValue)),
                            ("percentDecimals", .number(policy.percentDecimals)),
                            ("smallestPercentBase", .number(policy.smallestPercentBase)),
                        ])
                    })
            )
        ]).written()
    }

    private static func row(_ policy: Policy) -> [String] {
        let least = policy.zeroIsSafe ? 1 : 0
        let hides = policy.threshold > 1
        return [
            policy.name, hides ? "\(least) to \(policy.threshold - 1)" : "none",
            policy.zeroIsSafe ? "shown" : "hidden", policy.roundTo > 1 ? "to \(policy.roundTo)" : "no",
            hides ? policy.symbol.text : "–",
            !hides ? "–" : policy.protection == .notExact ? "two values" : "\(least) to \(policy.threshold)",
        ]
    }
}
