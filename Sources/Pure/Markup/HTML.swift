/// A piece of HTML, held as UTF-8 bytes, that can only be written as a literal with escaped values.
///
/// A literal's own text must be known when the program is built (`StaticString`), so nothing a person
/// typed can become markup; every interpolated value is escaped. In debug builds each value is also
/// checked to stand where escaping is enough (``MarkupContext``).
public struct HTML: Sendable, Hashable, ExpressibleByStringInterpolation {
    /// The UTF-8 bytes written so far.
    public private(set) var bytes: [UInt8]

    /// Makes an empty piece.
    public init() { bytes = [] }

    /// Makes a piece of literal text alone.
    public init(stringLiteral value: StaticString) {
        var writer = StringInterpolation(literalCapacity: value.utf8CodeUnitCount, interpolationCount: 0)
        writer.appendLiteral(value)
        self.init(stringInterpolation: writer)
    }

    /// Makes a piece of literal text with escaped values in it.
    public init(stringInterpolation: StringInterpolation) {
        stringInterpolation.checkEnd()
        bytes = stringInterpolation.bytes
    }

    /// Takes bytes as they are: for markup kept from an earlier rendering, never for what a person typed.
    ///
    /// Uses outside `Markup` and `Pages` fail a test.
    public init(unescaped bytes: [UInt8]) { self.bytes = bytes }

    /// Makes a piece of text with every special character escaped.
    public init(text: some StringProtocol) {
        bytes = []
        Escaping.append(text, to: &bytes)
    }

    /// Whether nothing has been written.
    public var isEmpty: Bool { bytes.isEmpty }

    /// The piece as a string, for tests and for small pieces.
    public var string: String { String(decoding: bytes, as: UTF8.self) }

    /// Appends a piece.
    public static func += (left: inout HTML, right: HTML) { left.bytes.append(contentsOf: right.bytes) }

    /// Writes pieces after one another with nothing between them.
    public static func joined(_ pieces: some Sequence<HTML>) -> HTML {
        var whole = HTML()
        for piece in pieces { whole += piece }
        return whole
    }

    /// Writes pieces after one another with a separator between them.
    public static func joined(_ pieces: some Sequence<HTML>, separator: HTML) -> HTML {
        var whole = HTML()
        var first = true
        for piece in pieces {
            if !first { whole += separator }
            whole += piece
            first = false
        }
        return whole
    }
}

extension HTML {
    /// Collects the literal text and escaped values of one ``HTML`` literal.
    public struct StringInterpolation: StringInterpolationProtocol {
        var bytes: [UInt8] = []
        #if DEBUG
            private var context = MarkupContext()
        #endif

        /// Reserves room for the literal's text and a guess for each value.
        public init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + interpolationCount * 24)
        }

        /// Appends the literal's own text, unescaped.
        public mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { buffer in
                bytes.append(contentsOf: buffer)
                #if DEBUG
                    context.read(buffer)
                #endif
            }
        }

        /// Appends text, escaped.
        public mutating func appendInterpolation(_ text: some StringProtocol) {
            check(.text)
            Escaping.append(text, to: &bytes)
        }

        /// Appends text where there is some.
        public mutating func appendInterpolation(_ text: String?) {
            check(.text)
            if let text { Escaping.append(text, to: &bytes) }
        }

        /// Appends a whole number in digits.
        public mutating func appendInterpolation(_ number: some BinaryInteger) {
            check(.text)
            bytes.append(contentsOf: String(number).utf8)
        }

        /// Appends a piece of HTML as it is; only where elements may stand.
        public mutating func appendInterpolation(_ piece: HTML) {
            check(.element)
            bytes.append(contentsOf: piece.bytes)
        }

        /// Appends a piece of HTML where there is one.
        public mutating func appendInterpolation(_ piece: HTML?) {
            check(.element)
            if let piece { bytes.append(contentsOf: piece.bytes) }
        }

        /// Appends pieces of HTML after one another.
        public mutating func appendInterpolation(_ pieces: [HTML]) {
            check(.element)
            for piece in pieces { bytes.append(contentsOf: piece.bytes) }
        }

        /// Appends an address; the only value that may stand in `href`, `src` and `action`.
        public mutating func appendInterpolation(_ link: Link) {
            check(.link)
            Escaping.append(link.text, to: &bytes)
        }

        /// Writes an attribute that is known when the program is built, where a condition holds.
        public mutating func appendInterpolation(attribute: StaticString, if condition: Bool) {
            check(.attribute)
            #if DEBUG
                context.read(" ".utf8)
                attribute.withUTF8Buffer { context.read($0) }
                context.read(" ".utf8)
            #endif
            guard condition else { return }
            bytes.append(UInt8(ascii: " "))
            attribute.withUTF8Buffer { bytes.append(contentsOf: $0) }
        }

        private func check(_ value: MarkupContext.Value) {
            #if DEBUG
                if let fault = context.fault(of: value) { preconditionFailure("\(fault) in: \(written)") }
            #endif
        }

        func checkEnd() {
            #if DEBUG
                if let fault = context.faultAtEnd { preconditionFailure("\(fault) in: \(written)") }
            #endif
        }

        private var written: String { String(decoding: bytes.suffix(160), as: UTF8.self) }
    }
}
