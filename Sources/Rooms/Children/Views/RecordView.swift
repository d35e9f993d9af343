import Access
import CivilTime
import Ledger
import Markup
import Pages
import People

/// The page of one child's record, as staff see it.
enum RecordView {
    static func thread(_ found: FoundChild) -> [Crumb] {
        [ListView.crumb, Crumb(found.title, ChildRoutes.child(found.id))]
    }

    static func page(_ model: RecordModel) -> Page {
        Page(
            title: model.found.title, thread: [ListView.crumb], section: "children",
            body: """
                <h1>\(model.found.title)</h1>
                \(emergency(model))\(died(model))\(problems(model))\(doubles(model))
                \(Kit.summary(about(model)))\(changes([.name, .birth, .identifier, .details], model))
                <h2>Where they live</h2>\(address(model))\(changes([.address, .home], model))
                <h2>School and settings</h2>\(list(.placement, model))\(changes([.placement], model))
                <h2>Needs</h2>\(list(.need, model))\(changes([.need], model))
                <h2>Family and other adults</h2>\(FamilySection.html(model))
                <h2>Who holds the rights today</h2>\(RightsSection.html(model.rights))\
                \(changes([.capacity, .sharing], model))
                \(care(model))
                <h2>Who is involved</h2>\(list(.team, model))\(changes([.team], model))\(involved(model))
                <h2>This record</h2>\(about(record: model))
                """)
    }

    /// The ways to record something, where that is allowed.
    static func changes(_ topics: [Topic], _ model: RecordModel) -> HTML {
        guard model.sight.mayEdit else { return "" }
        return Kit.links(
            topics.map { ($0.title, ChildRoutes.changing((model.found.id, $0))) },
            label: "Record " + topics.map { $0.subject.lowercased() }.joined(separator: ", "))
    }

    private static func emergency(_ model: RecordModel) -> HTML {
        model.sight.permission.basis == .vitalInterests
            ? Kit.warning("You have opened this record in an emergency. It is being looked at who does.") : ""
    }

    private static func died(_ model: RecordModel) -> HTML {
        model.child.died.map { Kit.notification("Died on \($0.short)") } ?? ""
    }

    private static func problems(_ model: RecordModel) -> HTML {
        let hidden = Set(
            model.child.statements.filter { !model.sight.shows($0.detail) }.map(\.entry))
        let own = model.child.problems.filter { hidden.isDisjoint(with: $0.entries) }.map(\.text)
        let texts = own + model.doubledNumbers
        return texts.isEmpty ? "" : Kit.doubt(HTML(text: texts.joined(separator: " ")))
    }

    private static func doubles(_ model: RecordModel) -> HTML {
        guard !model.doubles.isEmpty else { return "" }
        let links = model.doubles.map { double -> HTML in
            """
            <li><a href="\(ChildRoutes.child(double.id))">\(double.name)</a> \
            (\(double.comparison.verdict.name.lowercased()))</li>
            """
        }
        let way: HTML =
            model.sight.mayMerge
            ? "<p><a href=\"\(ChildRoutes.doubles(model.found.id))\">Compare and merge</a></p>"
            : "<p>A SEND manager can merge them.</p>"
        return Kit.inset(
            "<p>These records may be of the same child:</p><ul class=\"bullets\">\(links)</ul>\(way)")
    }

    private static func about(_ model: RecordModel) -> [(name: String, value: HTML)] {
        var rows: [(name: String, value: HTML)] = []
        for name in model.child.names.reversed() {
            let title = name.to.map { "Name until \($0.short)" } ?? "Name"
            rows.append((title, HTML(text: ChildDetail.name(name.value).words(model.names))))
        }
        rows.append(("Birth date", HTML(text: birth(model.child, model.today))))
        for topic in [Topic.identifier, .sex, .ethnicity, .language] {
            let words = model.now(topic).map { $0.detail.words(model.names) }
            rows.append((topic.subject, words.isEmpty ? "not recorded" : lines(words)))
        }
        return rows
    }

    /// The birth date with the age, or that it is not known.
    static func birth(_ child: Child, _ today: Day) -> String {
        guard let born = child.birthDate else { return "not known" }
        if born > today || child.died != nil { return born.short }
        return "\(born.short) (\(Age.age(on: today, bornOn: born)) years old)"
    }

    static func lines(_ texts: [String]) -> HTML {
        HTML.joined(texts.map { HTML(text: $0) }, separator: "<br>")
    }

    private static func address(_ model: RecordModel) -> HTML {
        let withheld: HTML =
            model.hidesAddress ? "<p>An address is withheld. Ask the SEND team if you need it.</p>" : ""
        return "\(list(.address, model, none: model.hidesAddress ? "" : nil))\(withheld)"
    }

    /// What was ever recorded under a topic, the latest first.
    static func list(_ topic: Topic, _ model: RecordModel, none: HTML? = nil) -> HTML {
        let statements = model.statements(on: topic).reversed()
        guard !statements.isEmpty else { return none ?? "<p>None is recorded.</p>" }
        var table = DataTable(topic.subject, [.text(topic.subject), .text("Days")])
        for statement in statements {
            table.add([
                HTML(text: statement.detail.words(model.names)), HTML(text: statement.days(on: model.today)),
            ])
        }
        return table.html(namesFirst: true)
    }

    private static func care(_ model: RecordModel) -> HTML {
        guard model.sight.socialCare else { return "" }
        return """
            <h2>Social care</h2>\(list(.socialCare, model))\(changes([.socialCare], model))
            <h3>Corporate parent</h3>\(list(.corporateParent, model))\(changes([.corporateParent], model))
            """
    }

    static func involved(_ model: RecordModel) -> HTML {
        guard !model.involved.isEmpty else { return "<p>Nobody is recorded as involved.</p>" }
        var table = DataTable("Who is involved", [.text("Who"), .text("As"), .text("Since")])
        for row in model.involved {
            table.add([
                HTML(text: row.name), HTML(text: row.kind.words.capitalizedFirst),
                HTML(text: row.from.short),
            ])
        }
        return table.html()
    }

    private static func about(record model: RecordModel) -> HTML {
        let id = model.found.id
        var ways: [(title: String, link: Link)] = []
        if model.sight.mayEdit {
            ways.append(("History of this record", ChildRoutes.history(id)))
            ways.append((Topic.death.title, ChildRoutes.changing((id, .death))))
        }
        if model.sight.mayMark { ways.append(("Safeguarding marks", ChildRoutes.marks(id))) }
        for merged in model.merged {
            ways.append(("Take back the merge with \(merged)", ChildRoutes.separating((id, merged))))
        }
        return """
            <p>Record number <span class="mono">\(id)</span>. Give it to the data protection officer instead of a \
            name.</p>
            \(ways.isEmpty ? "" : Kit.links(ways, label: "This record"))
            """
    }
}
