import Foundation

let arguments = CommandLine.arguments.dropFirst()
switch (arguments.first, arguments.dropFirst().first, arguments.count) {
case (let path?, nil, 1): try await Writing.run(path: path)
case (let path?, "reads", 2): try await Writing.recordReads(path: path)
default:
    FileHandle.standardError.write(Data("usage: LedgerWriter DATABASE [reads]\n".utf8))
    exit(2)
}
