import Markup
import Pages
import People

/// The adults around a child, their rights and what courts have ordered.
enum FamilySection {
    static func html(_ model: RecordModel) -> HTML {
        """
        \(adults(model))\(RecordView.changes([.relationship, .responsibility], model))
        <h3>Lives with</h3>\(RecordView.list(.home, model))
        \(courts(model))\(judgements(model))
        """
    }

    private static func adults(_ model: RecordModel) -> HTML {
        let shown = model.child.statements.filter {
            [.relationship, .responsibility].contains($0.detail.topic) && model.sight.shows($0.detail)
        }
        guard !shown.isEmpty else { return "<p>Nobody is recorded.</p>" }
        var table = DataTable("Adults", [.text("Who"), .text("What is recorded"), .text("Days")])
        for statement in shown {
            let who = statement.detail.people.first.map { person -> HTML in
                let link = AdultRoutes.adult((model.found.id, person))
                return "<a href=\"\(link)\">\(model.names.person(person))</a>"
            }
            table.add([
                who ?? "", HTML(text: what(statement.detail)),
                HTML(text: statement.days(on: model.today)),
            ])
        }
        return table.html()
    }

    private static func what(_ detail: ChildDetail) -> String {
        switch detail {
        case .relationship(let relationship): relationship.kind.name
        case .responsibility(let right): "Parental responsibility: \(right.source.name)"
        default: ""
        }
    }

    private static func courts(_ model: RecordModel) -> HTML {
        let orders = model.statements(on: .restriction)
        let list: HTML = orders.isEmpty ? "" : "\(RecordView.list(.restriction, model))"
        guard !orders.isEmpty || model.sight.mayEdit else { return "" }
        return "<h3>Court restrictions</h3>\(list)\(RecordView.changes([.restriction], model))"
    }

    private static func judgements(_ model: RecordModel) -> HTML {
        let topics = [Topic.capacity, .sharing].filter { !model.statements(on: $0).isEmpty }
        return HTML.joined(
            topics.map { topic -> HTML in "<h3>\(topic.subject)</h3>\(RecordView.list(topic, model))" })
    }
}

/// Who may take which decisions today, and why.
enum RightsSection {
    static func html(_ groups: [RightsGroup]) -> HTML { HTML.joined(groups.map(html)) }

    private static func html(_ group: RightsGroup) -> HTML {
        let isAll = group.decisions.count == DecisionKind.allCases.count
        let decisions = group.decisions.map(\.name).joined(separator: ", ")
        let title = isAll ? "All decisions about special educational needs" : "Who may \(decisions)"
        let doubts: HTML =
            group.doubts.isEmpty ? "" : Kit.doubt(HTML(text: group.doubts.joined(separator: " ")))
        return """
            <h3>\(title)</h3>
            \(group.holders.isEmpty ? "<p>Nobody is recorded who may.</p>" : table("Who may", group.holders))
            \(group.prevented.isEmpty ? "" : table("Who may not", group.prevented))\(doubts)
            """
    }

    private static func table(_ title: String, _ rows: [(who: String, why: String)]) -> HTML {
        var table = DataTable(title, [.text(title), .text("Why")])
        for row in rows { table.add([HTML(text: row.who), HTML(text: row.why)]) }
        return table.html(namesFirst: true)
    }
}
