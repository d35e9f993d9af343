import Access
import CivilTime
import Markup
import Pages
import People

/// The page of a record as the family and the young person see it.
enum FamilyView {
    static func page(_ model: RecordModel) -> Page {
        let isOwn = model.sight.permission.role == .youngPerson
        let whose = isOwn ? "you" : model.found.title
        return Page(
            title: model.found.title, section: "my-child",
            body: """
                <h1>\(model.found.title)</h1>
                <p class="lead">This is what your council's SEND partnership has recorded about \(whose).</p>
                \(Kit.summary(about(model)))
                <p>If something here is wrong, tell your SEND team. They will put it right and keep a note of what was \
                there before.</p>
                <h2>\(isOwn ? "The adults around you" : "The adults around \(whose)")</h2>\(adults(model))
                <h2>Who decides</h2>
                <p>The law says who may ask for things, agree to things and appeal.</p>
                \(RightsSection.html(model.rights))
                <h2>Who can see this</h2>
                <p>These people and organisations are involved now and can see this record.</p>
                \(RecordView.involved(model))
                <p>Besides them, the managers of the council's SEND service, the designated officers for health and \
                social care, and the safeguarding lead of the area can open it when their work needs it.</p>
                \(readers(model, isOwn: isOwn))
                <p class="muted">Record number <span class="mono">\(model.found.id)</span>: you can quote it when you \
                write to the council's data protection officer.</p>
                """)
    }

    private static func about(_ model: RecordModel) -> [(name: String, value: HTML)] {
        var rows: [(name: String, value: HTML)] = [
            ("Name", HTML(text: model.child.name.map { ChildDetail.name($0).words(model.names) } ?? "")),
            ("Birth date", HTML(text: RecordView.birth(model.child, model.today))),
        ]
        let topics: [Topic] = [
            .identifier, .sex, .ethnicity, .language, .address, .placement, .need, .home, .team,
        ]
        for topic in topics {
            let words = model.now(topic).map { $0.detail.words(model.names) }
            // An address that is kept from others is not spoken of here at all.
            if words.isEmpty, topic == .address { continue }
            rows.append((topic.subject, words.isEmpty ? "not recorded" : RecordView.lines(words)))
        }
        return rows
    }

    private static func adults(_ model: RecordModel) -> HTML {
        let texts = model.child.statements.filter {
            [.relationship, .responsibility].contains($0.detail.topic) && $0.holds(on: model.today)
                && model.sight.shows($0.detail)
        }.map { statement -> String in
            if case .responsibility(let right) = statement.detail {
                return "\(model.names.person(right.person)) has parental responsibility"
            }
            return statement.detail.words(model.names)
        }
        let list: HTML = texts.isEmpty ? "<p>Nobody is recorded.</p>" : Kit.bullets(texts)
        guard let own = model.own else { return list }
        let link = AdultRoutes.adult((model.found.id, own))
        return "\(list)<p><a href=\"\(link)\">See what is recorded about you</a></p>"
    }

    private static func readers(_ model: RecordModel, isOwn: Bool) -> HTML {
        guard model.sight.mayReadReaders else { return "" }
        return """
            <p><a href="\(ChildRoutes.readers(model.found.id))">See who looked at \
            \(isOwn ? "your record" : "this record")</a></p>
            """
    }
}
