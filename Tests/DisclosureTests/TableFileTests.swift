import Disclosure
import Testing

/// What is wrong with a file of counts, in words.
private func problems(_ text: String) -> String {
    do {
        _ = try TableFile.counts([UInt8](text.utf8))
        return ""
    } catch { return error.description }
}

private func publishedProblems(_ text: String) -> String {
    do {
        _ = try TableFile.published([UInt8](text.utf8))
        return ""
    } catch { return error.description }
}

@Suite struct `A file of counts` {
    @Test(arguments: [
        ("", "There are no cells"), ("\n\n", "There are no cells"), ("area,count\n", "There are no cells"),
        ("area,number\na,1", "Line 1: expected a column for each dimension and “count” last."),
        ("count\n5", "Line 1: expected 1 to 6 dimensions, found 0."),
        ("a,b,c,d,e,f,g,count\n1,1,1,1,1,1,1,5", "found 7"),
        ("area,area,count\na,b,1", "“area” is not one"), (",count\na,1", "“” is not one"),
        ("count,count\na,1", "“count” is not one"),
        ("area,count\na,1,2", "Line 2: expected 2 columns, found 3."), ("area,count\na", "found 1."),
        ("area,count\n,4", "Line 2: expected a category or “Total” under “area”, found nothing."),
        ("area,count\na,-1", "Line 2: expected a whole number from 0 to 1000000000, found “-1”."),
        ("area,count\na,2.5", "found “2.5”"), ("area,count\na,NaN", "found “NaN”"),
        ("area,count\na,1e308", "found “1e308”"), ("area,count\na,", "found “”"),
        ("area,count\na,+3", "found “+3”"),
        ("area,count\na,٣", "found “٣”"),
        ("area,count\na,99999999999999999999", "found “99999999999999999999”"),
        ("area,count\na,1000000001", "found “1000000001”"), ("area,count\na,c", "found “c”"),
        ("area,count\na,1\nb,2\na,3", "Line 4: “area a” stands on line 2 already."),
        ("area,count\na,1\nb,2\nTotal,4", "Line 4: the margin “Total” is 4, but its parts sum to 3."),
        ("area,count\n\"a,1\nb,2", "Line 2: a quotation begins and never ends."),
    ])
    func `that is wrong says where and what was expected`(text: String, says: String) {
        #expect(problems(text).contains(says), "\(problems(text))")
    }

    @Test func `that is no text is refused`() {
        #expect(throws: Unreadable.self) { try TableFile.counts([0x61, 0xff, 0xfe]) }
    }

    @Test func `names all that is wrong at once, up to twenty`() {
        let text = "area,count\n" + (1...30).map { "a\($0),-\($0)" }.joined(separator: "\n")
        let lines = problems(text).split(separator: "\n")
        #expect(lines.count == 21)
        #expect(lines.last == "… and 10 more.")
    }

    @Test func `says nothing of what is in it to the operator`() {
        #expect(throws: Unreadable.self) { try TableFile.counts([UInt8]("area,count\nSecret,-1".utf8)) }
        do {
            _ = try TableFile.counts([UInt8]("area,count\nSecret,-1".utf8))
        } catch {
            #expect(!error.forOperator.contains("Secret"))
        }
    }

    @Test func `is read with quotes, a byte order mark, spaces, empty lines and any line end`() throws {
        let text = "\u{feff}area,need,count\r\n\"A, \"\"B\"\"\", Autism ,7\r\n\r\n\"two\nlines\",TOTAL,9\r\n"
        let table = try TableFile.counts([UInt8](text.utf8))
        #expect(table.dimensions == ["area", "need"])
        #expect(table.cells.map(\.names) == [["A, \"B\"", "Autism"], ["two\nlines", nil]])
        #expect(table.cells.map(\.count) == [7, 9])
        #expect(table.cells.map(\.line) == [2, 4])
    }

    @Test func `may have a single cell`() throws {
        let table = try TableFile.counts([UInt8]("area,count\nTotal,3".utf8))
        let result = try Suppression(of: table, policy: .dfeChildrenInNeed)
        #expect(result.published.cells.map(\.figure.text) == ["c"])
        #expect(result.isSafe)
    }

    @Test func `with too many cells is refused`() {
        let lines = (0...TableFile.mostCells).map { "a\($0),1" }.joined(separator: "\n")
        #expect(problems("area,count\n" + lines) == "Expected at most 200000 cells, found 200001.")
    }

    @Test func `comes back as it was`() throws {
        let text = "area,need,count\n\"A, B\",Autism,12\n\"A, B\",Total,12\n\" c\",\"say \"\"d\"\"\",0"
        let table = try TableFile.counts([UInt8](text.utf8))
        let published = try Suppression(of: table, policy: .none).published
        #expect(TableFile.csv(published) == text)
    }
}

@Suite struct `A file of what was released` {
    @Test(arguments: [
        ("area,count\na,maybe", "Line 2: expected a whole number or a symbol"),
        ("area,count\na,-5", "found “-5”"),
        ("area,count\na,1\nb,2\nTotal,4", "the margin “Total” is 4, but its parts sum to 3"),
        ("area,count\na,c\na,c", "Line 3: “area a” stands on line 2 already."),
        ("area,count\n", "There are no cells"),
    ])
    func `that is wrong says where and what was expected`(text: String, says: String) {
        #expect(publishedProblems(text).contains(says), "\(publishedProblems(text))")
    }

    @Test func `holds numbers and symbols`() throws {
        let text = "area,count\na,c\nb,40\nc,<5\nd,z\nTotal,47"
        let table = try TableFile.published([UInt8](text.utf8))
        #expect(TableFile.csv(table) == text)
        #expect(table.cells.map(\.figure.isHidden) == [true, false, true, false, false])
    }
}
