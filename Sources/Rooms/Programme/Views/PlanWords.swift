import CivilTime
import Markup
import Pages

/// The words and small pieces that the plan's pages share.
enum PlanWords {
    static func priority(_ form: PlanHeader.Form) -> String {
        form == .priorityActionPlan ? "Priority" : "Area of weakness"
    }

    static func response(_ form: PlanHeader.Form) -> String {
        form == .priorityActionPlan ? "Response" : "Required outcome"
    }

    static func due(_ due: Due) -> String {
        if due.isOngoing { return "Ongoing" }
        return due.months.isEmpty ? "No date given" : due.months.map(\.written).joined(separator: " and ")
    }

    static func tag(_ rating: Rating) -> HTML { Kit.tag(rating.label, colour(rating.colour)) }

    static func colour(_ colour: Rating.Colour) -> Kit.TagColour {
        switch colour {
        case .red: .red
        case .amber: .amber
        case .green: .green
        case .blue: .blue
        case .grey: .grey
        }
    }

    static func lateness(_ lateness: Lateness) -> HTML {
        lateness.isLate ? Kit.tag(lateness.words, .red) : HTML(text: lateness.words)
    }

    /// What a plan says will be measured, each with the ids of its indicators.
    static func measures(_ measures: [Measure]) -> HTML {
        guard !measures.isEmpty else { return "" }
        let items = measures.map { measure -> HTML in
            let ids = measure.indicators.joined(separator: ", ")
            let mark: HTML = ids.isEmpty ? "" : " <span class=\"muted nowrap\">(\(ids))</span>"
            return "<li>\(measure.text)\(mark)</li>"
        }
        return "<ul class=\"bullets\">\(items)</ul>"
    }

    /// Remarks: doubts set apart, explanations as plain text.
    static func remarks(_ remarks: [Remark]) -> HTML {
        HTML.joined(
            remarks.map { remark -> HTML in
                let about: HTML = remark.about.map { "<strong>About the \($0):</strong> " } ?? ""
                return remark.isDoubt
                    ? Kit.doubt("\(about)\(remark.text)") : "<p class=\"muted\">\(about)\(remark.text)</p>"
            })
    }

    /// Remarks under a heading that says whether any of them is a doubt; nothing where there are none.
    static func remarkSection(_ remarks: [Remark]) -> HTML {
        guard !remarks.isEmpty else { return "" }
        let title = remarks.contains(where: \.isDoubt) ? "What is uncertain" : "Notes"
        return "<h2>\(title)</h2>\(Self.remarks(remarks))"
    }

    static func thread(_ header: PlanHeader) -> [Crumb] {
        [
            Crumb("Improvement plan", PlanRoutes.plans()),
            Crumb(header.code.text, PlanRoutes.plan(header.code)),
        ]
    }

    static func page(_ title: String, _ thread: [Crumb], _ body: HTML) -> Page {
        Page(title: title, thread: thread, section: PlanRoutes.section, body: body)
    }

    /// The names of groups, each leading to its page where the plan describes it.
    static func groups(_ names: [String], _ record: PlanRecord) -> HTML {
        HTML.joined(
            names.map { name -> HTML in
                guard let body = record.body(called: name) else { return HTML(text: name) }
                return "<a href=\"\(PlanRoutes.group((record.code, body.code)))\">\(name)</a>"
            }, separator: ", ")
    }

    static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    /// The day a plan or an issue of it was published; only the month where the plan prints no day.
    static func published(_ day: Day, _ header: PlanHeader) -> String {
        header.isPublishedPrinted ? day.short : day.calendarMonth.written
    }

    static func count(_ number: Int, _ one: String, _ many: String) -> String {
        number == 1 ? "1 \(one)" : "\(number) \(many)"
    }
}
