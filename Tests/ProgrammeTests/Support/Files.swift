import Foundation
import Testing

@testable import Programme

/// Where the repository and what lies beside it are.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: root.appendingPathComponent(path)))
    }

    /// The plan of the example area, as it comes with the program.
    static let example = Result {
        try bytes("Sources/House/Composition/Example/vale-of-arden-plan.json")
    }
}

/// A published plan of a real area, which lies beside the repository and is never committed.
struct RealPlan: Sendable {
    let tree: Tree
    let plan: PublishedPlan
    let lab: Lab
    let crawl: Crawl
    var record: PlanRecord { get async throws { try await lab.recordOf(plan.header.code.text) } }

    /// A page of this plan.
    func page(_ rest: String) throws -> Shown {
        try #require(crawl.pages["/plans/\(plan.header.code.text)\(rest)"], "no page \(rest)")
    }

    private static let of2023 = Task { try await load("pap-2023.json") }
    private static let of2018 = Task { try await load("wsoa-2018.json") }

    /// The priority action plan of 2023; nil, said aloud, where it is not here.
    static func actionPlan(_ test: String = #function) async throws -> RealPlan? {
        said(try await of2023.value, "pap-2023.json", test)
    }

    /// The written statement of action of 2018; nil, said aloud, where it is not here.
    static func statement(_ test: String = #function) async throws -> RealPlan? {
        said(try await of2018.value, "wsoa-2018.json", test)
    }

    private static func said(_ plan: RealPlan?, _ name: String, _ test: String) -> RealPlan? {
        if plan == nil { print("skipped: \(test): there is no ../shared/data/\(name) beside the repository") }
        return plan
    }

    private static func load(_ name: String) async throws -> RealPlan? {
        guard let bytes = try? Repository.bytes("../shared/data/\(name)") else { return nil }
        let text = String(decoding: bytes, as: UTF8.self)
        let plan = try PlanFile.read(bytes)
        let lab = try await Lab()
        try await lab.record(text)
        let crawl = await Crawl(from: ["/plans"], in: lab)
        return RealPlan(tree: try Tree(text), plan: plan, lab: lab, crawl: crawl)
    }
}
