extension RegisterKind {
    /// All kinds, in the order in which the index names them. A new kind is a line here and nothing else.
    public static let all: [RegisterKind] = strategies + learning + running

    private static let shaped = RegisterQuestion(
        "views", "How the views of families and young people shaped it")

    private static let strategies: [RegisterKind] = [
        RegisterKind(
            "strategy", "Strategies", one: "a strategy",
            "SEND, early help, early years, emotional wellbeing and other strategies of the partnership.",
            .strategies, hasVersions: true, isCoproduced: true, hasActions: true,
            [
                RegisterQuestion("priorities", "Priorities", hint: "One to a line."),
                RegisterQuestion("outcomes", "Vision and outcomes"),
                shaped,
                RegisterQuestion("carrying-out", "How it is carried out"),
                RegisterQuestion("progress", "Progress and impact so far"),
                RegisterQuestion(
                    "pathways", "Pathways mapped before they are improved",
                    hint: "Which, and what was found.",
                    isPublic: false),
                RegisterQuestion("board", "Board that answers for it", .line),
            ]),
        RegisterKind(
            "places", "Places: sufficiency and alternative provision", one: "a strategy on places",
            "What places there are, what is needed, and what is planned.", .strategies, hasVersions: true,
            isCoproduced: true, hasActions: true,
            [
                RegisterQuestion("places", "Places by type and need"),
                RegisterQuestion("demand", "Forecast demand"),
                RegisterQuestion("gap", "Gap between places and demand"),
                RegisterQuestion("planned", "Places planned"),
                RegisterQuestion("registered", "Registered alternative provision and its use"),
                RegisterQuestion("providers", "Providers and costs", isPublic: false),
                shaped,
            ]),
        RegisterKind(
            "communication", "Communication between services", one: "a strategy on communication",
            "How services share information and answer families in time.", .strategies, hasVersions: true,
            isCoproduced: true, hasActions: true,
            [
                RegisterQuestion("standards", "Standards", hint: "By when a query is answered, and by whom."),
                RegisterQuestion("log", "Where queries are logged, and what the log shows", isPublic: false),
                shaped,
            ]),
        RegisterKind(
            "carrying-priorities", "Other plans that carry SEND priorities",
            one: "a plan with SEND priorities",
            "Wellbeing, children’s and service plans of the area, with what they promise on SEND.",
            .strategies, hasVersions: true,
            [
                RegisterQuestion("priority", "SEND priorities in it"),
                RegisterQuestion("indicators", "Indicators in it", .line, hint: "Such as K301, K512."),
                RegisterQuestion("youth", "What young people said about it"),
            ]),
        RegisterKind(
            "agency-plan", "Plans of one agency", one: "a plan of one agency",
            "Action plans and improvement plans of one agency or workstream.", .strategies,
            hasVersions: true, hasActions: true,
            [
                RegisterQuestion("agency", "Agency", .line),
                RegisterQuestion("workstream", "Workstream or task group", .line),
                RegisterQuestion("audit", "Audit or review that it follows from", .line, isPublic: false),
                RegisterQuestion("coherence", "How it fits with the improvement plan"),
            ]),
    ]

    private static let learning: [RegisterKind] = [
        RegisterKind(
            "self-evaluation", "Self-evaluations and benchmarks", one: "a self-evaluation",
            "What the partnership, or one agency, says of itself, with the evidence.", .learning,
            hasVersions: true, isCoproduced: true, hasActions: true,
            [
                RegisterQuestion("statements", "What it says"),
                RegisterQuestion("ratings", "How it is rated, by area of work"),
                RegisterQuestion("evidence", "Evidence behind it"),
                RegisterQuestion("risks", "Risks found", isPublic: false),
                RegisterQuestion("follows", "What follows from it"),
            ]),
        RegisterKind(
            "lesson", "Lessons from elsewhere", one: "a lesson",
            "What other areas and systems do well, and where it was used here.", .learning,
            [
                RegisterQuestion("area", "Area or system", .line),
                RegisterQuestion("practice", "What they do"),
                RegisterQuestion("lesson", "What we learn from it"),
                RegisterQuestion("used", "Where it was used"),
            ]),
        RegisterKind(
            "conversation", "Open conversations", one: "a conversation",
            "Events at which families and partners speak openly, and what was answered.", .learning,
            isCoproduced: true,
            [
                RegisterQuestion("place", "Where it is held", .line),
                RegisterQuestion("themes", "What was raised", hint: "Themes, never who said what."),
                RegisterQuestion("responses", "What we answered"),
            ]),
        RegisterKind(
            "post", "Posts and summaries", one: "a post",
            "The independent chair’s posts and summaries of progress and performance.", .learning,
            hasVersions: true,
            [
                RegisterQuestion(
                    "sort", "What it is",
                    .choice([
                        .init(id: "post", words: "Post of the independent chair"),
                        .init(id: "progress", words: "Summary of progress"),
                        .init(id: "indicators", words: "Summary of indicators"),
                        .init(id: "other", words: "Something else"),
                    ])),
                RegisterQuestion("meeting", "Meeting that it follows", .line),
                RegisterQuestion("words", "What it says"),
            ]),
    ]

    private static let running: [RegisterKind] = [
        RegisterKind(
            "leader", "Leaders and their roles", one: "a leader",
            "Who leads on what, and how to reach them.", .running,
            [
                RegisterQuestion(
                    "holder", "Who holds the post", .line, hint: "Only who is named in public anyway."),
                RegisterQuestion("body", "Board, group or service", .line),
                RegisterQuestion("remit", "Role and responsibilities"),
                RegisterQuestion("reports-to", "Reports to", .line),
                RegisterQuestion(
                    "contact", "How to reach the post", .line, hint: "An office, not a person’s own."),
            ]),
        RegisterKind(
            "oversight", "Oversight of the local system", one: "a check on how something is applied",
            "Whether strategies and policies are applied across the area.", .running,
            [
                RegisterQuestion("policy", "Strategy or policy", .line),
                RegisterQuestion("applied", "Where it is applied"),
                RegisterQuestion("exceptions", "Exceptions", isPublic: false),
                RegisterQuestion("feedback", "Complaints and feedback by service", isPublic: false),
            ]),
        RegisterKind(
            "funding", "Funding", one: "a source of funding",
            "Where money comes from, how much, and for what.", .running,
            [
                RegisterQuestion("source", "Who gives it", .line),
                RegisterQuestion("amount", "Amount for the period", .pounds),
                RegisterQuestion("purpose", "What it is for"),
                RegisterQuestion(
                    "joint", "Joint or single",
                    .choice([
                        .init(id: "joint", words: "Joint: several agencies pay in"),
                        .init(id: "single", words: "Single: one agency pays"),
                    ])),
                RegisterQuestion("model", "What the financial model takes from it", isPublic: false),
            ]),
        RegisterKind(
            "alignment", "Programmes that must fit together", one: "a programme or workstream",
            "Themes and workstreams of other programmes, with the objectives they serve.", .running,
            hasActions: true,
            [
                RegisterQuestion("programme", "Programme that it belongs to", .line),
                RegisterQuestion("chairs", "Posts that lead it together", .line),
                RegisterQuestion("projects", "Projects"),
                RegisterQuestion(
                    "indicators", "Indicators it should move", .line, hint: "Such as K301, K512."),
            ]),
    ]
}
