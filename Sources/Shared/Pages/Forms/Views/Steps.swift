public import Markup

extension Kit {
    /// One step of a journey as its pages show it.
    public struct Step: Sendable {
        let title: String
        let link: Link?

        /// Names a step; one that cannot be opened yet has no link.
        public init(_ title: String, _ link: Link?) {
            self.title = title
            self.link = link
        }
    }

    /// Where somebody is on a journey of several pages.
    ///
    /// - Parameter current: the place of the step that is shown, from 0; nothing is shown for a place that
    ///   is not there.
    public static func steps(_ steps: [Step], current: Int) -> HTML {
        guard steps.indices.contains(current) else { return "" }
        let items = steps.enumerated().map { index, step -> HTML in
            if index == current { return "<li aria-current=\"step\">\(step.title)</li>\n" }
            return step.link.map { "<li><a href=\"\($0)\">\(step.title)</a></li>\n" }
                ?? "<li class=\"muted\">\(step.title)</li>\n"
        }
        return """
            <nav class="steps" aria-label="Steps"><p>Step \(current + 1) of \(steps.count)</p><ol>
            \(items)</ol></nav>

            """
    }
}
