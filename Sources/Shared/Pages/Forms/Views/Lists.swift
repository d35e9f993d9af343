public import Markup

extension Kit {
    /// How far a task is.
    public enum TaskState: Sendable, Hashable {
        case completed
        case inProgress
        case notStarted
        /// It waits for something else, which the hint says.
        case cannotStartYet
        /// Something is wrong with it.
        case problem(String)

        var html: HTML {
            switch self {
            case .completed: "Completed"
            case .inProgress: Kit.tag("In progress", .blue)
            case .notStarted: Kit.tag("Not started", .grey)
            case .cannotStartYet: "<span class=\"muted\">Cannot start yet</span>"
            case .problem(let words): Kit.tag(words, .red)
            }
        }
    }

    /// One of the things that are to be done.
    public struct TaskItem: Sendable {
        let title: String
        let link: Link?
        let hint: String?
        let state: TaskState

        /// Names a task; one without a link cannot be opened yet.
        public init(_ title: String, _ link: Link?, hint: String? = nil, _ state: TaskState) {
            self.title = title
            self.link = link
            self.hint = hint
            self.state = state
        }
    }

    /// The things that are to be done in any order, each with how far it is.
    ///
    /// - Parameter name: begins the ids of its parts; unlike that of any other list on the page.
    public static func tasks(_ name: String, _ tasks: [TaskItem]) -> HTML {
        let items = tasks.enumerated().map { index, task -> HTML in
            let id = "\(name)-\(index + 1)"
            let described = task.hint == nil ? "\(id)-state" : "\(id)-hint \(id)-state"
            let title: HTML =
                task.link.map { "<a href=\"\($0)\" aria-describedby=\"\(described)\">\(task.title)</a>" }
                ?? HTML(text: task.title)
            let hint: HTML? = task.hint.map { "<span class=\"hint\" id=\"\(id)-hint\">\($0)</span>" }
            return """
                <li><div>\(title)\(hint)</div><div class="state" id="\(id)-state">\(task.state.html)</div></li>

                """
        }
        return "<ul class=\"tasks\">\n\(items)</ul>\n"
    }

    /// One answer on the page that shows all of them.
    public struct GivenAnswer: Sendable {
        let question: String
        let answer: HTML?
        let change: Link?

        /// Names a question with its answer, nil where there is none, and the way to change it.
        public init(_ question: String, _ answer: HTML?, change: Link?) {
            self.question = question
            self.answer = answer
            self.change = change
        }

        /// The same for an answer that is plain text.
        public init(_ question: String, text: String?, change: Link?) {
            self.init(question, text.flatMap { $0.isEmpty ? nil : HTML(text: $0) }, change: change)
        }
    }

    /// All answers of a journey, to be checked before they are sent.
    public static func answers(_ answers: [GivenAnswer]) -> HTML {
        let rows = answers.map { row -> HTML in
            let change: HTML? = row.change.map { link in
                """
                <dd class="change"><a href="\(link)">Change<span class="unseen"> \(row.question)</span></a></dd>
                """
            }
            let answer: HTML = row.answer ?? "<span class=\"muted\">Not answered</span>"
            return "<div><dt>\(row.question)</dt><dd>\(answer)</dd>\(change)</div>\n"
        }
        return "<dl class=\"summary answers\">\n\(rows)</dl>\n"
    }
}
