import CivilTime
public import Ledger

extension Child {
    /// The standings that other rooms' counts are broken down by: the child, sex, need, social care status,
    /// placement and postcode district; none beyond death.
    public func facts(_ reference: inout ReferenceReader) -> [Fact] {
        guard let first = birthDate ?? names.first?.from else { return [] }
        var facts = [
            standing("people.child", key: "child", Span(from: first, to: died), [:])
        ]
        // Sex is one from birth, whenever it was written down.
        facts += sexes.enumerated().map { index, sex in
            standing(
                "people.sex", key: sex.entry, Span(from: index == 0 ? first : sex.from, to: sex.to),
                ["sex": sex.value.rawValue])
        }
        facts += needs.map {
            standing(
                "people.need", key: $0.entry, $0.span,
                ["need": $0.value.type.rawValue, "rank": "\($0.value.rank.rawValue)"])
        }
        facts += socialCare.map {
            standing(
                "people.social-care", key: $0.entry, $0.span,
                ["status": $0.value.status.rawValue, "authority": $0.value.authority])
        }
        facts += placements.map {
            standing(
                "people.placement", key: $0.entry, $0.span,
                ["setting": $0.value.organisation, "kind": $0.value.kind.rawValue])
        }
        // Where a withheld address lies is not told by counts either.
        facts += addresses.map {
            standing(
                "people.district", key: $0.entry, $0.span,
                ["district": $0.value.isWithheld ? "withheld" : $0.value.address.postcode?.district])
        }
        return facts.compactMap(\.self)
    }

    private func standing(
        _ kind: String, key: String, _ span: Span?, _ references: [String: String?]
    ) -> Fact? {
        guard let span = DaySet(span).intersection(life).spans.first else { return nil }
        return Fact(
            standing: kind, key: key, from: span.from, to: span.to,
            references: references.compactMapValues(\.self))
    }

    /// All days until death.
    var life: DaySet { DaySet(Span(from: .earliest, to: died)) }
}
