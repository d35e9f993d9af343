public import Markup

/// A file.
///
/// A browser cannot be given a file again, so one that has come is kept and named; whoever shows the form
/// again has put it back with ``Typed/set(_:upload:)``.
public struct FileQuestion: Question {
    /// Its name and its words.
    public var asked: Asked
    /// The most bytes of the file.
    public let most: Int
    private let kinds: [FileKind]

    /// Asks for a file.
    ///
    /// - Parameters:
    ///   - kinds: what kinds can be taken; the hint names them. Name and bytes must both be of one.
    ///   - most: the most bytes of the file; the hint says it.
    public init(_ name: String, _ label: String, _ kinds: [FileKind], most: Int) {
        asked = Asked(name, label)
        self.kinds = kinds
        self.most = most
    }

    /// The input, and the id of a file that came before.
    public var fieldNames: [String] { [asked.name, keptName] }
    /// The input alone.
    public var controls: [String] { [asked.name] }
    /// Yes.
    public var takesFile: Bool { true }
    /// “Choose a file” and what it is.
    public var emptyText: String { asked.emptyText ?? "Choose a file: \(asked.noun)" }
    /// The name of the hidden field with the id of a file that came before.
    public var keptName: String { Self.keptName(asked.name) }

    static func keptName(_ question: String) -> String { "\(question)-kept" }

    /// The name of the question whose kept file a field names; nil where it is no such field.
    public static func question(keptAs field: String) -> String? {
        field.hasSuffix("-kept") ? String(field.dropLast(5)) : nil
    }

    /// The file that came; wrong where it is empty, too large, of another kind, or would be run by a computer.
    public func read(_ typed: Typed) -> Entered<Upload> {
        guard let upload = typed.uploads[asked.name] else { return .nothing }
        guard upload.size > 0 else { return .wrong(problem("The file you chose is empty")) }
        guard upload.size <= most else {
            return .wrong(problem("The file must be \(ByteCount.written(most)) or smaller"))
        }
        let ending = upload.filename.lowercased().split(separator: ".", omittingEmptySubsequences: false).last
        guard kinds.isEmpty || kinds.contains(where: { $0.endings.contains(String(ending ?? "")) }) else {
            return .wrong(problem("The file must be \(names(joined: "or"))"))
        }
        guard upload.content != .program else {
            return .wrong(
                problem("This file holds a program, a script or macros. Save it without them, or as a PDF"))
        }
        guard kinds.isEmpty || kinds.contains(where: { $0.contents.contains(upload.content) }) else {
            return .wrong(
                problem(
                    "What is in the file is not what its name says. Save it again as \(names(joined: "or"))"))
        }
        return .answer(upload)
    }

    /// The label over a file input, with the file that is kept already.
    public func html(_ typed: Typed, _ problem: FormProblem?) -> HTML {
        let limit =
            kinds.isEmpty
            ? "Up to \(ByteCount.written(most))."
            : "\(names(joined: "or")), up to \(ByteCount.written(most))."
        let accept = kinds.flatMap(\.endings).map { "." + $0 }.joined(separator: ",")
        // One that cannot be taken is not kept.
        let upload = problem == nil ? typed.uploads[asked.name] : nil
        let kept: HTML? = upload.map { upload in
            """
            <p class="kept-file"><strong>\(upload.filename)</strong> (\(ByteCount.written(upload.size))) is kept. \
            Choose a file only to replace it.<input type="hidden" name="\(keptName)" value="\(upload.id)"></p>

            """
        }
        return Control.field(
            asked, problem, hint: limit,
            """
            \(kept)<input type="file" id="\(asked.name)" name="\(asked.name)"\
            \("accept", is: accept.isEmpty ? nil : accept)\
            \("aria-describedby", is: Control.describedBy(asked, problem, hint: limit))\
            \("aria-invalid", is: Control.invalid(asked.name, problem))>
            """)
    }

    /// Names the file that is kept.
    public func fill(_ typed: inout Typed, with answer: Upload) { typed.set(asked.name, upload: answer) }

    private func names(joined word: String) -> String {
        let names = kinds.map(\.name)
        guard names.count > 1, let last = names.last else { return names.joined() }
        return names.dropLast().joined(separator: ", ") + " \(word) \(last)"
    }
}

/// A kind of file: the endings of its names, and what its bytes show.
public struct FileKind: Sendable, Hashable {
    /// What people call it: “PDF”.
    public let name: String
    /// The endings in lower case, without the dot.
    public let endings: [String]
    /// What the bytes of such a file show.
    public let contents: Set<FileContent>

    /// Names a kind.
    public init(_ name: String, _ endings: String..., contents: Set<FileContent>) {
        self.name = name
        self.endings = endings
        self.contents = contents
    }

    /// A PDF document.
    public static let pdf = FileKind("PDF", "pdf", contents: [.pdf])
    /// A Word document.
    public static let word = FileKind("Word", "docx", contents: [.word])
    /// A document of LibreOffice and others.
    public static let openDocument = FileKind("OpenDocument", "odt", "ods", contents: [.openDocument])
    /// A photograph or scan.
    public static let picture = FileKind(
        "a picture (JPG or PNG)", "jpg", "jpeg", "png", contents: [.jpeg, .png])
    /// Comma-separated values.
    public static let csv = FileKind("CSV", "csv", contents: [.text])
    /// An Excel workbook.
    public static let excel = FileKind("Excel", "xlsx", contents: [.excel])
    /// A PowerPoint presentation.
    public static let powerpoint = FileKind("PowerPoint", "pptx", contents: [.powerpoint])

    /// What papers and evidence come as.
    public static let papers: [FileKind] = [
        .pdf, .word, .excel, .powerpoint, .openDocument, .picture, .csv,
    ]
}
