import Testing

/// A function of a file and how many lines it takes.
struct Function: Equatable {
    let name: String
    let line: Int
    let length: Int
}

extension TextFile {
    /// Its functions and initialisers with a body: from the declaration to the brace that stands under it.
    var functions: [Function] {
        lines.indices.compactMap { start in
            let line = lines[start]
            guard ["func ", "init", "subscript"].contains(where: { line.holds($0) }),
                let match = line.firstMatch(
                    of:
                        /^(\s*)((@\w+|public|package|private|fileprivate|internal|static|mutating|nonisolated|override|final|convenience) )*(func [^\s(<]+|init[?]?[(<]|subscript[(<])/
                )
            else { return nil }
            let indent = String(match.output.1)
            guard let body = lines[start...].firstIndex(where: { $0.contains("{") }),
                lines[(start + 1)..<max(start + 1, body)].allSatisfy({ continues($0, indent) }),
                body == start || continues(lines[body], indent)
            else { return nil }
            let end =
                lines[body].hasSuffix("}")
                ? body : lines[(body + 1)...].firstIndex { $0.hasPrefix(indent + "}") } ?? lines.endIndex - 1
            return Function(name: String(match.output.4), line: start + 1, length: end - start + 1)
        }
    }

    private func continues(_ line: String, _ indent: String) -> Bool {
        [" ", ")", "{"].contains { line.hasPrefix(indent + $0) }
    }
}

@Suite struct `How long things are` {
    @Test(arguments: Repository.swift)
    func `no Swift file has over 350 lines`(file: TextFile) { #expect(file.lines.count <= 351) }

    @Test func `no function of the sources has over 40 lines`() {
        let long = Repository.sources.flatMap { file in
            file.functions.filter { $0.length > 40 }.map {
                "\(file.path):\($0.line) \($0.name): \($0.length)"
            }
        }
        #expect(long == [])
        #expect(Repository.sources.reduce(0) { $0 + $1.functions.count } > 500)
    }

    @Test func `functions are measured to the brace that stands under them`() {
        let file = TextFile(
            path: "a.swift",
            text: [
                "struct A {", "    func short() { 1 }", "    func needed(", "        a: Int", "    )",
                "    var b: Int", "",
                "    public static func long(", "        a: Int", "    ) -> Int {", "        if a {",
                "        }", "        1", "    }",
                "    init?(a: Int) {", "        self.a = a", "    }", "    func wide(a: Int) -> Int", "    {",
                "        2", "    }", "}",
                "protocol P {", "    func p()", "    func q() -> Int", "}",
            ].joined(separator: "\n"))
        #expect(
            file.functions == [
                Function(name: "func short", line: 2, length: 1),
                Function(name: "func long", line: 8, length: 7),
                Function(name: "init?(", line: 15, length: 3),
                Function(name: "func wide", line: 18, length: 4),
            ])
    }
}
