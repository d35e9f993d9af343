import Foundation
import Testing

/// Runs the tests of every target, all of which are written for Swift Testing.
///
/// SwiftPM writes such a file by itself where there is none, but looks for tests of XCTest first, and for that needs an
/// index of all sources, which costs up to a fifth of the time of a build.
@main struct EveryTest {
    static func main() async {
        guard CommandLine.arguments.contains("swift-testing") else {
            FileHandle.standardError.write(Data("Run make test-swift: these are no tests of XCTest.\n".utf8))
            exit(1)
        }
        await Testing.__swiftPMEntryPoint() as Never
    }
}
