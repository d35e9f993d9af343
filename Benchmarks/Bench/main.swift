import Foundation

do {
    let asked = Set(CommandLine.arguments.dropFirst())
    if asked.isEmpty || asked.contains("commits") { try await CommitBench.run() }
    if asked.isEmpty || asked.contains("rebuild") { try await RebuildBench.run() }
    if asked.isEmpty || asked.contains("comparison") { try await ComparisonBench.run() }
    if asked.isEmpty || asked.contains("report") { try await ReportBench.run() }
    if asked.isEmpty || asked.contains("pages") { try await PageBench.run() }
    if asked.isEmpty || asked.contains("statistics") { try await StatisticsBench.run() }
    if asked.isEmpty || asked.contains("disclosure") { try await DisclosureBench.run() }
    if asked.isEmpty || asked.contains("access") { try await AccessBench.run() }
    if asked.isEmpty || asked.contains("clock") { try await ClockBench.run() }
} catch {
    FileHandle.standardError.write(Data("The benchmark stopped: \(error)\n".utf8))
    exit(1)
}
