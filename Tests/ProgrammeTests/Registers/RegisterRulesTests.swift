import Access
import CivilTime
import Testing

@testable import Documents
@testable import Ledger
@testable import Programme

@Suite struct `What a register takes` {
    private static let link = GivenPaper(link: "https://example.org/strategy")

    private func version(
        _ lab: RegisterLab, _ item: String, _ number: String, _ iso: String
    ) async throws -> RegisterRefusal? {
        let number = try RegisterLab.number(number)
        return try await lab.refusal {
            try await lab.record(
                .version(number, day(iso), Self.link, changed: "", isPublic: true), on: item)
        }
    }

    @Test func `a version that is only recorded late takes its place before the others`() async throws {
        let lab = try await RegisterLab()
        let item = try await lab.item()
        #expect(try await version(lab, item, "2.0", "2024-06-01") == nil)
        #expect(try await version(lab, item, "1.0", "2024-01-01") == nil)
        #expect(try await version(lab, item, "1.5", "2024-03-01") == nil)
        let held = try await lab.state(RegisterItem.self, item)
        #expect(held.versions.map(\.number.text) == ["1.0", "1.5", "2.0"])
        #expect(held.problems == [])
    }

    @Test(arguments: [
        ("1.9", "2024-06-02"), ("2.1", "2024-05-31"), ("1", "2024-09-20"), ("3", "2020-01-01"),
    ])
    func `a version that is older by number and newer by day, or the other way, is refused`(
        number: String, iso: String
    ) async throws {
        let lab = try await RegisterLab()
        let item = try await lab.item()
        #expect(try await version(lab, item, "2.0", "2024-06-01") == nil)
        let refusal = try #require(try await version(lab, item, number, iso))
        #expect(
            refusal
                == .versionOutOfOrder(
                    try RegisterLab.number(number), day(iso), held: try RegisterLab.number("2.0"),
                    heldDay: day("2024-06-01")))
        #expect(refusal.forPerson.contains("2.0") && refusal.forPerson.contains("1 June 2024"))
        #expect(!refusal.forOperator.contains("2"))
    }

    @Test func `a version number is given once`() async throws {
        let lab = try await RegisterLab()
        let item = try await lab.item()
        #expect(try await version(lab, item, "2", "2024-06-01") == nil)
        #expect(
            try await version(lab, item, "2.0", "2024-07-01")
                == .sameVersion(try RegisterLab.number("2.0"), day("2024-06-01")))
        let number = try RegisterLab.number("3")
        #expect(
            try await lab.refusal {
                try await lab.record(
                    .version(number, day("2024-07-01"), GivenPaper(), changed: "", isPublic: true), on: item)
            } == .noPaper)
    }

    @Test func `nothing ends before it began, and nothing happened on a day to come`() async throws {
        let lab = try await RegisterLab()
        let (from, to) = (day("2024-05-01"), day("2024-04-30"))
        #expect(
            try await lab.refusal {
                try await lab.item(
                    "strategy", RegisterDetails(title: "A", owner: "B", began: from, ends: to))
            } == .endBeforeBeginning(from: from, to: to))
        let item = try await lab.item()
        let tomorrow = RegisterLab.today + 1
        #expect(
            try await lab.refusal { try await lab.record(.status(.agreed, tomorrow, words: ""), on: item) }
                == .notYet(tomorrow))
        #expect(try await version(lab, item, "1", tomorrow.iso) == .notYet(tomorrow))
    }

    @Test func `objectives are of a plan that is here`() async throws {
        let lab = try await RegisterLab()
        func refusal(_ serving: Serving) async throws -> RegisterRefusal? {
            try await lab.refusal {
                try await lab.item("lesson", RegisterDetails(title: "A", owner: "B", serving: serving))
            }
        }
        let plan = RegisterLab.plan
        #expect(try await refusal(Serving(plan: plan, objectives: [code("P1A:1")])) == nil)
        #expect(try await refusal(Serving()) == nil)
        #expect(try await refusal(Serving(plan: code("NONE-1"))) == .unknownPlan(code("NONE-1")))
        #expect(try await refusal(Serving(objectives: [code("P1A:1")])) == .noPlan)
        let unknown = try await refusal(
            Serving(plan: plan, objectives: [code("P1A:1"), code("P9:9"), code("P8:8")]))
        #expect(unknown == .unknownObjectives([code("P9:9"), code("P8:8")], plan: plan))
        #expect(unknown?.forPerson.contains("P9:9, P8:8") == true)
    }

    @Test func `somebody took part, a status changes, an action is there`() async throws {
        let lab = try await RegisterLab()
        let item = try await lab.item()
        let today = RegisterLab.today
        #expect(
            try await lab.refusal {
                try await lab.record(
                    .coproduction(today, [Participants(.parents, 0)], said: "", changed: ""), on: item)
            } == .nobody)
        try await lab.record(.status(.agreed, today, words: "By the board"), on: item)
        #expect(
            try await lab.refusal { try await lab.record(.status(.agreed, today, words: ""), on: item) }
                == .noChange)
        #expect(
            try await lab.refusal {
                try await lab.record(.actionState("no-entry", .done, today, words: ""), on: item)
            } == .unknown)
        #expect(
            try await lab.refusal { try await lab.record(.publicity(true), on: "no-item") } == .unknown)
    }

    @Test func `what cannot be true together is shown and never dropped`() async throws {
        let lab = try await RegisterLab()
        let item = try await lab.item()
        try await lab.record(.status(.published, day("2024-09-01"), words: ""), on: item)
        var held = try await lab.state(RegisterItem.self, item)
        #expect(held.problems.map(\.text) == ["It is published, but no version of it is recorded."])
        #expect(try await version(lab, item, "1", "2024-09-01") == nil)
        held = try await lab.state(RegisterItem.self, item)
        #expect(held.problems == [])
        try await lab.commit { deciding in
            try deciding.record(
                RegisterActionReported(action: "lost", state: .done, words: ""), on: RegisterItem.self, item,
                day: deciding.today)
        }
        held = try await lab.state(RegisterItem.self, item)
        #expect(held.problems.map(\.text) == ["An action is reported on that is not here."])
    }

    @Test func `gives rows and facts that a rebuild gives again`() async throws {
        let lab = try await RegisterLab()
        let item = try await lab.item()
        #expect(try await version(lab, item, "1", "2024-06-01") == nil)
        try await lab.record(
            .coproduction(day("2024-05-05"), [Participants(.parents, 12)], said: "a", changed: "b"), on: item)
        try await lab.record(.status(.agreed, day("2024-06-02"), words: ""), on: item)
        try await lab.record(.status(.superseded, day("2024-09-02"), words: ""), on: item)
        let facts = try await lab.ledger.read { snapshot in
            try snapshot.reader.all(
                """
                SELECT kind, from_day, to_day, value FROM fact
                WHERE subject_id = \(item) AND believed_to IS NULL ORDER BY kind, from_day, key
                """
            ) {
                "\($0.text(0)) \($0.day(1)?.iso ?? "") \($0.day(2)?.iso ?? "open")"
            }
        }
        #expect(
            facts == [
                "programme.coproduction 2024-05-05 2024-05-05",
                "programme.register 2024-09-20 2024-09-20",
                "programme.register-status 2024-06-02 2024-06-02",
                "programme.register-status 2024-09-02 2024-09-02",
                "programme.register-version 2024-06-01 2024-06-01",
            ])
        #expect(try await lab.ledger.checkRebuild().difference == nil)
    }
}

