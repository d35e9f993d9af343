import CivilTime
import Testing

@testable import Ledger
@testable import Programme

@Suite struct `Evidence and who may let it be public` {
    private static let august = month("2024-08")

    @Test func `who added it may not clear it, a second person may, once`() async throws {
        let lab = try await ProgressLab()
        let entry = try await lab.evidence("P1A:1", .impact, for: Self.august, by: .hearing)
        let own = try await refusal(ProgressRefusal.self) {
            try await lab.clear(entry, of: "P1A:1", by: .hearing)
        }
        #expect(own == .ownEvidence)
        try await lab.clear(entry, of: "P1A:1", by: .second)
        let clearance = try #require(try await lab.progress("P1A:1").evidence.first?.clearance)
        #expect(clearance.by == "second")
        let again = try await refusal(ProgressRefusal.self) {
            try await lab.clear(entry, of: "P1A:1", by: .timely)
        }
        #expect(again == .alreadyCleared)
        let unknown = try await refusal(ProgressRefusal.self) {
            try await lab.clear("nothing", of: "P1A:1", by: .second)
        }
        #expect(unknown == .unknownEvidence)
        #expect(try await lab.lab.ledger.checkRebuild().difference == nil)
    }

    @Test func `evidence taken back is gone with its clearance, and the history keeps both`() async throws {
        let lab = try await ProgressLab()
        let entry = try await lab.evidence("P1A:1", .impact, for: Self.august, by: .hearing)
        try await lab.clear(entry, of: "P1A:1", by: .second)
        let part = try await lab.part("P1A:1")
        let clearance = WithdrawEvidence(part: part, evidence: entry, extent: .clearance, reason: "A name")
        _ = try await lab.commit { deciding -> Bool in
            try clearance.decide(&deciding)
            return true
        }
        #expect(try await lab.progress("P1A:1").evidence.map(\.clearance) == [nil])
        try await lab.clear(entry, of: "P1A:1", by: .second)
        let whole = WithdrawEvidence(part: part, evidence: entry, extent: .evidence, reason: "A name")
        _ = try await lab.commit { deciding -> Bool in
            try whole.decide(&deciding)
            return true
        }
        let progress = try await lab.progress("P1A:1")
        #expect(progress.evidence == [])
        #expect(progress.problems == [])
        let history = try await lab.lab.ledger.read {
            try $0.chronicle(of: SubjectID(kind: Progress.kind, id: part))
        }
        #expect(history.count == 6)
        #expect(try await lab.lab.facts("programme.evidence-added").isEmpty)
    }
}

@Suite struct `The register of risks` {
    private static let review = day("2024-12-01")

    private func view(_ likelihood: Int, _ impact: Int, review: Day = Self.review) throws -> RiskAssessment {
        RiskAssessment(
            score: try #require(RiskScore(likelihood: likelihood, impact: impact)), mitigation: "Ask more",
            owner: "Head of SEND", review: review)
    }

    private func raise(_ lab: ProgressLab, _ codes: [String] = ["P1A:1"], review: Day = Self.review)
        async throws
        -> String
    {
        let raising = RaiseRisk(
            plan: lab.plan, objectives: codes.map { code($0) }, title: "Nobody answers", isIssue: false,
            view: try view(3, 4, review: review))
        return try await lab.commit { try raising.decide(&$0) }
    }

    private func change(_ lab: ProgressLab, _ risk: String, _ change: ChangeRisk.Change) async throws {
        let changing = ChangeRisk(risk: risk, change: change)
        _ = try await lab.commit { deciding -> Bool in
            try changing.decide(&deciding)
            return true
        }
    }

    private func risk(_ lab: ProgressLab, _ id: String) async throws -> Risk {
        try await #require(lab.lab.ledger.read { try $0.state(of: Risk.self, id)?.state })
    }

    @Test(arguments: [
        (1, 1, 1, RiskScore.Band.low), (1, 3, 3, .low), (2, 2, 4, .moderate), (2, 3, 6, .moderate),
        (2, 4, 8, .high), (3, 4, 12, .high), (3, 5, 15, .extreme), (5, 5, 25, .extreme),
    ])
    func `a score is the product and falls in a band`(
        likelihood: Int, impact: Int, product: Int, band: RiskScore.Band
    ) throws {
        let score = try #require(RiskScore(likelihood: likelihood, impact: impact))
        #expect(score.product == product)
        #expect(score.band == band)
    }

    @Test(arguments: [(0, 3), (6, 3), (3, 0), (3, 6), (-1, -1)])
    func `nothing outside 1 to 5 is a score`(likelihood: Int, impact: Int) {
        #expect(RiskScore(likelihood: likelihood, impact: impact) == nil)
    }

