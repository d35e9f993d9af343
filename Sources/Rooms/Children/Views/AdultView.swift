import Access
import CivilTime
import Ledger
import Markup
import Pages
import People

/// The page of an adult around a child.
enum AdultView {
    static func thread(_ adult: FoundAdult) -> [Crumb] {
        RecordView.thread(adult.found) + [
            Crumb(adult.title, AdultRoutes.adult((adult.found.id, adult.person.id)))
        ]
    }

    static func page(_ adult: FoundAdult, today: Day) -> Page {
        let found = adult.found
        let thread =
            found.sight.isFamily
            ? [Crumb(found.title, ChildRoutes.child(found.id))] : RecordView.thread(found)
        return Page(
            title: adult.title, thread: thread, section: found.sight.isFamily ? "my-child" : "children",
            body: """
                <h1>\(adult.title)</h1>
                \(lead(adult, today))\(died(adult))\(problems(adult))
                <h2>How to reach \(adult.isOwn ? "you" : "them")</h2>
                \(contacts(adult, today))\(changes(AdultTopic.contacts, adult))
                <h2>Name</h2>\(names(adult))\(changes([.name], adult))
                <h2>Children</h2>\(children(adult, today))
                \(work(adult, today))\(roles(adult))
                \(foot(adult))
                """)
    }

    private static func lead(_ adult: FoundAdult, _ today: Day) -> HTML {
        if adult.isOwn {
            return "<p class=\"lead\">This is what is recorded about you, beside your child’s record.</p>"
        }
        let here = adult.ties.filter {
            $0.child == adult.found.id && $0.from <= today && today <= $0.to ?? today
        }
        guard !here.isEmpty else { return "" }
        let kinds = here.map { $0.kind.name }.joined(separator: ", ")
        return "<p class=\"lead\">\(kinds) of \(adult.found.title)</p>"
    }

    private static func died(_ adult: FoundAdult) -> HTML {
        adult.person.died.map { Kit.notification("Died on \($0.short)") } ?? ""
    }

    private static func problems(_ adult: FoundAdult) -> HTML {
        let hidden = Set(adult.person.statements.filter { !adult.shows($0.detail) }.map(\.entry))
        let texts = adult.person.problems.filter { hidden.isDisjoint(with: $0.entries) }.map(\.text)
        return texts.isEmpty || adult.found.sight.isFamily
            ? "" : Kit.doubt(HTML(text: texts.joined(separator: " ")))
    }

    // MARK: Contact details

    private static func contacts(_ adult: FoundAdult, _ today: Day) -> HTML {
        let rows = AdultTopic.contacts.compactMap { topic -> (name: String, value: HTML)? in
            let words = adult.statements(on: topic).filter { $0.holds(on: today) }.map {
                $0.detail.words(adult.names)
            }
            guard !words.isEmpty else { return nil }
            return (name: topic.subject, value: RecordView.lines(words))
        }
        let withheld: HTML =
            adult.hidesAddress(on: today)
            ? "<p>An address is withheld. Ask the SEND team if you need it.</p>" : ""
        let none: HTML = adult.isOwn ? "<p>Nothing is recorded.</p>" : "<p>Nothing is recorded yet.</p>"
        let other = AdultTopic.contacts.flatMap { adult.statements(on: $0) }.filter { !$0.holds(on: today) }
        return """
            \(rows.isEmpty && withheld.isEmpty ? none : Kit.summary(rows))\(withheld)\
            \(other.isEmpty ? "" : Kit.details("Earlier and later", list(other, "Contact details", adult, today)))
            """
    }

    private static func list(
        _ statements: [AdultStatement], _ title: String, _ adult: FoundAdult, _ today: Day
    ) -> HTML {
        var table = DataTable(title, [.text("Recorded"), .text("What"), .text("Days")])
        for statement in statements {
            table.add([
                HTML(text: statement.detail.words(adult.names)),
                HTML(text: statement.detail.topic.subject), HTML(text: statement.days(on: today)),
            ])
        }
        return table.html()
    }

    private static func names(_ adult: FoundAdult) -> HTML {
        Kit.summary(
            adult.person.names.reversed().map { name -> (name: String, value: HTML) in
                (name.to.map { "Name until \($0.short)" } ?? "Name", HTML(text: name.value.text))
            })
    }

    // MARK: Children, work, roles

