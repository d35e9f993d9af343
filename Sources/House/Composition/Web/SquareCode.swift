import CQREncode
import Markup

/// A text as a square code that cameras read (ISO/IEC 18004), made by libqrencode.
enum SquareCode {
    /// White around the code, in modules, as the standard asks.
    private static let margin = 4

    /// The drawing; nil where the text is longer than a code can hold.
    static func html(_ text: String) -> HTML? {
        guard let code = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1) else { return nil }
        defer { QRcode_free(code) }
        let width = Int(code.pointee.width)
        guard let data = code.pointee.data else { return nil }
        var path = ""
        for row in 0..<width {
            // The lowest bit of each byte says whether the module is dark.
            for column in 0..<width where data[row * width + column] & 1 == 1 {
                path += "M\(column + margin) \(row + margin)h1v1h-1z"
            }
        }
        let side = width + 2 * margin
        return """
            <svg class="square" viewBox="0 0 \(side) \(side)" role="img" \
            aria-label="Square code for an authenticator app; the key below it says the same">\
            <rect width="\(side)" height="\(side)" fill="#fff"/><path fill="#000" d="\(path)"/></svg>
            """
    }
}
