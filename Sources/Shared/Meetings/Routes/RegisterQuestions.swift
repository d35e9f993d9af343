import Ledger
import Markup
import Pages
import People

/// The register as a form: a line for each member of the day, and who else attended.
struct RegisterQuestions: Sendable {
    struct Member: Sendable {
        let seat: Forum.Seat
        let presence: SelectQuestion<Presence>
        let deputy: ConvertedQuestion<TextQuestion, ShortText>
    }

    let members: [Member]
    private static let others = LongTextQuestion(
        "others", "Who else attended, one on each line", most: 4_000, rows: 4
    ).hint("They are on the register and do not count towards the quorum.").optional()

    init(_ seats: [Forum.Seat]) {
        members = seats.enumerated().map { index, seat in
            let name = "member-\(index + 1)"
            return Member(
                seat: seat,
                presence: SelectQuestion(
                    name, seat.data.fullName, Presence.allCases.map { Choice($0, $0.words) }
                ).whenEmpty("Choose how \(seat.data.name) stands on the register"),
                deputy: Ask.line("\(name)-deputy", "Deputy of \(seat.data.name)").optional())
        }
    }

    func lead(_ quorum: Quorum?, _ forum: Forum) -> HTML {
        let rule: HTML =
            quorum.map { "<p><strong>Quorum:</strong> \($0.words)</p>" }
            ?? "<p>No terms of reference are in force on this day, so no quorum can be worked out.</p>"
        guard members.isEmpty else { return rule }
        return """
            \(rule)<p>\(forum.name) has no members on this day. \
            <a href="\(MeetingsRoutes.joining(forum.id))">Add a member</a> first, or record who came below.</p>
            """
    }

    func ask(_ form: inout Form) {
        for member in members { form.ask(member.presence, member.deputy) }
        form.ask(Self.others)
    }

    func read(_ reading: inout Reading) -> (members: [TakeRegister.Line], others: [String]) {
        var lines: [TakeRegister.Line] = []
        for member in members {
            let presence = reading.ask(member.presence)
            let deputy = reading.ask(member.deputy)
            if let presence, presence != .deputy, presence != .apologies, deputy != nil,
                deputy?.text != member.seat.data.deputy?.text
            {
                reading.refuse(
                    "Choose “\(Presence.deputy.words)”, or leave the deputy's name empty", at: member.deputy)
            }
            guard let presence else { continue }
            lines.append(
                TakeRegister.Line(seat: member.seat.id, presence: presence, deputy: deputy?.text))
        }
        let others = reading.ask(Self.others).map(Lines.of) ?? []
        if others.contains(where: { ShortText($0) == nil }) {
            reading.refuse("Each line may be at most 200 characters long", at: Self.others)
        }
        return (lines, others)
    }

    func fill(_ typed: inout Typed, _ register: RegisterTaken?) {
        for member in members {
            let line = register?.attending.last { $0.seat == member.seat.id }
            if let line { member.presence.fill(&typed, with: line.presence) }
            let deputy = line?.deputy.flatMap { ShortText($0) } ?? member.seat.data.deputy
            if let deputy { member.deputy.fill(&typed, with: deputy) }
        }
        let others = register?.attending.filter { $0.seat == nil }.map(\.name) ?? []
        if !others.isEmpty { typed.set("others", others.joined(separator: "\n")) }
    }

    /// What was typed, as ``Sheet/About`` compares it: names under each presence.
    func typed(_ typed: Typed) -> [String?] {
        Presence.allCases.map { presence in
            var names = members.filter { typed[$0.presence.asked.name] == presence.rawValue }
                .map(\.seat.data.fullName)
            if presence == .present { names += typed["others"].map(Lines.of) ?? [] }
            return names.isEmpty ? "Nobody" : Words.list(names)
        }
    }
}
