import CivilTime

extension Rule {
    /// The rule, and the same for each of these parties: telling them is a duty of its own.
    ///
    /// - Parameters:
    ///   - setting: what must be so for a setting to be told.
    ///   - read: how that they must be told was read; nil: as the rule itself.
    func andTelling(
        _ parties: Party..., if setting: Condition = .attends(true), read: Mark? = nil
    ) -> [Rule] {
        [self] + parties.map { telling($0, $0 == .setting ? conditions + [setting] : conditions, read) }
    }

    /// The same duty towards another party, who stands in the title where the first stood.
    private func telling(_ party: Party, _ conditions: [Condition], _ read: Mark?) -> Rule {
        Rule(
            "\(id).\(party.name.replacingSpaces)",
            title.replacing(Law.inWords(owedTo), with: Law.inWords(party)), in: matters, by: owedBy,
            to: party, from: trigger, times: times, if: conditions, within: limit, shape: shape,
            force: force, metBy: metBy, sentTo: .party(party), endedBy: endedBy, stops: stops,
            waivedBy: waivedBy, exceptions: exceptions, change: change, fromReceipt: fromReceipt,
            closesAt: closesAt, citation, read ?? mark, version: version, validFrom: validFrom,
            validTo: validTo)
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
