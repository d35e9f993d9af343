import Foundation
import Testing

/// One row of docs/coverage.md.
private struct CoverageRow: Sendable {
    let id: String
    let system: String
    let servedBy: String
    let waitsFor: String

    static let all: [CoverageRow] = (Repository.file("docs/coverage.md")?.lines ?? []).compactMap { line in
        let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        guard cells.count == 6, cells[1].contains(/^S[0-9]/) else { return nil }
        return CoverageRow(id: cells[1], system: cells[2], servedBy: cells[3], waitsFor: cells[4])
    }

    /// The addresses it names.
    var paths: [String] { servedBy.matches(of: /`(\/[^`]*)`/).map { String($0.output.1) } }
}

/// The patterns of all routes, read from their declarations.
private let routePatterns: Set<String> = Set(
    Repository.sources.filter { $0.text.holds("Route<") }.flatMap { file in
        file.text.matches(of: /Route<[^=>]*>\(([^=]*?)(method|action):/).map { match in
            let parts = match.output.1.matches(of: /(\.value\()?"([^"]*)"/).map { part in
                part.output.1 == nil ? String(part.output.2) : "{\(part.output.2)}"
            }
            return "/" + parts.joined(separator: "/")
        }
    })

private let systemsFile = Repository.root.appendingPathComponent("../shared/data/systems.md")
private let systemIDs: [String] = ((try? String(contentsOf: systemsFile, encoding: .utf8)) ?? "")
    .matches(of: /\n\| (S[0-9]+) \|/).map { String($0.output.1) }

@Suite struct `The list of what is covered` {
    @Test func `names each system once, by an id`() {
        #expect(CoverageRow.all.count > 100)
        #expect(Set(CoverageRow.all.map(\.id)).count == CoverageRow.all.count)
        for row in CoverageRow.all {
            #expect(row.id.wholeMatch(of: /S[0-9]{3}/) != nil && !row.system.isEmpty, "\(row.id)")
        }
    }

    @Test(
        .enabled(
            if: !systemIDs.isEmpty,
            "systems.md stands beside the repository only where the project's documents do"))
    func `names every system of the documents, and no other`() {
        let (listed, known) = (Set(CoverageRow.all.map(\.id)), Set(systemIDs))
        #expect(known.subtracting(listed).sorted() == [])
        #expect(listed.subtracting(known).sorted() == [])
    }

    @Test func `says of each which page serves it or what it waits for`() {
        for row in CoverageRow.all {
            let isServed = row.servedBy != "–"
            #expect(isServed ? !row.paths.isEmpty : row.waitsFor.count > 5, "\(row.id)")
            #expect(!row.servedBy.isEmpty && !row.waitsFor.isEmpty, "\(row.id)")
        }
    }

    @Test func `names only addresses that a route has`() {
        let named = Set(CoverageRow.all.flatMap(\.paths))
        #expect(!named.isEmpty)
        #expect(named.subtracting(routePatterns).sorted() == [])
        #expect(routePatterns.isSuperset(of: ["/", "/plans", "/plans/{plan}/objectives/{objective}"]))
    }
}

@Suite struct `The notice of whose data this is` {
    private static let kinds: Set<String> = [
        "json", "csv", "tsv", "yaml", "yml", "xml", "ics", "sqlite", "png", "jpg", "jpeg", "gif", "ico",
        "webp", "svg", "pdf",
        "docx", "xlsx", "odt", "ods", "woff", "woff2", "ttf", "otf", "zip", "gz", "txt", "dat", "bin",
    ]

    /// Data files; requirements.txt names tools and holds no data.
    private static let dataFiles = Repository.paths.filter { path in
        let name = path.split(separator: "/").last ?? ""
        let kind = name.split(separator: ".").last.map { String($0).lowercased() } ?? ""
        return kinds.contains(kind) && !path.contains("/Golden/") && name != "requirements.txt"
    }

    @Test func `lists every data file of the repository`() throws {
        let notice = try #require(Repository.file("NOTICE.md"), "NOTICE.md is missing")
        let named = notice.text.matches(of: /`([^`]+)`/).map { String($0.output.1) }
        // A folder stands for what is in it, but no folder that code may stand in.
        let folders = named.filter { $0.hasSuffix("/") && $0.hasPrefix("docs/") }
        let unlisted = Self.dataFiles.filter { path in
            !named.contains(path) && !folders.contains { path.hasPrefix($0) }
        }
        #expect(unlisted == [])
    }

    @Test func `lists no data file that is gone`() throws {
        let notice = try #require(Repository.file("NOTICE.md"), "NOTICE.md is missing")
        let named = notice.text.matches(of: /(Sources|Tests|docs|Benchmarks)\/[\w\/.-]*\w/).map {
            String($0.output.0)
        }
        let gone = Set(named).filter { name in
            !Repository.paths.contains { $0 == name || $0.hasPrefix(name + "/") }
        }
        #expect(gone.sorted() == [])
    }

    @Test func `knows the example area's plan`() {
        #expect(Self.dataFiles.contains("Sources/House/Composition/Example/vale-of-arden-plan.json"))
    }
}
