// swift-tools-version: 6.2
import PackageDescription

/// Settings of every target: the language as strict as it goes, and no warning left standing.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

func floor(
    _ name: String, in folder: String, on dependencies: [Target.Dependency] = [], resources: [Resource]? = nil
) -> Target {
    .target(
        name: name, dependencies: dependencies, path: "Sources/\(folder)", resources: resources,
        swiftSettings: strict)
}

func tests(of name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: dependencies, path: "Tests/\(name)Tests", exclude: exclude,
        swiftSettings: strict)
}

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "goldenthread",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "goldenthread", targets: ["goldenthread"]),
        .executable(name: "goldenthread-bench", targets: ["Bench"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        // One trait named: with both defaults SwiftPM orders their flags at random and rebuilds.
        .package(
            url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1",
            traits: ["ConfigurationSupport"]),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // Floor 0: pure.
        floor("CivilTime", in: "Pure/CivilTime"),
        floor("Disclosure", in: "Pure/Disclosure"),
        floor("Markup", in: "Pure/Markup"),
        floor("Statistics", in: "Pure/Statistics", on: ["CivilTime"]),
        floor("Statute", in: "Pure/Statute", on: ["CivilTime"]),

        // Floor 1: what was recorded.
        floor(
            "Ledger", in: "Ledger",
            on: ["CivilTime", crypto, .product(name: "GRDB", package: "GRDB.swift")]),

        floor("Operations", in: "Operations", on: ["Ledger", crypto, cryptoExtras]),

        // Floor 2: what every room uses.
        floor("People", in: "Shared/People", on: ["CivilTime", "Ledger"]),
        floor("Access", in: "Shared/Access", on: ["CivilTime", "Ledger", "Operations", "People"]),
        floor(
            "Pages", in: "Shared/Pages",
            on: ["Access", "CivilTime", "Ledger", "Markup", "Operations", "People", "Statistics", crypto],
            resources: [.embedInCode("Styles/style.css")]),

        floor(
            "Documents", in: "Shared/Documents",
            on: ["Access", "CivilTime", "Ledger", "Markup", "Operations", "Pages", "People", crypto],
            resources: [.embedInCode("Printing/print.css"), .embedInCode("Printing/press.py")]),
        floor(
            "Meetings", in: "Shared/Meetings",
            on: ["Access", "CivilTime", "Documents", "Ledger", "Markup", "Pages", "People"]),

        // Floor 3: rooms.
        floor(
            "Programme", in: "Rooms/Programme",
            on: [
                "Access", "CivilTime", "Documents", "Ledger", "Markup", "Meetings", "Pages", "People", crypto,
            ]),

        floor(
            "Measures", in: "Rooms/Measures",
            on: ["Access", "CivilTime", "Ledger", "Markup", "Pages", "People", "Statistics"],
            resources: [.embedInCode("Data/indicators.json")]),

        floor(
            "Administration", in: "Rooms/Administration",
            on: [
                "Access", "CivilTime", "Disclosure", "Ledger", "Markup", "Operations", "Pages", "People",
            ]),

        floor(
            "Children", in: "Rooms/Children",
            on: ["Access", "CivilTime", "Ledger", "Markup", "Pages", "People"]),

        // Floor 4: the house.
        .systemLibrary(
            name: "CQREncode", path: "Sources/System/CQREncode", pkgConfig: "libqrencode",
            providers: [.apt(["libqrencode-dev"])]),
        floor(
            "Composition", in: "House/Composition",
            on: [
                "Access", "Administration", "Children", "CivilTime", "Disclosure", "Documents", "Ledger",
                "Markup", "Measures", "Meetings", "Operations", "Pages", "People", "Programme", "Statistics",
                "Statute", "CQREncode",
                arguments,
                crypto,
                hummingbird, .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "Yams", package: "Yams"),
            ], resources: [.embedInCode("Example/vale-of-arden-plan.json")]),
        .executableTarget(
            name: "goldenthread", dependencies: ["Composition"], path: "Sources/House/goldenthread",
            swiftSettings: strict),

        .executableTarget(
            name: "Bench",
            dependencies: [
                "Access", "CivilTime", "Composition", "Disclosure", "Ledger", "Operations", "People",
                "Statistics",
                "Statute", hummingbird,
                .product(name: "GRDB", package: "GRDB.swift"),
            ], path: "Benchmarks/Bench", swiftSettings: strict),

        // A program to be killed in the middle of its commits.
        .executableTarget(
            name: "LedgerWriter", dependencies: ["CivilTime", "Ledger"], path: "Tests/Support/LedgerWriter",
            swiftSettings: strict),
        tests(of: "CivilTime", ["CivilTime"]),
        tests(of: "Markup", ["Markup"]),
        .executableTarget(
            name: "DisclosureTables", dependencies: ["Disclosure"], path: "Tests/Support/DisclosureTables",
            swiftSettings: strict),
        tests(of: "Disclosure", ["Disclosure", "DisclosureTables"], exclude: ["attack.py"]),
        tests(of: "Statistics", ["CivilTime", "Statistics"], exclude: ["Vectors"]),
        tests(of: "Statute", ["CivilTime", "Statute"], exclude: ["Vectors"]),
        tests(of: "Ledger", ["CivilTime", "Ledger", "LedgerWriter"]),
        tests(of: "Operations", ["Ledger", "Operations", crypto]),
        tests(of: "People", ["CivilTime", "Ledger", "People"]),
        tests(of: "Access", ["Access", "CivilTime", "Ledger", "Operations", "People"]),
        tests(
            of: "Pages", ["Access", "CivilTime", "Ledger", "Markup", "Pages", "Statistics"],
            exclude: ["Golden"]),
        tests(
            of: "Documents",
            ["Access", "CivilTime", "Documents", "Ledger", "Markup", "Operations", "Pages", "People"],
            exclude: ["Golden"]),
        tests(
            of: "Meetings",
            ["Access", "CivilTime", "Documents", "Ledger", "Markup", "Meetings", "Pages", "People"],
            exclude: ["Golden"]),
        tests(
            of: "Measures",
            ["Access", "CivilTime", "Ledger", "Markup", "Measures", "Pages", "People"], exclude: ["Golden"]),
        tests(
            of: "Programme",
            [
                "Access", "CivilTime", "Documents", "Ledger", "Markup", "Meetings", "Operations", "Pages",
                "People", "Programme",
            ], exclude: ["Golden"]),
        tests(
            of: "Children",
            ["Access", "Children", "CivilTime", "Ledger", "Markup", "Pages", "People"], exclude: ["Golden"]),
        tests(
            of: "Composition",
            [
                "Access", "CivilTime", "Composition", "Documents", "Ledger", "Markup", "Measures", "Meetings",
                "Pages", "People", "Programme", "Operations", "goldenthread", arguments, hummingbird,
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]),
        tests(of: "House", []),
    ]
)
