public import Ledger

extension Child {
    /// What cannot be true together, in plain words; shown on the page and in data quality.
    public var problems: [Problem] {
        var check = DatedCheck(born: birthDate, died: died)
        check.note(births.map(\.entry) + deaths.map(\.entry))
        check.note(
            identifiers.map(\.entry) + names.map(\.entry) + sexes.map(\.entry) + ethnicities.map(\.entry))
        check.look(at: languages, "language")
        check.look(at: addresses, "address")
        check.look(at: placements, "placement")
        check.look(at: socialCare, "social care status", precedesBirth: true)
        check.look(at: needs, "need")
        check.look(at: relationships, "relationship")
        check.look(at: responsibilities, "parental responsibility")
        check.look(at: restrictions, "court restriction", precedesBirth: true)
        check.look(at: corporateParents, "corporate parent")
        check.look(at: teams, "responsible team")
        check.look(at: homes, "home")
        check.look(at: judgements, "judgement of capacity")
        check.look(at: sharing, "statement about sharing")
        check.refuseTogether(
            placements.filter { $0.value.kind == .main }, "Two main placements hold at one time.")
        check.refuseTogether(
            needs.filter { $0.value.rank == .primary }, "Two primary needs hold at one time.")
        return noted + check.problems + endings.problems(known: check.entries) + birthAndDeath
            + differingNumbers + rightsAfterAdoption
    }

    private var birthAndDeath: [Problem] {
        var problems: [Problem] = []
        if let birth = births.last, Set(births.compactMap(\.day)).count > 1, birth.reason == nil {
            problems.append(
                Problem(
                    "Two birth dates are recorded and no reason for the second; the later entry is used.",
                    entries: births.map(\.entry)))
        }
        if Set(deaths.map(\.day)).count > 1 {
            problems.append(
                Problem(
                    "Two days of death are recorded; the later entry is used.", entries: deaths.map(\.entry)))
        }
        if let birthDate, let died, died < birthDate {
            problems.append(
                Problem("The day of death lies before birth.", entries: deaths.suffix(1).map(\.entry)))
        }
        return problems
    }

    private var differingNumbers: [Problem] {
        Identification.Kind.allCases.filter { $0 != .formerUPN && $0 != .other }.compactMap { kind in
            let same = identifiers.filter { $0.value.kind == kind && $0.to == nil }
            guard Set(same.map(\.value.value)).count > 1 else { return nil }
            return Problem(
                "Two different numbers are recorded as \(kind.name).", entries: same.map(\.entry))
        }
    }

    private var rightsAfterAdoption: [Problem] {
        guard let adopted else { return [] }
        return relationships.filter { $0.value.kind.isByBirth && $0.to.map { $0 >= adopted } ?? true }.map {
            Problem(
                "A birth parent is recorded beyond the adoption; their rights are taken to have ended with it.",
                entries: [$0.entry])
        }
    }
}
