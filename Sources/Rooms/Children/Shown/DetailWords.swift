import CivilTime
import Pages
import People

extension ChildDetail {
    /// What it says, in plain words.
    func words(_ names: Names) -> String {
        switch self {
        case .name(let name): name.full + (name.knownAs.map { ", known as \($0.text)" } ?? "")
        case .identifier(let number):
            "\(number.kind.name.capitalizedFirst) \(number.value)"
                + (number.source.map { " (\($0.text))" } ?? "")
        case .sex(let sex): sex.name
        case .ethnicity(let ethnicity): ethnicity.name
        case .language(let use):
            use.language.text + (use.needsInterpreter ? ", interpreter needed" : "")
        case .address(let home): home.words
        case .placement(let placement): placement.words(names)
        case .team(let team): names.organisation(team.organisation)
        case .need(let need): need.type.name + (need.rank == .primary ? " (main need)" : " (also)")
        case .socialCare(let care):
            care.status.name + (care.authority.map { ", \(names.organisation($0))" } ?? "")
        case .corporateParent(let parent):
            "\(names.organisation(parent.organisation)), \(parent.footing.name)"
        case .relationship(let relationship):
            "\(names.person(relationship.person)), \(relationship.kind.name.lowercased())"
        case .responsibility(let right): "\(names.person(right.person)): \(right.source.name)"
        case .restriction(let order):
            "\(names.person(order.person)): \(order.kind.name.lowercased()) (\(order.order.text))"
        case .home(let home): home.person.map { names.person($0) } ?? "nobody of the family"
        case .capacity(let judgement): judgement.words(names)
        case .sharing(let sharing):
            "\(names.person(sharing.person)) "
                + (sharing.isAgreed ? "may take part" : "may not take part")
        }
    }
}

extension HomeAddress {
    /// The address in one line, and whether it is withheld.
    var words: String { address.written.joined(separator: ", ") + (isWithheld ? " (withheld)" : "") }
}

extension Placement {
    fileprivate func words(_ names: Names) -> String {
        let more = [year?.name, kind == .subsidiary ? "second of two" : nil].compactMap { $0 }
        return ([names.organisation(organisation)] + more).joined(separator: ", ")
    }
}

extension CapacityJudgement {
    fileprivate func words(_ names: Names) -> String {
        let who =
            switch whose {
            case .child: "The young person"
            case .parent(let person): names.person(person)
            }
        let decided = decisions.map(\.name).joined(separator: "; ")
        let instead = representative.map {
            "; \(names.person($0.person)) acts instead (\($0.authority.name))"
        }
        return "\(who) \(isLacking ? "cannot" : "can") decide: \(decided). Judged by \(judgedBy.text)"
            + (instead ?? "")
    }
}
