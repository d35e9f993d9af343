import Foundation
import Testing

@testable import Composition

/// The invented plan as a file, as it is and spoilt in one place.
enum PlanFiles {
    static let whole = PackageResources.vale_of_arden_plan_json

    /// The file with the first of each `old` replaced.
    static func with(_ changes: [(old: String, new: String)]) -> [UInt8] {
        var text = String(decoding: whole, as: UTF8.self)
        for change in changes {
            guard let range = text.range(of: change.old) else {
                Issue.record("the example plan does not hold \(change.old)")
                return []
            }
            text.replaceSubrange(range, with: change.new)
        }
        return Array(text.utf8)
    }

    /// The file in Latin-1.
    static var latin: [UInt8] {
        with([("Vale of Arden SEND improvement plan\"", "Café\"")]).flatMap { byte -> [UInt8] in
            switch byte {
            case 0xC3: []
            case 0xA9: [0xE9]
            default: [byte]
            }
        }
    }
}
