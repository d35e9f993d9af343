import CivilTime
import Ledger
import Pages
import People

/// Organisations as a file lists them, one a line, read and checked before any is recorded.
struct OrganisationLines: Sendable {
    static let columns = ["kind", "name", "urn", "ukprn", "ods", "authority", "opened", "part of"]
    /// As many as one commit takes in a moment: an area has some 300 schools.
    static let most = 1_000

    /// What is to be recorded.
    private(set) var organisations: [RecordOrganisation] = []
    /// What is wrong, by line; where there is anything, nothing is recorded.
    private(set) var problems: [String] = []

    /// Reads a file.
    ///
    /// - Parameter known: the ids of the organisations recorded already, by name.
    init(_ bytes: [UInt8], known: [String: String]) throws(CSVProblem) {
        let table = try CSVTable(
            bytes, columns: Self.columns, required: ["kind", "name"], most: Self.most)
        var above: Set<String> = []
        for line in table.lines {
            var problems: [String] = []
            let organisation = Self.organisation(line, known: known, above: above, &problems)
            self.problems += problems.map { "Line \(line.number): \($0)" }
            guard let organisation, problems.isEmpty else { continue }
            organisations.append(organisation)
            above.insert(organisation.name.text)
        }
    }

    private static func organisation(
        _ line: CSVTable.Line, known: [String: String], above: Set<String>, _ problems: inout [String]
    ) -> RecordOrganisation? {
        let name = line["name"].flatMap { ShortText($0) }
        if name == nil { problems.append("it needs a name of up to \(ShortText.limit) characters") }
        let kind = OrganisationKind.allCases.first { kind in
            [kind.rawValue.lowercased(), kind.name.lowercased()].contains(line["kind"]?.lowercased() ?? "")
        }
        if kind == nil {
            let kinds = OrganisationKind.allCases.map(\.name).joined(separator: ", ")
            problems.append("its kind must be one of: \(kinds)")
        }
        if let name, known[name.text] != nil { problems.append("“\(name.text)” is recorded already") }
        if let name, above.contains(name.text) {
            problems.append("“\(name.text)” stands in a line above too")
        }
        let opened = line["opened"].flatMap { Day(iso: $0) }
        if line["opened"] != nil, opened == nil { problems.append("its opening must be like 2019-09-01") }
        let whole = line["part of"].flatMap { known[$0] }
        if line["part of"] != nil, whole == nil {
            problems.append("what it is part of is not recorded yet; add that first")
        }
        let codes = codes(line, &problems)
        guard let name, let kind else { return nil }
        return RecordOrganisation(kind, name, codes: codes, opened: opened, partOf: whole)
    }

    private static func codes(_ line: CSVTable.Line, _ problems: inout [String]) -> [OrganisationCode] {
        var codes: [OrganisationCode] = []
        for register in OrganisationCode.registers {
            guard let text = line[register] else { continue }
            do throws(IdentifierProblem) {
                codes.append(try OrganisationCode(register: register, reading: text))
            } catch {
                problems.append(error.forPerson.withoutStop)
            }
        }
        return codes
    }

    /// Records all of them in one commit and gives how many; a code that another organisation has refuses all.
    func decide(_ deciding: inout Deciding) throws -> Int {
        for organisation in organisations { _ = try organisation.decide(&deciding) }
        return organisations.count
    }
}
