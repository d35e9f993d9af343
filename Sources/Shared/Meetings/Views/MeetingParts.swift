import CivilTime
import Ledger
import Markup
import Pages
import People

extension MeetingView {
    /// The agenda with its papers.
    var agenda: HTML {
        let loose = meeting.papers.map(\.data).filter { paper in
            !meeting.items.contains { $0.data.item == paper.item }
        }
        let rest: HTML = loose.isEmpty ? "" : "<h3>Other papers</h3>\(papers(loose))"
        guard !meeting.items.isEmpty else {
            return "\(Parts.empty("No item is recorded yet."))\(rest)"
        }
        let items = meeting.items.map { item -> HTML in
            let held = item.data
            let by = held.presenter.map { ", \($0.text)" } ?? ""
            let change: HTML =
                sight.records
                ? """
                 <a href="\(MeetingsRoutes.item((id, held.item)))">Change\
                <span class="unseen"> \(held.title.text)</span></a>
                """ : ""
            return """
                <li><strong>\(held.title.text)</strong> (\(held.kind.words.lowercased())\(by))\(change)\
                \(papers(meeting.papers.map(\.data).filter { $0.item == held.item }))</li>

                """
        }
        return "<ol>\(items)</ol>\(rest)"
    }

    private func papers(_ papers: [PaperAdded]) -> HTML {
        guard !papers.isEmpty else { return "" }
        let items = papers.map { paper -> HTML in
            let link = paper.page?.link ?? MeetingsRoutes.paper((id, paper.paper))
            let isOpen = meeting.opening(of: paper.paper) != nil
            let tag: HTML = isOpen ? " \(Kit.tag("Public", .green))" : ""
            let ways: HTML =
                sight.records
                ? """
                 <a href="\(MeetingsRoutes.opening((id, paper.paper)))">\
                \(isOpen ? "Stop showing it" : "Make public")<span class="unseen">: \(paper.title.text)</span></a> · \
                <a href="\(MeetingsRoutes.removing((id, paper.paper)))">Remove\
                <span class="unseen"> \(paper.title.text)</span></a>
                """ : ""
            return "<li><a href=\"\(link)\">\(paper.title.text)</a>\(tag)\(ways)</li>\n"
        }
        return "<ul class=\"bullets\">\(items)</ul>"
    }

    /// What earlier meetings gave to do and was open on the day.
    var carried: HTML {
        model.carried.isEmpty
            ? Parts.empty("None was open on this day.")
            : ActionsView.table(
                "Actions from earlier meetings", model.carried, [:], min(today, max(found.day, today)),
                links: sight.seesActions)
    }

    /// Decisions, challenges, actions and reports of this meeting.
    var record: HTML {
        guard meeting.stage == .held || !model.raised.isEmpty else { return "" }
        return """
            <h2>Decisions</h2>
            \(decisions)
            <h2>Challenges</h2>
            \(challenges)
            <h2>Actions</h2>
            \(model.raised.isEmpty ? Parts.empty("None was raised.") : ActionsView.table("Actions", model.raised, [:], today, links: sight.seesActions))
            \(received)
            """
    }

    private var decisions: HTML {
        guard !meeting.decisions.isEmpty else { return Parts.empty("None is recorded.") }
        let items = meeting.decisions.map { decision -> HTML in
            let held = decision.data
            let about = [meeting.title(of: held.item), held.by.map { "decided by \($0.text)" }]
                .compactMap(\.self).joined(separator: "; ")
            let change: HTML =
                sight.records
                ? """
                 <a href="\(MeetingsRoutes.decision((id, held.decision)))">Correct\
                <span class="unseen"> this decision</span></a>
                """ : ""
            let tag: HTML =
                meeting.quoracy?.isQuorate == false ? " \(Kit.tag("Made without a quorum", .amber))" : ""
            return "<li>\(held.text)\(about.isEmpty ? "" : " (\(about))")\(tag)\(change)</li>\n"
        }
        return "<ul class=\"bullets\">\(items)</ul>"
    }

    private var challenges: HTML {
        guard !meeting.challenges.isEmpty else { return Parts.empty("None is recorded.") }
        return HTML.joined(
            meeting.challenges.map { challenge in
                let ways: HTML =
                    sight.records
                    ? """
                    <p><a href="\(MeetingsRoutes.settle((id, challenge.data.challenge)))">Record what came of it</a> · \
                    <a href="\(MeetingsRoutes.correctingChallenge((id, challenge.data.challenge)))">Correct it</a></p>
                    """ : ""
                let item = meeting.title(of: challenge.data.item)
                return "\(Self.challenge(challenge, item: item))\(ways)"
            })
    }

    /// One challenge: who asked what, what was answered, where it went, what came of it.
    static func challenge(_ challenge: Meeting.Challenge, item: String? = nil) -> HTML {
        let held = challenge.data
        let rows: [(name: String, value: HTML)?] = [
            (held.by.text, "<strong>\(held.text)</strong>"),
            item.map { ("Item", HTML(text: $0)) },
            held.concern.map { ("Concern", HTML(text: $0)) },
            ("Answer", HTML(text: held.answer ?? "Not answered")),
            held.decision.map { ("Decided", HTML(text: $0)) },
            held.escalatedTo.map { ("Escalated to", HTML(text: $0.name)) },
            challenge.settled.map { ("Outcome", HTML(text: "\($0.outcome) (\($0.day.short))")) },
        ]
        return Kit.summary(rows.compactMap(\.self))
    }

    private var received: HTML {
        guard !meeting.received.isEmpty else { return "" }
        let items = meeting.received.map { received -> HTML in
            let what = received.data.what.text
            return received.data.page?.link.map { "<li><a href=\"\($0)\">\(what)</a></li>\n" }
                ?? "<li>\(what)</li>\n"
        }
        return "<h2>Reports received</h2>\n<ul class=\"bullets\">\(items)</ul>"
    }

    /// The last minutes, and whether they were agreed.
    var minutes: HTML {
        guard let last = meeting.minutes.last else { return Parts.empty("None are written yet.") }
        let draft: HTML = "<p>\(Kit.tag("Draft", .amber)) Written on \(last.day.short).</p>"
        guard let agreed = meeting.agreed else { return "\(draft)\(Parts.paragraphs(last.text))" }
        let state: HTML = "<p>\(Kit.tag("Agreed", .green)) At the meeting of \(agreed.on.written).</p>"
        let anew: HTML =
            meeting.isRewritten
            ? "<h3>Written anew since</h3>\(draft)\(Parts.paragraphs(last.text))" : ""
        return "\(state)\(Parts.paragraphs(agreed.text))\(anew)"
    }

    /// What the form for one sitting says above its questions.
    static func recordedSoFar(_ model: MeetingModel) -> HTML {
        let meeting = model.found.meeting
        let parts = [
            Words.count(meeting.decisions.count, "decision", "decisions"),
            Words.count(meeting.challenges.count, "challenge", "challenges"),
            Words.count(model.raised.count, "action", "actions"),
        ]
        let tag: HTML =
            meeting.quoracy?.isQuorate == false
            ? Kit.warning("This meeting had no quorum. Its decisions are recorded and marked so.") : ""
        return """
            \(tag)<p>Recorded so far: \(Words.list(parts)). What is left empty is not recorded; “Save and record more” \
            keeps what you typed and gives you an empty form.</p>
            """
    }
}
