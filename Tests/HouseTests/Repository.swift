import Foundation
import Testing

/// A text file of the repository.
struct TextFile: Sendable, CustomTestStringConvertible {
    /// The path from the repository's root.
    let path: String
    let text: String
    let lines: [String]
    var testDescription: String { path }

    init(path: String, text: String) {
        self.path = path
        self.text = text
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
    }

    /// Where lines that hold one of the words fit, as `path:line`; with `inCode`, without what follows `//`.
    func places(
        holding words: [String], inCode: Bool = false, _ fits: (String) -> Bool = { _ in true }
    ) -> [String] {
        guard words.contains(where: { text.holds($0) }) else { return [] }
        return lines.enumerated().filter { _, line in
            let line = inCode ? line.withoutComment : line
            return words.contains { line.holds($0) } && fits(line)
        }.map { "\(path):\($0.offset + 1)" }
    }
}

extension String {
    /// Whether a text stands in it, byte for byte; many times as fast as `contains` here.
    func holds(_ text: String) -> Bool {
        withCString { whole in text.withCString { strstr(whole, $0) != nil } }
    }

    /// Whether a text stands in it, and where it begins with a letter, not as the end of a longer word.
    func holds(word: String) -> Bool {
        holds(word)
            && ranges(of: word).contains { range in
                guard range.lowerBound > startIndex, word.first?.isLetter == true else { return true }
                let before = self[index(before: range.lowerBound)]
                return !before.isLetter && !before.isNumber && before != "_"
            }
    }

    /// A line without its comment; `//` in an address is no comment.
    var withoutComment: String {
        guard holds("//"), let comment = firstRange(of: /(^|\s)\/\/.*/) else { return self }
        return String(self[..<comment.lowerBound])
    }
}

/// The repository that these tests stand in.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// All files that belong to it: what git knows or would add, or, without git, what is not made by a build.
    static let paths: [String] = (listed() ?? walked()).filter { path in
        FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
    }.sorted()

    static let swift: [TextFile] = paths.filter { $0.hasSuffix(".swift") }.compactMap { file($0) }
    static let sources: [TextFile] = swift.filter { $0.path.hasPrefix("Sources/") }

    static func file(_ path: String) -> TextFile? {
        guard let text = try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8) else {
            return nil
        }
        return TextFile(path: path, text: text)
    }

    private static func listed() -> [String]? {
        let git = Process()
        git.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        git.arguments = [
            "git", "-C", root.path, "ls-files", "-z", "--cached", "--others", "--exclude-standard",
        ]
        let output = Pipe()
        git.standardOutput = output
        git.standardError = FileHandle.nullDevice
        guard (try? git.run()) != nil else { return nil }
        let data = output.fileHandleForReading.readDataToEndOfFile()
        git.waitUntilExit()
        let paths = String(decoding: data, as: UTF8.self).split(separator: "\0").map { String($0) }
        return git.terminationStatus == 0 && paths.contains("Package.swift") ? paths : nil
    }

    private static func walked() -> [String] {
        let made: Set<String> = ["artifacts", "data", "__pycache__", "Package.resolved"]
        let tools: Set<String> = [".git", ".venv", ".tools"]
        var paths: [String] = []
        var folders = [""]
        while let folder = folders.popLast() {
            let place = root.appendingPathComponent(folder)
            for name in (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? [] {
                if made.contains(name) || tools.contains(name) || name.hasPrefix(".build") { continue }
                var isFolder: ObjCBool = false
                let path = folder.isEmpty ? name : "\(folder)/\(name)"
                _ = FileManager.default.fileExists(
                    atPath: root.appendingPathComponent(path).path, isDirectory: &isFolder)
                if isFolder.boolValue { folders.append(path) } else { paths.append(path) }
            }
        }
        return paths
    }
}

@Suite struct `The repository` {
    @Test func `is found, with its sources and tests`() {
        #expect(Repository.paths.contains("Package.swift"))
        #expect(Repository.sources.count > 100)
        #expect(Repository.swift.count > Repository.sources.count)
        #expect(Repository.paths.allSatisfy { !$0.hasPrefix(".build") && !$0.hasPrefix(".git/") })
    }

    @Test func `shows its code without comments`() {
        let file = TextFile(
            path: "A.swift", text: "print(1)  // b\n// print(2)\n\"https://print(3)\"\nprin(4)")
        #expect(file.places(holding: ["print("]) == ["A.swift:1", "A.swift:2", "A.swift:3"])
        #expect(file.places(holding: ["print("], inCode: true) == ["A.swift:1", "A.swift:3"])
        #expect(file.places(holding: ["print(1"]) { _ in false } == [])
    }

    @Test func `finds words and not their ends`() {
        #expect("a.print(b)".holds(word: "print(") && "print(b)".holds(word: "print("))
        #expect(!"fingerprint(b)".holds(word: "print(") && !"my_print(b)".holds(word: "print("))
        #expect("fingerprint(b) print(c)".holds(word: "print("))
        #expect("Date.now".holds(word: "Date.now"))
    }
}
