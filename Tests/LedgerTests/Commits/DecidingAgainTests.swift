import CivilTime
import Testing

@testable import Ledger

@Suite struct `A decision` {
    @Test func `runs again where its subject has moved on`() async throws {
        let lab = try await Lab()
        let id = try await lab.open()
        let meanwhile = Meanwhile(lab) { try await lab.note(5, in: id) }
        let (outcome, runs) = try await meanwhile.overtaking { deciding in
            let total = try deciding.state(of: Notebook.self, id)?.state.notes.map(\.amount).reduce(0, +) ?? 0
            try deciding.record(Noted(amount: total + 1), on: Notebook.self, id, day: deciding.today)
            return total
        }
        #expect(runs == 2)
        #expect(outcome.value == 5)
        #expect(outcome.commit == 3)
        #expect(try await lab.state(id)?.notes.map(\.amount) == [5, 6])
    }

    @Test func `runs again where a subject that it looked for and did not find has come`() async throws {
        let lab = try await Lab()
        let meanwhile = Meanwhile(lab) { try await lab.note(5, in: "n") }
        let (outcome, runs) = try await meanwhile.overtaking { deciding in
            let found = try deciding.state(of: Notebook.self, "n")
            try deciding.record(Noted(amount: 1), on: Notebook.self, "m", day: deciding.today)
            return found?.version
        }
        #expect(runs == 2)
        #expect(outcome.value == 1)
    }

    @Test func `stands where another subject has moved on`() async throws {
        let lab = try await Lab()
        let (id, other) = (try await lab.open(), try await lab.open())
        let meanwhile = Meanwhile(lab) { try await lab.note(5, in: other) }
        let (outcome, runs) = try await meanwhile.overtaking { deciding in
            _ = try deciding.state(of: Notebook.self, id)
            return try deciding.record(Noted(amount: 1), on: Notebook.self, id, day: deciding.today)
        }
        #expect(runs == 1)
        #expect(outcome.commit == 4)
    }

    @Test func `runs again where it looked up rows and anything was committed`() async throws {
        let lab = try await Lab()
        let id = try await lab.open()
        let meanwhile = Meanwhile(lab) { _ = try await lab.open() }
        let (outcome, runs) = try await meanwhile.overtaking { deciding in
            let count = try deciding.lookUp("SELECT COUNT(*) FROM notebook") { $0.integer(0) }.first
            try deciding.record(Noted(amount: 1), on: Notebook.self, id, day: deciding.today)
            return count
        }
        #expect(runs == 2)
        #expect(outcome.value == 2)
    }

    @Test func `runs again where it looked at a moment and anything was committed`() async throws {
        let lab = try await Lab()
        let id = try await lab.open()
        let meanwhile = Meanwhile(lab) { try await lab.note(5, in: id) }
        let (outcome, runs) = try await meanwhile.overtaking { deciding in
            let seen = try deciding.look { try $0.state(of: Notebook.self, id)?.version }
            try deciding.record(Noted(amount: 1), on: Notebook.self, "other", day: deciding.today)
            return seen
        }
        #expect(runs == 2)
        #expect(outcome.value == 2)
    }

