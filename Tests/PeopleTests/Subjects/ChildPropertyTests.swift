import CivilTime
import Testing

@testable import Ledger
@testable import People

/// Histories of children as no person would write them, from a seed.
private struct RandomHistory {
    private var folded = Folded()
    private var random: Seeded
    private var entries: [String] = []
    let birth: Day?

    var child: Child { folded.child }

    init(seed: UInt64) {
        random = Seeded(state: seed)
        birth = Int.random(in: 0..<6, using: &random) == 0 ? nil : day("2008-05-10")
        entries.append(folded.add(ChildBorn(on: birth), on: day("2008-05-10")))
        for _ in 0..<Int.random(in: 1...14, using: &random) { addAnything() }
    }

    mutating func anyDay() -> Day { day("2007-01-01") + Int.random(in: 0...11_000, using: &random) }

    private mutating func add<Value: Statement>(_ value: Value) {
        let from = anyDay()
        let to = Bool.random(using: &random) ? from + Int.random(in: -200...4_000, using: &random) : nil
        entries.append(folded.add(Stated<Child, Value>(value: value, from: from, to: to), on: from))
    }

    private mutating func addAnything() {
        let person = ["a", "b", "c"].randomElement(using: &random) ?? "a"
        let isTrue = Bool.random(using: &random)
        switch Int.random(in: 0..<12, using: &random) {
        case 0, 1:
            add(
                Relationship(
                    person: person, RelationshipKind.allCases.randomElement(using: &random) ?? .mother))
        case 2: add(ParentalResponsibility(person: person, .stated))
        case 3: add(Home(with: isTrue ? person : nil))
        case 4: add(CourtRestriction(person: person, isTrue ? .noInformation : .noContact, order: text("x")))
        case 5: add(Sharing(with: person, isAgreed: isTrue))
        case 6:
            add(CapacityJudgement(of: .child, for: [.appeal], isLacking: isTrue, by: text("Dr")))
        case 7: add(Placement(at: "school"))
        case 8: add(called("Ada", person))
        case 9: add(isTrue ? Sex.female : .male)
        case 10:
            let target = entries.randomElement(using: &random) ?? ""
            _ = folded.add(Ended<Child>(entry: target, to: anyDay()), on: anyDay())
        default: add(Need(.autism))
        }
    }
}

extension Child {
    /// Whether a parent is involved on a day, said again in the plainest way, day by day.
    fileprivate func isParentInvolved(_ person: String, on day: Day) -> Bool {
        func holds<Value>(_ list: [Dated<Value>], _ fits: (Value) -> Bool) -> Bool {
            list.contains { dated in dated.from <= day && day <= dated.to ?? day && fits(dated.value) }
        }
        if holds(restrictions, { $0.person == person && $0.kind == .noInformation }) { return false }
        let isAdoptive = relationships.contains {
            $0.value.person == person && $0.value.kind == .adoptiveParent
        }
        let isByBirth = relationships.contains { $0.value.person == person && $0.value.kind.isByBirth }
        if let adopted, isByBirth, !isAdoptive, day >= adopted { return false }
        guard
            holds(relationships, { $0.person == person && $0.kind.makesParent })
                || holds(responsibilities, { $0.person == person }) || holds(homes, { $0.person == person })
        else { return false }
        guard let birthDate else { return true }
        let word = sharing.enumerated().filter { $0.element.value.person == person && $0.element.from <= day }
            .max { ($0.element.from, $0.offset) < ($1.element.from, $1.offset) }?.element
        let said = word.flatMap { day <= $0.to ?? day ? $0.value.isAgreed : nil }
        if day > CompulsorySchoolAge.ends(bornOn: birthDate), said == false { return false }
        return Age.age(on: day, bornOn: birthDate) < 18 || said == true
            || holds(judgements) { $0.whose == .child && $0.isLacking }
    }
}

@Suite struct `A child of any history` {
    @Test(arguments: Array(UInt64(1)...4))
    func `gives sound rows and facts`(seed: UInt64) {
        for number in 0..<30 {
            let child = RandomHistory(seed: seed * 1_000 + UInt64(number)).child
            let derived = Derivation(of: child, Reference())
            #expect(derived.faults == [])
            #expect(derived.facts.allSatisfy { $0.from <= $0.to ?? $0.from })
            for row in derived.rows where row.table == Involvement.table {
                guard case .integer(let from) = row.values[3] else { continue }
                if case .integer(let to) = row.values[4] { #expect(from <= to) }
            }
        }
    }

    @Test(arguments: Array(UInt64(1)...4))
    func `involves parents on just the days that the rule says`(seed: UInt64) {
        var wrong: [String] = []
        var (involved, uninvolved) = (0, 0)
        for number in 0..<30 {
            var history = RandomHistory(seed: seed * 1_000 + UInt64(number))
            let child = history.child
            let rows = child.involvementRows.filter { $0.values[2] == .text("parent") }
            for _ in 0..<20 {
                let on = history.anyDay()
                for person in ["a", "b", "c"] {
                    let isInvolved = rows.contains { row in
                        guard row.values[0] == .text(person), case .integer(let from) = row.values[3] else {
                            return false
                        }
                        guard case .integer(let to) = row.values[4] else { return from <= Int64(on.number) }
                        return (from...to).contains(Int64(on.number))
                    }
                    if isInvolved { involved += 1 } else { uninvolved += 1 }
                    if isInvolved != child.isParentInvolved(person, on: on) {
                        wrong.append("\(number) \(on.iso) \(person)")
                    }
                }
            }
        }
        #expect(wrong == [])
        #expect(involved > 20 && uninvolved > 20)
    }
}
