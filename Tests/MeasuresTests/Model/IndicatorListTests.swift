import Foundation
import Testing

@testable import Measures

private let catalogue = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../../shared/data/kpi-catalogue.md").standardizedFileURL
private let catalogueText = (try? String(contentsOf: catalogue, encoding: .utf8)) ?? ""

@Suite struct `The list of indicators` {
    private static let whySkipped: Comment =
        "the catalogue stands beside the repository only where the project's documents do"

    @Test func `gives each id once, with words of its own`() throws {
        let list = try IndicatorList.definitions()
        #expect(list.count == 285)
        #expect(Set(list.map(\.code)).count == list.count)
        #expect(Set(list.map(\.words)).count == list.count)
        for definition in list {
            #expect((10...100).contains(definition.words.count), "\(definition.code.text)")
            #expect(!definition.words.hasSuffix("."), "\(definition.code.text)")
            #expect(!definition.words.hasPrefix("%"), "the unit says it: \(definition.code.text)")
        }
        #expect(Set(list.map(\.group)).count == 8)
    }

    @Test(.enabled(if: !catalogueText.isEmpty, Self.whySkipped))
    func `names every measure of the documents, and no other`() throws {
        let known = Set(catalogueText.matches(of: /\n\| (K[0-9]{3}) \|/).map { String($0.output.1) })
        let listed = Set(try IndicatorList.definitions().map(\.code.text))
        #expect(known.count > 200)
        #expect(known.subtracting(listed).sorted() == [])
        #expect(listed.subtracting(known).sorted() == [])
    }

    @Test(.enabled(if: !catalogueText.isEmpty, Self.whySkipped))
    func `repeats no sentence of the documents`() throws {
        let text = catalogueText.lowercased()
        let repeated = try IndicatorList.definitions().filter { text.contains($0.words.lowercased()) }
        #expect(repeated.map(\.code.text) == [])
    }

    @Test(arguments: [
        ("K301", IndicatorUnit.percent, Direction.higher), ("K518", .days, .lower),
        ("K317", .count, .neither),
        ("K540", .achieved, .higher), ("K422", .score, .higher), ("K712", .ratio, .lower),
    ])
    func `says what each counts in and which way is better`(
        id: String, unit: IndicatorUnit, better: Direction
    ) throws {
        let definition = try #require(try IndicatorList.definitions().first { $0.code.text == id })
        #expect(definition.unit == unit)
        #expect(definition.better == better)
    }

    @Test(arguments: ["K301", "K000", "K999"])
    func `knows an id`(text: String) { #expect(IndicatorCode(text)?.text == text) }

    @Test(arguments: ["", "k301", "K30", "K3011", "S301", "K30a", "K٣٠١", " K301"])
    func `knows what is none`(text: String) { #expect(IndicatorCode(text) == nil) }
}