    @Test func `a risk keeps its history, closes, and stands again`() async throws {
        let lab = try await ProgressLab()
        let id = try await raise(lab)
        try await change(lab, id, .assess(try view(5, 4)))
        try await change(lab, id, .close(how: "Answered"))
        let closed = try await risk(lab, id)
        #expect(!closed.isOpen)
        #expect(closed.closedOn == Lab.today)
        #expect(closed.assessments.map(\.score?.product) == [12, 20])
        let refused = try await refusal(RiskRefusal.self) {
            try await change(lab, id, .assess(try view(1, 1)))
        }
        #expect(refused == .closed)
        try await change(lab, id, .reopen(why: "It came back"))
        try await change(lab, id, .close(how: "Answered again"))
        try await change(lab, id, .reopen(why: "And again"))
        #expect(try await risk(lab, id).isOpen)
        let open = try await refusal(RiskRefusal.self) { try await change(lab, id, .reopen(why: "w")) }
        #expect(open == .open)
        let rows = try await lab.lab.ledger.read { [plan = lab.plan] in try RiskRow.all(of: plan, $0.reader) }
        #expect(rows.map(\.score?.product) == [20])
        #expect(rows.map(\.objectives) == [[code("P1A:1")]])
        let facts = try await lab.lab.facts("programme.risk-open")
        #expect(facts.values.filter { $0[1] == "open" }.count == 1)
        #expect(facts.count == 3)
        #expect(try await lab.lab.ledger.checkRebuild().difference == nil)
    }

    @Test func `an objective that the plan does not have and a review that has passed are refused`()
        async throws
    {
        let lab = try await ProgressLab()
        let unknown = try await refusal(RiskRefusal.self) { try await raise(lab, ["P9"]) }
        #expect(unknown == .unknownObjective(code("P9")))
        let past = try await refusal(RiskRefusal.self) {
            try await raise(lab, review: day("2024-09-19"))
        }
        #expect(past == .reviewInThePast(day("2024-09-19")))
        _ = try await raise(lab, review: Lab.today)
        let none = try await refusal(RiskRefusal.self) { try await change(lab, "x", .close(how: "h")) }
        #expect(none == .unknown)
    }
}

@Suite struct `Who leads a group` {
    @Test func `a lead begins and ends, and leads nothing twice at once`() async throws {
        let lab = try await ProgressLab(leads: false)
        try await lab.name(.hearing, of: "TF-HEAR", from: day("2024-10-01"), to: day("2024-12-31"))
        for from in [day("2024-10-01"), day("2024-12-31"), day("2024-01-01")] {
            let refused = try await refusal(LeadRefusal.self) {
                try await lab.name(.hearing, of: "TF-HEAR", from: from)
            }
            #expect(refused == .already(from: day("2024-10-01")))
        }
        try await lab.name(.hearing, of: "TF-HEAR", from: day("2025-01-01"))
        try await lab.name(.second, of: "TF-HEAR", from: day("2024-10-01"))
        let rows = try await lab.lab.ledger.read { [plan = lab.plan] in try LeadRow.all(of: plan, $0.reader) }
        #expect(rows.count == 3)
        let ending = EndLead(lead: rows[0].id, to: day("2024-11-30"), reason: nil)
        _ = try await lab.commit { deciding -> Bool in
            try ending.decide(&deciding)
            return true
        }
        let ended = try await lab.lab.ledger.read { try $0.state(of: GroupLead.self, rows[0].id)?.state }
        #expect(ended?.to == day("2024-11-30"))
        #expect(try await lab.lab.ledger.checkRebuild().difference == nil)
    }

    @Test func `a body the plan does not have, an end before the start and an unknown lead are refused`()
        async throws
    {
        let lab = try await ProgressLab(leads: false)
        let unknown = try await refusal(LeadRefusal.self) { try await lab.name(.second, of: "TF-NONE") }
        #expect(unknown == .unknownBody(code("TF-NONE")))
        let backwards = try await refusal(LeadRefusal.self) {
            try await lab.name(.second, of: "TF-HEAR", from: day("2024-03-01"), to: day("2024-02-29"))
        }
        #expect(backwards == .endBeforeStart(from: day("2024-03-01"), to: day("2024-02-29")))
        let ending = EndLead(lead: "x", to: Lab.today, reason: nil)
        let none = try await refusal(LeadRefusal.self) {
            try await lab.commit { deciding -> Bool in
                try ending.decide(&deciding)
                return true
            }
        }
        #expect(none == .unknown)
    }
}
