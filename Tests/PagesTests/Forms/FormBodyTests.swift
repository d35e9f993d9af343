import Testing

@testable import Pages

@Suite struct `The body of a form` {
    private func read(_ text: String, type: String? = FormBody.mediaType) throws(FormRefusal) -> Typed {
        try FormBody.read(Array(text.utf8), type: type)
    }

    @Test func `keeps names, values, order and doubles`() throws {
        let typed = try read("b=2&a=1&b=3&empty=&bare&&c=x=y")
        #expect(
            typed.fields == [
                .init("b", "2"), .init("a", "1"), .init("b", "3"), .init("empty", ""), .init("bare", ""),
                .init("c", "x=y"),
            ])
        #expect(typed["b"] == "2")
        #expect(typed.values("b") == ["2", "3"])
        #expect(typed["none"] == nil)
    }

    @Test(arguments: [
        ("a+b", "a b"), ("a%2Bb", "a+b"), ("Zo%C3%AB", "Zoë"), ("%f0%9F%98%80", "😀"), ("%26%3D", "&="),
        ("one%0D%0Atwo%0Dthree%0Afour%0D", "one\ntwo\nthree\nfour\n"), ("%00", "\0"), ("é", "é"),
        ("%0D%0D%0A", "\n\n"),
    ])
    func `is decoded, with line ends of one kind`(sent: String, value: String) throws {
        #expect(Array(try #require(try read("a=\(sent)")["a"]).utf8) == Array(value.utf8))
    }

    @Test(arguments: [
        "a=%", "a=%4", "a=%zz", "a=%+1", "a=%FF", "a=%C3", "a=%ED%A0%80", "a=%C0%80", "=a", "%00=a",
        "a%0Ab=c",
        String(repeating: "n", count: 201) + "=1",
    ])
    func `is refused where it is malformed`(body: String) {
        #expect(throws: FormRefusal.malformed) { try read(body) }
    }

    @Test(arguments: [
        nil, "", "text/plain", "application/json", "application/x-www-form-urlencoded2",
        "multipart/form-data; boundary=a",
    ])
    func `is refused where it is of another type`(type: String?) {
        #expect(throws: FormRefusal.wrongType) { try read("a=1", type: type) }
    }

    @Test(arguments: [
        "application/x-www-form-urlencoded", "Application/X-WWW-Form-Urlencoded",
        "application/x-www-form-urlencoded; charset=UTF-8",
    ])
    func `is taken with the type that browsers send`(type: String) throws {
        #expect(try read("a=1", type: type)["a"] == "1")
    }

    @Test func `has limits`() throws {
        let full = "a=" + String(repeating: "x", count: FormBody.byteLimit - 2)
        #expect(try read(full)["a"]?.utf8.count == FormBody.byteLimit - 2)
        #expect(throws: FormRefusal.tooLarge(limit: 1_048_576)) { try read(full + "x") }
        let many = Array(repeating: "a=1", count: 200).joined(separator: "&")
        #expect(try read(many).fields.count == 200)
        #expect(throws: FormRefusal.tooManyFields(limit: 200)) { try read(many + "&a=1") }
    }

    @Test func `is written so that it reads the same`() throws {
        var random = Seeded(7)
        let letters = Array("aZ0 +&=%é😀\n\u{0}'\"<;")
        for _ in 0..<300 {
            let typed = Typed(
                (0..<Int.random(in: 0...6, using: &random)).map { index in
                    .init(
                        "n\(index)",
                        String(
                            (0..<Int.random(in: 0...12, using: &random)).map { _ in
                                letters.randomElement(using: &random) ?? "a"
                            }))
                })
            #expect(try FormBody.read(FormBody.write(typed), type: FormBody.mediaType) == typed)
        }
    }

    @Test func `never stops the program, whatever the bytes`() {
        var random = Seeded(11)
        let marks = Array("a=&%+0F".utf8)
        for _ in 0..<2_000 {
            let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                Bool.random(using: &random)
                    ? UInt8.random(in: 0...255, using: &random) : marks.randomElement(using: &random) ?? 0
            }
            let typed = try? FormBody.read(bytes, type: FormBody.mediaType)
            #expect((typed?.fields.count ?? 0) <= 21)
        }
    }
}

@Suite struct `What was typed` {
    private let typed = Typed([
        .init("token", "t"), .init("full-name", "Ann"), .init("password", "p"), .init("born-day", "3"),
        .init("born-year", "2016"), .init("stranger", "x"),
    ])

    @Test func `can be put back and taken away`() {
        var typed = typed
        typed.set("full-name", "Bo", "Cy")
        #expect(typed.values("full-name") == ["Bo", "Cy"])
        typed.set("full-name", [])
        #expect(typed["full-name"] == nil)
        #expect(typed.without(Form.ownFields)["token"] == nil)
        #expect(typed.without(Form.ownFields)["born-day"] == "3")
    }

    @Test func `is kept as a draft without secrets, the token and what nobody asked`() {
        var typed = typed
        typed.set("advice", upload: SampleForm.sampleUpload)
        let draft = typed.draft(of: SampleForm.all)
        #expect(draft.fields.map(\.name) == ["full-name", "born-day", "born-year"])
        #expect(draft.uploads == ["advice": SampleForm.sampleUpload])
    }
}

@Suite struct `Why a form cannot be taken` {
    @Test(arguments: [
        (FormRefusal.wrongType, 415), (.tooLarge(limit: 1), 413), (.tooManyFields(limit: 1), 413),
        (.fieldTooLarge(limit: 1), 413), (.fileTooLarge(limit: 5_000_000), 413), (.malformed, 400),
        (.cutShort, 400),
    ])
    func `is said to the person and to the operator`(refusal: FormRefusal, status: Int) {
        #expect(refusal.status == status)
        #expect(refusal.forPerson.hasSuffix(".") && refusal.forOperator.contains("f"))
    }

    @Test(arguments: [
        (0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (1_000, "1 KB"), (1_500, "1.5 KB"),
        (9_949, "9.9 KB"), (9_960, "10 KB"),
        (999_499, "999 KB"), (999_500, "1 MB"), (1_240_000, "1.2 MB"), (10_000_000, "10 MB"),
        (25_600_000, "26 MB"),
        (Int.max, "9223372036855 MB"),
    ])
    func `a size is written as people read it`(bytes: Int, text: String) {
        #expect(ByteCount.written(bytes) == text)
    }
}
