import Testing

@testable import Access

private let actions: [Action] = [.public, .manageAccounts, .importPlan, .manageReference]

/// The same numbers in every run: SplitMix64.
private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func roles() -> Set<Role> {
        Set(Role.allCases.filter { _ in Int.random(in: 0..<4, using: &self) == 0 })
    }
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
            #expect(permission == (action == .public ? .allowed(nil) : .refused(.noAccount)), "\(action.id)")
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
                let permission = decide(.account(id: "a", roles: [role]), action)
                #expect(
                    permission == (allowed.contains(role) ? .allowed(role) : .refused(.noRole)),
                    "\(action.id) \(role)")
            }
        }
    }

    @Test func `an account without roles may do what is public and no more`() {
        for action in actions {
            let permission = decide(.account(id: "a", roles: []), action)
            #expect(permission == (action == .public ? .allowed(nil) : .refused(.noRole)), "\(action.id)")
        }
    }

    @Test(arguments: UInt64(1)...10)
    func `for any roles, any action: exactly where they meet, and in one that both have`(seed: UInt64) {
        var random = Seeded(state: seed)
        for _ in 0..<500 {
            let (held, wanted) = (random.roles(), random.roles())
            let action = Action("sample", for: wanted)
            #expect(decide(.nobody, action) == .refused(.noAccount))
            switch decide(.account(id: "a", roles: held), action) {
            case .allowed(let role):
                #expect(role.map { held.contains($0) && wanted.contains($0) } == true)
            case .refused(let reason):
                #expect(reason == .noRole)
                #expect(held.isDisjoint(with: wanted))
            }
            #expect(decide(.account(id: "a", roles: held), .public) == .allowed(nil))
        }
    }

    @Test(arguments: UInt64(11)...15)
    func `more roles never allow less`(seed: UInt64) {
        var random = Seeded(state: seed)
        for _ in 0..<300 {
            let (held, more) = (random.roles(), random.roles())
            for action in actions {
                let before = decide(.account(id: "a", roles: held), action)
                let after = decide(.account(id: "a", roles: held.union(more)), action)
                if case .allowed = before { #expect(after != .refused(.noRole)) }
            }
        }
    }

    @Test func `an action for no role is allowed to nobody at all`() {
        let action = Action("closed", for: [])
        #expect(decide(.account(id: "a", roles: Set(Role.allCases)), action) == .refused(.noRole))
        #expect(!action.isPublic)
    }

    @Test func `an action that calls itself public is not`() {
        #expect(decide(.nobody, Action("public", for: [.parent])) == .refused(.noAccount))
    }

    @Test func `of several roles the first of the list is named`() {
        let visitor = Visitor.account(id: "a", roles: [.administrator, .programmeTeam])
        #expect(decide(visitor, .importPlan) == .allowed(.programmeTeam))
    }
}
