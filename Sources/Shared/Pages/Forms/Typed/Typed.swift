/// What somebody typed into a form: names and values as they were sent, in order, doubles kept.
///
/// Nothing is cleaned here, so a form that is shown again shows the very words; questions clean what they read.
public struct Typed: Sendable, Hashable {
    /// One name with its value.
    public struct Field: Sendable, Hashable {
        /// The name of the control.
        public let name: String
        /// What was typed or chosen; line ends are `\n`.
        public let value: String

        /// Makes a field.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// All fields in the order in which they were sent.
    public private(set) var fields: [Field]
    /// Files that came with the form and are kept elsewhere, by the name of their question.
    public private(set) var uploads: [String: Upload]

    /// Takes fields; none where nothing was typed yet.
    public init(_ fields: [Field] = []) {
        self.fields = fields
        uploads = [:]
    }

    /// Takes the names and values of an address's query, for forms that only ask.
    public init(query: [(name: String, value: String)]) {
        self.init(query.map { Field($0.name, $0.value) })
    }

    /// The first value of a name, as it was typed; nil where it was not sent.
    public subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

    /// All values of a name, as they were typed, in order.
    public func values(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }

    /// Adds a value behind those that are there.
    public mutating func add(_ name: String, _ value: String) { fields.append(Field(name, value)) }

    /// Puts values in the place of all that a name had.
    public mutating func set(_ name: String, _ values: String...) { set(name, values) }

    /// Puts values in the place of all that a name had.
    public mutating func set(_ name: String, _ values: [String]) {
        fields.removeAll { $0.name == name }
        fields += values.map { Field(name, $0) }
    }

    /// Names the file that a question was given, once it is kept.
    public mutating func set(_ name: String, upload: Upload?) { uploads[name] = upload }

    /// The same without some names, such as the token of the form.
    public func without(_ names: Set<String>) -> Typed {
        var rest = Typed(fields.filter { !names.contains($0.name) })
        rest.uploads = uploads.filter { !names.contains($0.key) }
        return rest
    }

    /// What may be kept of it as a draft: the fields of these questions but secrets, and nothing else.
    public func draft(of questions: [any Question]) -> Typed {
        let names = Set(questions.filter { !$0.isSecret }.flatMap(\.fieldNames))
        var draft = Typed(fields.filter { names.contains($0.name) })
        draft.uploads = uploads.filter { names.contains($0.key) }
        return draft
    }
}

/// A file that came with a form and waits, kept, to become part of a record.
public struct Upload: Sendable, Hashable {
    /// The random name under which it is kept.
    public let id: String
    /// Its name as the sender's computer had it, cleaned.
    public let filename: String
    /// What its bytes show it to be.
    public let content: FileContent
    /// Its size in bytes.
    public let size: Int
    /// SHA-256 of its bytes, as hexadecimal digits.
    public let digest: String

    /// Names a kept file.
    public init(id: String, filename: String, content: FileContent, size: Int, digest: String = "") {
        self.id = id
        self.filename = filename
        self.content = content
        self.size = size
        self.digest = digest
    }
}
