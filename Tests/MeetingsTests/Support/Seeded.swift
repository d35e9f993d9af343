import Access
import CivilTime
import Markup
import Pages
import People
import Testing

@testable import Ledger
@testable import Meetings

/// The same numbers in every run: SplitMix64.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// A subject folded from entries without a ledger, so that a test may look at thousands.
struct Folded<S: Subject> {
    private var folding = Folding<S>(id: "x")
    private var count = 0

    var state: S { folding.state }

    /// Adds an entry and gives its id.
    @discardableResult
    mutating func add<P: Payload>(_ payload: P, on day: Day, reason: String? = nil) -> String {
        do {
            return add(
                kind: P.kind, payload: try Stored.text(Envelope(day: day, reason: reason, data: payload)))
        } catch {
            Issue.record(error)
            return ""
        }
    }

    /// Takes an entry back.
    @discardableResult
    mutating func withdraw(_ entry: String, on day: Day) -> String {
        do {
            return add(
                kind: "withdrawn",
                payload: try Stored.text(Envelope<NoData>(day: day, reason: "a test", withdraws: entry)))
        } catch {
            Issue.record(error)
            return ""
        }
    }

    /// Adds an entry as it is stored.
    mutating func add(kind: String, payload: String) -> String {
        count += 1
        let id = "e\(count)"
        do {
            try folding.add([
                StoredEntry(
                    sequence: count, id: id, commit: count, subject: SubjectID(kind: S.kind, id: "x"),
                    version: count, kind: kind, kindVersion: 1, payload: payload, salt: nil, digest: "",
                    hash: "")
            ])
        } catch {
            Issue.record(error)
        }
        return id
    }
}
