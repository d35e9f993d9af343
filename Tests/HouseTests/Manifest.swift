import Testing

/// A module as Package.swift declares it.
struct Module: Sendable {
    let name: String
    let folder: String
    let dependencies: Set<String>
}

/// What Package.swift says, read as text.
enum Manifest {
    /// The modules under Sources.
    static let modules: [Module] = read(Repository.file("Package.swift")?.text ?? "")

    static func read(_ text: String) -> [Module] {
        var products: [String: String] = [:]
        for match in text.matches(of: /let (\w+) = Target\.Dependency\.product\(name: "(\w+)"/) {
            products[String(match.output.1)] = String(match.output.2)
        }
        var modules = text.matches(of: /floor\(\s*"(\w+)",\s*in: "([^"]+)"(,\s*on: \[([^\]]*)\])?/).map {
            match in
            Module(
                name: String(match.output.1), folder: "Sources/\(match.output.2)/",
                dependencies: names(match.output.4 ?? "", products))
        }
        let programs =
            /\.executableTarget\(\s*name: "(\w+)",\s*dependencies: \[([^\]]*)\],\s*path: "(Sources[^"]+)"/
        modules += text.matches(of: programs).map { match in
            Module(
                name: String(match.output.1), folder: "\(match.output.3)/",
                dependencies: names(match.output.2, products))
        }
        return modules
    }

    private static func names(_ list: Substring, _ products: [String: String]) -> Set<String> {
        let plain = list.replacing(/\.product\(name: ("\w+"), package: "[^"]+"\)/) { $0.output.1 }
        return Set(
            plain.split { ", \n".contains($0) }.map { word in
                word.hasPrefix("\"")
                    ? String(word.dropFirst().dropLast()) : products[String(word)] ?? "unknown \(word)"
            })
    }
}

extension TextFile {
    /// The modules it imports.
    var imports: [String] {
        lines.filter { $0.holds("import ") }.compactMap { line in
            line.firstMatch(
                of:
                    /^(@\w+(\([^)]*\))? )*((public|package|internal|fileprivate|private) )?import ((struct|class|enum|func|protocol) )?(\w+)/
            ).map { String($0.output.7) }
        }
    }
}
