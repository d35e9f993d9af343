import Access
import CivilTime
import Testing

@testable import Pages
@testable import Programme

@Suite struct `The kinds of registers` {
    @Test func `have ids of their own, and so have the questions of each`() {
        #expect(Set(RegisterKind.all.map(\.id)).count == RegisterKind.all.count)
        for kind in RegisterKind.all {
            #expect(Set(kind.questions.map(\.id)).count == kind.questions.count, "\(kind.id)")
            #expect(!kind.questions.isEmpty && !kind.about.isEmpty, "\(kind.id)")
            #expect(RegisterKind(pathText: kind.id) == kind)
        }
        #expect(RegisterKind(pathText: "nonsense") == nil)
    }

    /// A field for each question of a kind.
    private static func answers(_ kind: RegisterKind) -> [String: String] {
        var fields: [String: String] = [:]
        for question in kind.questions {
            switch question.answer {
            case .line, .text: fields[question.field] = "Words on \(question.id) & more"
            case .pounds: fields[question.field] = "1,250,000"
            case .choice(let offers): fields[question.field] = offers.first?.id
            }
        }
        return fields
    }

    @Test(arguments: RegisterKind.all)
    func `each take everything they ask for, show it, and keep in what is internal`(
        kind: RegisterKind
    ) async throws {
        let lab = try await RegisterLab()
        let fields = [
            "title": "A thing of \(kind.id)", "owner": "Head of Service", "plan": "HOLLIN-2024",
            "objectives": "P1A:1",
        ].merging(Self.answers(kind)) { $1 }.merging(dateFields("began", "2024-01-05")) { $1 }
        let sent = await lab.fill("/registers/kinds/\(kind.id)/new", fields)
        #expect(sent.status == 303, "\(sent.problems)")
        let address = try #require(sent.location)
        let page = await lab.get(address)
        for question in kind.questions {
            let words = question.words(
                question.answer == .pounds ? "1250000" : Self.answers(kind)[question.field] ?? "")
            #expect(page.text.contains(question.label) && page.text.contains(folded(words)), "\(question.id)")
        }
        #expect(
            page.text.contains("Friday 5 January 2024")
                && page.page.mainLinks.contains("/plans/HOLLIN-2024/objectives/P1A:1"))
        let id = try #require(address.split(separator: "/").last.map(String.init))
        #expect(await lab.get("/strategies/\(id)", by: .nobody).status == 404)
        #expect(!(await lab.get("/strategies", by: .nobody)).text.contains("A thing of"))
        try await lab.record(.publicity(true), on: id)
        let open = await lab.get("/strategies/\(id)", by: .nobody)
        #expect(open.status == 200)
        for question in kind.questions {
            #expect(open.text.contains(question.label) == question.isPublic, "\(question.id)")
        }
        #expect((await lab.get("/strategies", by: .nobody)).text.contains("A thing of \(kind.id)"))
        let list = await lab.get("/registers/kinds/\(kind.id)?q=THING")
        #expect(list.page.tables[kind.title]?.rows.count == 1)
        let none = await lab.get("/registers/kinds/\(kind.id)?q=other&status=ended")
        #expect(none.text.contains("None fits"))
    }

    @Test(arguments: RegisterKind.all)
    func `each show what was typed again in the form that changes it`(kind: RegisterKind) async throws {
        let lab = try await RegisterLab()
        let fields = ["title": "Kept", "owner": "Head of Service"].merging(Self.answers(kind)) { $1 }
        let sent = await lab.fill("/registers/kinds/\(kind.id)/new", fields)
        let form = await lab.get("\(try #require(sent.location))/change/details")
        for (name, value) in Self.answers(kind) {
            let shown = value == "1,250,000" ? "1250000" : value
            #expect(unescaped(form.html).contains(shown), "\(name)")
        }
        let wrong = await lab.post(
            "\(try #require(sent.location))/change/details",
            fields.merging(["owner": ""]) { $1 }, shown: form.hidden("shown"))
        #expect(wrong.status == 422 && wrong.wrong == ["owner"])
        for value in Self.answers(kind).values { #expect(unescaped(wrong.html).contains(value)) }
    }
}
