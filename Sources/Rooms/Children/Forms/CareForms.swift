import CivilTime
import Pages
import People

extension TopicForm {
    static func socialCare(_ setting: FormSetting) -> TopicForm {
        let status = RadiosQuestion(
            "status", "What social care does", SocialCareStatus.allCases.map { Choice($0, $0.name) })
        let authority = SelectQuestion(
            "authority", "Authority or team that answers for it",
            setting.choices { $0 == .localAuthority || $0 == .team }
        ).optional()
        return TopicForm(
            questions: [status, authority, Ask.from, Ask.to],
            read: { reading in
                let (status, authority) = (reading.ask(status), reading.ask(authority))
                let (from, to) = (reading.ask(Ask.from), reading.ask(Ask.to))
                guard reading.isFine, let status, let from else { return [] }
                let care = SocialCare(status, authority: authority)
                return [.state(.socialCare(care), from: from, to: to)]
            },
            fill: { typed, statement in
                guard case .socialCare(let held) = statement.detail else { return }
                status.fill(&typed, with: held.status)
                if let held = held.authority { authority.fill(&typed, with: held) }
                typed.fill(days: statement)
            })
    }

    static func corporateParent(_ setting: FormSetting) -> TopicForm {
        let who = SelectQuestion(
            "authority", "Authority or team", setting.choices { $0 == .localAuthority || $0 == .team })
        let footing = RadiosQuestion(
            "footing", "On what footing", CareFooting.allCases.map { Choice($0, $0.name.capitalizedFirst) })
        return TopicForm(
            questions: [who, footing, Ask.from, Ask.to],
            read: { reading in
                let (who, footing) = (reading.ask(who), reading.ask(footing))
                let (from, to) = (reading.ask(Ask.from), reading.ask(Ask.to))
                guard reading.isFine, let who, let footing, let from else { return [] }
                let parent = CorporateParent(organisation: who, footing)
                return [.state(.corporateParent(parent), from: from, to: to)]
            },
            fill: { typed, statement in
                guard case .corporateParent(let held) = statement.detail else { return }
                who.fill(&typed, with: held.organisation)
                footing.fill(&typed, with: held.footing)
                typed.fill(days: statement)
            })
    }

    static func restriction(_ setting: FormSetting) -> TopicForm {
        let who = Ask.adult("adult", "Whom it restricts", setting)
        let kind = RadiosQuestion(
            "kind", "What is restricted", RestrictionKind.allCases.map { Choice($0, $0.name) })
        let order = Ask.text("order", "The order").hint("Court and number, or where it was seen.")
        return TopicForm(
            questions: [who, kind, order, Ask.from, Ask.to],
            read: { reading in
                let (who, kind, order) = (reading.ask(who), reading.ask(kind), reading.ask(order))
                let (from, to) = (reading.ask(Ask.from), reading.ask(Ask.to))
                guard reading.isFine, let who, let kind, let order, let from else { return [] }
                let restriction = CourtRestriction(person: who, kind, order: order)
                return [.state(.restriction(restriction), from: from, to: to)]
            },
            fill: { typed, statement in
                guard case .restriction(let held) = statement.detail else { return }
                who.fill(&typed, with: held.person)
                kind.fill(&typed, with: held.kind)
                order.fill(&typed, with: held.order)
                typed.fill(days: statement)
            })
    }
}