    @Test func `that is refused in its second run keeps nothing`() async throws {
        struct Twice: Explained {
            var forPerson: String { "No." }
            var forOperator: String { "no" }
        }
        let lab = try await Lab()
        let id = try await lab.open()
        await #expect(throws: Twice.self) {
            let meanwhile = Meanwhile(lab) { try await lab.note(5, in: id) }
            _ = try await meanwhile.overtaking { deciding in
                try deciding.record(Noted(amount: 1), on: Notebook.self, id, day: deciding.today)
                if try deciding.state(of: Notebook.self, id)?.version == 2 { throw Twice() }
                return true
            }
        }
        #expect(try await lab.state(id)?.notes.map(\.amount) == [5])
        #expect(try await lab.ledger.checkRebuild().difference == nil)
    }

    // MARK: What the form showed

    /// Commits a form that showed version 2 of a notebook, after `meanwhile`.
    private func form(
        _ kinds: Set<String>, after meanwhile: (Lab, String, String) async throws -> Void
    ) async throws -> LedgerError? {
        let lab = try await Lab()
        let id = try await lab.open()
        let note = try await lab.note(1, in: id)
        try await meanwhile(lab, id, note)
        let before = try lab.everything()
        let shown = Shown(SubjectID(kind: Notebook.kind, id: id), version: 2, kinds: kinds)
        do {
            try await lab.commit(shown: [shown]) {
                try $0.record(Noted(amount: 9), on: Notebook.self, id, day: $0.today)
            }
            return nil
        } catch let error as LedgerError {
            #expect(try lab.everything() == before)
            return error
        }
    }

    @Test func `on a form is not overtaken by entries it does not depend on`() async throws {
        #expect(try await form(["noted"]) { _, _, _ in } == nil)
        #expect(try await form(["closed"]) { lab, id, _ in try await lab.note(2, in: id) } == nil)
        #expect(
            try await form(["closed"]) { lab, id, note in try await lab.correct(note, to: 2, in: id) } == nil)
        #expect(try await form(["noted"]) { lab, id, _ in try await lab.close(id, on: Lab.today) } == nil)
        #expect(try await form(["noted"]) { lab, _, _ in _ = try await lab.open() } == nil)
        let withdrawn = try await form(["closed"]) { lab, id, note in
            try await lab.withdraw(lab.withdraw(note, in: id), in: id)
        }
        #expect(withdrawn == nil)
    }

    @Test func `on a form is overtaken by entries of the kinds it names, with their ids`() async throws {
        let noted = try await form(["noted", "closed"]) { lab, id, _ in
            try await lab.note(2, in: id)
            try await lab.close(id, on: Lab.today)
        }
        guard case .overtaken(let entries) = noted else {
            Issue.record("not overtaken")
            return
        }
        #expect(entries.count == 2)
        #expect(
            noted?.forPerson
                == "Somebody else has changed this since you opened the page. Look at their change and send yours again."
        )
        #expect(noted?.forOperator == "overtaken by entries \(entries.joined(separator: ", "))")
    }

    @Test func `on a form is overtaken by a withdrawal of what it depends on`() async throws {
        let once = try await form(["noted"]) { lab, id, note in try await lab.withdraw(note, in: id) }
        let twice = try await form(["noted"]) { lab, id, note in
            try await lab.withdraw(lab.withdraw(note, in: id), in: id)
        }
        guard case .overtaken(let one) = once, case .overtaken(let two) = twice else {
            Issue.record("not overtaken")
            return
        }
        #expect((one.count, two.count) == (1, 2))
    }

    /// Closes a notebook by a form that showed it open, which is refused where it is closed.
    private func close(
        _ lab: Lab, _ id: String, shownAt version: Int, refusing error: any Error
    ) async -> (any Error)? {
        let shown = Shown(SubjectID(kind: Notebook.kind, id: id), version: version, kinds: ["closed"])
        do {
            try await lab.perform(shown: [shown]) { deciding in
                if try deciding.state(of: Notebook.self, id)?.version ?? 0 > 1 { throw error }
                try deciding.record(Noted(amount: 1), on: Notebook.self, id, day: deciding.today)
            }
            return nil
        } catch {
            return error
        }
    }

    @Test func `that is refused says first what somebody else did meanwhile`() async throws {
        let lab = try await Lab()
        let id = try await lab.open()
        try await lab.close(id, on: Lab.today)
        let overtaken = await close(lab, id, shownAt: 1, refusing: LedgerError.taken("Closed already."))
        #expect((overtaken as? LedgerError)?.isOvertaken == true)
        let seen = await close(lab, id, shownAt: 2, refusing: LedgerError.taken("Closed already."))
        #expect((seen as? LedgerError)?.forPerson == "Closed already.")
    }

    @Test func `that fails otherwise than by a refusal tells nothing of what somebody else did`() async throws
    {
        struct NotThere: Error {}
        let lab = try await Lab()
        let id = try await lab.open()
        try await lab.close(id, on: Lab.today)
        #expect(await close(lab, id, shownAt: 1, refusing: NotThere()) is NotThere)
    }
}
