public import CivilTime

extension Child {
    /// Who holds a right of the Children and Families Act 2014 on a day, why, and what is uncertain.
    ///
    /// Until the end of compulsory school age the parents; from the day after it the young person (section 83);
    /// where the young person cannot make the decision, a representative or else the parents (section 80 and
    /// regulation 64 of SI 2014/1530); where a parent cannot, the parent's representative (regulation 63).
    /// To verify: sections and regulations remembered, not read.
    public func rightsHolders(on day: Day, for decision: DecisionKind) -> RightsHolders {
        var found = RightsHolders(decision, on: day)
        if let died, day > died {
            found.doubt(
                "The child has died; nobody holds rights for them any more.", entries: deaths.map(\.entry))
            return found
        }
        guard let birthDate else {
            addParents(&found)
            found.doubt(
                "The birth date is unknown, so it cannot be told whether the young person holds the right.",
                entries: births.map(\.entry))
            return found
        }
        if day < birthDate {
            found.doubt("The child is not born on this day.", entries: births.map(\.entry))
        } else if day <= CompulsorySchoolAge.ends(bornOn: birthDate) {
            addParents(&found)
            addDoubtsNearEnd(&found, birthDate)
        } else {
            addYoungPerson(&found, birthDate)
        }
        return found
    }

    private func addDoubtsNearEnd(_ found: inout RightsHolders, _ birthDate: Day) {
        if found.day == CompulsorySchoolAge.ends(bornOn: birthDate) {
            found.doubt(
                "Compulsory school age ends on this day; the rights are taken to pass to the young person tomorrow."
            )
        }
        if found.decision == .consent, Age.age(on: found.day, bornOn: birthDate) >= 16 {
            found.doubt("From 16 a young person can usually agree for themselves; ask them too.")
        }
    }

    private func addYoungPerson(_ found: inout RightsHolders, _ birthDate: Day) {
        let own = RightsHolders.Holder(
            party: .youngPerson, standing: .own, reason: "The young person, over compulsory school age.",
            entries: births.suffix(1).map(\.entry))
        if Age.age(on: found.day, bornOn: birthDate) >= 25 {
            found.doubt("The young person is 25 or older; the Act gives rights until 25.")
        }
        guard let judgement = judgement(of: .child, found), judgement.value.isLacking else {
            found.holders = [own]
            found.helpers = helpers(on: found.day)
            return
        }
        found.prevented = [
            RightsHolders.Holder(
                party: .youngPerson, standing: .own,
                reason: "Judged unable to \(found.decision.name) on \(judgement.from.short).",
                entries: [judgement.entry])
        ]
        if let representative = judgement.value.representative {
            found.holders = [
                RightsHolders.Holder(
                    party: .person(representative.person), standing: .representative,
                    reason: "The young person's representative: \(representative.authority.name).",
                    entries: [judgement.entry])
            ]
        } else {
            addAlternatives(&found, judgement.entry)
        }
    }

    /// The parents in the place of a young person who cannot decide and has nobody with authority to.
    private func addAlternatives(_ found: inout RightsHolders, _ entry: String) {
        var parents = RightsHolders(found.decision, on: found.day)
        addParents(&parents)
        found.holders = parents.holders.map {
            RightsHolders.Holder(
                party: $0.party, standing: .alternative,
                reason:
                    "Acts for the young person, who cannot decide and has no representative. \($0.reason)",
                entries: [entry] + $0.entries)
        }
        found.prevented += parents.prevented
        found.doubts += parents.doubts
    }

    /// The judgement that stands on the day for the decision, the latest of several.
    func judgement(
        of whose: CapacityJudgement.Whose, _ found: RightsHolders
    ) -> Dated<CapacityJudgement>? {
        judgements.filter {
            $0.value.whose == whose && $0.value.decisions.contains(found.decision) && $0.holds(on: found.day)
        }.enumerated().max { ($0.element.from, $0.offset) < ($1.element.from, $1.offset) }?.element
    }

    private func helpers(on day: Day) -> [String] {
        let people = Set(sharing.map(\.value.person)).sorted()
        return people.filter { person in
            sharing.filter { $0.value.person == person }.successive().holding(on: day).last?.value.isAgreed
                ?? false
        }
    }
}
