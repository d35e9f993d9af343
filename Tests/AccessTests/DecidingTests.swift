import Testing

@testable import Access

private let actions: [Action] = [.public, .manageAccounts, .importPlan, .manageReference]

private func holder(_ roles: some Sequence<Role>) -> Visitor {
    .account(AccountHolder(account: "a", grants: roles.map { AccountHolder.Grant($0) }))
}

@Suite struct `The roles` {
    @Test func `are the twenty-five, by the ids that entries hold for ever`() {
        #expect(
            Role.allCases.map(\.rawValue) == [
                "parent", "youngPerson", "supporter", "senco", "settingLeader", "healthProfessional",
                "careProfessional",
                "educationalPsychologist", "officer", "decisionMaker", "sendManager", "dco", "dsco",
                "safeguardingLead",
                "auditor", "commissioner", "programmeTeam", "groupLead", "boardMember", "scrutiny",
                "localOfferEditor",
                "provider", "analyst", "dataProtectionOfficer", "administrator",
            ])
        #expect(Role.allCases.count == 25)
    }
}

@Suite struct `Deciding what is allowed` {
    @Test func `only what is public is allowed to nobody`() {
        for action in actions {
            let permission = decide(.nobody, action)
            #expect(
                permission == (action == .public ? .allowed(nil, .own) : .refused(.noAccount)), "\(action.id)"
            )
            #expect(action.isPublic == (action == .public))
        }
    }

    @Test func `each action is allowed to just these roles`() {
        let expected: [(Action, Set<Role>)] = [
            (.manageAccounts, [.administrator]), (.importPlan, [.programmeTeam, .administrator]),
            (.manageReference, [.administrator]),
        ]
        for (action, allowed) in expected {
            for role in Role.allCases {
                let permission = decide(holder([role]), action)
                #expect(
                    permission
                        == (allowed.contains(role) ? .allowed(role, .statutoryDuty) : .refused(.noRole)),
                    "\(action.id) \(role)")
            }
        }
    }

    @Test func `an account without roles may do what is public and no more`() {
        for action in actions {
            let permission = decide(holder([]), action)
            #expect(
                permission == (action == .public ? .allowed(nil, .own) : .refused(.noRole)), "\(action.id)")
        }
    }

    @Test(arguments: UInt64(1)...10)
    func `for any roles, any action: exactly where they meet, and in one that both have`(seed: UInt64) {
        var random = Seeded(state: seed)
        for _ in 0..<500 {
            let (held, wanted) = (random.roles(), random.roles())
            let action = Action("sample", for: wanted)
            #expect(decide(.nobody, action) == .refused(.noAccount))
            switch decide(holder(held), action) {
            case .allowed(let role, let basis):
                #expect(role.map { held.contains($0) && wanted.contains($0) } == true)
                #expect(basis == role.map { Basis.of($0) })
            case .refused(let reason):
                #expect(reason == .noRole)
                #expect(held.isDisjoint(with: wanted))
            }
            #expect(decide(holder(held), .public) == .allowed(nil, .own))
        }
    }

    @Test(arguments: UInt64(11)...15)
    func `more roles never allow less`(seed: UInt64) {
        var random = Seeded(state: seed)
        for _ in 0..<300 {
            let (held, more) = (random.roles(), random.roles())
            for action in actions {
                let before = decide(holder(held), action)
                let after = decide(holder(held.union(more)), action)
                if case .allowed = before { #expect(after != .refused(.noRole)) }
            }
        }
    }

    @Test func `an action for no role is allowed to nobody at all`() {
        let action = Action("closed", for: [])
        #expect(decide(holder(Role.allCases), action) == .refused(.noRole))
        #expect(!action.isPublic)
    }

    @Test func `an action that calls itself public is not`() {
        #expect(decide(.nobody, Action("public", for: [.parent])) == .refused(.noAccount))
    }

    @Test func `of several roles the first of the list is named`() {
        let visitor = holder([.administrator, .programmeTeam])
        #expect(decide(visitor, .importPlan) == .allowed(.programmeTeam, .statutoryDuty))
    }
}
