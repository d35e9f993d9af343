import CivilTime
import People

/// Who holds the rights for some kinds of decision today, where it is the same for all of them.
struct RightsGroup: Sendable {
    let decisions: [DecisionKind]
    let holders: [(who: String, why: String)]
    /// Who would hold them but for a court or capacity; staff only.
    let prevented: [(who: String, why: String)]
    let doubts: [String]
}

extension RecordModel {
    /// The rights of the Act today, decisions with the same holders together, in the order of the Act.
    var rights: [RightsGroup] {
        var groups: [(key: RightsHolders, decisions: [DecisionKind])] = []
        for decision in DecisionKind.allCases {
            let found = child.rightsHolders(on: today, for: decision)
            if let index = groups.firstIndex(where: { $0.key.says(theSameAs: found) }) {
                groups[index].decisions.append(decision)
            } else {
                groups.append((found, [decision]))
            }
        }
        return groups.map { group($0.key, $0.decisions) }
    }

    private func group(_ found: RightsHolders, _ decisions: [DecisionKind]) -> RightsGroup {
        let care = Set(child.corporateParents.map(\.entry))
        let doubts = found.doubts.filter { sight.socialCare || care.isDisjoint(with: $0.entries) }
        return RightsGroup(
            decisions: decisions, holders: found.holders.map(words),
            prevented: sight.isFamily ? [] : found.prevented.map(words),
            doubts: sight.isFamily ? [] : doubts.map(\.text))
    }

    private func words(_ holder: RightsHolders.Holder) -> (who: String, why: String) {
        let who =
            switch holder.party {
            case .youngPerson: found.title
            case .person(let id): names.person(id)
            case .organisation(let id): names.organisation(id)
            }
        // On what footing an authority acts is part of social care status.
        let isHidden = holder.standing == .corporateParent && !sight.socialCare
        return (who, isHidden ? "Holds the right." : holder.reason)
    }
}

extension RightsHolders {
    /// Whether another decision has the same holders for the same reasons.
    fileprivate func says(theSameAs other: RightsHolders) -> Bool {
        holders.map(\.party) == other.holders.map(\.party)
            && holders.map(\.standing) == other.holders.map(\.standing)
            && prevented.map(\.party) == other.prevented.map(\.party) && doubts == other.doubts
    }
}
