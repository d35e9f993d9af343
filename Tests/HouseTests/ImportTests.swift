import Testing

/// The house as the design has it: a module's floor, and all it may import.
private struct Place: Sendable {
    let floor: Int
    let imports: Set<String>

    init(_ floor: Int, _ imports: Set<String>) {
        self.floor = floor
        self.imports = imports
    }
}

private let web: Set<String> = [
    "ArgumentParser", "CQREncode", "HTTPTypes", "Hummingbird", "HummingbirdCore", "Logging", "NIOCore",
    "NIOHTTP1",
    "NIOHTTPTypes",
    "ServiceLifecycle", "Yams",
]
private let pure: Set<String> = ["CivilTime", "Disclosure", "Markup", "Statistics", "Statute"]
private let shared: Set<String> = ["Access", "Documents", "Meetings", "Pages", "People"]
private let house: [String: Place] = [
    "CivilTime": Place(0, []),
    "Disclosure": Place(0, []),
    "Markup": Place(0, []),
    "Statistics": Place(0, ["CivilTime", "Foundation"]),
    // Foundation reads JSON, in one file.
    "Statute": Place(0, ["CivilTime", "Foundation"]),
    "Ledger": Place(1, ["CivilTime", "Crypto", "Foundation", "GRDB", "Synchronization"]),
    "Operations": Place(
        1, ["Ledger", "Crypto", "CryptoExtras", "Dispatch", "Foundation", "Synchronization"]),
    "People": Place(2, ["CivilTime", "Foundation", "Ledger"]),
    "Access": Place(2, ["CivilTime", "Foundation", "Ledger", "Operations", "People"]),
    "Pages": Place(
        2,
        [
            "Access", "CivilTime", "Crypto", "Foundation", "Ledger", "Markup", "Operations", "People",
            "Statistics",
        ]),
    "Documents": Place(
        2,
        [
            "Access", "CivilTime", "Crypto", "Dispatch", "Foundation", "Ledger", "Markup", "Operations",
            "Pages", "People", "Synchronization",
        ]),
    "Meetings": Place(2, ["Access", "CivilTime", "Documents", "Ledger", "Markup", "Pages", "People"]),
    "Administration": Place(3, pure.union(shared).union(["Ledger", "Operations"])),
    "Children": Place(3, pure.union(shared).union(["Ledger"])),
    "Measures": Place(3, pure.union(shared).union(["Foundation", "Ledger"])),
    "Programme": Place(3, pure.union(shared).union(["Crypto", "Foundation", "Ledger"])),
    "Composition": Place(
        4,
        pure.union(shared).union(web).union([
            "Administration", "Children", "Crypto", "Foundation", "Ledger", "Measures", "Operations",
            "Programme", "Synchronization",
        ])),
    "goldenthread": Place(4, ["Composition", "Foundation"]),
]
/// What comes with the compiler and is declared nowhere.
private let builtIn: Set<String> = ["Dispatch", "Foundation", "Synchronization"]
/// The only arrows inside a floor.
private let arrows: Set<[String]> = [
    ["Statistics", "CivilTime"], ["Statute", "CivilTime"], ["Operations", "Ledger"], ["Access", "People"],
    ["Pages", "Access"],
    ["Pages", "People"], ["Documents", "Access"], ["Documents", "Pages"], ["Documents", "People"],
    ["Meetings", "Access"], ["Meetings", "Documents"], ["Meetings", "Pages"], ["Meetings", "People"],
    ["goldenthread", "Composition"],
]

@Suite struct `Who imports whom` {
    @Test func `every module and every source file has its place in the house`() {
        #expect(Manifest.modules.count > 8)
        #expect(Set(Manifest.modules.map(\.name)).subtracting(house.keys).sorted() == [])
        for file in Repository.sources {
            #expect(Manifest.modules.count { file.path.hasPrefix($0.folder) } == 1, "\(file.path)")
        }
    }

    @Test(arguments: Manifest.modules.map(\.name))
    func `a module declares no more than its floor allows`(name: String) throws {
        let module = try #require(Manifest.modules.first { $0.name == name })
        let place = try #require(house[name])
        #expect(module.dependencies.subtracting(place.imports).sorted() == [])
    }

