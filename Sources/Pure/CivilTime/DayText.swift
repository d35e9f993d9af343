/// Reading and writing days.
extension Day: CustomStringConvertible, Codable {
    /// Reads `YYYY-MM-DD`: exactly ten ASCII characters, no sign, no white space, a date that exists.
    ///
    /// Nil for anything else, such as "2024-02-30", "2024-2-3" or digits of another script.
    public init?(iso: some StringProtocol) {
        var reader = ISOReader(iso.utf8)
        guard let year = reader.digits(4), reader.hyphen(),
            let month = reader.digits(2), reader.hyphen(),
            let day = reader.digits(2), reader.isAtEnd()
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// `YYYY-MM-DD`, as "2024-11-25".
    public var iso: String {
        let date = Gregorian.date(number: number)
        return String(unsafeUninitializedCapacity: 10) { bytes in
            ISOWriter.put(date.year, digits: 4, into: bytes, at: 0)
            bytes[4] = ISOWriter.hyphen
            ISOWriter.put(date.month, digits: 2, into: bytes, at: 5)
            bytes[7] = ISOWriter.hyphen
            ISOWriter.put(date.day, digits: 2, into: bytes, at: 8)
            return 10
        }
    }

    /// With the day of the week, for letters and pages: "Monday 25 November 2024".
    public var written: String { "\(weekday.name) \(short)" }

    /// Without it: "25 November 2024".
    public var short: String {
        let date = Gregorian.date(number: number)
        return "\(date.day) \(Month.name(of: date.month)) \(date.year)"
    }

    /// The ISO form.
    public var description: String { iso }

    /// Reads one string of the form `YYYY-MM-DD`.
    ///
    /// - Throws: `DecodingError.dataCorrupted` whose underlying error is an `UnreadableDate` with the text.
    public init(from decoder: any Decoder) throws {
        self = try decoder.dateText(expected: "YYYY-MM-DD") { Day(iso: $0) }
    }

    /// Writes one string of the form `YYYY-MM-DD`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}
