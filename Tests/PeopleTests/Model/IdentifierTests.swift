import Foundation
import People
import Testing

@Suite struct `An NHS number` {
    @Test(
        arguments: [
            ("9434765919", "9434765919"), ("943 476 5919", "9434765919"), ("943-476-5919", "9434765919"),
            ("  943  476 5919\n", "9434765919"), ("9990000018", "9990000018"), ("9876543210", "9876543210"),
            ("4505577104", "4505577104"), ("943\u{2013}476\u{2011}5919", "9434765919"),
            ("9\u{A0}434765919", "9434765919"),
        ])
    func `is taken with or without spaces and hyphens`(typed: String, kept: String) {
        #expect(NHSNumber(typed)?.text == kept)
        #expect(NHSNumber.problem(in: typed) == nil)
    }

    @Test(
        arguments: [
            ("", IdentifierProblem.empty("NHS number")), (" - ", .empty("NHS number")),
            ("943476591", .length("NHS number", wanted: "10 digits", found: 9)),
            ("94347659190", .length("NHS number", wanted: "10 digits", found: 11)),
            ("9434765918", .checkDigit("NHS number")), ("9990000000", .checkDigit("NHS number")),
            ("9434756919", .checkDigit("NHS number")),
            ("943476591O", .characters("NHS number", wanted: "digits")),
            ("٩٤٣٤٧٦٥٩١٩", .characters("NHS number", wanted: "letters and digits")),
            ("9434765919\u{0}", .characters("NHS number", wanted: "letters and digits")),
            (String(repeating: "9", count: 10_000), .length("NHS number", wanted: "fewer", found: 10_000)),
        ])
    func `is refused with what is wrong`(typed: String, problem: IdentifierProblem) {
        #expect(NHSNumber.problem(in: typed) == problem)
        #expect(NHSNumber(typed) == nil)
        #expect(!problem.forOperator.isEmpty && !problem.forPerson.isEmpty)
    }

    @Test func `has no valid last digit where the check is ten`() {
        #expect((0...9).allSatisfy { NHSNumber("999000000\($0)") == nil })
    }

    @Test func `is refused whenever one digit is mistyped or two neighbours are turned`() {
        let digits = Array("9434765919")
        for place in digits.indices {
            for other in "0123456789" where other != digits[place] {
                var wrong = digits
                wrong[place] = other
                #expect(NHSNumber(String(wrong)) == nil)
            }
            guard place > 0, digits[place] != digits[place - 1] else { continue }
            var turned = digits
            turned.swapAt(place, place - 1)
            #expect(NHSNumber(String(turned)) == nil)
        }
    }

    @Test func `is shown in three groups and knows the numbers nobody has`() {
        #expect(NHSNumber("9434765919")?.grouped == "943 476 5919")
        #expect(NHSNumber("9434765919")?.isReservedForTests == false)
        #expect(NHSNumber("9990000018")?.isReservedForTests == true)
    }

    @Test func `is stored as text and read back as it was, whatever the rule is today`() throws {
        let stored = try JSONEncoder().encode([NHSNumber("943 476 5919")])
        #expect(String(decoding: stored, as: UTF8.self) == "[\"9434765919\"]")
        #expect(try JSONDecoder().decode([NHSNumber].self, from: stored) == [NHSNumber("9434765919")])
        #expect(try JSONDecoder().decode([NHSNumber].self, from: Data("[\"1\"]".utf8)).map(\.text) == ["1"])
    }
}

@Suite struct `A UPN` {
    @Test(
        arguments: [
            ("A123456789012", false, "123"), ("B801200005001", false, "801"),
            ("b801 2000 05 001", false, "801"),
            ("M80120000500A", true, "801"), ("m80120000500a", true, "801"), ("P207000016049", false, "207"),
        ])
    func `is a check letter and digits, the last of a temporary one a letter`(
        typed: String, isTemporary: Bool, authority: String
    ) throws {
        let upn = try #require(UPN(typed))
        #expect(upn.isTemporary == isTemporary)
        #expect(upn.authority == authority)
        #expect(upn.text == typed.uppercased().filter { $0 != " " })
    }

    @Test(
        arguments: [
            ("", IdentifierProblem.empty("UPN")), ("B207000016049", .checkLetter("UPN")),
            ("Q207000016049", .checkLetter("UPN")),
            ("A12345678901", .length("UPN", wanted: "13 letters and digits", found: 12)),
            ("A1234567890123", .length("UPN", wanted: "13 letters and digits", found: 14)),
            (
                "1123456789012",
                .form("UPN", wanted: "is a letter and 12 digits; in a temporary one the last is a letter too")
            ),
            (
                "A1234B6789012",
                .form("UPN", wanted: "is a letter and 12 digits; in a temporary one the last is a letter too")
            ),
            ("A12345678901I", .form("UPN", wanted: "has none of the letters I, O and S")),
            ("I123456789012", .checkLetter("UPN")),
            ("Ä123456789012", .characters("UPN", wanted: "letters and digits")),
        ])
    func `is refused with what is wrong`(typed: String, problem: IdentifierProblem) {
        #expect(UPN.problem(in: typed) == problem)
    }
}

