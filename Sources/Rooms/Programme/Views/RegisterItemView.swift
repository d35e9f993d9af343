import CivilTime
import Markup
import Pages

/// The page of one thing in a register; the public one leaves out what is not for everybody.
struct RegisterItemView: Sendable {
    let item: RegisterItem
    let details: RegisterDetails
    let around: RegisterSurroundings
    let isPublic: Bool
    let mayKeep: Bool
    let today: Day

    func page() -> Page {
        let findings = isPublic ? [] : RegisterAttention.findings(item.standing, today: today)
        let body: HTML = """
            <h1>\(details.title)</h1>
            <p class="lead">\(RegisterWords.tag(item.status))\(since)</p>
            \(RegisterWords.attention(findings))\(isPublic ? "" : RegisterWords.problems(item.problems))
            \(Kit.summary(facts))\(answers)\(versions)\(coproduction)\(actions)\(isPublic ? "" : history)\(doing)
            """
        return isPublic
            ? RegisterWords.publicPage(details.title, [RegisterWords.published], body)
            : RegisterWords.page(details.title, Array(RegisterWords.thread(item).dropLast()), body)
    }

    private var since: HTML? { item.statuses.last.map { " since \($0.day.written)" } }

    private var facts: [(name: String, value: HTML)] {
        var rows: [(name: String, value: HTML)] = [
            ("What it is", HTML(text: item.register?.title ?? "Of a kind that is not known here")),
            ("Who answers for it", HTML(text: details.owner)),
        ]
        if let served = around.served(details.serving) { rows.append(("Serves", served)) }
        let days: [(String, Day?)] = [
            ("Began", details.began), ("Due", details.due), ("Published", details.published),
            ("Last day", details.ends), ("To be looked at again", details.review),
        ]
        for (name, day) in days {
            if let day { rows.append((name, HTML(text: day.written))) }
        }
        if !isPublic {
            let open: HTML =
                item.isOpened
                ? "Everybody: <a href=\"\(RegisterRoutes.publishedItem(item.id))\">its public page</a>"
                : "The partnership only"
            rows.append(("Who may read it", open))
        }
        return rows
    }

    private var answers: HTML {
        let questions = (item.register?.questions ?? []).filter { $0.isPublic || !isPublic }
        let rows = questions.compactMap { question -> (name: String, value: HTML)? in
            guard let kept = details.answers[question.id], !kept.isEmpty else { return nil }
            let mark: HTML =
                question.isPublic || isPublic ? "" : "<p class=\"muted\">Never shown in public.</p>"
            return (question.label, "\(RegisterWords.paragraphs(question.words(kept)))\(mark)")
        }
        return rows.isEmpty ? "" : "<h2>What it holds</h2>\(Kit.summary(rows))"
    }

    // MARK: Versions

    private var versions: HTML {
        let shown = item.versions.filter { $0.isPublic || !isPublic }
        guard !shown.isEmpty else {
            return item.register?.hasVersions == true
                ? "<h2>Versions</h2><p>No version \(isPublic ? "has been published" : "is recorded") yet.</p>"
                : ""
        }
        var columns: [DataTable.Column] = [
            .plain("Version"), .text("Day"), .text("Paper"), .text("What changed"),
        ]
        if !isPublic { columns.append(.text("Who may read it")) }
        var table = DataTable("Versions", columns)
        for version in shown.reversed() {
            let place = (item.id, version.entry)
            let link = isPublic ? RegisterRoutes.publishedPaper(place) : RegisterRoutes.paper(place)
            let title = "\(details.title), version \(version.number.text)"
            var cells: [HTML] = [
                "Version \(version.number.text)", HTML(text: version.day.short),
                around.paper(version.paper, at: link, title) ?? RegisterWords.nothing,
                RegisterWords.text(version.changed),
            ]
            if !isPublic { cells.append(version.isPublic ? "Everybody" : "The partnership") }
            table.add(cells)
        }
        return "<h2>Versions</h2>\(table.html())"
    }

    // MARK: Co-production

    private var coproduction: HTML {
        guard !item.coproductions.isEmpty else {
            return item.register?.isCoproduced == true
                ? "<h2>Who shaped it with us</h2><p>No co-production is recorded yet.</p>" : ""
        }
        let times = item.coproductions.reversed().map { time -> HTML in
            let who = time.who.map { group -> HTML in
                "<li>\(group.group.words): \(isPublic ? group.publicNumber : "\(group.number)")</li>"
            }
            let words = Kit.summary([
                (name: "What they said", value: RegisterWords.paragraphs(time.said)),
                (name: "What changed because of it", value: RegisterWords.paragraphs(time.changed)),
            ])
            return """
                <section><h3>\(time.day.written)</h3><ul class="bullets">\(who)</ul>\(words)</section>

                """
        }
        return "<h2>Who shaped it with us</h2>\(HTML.joined(times))"
    }

    // MARK: Actions, history

    private var actions: HTML {
        let id = item.id
        return RegisterWords.actions(
            item.actions, around, today: today,
            report: mayKeep
                ? { RegisterRoutes.changing((id, .actionState), query: [("action", $0.entry)]) } : nil)
    }

    private var history: HTML {
        guard !item.statuses.isEmpty else { return "" }
        var table = DataTable(
            "How its status changed", [.plain("Since"), .text("Status"), .text("In words")])
        for reached in item.statuses.reversed() {
            table.add([
                HTML(text: reached.day.short), RegisterWords.tag(reached.status),
                RegisterWords.text(reached.words),
            ])
        }
        return "<h2>How its status changed</h2>\(table.html())"
    }

    private var doing: HTML {
        guard mayKeep, let kind = item.register else { return "" }
        let forms: [(RegisterItemForm, String, Bool)] = [
            (.status, "Record its status", true), (.version, "Record a version", true),
            (.coproduction, "Record how it was shaped together", true),
            (.action, "Add an action", kind.hasActions), (.details, "Change what is stated of it", true),
            (.publicity, "Say who may read it", true),
        ]
        return RegisterWords.doing(
            forms.filter(\.2).map { ($0.1, RegisterRoutes.changing((item.id, $0.0))) })
    }
}
