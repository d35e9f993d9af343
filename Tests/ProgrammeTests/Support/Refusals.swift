import Foundation
import Testing

@testable import Programme

/// The problems for which bytes are refused; none where they are taken.
func problems(_ bytes: [UInt8]) -> [FileProblem] {
    problems { () throws(FileRefusal) in try PlanFile.read(bytes) }
}

private func problems(_ read: () throws(FileRefusal) -> PublishedPlan) -> [FileProblem] {
    do throws(FileRefusal) {
        _ = try read()
        return []
    } catch {
        return error.problems
    }
}

func problems(_ text: String) -> [FileProblem] { problems(Array(text.utf8)) }

/// Of a tree at once, because thousands of them as bytes take a minute to read.
func problems(_ tree: Tree) -> [FileProblem] {
    problems { () throws(FileRefusal) in try PlanFile.read(tree.json) }
}

/// The problems' places, each once, in order.
func places(_ tree: Tree) -> [String] {
    problems(tree).map(\.place).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
}

/// Everything every refusal must be: with a place, with what was expected, and silent to the operator.
func expectUsable(_ found: [FileProblem], _ place: SourceLocation = #_sourceLocation) {
    let marks = [
        "expected", "there is no", "not a key that is known", "stands", "differs from", "the file says",
        "has no required outcome", "after the objective itself", "does not say which", "without a rating",
    ]
    #expect(!found.isEmpty, sourceLocation: place)
    for problem in found {
        #expect(!problem.place.isEmpty, sourceLocation: place)
        #expect(marks.contains { problem.text.contains($0) }, "\(problem)", sourceLocation: place)
    }
    let refusal = FileRefusal(problems: found)
    #expect(refusal.forOperator == "file refused, problems: \(found.count)", sourceLocation: place)
    let named = found.filter { refusal.forPerson.contains($0.description) }
    #expect(named.count == found.count, sourceLocation: place)
}

extension Tree {
    /// The same as the room reads it.
    fileprivate var json: JSON {
        switch self {
        case .null: .null
        case .flag(let value): .flag(value)
        case .number(let value): .number(value)
        case .text(let value): .text(value)
        case .list(let items): .list(items.map(\.json))
        case .object(let fields): .object(fields.mapValues(\.json))
        }
    }
}
