import CivilTime

extension Rule {
    /// The rule, and the same for each of these parties: telling them is a duty of its own.
    func andTelling(_ parties: Party...) -> [Rule] {
        [self] + parties.map { telling($0) }
    }

    /// The same duty towards another party.
    private func telling(_ party: Party) -> Rule {
        Rule(
            "\(id).\(party.name.replacingSpaces)", "\(title); and tell \(Law.inWords(party))", in: matters,
            by: owedBy, to: party, from: trigger, times: times, if: conditions, within: limit, shape: shape,
            force: force, metBy: metBy, sentTo: .party(party), endedBy: endedBy, stops: stops,
            waivedBy: waivedBy, exceptions: exceptions, change: change, fromReceipt: fromReceipt, citation,
            max(mark, .secondary), version: version, validFrom: validFrom, validTo: validTo)
    }
}

extension String {
    var replacingSpaces: String { String(map { $0 == " " ? "-" : $0 }) }
}

extension Day {
    /// 1 September 2014, when Part 3 of the Act and the regulations came into force. Certain.
    static var part3: Day { Day(number: 16_314) }
    /// 1 April 2026, from when complaints are assessed under the ombudsman's code. Certain.
    static var complaintCode: Day { Day(number: 20_544) }
}
