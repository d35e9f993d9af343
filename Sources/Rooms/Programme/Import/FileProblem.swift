public import Ledger

/// One thing wrong with a file: where, and what was expected there.
public struct FileProblem: Sendable, Hashable, CustomStringConvertible {
    /// The path in the file, such as `priority_areas[2].responses[0].title`, or the line.
    public let place: String
    /// What is wrong and what was expected.
    public let text: String

    /// Names a problem.
    public init(_ place: String, _ text: String) {
        self.place = place
        self.text = text
    }

    /// Place and text on one line.
    public var description: String { "\(place): \(text)" }
}

/// A file that cannot be taken, with everything that is wrong with it.
public struct FileRefusal: Explained, Equatable {
    /// All problems, in the order of the file.
    public let problems: [FileProblem]

    /// Everything that is wrong, a line each.
    public var forPerson: String {
        let count = problems.count == 1 ? "1 problem" : "\(problems.count) problems"
        return "The file was not taken: \(count). Nothing of it was kept.\n"
            + problems.map { "  \($0)" }.joined(separator: "\n")
    }

    /// How much is wrong, without the file's own words.
    public var forOperator: String { "file refused, problems: \(problems.count)" }
}
