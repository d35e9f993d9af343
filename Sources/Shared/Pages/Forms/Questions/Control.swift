import Markup

/// The parts that questions are drawn from.
enum Control {
    /// What stands around one control with a label.
    static func field(_ asked: Asked, _ problem: FormProblem?, hint: String? = nil, _ control: HTML) -> HTML {
        let label: HTML = "<label class=\"label\" for=\"\(asked.name)\">\(words(asked))</label>"
        return group(
            problem,
            """
            \(asked.isHeading ? "<h1 class=\"asked\">\(label)</h1>" : label)
            \(above(asked, problem, hint: hint))\(control)
            """)
    }

    /// What stands around several controls that answer one question together.
    static func fieldset(
        _ asked: Asked, _ problem: FormProblem?, hint: String? = nil, _ controls: HTML
    ) -> HTML {
        let legend: HTML = asked.isHeading ? "<h1 class=\"asked\">\(words(asked))</h1>" : words(asked)
        return group(
            problem,
            """
            <fieldset\("aria-describedby", is: describedBy(asked, problem, hint: hint))>
            <legend class="label">\(legend)</legend>
            \(above(asked, problem, hint: hint))\(controls)
            </fieldset>
            """)
    }

    /// What stands around one box whose label stands beside it.
    static func alone(_ asked: Asked, _ problem: FormProblem?, _ control: HTML) -> HTML {
        group(
            problem,
            """
            \(above(asked, problem, hint: nil))<div class="choice">\(control)\
            <label for="\(asked.name)">\(words(asked))</label></div>
            """)
    }

    /// The ids of the lines that describe a question; nil where there are none.
    static func describedBy(_ asked: Asked, _ problem: FormProblem?, hint: String? = nil) -> String? {
        var ids: [String] = []
        if asked.hint != nil || hint != nil { ids.append("\(asked.name)-hint") }
        if problem != nil { ids.append("\(asked.name)-error") }
        return ids.isEmpty ? nil : ids.joined(separator: " ")
    }

    /// What marks a control that is wrong for those who do not see its border.
    static func invalid(_ control: String, _ problem: FormProblem?) -> String? {
        problem?.controls.contains(control) == true ? "true" : nil
    }

    private static func group(_ problem: FormProblem?, _ content: HTML) -> HTML {
        problem == nil
            ? "<div class=\"field\">\n\(content)\n</div>\n"
            : "<div class=\"field field-wrong\">\n\(content)\n</div>\n"
    }

    private static func words(_ asked: Asked) -> HTML {
        asked.isOptional ? "\(asked.label) (optional)" : "\(asked.label)"
    }

    /// The hint, then what is wrong.
    private static func above(_ asked: Asked, _ problem: FormProblem?, hint: String?) -> HTML {
        let hints = [asked.hint, hint].compactMap { $0 }.joined(separator: " ")
        let help: HTML = hints.isEmpty ? "" : "<p class=\"hint\" id=\"\(asked.name)-hint\">\(hints)</p>\n"
        return "\(help)\(problem.map { Control.problem($0, asked.name) })"
    }

    private static func problem(_ problem: FormProblem, _ name: String) -> HTML {
        """
        <p class="problem" id="\(name)-error"><span class="unseen">Error:</span> \(problem.text)</p>

        """
    }
}

extension HTML.StringInterpolation {
    /// Writes an attribute with its value, escaped, where there is a value.
    mutating func appendInterpolation(_ attribute: StaticString, is value: String?) {
        guard let value else { return }
        appendLiteral(" ")
        appendLiteral(attribute)
        appendLiteral("=\"")
        appendInterpolation(value)
        appendLiteral("\"")
    }
}

/// How wide a control is: about so many letters, so that its width says what is expected.
public enum ControlWidth: Int, Sendable, CaseIterable {
    case two = 2
    case four = 4
    case ten = 10
    case twenty = 20
    case thirty = 30
    /// As wide as there is room, up to a comfortable line.
    case full = 0

    var classes: String? { self == .full ? nil : "width-\(rawValue)" }
}

/// What of the person's own a browser may fill in (WHATWG HTML, 4.10.18.7); only for questions about themselves.
public enum Autocomplete: String, Sendable, CaseIterable {
    case name
    case givenName = "given-name"
    case familyName = "family-name"
    case mail = "email"
    case telephone = "tel"
    case postcode = "postal-code"
    case streetAddress = "street-address"
    case username
    case currentPassword = "current-password"
    case newPassword = "new-password"
    case oneTimeCode = "one-time-code"
}
