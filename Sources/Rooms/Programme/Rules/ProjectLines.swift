import CivilTime

/// Reads lists that are typed a line each.
enum ProjectLines {
    /// The lines that say something, each trimmed.
    static func list(_ text: String) -> [String] {
        text.split(separator: "\n").map { line in
            line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }.filter { !$0.isEmpty }
    }

    /// A line that is no dated step.
    struct NotAStep: Error, Hashable {
        /// Its number, from 1, among those that say something.
        let line: Int
        let text: String
    }

    /// Steps, each a line that begins with a month: “June 2024: First draft” or “2024-06 First draft”.
    static func steps(_ text: String) throws(NotAStep) -> [(month: Month, text: String)] {
        var steps: [(month: Month, text: String)] = []
        for (index, line) in list(text).enumerated() {
            guard let step = step(line) else { throw NotAStep(line: index + 1, text: line) }
            steps.append(step)
        }
        return steps
    }

    private static func step(_ line: String) -> (month: Month, text: String)? {
        let words = line.split(separator: " ")
        for count in [1, 2] where words.count > count {
            let head = words[..<count].joined(separator: " ")
            let plain = head.last == ":" ? String(head.dropLast()) : head
            guard let month = count == 1 ? Month(iso: plain) : PlainMonth.only(plain) else { continue }
            let rest = words[count...].joined(separator: " ")
            let text = rest.drop { ":–- ".contains($0) }
            return text.isEmpty ? nil : (month, String(text))
        }
        return nil
    }

    /// How steps are typed.
    static func text(_ milestones: [ProjectMilestone]) -> String {
        milestones.map { "\($0.month.written): \($0.text)" }.joined(separator: "\n")
    }
}
