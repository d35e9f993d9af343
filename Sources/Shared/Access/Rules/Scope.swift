public import Ledger
import People

/// The children that somebody may do something with, as a query of one column of their ids.
///
/// It says of every child what ``decide(_:_:on:at:)`` says of that one; a property test holds the two together.
public func scope(_ who: Visitor, _ action: Action, at moment: Moment) -> SQL {
    guard case .account(let holder) = who, let part = action.part else { return nobody }
    let fitting = holder.grants.filter { action.reaches[$0.role] != nil }
    var reached = fitting.compactMap { grant in
        action.reaches[grant.role].map { Scoping(holder, grant, moment).children($0) }
    }
    if action.admitsEmergency, fitting.contains(where: { !$0.role.isFamily }) {
        reached.append(emergencies(of: holder, moment))
    }
    guard let first = reached.first else { return nobody }
    let all = reached.dropFirst().reduce(first) { "\($0) UNION \($1)" }
    return """
        SELECT DISTINCT child FROM (\(all)) AS reached
        WHERE EXISTS (
            SELECT 1 FROM people_child AS known
            WHERE known.subject_kind = \(Child.kind) AND known.subject_id = reached.child)
        AND NOT EXISTS (\(closed(part, to: holder, moment)))
        """
}

private let nobody: SQL = "SELECT NULL AS child WHERE 1 = 0"

/// The children one role reaches, before what is closed to its holder.
private struct Scoping {
    let holder: AccountHolder
    let grant: AccountHolder.Grant
    let moment: Moment

    init(_ holder: AccountHolder, _ grant: AccountHolder.Grant, _ moment: Moment) {
        self.holder = holder
        self.grant = grant
        self.moment = moment
    }

    func children(_ reach: Action.Reach) -> SQL {
        switch reach {
        case .area:
            "SELECT child FROM (SELECT subject_id AS child FROM people_child) AS area \(outsideFamily)"
        case .involved(let kinds):
            """
            SELECT child FROM (
                SELECT COALESCE(same.survivor, involved.child) AS child FROM people_involvement AS involved
                LEFT JOIN \(SameAs.survivors(of: Child.kind)) AS same ON same.merged = involved.child
                WHERE involved.holder IN \(list: holder.names(in: grant))
                AND involved.kind IN \(list: kinds.map(\.rawValue).sorted())
                AND involved.from_day <= \(moment.today)
                AND (involved.to_day IS NULL OR involved.to_day >= \(moment.today))
            ) AS involved \(outsideFamily)
            """
        }
    }

    /// Nobody opens records of their own family in a role of work.
    private var outsideFamily: SQL {
        guard !grant.role.isFamily, let person = holder.person else { return "WHERE 1 = 1" }
        return "WHERE child NOT IN (\(family(of: person)))"
    }
}

/// The children whose family somebody is or was of.
private func family(of person: String) -> SQL {
    """
    SELECT COALESCE(same.survivor, tie.child) FROM people_relationship AS tie
    LEFT JOIN \(SameAs.survivors(of: Child.kind)) AS same ON same.merged = tie.child
    WHERE tie.person = \(person) AND tie.kind <> \(RelationshipKind.socialWorker.rawValue)
    """
}

private func emergencies(of holder: AccountHolder, _ moment: Moment) -> SQL {
    let outside: SQL = holder.person.map { "AND child NOT IN (\(family(of: $0)))" } ?? ""
    return """
        SELECT child FROM (
            SELECT COALESCE(same.survivor, emergency.child) AS child FROM access_emergency AS emergency
            LEFT JOIN \(SameAs.survivors(of: Child.kind)) AS same ON same.merged = emergency.child
            WHERE emergency.account = \(holder.account) AND emergency.until_at > \(moment.now)
        ) AS emergency WHERE 1 = 1 \(outside)
        """
}

private func closed(_ part: RecordPart, to holder: AccountHolder, _ moment: Moment) -> SQL {
    """
    SELECT 1 FROM access_restriction AS closed
    LEFT JOIN \(SameAs.survivors(of: Child.kind)) AS same ON same.merged = closed.child
    WHERE COALESCE(same.survivor, closed.child) = reached.child
    AND closed.part IN \(list: Array(Set([RecordPart.record.rawValue, part.rawValue])).sorted())
    AND closed.from_day <= \(moment.today) AND (closed.to_day IS NULL OR closed.to_day >= \(moment.today))
    AND NOT EXISTS (
        SELECT 1 FROM access_restriction_named AS named
        WHERE named.subject_kind = closed.subject_kind AND named.subject_id = closed.subject_id
        AND named.account = \(holder.account))
    """
}