@Suite struct `What needs attention` {
    private static let today = day("2024-09-20")
    private static let strategy = RegisterKind(pathText: "strategy")

    private static func findings(
        _ change: (inout RegisterAttention.Standing) -> Void
    ) -> [String] {
        var standing = RegisterAttention.Standing(
            kind: strategy, status: .published, hasVersion: true, coproductions: 1)
        change(&standing)
        return RegisterAttention.findings(standing, today: today)
    }

    @Test func `is said in days, and nothing is said of what is in order`() {
        #expect(Self.findings { _ in } == [])
        #expect(
            Self.findings {
                $0.status = .inProgress
                $0.due = day("2024-09-19")
            } == ["1 day late: not agreed or published yet"])
        #expect(
            Self.findings {
                $0.status = .inProgress
                $0.due = Self.today
            } == [])
        #expect(Self.findings { $0.due = day("2024-01-01") } == [])
        #expect(Self.findings { $0.review = day("2024-08-21") } == ["Review 30 days late"])
        #expect(Self.findings { $0.actionDue = day("2024-09-18") } == ["An action is 2 days late"])
        #expect(
            Self.findings { $0.ends = day("2024-03-31") }
                == ["Its last day was 31 March 2024: renew it, or record that it ended"])
        #expect(Self.findings { $0.hasVersion = false } == ["Published, but no version is recorded"])
        #expect(Self.findings { $0.coproductions = 0 } == ["No co-production is recorded"])
    }

    @Test(arguments: [RegisterStatus.superseded, .ended])
    func `nothing of what is over`(status: RegisterStatus) {
        let findings = Self.findings {
            $0.status = status
            $0.review = day("2020-01-01")
            $0.ends = day("2020-01-01")
            $0.coproductions = 0
        }
        #expect(findings == [])
    }

    @Test func `of a recommendation is silence, from the ninety-third day on`() {
        let today = Self.today
        func findings(_ state: FollowUpState, _ days: Int, answered: Bool = true) -> [String] {
            RegisterAttention.recommendation(
                state, isAnswered: answered, lastDay: today - days, today: today)
        }
        #expect(findings(.open, 92) == [])
        #expect(findings(.inProgress, 93) == ["Nothing recorded for 93 days"])
        #expect(findings(.done, 900) == [])
        #expect(findings(.open, 0, answered: false) == ["Not answered yet"])
    }

    @Test func `of a review is that it was not recorded as held, or brought no findings`() {
        func findings(
            planned: String?, known: Bool = true, held: String? = nil, found: Bool = false
        ) -> [String] {
            RegisterAttention.review(
                planned: planned.map { day($0) }, isDayKnown: known, held: held.map { day($0) },
                hasFindings: found, actionDue: nil, today: Self.today)
        }
        #expect(
            findings(planned: "2024-09-19")
                == ["Planned for 19 September 2024; not recorded as held"])
        #expect(findings(planned: "2024-09-01", known: false) == [])
        #expect(
            findings(planned: "2024-08-01", known: false)
                == ["Planned for August 2024; not recorded as held"])
        #expect(findings(planned: "2024-08-01", held: "2024-08-23") == [])
        #expect(
            findings(planned: nil, held: "2024-08-22") == ["Held 29 days ago; no findings recorded"])
        #expect(findings(planned: nil, held: "2024-01-22", found: true) == [])
    }
}
