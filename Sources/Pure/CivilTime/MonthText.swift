/// Reading and writing months.
extension Month: CustomStringConvertible, Codable {
    /// Reads `YYYY-MM`: exactly seven ASCII characters. Nil for anything else.
    public init?(iso: some StringProtocol) {
        var reader = ISOReader(iso.utf8)
        guard let year = reader.digits(4), reader.hyphen(),
            let month = reader.digits(2), reader.isAtEnd()
        else { return nil }
        self.init(year: year, month: month)
    }

    /// `YYYY-MM`, as "2024-11".
    public var iso: String {
        String(unsafeUninitializedCapacity: 7) { bytes in
            ISOWriter.put(year, digits: 4, into: bytes, at: 0)
            bytes[4] = ISOWriter.hyphen
            ISOWriter.put(month, digits: 2, into: bytes, at: 5)
            return 7
        }
    }

    /// For letters and pages: "November 2024".
    public var written: String { "\(Month.name(of: month)) \(year)" }

    /// For charts and narrow columns, the name cut to three letters: "Nov 2024".
    public var abbreviated: String { "\(Month.name(of: month).prefix(3)) \(year)" }

    /// The ISO form.
    public var description: String { iso }

    /// Reads one string of the form `YYYY-MM`.
    ///
    /// - Throws: `DecodingError.dataCorrupted` whose underlying error is an `UnreadableDate` with the text.
    public init(from decoder: any Decoder) throws {
        self = try decoder.dateText(expected: "YYYY-MM") { Month(iso: $0) }
    }

    /// Writes one string of the form `YYYY-MM`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }

    /// The English name of a month of the year, 1...12.
    static func name(of month: Int) -> String { names[(month - 1).clamped(to: 0...11)] }

    private static let names = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]
}
