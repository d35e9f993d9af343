import CivilTime
import Ledger

extension Matching {
    /// What a recorded child is compared by, from the lists.
    static func profile(of child: String, _ reader: Reader) throws -> MatchProfile {
        let header = try reader.first(
            "SELECT birth_day, sex FROM people_child WHERE subject_kind = 'child' AND subject_id = \(child)"
        ) { ($0.day(0), $0.textOrNil(1).flatMap(Sex.init)) }
        let names = try reader.all(
            """
            SELECT forenames, surname, known_as FROM people_child_name WHERE subject_kind = 'child' AND subject_id = \(child)
            ORDER BY row_key
            """
        ) { ChildName($0.text(0), $0.text(1), knownAs: $0.text(2)) }
        let postcodes = try reader.all(
            """
            SELECT postcode FROM people_address
            WHERE subject_kind = 'child' AND subject_id = \(child) AND withheld = 0 AND postcode IS NOT NULL
            ORDER BY row_key
            """
        ) { Postcode(stored: $0.text(0)) }
        let adults = try reader.all(
            """
            SELECT person FROM people_relationship WHERE child = \(child) AND kind <> 'socialWorker'
            ORDER BY person, row_key
            """
        ) { $0.text(0) }
        return MatchProfile(
            child: child, names: names.compactMap(\.self), birthDate: header?.0, sex: header?.1,
            identifiers: try identifiers(of: child, reader), postcodes: Set(postcodes), adults: Set(adults))
    }

    private static func identifiers(of child: String, _ reader: Reader) throws -> [Identification] {
        try reader.all(
            """
            SELECT kind, value FROM people_identifier WHERE subject_kind = 'child' AND subject_id = \(child) ORDER BY row_key
            """
        ) { fields in
            switch Identification.Kind(rawValue: fields.text(0)) {
            case .nhs: Identification(NHSNumber(stored: fields.text(1)))
            case .upn: Identification(UPN(stored: fields.text(1)))
            case .formerUPN: Identification(UPN(stored: fields.text(1)), isFormer: true)
            case .uln: Identification(ULN(stored: fields.text(1)))
            case .other, nil: nil
            }
        }.compactMap(\.self)
    }
}
