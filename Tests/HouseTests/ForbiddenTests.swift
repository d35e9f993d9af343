import Testing

/// Something that sources may not hold, and the files that may.
private struct Forbidden: Sendable, CustomTestStringConvertible {
    let what: String
    let sample: String
    let words: [String]
    let except: Set<String>
    let condition: @Sendable (String) -> Bool
    var testDescription: String { what }

    init(
        _ what: String, like sample: String, words: [String], except: Set<String> = [],
        where condition: @escaping @Sendable (String) -> Bool = { _ in true }
    ) {
        self.what = what
        self.sample = sample
        self.words = words
        self.except = except
        self.condition = condition
    }

    func fits(_ line: String) -> Bool { words.contains { line.holds(word: $0) } && condition(line) }
    func places(_ file: TextFile) -> [String] { file.places(holding: words, inCode: true, fits) }
}

private let clock = "Sources/House/Composition/Site/Site.swift"
private let log = "Sources/House/Composition/Web/JSONLog.swift"
private let identifiers = "Sources/Ledger/Entries/Identifiers.swift"

private let forbidden = [
    Forbidden("a try that may stop the program", like: "try! f()", words: ["try!"]),
    Forbidden("a cast that may stop the program", like: "a as! B", words: ["as!"]),
    Forbidden("an optional opened by force", like: "a!.b", words: ["!."]) { $0.contains(/[\w)\]]!\./) },
    Forbidden("an optional opened by force in a list", like: "f(a!)", words: ["!)", "!,", "!]"]) {
        $0.contains(/[\w)\]]![)\],]/)
    },
    Forbidden("printing", like: "print(a)", words: ["print(", "debugPrint(", "NSLog("]),
    Forbidden("today's date", like: "Date()", words: ["Date()"], except: [clock]),
    Forbidden("the moment now", like: "Date.now", words: ["Date.now"], except: [log]),
    Forbidden(
        "randomness", like: "SystemRandomNumberGenerator()", words: ["SystemRandomNumberGenerator"],
        except: [identifiers]),
    Forbidden(
        "randomness of the library's own", like: "Int.random(in: 0..<2)",
        words: [".random(", ".shuffled()", ".randomElement()", "UUID()"]
    ) { !$0.holds("using:") },
    Forbidden(
        "SQL from a text that is no literal", like: "SQL(declared: text)", words: ["SQL(declared:"],
        except: ["Sources/Ledger/"]),
    Forbidden(
        "a check switched off", like: "nonisolated(unsafe) var a",
        words: ["nonisolated(unsafe)", "@unchecked"]),
]

@Suite struct `What sources may not hold` {
    @Test(arguments: forbidden)
    fileprivate func `stands nowhere but where it is handed in`(forbidden: Forbidden) {
        let places = Repository.sources.flatMap { file in
            forbidden.except.contains { file.path.hasPrefix($0) } ? [] : forbidden.places(file)
        }
        #expect(places == [])
    }

    @Test(arguments: forbidden)
    fileprivate func `is recognised where it stands`(forbidden: Forbidden) {
        #expect(forbidden.places(TextFile(path: "a", text: "let b = \(forbidden.sample)")) == ["a:1"])
        #expect(!forbidden.fits("let plain = value(in: 1) != other ? first : second"))
    }

    @Test(arguments: forbidden)
    fileprivate func `still stands where it may, or the exception is stale`(forbidden: Forbidden) {
        for place in forbidden.except {
            let files = Repository.sources.filter { $0.path.hasPrefix(place) }
            #expect(files.contains { !forbidden.places($0).isEmpty }, "\(place)")
        }
    }

    @Test func `nothing is left to be done later`() {
        let words = ["TO" + "DO", "FIX" + "ME", "XX" + "X"]
        let documents = Repository.paths.filter { path in
            [".md", ".py", ".sh"].contains { path.hasSuffix($0) }
        }
        let files = Repository.swift + documents.compactMap { Repository.file($0) }
        #expect(files.flatMap { $0.places(holding: words) } == [])
    }
}

@Suite struct `HTML that is not escaped` {
    @Test func `is written nowhere: only its declaration names it`() {
        var uses: [String: Int] = [:]
        for file in Repository.sources {
            let count = file.places(holding: ["(unescaped"]).count
            if count > 0 { uses[file.path] = count }
        }
        #expect(uses == ["Sources/Pure/Markup/HTML.swift": 1])
    }

    @Test func `is never reached by writing its bytes`() throws {
        let html = try #require(Repository.file("Sources/Pure/Markup/HTML.swift"))
        #expect(html.text.contains("public private(set) var bytes"))
    }
}
