import CivilTime

/// Gathers everything wrong with a file while it is read.
final class ProblemList {
    private(set) var problems: [FileProblem] = []
    func add(_ place: String, _ text: String) { problems.append(FileProblem(place, text)) }
}

/// Reads one JSON object strictly: a missing, mistyped or unknown key is a problem with its path.
struct ObjectReader {
    let path: String
    let problems: ProblemList
    private let fields: [String: JSON]
    private var read: Set<String> = []

    init(_ json: JSON, path: String, _ problems: ProblemList) {
        self.path = path
        self.problems = problems
        if case .object(let fields) = json {
            self.fields = fields
        } else {
            fields = [:]
            problems.add(path.isEmpty ? "the file" : path, "expected an object, found \(json.word)")
        }
    }

    func place(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
    func report(_ key: String, _ text: String) { problems.add(place(key), text) }

    /// Reports every key that nothing asked for, so that nothing in a file is passed over in silence.
    func finish() {
        for key in fields.keys.sorted() where !read.contains(key) {
            report(key, "not a key that is known here")
        }
    }

    /// Whether a key holds anything; the key is noted as read, and null is nothing.
    mutating func has(_ key: String) -> Bool { value(key) != nil }

    /// The value of a key, noted as read.
    mutating func value(_ key: String) -> JSON? {
        read.insert(key)
        return fields[key].flatMap { $0 == .null ? nil : $0 }
    }

    mutating func optionalText(_ key: String) -> String? {
        guard let json = value(key) else { return nil }
        guard case .text(let text) = json else {
            report(key, "expected a text, found \(json.word)")
            return nil
        }
        return !Self.isBlank(text) && checked(text, key) ? text : nil
    }

    mutating func text(_ key: String, mayBeEmpty: Bool = false) -> String {
        guard let json = value(key) else {
            report(key, "expected a text, found nothing")
            return ""
        }
        guard case .text(let text) = json else {
            report(key, "expected a text, found \(json.word)")
            return ""
        }
        let isBlank = Self.isBlank(text)
        if isBlank, !mayBeEmpty { report(key, "expected a text, found an empty one") }
        return !isBlank && checked(text, key) ? text : ""
    }

    mutating func texts(_ key: String, isOptional: Bool = false) -> [String] {
        placedTexts(key, isOptional: isOptional).map(\.text)
    }

    /// The texts of a list with their keys, such as `objectives[2]`.
    private mutating func placedTexts(_ key: String, isOptional: Bool) -> [(key: String, text: String)] {
        list(key, isOptional: isOptional).enumerated().compactMap { index, json in
            let key = "\(key)[\(index)]"
            guard case .text(let text) = json, !Self.isBlank(text) else {
                let found = if case .text = json { "an empty one" } else { json.word }
                report(key, "expected a text, found \(found)")
                return nil
            }
            return checked(text, key) ? (key, text) : nil
        }
    }

    mutating func integer(_ key: String) -> Int? {
        guard let json = value(key) else { return nil }
        guard case .number(let number) = json, let whole = Int(exactly: number), abs(whole) <= 1_000_000_000
        else {
            report(key, "expected a whole number, found \(json.word)")
            return nil
        }
        return whole
    }

    mutating func requiredInteger(_ key: String) -> Int {
        if !has(key) { report(key, "expected a whole number, found nothing") }
        return integer(key) ?? 0
    }

    mutating func flag(_ key: String) -> Bool {
        guard let json = value(key) else { return false }
        if case .flag(let flag) = json { return flag }
        report(key, "expected true or false, found \(json.word)")
        return false
    }

    mutating func objects(_ key: String, isOptional: Bool = false) -> [ObjectReader] {
        list(key, isOptional: isOptional).enumerated().map { index, json in
            ObjectReader(json, path: "\(place(key))[\(index)]", problems)
        }
    }

    mutating func object(_ key: String) -> ObjectReader? {
        guard let json = value(key) else {
            report(key, "expected an object, found nothing")
            return nil
        }
        return ObjectReader(json, path: place(key), problems)
    }

    mutating func list(_ key: String, isOptional: Bool = false) -> [JSON] {
        guard let json = value(key) else {
            if !isOptional { report(key, "expected a list, found nothing") }
            return []
        }
        guard case .list(let list) = json else {
            report(key, "expected a list, found \(json.word)")
            return []
        }
        return list
    }

    mutating func code(_ key: String) -> Code {
        let text = text(key)
        return text.isEmpty ? Code(slugOf: text) : code(text, key) ?? Code(slugOf: text)
    }

    /// The ids in a list.
    mutating func codes(_ key: String, isOptional: Bool = false) -> [Code] {
        placedTexts(key, isOptional: isOptional).compactMap { code($0.text, $0.key) }
    }

    private func code(_ text: String, _ key: String) -> Code? {
        if let code = Code(text) { return code }
        report(key, "expected an id of at most 40 letters, digits, “:”, “-”, “_” or “.”, found “\(text)”")
        return nil
    }

    mutating func month(_ key: String) -> Month? {
        guard has(key) else { return nil }
        let text = text(key)
        if let month = Month(iso: text) { return month }
        if !text.isEmpty { report(key, "expected a month such as 2024-04, found “\(text)”") }
        return nil
    }

    mutating func day(_ key: String) -> Day? {
        guard has(key) else { return nil }
        let text = text(key)
        if let day = Day(iso: text) { return day }
        if !text.isEmpty { report(key, "expected a day such as 2023-12-15, found “\(text)”") }
        return nil
    }

    /// The ids of indicators, such as K301.
    mutating func indicators(_ key: String) -> [String] {
        placedTexts(key, isOptional: true).filter { place in
            Self.isIndicator(place.text, report: { report(place.key, $0) })
        }.map(\.text)
    }

    static func isIndicator(_ text: String, report: (String) -> Void) -> Bool {
        let fits =
            text.first == "K" && text.utf8.count == 4
            && text.utf8.dropFirst().allSatisfy { (0x30...0x39) ~= $0 }
        if !fits { report("expected the id of an indicator such as K301, found “\(text)”") }
        return fits
    }

    private static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }

    private func checked(_ text: String, _ key: String) -> Bool {
        if text.utf8.count > 20_000 {
            report(key, "expected at most 20,000 bytes of text, found \(text.utf8.count)")
            return false
        }
        if text.unicodeScalars.contains(where: {
            $0.value < 0x20 && $0 != "\n" && $0 != "\t" || $0.value == 0x7F
        }) {
            report(key, "expected plain text, found a control character")
            return false
        }
        return true
    }
}
