import Testing

@Suite struct `The repository names no machine` {
    private static let texts = Repository.paths.compactMap { Repository.file($0) }

    // Put together here, so that this file does not hold what it looks for.
    private static let machinePaths = ["work", "root", "home", "Users", "mnt"].map { "/\($0)/" }
    private static let registries =
        [
            "files.python" + "hosted.org", "py" + "pi.org", "registry.npm" + "js.org", "crates" + ".io",
            "proxy.go" + "lang.org",
        ]
        + ["--index" + "-url", "extra" + "-index", "trusted" + "-host", "GO" + "PROXY", "_pro" + "xy="]

    private static func holding(_ words: [String]) -> [String] {
        texts.flatMap { file in
            file.places(holding: words) { line in words.contains { stands($0, in: line) } }
        }
    }

    /// Whether it stands there and is not the middle of a longer path.
    private static func stands(_ word: String, in line: String) -> Bool {
        line.holds(word)
            && line.ranges(of: word).contains { range in
                guard word.hasPrefix("/"), range.lowerBound > line.startIndex else { return true }
                let before = line[line.index(before: range.lowerBound)]
                return !before.isLetter && !before.isNumber && !".}_-".contains(before)
            }
    }

    @Test func `no absolute path`() { #expect(Self.holding(Self.machinePaths) == []) }

    @Test func `no registry of packages`() { #expect(Self.holding(Self.registries) == []) }

    @Test func `no site but those it has reason to name`() {
        let reasons: Set<String> = [
            "github.com", "www.w3.org", "www.gov.uk", "www.swift.org", "www.legislation.gov.uk",
            "www.nationalarchives.gov.uk",
            "opensource.org", "www.gnu.org", "www.apache.org",
        ]
        let strangers = Self.texts.flatMap { file in
            file.lines.flatMap { line in
                !line.holds("://")
                    ? []
                    : line.matches(of: /https?:\/\/(([A-Za-z0-9-]+\.)+[A-Za-z0-9-]+)/).map {
                        String($0.output.1)
                    }
            }.filter { !reasons.contains($0) && !isReserved($0) }.map { "\(file.path): \($0)" }
        }
        #expect(strangers == [])
    }

    /// Names and addresses that stand for none (RFC 2606, RFC 5737) or for the machine itself.
    private func isReserved(_ host: String) -> Bool {
        let names = ["example.org", "example.com", "example.net"]
        return names.contains { host == $0 || host.hasSuffix("." + $0) } || host.hasSuffix(".example")
            || host.hasSuffix(".test") || host.hasSuffix(".invalid") || host.hasSuffix(".localhost")
            || host.hasPrefix("127.") || host.hasPrefix("192.0.2.") || host == "0.0.0.0"
    }

    @Test func `each is recognised where it stands`() {
        let path = Self.machinePaths[0]
        #expect(Self.stands(path, in: "cd \(path)main"))
        #expect(Self.stands(path, in: "\(path)main"))
        #expect(Self.stands(path, in: "file://\(path)main"))
        #expect(!Self.stands(path, in: "net\(path)main"))
        #expect(!Self.stands(path, in: "..\(path)main"))
        #expect(!isReserved("mirror.internal.net") && isReserved("www.example.org"))
    }
}
