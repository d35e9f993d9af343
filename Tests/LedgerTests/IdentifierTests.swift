import Testing

@testable import Ledger

@Suite struct `An identifier` {
    @Test func `is 26 characters without the ones that are misread`() {
        for _ in 0..<2_000 {
            let id = Identifiers.live.next()
            #expect(id.utf8.count == 26)
            #expect(id.allSatisfy { "0123456789abcdefghjkmnpqrstvwxyz".contains($0) })
        }
    }

    @Test func `does not come twice`() {
        let ids = (0..<20_000).map { _ in Identifiers.live.next() }
        #expect(Set(ids).count == ids.count)
    }

    @Test func `holds all its 128 bits`() {
        let zeros = Identifiers { [UInt8](repeating: 0, count: $0) }
        let ones = Identifiers { [UInt8](repeating: 255, count: $0) }
        #expect(zeros.next() == String(repeating: "0", count: 26))
        #expect(ones.next() == String(repeating: "z", count: 25) + "w")
        let different = (0..<128).map { bit in
            Identifiers { count in
                (0..<count).map { $0 == bit / 8 ? UInt8(1) << (bit % 8) : 0 }
            }.next()
        }
        #expect(Set(different).count == 128)
    }

    @Test func `is the same again from the same seed`() {
        let (one, other, third) = (seededIdentifiers(7), seededIdentifiers(7), seededIdentifiers(8))
        let ids = (0..<50).map { _ in one.next() }
        #expect(ids == (0..<50).map { _ in other.next() })
        #expect(ids != (0..<50).map { _ in third.next() })
        #expect(one.salt() == other.salt())
        #expect(one.salt().utf8.count == 32)
    }
}