@Suite struct `A ULN` {
    @Test(arguments: ["9276308686", "9000000008", "9000000016", "9000000024", "9276 308 686"])
    func `is taken where its check digit fits`(typed: String) { #expect(ULN(typed) != nil) }

    @Test(
        arguments: [
            ("9999999999", IdentifierProblem.checkDigit("ULN")), ("9276308687", .checkDigit("ULN")),
            ("0276308686", .form("ULN", wanted: "does not begin with 0")),
            ("927630868", .length("ULN", wanted: "10 digits", found: 9)),
        ])
    func `is refused with what is wrong`(typed: String, problem: IdentifierProblem) {
        #expect(ULN.problem(in: typed) == problem)
    }
}

@Suite struct `Codes of organisations` {
    @Test func `are read by their forms`() {
        #expect(URN("990001")?.text == "990001")
        #expect(URN("000123")?.text == "123")
        #expect(UKPRN("10001234")?.text == "10001234")
        #expect(ODSCode("qm7")?.text == "QM7")
        #expect(ODSCode("A 81001")?.text == "A81001")
        #expect(AuthorityCode("000")?.text == "000")
    }

    @Test func `are refused with what is wrong`() {
        #expect(URN.problem(in: "0000") == .form("URN", wanted: "is not 0"))
        #expect(URN.problem(in: "1234567") == .length("URN", wanted: "1 to 6 digits", found: 7))
        #expect(UKPRN.problem(in: "20001234") == .form("UKPRN", wanted: "begins with 1"))
        #expect(
            ODSCode.problem(in: "Q1") == .length("ODS code", wanted: "3 to 10 letters and digits", found: 2))
        #expect(AuthorityCode.problem(in: "8A1") == .characters("local authority code", wanted: "digits"))
        #expect(
            URN.problem(in: "1234567")?.forPerson == "The URN has 1 to 6 digits; this has 7.")
    }

    @Test func `are stored with their register`() throws {
        let codes: [OrganisationCode] = [
            .urn(URN(stored: "990001")), .ukprn(UKPRN(stored: "10001234")), .ods(ODSCode(stored: "QM7")),
            .authority(AuthorityCode(stored: "000")),
        ]
        let stored = try JSONEncoder().encode(codes)
        #expect(try JSONDecoder().decode([OrganisationCode].self, from: stored) == codes)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(
                OrganisationCode.self, from: Data(#"{"register":"x","code":"1"}"#.utf8))
        }
    }
}

@Suite struct `A postcode` {
    @Test(
        arguments: [
            ("qz11aa", "QZ1 1AA", "QZ1", "QZ1 1"), ("QZ1 1AA", "QZ1 1AA", "QZ1", "QZ1 1"),
            ("m11ae", "M1 1AE", "M1", "M1 1"), ("b338th", "B33 8TH", "B33", "B33 8"),
            ("ec1a 1bb", "EC1A 1BB", "EC1A", "EC1A 1"), ("w1a0ax", "W1A 0AX", "W1A", "W1A 0"),
            (" dn55 1pt ", "DN55 1PT", "DN55", "DN55 1"), ("QZ1-1AA", "QZ1 1AA", "QZ1", "QZ1 1"),
        ])
    func `is kept in capitals with one space`(typed: String, kept: String, district: String, sector: String)
        throws
    {
        let postcode = try #require(Postcode(typed))
        #expect(postcode.text == kept)
        #expect(postcode.district == district)
        #expect(postcode.sector == sector)
        #expect(postcode.isInvented == kept.hasPrefix("QZ"))
    }

    @Test(arguments: [
        "", "QZ1", "1QZ 1AA", "QZZ1 1AA", "QZ1 AA1", "QZ1 1A", "QZ123 1AA", "QZ 1AA", "QZ1 1AÄ", "QZ1A1AAA",
        "Q1AA 1AA",
    ])
    func `is refused where it has not the form`(typed: String) { #expect(Postcode(typed) == nil) }
}

@Suite struct `A telephone number` {
    @Test(
        arguments: [
            ("01632 960123", "01632960123", nil), ("(01632) 960-123", "01632960123", nil),
            ("+44 1632 960123", "01632960123", nil), ("+44 (0)1632 960123", "01632960123", nil),
            ("0044 1632 960123", "01632960123", nil), ("07700 900123", "07700900123", nil),
            ("01632.960.123", "01632960123", nil), ("01632 960123 ext 45", "01632960123", "45"),
            ("01632 960123x45", "01632960123", "45"), ("01632 960123, extension 4 5", "01632960123", "45"),
            ("01632 960123 (ext. 45)", "01632960123", "45"), ("+33 1 23 45 67 89", "+33123456789", nil),
            ("0033 123456789", "+33123456789", nil), ("0800 1111", "08001111", nil),
            ("01632 96012", "0163296012", nil),
        ] as [(String, String, String?)])
    func `keeps its digits and its extension`(typed: String, digits: String, inside: String?) {
        let number = Telephone(typed)
        #expect(number?.digits == digits)
        #expect(number?.extensionDigits == inside)
        if let number { #expect(number.text == typed) }
    }

    @Test(arguments: [
        "", "   ", "hello", "ext 45", "01632 96012x", "01632 9601 23456", "1632 960123", "+",
        "++44 1632 960123",
        "01632 960123 ext 45 ext 6", "01632\u{0} 960123", "01632 960123; drop", "+44", "٠١٦٣٢٩٦٠١٢٣",
        String(repeating: "0", count: 10_000), "+123456",
    ])
    func `is refused where it cannot be dialled`(typed: String) {
        #expect(Telephone(typed) == nil)
        #expect(Telephone.problem(in: typed)?.forPerson.isEmpty == false)
    }

    @Test func `is stored as typed`() throws {
        let number = try #require(Telephone("01632  960123  ext 45"))
        let stored = try JSONEncoder().encode([number])
        #expect(String(decoding: stored, as: UTF8.self) == "[\"01632 960123 ext 45\"]")
        #expect(try JSONDecoder().decode([Telephone].self, from: stored) == [number])
        #expect(Telephone(stored: "odd 12").digits == "12")
    }
}