    private static func children(_ adult: FoundAdult, _ today: Day) -> HTML {
        guard !adult.ties.isEmpty else {
            return "<p>No relationship to a child whose record you may see is recorded.</p>"
        }
        var table = DataTable("Children", [.text("Child"), .text("As"), .text("Days")])
        for tie in adult.ties {
            let days = Stating(entry: "", detail: tie.kind, from: tie.from, to: tie.to).days(on: today)
            table.add([
                "<a href=\"\(ChildRoutes.child(tie.child))\">\(tie.name)</a>", HTML(text: tie.kind.name),
                HTML(text: days),
            ])
        }
        let others: HTML =
            adult.isOwn ? "" : "<p class=\"muted\">Only children whose records you may see stand here.</p>"
        return "\(table.html())\(others)"
    }

    private static func work(_ adult: FoundAdult, _ today: Day) -> HTML {
        let statements = AdultTopic.work.flatMap { adult.statements(on: $0).reversed() }
        guard !statements.isEmpty || adult.mayEdit else { return "" }
        let table: HTML =
            statements.isEmpty ? "<p>None is recorded.</p>" : list(statements, "Work", adult, today)
        return "<h2>Work</h2>\(table)\(changes(AdultTopic.work, adult))"
    }

    private static func roles(_ adult: FoundAdult) -> HTML {
        guard !adult.isOwn else { return "" }
        let texts = adult.roles.map { held in
            held.role.words.capitalizedFirst + (held.organisation.map { ", \($0)" } ?? "")
        }
        let none: HTML = "<p>They have no account with a role today, and so see nothing here themselves.</p>"
        return "<h2>Roles in this system</h2>\(texts.isEmpty ? none : Kit.bullets(texts))"
    }

    private static func foot(_ adult: FoundAdult) -> HTML {
        guard adult.isOwn else {
            return "<p>Record number <span class=\"mono\">\(adult.person.id)</span>.</p>"
        }
        return """
            <p>If something here is wrong, tell your SEND team. They will put it right and keep a note of what was \
            there before.</p>
            """
    }

    private static func changes(_ topics: [AdultTopic], _ adult: FoundAdult) -> HTML {
        guard adult.mayEdit else { return "" }
        return Kit.links(
            topics.map { ($0.title, AdultRoutes.changing($0)((adult.found.id, adult.person.id))) },
            label: "Record " + topics.map { $0.subject.lowercased() }.joined(separator: ", "))
    }

    // MARK: Forms

    /// What stands over a form: whom it is about, and what is recorded now with the ways to put it right.
    static func lead(_ edit: AdultEdit, today: Day) -> HTML {
        let adult = edit.adult
        if let statement = edit.right?.statement {
            return """
                <p>\(edit.topic.subject), recorded of \(adult.title) for \(statement.from.short): \
                \(statement.detail.words(adult.names)).</p>
                <p>What was recorded stays in the history with your reason.</p>
                """
        }
        let statements = adult.statements(on: edit.topic)
        let about: HTML = "<p>Of \(adult.title), on every child’s record they stand on.</p>"
        guard !statements.isEmpty else { return about }
        var table = DataTable("Recorded now", [.text("Recorded"), .text("Days"), .plain("Put right")])
        for statement in statements.reversed() {
            table.add([
                HTML(text: statement.detail.words(adult.names)), HTML(text: statement.days(on: today)),
                ways(statement, adult),
            ])
        }
        return "\(about)\(Kit.details("What is recorded now", table.html()))"
    }

    private static func ways(_ statement: AdultStatement, _ adult: FoundAdult) -> HTML {
        let place = (adult.found.id, statement.entry)
        var ways = [("Correct", AdultRoutes.correcting(place))]
        if statement.detail.topic.ends, statement.to == nil {
            ways.append(("End", AdultRoutes.ending(place)))
        }
        ways.append(("Take back", AdultRoutes.withdrawing(place)))
        let words = statement.detail.words(adult.names)
        return HTML.joined(
            ways.map { title, link -> HTML in
                "<a href=\"\(link)\">\(title)<span class=\"unseen\"> \(words)</span></a>"
            }, separator: "<br>")
    }
}

extension FoundAdult {
    /// What a state of them says on a topic, in words; nil where it says nothing that is for the asker.
    func words(of person: Person, on topic: AdultTopic) -> String? {
        let words = person.statements.filter { $0.detail.topic == topic && shows($0.detail) }.map {
            statement -> String in
            let end = statement.to.map { " to \($0.short)" } ?? ""
            return "\(statement.detail.words(names)), from \(statement.from.short)\(end)"
        }
        return words.isEmpty ? nil : words.joined(separator: "; ")
    }
}
