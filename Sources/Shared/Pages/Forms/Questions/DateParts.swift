import CivilTime
import Markup

/// The fields of a date.
enum DateParts: String, CaseIterable {
    case day, month, year

    var label: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
    /// A month has room for its name.
    var width: ControlWidth { self == .day ? .two : .four }
    func control(_ name: String) -> String { "\(name)-\(rawValue)" }

    /// The number that was typed; nil where it is none that this part can have.
    func number(_ text: String) -> Int? {
        switch self {
        case .day: return Self.digits(text, 1...2, 1...31)
        case .month: return Self.digits(text, 1...2, 1...12) ?? Self.monthNamed(text)
        case .year: return Self.digits(text, 4...4, 1583...9999)
        }
    }

    private static func digits(_ text: String, _ length: ClosedRange<Int>, _ range: ClosedRange<Int>) -> Int?
    {
        guard length.contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(text).flatMap { range.contains($0) ? $0 : nil }
    }

    /// A month by its name or the beginning of it, at least three letters: “March”, “mar”, “Sept.”.
    private static func monthNamed(_ text: String) -> Int? {
        let text = (text.last == "." ? text.dropLast() : text[...]).lowercased()
        guard text.utf8.count >= 3 else { return nil }
        return (1...12).first { number in
            Month(year: 2_000, month: number)?.written.lowercased().prefix { $0 != " " }.hasPrefix(text)
                == true
        }
    }
}

/// Reads and draws dates of several fields.
enum DateReading {
    /// The numbers of the parts, each of them possible by itself.
    static func read(_ asked: Asked, _ parts: [DateParts], _ typed: Typed) -> Entered<[Int]> {
        var texts: [String] = []
        for part in parts {
            do throws(FieldText.Fault) {
                texts.append(try FieldText.code(typed[part.control(asked.name)] ?? ""))
            } catch {
                return .wrong(problem("\(asked.subject) \(error.words)", asked, [part]))
            }
        }
        if texts.allSatisfy(\.isEmpty) { return .nothing }
        let missing = zip(parts, texts).filter(\.1.isEmpty).map(\.0)
        guard missing.isEmpty else {
            let words = missing.map(\.rawValue).joined(separator: " and a ")
            return .wrong(problem("\(asked.subject) must include a \(words)", asked, missing))
        }
        let numbers = zip(parts, texts).map { $0.number($1) }
        let wrong = zip(parts, numbers).filter { $0.1 == nil }.map(\.0)
        guard wrong.isEmpty else {
            return .wrong(problem("\(asked.subject) \(reason(wrong, parts, texts))", asked, wrong))
        }
        return .answer(numbers.compactMap { $0 })
    }

    private static func reason(_ wrong: [DateParts], _ parts: [DateParts], _ texts: [String]) -> String {
        guard wrong.count == 1, let part = wrong.first else {
            return parts.contains(.day) ? "must be a real date" : "must be a real month"
        }
        switch part {
        case .year:
            let isShort = zip(parts, texts).contains { $0 == .year && $1.utf8.count < 4 }
            return isShort ? "must include a year of 4 digits, like 2016" : "must include a real year"
        case .month: return "must include a real month, like 3 or March"
        case .day: return "must include a real day, from 1 to 31"
        }
    }

    private static func problem(_ text: String, _ asked: Asked, _ parts: [DateParts]) -> FormProblem {
        FormProblem(text, at: asked.name, controls: parts.map { $0.control(asked.name) })
    }

    static func html(
        _ asked: Asked, _ parts: [DateParts], _ typed: Typed, _ problem: FormProblem?,
        isOwnBirthday: Bool = false
    ) -> HTML {
        let inputs = parts.map { part -> HTML in
            let id = part.control(asked.name)
            let value = typed[id].flatMap { $0.isEmpty ? nil : $0 }
            // The month may be a name, so its keys are letters.
            let mode = part == .month ? nil : "numeric"
            return """
                <div class="part"><label for="\(id)">\(part.label)</label>\
                <input type="text" id="\(id)" name="\(id)"\("value", is: value)\("class", is: part.width.classes)\
                \("inputmode", is: mode)\
                \("autocomplete", is: isOwnBirthday ? "bday-\(part.rawValue)" : nil) spellcheck="false"\
                \("aria-invalid", is: Control.invalid(id, problem))></div>
                """
        }
        return Control.fieldset(asked, problem, "<div class=\"parts\">\(inputs)</div>")
    }
}
