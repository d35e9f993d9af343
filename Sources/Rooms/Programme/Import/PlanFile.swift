import Foundation
import Ledger

/// Reads a published plan from a file's bytes: either of the two forms that SEND improvement plans have had.
public enum PlanFile {
    /// The largest file that is read, in bytes.
    public static let limit = 8 * 1_048_576

    /// Reads and checks a plan.
    ///
    /// - Throws: ``FileRefusal`` with everything that is wrong.
    public static func read(_ bytes: [UInt8]) throws(FileRefusal) -> PublishedPlan {
        try read(decode(bytes))
    }

    static func read(_ json: JSON) throws(FileRefusal) -> PublishedPlan {
        let problems = ProblemList()
        var file = ObjectReader(json, path: "", problems)
        let plan: PublishedPlan?
        if file.has("priority_areas") {
            plan = PriorityActionPlanFile(problems).read(&file)
        } else if file.has("statement") {
            plan = WrittenStatementFile(problems).read(&file)
        } else {
            problems.add(
                "the file",
                "expected a plan with “priority_areas” (priority action plan) or “statement” and “actions” "
                    + "(written statement of action)")
            plan = nil
        }
        if let plan { PlanChecks(plan: plan, problems: problems).run() }
        guard let plan, problems.problems.isEmpty else { throw FileRefusal(problems: problems.problems) }
        return plan
    }

    static func decode(_ bytes: [UInt8]) throws(FileRefusal) -> JSON {
        guard bytes.count <= limit else {
            throw refusal(
                "the file", "expected at most \(limit / 1_048_576) MB, found more")
        }
        guard !bytes.isEmpty else {
            throw refusal("the file", "expected a plan as JSON, found an empty file")
        }
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            throw refusal(
                "the file", "expected JSON, found a ZIP archive: unpack it and give the file inside")
        }
        if bytes.starts(with: Array("%PDF".utf8)) {
            throw refusal("the file", "expected JSON, found a PDF")
        }
        if let line = lineOfFirstBadByte(bytes) {
            throw refusal(
                "line \(line)",
                "expected UTF-8 text, found bytes of another encoding (Latin-1 or Windows-1252?)")
        }
        do {
            return try JSONDecoder().decode(JSON.self, from: Data(bytes))
        } catch {
            throw FileRefusal(problems: [syntaxProblem(bytes)])
        }
    }

    private static func refusal(_ place: String, _ text: String) -> FileRefusal {
        FileRefusal(problems: [FileProblem(place, text)])
    }

    /// Where a text stops being JSON: only the older parser says so, as “… around character N.”
    private static func syntaxProblem(_ bytes: [UInt8]) -> FileProblem {
        var reason = "it cannot be read"
        do {
            _ = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
        } catch {
            reason = (error as NSError).userInfo[NSDebugDescriptionErrorKey] as? String ?? reason
        }
        let parts = reason.split(separator: " around character ")
        let number = parts.count == 2 ? Int(parts[1].prefix(while: \.isNumber)) : nil
        let line = bytes.prefix(number ?? bytes.count).count { $0 == 0x0A } + 1
        let what = parts.first.map(String.init) ?? reason
        return FileProblem("line \(line)", "expected JSON: \(what.lowercased())")
    }

    private static func lineOfFirstBadByte(_ bytes: [UInt8]) -> Int? {
        guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
        var line = 1
        for part in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if String(validating: part, as: UTF8.self) == nil { return line }
            line += 1
        }
        return line
    }
}
