import CivilTime
public import Ledger

extension Child {
    /// The child, all names and numbers, where they live and learn, who is around them and who is involved.
    public func rows(_ reference: inout ReferenceReader) -> [Row] {
        guard let name else { return [] }
        let row = Row(
            PeopleTables.child,
            [
                name.listed, name.forenameKey.text, name.surnameKey.text, birthDate,
                sexes.last?.value.rawValue, died,
            ])
        return [row] + nameRows + NameSearch.rows(names.flatMap(\.value.searchable)) + identifierRows
            + placementRows + relationshipRows + addressRows
            + involvementRows
    }

    /// Its own names and numbers, by which the record is found that goes on for it.
    public func rowsWhileMerged() -> [Row] {
        FormerKeys.rows(names: names.map(\.value), numbers: identifiers.map(\.value))
    }

    private var nameRows: [Row] {
        let names = names
        return names.enumerated().map { index, dated in
            let name = dated.value
            return Row(
                PeopleTables.childName, key: dated.entry,
                [
                    name.listed, name.forenames.text, name.surname?.text, name.knownAs?.text,
                    name.forenameKey.text, name.surnameKey.text, SearchKey(of: name.knownAs?.text ?? "").text,
                    index == names.count - 1,
                ])
        }
    }

    private var identifierRows: [Row] {
        identifiers.map {
            Row(
                PeopleTables.identifier, key: $0.entry,
                [$0.value.kind.rawValue, $0.value.register, $0.value.value, $0.value.source?.text])
        }
    }

    private var placementRows: [Row] {
        placements.filter { $0.span != nil }.map {
            Row(
                PeopleTables.placement, key: $0.entry,
                [
                    $0.value.organisation, $0.value.kind.rawValue, $0.from, $0.to, $0.value.year?.number,
                ])
        }
    }

    private var relationshipRows: [Row] {
        let responsible = Set(responsibilities.map(\.value.person))
        return relationships.filter { $0.span != nil }.map {
            Row(
                PeopleTables.relationship, key: $0.entry,
                [
                    $0.value.person, id, $0.value.kind.rawValue, $0.from, $0.to,
                    $0.value.kind.bringsResponsibility || responsible.contains($0.value.person),
                ])
        }
    }

    private var addressRows: [Row] {
        addresses.filter { $0.span != nil }.map {
            let postcode = $0.value.address.postcode
            return Row(
                PeopleTables.address, key: $0.entry,
                [$0.value.isWithheld, postcode?.text, postcode?.district, $0.from, $0.to])
        }
    }
}
