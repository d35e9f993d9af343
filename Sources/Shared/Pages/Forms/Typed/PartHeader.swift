/// The header of one part of a form: what it is called and, for a file, what the file is.
struct PartHeader {
    /// The name of the field.
    let name: String
    /// The file's name as sent; empty where no file was chosen, nil where it is no file.
    let filename: String?
    /// The media type that is claimed, without parameters.
    let mediaType: String

    init(_ bytes: some Sequence<UInt8>) throws(FormRefusal) {
        let fields = try Self.fields(bytes)
        let disposition = HeaderParameters.split(fields["content-disposition"] ?? "")
        guard disposition.first?.lowercased() == "form-data",
            let parameters = HeaderParameters.read(Array(disposition.dropFirst())),
            let name = parameters["name"].map(Self.plain), FieldText.isName(name)
        else { throw .malformed }
        // RFC 7578, 4.7: no encoding but the bytes themselves.
        let encoding = fields["content-transfer-encoding"]?.lowercased() ?? "binary"
        guard ["binary", "8bit", "7bit"].contains(encoding) else { throw .malformed }
        self.name = name
        filename = parameters["filename"].map(Self.plain)
        mediaType = Self.mediaType(fields["content-type"])
    }

    /// What browsers escape in names (WHATWG HTML, 4.10.21.8), as it was.
    private static func plain(_ text: String) -> String {
        text.replacing("%22", with: "\"").replacing("%0D%0A", with: " ").replacing("%0D", with: " ")
            .replacing("%0A", with: " ")
    }

    private static func fields(_ bytes: some Sequence<UInt8>) throws(FormRefusal) -> [String: String] {
        guard let text = String(validating: Array(bytes), as: UTF8.self) else { throw .malformed }
        var fields: [String: String] = [:]
        for line in text.split(separator: "\r\n", omittingEmptySubsequences: false) {
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            let isPlain = line.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
            guard parts.count == 2, isPlain, !parts[0].isEmpty,
                !parts[0].contains(where: \.isWhitespace)
            else { throw .malformed }
            let value = parts[1].drop { $0 == " " }
            guard fields.updateValue(String(value), forKey: parts[0].lowercased()) == nil else {
                throw .malformed
            }
        }
        return fields
    }

    private static func mediaType(_ text: String?) -> String {
        let name = MediaType(text)?.name ?? ""
        let isPlain = name.wholeMatch(of: /[a-z0-9.+\-]{1,60}\/[a-z0-9.+\-]{1,100}/) != nil
        return isPlain ? name : "application/octet-stream"
    }

    /// A file's name that is safe to show, to keep and to send again: the last part of a path, without what
    /// cannot be seen, turns text, or means something to a file system or a header; at most 200 bytes.
    static func cleaned(_ filename: String) -> String {
        let last = filename.unicodeScalars.split { $0 == "/" || $0 == "\\" }.last ?? [][...]
        var plain = String.UnicodeScalarView()
        for scalar in last {
            switch scalar.properties.generalCategory {
            case .control, .format, .privateUse, .unassigned, .surrogate: continue
            case .lineSeparator, .paragraphSeparator, .spaceSeparator: plain.append(" ")
            default: plain.append("<>:\"|?*;%".unicodeScalars.contains(scalar) ? "_" : scalar)
            }
        }
        let isEdge: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "." }
        let trimmed = plain.drop(while: isEdge).reversed().drop(while: isEdge).reversed()
        let text = FieldText.composed(String(String.UnicodeScalarView(trimmed)))
        return text.isEmpty ? "file" : shortened(text)
    }

    /// Cut before its ending.
    private static func shortened(_ text: String) -> String {
        guard text.utf8.count > 200 else { return text }
        let dot = text.lastIndex(of: ".") ?? text.endIndex
        let ending = text[dot...].utf8.count <= 20 ? text[dot...] : ""
        var stem = text[..<(ending.isEmpty ? text.endIndex : dot)].unicodeScalars
        while stem.reduce(0, { $0 + UTF8.width($1) }) > 200 - ending.utf8.count { stem.removeLast() }
        return String(stem) + ending
    }
}
