import Foundation

do {
    let asked = Set(CommandLine.arguments.dropFirst())
    if asked.isEmpty || asked.contains("commits") { try await CommitBench.run() }
    if asked.isEmpty || asked.contains("rebuild") { try await RebuildBench.run() }
    if asked.isEmpty || asked.contains("pages") { try await PageBench.run() }
} catch {
    FileHandle.standardError.write(Data("The benchmark stopped: \(error)\n".utf8))
    exit(1)
}
