import Foundation
import Statute
import Testing

/// `docs/clock.md` names everything that a file and a report can hold.
struct DocumentTests {
    private let text: String = {
        let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return (try? String(contentsOf: root.appending(path: "docs/clock.md"), encoding: .utf8)) ?? ""
    }()

    @Test func `it names every event, matter, choice and party`() {
        for name in EventKind.names + MatterKind.names + Choice.names + Party.names {
            #expect(text.contains("`\(name)`"), "\(name)")
        }
    }

    @Test func `it names every rule, exception and status`() {
        for rule in Law.england.rules { #expect(text.contains("`\(rule.id)`"), "\(rule.id)") }
        for one in Law.england.exemptions { #expect(text.contains("`\(one.id)`"), "\(one.id)") }
        for status in Status.names { #expect(text.contains("`\(status)`"), "\(status)") }
        for step in AheadRule.all { #expect(text.contains("`\(step.id)`"), "\(step.id)") }
    }

    @Test(arguments: [
        "countReceiptDay", "fixedDayInTime", "tribunalRules", "dueSoonDays", "holders", "attendsSetting",
        "detained",
        "holidays", "terms", "corrects", "withdraws", "exception", "withheld", "ownDays",
    ])
    func `it names every field`(field: String) { #expect(text.contains("`\(field)`")) }
}
