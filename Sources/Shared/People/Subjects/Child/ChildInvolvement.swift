import CivilTime
import Ledger

extension Child {
    /// Who is involved because of what this subject says, each until its cause ends.
    ///
    /// A parent is involved by a relationship that makes a parent, by recorded parental responsibility or by
    /// living with the child; not while a court keeps information from them; from the end of compulsory school
    /// age not against the young person's word; from the 18th birthday only with their agreement or while they
    /// are judged unable to decide.
    var involvementRows: [Row] {
        parentRows + supporterRows + placementInvolvement + teamRows + socialCareRows + ownRows
    }

    /// The entries that make an adult a parent, each with its days.
    var parenting: [(person: String, entry: String, days: DaySet)] {
        let byBirth = Set(relationships.filter { $0.value.kind.isByBirth }.map(\.value.person))
        let byAdoption = Set(
            relationships.filter { $0.value.kind == .adoptiveParent }.map(\.value.person))
        let relations = relationships.filter { $0.value.kind.makesParent }
            .map { ($0.value.person, $0.entry, $0.span) }
        let rights = responsibilities.map { ($0.value.person, $0.entry, $0.span) }
        let homes = homes.compactMap { home in home.value.person.map { ($0, home.entry, home.span) } }
        return (relations + rights + homes).map { person, entry, span in
            var days = DaySet(span)
            if let adopted, byBirth.contains(person), !byAdoption.contains(person) {
                days = days.subtracting(DaySet([Span(openFrom: adopted)]))
            }
            return (person, entry, days)
        }
    }

    private var parentRows: [Row] {
        parenting.flatMap { person, entry, days in
            spans(
                days.intersection(daysOpen(to: person)), "parent", holder: person, kind: .parent,
                cause: entry)
        }
    }

    /// The days on which an adult of the family may be told.
    private func daysOpen(to person: String) -> DaySet {
        var open = DaySet([Span(openFrom: .earliest)])
        if let birthDate {
            let child = DaySet(Span(from: .earliest, to: Age.birthday(18, bornOn: birthDate) - 1))
            open = child.union(days(of: sharing(with: person, isAgreed: true))).union(lackingDays)
            let young = DaySet([Span(openFrom: CompulsorySchoolAge.ends(bornOn: birthDate) + 1)])
            let refused = days(of: sharing(with: person, isAgreed: false)).intersection(young)
            open = open.subtracting(refused)
        }
        return open.subtracting(uninformed(person))
    }

    private func uninformed(_ person: String) -> DaySet {
        days(of: restrictions.filter { $0.value.person == person && $0.value.kind == .noInformation })
    }

    private func sharing(with person: String, isAgreed: Bool) -> [Dated<Sharing>] {
        // A later word takes the place of an earlier one.
        sharing.filter { $0.value.person == person }.successive().filter { $0.value.isAgreed == isAgreed }
    }

    /// The days on which the young person is judged unable to make some decision.
    private var lackingDays: DaySet {
        days(of: judgements.filter { $0.value.whose == .child && $0.value.isLacking })
    }

    private func days<Value>(of list: [Dated<Value>]) -> DaySet { DaySet(list.compactMap(\.span)) }

    /// Representatives, and those the young person chose who are no parents.
    private var supporterRows: [Row] {
        let parents = Set(parenting.map(\.person))
        let chosen = Set(sharing.map(\.value.person)).subtracting(parents).sorted().flatMap { person in
            sharing(with: person, isAgreed: true).map { (person, $0.entry, $0.span) }
        }
        let representatives = judgements.filter(\.value.isLacking).compactMap { judgement in
            judgement.value.representative.map { ($0.person, judgement.entry, judgement.span) }
        }
        return (chosen + representatives).flatMap { person, entry, span in
            spans(
                DaySet(span).subtracting(uninformed(person)), "supporter", holder: person, kind: .supporter,
                cause: entry)
        }
    }

    private var placementInvolvement: [Row] {
        placements.flatMap {
            spans(
                DaySet($0.span), "placement", holder: $0.value.organisation, kind: .placement, cause: $0.entry
            )
        }
    }

    private var teamRows: [Row] {
        teams.flatMap {
            spans(DaySet($0.span), "team", holder: $0.value.organisation, kind: .team, cause: $0.entry)
        }
    }

    private var socialCareRows: [Row] {
        let authorities = corporateParents.map { ($0.value.organisation, $0.entry, $0.span) }
        let workers = relationships.filter { $0.value.kind == .socialWorker }
            .map { ($0.value.person, $0.entry, $0.span) }
        return (authorities + workers).flatMap { holder, entry, span in
            spans(DaySet(span), "social care", holder: holder, kind: .socialCare, cause: entry)
        }
    }

    private var ownRows: [Row] {
        guard let ends = compulsorySchoolAgeEnds, let birth = births.last else { return [] }
        return spans(
            DaySet([Span(openFrom: ends + 1)]).intersection(life), "self", holder: id, kind: .ownSelf,
            cause: birth.entry)
    }

    private func spans(
        _ days: DaySet, _ word: String, holder: String, kind: Involvement.Kind, cause: String
    ) -> [Row] {
        days.spans.map { span in
            Involvement.row(
                key: "\(word) \(cause) \(span.from.iso)", holder: holder, child: id, kind: kind,
                from: span.from, to: span.to, cause: cause)
        }
    }
}
