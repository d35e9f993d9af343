import Foundation

guard CommandLine.arguments.count == 2 else {
    FileHandle.standardError.write(Data("usage: LedgerWriter DATABASE\n".utf8))
    exit(2)
}
try await Writing.run(path: CommandLine.arguments[1])
