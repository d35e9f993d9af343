import CivilTime
import Ledger
import People

extension Meeting {
    /// One row of the meeting, one of each decision and challenge.
    func rows(_ reference: inout ReferenceReader) -> [Row] {
        guard let schedule, let day else { return [] }
        let isQuorate = quoracy.map(\.isQuorate)
        let row = Row(
            MeetingsTables.meeting,
            [
                forum, day, schedule.minute, stage.rawValue, register != nil,
                isQuorate.map { $0 ? 1 : 0 }, !minutes.isEmpty, agreed != nil,
            ])
        let decided = decisions.map { decision in
            Row(
                MeetingsTables.decision, key: decision.entry,
                [forum, day, decision.data.text, isQuorate.map { $0 ? 1 : 0 }])
        }
        let asked = challenges.map { challenge in
            Row(
                MeetingsTables.challenge, key: challenge.entry,
                [
                    challenge.data.challenge, forum, day, title(of: challenge.data.item),
                    challenge.data.concern, challenge.data.by.text, challenge.data.text,
                    challenge.data.answer, challenge.data.decision, challenge.data.escalatedTo?.forum,
                    challenge.data.escalatedTo?.name, challenge.settled?.outcome, challenge.settled?.day,
                ])
        }
        return [row] + decided + asked
    }

    /// The title of an item of the agenda.
    func title(of item: String?) -> String? {
        item.flatMap { id in items.last { $0.data.item == id }?.data.title.text }
    }

    /// That it was held, who was there and was expected by constituency, its quorum, decisions, challenges,
    /// and that minutes were agreed.
    func facts(_ reference: inout ReferenceReader) -> [Fact] {
        guard let day, stage == .held else { return [] }
        let references = ["forum": forum]
        var facts = [Fact(event: "meetings.held", key: "held", on: day, references: references)]
        if let quoracy {
            facts.append(
                Fact(
                    event: "meetings.quorum", key: "quorum", on: day, value: quoracy.isQuorate ? 1 : 0,
                    references: references))
        }
        facts += attendance(on: day)
        facts += decisions.map {
            Fact(event: "meetings.decision", key: $0.entry, on: day, references: references)
        }
        for challenge in challenges {
            var references = references
            references["escalated to"] = challenge.data.escalatedTo?.forum
            facts.append(
                Fact(
                    event: "meetings.challenge", key: challenge.entry, on: day, references: references))
            if let settled = challenge.settled {
                facts.append(
                    Fact(
                        event: "meetings.challenge-settled", key: challenge.entry, on: settled.day,
                        references: references))
            }
        }
        if let agreed {
            facts.append(
                Fact(event: "meetings.minutes-agreed", key: "minutes", on: agreed.on, references: references))
        }
        return facts
    }

    /// Members expected and attending, themselves or by a deputy, for each constituency of the register.
    private func attendance(on day: Day) -> [Fact] {
        let members = (register?.data.attending ?? []).filter { $0.seat != nil }
        return Constituency.allCases.flatMap { constituency -> [Fact] in
            let lines = members.filter { ($0.constituency ?? .other) == constituency }
            guard !lines.isEmpty else { return [] }
            let references = ["forum": forum, "constituency": constituency.rawValue]
            let came = lines.count { $0.presence == .present || $0.presence == .deputy }
            return [
                Fact(
                    event: "meetings.expected", key: constituency.rawValue, on: day,
                    value: Double(lines.count), references: references),
                Fact(
                    event: "meetings.attended", key: constituency.rawValue, on: day, value: Double(came),
                    references: references),
            ]
        }
    }
}
