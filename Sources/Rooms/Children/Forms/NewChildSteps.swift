import CivilTime
import Ledger
import Pages
import People

/// One page of the way to a new record.
enum NewChildStep: String, Sendable, CaseIterable {
    case name, matches, numbers, address, setting, team

    var title: String {
        switch self {
        case .name: "Who the child is"
        case .matches: "Records that may be of the same child"
        case .numbers: "Numbers"
        case .address: "Address"
        case .setting: "School or setting"
        case .team: "SEND team responsible"
        }
    }
}

/// What has been answered on the way to a new record, made anew from the fields of each form.
struct NewChildAnswers: Sendable {
    /// The fields that carry what was answered from page to page.
    static let stepField = "step"
    static let doneField = "steps-done"
    static let unlikeField = "not-the-same"

    let typed: Typed
    /// The steps that were sent without a problem.
    var done: Set<String>
    /// The records that somebody looked at and found to be of other children.
    var unlike: Set<String>
    /// The records that may be of the same child and that the asker may see.
    var candidates: [PossibleDouble] = []

    init(_ typed: Typed) {
        self.typed = typed
        done = Self.list(typed[Self.doneField])
        unlike = Self.list(typed[Self.unlikeField])
    }

    private static func list(_ text: String?) -> Set<String> {
        Set((text ?? "").split(separator: " ").prefix(100).map { String($0) })
    }

    /// Candidates nobody has looked at yet.
    var undecided: [PossibleDouble] { candidates.filter { !unlike.contains($0.id) } }

    static let journey = Journey<NewChildAnswers>(
        NewChildStep.allCases.map { step in
            Journey.Step(
                step.rawValue, step.title,
                isAsked: { step != .matches || !$0.undecided.isEmpty },
                isAnswered: { step != .matches && $0.done.contains(step.rawValue) })
        })

    /// The page that comes next; nil where all is answered.
    var next: NewChildStep? {
        switch Self.journey.firstUnanswered(self) {
        case .step(let id): NewChildStep(rawValue: id)
        case .checkAnswers: nil
        }
    }
}

/// The questions of the way to a new record.
struct NewChildQuestions: Sendable {
    let today: Day
    let organisations: [OrganisationChoice]
    let born: DateQuestion
    let sex = DetailQuestions.sex.optional()
    let nhs = Numbers.nhs.optional()
    let upn = Numbers.upn.optional()
    let uln = Numbers.uln.optional()
    let source = Ask.text("source", "Who or what the numbers were taken from").optional()
    let isAddressKnown = YesNoQuestion("address-known", "Is an address known?")
    let address = AddressQuestions()
    let addressFrom = DateQuestion("address-from", "Lives there since").hint(
        "Needed where an address is known."
    ).optional()
    let place: SelectQuestion<String>
    let placeFrom = DateQuestion("setting-from", "First day there").hint("It may lie ahead.").optional()
    let team: SelectQuestion<String>
    let teamFrom = DateQuestion("team-from", "Responsible from").hint("Leave it empty for today.").optional()
    let unlike = ConfirmQuestion("none-of-them", "I have looked: it is none of these children")

    init(today: Day, _ organisations: [OrganisationChoice]) {
        self.today = today
        self.organisations = organisations
        born = DateQuestion("born", "Birth date", latest: .today(today))
            .hint("Leave it empty where it is not known yet.").optional()
        place = SelectQuestion(
            "setting", "School or setting",
            organisations.filter(\.kind.isSetting).map { Choice($0.id, $0.name) }
        ).hint("Leave it empty where the child goes to none.").optional()
        team = SelectQuestion(
            "team", "SEND team", organisations.filter { $0.kind == .team }.map { Choice($0.id, $0.name) })
    }

    func of(_ step: NewChildStep) -> [any Question] {
        switch step {
        case .name:
            [NameQuestions.forenames, NameQuestions.surname, NameQuestions.knownAs, born, sex]
        case .matches: [unlike]
        case .numbers: [nhs, upn, uln, source]
        case .address:
            [
                isAddressKnown, address.first.hint("Needed where an address is known.").optional(),
                address.second, address.town, address.postcode,
            ]
                + [
                    address.withheld.hint(
                        "Needed where an address is known. Only those who need it then see it; families and other organisations do not."
                    ).optional(), addressFrom,
                ]
        case .setting: [place, placeFrom]
        case .team: [team, teamFrom]
        }
    }

    /// The names of all fields that travel from page to page.
    var names: [String] {
        NewChildStep.allCases.filter { $0 != .matches }.flatMap { of($0).flatMap(\.fieldNames) }
            + [NewChildAnswers.doneField, NewChildAnswers.unlikeField]
    }
}
