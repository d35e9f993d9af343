import CivilTime

extension Child {
    /// The parents in the sense of education law on the day: each with parental responsibility, each parent by
    /// birth, each with care of the child (Education Act 1996 section 576), but for courts and capacity.
    func addParents(_ found: inout RightsHolders) {
        for person in adults { add(person, &found) }
        let sharing = corporateParents.filter(\.value.footing.givesResponsibility).holding(on: found.day)
        for corporate in sharing {
            let party = RightsHolders.Party.organisation(corporate.value.organisation)
            // Two orders may overlap.
            if found.holders.contains(where: { $0.party == party }) { continue }
            found.holders.append(
                RightsHolders.Holder(
                    party: party, standing: .corporateParent,
                    reason: "Shares parental responsibility by \(corporate.value.footing.name).",
                    entries: [corporate.entry]))
            found.doubt(
                "An authority is corporate parent; agree with social care which adult acts as the parent.",
                entries: [corporate.entry])
        }
        if found.holders.isEmpty {
            found.doubt("Nobody who could hold the right is recorded.")
        }
    }

    /// Every adult that a relationship, a responsibility or a home names, in the order they came.
    private var adults: [String] {
        let named =
            relationships.map(\.value.person) + responsibilities.map(\.value.person)
            + homes.compactMap(\.value.person)
        var seen: Set<String> = []
        return named.filter { seen.insert($0).inserted }
    }

    private func add(_ person: String, _ found: inout RightsHolders) {
        guard let holder = parent(person, on: found.day) else { return }
        if holder.standing == .parentByBirth {
            found.doubt(
                "No parental responsibility is recorded for a parent by birth; ask whether they have it.",
                entries: holder.entries)
        }
        let restrictions = restrictions.filter { $0.value.person == person }.holding(on: found.day)
        if let taken = restrictions.last(where: { $0.value.kind == .noDecisions }) {
            found.prevented.append(
                holder.prevented(by: "A court has taken decisions about education from them.", taken.entry))
            return
        }
        if let silent = restrictions.last(where: { $0.value.kind == .noInformation }) {
            found.prevented.append(
                holder.prevented(by: "A court says they may not be told about the child.", silent.entry))
            found.doubt(
                "A court keeps information from somebody who would hold the right; take advice before anything is sent.",
                entries: [silent.entry])
            return
        }
        if let judgement = judgement(of: .parent(person), found), judgement.value.isLacking {
            addRepresentative(of: holder, judgement, &found)
        } else {
            found.holders.append(holder)
        }
    }

    private func addRepresentative(
        of parent: RightsHolders.Holder, _ judgement: Dated<CapacityJudgement>, _ found: inout RightsHolders
    ) {
        found.prevented.append(
            parent.prevented(
                by: "Judged unable to \(found.decision.name) on \(judgement.from.short).", judgement.entry))
        guard let representative = judgement.value.representative else {
            found.doubt(
                "A parent is judged unable to decide and nobody is recorded who acts for them.",
                entries: [judgement.entry])
            return
        }
        found.holders.append(
            RightsHolders.Holder(
                party: .person(representative.person), standing: .representative,
                reason: "The parent's representative: \(representative.authority.name).",
                entries: [judgement.entry]))
    }

    /// Why an adult is a parent on a day, the strongest reason first; nil where they are none.
    private func parent(_ person: String, on day: Day) -> RightsHolders.Holder? {
        let own = relationships.filter { $0.value.person == person }.holding(on: day)
        let isAdoptive = own.contains { $0.value.kind == .adoptiveParent }
        let wasByBirth = relationships.contains { $0.value.person == person && $0.value.kind.isByBirth }
        if let adopted, wasByBirth, !isAdoptive, day >= adopted { return nil }
        func holder(
            _ standing: RightsHolders.Standing, _ reason: String, _ entry: String
        ) -> RightsHolders.Holder {
            RightsHolders.Holder(
                party: .person(person), standing: standing, reason: reason, entries: [entry])
        }
        if let relation = own.first(where: { $0.value.kind.bringsResponsibility }) {
            return holder(
                .responsibility, "\(relation.value.kind.name): has parental responsibility by law.",
                relation.entry)
        }
        let words = own.first?.value.kind.name ?? "An adult"
        if let right = responsibilities.filter({ $0.value.person == person }).holding(on: day).last {
            return holder(
                .responsibility, "\(words): parental responsibility recorded (\(right.value.source.name)).",
                right.entry)
        }
        if let birth = own.first(where: { $0.value.kind.isByBirth }) {
            return holder(.parentByBirth, "\(birth.value.kind.name): a parent by birth.", birth.entry)
        }
        if let carer = own.first(where: { $0.value.kind == .fosterCarer }) {
            return holder(.care, "Foster carer: has care of the child.", carer.entry)
        }
        if let home = homes.filter({ $0.value.person == person }).holding(on: day).last {
            return holder(.care, "\(words): the child lives with them.", home.entry)
        }
        return nil
    }
}

extension RightsHolders.Holder {
    fileprivate func prevented(by why: String, _ entry: String) -> RightsHolders.Holder {
        RightsHolders.Holder(
            party: party, standing: standing, reason: "\(why) \(reason)", entries: [entry] + entries)
    }
}