    @Test(arguments: Manifest.modules.map(\.name))
    func `a file imports no more than its floor allows and its module declares`(name: String) throws {
        let module = try #require(Manifest.modules.first { $0.name == name })
        let place = try #require(house[name])
        for file in Repository.sources where file.path.hasPrefix(module.folder) {
            let imports = Set(file.imports)
            #expect(imports.subtracting(place.imports).sorted() == [], "\(file.path)")
            #expect(
                imports.subtracting(module.dependencies).subtracting(builtIn).sorted() == [], "\(file.path)")
        }
    }

    @Test func `a lower floor never learns of a higher one, and a floor's own arrows make no circle`() {
        for module in Manifest.modules {
            for dependency in module.dependencies {
                guard let own = house[module.name]?.floor, let other = house[dependency]?.floor else {
                    continue
                }
                #expect(
                    other < own || arrows.contains([module.name, dependency]),
                    "\(module.name) on \(dependency)")
            }
        }
        #expect(arrows.allSatisfy { !arrows.contains($0.reversed()) })
    }

    @Test func `rooms never import each other`() {
        let rooms = Manifest.modules.filter { $0.folder.hasPrefix("Sources/Rooms/") }
        let names = Set(rooms.map(\.name))
        #expect(!rooms.isEmpty)
        for room in rooms {
            #expect(room.dependencies.isDisjoint(with: names.subtracting([room.name])), "\(room.name)")
            #expect(room.folder == "Sources/Rooms/\(room.name)/")
        }
    }

    @Test(
        arguments: [("GRDB", "Sources/Ledger/"), ("Crypto", "Sources/")]
            + web.sorted().map { ($0, "Sources/House/Composition/") })
    func `what reaches outside is reached from one place`(library: String, folder: String) {
        let users = Repository.sources.filter { $0.imports.contains(library) }
        #expect(!users.isEmpty, "nobody imports \(library): the table is stale")
        #expect(users.allSatisfy { $0.path.hasPrefix(folder) }, "\(users.map(\.path))")
    }

    @Test func `model and rules of a room import the calendar and the ledger's value types alone`() {
        // A code and a kind of register stand in addresses, so they are PathValues of Pages; a code is made from a
        // name by CharacterSet.
        let exceptions: [String: Set<String>] = [
            "Programme/Model/Code.swift": ["Foundation", "Pages"],
            "Programme/Model/RegisterKind.swift": ["Pages"],
        ]
        var seen = 0
        for file in Repository.sources where file.path.hasPrefix("Sources/Rooms/") {
            let parts = file.path.split(separator: "/").dropFirst(2).map { String($0) }
            guard parts.count > 2, parts[1] == "Model" || parts[1] == "Rules" else { continue }
            let allowed = (exceptions[parts.joined(separator: "/")] ?? []).union(
                parts[1] == "Rules" ? ["CivilTime", "Ledger"] : ["CivilTime"])
            #expect(Set(file.imports).subtracting(allowed).sorted() == [], "\(file.path)")
            seen += 1
        }
        #expect(seen > 3)
    }
}

@Suite struct `Reading imports and the manifest` {
    @Test(arguments: [
        ("import GRDB", "GRDB"), ("public import Ledger", "Ledger"), ("@testable import Pages", "Pages"),
        ("@preconcurrency public import NIOCore", "NIOCore"), ("import struct Foundation.Date", "Foundation"),
        ("@_spi(X) import A", "A"), ("package import B  // why", "B"),
    ])
    func `an import is seen in every form`(line: String, module: String) {
        #expect(TextFile(path: "a.swift", text: line).imports == [module])
    }

    @Test(arguments: ["// import GRDB", "let important = 1", "    \"import x\"", "/// import Ledger"])
    func `and nothing else is taken for one`(line: String) {
        #expect(TextFile(path: "a.swift", text: line).imports.isEmpty)
    }

    @Test func `a manifest is read with its products and lists over several lines`() throws {
        let modules = Manifest.read(
            """
            let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
            floor("A", in: "Pure/A"),
            floor(
                "B", in: "B",
                on: ["A", crypto, .product(name: "GRDB", package: "GRDB.swift"), odd]),
            .executableTarget(
                name: "c", dependencies: ["B"], path: "Sources/House/c",
            """)
        #expect(modules.map(\.name) == ["A", "B", "c"])
        #expect(modules.map(\.folder) == ["Sources/Pure/A/", "Sources/B/", "Sources/House/c/"])
        #expect(modules[0].dependencies.isEmpty)
        #expect(modules[1].dependencies == ["A", "Crypto", "GRDB", "unknown odd"])
        #expect(modules[2].dependencies == ["B"])
    }
}
